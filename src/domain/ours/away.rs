//! The user's own absence: the clocks of talks, reviews and surveys stand still.

use crate::domain::record::record;
use chrono::NaiveDate;

record! {
    /// From the first day to the last, both away.
    Away in "away" {
        FromOn from_on: NaiveDate,
        ToOn to_on: NaiveDate,
        Note note: Option<String>,
    }
}
