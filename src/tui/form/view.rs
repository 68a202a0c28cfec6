//! How much of a form is on the screen, and what lies where.

use ratatui::layout::{Position, Rect};

/// What a click on a place means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A line of a field, whose text begins in column `x` of the screen.
    Field {
        field: usize,
        x: u16,
        line: usize,
    },
    /// An option of a field, by its place among the found ones.
    Option {
        field: usize,
        place: usize,
    },
    /// An answer to the question that is asked.
    Answer(usize),
    Save,
    Close,
}

/// The part of the form that shows.
#[derive(Clone, Debug)]
pub struct View {
    /// Lines above it.
    pub top: usize,
    /// The next drawing brings the field in focus into view.
    pub follows: bool,
    pub hits: Vec<(Rect, Hit)>,
}

impl Default for View {
    fn default() -> Self {
        Self { top: 0, follows: true, hits: Vec::new() }
    }
}

impl View {
    pub fn scroll(&mut self, by: isize) {
        self.top = self.top.saturating_add_signed(by);
        self.follows = false;
    }

    /// What lies here, with the column and row. The last one drawn lies on top.
    pub fn hit(&self, at: Position) -> Option<(Hit, u16, u16)> {
        let hit = self.hits.iter().rev().find(|(place, _)| place.contains(at))?;
        Some((hit.1, at.x, at.y))
    }

    /// Moves so that the lines from `first` to `last` show among so many, the first of them
    /// rather than the last.
    pub fn show(&mut self, first: usize, last: usize, lines: usize, all: usize) {
        if self.follows {
            self.top = self.top.max((last + 1).saturating_sub(lines)).min(first);
        }
        self.top = self.top.min(all.saturating_sub(lines));
    }
}
