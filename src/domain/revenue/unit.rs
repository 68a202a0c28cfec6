//! A part of a client that buys for itself.

use crate::domain::cell::Id;
use crate::domain::record::record;

record! {
    /// A department, site or daughter of the client.
    Unit in "unit" {
        AccountId account_id: Id,
        Name name: String,
    }
}
