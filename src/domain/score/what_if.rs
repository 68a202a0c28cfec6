//! What if: a factor tried at another value, on a copy. Nothing of it is kept.

use super::assemble::of_factors;
use super::{Score, print};
use crate::domain::account::own_score::Factor;
use crate::domain::rules::Rules;

/// A press moves a factor by so much.
pub const STEP: f64 = 0.5;
/// Where an unknown factor is tried first: the middle of the scale.
const MIDDLE: f64 = 5.5;

/// The score as it would be if these factors had these values, each as if just measured.
#[must_use]
pub fn what_if(score: &Score, tried: &[(Factor, f64)], rules: &Rules) -> Score {
    let mut factors = score.factors.clone();
    for factor in factors.iter_mut().filter(|factor| factor.in_use) {
        if let Some((_, value)) = tried.iter().find(|(one, _)| *one == factor.factor) {
            factor.score = Some(value.clamp(1.0, 10.0));
            factor.fresh = true;
        }
    }
    let mut copy = of_factors(factors, rules);
    // The day that it is compared with stays.
    copy.trend = match (score.trend, score.value, copy.value) {
        (Some(trend), Some(now), Some(then)) => Some(trend + print::difference(then, now)),
        _ => None,
    };
    copy
}

/// The next value to try: the halves of the scale, from wherever the factor stands.
#[must_use]
pub fn next(from: Option<f64>, up: bool) -> f64 {
    let Some(from) = from else { return MIDDLE };
    let halves = print::to_billionth(from / STEP);
    let halves = if up { halves.floor() + 1.0 } else { halves.ceil() - 1.0 };
    (halves * STEP).clamp(1.0, 10.0)
}

#[cfg(test)]
mod tests {
    use super::super::assemble::score;
    use super::super::sample::{Sample, near, today};
    use super::*;
    use crate::domain::account::metric::MetricKind;
    use crate::domain::score::Band;
    use Factor::{Goals, Pulse, Support, Value};

    fn judged() -> Score {
        // Pulse 3 (weight 15), Support 8.2 (weight 10), Value unknown but in use (weight 10).
        let sample = Sample::new().own(Pulse, 1, 3, None).metric(MetricKind::TicketsMinor, 1, 2.0);
        score(&sample.records, &sample.map(), &[Value], &Rules::default(), today())
    }

    #[test]
    fn a_copy_answers_with_value_band_and_costs() {
        let real = judged();
        near(real.value.expect("known"), (15.0 * 3.0 + 10.0 * 8.2) / 25.0);
        let tried = what_if(&real, &[(Pulse, 8.0)], &Rules::default());
        near(tried.value.expect("known"), (15.0 * 8.0 + 10.0 * 8.2) / 25.0);
        assert_eq!((real.band, tried.band), (Some(Band::Risk), Some(Band::Healthy)));
        let costs: f64 = tried.factors.iter().map(|factor| factor.costs).sum();
        near(costs, 10.0 - tried.value.expect("known"));
        assert_eq!(tried.by_costs()[0].factor, Pulse);
        let first =
            |points| what_if(&real, &[(Pulse, points)], &Rules::default()).by_costs()[0].factor;
        assert_eq!((first(8.5), first(9.0)), (Pulse, Support));
    }

    #[test]
    fn trying_nothing_changes_nothing() {
        let real = judged();
        assert_eq!(what_if(&real, &[], &Rules::default()), real);
        assert_eq!(what_if(&real, &[(Pulse, 3.0)], &Rules::default()), real);
    }

    #[test]
    fn an_unknown_factor_becomes_known_and_one_not_in_use_stays_out() {
        let real = judged();
        let tried = what_if(&real, &[(Value, 10.0)], &Rules::default());
        near(tried.known, 1.0);
        near(tried.value.expect("known"), (45.0 + 82.0 + 100.0) / 35.0);
        assert_eq!(what_if(&real, &[(Goals, 10.0)], &Rules::default()), real);
    }

    #[test]
    fn presses_stop_at_the_halves_and_at_the_ends() {
        for (from, up, to) in [
            (Some(4.2), true, 4.5),
            (Some(4.2), false, 4.0),
            (Some(4.5), true, 5.0),
            (Some(4.5), false, 4.0),
            (Some(10.0), true, 10.0),
            (Some(1.2), false, 1.0),
            (Some(1.0), false, 1.0),
            (None, true, 5.5),
            (None, false, 5.5),
        ] {
            assert_eq!(next(from, up), to, "{from:?}");
        }
    }
}
