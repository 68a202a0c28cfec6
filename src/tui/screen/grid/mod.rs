//! Accounts and their factors, as in a spreadsheet.

use super::book::{Concept, Sight};
use super::view::{Facing, Screen};
use crate::tui::action::{Action, Wish};
use crate::tui::keymap::Context;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Where the person is in it.
#[derive(Debug, Default)]
pub struct GridScreen {}

impl Screen for GridScreen {
    fn context(&self, _sight: &Sight<'_>) -> Context {
        Context::Grid
    }

    fn update(&mut self, action: Action, _sight: &Sight<'_>) -> Option<Vec<Wish>> {
        (action == Action::Stale).then(Vec::new)
    }

    fn facing(&self, _sight: &Sight<'_>) -> Facing {
        Facing::default()
    }

    fn draw(&mut self, _area: Rect, _buffer: &mut Buffer, _sight: &Sight<'_>) {}

    fn concept(&self, _sight: &Sight<'_>) -> Option<Concept> {
        None
    }
}
