//! A stage that is a list, with the line that somebody is on.

use super::board::{Board, Spot};
use super::part::Part;
use crate::tui::action::{Action, Wish};
use crate::tui::footer::Space;
use crate::tui::screen::book::{Concept, Sight};
use crate::tui::screen::view::Facing;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// One of them.
#[derive(Debug)]
pub struct Listed {
    /// What there is to choose from as the book is by now.
    board: fn(&Sight<'_>) -> Board,
    spot: Spot,
    /// The word of the guide that explains it.
    topic: &'static str,
}

impl Listed {
    #[must_use]
    pub fn new(board: fn(&Sight<'_>) -> Board, topic: &'static str) -> Self {
        Self { board, spot: Spot::default(), topic }
    }
}

impl Part for Listed {
    fn update(&mut self, action: Action, sight: &Sight<'_>) -> Option<Vec<Wish>> {
        self.spot.update(action, &(self.board)(sight))
    }

    fn facing(&self, sight: &Sight<'_>) -> Facing {
        self.spot.facing(&(self.board)(sight))
    }

    fn space(&self, sight: &Sight<'_>) -> Space {
        self.spot.space(&(self.board)(sight))
    }

    fn figure(&self, sight: &Sight<'_>) -> Option<String> {
        (self.board)(sight).figure
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        self.spot.draw(&(self.board)(sight), area, buffer, sight);
    }

    fn click(&mut self, x: u16, y: u16, sight: &Sight<'_>) -> Vec<Wish> {
        let opened = self.spot.click(x, y, &(self.board)(sight));
        opened.and_then(|action| self.update(action, sight)).unwrap_or_default()
    }

    fn wheel(&mut self, notches: isize, sight: &Sight<'_>) {
        self.spot.wheel(notches, &(self.board)(sight));
    }

    fn concept(&self, _sight: &Sight<'_>) -> Option<Concept> {
        Some(Concept::named(self.topic))
    }
}
