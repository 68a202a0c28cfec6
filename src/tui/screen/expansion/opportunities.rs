//! All that could grow, the most worth first.

use crate::domain::page::Page;
use crate::domain::page::whole::opportunities;
use crate::tui::screen::book::Sight;
use crate::tui::screen::leaves::Leaf;
use crate::tui::screen::whole::Want;

/// All that could grow, the most worth first.
#[derive(Debug, Default)]
pub struct Opportunities;

impl Leaf for Opportunities {
    fn name(&self) -> &'static str {
        "Opportunities"
    }

    fn wants(&self, _sight: &Sight<'_>) -> Want {
        Want::Expansion
    }

    fn page(&self, sight: &Sight<'_>) -> Option<Page> {
        let grown = sight.beside.whole.expansion.as_ref()?;
        Some(opportunities::page(grown, sight.rules))
    }

    fn concept(&self) -> &'static str {
        "opportunity"
    }
}
