//! The end of the review: its minutes as they stand, kept by Enter.

use super::board::Spot;
use super::minutes::{board, close, copy};
use super::part::Part;
use crate::tui::action::{Action, Wish};
use crate::tui::screen::book::{Concept, Sight};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// How far they were read.
#[derive(Debug, Default)]
pub struct Closing {
    spot: Spot,
}

impl Part for Closing {
    fn update(&mut self, action: Action, sight: &Sight<'_>) -> Option<Vec<Wish>> {
        match action {
            Action::Open => Some(close(sight)),
            Action::Copy => {
                let survey = sight.beside.ritual.as_ref()?.survey.as_ref()?;
                Some(copy(&survey.minutes))
            }
            _ => self.spot.update(action, &board(sight)),
        }
    }

    fn figure(&self, sight: &Sight<'_>) -> Option<String> {
        board(sight).figure
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        self.spot.draw(&board(sight), area, buffer, sight);
    }

    fn wheel(&mut self, notches: isize, sight: &Sight<'_>) {
        self.spot.wheel(notches, &board(sight));
    }

    fn concept(&self, _sight: &Sight<'_>) -> Option<Concept> {
        Some(Concept::named("minutes"))
    }
}
