//! Signals: in hand, later, not here, dealt with; and why a number is what it is.

use crate::tui::action::Deed;
use crate::tui::action::Wish;
use crate::tui::screen::book::{BookScreen, Sight};

impl BookScreen {
    pub(super) fn signal_menu(&mut self, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn signal_done(&mut self, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn in_hand(&mut self, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn later(&mut self, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn not_here(&mut self, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn deed_on_signal(&mut self, _deed: Deed, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn why(&mut self, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn why_here(&mut self, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }
}
