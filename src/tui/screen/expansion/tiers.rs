//! The tiers that the figures suggest.

use crate::domain::page::Page;
use crate::domain::page::whole::tiers;
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

    fn page(&self, sight: &Sight<'_>) -> Option<Page> {
        let grown = sight.beside.whole.expansion.as_ref()?;
        Some(tiers::page(grown, sight.rules))
    }

    fn concept(&self) -> &'static str {
        "suggested tier"
    }
}
