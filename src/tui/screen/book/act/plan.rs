//! The plan: done, another day, dropped, the end of a cycle.

use crate::domain::plan::step::Step;
use crate::tui::action::Wish;
use crate::tui::screen::book::{BookScreen, Sight};

impl BookScreen {
    pub(super) fn step_done(&mut self, _step: &Step, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn move_day(&mut self, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn drop_step(&mut self, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn end_cycle(&mut self, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }
}
