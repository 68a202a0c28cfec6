//! Who is most worth making sure of: hand-worked.

use super::*;
use crate::domain::account::Account;
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::signal::trial::{ago, today};
use crate::domain::word::WordSet;

fn person(id: i64, level: Option<Level>, roles: &[Role], verified: Option<u64>) -> Contact {
    let mut contact = Contact::named(&format!("P{id}"), Some(Id(1)), ago(700));
    contact.id = Id(id);
    contact.level = level;
    contact.roles = WordSet::of(roles);
    contact.verified_on = verified.map(ago);
    contact
}

fn found(tier: Option<Tier>, contacts: Vec<Contact>) -> Vec<Doubtful> {
    let mut account = Account::named("Contoso", ago(700));
    account.id = Id(1);
    account.tier = tier;
    let records = Records { contacts, ..Records::bare(account) };
    let rules = Rules::default();
    let standing = assess(&records, &Around::default(), &rules, today());
    first(doubtful(&records, &standing, &rules, today()))
}

#[test]
fn importance_times_rot() {
    use Level::{DecisionMaker, Influencer, User};
    let mut powerless = person(4, Some(DecisionMaker), &[], None);
    powerless.influence = Some(Influence::Low);
    let mut gone = person(6, Some(DecisionMaker), &[Role::Champion], None);
    gone.left_on = Some(ago(2));
    let list = found(
        Some(Tier::Growth),
        vec![
            person(1, Some(DecisionMaker), &[Role::Champion], Some(137)),
            person(2, Some(Influencer), &[], Some(274)),
            person(3, Some(User), &[], None),
            powerless,
            person(5, Some(DecisionMaker), &[], Some(90)),
            gone,
        ],
    );
    let worth: Vec<(i64, f64)> =
        list.iter().map(|one| (one.contact.0, (one.worth * 1e4).round() / 1e4)).collect();
    // Level × role × tier × (days / 548).
    let wanted = [
        (4, 0.45 * 0.5 * 2.0),
        (3, 0.20 * 1.0 * 2.0),
        (2, 0.35 * 1.0 * 2.0 * 0.5),
        (1, 0.45 * 1.5 * 2.0 * 0.25),
    ];
    assert_eq!(worth, wanted.map(|(id, worth)| (id, (worth * 1e4_f64).round() / 1e4)));
    assert_eq!(list[3].why, "decision maker, champion · growth · not verified for 4 mo");
    assert_eq!(list[1].why, "user · growth · never verified");
}

#[test]
fn ten_at_most_and_the_tier_counts() {
    let many = |tier| found(tier, (1..=14).map(|id| person(id, None, &[], None)).collect());
    let (strategic, unset) = (many(Some(Tier::Strategic)), many(None));
    assert_eq!((strategic.len(), unset.len()), (10, 10));
    assert!((strategic[0].worth - 3.0 * unset[0].worth).abs() < 1e-9);
    assert_eq!(unset[0].why, "not placed · never verified");
}
