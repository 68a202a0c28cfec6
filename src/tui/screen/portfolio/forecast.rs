//! What a quarter may bring.

use crate::domain::page::Page;
use crate::tui::screen::book::Sight;
use crate::tui::screen::leaves::Leaf;
use crate::tui::screen::whole::Want;

/// What a quarter may bring.
#[derive(Debug, Default)]
pub struct Forecast;

impl Leaf for Forecast {
    fn name(&self) -> &'static str {
        "Forecast"
    }

    fn wants(&self, _sight: &Sight<'_>) -> Want {
        Want::Quarter
    }

    fn page(&self, _sight: &Sight<'_>) -> Option<Page> {
        Some(Page::default())
    }

    fn concept(&self) -> &'static str {
        "book"
    }
}
