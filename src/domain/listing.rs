//! What the list shows of the book, and in which order.

use super::word::words;

words! {
    /// The order of the list.
    Sort {
        /// Who needs me, in groups.
        Need = "who needs me", Name = "name", Arr = "ARR", Score = "score", ActBy = "act-by date",
        LastTalk = "last talk",
    }
}
