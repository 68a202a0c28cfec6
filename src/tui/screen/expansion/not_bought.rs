//! What they do not buy yet.

use crate::domain::page::Page;
use crate::tui::screen::book::Sight;
use crate::tui::screen::leaves::Leaf;
use crate::tui::screen::whole::Want;

/// What they do not buy yet.
#[derive(Debug, Default)]
pub struct NotBought;

impl Leaf for NotBought {
    fn name(&self) -> &'static str {
        "Not bought"
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
