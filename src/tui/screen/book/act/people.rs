//! The map: levels, places, still true.

use crate::tui::action::Deed;
use crate::tui::action::Wish;
use crate::tui::screen::book::{BookScreen, Sight};

impl BookScreen {
    pub(super) fn still_true(&mut self, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn place_person(&mut self, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn accept_levels(&mut self, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn deed_on_person(&mut self, _deed: Deed, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }
}
