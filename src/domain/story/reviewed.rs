//! Whether the week had its review.

use crate::domain::day::{day, weekday};
use crate::domain::signal::sentence::count;
use chrono::NaiveDate;

/// How the weekly review stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reviewed {
    pub today: NaiveDate,
    /// The first day of the week that is told.
    pub from: NaiveDate,
    /// The day on which the newest review began.
    pub opened_on: Option<NaiveDate>,
    /// It is not closed yet.
    pub running: bool,
    /// Accounts looked at by themselves, and those that were to be.
    pub looked: usize,
    pub of: usize,
}

impl Reviewed {
    fn on(&self, on: NaiveDate) -> String {
        weekday(on, self.today)
    }

    /// In a few words: `review held Fri 20 Nov`.
    pub(super) fn short(&self) -> String {
        match self.opened_on {
            None => "no review yet".to_owned(),
            Some(_) if self.running => format!("review at {} of {}", self.looked, self.of),
            Some(on) if on >= self.from => format!("review held {}", self.on(on)),
            Some(on) => format!("no review since {}", day(on, self.today)),
        }
    }

    /// The same as a sentence.
    pub(super) fn told(&self) -> String {
        let looked = format!("{} of {} looked at", self.looked, count(self.of, "account"));
        match self.opened_on {
            None => "No weekly review was held yet.".to_owned(),
            Some(on) if self.running => format!("Weekly review begun {}: {looked}.", self.on(on)),
            Some(on) if on >= self.from => format!("Weekly review held {}: {looked}.", self.on(on)),
            Some(on) => format!("No weekly review this week; the last began {}.", self.on(on)),
        }
    }
}
