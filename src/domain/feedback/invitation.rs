//! A contact was asked for an answer.

use crate::domain::cell::Id;
use crate::domain::record::record;
use chrono::NaiveDate;

record! {
    Invitation in "invitation" {
        ContactId contact_id: Id,
        OnDate on_date: NaiveDate,
    }
}
