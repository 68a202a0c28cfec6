//! The minutes of the reviews before, one at a time.

use super::board::Spot;
use super::minutes::{copy, of_before};
use super::part::Part;
use crate::tui::action::{Action, Wish};
use crate::tui::screen::book::{Concept, Sight};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Which of them is read: 0 is the newest.
#[derive(Debug, Default)]
pub struct Before {
    nth: usize,
    spot: Spot,
}

impl Before {
    /// The one that is read, while the book holds so many.
    fn nth(&self, sight: &Sight<'_>) -> usize {
        let closed = sight.beside.ritual.as_ref().map_or(0, |ritual| ritual.closed.len());
        self.nth.min(closed.saturating_sub(1))
    }
}

impl Part for Before {
    fn update(&mut self, action: Action, sight: &Sight<'_>) -> Option<Vec<Wish>> {
        let nth = self.nth(sight);
        let reviews = &sight.beside.ritual.as_ref()?.closed;
        let turned = match action {
            Action::Previous => (nth + 1).min(reviews.len().checked_sub(1)?),
            // After the newest comes what is ahead.
            Action::Skip => nth.checked_sub(1)?,
            Action::Copy => return Some(copy(reviews.get(nth)?.minutes.as_deref()?)),
            _ => return self.spot.update(action, &of_before(nth, sight)),
        };
        if turned != nth {
            (self.nth, self.spot) = (turned, Spot::default());
        }
        Some(Vec::new())
    }

    fn figure(&self, sight: &Sight<'_>) -> Option<String> {
        of_before(self.nth(sight), sight).figure
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        self.nth = self.nth(sight);
        self.spot.draw(&of_before(self.nth, sight), area, buffer, sight);
    }

    fn wheel(&mut self, notches: isize, sight: &Sight<'_>) {
        self.spot.wheel(notches, &of_before(self.nth(sight), sight));
    }

    fn concept(&self, _sight: &Sight<'_>) -> Option<Concept> {
        Some(Concept::named("minutes"))
    }
}
