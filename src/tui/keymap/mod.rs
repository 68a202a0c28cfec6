//! The one table of bindings: it dispatches keys, writes the footer, the help and the README.

mod bound;
mod context;
mod name;
mod own;
mod table;

pub use bound::Keymap;
pub use context::Context;
pub use own::{print, with_own};
pub use table::BINDINGS;

use super::action::Action;
use super::key::Key;

/// The heading under which the help lists a binding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Move,
    Look,
    Add,
    Change,
    Start,
    Program,
}

impl Group {
    /// In the order of the help.
    pub const ALL: [Self; 6] =
        [Self::Move, Self::Look, Self::Add, Self::Change, Self::Start, Self::Program];

    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Move => "Move",
            Self::Look => "Look",
            Self::Add => "Add",
            Self::Change => "Change",
            Self::Start => "Begin a book",
            Self::Program => "Program",
        }
    }
}

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    pub context: Context,
    /// The first is the one that is shown; the others are silent extras. None: it is found in the
    /// help alone.
    pub keys: &'static [Key],
    pub action: Action,
    /// What it does, in a few words; neighbours with the same label share a place in the footer.
    pub label: &'static str,
    pub group: Group,
    /// Shown in the footer where there is room.
    pub footer: bool,
}

/// The bindings that hold in a context: its own and those of the contexts around it.
pub fn bindings(context: Context) -> impl Iterator<Item = &'static Binding> {
    let around = context.chain();
    BINDINGS.iter().filter(move |binding| around.contains(&binding.context))
}

#[cfg(test)]
mod tests;
