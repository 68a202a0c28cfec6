//! The weekly review: the accounts that are due, had an event or need somebody, decided upon one
//! after the other, and the three things promised for the week after.

pub mod commitment;
pub mod visit;

use super::cell::Id;
use super::record::record;
use chrono::NaiveDate;

record! {
    /// One review of the book. The one without a last day is running.
    Review in "review" {
        OpenedOn opened_on: NaiveDate,
        ClosedOn closed_on: Option<NaiveDate>,
        /// The highest number of a step when it began: what is above was written in it.
        StepsBefore steps_before: i64,
        /// Every account is looked at, whether it is due or not.
        Everybody everybody: bool,
        /// What was decided, as Markdown; kept when it is closed.
        Minutes minutes: Option<String>,
    }
}
