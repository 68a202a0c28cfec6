//! The accounts by what they pay.

use crate::domain::page::{Page, whole};
use crate::tui::screen::book::Sight;
use crate::tui::screen::leaves::Leaf;
use crate::tui::screen::whole::Want;

/// The accounts by what they pay.
#[derive(Debug)]
pub struct Ladder;

impl Leaf for Ladder {
    fn name(&self) -> &'static str {
        "Ladder"
    }

    fn wants(&self, _sight: &Sight<'_>) -> Want {
        Want::Portfolio
    }

    fn page(&self, sight: &Sight<'_>) -> Option<Page> {
        sight.beside.whole.portfolio.as_deref().map(whole::ladder::page)
    }

    fn concept(&self) -> &'static str {
        "revenue state"
    }
}
