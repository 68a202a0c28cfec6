//! The one place that reads the clock of the computer.

use chrono::{DateTime, Local, NaiveDate, Utc};

/// A moment as the program uses it: the calendar day it works on, and the time it is recorded at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day that every rule is asked about.
    pub today: NaiveDate,
    /// For the journal and for file names.
    pub at: DateTime<Utc>,
}

/// Today as the computer says, or a day given by `--today`.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    Real,
    Fixed(NaiveDate),
}

impl Clock {
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the place")]
    pub fn now(self) -> Moment {
        let today = match self {
            Self::Real => Local::now().date_naive(),
            Self::Fixed(today) => today,
        };
        Moment { today, at: Utc::now() }
    }
}
