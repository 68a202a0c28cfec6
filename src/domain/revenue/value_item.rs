//! A result that the client got out of our work.

use crate::domain::cell::Id;
use crate::domain::record::record;
use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    ValueResult { TimeSaved = "time saved", RevenueUp = "revenue up", CostDown = "cost down", }
}

record! {
    /// One result. Source: the account-management guide (value summary).
    ValueItem in "value_item" {
        AccountId account_id: Id,
        OnDate on_date: NaiveDate,
        Result result: ValueResult,
        /// In `unit`s.
        Amount amount: Option<f64>,
        /// As `hours a month`, `EUR`.
        Unit unit: Option<String>,
        /// Where the figure comes from.
        Source source: Option<String>,
        /// The contact who confirmed it.
        ConfirmedBy confirmed_by: Option<Id>,
        ConfirmedOn confirmed_on: Option<NaiveDate>,
        Note note: Option<String>,
    }
}
