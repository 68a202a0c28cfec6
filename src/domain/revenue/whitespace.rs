//! What a unit of the client buys of an offering, and what it does not buy yet.

use crate::domain::cell::Id;
use crate::domain::record::record;
use crate::domain::word::words;

words! {
    WhitespaceState { Won = "won", Open = "open", Possible = "possible", Blocked = "blocked", }
}

record! {
    /// One field of the table units × offerings.
    Whitespace in "whitespace" {
        AccountId account_id: Id,
        UnitId unit_id: Id,
        OfferingId offering_id: Id,
        State state: WhitespaceState,
        /// The opportunity that it became.
        OpportunityId opportunity_id: Option<Id>,
        Note note: Option<String>,
    }
}
