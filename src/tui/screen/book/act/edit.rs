//! Editing what is chosen in its form, and own scores by digit.

use crate::domain::account::own_score::Factor;
use crate::tui::action::Wish;
use crate::tui::screen::book::{BookScreen, Sight};

impl BookScreen {
    pub(super) fn edit(&mut self, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn digit(&mut self, _digit: u8, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    pub(super) fn own_score(
        &mut self,
        _factor: Factor,
        _points: i64,
        _sight: &Sight<'_>,
    ) -> Vec<Wish> {
        Vec::new()
    }
}
