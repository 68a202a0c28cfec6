//! What lies under the mouse: each drawing notes what it drew where.

use super::spot::Spot;
use super::{BookScreen, Pane, Tab};
use crate::domain::account::own_score::Factor;
use crate::domain::cell::Id;
use crate::tui::screen::view::View;
use ratatui::layout::{Position, Rect};

/// Something that can be clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Pane(Pane),
    Account(Id),
    /// A line of the list that is no account's.
    Spot(Spot),
    Tab(Tab),
    Signal(usize),
    /// Row and column.
    Seat(usize, usize),
    /// Somebody in a view of the map without seats.
    Person(Id),
    Factor(Factor),
    /// A line of the plan, as it was drawn.
    Step(usize),
    Talk(usize),
    /// A line of a page that can be chosen.
    Line(usize),
    /// A way to begin an empty book.
    Way(usize),
    /// Another view.
    View(View),
    /// The word about setting up.
    Setup,
}

/// What the last frame drew; later entries lie above earlier ones.
#[derive(Debug, Default)]
pub struct Hits(Vec<(Rect, Target)>);

impl Hits {
    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn note(&mut self, place: Rect, target: Target) {
        if !place.is_empty() {
            self.0.push((place, target));
        }
    }
}

impl BookScreen {
    /// What the last frame drew at this place of the screen.
    #[must_use]
    pub fn hit(&self, x: u16, y: u16) -> Option<Target> {
        let at = Position::new(x, y);
        self.hits.0.iter().rev().find(|(place, _)| place.contains(at)).map(|(_, target)| *target)
    }

    /// The pane at this place of the screen, for the wheel.
    #[must_use]
    pub fn pane_at(&self, x: u16, y: u16) -> Option<Pane> {
        let at = Position::new(x, y);
        self.hits.0.iter().find_map(|(place, target)| match target {
            Target::Pane(pane) if place.contains(at) => Some(*pane),
            _ => None,
        })
    }
}
