//! What to bring to the next QBRs.

use crate::domain::page::Page;
use crate::tui::screen::book::Sight;
use crate::tui::screen::leaves::Leaf;
use crate::tui::screen::whole::Want;

/// What to bring to the next QBRs.
#[derive(Debug, Default)]
pub struct Qbrs;

impl Leaf for Qbrs {
    fn name(&self) -> &'static str {
        "QBRs"
    }

    fn wants(&self, _sight: &Sight<'_>) -> Want {
        Want::Expansion
    }

    fn page(&self, _sight: &Sight<'_>) -> Option<Page> {
        Some(Page::default())
    }

    fn concept(&self) -> &'static str {
        "book"
    }
}
