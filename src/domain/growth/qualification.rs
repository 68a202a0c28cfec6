//! Whether growth with an account is realistic.

use crate::domain::cell::Id;
use crate::domain::record::record;
use chrono::NaiveDate;

record! {
    /// One verdict; the latest counts, none is overwritten.
    Qualification in "qualification" {
        AccountId account_id: Id,
        OnDate on_date: NaiveDate,
        Realistic realistic: bool,
        Why why: Option<String>,
    }
}
