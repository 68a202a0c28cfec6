//! What the user found out about an account at risk.

use crate::domain::cell::Id;
use crate::domain::record::record;
use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    /// Where the risk comes from. Source: the account-management guide.
    RootCause { Product = "product", Service = "service", Relationship = "relationship", }
}

record! {
    /// One review of the risk, from the day it was opened to the day it was closed.
    RiskReview in "risk_review" {
        AccountId account_id: Id,
        OpenedOn opened_on: NaiveDate,
        Cause cause: Option<RootCause>,
        /// What must be true before it is closed.
        ExitCriterion exit_criterion: Option<String>,
        /// The days on which it is looked at again, as written.
        Checkpoints checkpoints: Option<String>,
        /// The sponsor on our side, where the cause is systemic.
        ColleagueId colleague_id: Option<Id>,
        ClosedOn closed_on: Option<NaiveDate>,
        CloseReason close_reason: Option<String>,
    }
}
