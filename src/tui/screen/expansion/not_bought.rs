//! What they do not buy yet.

use crate::domain::page::Page;
use crate::domain::page::whole::not_bought;
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

    fn page(&self, sight: &Sight<'_>) -> Option<Page> {
        let grown = sight.beside.whole.expansion.as_ref()?;
        Some(not_bought::page(grown))
    }

    fn concept(&self) -> &'static str {
        "whitespace"
    }
}
