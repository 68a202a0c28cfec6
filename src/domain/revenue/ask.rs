//! What an advocate was asked for.

use crate::domain::cell::Id;
use crate::domain::record::record;
use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    AskKind {
        Referral = "referral", CrossSell = "cross-sell", Review = "review", Speaker = "speaker",
        Testimonial = "testimonial",
    }
}

record! {
    /// One request. Source: CustomerGauge's Account Success process (magic quadrant).
    Ask in "ask" {
        AccountId account_id: Id,
        ContactId contact_id: Option<Id>,
        OnDate on_date: NaiveDate,
        Kind kind: AskKind,
        /// None: no answer yet.
        Granted granted: Option<bool>,
        Note note: Option<String>,
    }
}
