//! An account in a review.

use crate::domain::cell::Id;
use crate::domain::record::record;
use crate::domain::word::words;

words! {
    /// How it was left.
    VisitResult {
        Fine = "fine",
        /// Something was written down: a step, a score, a note.
        Decided = "decided",
        Later = "later",
        Skipped = "skipped",
    }
}

record! {
    /// One account of one review, looked at or still to be.
    Visit in "visit" {
        ReviewId review_id: Id,
        AccountId account_id: Id,
        /// From 1 in the order of the review.
        Place place: i64,
        /// To be looked at by itself; false: with the unchanged rest on one screen.
        Queued queued: bool,
        /// Why it is looked at, in a few words.
        Why why: String,
        /// As it stood when it was looked at, unrounded.
        Score score: Option<f64>,
        /// None: still to be looked at.
        Result result: Option<VisitResult>,
        /// How long it was looked at.
        Seconds seconds: i64,
    }
}
