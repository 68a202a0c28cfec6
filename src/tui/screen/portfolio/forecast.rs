//! What a quarter may bring, quarter by quarter.

use crate::domain::forecast::quarter::Quarter;
use crate::domain::page::Page;
use crate::tui::screen::book::Sight;
use crate::tui::screen::leaves::Leaf;
use crate::tui::screen::whole::Want;

/// The quarter that is looked at.
#[derive(Debug, Default)]
pub struct Forecast {
    /// None: the one that today lies in.
    quarter: Option<Quarter>,
}

impl Forecast {
    fn quarter(&self, sight: &Sight<'_>) -> Quarter {
        self.quarter.unwrap_or_else(|| Quarter::of(sight.today))
    }
}

impl Leaf for Forecast {
    fn name(&self) -> &'static str {
        "Forecast"
    }

    fn wants(&self, sight: &Sight<'_>) -> Want {
        Want::Quarter(self.quarter(sight))
    }

    fn page(&self, _sight: &Sight<'_>) -> Option<Page> {
        Some(Page::default())
    }

    fn concept(&self) -> &'static str {
        "book"
    }
}
