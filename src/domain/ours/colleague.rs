//! Somebody on our side.

use crate::domain::record::record;
use chrono::NaiveDate;

record! {
    /// A person of our own firm.
    Colleague in "colleague" {
        Name name: String,
        /// What they do here, as `Support lead`.
        Function function: Option<String>,
        Email email: Option<String>,
        Note note: Option<String>,
        ArchivedOn archived_on: Option<NaiveDate>,
    }
}
