//! The tiers that the figures suggest.

use crate::domain::page::Page;
use crate::tui::screen::book::Sight;
use crate::tui::screen::leaves::Leaf;
use crate::tui::screen::whole::Want;

/// The tiers that the figures suggest.
#[derive(Debug, Default)]
pub struct Tiers;

impl Leaf for Tiers {
    fn name(&self) -> &'static str {
        "Tiers"
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
