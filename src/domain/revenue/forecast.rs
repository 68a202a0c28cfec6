//! The user's own estimate of a renewal.

use crate::domain::cell::Id;
use crate::domain::money::Currency;
use crate::domain::record::record;
use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    /// What becomes of a contract at its end.
    Outcome { Full = "full", Shrink = "shrink", Lost = "lost", }
}

record! {
    /// *My forecast* for the contract that ends on a day; beside the score, never averaged.
    Forecast in "forecast" {
        AccountId account_id: Id,
        OnDate on_date: NaiveDate,
        /// The end of the contract that it is about.
        EndsOn ends_on: NaiveDate,
        Outcome outcome: Outcome,
        /// Percent, of the outcome named.
        Probability probability: i64,
        /// ARR after the renewal, minor units.
        NewAmount new_amount: Option<i64>,
        Currency currency: Option<Currency>,
        Note note: Option<String>,
    }
}
