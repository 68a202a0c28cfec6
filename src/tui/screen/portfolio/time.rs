//! Where the time goes, against what it is for.

use crate::domain::page::Page;
use crate::tui::screen::book::Sight;
use crate::tui::screen::leaves::Leaf;
use crate::tui::screen::whole::Want;

/// Where the time goes, against what it is for.
#[derive(Debug, Default)]
pub struct Time;

impl Leaf for Time {
    fn name(&self) -> &'static str {
        "Time"
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
