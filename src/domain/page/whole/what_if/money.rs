//! Amounts of the book, as they are told.

use crate::domain::money::Money;
use crate::domain::what_if::Real;

fn amount(minor: i64, real: &Real) -> Money {
    Money { minor, currency: real.rules.exchange.base }
}

/// `940k`.
pub fn short(minor: i64, real: &Real) -> String {
    amount(minor, real).short()
}

/// `€940k`.
pub fn signed(minor: i64, real: &Real) -> String {
    amount(minor, real).signed_short()
}

/// `−40k`.
pub fn moved(minor: i64, real: &Real) -> String {
    amount(minor, real).moved()
}
