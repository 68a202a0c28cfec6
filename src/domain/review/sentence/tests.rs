//! The one sentence of risk, from the strongest ground to none.

use super::*;
use crate::domain::account::contract::Contract;
use crate::domain::account::own_score::{Factor, OwnScore};
use crate::domain::account::{Account, Tier};
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::plan::step::{Step, StepKind};
use crate::domain::signal::trial::{ago, ahead, today};

fn records(points: Option<i64>) -> Records {
    let mut account = Account::named("Contoso", ago(20));
    account.id = Id(1);
    account.tier = Some(Tier::Strategic);
    let mut records = Records::bare(account);
    let own = |(id, factor): (i64, Factor)| {
        points.map(|points| OwnScore {
            id: Id(id),
            account_id: Id(1),
            factor,
            points,
            on_date: ago(2),
            reason: None,
        })
    };
    let factors = [Factor::Pulse, Factor::Payment, Factor::Usage, Factor::Support, Factor::Contact];
    records.own_scores = (1..).zip(factors).filter_map(own).collect();
    records
}

fn said(records: &Records) -> Risk {
    let rules = Rules::default();
    let standing = assess(records, &Around::default(), &rules, today());
    risk(records, &standing, &rules, today())
}

#[test]
fn without_a_signal_the_score_speaks_then_the_contract() {
    let watched = said(&records(Some(7)));
    assert_eq!(watched.text, "Score 7.0, watch: Usage costs most, −0.9.");
    assert!(watched.alarm);
    let mut healthy = records(Some(9));
    assert_eq!(said(&healthy).text, "No risk in sight: score 9.0.");
    assert!(!said(&healthy).alarm);
    healthy.contract =
        Some(Contract { id: Id(7), ends_on: Some(ahead(121)), ..Contract::of(Id(1)) });
    assert_eq!(said(&healthy).text, "No risk in sight: score 9.0.", "too early");
    healthy.contract = Some(Contract {
        id: Id(7),
        ends_on: Some(ahead(125)),
        notice_count: Some(10),
        ..Contract::of(Id(1))
    });
    assert_eq!(said(&healthy).text, "No risk in sight: score 9.0.", "a count without its unit");
    let unknown = said(&records(None));
    assert_eq!(unknown.text, "Too little is known to tell a risk.");
    assert!(!unknown.alarm, "what is not known is neither good nor bad");
}

#[test]
fn a_signal_comes_first_and_one_in_hand_says_by_when() {
    let mut late = records(Some(9));
    let mut promise = Step::titled("ROI sheet", Some(ago(4)), ago(9));
    promise.id = Id(41);
    promise.account_id = Some(Id(1));
    promise.kind = StepKind::Promise;
    late.steps = vec![promise];
    let found = said(&late);
    assert_eq!(found.text, "Promise late 4 d: ROI sheet, due 18 Nov");
    assert_eq!((found.code, found.about), (Some("promise-late"), Some(("step", Id(41)))));
    let mut serves = Step::titled("Tell them", Some(ahead(2)), today());
    serves.id = Id(42);
    serves.signal = Some("promise-late".to_owned());
    late.steps.push(serves);
    let found = said(&late);
    assert_eq!(found.text, "Promise late 4 d: ROI sheet, due 18 Nov. In hand, Tue 24 Nov.");
}
