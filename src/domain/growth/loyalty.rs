//! Where the user sees an account on the loyalty ladder.

use crate::domain::cell::Id;
use crate::domain::record::record;
use chrono::NaiveDate;

record! {
    /// One claim with its evidence; the latest counts, none is overwritten. Model: the Loyalty Ladder.
    Loyalty in "loyalty" {
        AccountId account_id: Id,
        /// 1 locked in, 2 liked, 3 partner.
        Step step: i64,
        Evidence evidence: String,
        OnDate on_date: NaiveDate,
    }
}
