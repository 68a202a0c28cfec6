//! The weekly review: one account after the other, then what was decided.

use super::book::{Concept, Sight};
use super::view::{Facing, Screen};
use crate::tui::action::{Action, Wish};
use crate::tui::keymap::Context;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Where the person is in it.
#[derive(Debug, Default)]
pub struct ReviewScreen {}

impl Screen for ReviewScreen {
    fn context(&self, _sight: &Sight<'_>) -> Context {
        Context::Review
    }

    fn update(&mut self, _action: Action, _sight: &Sight<'_>) -> Option<Vec<Wish>> {
        None
    }

    fn facing(&self, _sight: &Sight<'_>) -> Facing {
        Facing::default()
    }

    fn draw(&mut self, _area: Rect, _buffer: &mut Buffer, _sight: &Sight<'_>) {}

    fn concept(&self, _sight: &Sight<'_>) -> Option<Concept> {
        None
    }
}
