//! A quarter of the calendar.

use chrono::{Datelike, NaiveDate};

/// No forecast is made before or after these years.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=2199;

/// Three months that begin in January, April, July or October.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    year: i32,
    /// 1 … 4.
    number: u32,
}

impl Quarter {
    /// The one that a day lies in.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        let year = day.year().clamp(*YEARS.start(), *YEARS.end());
        Self { year, number: day.month0() / 3 + 1 }
    }

    /// A quarter as people write it: `2026-Q4`, `q4 2026`, `q4/26`, `q4` of this year, `this`,
    /// `next`, `last`.
    #[must_use]
    pub fn typed(text: &str, today: NaiveDate) -> Option<Self> {
        let text: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
        let text = text.to_lowercase();
        let now = Self::of(today);
        match text.as_str() {
            "this" | "now" => return Some(now),
            "next" => return Some(now.next()),
            "last" => return Some(now.before()),
            _ => {}
        }
        let (ahead, behind) = text.split_once('q')?;
        let mut behind = behind.chars();
        let number = behind.next()?.to_digit(10).filter(|number| (1..=4).contains(number))?;
        let year = match (ahead, behind.as_str()) {
            ("", "") => now.year,
            (year, "") | ("", year) => match (year.len(), year.parse::<i32>().ok()?) {
                (2, short) => 2000 + short,
                (4, whole) => whole,
                _ => return None,
            },
            _ => return None,
        };
        YEARS.contains(&year).then_some(Self { year, number })
    }

    /// Its first day.
    #[must_use]
    pub fn from(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.number * 3 - 2, 1).unwrap_or_default()
    }

    /// Its last day.
    #[must_use]
    pub fn to(self) -> NaiveDate {
        self.beyond(1).from().pred_opt().unwrap_or_default()
    }

    #[must_use]
    pub fn holds(self, day: NaiveDate) -> bool {
        (self.from()..=self.to()).contains(&day)
    }

    /// The one after it; the last one stays.
    #[must_use]
    pub fn next(self) -> Self {
        Some(self.beyond(1)).filter(|next| YEARS.contains(&next.year)).unwrap_or(self)
    }

    /// The one before it; the first one stays.
    #[must_use]
    pub fn before(self) -> Self {
        Some(self.beyond(-1)).filter(|before| YEARS.contains(&before.year)).unwrap_or(self)
    }

    fn beyond(self, by: i32) -> Self {
        let place = self.year * 4 + self.number.cast_signed() - 1 + by;
        Self { year: place.div_euclid(4), number: place.rem_euclid(4).cast_unsigned() + 1 }
    }

    /// `Q4 2026`.
    #[must_use]
    pub fn title(self) -> String {
        format!("Q{} {}", self.number, self.year)
    }
}

/// `2026-Q4`.
impl std::fmt::Display for Quarter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-Q{}", self.year, self.number)
    }
}

impl serde::Serialize for Quarter {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn it_is_read_as_people_write_it() {
        for (text, wanted) in [
            ("2026-Q4", Some("2026-Q4")),
            ("2026q4", Some("2026-Q4")),
            ("Q1 2027", Some("2027-Q1")),
            ("q3/25", Some("2025-Q3")),
            (" Q4 ", Some("2026-Q4")),
            ("this", Some("2026-Q4")),
            ("next", Some("2027-Q1")),
            ("last", Some("2026-Q3")),
            ("q5", None),
            ("q0", None),
            ("q", None),
            ("2026", None),
            ("q4 1", None),
            ("q4 12026", None),
            ("2026q42027", None),
            ("1812-Q1", None),
            ("", None),
            ("quarter", None),
        ] {
            let found = Quarter::typed(text, day("2026-11-22"));
            assert_eq!(found.map(|one| one.to_string()).as_deref(), wanted, "{text}");
        }
    }

    #[test]
    fn it_runs_from_its_first_to_its_last_day() {
        for (on, from, to, title) in [
            ("2026-11-22", "2026-10-01", "2026-12-31", "Q4 2026"),
            ("2027-01-01", "2027-01-01", "2027-03-31", "Q1 2027"),
            ("2028-06-30", "2028-04-01", "2028-06-30", "Q2 2028"),
            ("2026-09-30", "2026-07-01", "2026-09-30", "Q3 2026"),
        ] {
            let found = Quarter::of(day(on));
            assert_eq!(
                (found.from(), found.to(), found.title().as_str()),
                (day(from), day(to), title)
            );
            assert!(found.holds(day(on)) && found.holds(day(from)) && found.holds(day(to)));
            assert!(!found.holds(found.next().from()) && !found.holds(found.before().to()));
            assert_eq!((found.next().before(), found.before().next()), (found, found));
        }
        let last = Quarter::of(day("2199-12-31"));
        assert_eq!((last.next(), last.to()), (last, day("2199-12-31")));
    }
}
