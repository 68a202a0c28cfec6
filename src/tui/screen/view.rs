//! What a view of the book is: the Book itself, and those beside it.

use super::book::{Concept, Sight};
use crate::desk::Receipt;
use crate::domain::account::own_score::Factor;
use crate::domain::cell::Id;
use crate::domain::word::words;
use crate::error::Error;
use crate::tui::action::{Action, Deed, Wish};
use crate::tui::footer::Space;
use crate::tui::form::draft::Draft;
use crate::tui::key::Input;
use crate::tui::keymap::Context;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fmt::Debug;

words! {
    /// A view, in the order of the topmost line.
    View {
        Book = "Book", Portfolio = "Portfolio", Agenda = "Agenda", Grid = "Grid",
        Expansion = "Expansion", Review = "Review",
    }
}

#[expect(clippy::derivable_impls, reason = "a list of words derives no first one")]
impl Default for View {
    fn default() -> Self {
        Self::Book
    }
}

impl View {
    /// The digit that goes to it after `g`, and alone where digits score nothing.
    #[must_use]
    pub const fn digit(self) -> Option<char> {
        match self {
            Self::Book => Some('1'),
            Self::Portfolio => Some('2'),
            Self::Agenda => Some('3'),
            Self::Grid => Some('4'),
            Self::Expansion => Some('5'),
            Self::Review => None,
        }
    }

    /// Its name where there is little room.
    #[must_use]
    pub const fn short(self) -> &'static str {
        match self {
            Self::Portfolio => "Portf",
            Self::Expansion => "Expand",
            _ => self.word(),
        }
    }
}

/// What the acts of the Book are about while another view is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facing {
    pub account: Option<Id>,
    pub at: At,
}

/// What of the account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum At {
    /// All of it, with the strongest of its signals.
    #[default]
    Account,
    /// The signal with this code.
    Signal(String),
    Step(Id),
    Factor(Factor),
}

/// A view beside the Book. An act that it does not know is the Book's, for what it faces.
pub trait Screen: Debug {
    /// Where keys are pressed.
    fn context(&self, sight: &Sight<'_>) -> Context;

    /// What an act does here; none: it is the Book's.
    fn update(&mut self, action: Action, sight: &Sight<'_>) -> Option<Vec<Wish>>;

    /// What a deed that was chosen from a list does here; none: it is the Book's.
    fn perform(&mut self, _deed: &Deed, _sight: &Sight<'_>) -> Option<Vec<Wish>> {
        None
    }

    /// What is typed or pasted into a cell or a line of the view; none: it is a key like others.
    fn typed(&mut self, _input: &Input, _sight: &Sight<'_>) -> Option<Vec<Wish>> {
        None
    }

    /// What the acts of the Book are about.
    fn facing(&self, sight: &Sight<'_>) -> Facing;

    /// Draws everything under the topmost line.
    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>);

    fn click(&mut self, _x: u16, _y: u16, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    /// The wheel turned there, down for positive notches.
    fn wheel(&mut self, _x: u16, _y: u16, _notches: isize, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    /// Which word of the trade explains what is chosen.
    fn concept(&self, sight: &Sight<'_>) -> Option<Concept>;

    /// What Space does at this moment.
    fn space(&self, _sight: &Sight<'_>) -> Space {
        Space::AsBound
    }

    /// It must see what becomes of its last commit before it can hear another key.
    fn waits(&self) -> bool {
        false
    }

    /// Something was written, by this view or by another part of the program.
    fn heard(&mut self, _receipt: &Receipt) {}

    /// Something could not be written.
    fn failed(&mut self, _error: &Error) {}

    /// What was typed into it and is not in the book yet.
    fn draft(&self) -> Option<Draft> {
        None
    }
}
