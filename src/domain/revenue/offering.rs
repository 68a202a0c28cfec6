//! What we sell.

use crate::domain::record::record;
use chrono::NaiveDate;

record! {
    /// One of our own offerings.
    Offering in "offering" {
        Name name: String,
        ArchivedOn archived_on: Option<NaiveDate>,
    }
}
