//! A cycle of 90 days; one runs per account.

use crate::domain::cell::Id;
use crate::domain::record::record;
use chrono::NaiveDate;

/// Length of a cycle, days.
pub const CYCLE_DAYS: i64 = 90;

record! {
    Plan in "plan" {
        AccountId account_id: Id,
        StartsOn starts_on: NaiveDate,
        /// The day the user closed it; none: running, even past its 90 days.
        EndedOn ended_on: Option<NaiveDate>,
    }
}
