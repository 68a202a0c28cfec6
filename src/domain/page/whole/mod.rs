//! The pages of the whole book.

pub mod forecast;
pub mod ladder;
pub mod not_bought;
pub mod opportunities;
pub mod qbrs;
pub mod quadrant;
pub mod retention;
pub mod runway;
mod said;
pub mod story;
pub mod tiers;
pub mod time;
pub mod what_if;

use super::{Cell, Span};

/// Columns of an account's name.
const NAME: u16 = 18;

/// Whose line it is.
fn whose(name: &str) -> Cell {
    Cell::left(NAME, vec![Span::text(name)])
}
