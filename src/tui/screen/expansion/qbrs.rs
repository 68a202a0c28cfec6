//! What to bring to the next QBRs.

use crate::domain::page::Page;
use crate::domain::page::whole::qbrs;
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

    fn page(&self, sight: &Sight<'_>) -> Option<Page> {
        let grown = sight.beside.whole.expansion.as_ref()?;
        Some(qbrs::page(grown, sight.rules))
    }

    fn concept(&self) -> &'static str {
        "qbr"
    }
}
