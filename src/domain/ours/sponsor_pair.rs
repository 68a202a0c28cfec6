//! An executive of theirs and one of ours who know each other.

use crate::domain::cell::Id;
use crate::domain::record::record;
use chrono::NaiveDate;

record! {
    /// One pair. Source of the four criteria: the consultant's guide; none: not known.
    SponsorPair in "sponsor_pair" {
        AccountId account_id: Id,
        /// Their executive.
        ContactId contact_id: Id,
        /// Ours; none: not found yet.
        ColleagueId colleague_id: Option<Id>,
        /// Senior enough to decide.
        Senior senior: Option<bool>,
        /// Has a personal stake in the result.
        Stake stake: Option<bool>,
        /// Is respected on both sides.
        Respected respected: Option<bool>,
        HasTime has_time: Option<bool>,
        SinceOn since_on: NaiveDate,
        EndedOn ended_on: Option<NaiveDate>,
        Note note: Option<String>,
    }
}
