//! The week in sentences.

use crate::domain::page::Page;
use crate::tui::screen::book::Sight;
use crate::tui::screen::leaves::Leaf;
use crate::tui::screen::whole::Want;

/// The week in sentences.
#[derive(Debug, Default)]
pub struct Story;

impl Leaf for Story {
    fn name(&self) -> &'static str {
        "Story"
    }

    fn wants(&self, _sight: &Sight<'_>) -> Want {
        Want::Story
    }

    fn page(&self, _sight: &Sight<'_>) -> Option<Page> {
        Some(Page::default())
    }

    fn concept(&self) -> &'static str {
        "book"
    }
}
