//! What the user told a signal: later, or not here.

use crate::domain::cell::Id;
use crate::domain::record::record;
use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    SilenceKind { Later = "later", NotHere = "not here", }
}

record! {
    /// A signal of this account that rests until a day, or for good.
    Silence in "silence" {
        AccountId account_id: Id,
        Kind kind: SilenceKind,
        /// The signal's code, as `champion-left`.
        Code code: String,
        SinceOn since_on: NaiveDate,
        /// None with *not here*: asked again after a year.
        UntilOn until_on: Option<NaiveDate>,
        Reason reason: Option<String>,
    }
}
