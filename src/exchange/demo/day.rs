//! A day of the demo book, told from today: `-12d`, `+69d`, `-5y`.

use chrono::{Days, Months, NaiveDate};
use serde::Deserialize;
use serde::de::{Deserializer, Error};

/// So many days or years from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    Days(i64),
    Years(i32),
}

impl Day {
    fn read(text: &str) -> Option<Self> {
        if let Some(days) = text.strip_suffix('d') {
            return days.parse().ok().map(Self::Days);
        }
        text.strip_suffix('y')?.parse().ok().map(Self::Years)
    }

    /// The calendar day, seen from `today`.
    #[must_use]
    pub fn from(self, today: NaiveDate) -> NaiveDate {
        let there = match self {
            Self::Days(days) if days < 0 => today.checked_sub_days(Days::new(days.unsigned_abs())),
            Self::Days(days) => today.checked_add_days(Days::new(days.unsigned_abs())),
            Self::Years(years) if years < 0 => {
                today.checked_sub_months(Months::new(12 * years.unsigned_abs()))
            }
            Self::Years(years) => today.checked_add_months(Months::new(12 * years.unsigned_abs())),
        };
        there.unwrap_or(today)
    }

    /// Days from today, a year taken as 365; only to order and to step.
    #[must_use]
    pub fn days(self) -> i64 {
        match self {
            Self::Days(days) => days,
            Self::Years(years) => i64::from(years) * 365,
        }
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::read(&text)
            .ok_or_else(|| D::Error::custom(format!("“{text}” is no day: write -12d, +69d or -5y")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_from_today() {
        let today = NaiveDate::from_ymd_opt(2028, 2, 29).expect("a leap day");
        let on = |text| Day::read(text).map(|day: Day| day.from(today).to_string());
        assert_eq!(on("-12d").as_deref(), Some("2028-02-17"));
        assert_eq!(on("+1d").as_deref(), Some("2028-03-01"));
        assert_eq!(on("0d").as_deref(), Some("2028-02-29"));
        assert_eq!(on("-1y").as_deref(), Some("2027-02-28"));
        assert_eq!(on("12"), None);
        assert_eq!(on("twod"), None);
    }
}
