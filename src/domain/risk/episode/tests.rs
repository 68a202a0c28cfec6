//! Tests of when a risk review opens, closes and opens again.

use super::*;
use crate::domain::account::Account;
use crate::domain::account::risk_review::RiskReview;
use crate::domain::cell::Id;
use crate::domain::feedback::closing::Closing;
use crate::domain::records::ScorePoint;
use crate::domain::score::Band;
use crate::domain::signal::trial::{ago, today};
use proptest::prelude::*;

pub(in super::super) fn scored(value: Option<f64>, band: Option<Band>) -> Score {
    Score {
        value,
        low: 1.0,
        high: 10.0,
        known: 1.0,
        band,
        factors: Vec::new(),
        ways_back: Vec::new(),
        trend: None,
    }
}

pub(in super::super) fn history(points: &[(u64, f64)]) -> Records {
    let mut records = Records::bare(Account::named("Contoso", ago(900)));
    records.history = points
        .iter()
        .map(|(days, score)| ScorePoint {
            on_date: ago(*days),
            score: Some(*score),
            known: 0.8,
            rules_changed: false,
        })
        .collect();
    records
}

pub(in super::super) fn review(opened: u64, closed: Option<u64>) -> RiskReview {
    RiskReview {
        id: Id(5),
        account_id: Id(1),
        opened_on: ago(opened),
        cause: None,
        exit_criterion: None,
        checkpoints: None,
        colleague_id: None,
        closed_on: closed.map(ago),
        close_reason: closed.map(|_| "one bad month".to_owned()),
    }
}

fn told(records: &Records, now: f64) -> Vec<(i64, Option<i64>)> {
    let score = scored(Some(now), Some(Band::Watch));
    let back = |day: NaiveDate| (today() - day).num_days();
    episodes(records, &score, &Rules::default(), today())
        .iter()
        .map(|one| (back(one.opened_on), one.closed_on.map(back)))
        .collect()
}

#[test]
fn it_opens_under_6_and_closes_at_6_5() {
    assert_eq!(told(&history(&[(40, 6.0)]), 6.0), []);
    assert_eq!(told(&history(&[(40, 5.999)]), 6.0), [(40, None)], "6.0 does not close it");
    assert_eq!(told(&history(&[(40, 5.9)]), 6.499), [(40, None)]);
    assert_eq!(told(&history(&[(40, 5.9)]), 6.5), [(40, Some(0))]);
    assert_eq!(told(&history(&[(40, 5.9), (20, 6.5)]), 6.1), [(40, Some(20))], "6.1 is no 6");
    assert_eq!(told(&history(&[(40, 5.9), (20, 7.0), (9, 5.0)]), 6.4), [(40, Some(20)), (9, None)]);
    assert_eq!(told(&history(&[]), 5.9), [(0, None)]);
    // A hair under 6 through binary fractions is 6.
    assert_eq!(told(&history(&[(40, 5.999_999_999_99)]), 7.0), []);
}

#[test]
fn too_little_known_neither_opens_nor_closes() {
    let mut records = history(&[(40, 5.0), (20, 7.5)]);
    records.history[1].known = 0.49;
    assert_eq!(told(&records, 6.2), [(40, None)], "age alone lifts nothing");
    records.history[0].known = 0.49;
    assert_eq!(told(&records, 6.2), []);
    let unknown = scored(Some(9.0), None);
    let found = episodes(&history(&[(40, 5.0)]), &unknown, &Rules::default(), today());
    assert_eq!(found.last().map(|one| one.closed_on), Some(None));
}

#[test]
fn closed_by_hand_it_rests_until_it_was_back_or_fell_on() {
    let mut records = history(&[(40, 5.4), (20, 5.3), (10, 5.0)]);
    records.closings = vec![Closing {
        id: Id(1),
        account_id: Id(1),
        contact_id: None,
        code: "health-risk".to_owned(),
        on_date: ago(30),
        reason: "a test account".to_owned(),
    }];
    assert_eq!(told(&records, 5.0), [(40, Some(30))]);
    assert_eq!(told(&records, 4.9), [(40, Some(30)), (0, None)], "half a point under 5.4");
    records.history[1].score = Some(6.0);
    assert_eq!(told(&records, 5.0), [(40, Some(30)), (10, None)]);
    let score = scored(Some(5.4), Some(Band::Risk));
    let found = episodes(&records, &score, &Rules::default(), today());
    assert_eq!(found[0].closed, Some(Closed::ByHand));
    assert_eq!(found[0].reason.as_deref(), Some("a test account"));
    records.closings[0].code = "upset".to_owned();
    assert_eq!(told(&records, 5.0), [(40, None)]);
}

#[test]
fn a_review_on_record_closes_it_too() {
    let mut records = history(&[(40, 5.4)]);
    records.risk_reviews = vec![review(39, Some(3))];
    assert_eq!(told(&records, 5.4), [(40, Some(3))]);
    records.risk_reviews = vec![review(39, None)];
    assert_eq!(told(&records, 5.4), [(40, None)]);
    // Its closing on the very day of the fall closes it.
    records.risk_reviews = vec![review(40, Some(40))];
    assert_eq!(told(&records, 5.4), [(40, Some(40))]);
}

proptest! {
    #[test]
    fn reviews_never_overlap_and_only_the_last_may_run(
        scores in proptest::collection::vec(1.0_f64..10.0, 0..30),
        now in 1.0_f64..10.0,
    ) {
        let points: Vec<(u64, f64)> = (1..=scores.len() as u64).rev().zip(scores).collect();
        let score = scored(Some(now), Some(Band::Watch));
        let found = episodes(&history(&points), &score, &Rules::default(), today());
        for two in found.windows(2) {
            prop_assert!(two[0].closed_on.is_some_and(|closed| closed < two[1].opened_on));
        }
        for one in &found {
            prop_assert!(one.at < 6.0);
        }
        let running = found.last().is_some_and(|one| one.closed_on.is_none());
        prop_assert!(now >= 6.0 || running);
        prop_assert!(now < 6.5 || !running);
    }
}
