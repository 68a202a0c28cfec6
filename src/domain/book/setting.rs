//! A setting that belongs to this book and not to the computer: its base currency.

use crate::domain::record::record;

/// The key of the base currency's code.
pub const BASE_CURRENCY: &str = "base currency";

record! {
    Setting in "setting" {
        Key key: String,
        Content content: String,
    }
}
