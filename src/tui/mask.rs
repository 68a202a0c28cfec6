//! Names, money and free text hidden on the screen, for as long as somebody else looks on. The
//! screen is handed nothing but what may be shown, and so changes nothing: what is hidden from it
//! could be written over.

use super::action::{Action, Opening};
use super::app::App;
use super::shown::{Beside, Shown};
use crate::domain::mask;

/// What is said to whoever wants to change something meanwhile.
pub const REFUSED: &str = "Names and money are hidden, so nothing is changed: m shows them again.";

/// Stands at the bottom as long as it lasts.
pub const LASTS: &str = "Names and money are hidden; m shows them again.";

impl Shown {
    /// Forgets or covers what was read openly; it is read anew, hidden.
    pub fn cover(&mut self) {
        // It would name somebody in the title, and nobody is found by name among the numbers.
        if self.listing.names(self.today) {
            self.listing.filter.clear();
        }
        mask::book(&mut self.book);
        self.whole.iter_mut().for_each(mask::book);
        self.dossier = None;
        self.log = None;
        self.history = None;
        self.unlinked = None;
    }
}

impl App {
    /// Hides names and money, or shows them again.
    pub fn mask(&mut self) {
        self.shown.mask = !self.shown.mask;
        if self.shown.mask {
            self.shown.cover();
        }
        // What was hidden is not to be shown again as it was, and never written.
        // Nor is what was made of the one reading to be taken for that of the other.
        let stamp = self.shown.beside.whole.stamp + 1;
        self.shown.beside = Beside::default();
        self.shown.beside.whole.stamp = stamp;
        self.wished.anew = true;
        self.say(if self.shown.mask { LASTS } else { "Names and money are shown." });
    }
}

/// What is said to whoever wants to open that meanwhile.
#[must_use]
pub const fn refused(opening: &Opening) -> &'static str {
    match opening {
        Opening::Brief(_) | Opening::Copy { .. } => {
            "Names and money are hidden, also from a brief or a copy: m shows them again."
        }
        _ => REFUSED,
    }
}

/// It only shows what the screen was handed.
#[must_use]
pub const fn may_open(opening: &Opening) -> bool {
    matches!(
        opening,
        Opening::Pick(_)
            | Opening::Add(_)
            | Opening::Why { .. }
            | Opening::Ground(_)
            | Opening::AsOf { .. }
            | Opening::Find(_)
            | Opening::Playbook { .. }
            | Opening::Guide(_)
    )
}

/// It changes the book, or goes to another one.
#[must_use]
pub const fn changes(action: Action) -> bool {
    matches!(action, Action::Undo | Action::Redo | Action::Demo | Action::Unsaved)
}
