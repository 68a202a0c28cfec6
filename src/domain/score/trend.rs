//! Trend: now against the last own review, else against four weeks ago.

use super::print::difference;
use crate::domain::records::{Records, ScorePoint};
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use chrono::{Duration, NaiveDate};

/// A difference of printed tenths; none without a score then or now.
pub(super) fn trend(records: &Records, rules: &Rules, now: f64, today: NaiveDate) -> Option<f64> {
    Some(difference(now, compared(records, rules, today)?.1))
}

/// The day that a score is compared with, and the score that stood there on it: the last own
/// review, else four weeks ago.
pub(super) fn compared(
    records: &Records,
    rules: &Rules,
    today: NaiveDate,
) -> Option<(NaiveDate, f64)> {
    let reviewed = records.account.reviewed_on.filter(|day| *day <= today);
    let stood = |day| Some((day, score_on(&records.history, day)?));
    reviewed.and_then(stood).or_else(|| stood(today - Duration::days(rules.days(Limit::TrendBack))))
}

/// The last score on or before a day.
fn score_on(history: &[ScorePoint], day: NaiveDate) -> Option<f64> {
    history.iter().rev().find(|point| point.on_date <= day)?.score
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, ago, near, today};
    use super::*;

    fn sample(points: &[(i64, Option<f64>)], reviewed: Option<i64>) -> Sample {
        let mut sample = Sample::new();
        sample.records.account.reviewed_on = reviewed.map(ago);
        sample.records.history = points
            .iter()
            .map(|(days, score)| ScorePoint {
                on_date: ago(*days),
                score: *score,
                known: 1.0,
                rules_changed: false,
            })
            .collect();
        sample
    }

    #[test]
    fn against_the_review_else_against_four_weeks_ago() {
        let points = [(60, Some(7.0)), (20, Some(6.01)), (5, Some(5.6))];
        let found =
            |reviewed| trend(&sample(&points, reviewed).records, &Rules::default(), 5.29, today());
        near(found(Some(10)).expect("a trend"), -0.8);
        near(found(Some(5)).expect("a trend"), -0.4);
        near(found(None).expect("a trend"), -1.8);
        near(found(Some(200)).expect("four weeks ago"), -1.8);
    }

    #[test]
    fn none_without_a_row_that_old() {
        let found =
            |points: &[_]| trend(&sample(points, None).records, &Rules::default(), 5.2, today());
        assert_eq!(found(&[(27, Some(7.0))]), None);
        assert_eq!(found(&[(28, Some(5.2))]), Some(0.0));
        assert_eq!(found(&[(90, Some(7.0)), (40, None)]), None);
        assert_eq!(found(&[]), None);
    }
}
