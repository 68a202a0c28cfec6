//! What became of the revenue of a period.

use crate::domain::page::Page;
use crate::tui::screen::book::Sight;
use crate::tui::screen::leaves::Leaf;
use crate::tui::screen::whole::Want;

/// What became of the revenue of a period.
#[derive(Debug, Default)]
pub struct Retention;

impl Leaf for Retention {
    fn name(&self) -> &'static str {
        "Retention"
    }

    fn wants(&self, _sight: &Sight<'_>) -> Want {
        Want::Retention
    }

    fn page(&self, _sight: &Sight<'_>) -> Option<Page> {
        Some(Page::default())
    }

    fn concept(&self) -> &'static str {
        "book"
    }
}
