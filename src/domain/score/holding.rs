//! Until when the user's own digits hold, and what stands in their place afterwards.

use super::factor::{Case, FACTORS, Spec};
use crate::domain::account::own_score::{Factor, OwnScore};
use crate::domain::day::{day, shift};
use crate::domain::score::print::tenth;
use chrono::NaiveDate;

/// The newest own digit of a factor.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Holding {
    pub factor: Factor,
    pub points: i64,
    pub on_date: NaiveDate,
    /// The last day on which it overrides the measure.
    pub until: NaiveDate,
    /// Days left; negative once it has expired.
    pub left: i64,
    pub expired: bool,
    /// What the records say in its place; none: nothing, it stays and is stale.
    pub measured: Option<f64>,
    pub text: String,
}

/// The own digits of an account, the one that expires next first, expired ones last.
#[must_use]
pub fn holding(case: &Case<'_>) -> Vec<Holding> {
    let mut all: Vec<Holding> = FACTORS.iter().filter_map(|spec| of(spec, case)).collect();
    all.sort_by_key(|one| (one.expired, one.until, one.factor));
    all
}

fn of(spec: &Spec, case: &Case<'_>) -> Option<Holding> {
    let digits = case.records.own_scores.iter();
    let own = digits
        .filter(|own| own.factor == spec.factor && own.on_date <= case.today)
        .max_by_key(|own| (own.on_date, own.id))?;
    let until = shift(own.on_date, (spec.own_for)(case));
    let left = (until - case.today).num_days();
    let measured = (spec.measure)(case).map(|measure| measure.value);
    Some(Holding {
        factor: spec.factor,
        points: own.points,
        on_date: own.on_date,
        until,
        left,
        expired: left < 0,
        measured,
        text: text(own, until, left, measured, case.today),
    })
}

fn text(
    own: &OwnScore,
    until: NaiveDate,
    left: i64,
    measured: Option<f64>,
    today: NaiveDate,
) -> String {
    let (factor, points) = (own.factor, own.points);
    match (left < 0, measured) {
        (false, Some(value)) => format!(
            "{factor}: your {points} holds until {}; the records say {}.",
            day(until, today),
            tenth(value)
        ),
        (false, None) => format!(
            "{factor}: your {points} holds until {}; the records say nothing.",
            day(until, today)
        ),
        (true, Some(value)) => format!(
            "{factor}: your {points} expired {}, the measure is back: {}.",
            day(until, today),
            tenth(value)
        ),
        (true, None) => format!(
            "{factor}: your {points} expired {} and stays, stale: the records say nothing.",
            day(until, today)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Source;
    use super::super::assemble::score;
    use super::super::sample::{Sample, today};
    use super::*;
    use crate::domain::account::metric::MetricKind::TicketsMinor;
    use crate::domain::rules::Rules;
    use Factor::{Pulse, Support, Value};

    fn texts(sample: &Sample) -> Vec<String> {
        sample.with(|case| holding(case).into_iter().map(|one| one.text).collect())
    }

    #[test]
    fn a_digit_holds_its_days_and_then_the_measure_returns() {
        // Support holds 45 days.
        let sample = Sample::new().own(Support, 45, 3, None).metric(TicketsMinor, 9, 5.0);
        assert_eq!(texts(&sample), ["Support: your 3 holds until 22 Nov; the records say 5.5."]);
        let sample = Sample::new().own(Support, 46, 3, None).metric(TicketsMinor, 9, 5.0);
        assert_eq!(texts(&sample), ["Support: your 3 expired 21 Nov, the measure is back: 5.5."]);
        let found = score(&sample.records, &sample.map(), &[], &Rules::default(), today());
        let support = found.factor(Support).expect("one of ten");
        assert_eq!((support.source, support.fresh), (Source::Measured, true));
        assert!(support.own_expired_on.is_some());
    }

    #[test]
    fn without_a_measure_an_expired_digit_stays_and_is_stale() {
        let sample = Sample::new().own(Value, 197, 8, None);
        assert_eq!(
            texts(&sample),
            ["Value: your 8 expired 21 Nov and stays, stale: the records say nothing."]
        );
        let found = score(&sample.records, &sample.map(), &[], &Rules::default(), today());
        let value = found.factor(Value).expect("one of ten");
        assert_eq!((value.source, value.fresh, value.score), (Source::Mine, false, Some(8.0)));
    }

    #[test]
    fn the_next_to_expire_comes_first_and_the_newest_digit_counts() {
        let sample = Sample::new()
            .own(Value, 300, 8, None)
            .own(Pulse, 3, 6, None)
            .own(Support, 44, 4, None)
            .own(Support, 40, 5, None);
        let order = sample.with(|case| {
            holding(case).iter().map(|one| (one.factor, one.points, one.left)).collect::<Vec<_>>()
        });
        // Without a tier the Pulse holds 91 + 14 days.
        assert_eq!(order, [(Support, 5, 5), (Pulse, 6, 102), (Value, 8, -104)]);
    }
}
