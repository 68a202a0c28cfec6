//! How long ago somebody was last talked with: one of the views of the map. Source: this project's
//! own decision.

use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    /// By the last two-way talk.
    Warmth { Warm = "warm", Working = "working", Cold = "cold", }
}

/// Days up to which a talk leaves somebody warm, and up to which it still works.
const WARM: i64 = 30;
const WORKING: i64 = 90;

/// Never talked with is cold.
#[must_use]
pub fn warmth(last_two_way_on: Option<NaiveDate>, today: NaiveDate) -> Warmth {
    match last_two_way_on.map(|day| (today - day).num_days()) {
        Some(..=WARM) => Warmth::Warm,
        Some(..=WORKING) => Warmth::Working,
        _ => Warmth::Cold,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::signal::trial::{ago, today};

    #[test]
    fn day_30_is_warm_day_90_still_works_and_never_is_cold() {
        let of = |days| warmth(Some(ago(days)), today());
        assert_eq!([0, 30].map(of), [Warmth::Warm; 2]);
        assert_eq!([31, 90].map(of), [Warmth::Working; 2]);
        assert_eq!(of(91), Warmth::Cold);
        assert_eq!(warmth(None, today()), Warmth::Cold);
    }
}
