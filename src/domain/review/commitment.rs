//! What is promised for the week after a review.

use crate::domain::cell::Id;
use crate::domain::record::record;

record! {
    /// One of the three things that a review ends with, and the next one opens with.
    Commitment in "commitment" {
        ReviewId review_id: Id,
        /// 1-3.
        Place place: i64,
        /// None: it is about no account.
        AccountId account_id: Option<Id>,
        /// The step it is to be done by; none: mere words, or the step was removed.
        StepId step_id: Option<Id>,
        Text text: String,
    }
}
