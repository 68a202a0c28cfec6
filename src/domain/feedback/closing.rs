//! Something closed by hand, with the reason.

use crate::domain::cell::Id;
use crate::domain::record::record;
use chrono::NaiveDate;

record! {
    /// A detractor, an upset or a risk review that the user closed without what the rule waits for.
    Closing in "closing" {
        AccountId account_id: Id,
        /// None: an anonymous answer, or the account as a whole.
        ContactId contact_id: Option<Id>,
        /// The signal's code, as `open-detractor`.
        Code code: String,
        OnDate on_date: NaiveDate,
        Reason reason: String,
    }
}
