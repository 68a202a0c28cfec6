//! Pulse: the user's own feeling, one digit; there is no measure of it.

use super::factor::{Case, Measure};
use crate::domain::rules::limit::Limit;

pub(super) const fn measure(_: &Case) -> Option<Measure> {
    None
}

/// Days that a digit holds.
pub(super) fn fresh_for(case: &Case) -> i64 {
    let every = case.rules.review_every(&case.records.account);
    every
        .saturating_add(case.rules.days(Limit::PulseBeyondReview))
        .max(case.rules.days(Limit::PulseAtLeast))
}

#[cfg(test)]
mod tests {
    use super::super::sample::Sample;
    use super::*;
    use crate::domain::account::Tier;

    #[test]
    fn a_digit_holds_a_review_and_a_fortnight_at_least_a_month() {
        let held = |tier, own: Option<i64>| {
            let mut sample = Sample::new();
            sample.records.account.tier = tier;
            sample.records.account.review_every = own;
            sample.with(fresh_for)
        };
        assert_eq!(held(Some(Tier::Strategic), None), 30);
        assert_eq!(held(Some(Tier::Growth), None), 44);
        assert_eq!(held(None, None), 105);
        assert_eq!(held(None, Some(20)), 34);
        assert_eq!(held(None, Some(i64::MAX)), i64::MAX);
    }
}
