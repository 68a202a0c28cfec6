//! A signal that is switched off for all accounts of a tier.

use crate::domain::account::Tier;
use crate::domain::record::record;
use chrono::NaiveDate;

record! {
    /// *Not here* for a tier.
    TierSilence in "tier_silence" {
        Tier tier: Tier,
        /// The signal's code, as `qbr-late`.
        Code code: String,
        SinceOn since_on: NaiveDate,
        /// None: asked again after a year.
        UntilOn until_on: Option<NaiveDate>,
        Reason reason: Option<String>,
    }
}
