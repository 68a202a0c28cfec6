//! The contracts that end soon, week by week.

use crate::domain::page::Page;
use crate::tui::screen::book::Sight;
use crate::tui::screen::leaves::Leaf;
use crate::tui::screen::whole::Want;

/// The contracts that end soon, week by week.
#[derive(Debug, Default)]
pub struct Runway;

impl Leaf for Runway {
    fn name(&self) -> &'static str {
        "Runway"
    }

    fn wants(&self, _sight: &Sight<'_>) -> Want {
        Want::Portfolio
    }

    fn page(&self, _sight: &Sight<'_>) -> Option<Page> {
        Some(Page::default())
    }

    fn concept(&self) -> &'static str {
        "book"
    }
}
