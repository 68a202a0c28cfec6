//! Changes tried on a copy of the book.

use crate::domain::page::Page;
use crate::tui::screen::book::Sight;
use crate::tui::screen::leaves::Leaf;
use crate::tui::screen::whole::Want;

/// Changes tried on a copy of the book.
#[derive(Debug, Default)]
pub struct WhatIf;

impl Leaf for WhatIf {
    fn name(&self) -> &'static str {
        "What if"
    }

    fn wants(&self, _sight: &Sight<'_>) -> Want {
        Want::WhatIf
    }

    fn page(&self, _sight: &Sight<'_>) -> Option<Page> {
        Some(Page::default())
    }

    fn concept(&self) -> &'static str {
        "book"
    }
}
