//! The contracts of the months ahead.

use crate::domain::page::{Page, whole};
use crate::tui::screen::book::Sight;
use crate::tui::screen::leaves::Leaf;
use crate::tui::screen::whole::Want;

/// The contracts of the months ahead.
#[derive(Debug)]
pub struct Runway;

impl Leaf for Runway {
    fn name(&self) -> &'static str {
        "Runway"
    }

    fn wants(&self, _sight: &Sight<'_>) -> Want {
        Want::Portfolio
    }

    fn page(&self, sight: &Sight<'_>) -> Option<Page> {
        sight.beside.whole.portfolio.as_deref().map(whole::runway::page)
    }

    fn concept(&self) -> &'static str {
        "runway"
    }
}
