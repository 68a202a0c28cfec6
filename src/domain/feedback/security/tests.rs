use super::super::Scale;
use super::super::sample::{Asked, ago, today};
use super::*;
use crate::domain::money::Currency;

fn scored(value: Option<f64>) -> Score {
    Score {
        value,
        low: 1.0,
        high: 10.0,
        known: 0.9,
        band: None,
        factors: Vec::new(),
        ways_back: Vec::new(),
        trend: None,
    }
}

fn state(asked: &Asked, nps: Option<i64>, score: Option<f64>) -> (RevenueState, String) {
    let found = security(&asked.records, nps, &scored(score), None, &asked.rules, today());
    (found.state, found.text)
}

#[test]
fn unknown_without_an_answer_in_half_a_year_whatever_the_score() {
    let mut asked = Asked::new();
    let unknown = |text: &str| (RevenueState::Unknown, text.to_owned());
    assert_eq!(state(&asked, None, Some(9.0)), unknown("unknown: nobody ever answered"));
    asked.answer(183, None, 9);
    assert_eq!(state(&asked, Some(100), Some(2.0)), unknown("unknown: last answer 23 May"));
    asked.answer(182, None, 9);
    assert_eq!(state(&asked, Some(100), Some(9.0)).0, RevenueState::Safe);
}

#[test]
fn at_risk_by_nps_or_by_score_else_safe() {
    let mut asked = Asked::new();
    asked.scaled(Scale::Csat, 19, None, 3);
    for (nps, score, wanted, text) in [
        (Some(0), Some(6.0), RevenueState::Safe, "safe: NPS 0, score 6.0, last answer 3 Nov"),
        (None, None, RevenueState::Safe, "safe: no score, last answer 3 Nov"),
        (Some(-1), Some(9.0), RevenueState::AtRisk, "at risk: NPS −1"),
        (Some(50), Some(5.99), RevenueState::AtRisk, "at risk: score 5.9"),
        (None, Some(5.999_999_999_9), RevenueState::Safe, "safe: score 6.0, last answer 3 Nov"),
        (Some(-30), Some(4.0), RevenueState::AtRisk, "at risk: NPS −30, score 4.0"),
    ] {
        assert_eq!(state(&asked, nps, score), (wanted, text.to_owned()), "{nps:?} {score:?}");
    }
}

#[test]
fn revenue_is_heard_from_or_not() {
    let mut asked = Asked::new();
    let roy = asked.contact("J. Roy", None);
    let arr = |minor| Some(Money { minor, currency: Currency::EUR });
    let coverage = |asked: &Asked, arr| {
        security(&asked.records, None, &scored(None), arr, &asked.rules, today()).coverage
    };
    assert_eq!(coverage(&asked, arr(100)), Some(0.0));
    asked.answer(182, Some(roy), 9);
    assert_eq!(coverage(&asked, arr(100)), Some(1.0));
    assert_eq!((coverage(&asked, None), coverage(&asked, arr(0))), (None, None));
    asked.edit(roy, |roy| roy.left_on = Some(ago(1)));
    assert_eq!(coverage(&asked, arr(100)), Some(0.0), "who left is no longer heard");
    asked.answer(-1, None, 9);
    assert_eq!(coverage(&asked, arr(100)), Some(0.0), "nobody answers tomorrow");
}
