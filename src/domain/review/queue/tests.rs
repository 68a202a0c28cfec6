//! Who is in a review: hand-worked.

use super::*;
use crate::domain::account::Account;
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::feedback::{Answer, Scale};
use crate::domain::signal::trial::{ago, ahead, today};

fn account(id: i64, tier: Option<Tier>, reviewed: Option<u64>) -> Records {
    let mut account = Account::named(&format!("A{id:02}"), ago(400));
    account.id = Id(id);
    account.tier = tier;
    account.reviewed_on = reviewed.map(ago);
    Records::bare(account)
}

fn ranked(id: i64, group: Group, why: &str) -> Ranked {
    Ranked { group, why: why.to_owned(), ..Ranked::not_yet(Id(id)) }
}

fn considered(records: &Records, ranked: &Ranked, rules: &Rules) -> Option<Queued> {
    let standing = assess(records, &Around::default(), rules, today());
    consider(records, &standing, ranked, &Since::last(&records.account), rules, today())
}

fn looked(records: &Records, group: Group) -> Queued {
    let ranked = ranked(records.account.id.0, group, "champion");
    considered(records, &ranked, &Rules::default()).expect("in the book")
}

#[test]
fn own_reviews_fall_due_by_tier_and_two_days_ahead() {
    use Tier::{Growth, Maintenance, Strategic};
    // Tier, days since the own review, whether it is due.
    let cases = [
        (Some(Strategic), 4, false),
        (Some(Strategic), 5, true),
        (Some(Strategic), 7, true),
        (Some(Growth), 27, false),
        (Some(Growth), 28, true),
        (Some(Maintenance), 88, false),
        (Some(Maintenance), 89, true),
        (None, 88, false),
        (None, 91, true),
    ];
    for (tier, days, due) in cases {
        let found = looked(&account(1, tier, Some(days)), Group::Fine);
        assert_eq!(!found.reasons.is_empty(), due, "{tier:?} {days}");
    }
    let told = |days| looked(&account(1, Some(Strategic), Some(days)), Group::Fine).why;
    assert_eq!(told(5), "review due Tue 24 Nov");
    assert_eq!(told(7), "review due today");
    assert_eq!(told(11), "review due since 18 Nov");
    assert_eq!(told(2), "reviewed 20 Nov, next by 27 Nov");
}

#[test]
fn an_own_interval_and_days_away_count() {
    let mut records = account(1, Some(Tier::Strategic), Some(20));
    records.account.review_every = Some(40);
    assert_eq!(looked(&records, Group::Fine).reasons, []);
    assert_eq!(due_on(&records.account, &Rules::default()), ahead(20));
    records.account.review_every = None;
    let mut away = Rules::default();
    away.away = vec![(ago(19), ago(1))];
    let found = considered(&records, &ranked(1, Group::Fine, ""), &away).expect("in the book");
    assert_eq!((found.due_on, found.reasons), (ahead(6), vec![]), "one of 7 days has run");
}

#[test]
fn one_never_reviewed_has_its_first_interval_from_the_day_it_came() {
    let mut records = account(1, Some(Tier::Growth), None);
    records.account.created_on = ago(10);
    let found = looked(&records, Group::Fine);
    assert_eq!((found.reasons, found.why.as_str()), (vec![], "not reviewed yet, first by 12 Dec"));
    records.account.created_on = ago(30);
    let found = looked(&records, Group::Fine);
    assert_eq!((found.reasons, found.why.as_str()), (vec![Reason::Due], "never reviewed"));
}

#[test]
fn who_stands_in_now_or_soon_is_in_it_with_all_reasons_told() {
    let mut records = account(1, Some(Tier::Strategic), Some(11));
    for (group, reasons) in [
        (Group::Now, vec![Reason::Group, Reason::Due]),
        (Group::Soon, vec![Reason::Group, Reason::Due]),
        (Group::InHand, vec![Reason::Due]),
        (Group::TooLittleKnown, vec![Reason::Due]),
    ] {
        assert_eq!(looked(&records, group).reasons, reasons, "{group}");
    }
    records.answers = vec![Answer {
        id: Id(3),
        account_id: Id(1),
        contact_id: None,
        on_date: ago(3),
        scale: Scale::Nps,
        points: 9,
        why: None,
        driver: None,
    }];
    let found = looked(&records, Group::Now);
    assert_eq!(found.reasons, [Reason::Group, Reason::Event, Reason::Due]);
    assert_eq!(found.why, "NOW champion · somebody answered 9 · review due since 18 Nov");
    let pushed = Ranked { pushed: true, ..ranked(1, Group::Soon, "quiet") };
    let found = considered(&records, &pushed, &Rules::default()).expect("in the book");
    assert!(found.why.starts_with("NOW quiet · "), "{}", found.why);
    records.account.archived_on = Some(ago(1));
    assert_eq!(considered(&records, &pushed, &Rules::default()), None);
}

#[test]
fn the_queue_has_the_order_of_the_list_and_everybody_keeps_it() {
    let due = |id| looked(&account(id, Some(Tier::Strategic), Some(9)), Group::Fine);
    let quiet = |id| looked(&account(id, Some(Tier::Maintenance), Some(9)), Group::Fine);
    let list = [3, 1, 4, 2].map(|id| ranked(id, Group::Fine, ""));
    let (looked_at, rest) = queue(vec![due(1), quiet(2), quiet(3), due(4)], &list);
    let ids = |found: &[Queued]| found.iter().map(|one| one.account.0).collect::<Vec<_>>();
    assert_eq!((ids(&looked_at), ids(&rest)), (vec![1, 4], vec![3, 2]));
    let all = everybody(&looked_at, &rest);
    assert_eq!(ids(&all), [1, 4, 3, 2]);
    assert_eq!(all[2].reasons, [Reason::Everybody]);
}

/// A book of 5 Strategic, 9 Growth and 31 Maintenance accounts, reviewed week after week for a year:
/// after the first round each week brings about ten.
#[test]
fn a_book_of_45_queues_about_ten_a_week() {
    let tiers = [Tier::Strategic; 5]
        .into_iter()
        .chain([Tier::Growth; 9])
        .chain([Tier::Maintenance; 31])
        .collect::<Vec<_>>();
    let rules = Rules::default();
    // Reviewed one after the other in the past, as a book is that was always gone through.
    let mut last: Vec<NaiveDate> = (0_i64..45)
        .map(|id| {
            let every = rules.cadence(tiers.get(id as usize).copied()).review_every;
            ago((id * 7 % every).cast_unsigned())
        })
        .collect();
    let mut counts = Vec::new();
    for week in 1..=52_u64 {
        let friday = ahead(7 * week);
        let mut looked_at = 0;
        for (on, tier) in last.iter_mut().zip(&tiers) {
            let mut firm = Account::named("A", ago(400));
            firm.tier = Some(*tier);
            firm.reviewed_on = Some(*on);
            if due_on(&firm, &rules) <= shift(friday, rules.days(Limit::ReviewAhead)) {
                *on = friday;
                looked_at += 1;
            }
        }
        counts.push(looked_at);
    }
    assert!(counts.iter().all(|count| (8..=12).contains(count)), "{counts:?}");
    let mean = counts.iter().sum::<i64>() as f64 / 52.0;
    // 5 + 9 / 4 + 31 / 13.
    assert!((mean - 9.63).abs() < 0.4, "{mean}");
}
