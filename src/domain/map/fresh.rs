//! How a contact's record rots.

use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use chrono::NaiveDate;

/// From this freshness on a person counts as known: half a year before the record is worthless.
pub const WELL_KNOWN: f64 = 1.0 / 3.0;

/// Nothing made sure of the record since the map was due to be gone over, half a year, or ever.
/// Source: the account-management guide.
#[must_use]
pub fn getting_old(verified_on: Option<NaiveDate>, rules: &Rules, today: NaiveDate) -> bool {
    verified_on.is_none_or(|day| (today - day).num_days() > rules.days(Limit::MapRevisited))
}

/// 1 on the day of verifying, falling in a straight line to 0 after 18 months, about 6 % a month;
/// never verified: 0. Source: CustomerGauge's Account Success process.
#[must_use]
pub fn freshness(verified_on: Option<NaiveDate>, rules: &Rules, today: NaiveDate) -> f64 {
    verified_on.map_or(0.0, |day| {
        let age = (today - day).num_days() as f64;
        (1.0 - age / rules.limit(Limit::RotDays)).clamp(0.0, 1.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_getting_old_after_day_182() {
        let verified: NaiveDate = "2026-01-01".parse().expect("a date");
        let after = |days| {
            getting_old(Some(verified), &Rules::default(), verified + chrono::Duration::days(days))
        };
        assert_eq!([0, 182, 183].map(after), [false, false, true]);
        assert!(getting_old(None, &Rules::default(), verified));
    }

    #[test]
    fn records_rot_in_a_straight_line_over_eighteen_months() {
        let verified: NaiveDate = "2025-01-01".parse().expect("a date");
        let after = |days| {
            freshness(Some(verified), &Rules::default(), verified + chrono::Duration::days(days))
        };
        assert_eq!(after(0), 1.0);
        assert_eq!(after(274), 0.5);
        assert!((after(137) - 0.75).abs() < 1e-12);
        assert_eq!(after(548), 0.0);
        assert_eq!(after(900), 0.0);
        assert_eq!(after(-3), 1.0);
        assert_eq!(freshness(None, &Rules::default(), verified), 0.0);
    }
}
