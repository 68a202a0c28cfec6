//! The weekly review: the accounts that are due, had an event or need somebody, decided upon one
//! after the other, and the three things promised for the week after.

pub mod candidate;
pub mod commitment;
pub mod contacts;
pub mod deed;
pub mod event;
pub mod expansion;
pub mod loose;
pub mod minutes;
pub mod pace;
pub mod plans;
pub mod queue;
pub mod ritual;
pub mod sentence;
pub mod since;
pub mod stage;
pub mod survey;
pub mod visit;

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
