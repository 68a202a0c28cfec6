//! The list: marks and what is done to all marked, filter, order, going to an account.

use crate::tui::action::Deed;
use crate::tui::action::Wish;
use crate::tui::screen::book::{BookScreen, Sight};

impl BookScreen {
    pub(super) fn mark(&mut self, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn mark_all(&mut self, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn tier(&mut self, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn archive(&mut self, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn repeat(&mut self, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn find(&mut self, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn sort(&mut self, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn go_to_account(&mut self, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn deed_on_accounts(&mut self, _deed: Deed, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn deed_on_list(&mut self, _deed: Deed, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }
}
