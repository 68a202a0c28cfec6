//! The beginning of a book: import, pasted columns, tiers, levels, first scores.

use crate::tui::action::Action;
use crate::tui::action::Wish;
use crate::tui::screen::book::{BookScreen, Sight};

impl BookScreen {
    pub(super) fn start(&mut self, _action: Action, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }
}
