//! The period that is looked at: a stretch of the calendar, the 365 days to a day, everything, or
//! two days that somebody typed. No period goes beyond today.

mod read;

use super::YEAR_DAYS;
use crate::domain::day::{day, shift};
use crate::domain::word::words;
use chrono::{Datelike, Days, Months, NaiveDate};

words! {
    /// How long a period is, the shortest first.
    Stretch {
        Month = "month",
        Quarter = "quarter",
        HalfYear = "half-year",
        Year = "year",
        Days365 = "365 days",
        /// Since the first entry of the revenue histories.
        All = "all",
        /// From one typed day to another.
        Own = "own",
    }
}

/// The stretches that follow each other when a period is made longer.
const LADDER: [Stretch; 6] = [
    Stretch::Month,
    Stretch::Quarter,
    Stretch::HalfYear,
    Stretch::Year,
    Stretch::Days365,
    Stretch::All,
];

/// Days of each, about.
const LENGTHS: [i64; 6] = [31, 92, 184, 364, YEAR_DAYS, i64::MAX];

/// From the first to the last day, both of them in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Period {
    pub stretch: Stretch,
    /// Of everything: a day before which no book begins.
    pub from: NaiveDate,
    pub to: NaiveDate,
}

impl Period {
    /// The 365 days to this day, what is looked at where nobody chose a period.
    #[must_use]
    pub fn year_to(to: NaiveDate) -> Self {
        Self { stretch: Stretch::Days365, from: shift(to, 1 - YEAR_DAYS), to }
    }

    /// From one typed day to another, whichever comes first.
    #[must_use]
    pub fn between(one: NaiveDate, other: NaiveDate) -> Self {
        Self { stretch: Stretch::Own, from: one.min(other), to: one.max(other) }
    }

    /// The stretch that a day lies in, as far as it has come; the 365 days up to it.
    #[must_use]
    pub fn around(stretch: Stretch, on: NaiveDate, today: NaiveDate) -> Self {
        let on = on.min(today);
        let Some(months) = stretch.months() else {
            return match stretch {
                Stretch::All => Self { stretch, from: NaiveDate::MIN, to: today },
                _ => Self::year_to(on),
            };
        };
        let first = on.month0() / months * months + 1;
        let from = NaiveDate::from_ymd_opt(on.year(), first, 1).unwrap_or(on);
        let after = from.checked_add_months(Months::new(months));
        let last = after.and_then(|day| day.pred_opt()).unwrap_or(today);
        Self { stretch, from, to: last.min(today) }
    }

    #[must_use]
    pub fn days(self) -> i64 {
        (self.to - self.from).num_days() + 1
    }

    /// The one before; none before everything.
    #[must_use]
    pub fn before(self, today: NaiveDate) -> Option<Self> {
        let eve = self.from.pred_opt()?;
        match self.stretch {
            Stretch::All => None,
            Stretch::Own => Some(Self { from: shift(eve, 1 - self.days()), to: eve, ..self }),
            stretch => Some(Self::around(stretch, eve, today)),
        }
    }

    /// The one after; none where it would begin after today.
    #[must_use]
    pub fn after(self, today: NaiveDate) -> Option<Self> {
        if self.to >= today {
            return None;
        }
        let next = self.to.succ_opt()?;
        match self.stretch {
            Stretch::All => None,
            Stretch::Own => {
                let to = shift(self.to, self.days()).min(today);
                Some(Self { from: next, to, ..self })
            }
            // The last step back to today keeps its 365 days.
            Stretch::Days365 => Some(Self::year_to(shift(self.to, YEAR_DAYS).min(today))),
            stretch => Some(Self::around(stretch, next, today)),
        }
    }

    /// The next longer stretch around its last day; none: there is none.
    #[must_use]
    pub fn longer(self, today: NaiveDate) -> Option<Self> {
        let longer = match self.place() {
            Some(place) => LADDER.get(place + 1),
            None => LADDER.iter().zip(LENGTHS).find(|(_, days)| *days > self.days()).map(|it| it.0),
        };
        longer.map(|stretch| Self::around(*stretch, self.to, today))
    }

    /// The next shorter stretch around its last day; none: there is none.
    #[must_use]
    pub fn shorter(self, today: NaiveDate) -> Option<Self> {
        let shorter = match self.place() {
            Some(place) => place.checked_sub(1).and_then(|place| LADDER.get(place)),
            None => {
                LADDER.iter().zip(LENGTHS).rfind(|(_, days)| *days < self.days()).map(|it| it.0)
            }
        };
        shorter.map(|stretch| Self::around(*stretch, self.to, today))
    }

    fn place(self) -> Option<usize> {
        LADDER.iter().position(|one| *one == self.stretch)
    }

    /// `23 Nov 2025 to 22 Nov`.
    #[must_use]
    pub fn dates(self, today: NaiveDate) -> String {
        match self.stretch {
            Stretch::All => "since the first entry".to_owned(),
            _ => format!("{} to {}", day(self.from, today), day(self.to, today)),
        }
    }

    /// What it is called: `October 2026`, `2026-Q4 so far`, `The last 365 days`, `Everything`.
    #[must_use]
    pub fn called(self, today: NaiveDate) -> String {
        let year = self.from.year();
        let name = match self.stretch {
            Stretch::Month => self.from.format("%B %Y").to_string(),
            Stretch::Quarter => format!("{year}-Q{}", self.from.month0() / 3 + 1),
            Stretch::HalfYear => {
                let half = if self.from.month() == 1 { "First" } else { "Second" };
                format!("{half} half of {year}")
            }
            Stretch::Year => year.to_string(),
            Stretch::Days365 if self.to == today => return "The last 365 days".to_owned(),
            Stretch::Days365 => return format!("365 days to {}", day(self.to, today)),
            Stretch::All => return "Everything".to_owned(),
            Stretch::Own => return format!("{} days", self.days()),
        };
        let ended = self.to < today
            || today
                .checked_add_days(Days::new(1))
                .is_some_and(|next| Self::around(self.stretch, next, next).from > self.to);
        if ended { name } else { format!("{name} so far") }
    }
}

impl Stretch {
    /// Months of a stretch of the calendar.
    const fn months(self) -> Option<u32> {
        match self {
            Self::Month => Some(1),
            Self::Quarter => Some(3),
            Self::HalfYear => Some(6),
            Self::Year => Some(12),
            Self::Days365 | Self::All | Self::Own => None,
        }
    }
}

#[cfg(test)]
mod tests;
