//! The accounts by what they pay.

use crate::domain::page::Page;
use crate::tui::screen::book::Sight;
use crate::tui::screen::leaves::Leaf;
use crate::tui::screen::whole::Want;

/// The accounts by what they pay.
#[derive(Debug, Default)]
pub struct Ladder;

impl Leaf for Ladder {
    fn name(&self) -> &'static str {
        "Ladder"
    }

    fn wants(&self, _sight: &Sight<'_>) -> Want {
        Want::Portfolio
    }

    fn page(&self, _sight: &Sight<'_>) -> Option<Page> {
        Some(Page::default())
    }

    fn concept(&self) -> &'static str {
        "book"
    }
}
