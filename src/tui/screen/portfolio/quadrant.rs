//! What clients say against what they pay.

use crate::domain::page::Page;
use crate::tui::screen::book::Sight;
use crate::tui::screen::leaves::Leaf;
use crate::tui::screen::whole::Want;

/// What clients say against what they pay.
#[derive(Debug, Default)]
pub struct Quadrant;

impl Leaf for Quadrant {
    fn name(&self) -> &'static str {
        "Quadrant"
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
