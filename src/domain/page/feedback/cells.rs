//! The cells that the rows of the tab are made of.

use crate::domain::page::{Cell, Span};

/// Flush left, so many columns wide; 0: what the others leave.
pub(super) const fn left(width: u16, spans: Vec<Span>) -> Cell {
    Cell { spans, width, right: false, from: 0 }
}

/// A figure: flush right.
pub(super) fn right(width: u16, span: Span) -> Cell {
    Cell { spans: vec![span], width, right: true, from: 0 }
}

/// As [`left`], where the page is at least so wide.
pub(super) fn roomy(from: u16, width: u16, span: Span) -> Cell {
    Cell { spans: vec![span], width, right: false, from }
}
