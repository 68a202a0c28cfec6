//! The one table of bindings: it dispatches keys, writes the footer, the help and the README.

mod context;
mod name;
mod own;
mod table;

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

/// The table with the keys that this person gave to its acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    /// In the order of [`BINDINGS`].
    keys: Vec<Vec<Key>>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self { keys: BINDINGS.iter().map(|binding| binding.keys.to_vec()).collect() }
    }
}

impl Keymap {
    fn bound(&self) -> impl Iterator<Item = (&'static Binding, &[Key])> {
        BINDINGS.iter().zip(self.keys.iter().map(Vec::as_slice))
    }

    /// What a key does in a context, and in which of the contexts around it it is bound.
    #[must_use]
    pub fn resolve(&self, context: Context, key: Key) -> Option<(Context, Action)> {
        context.chain().iter().find_map(|inner| {
            self.bound()
                .find(|(binding, keys)| binding.context == *inner && keys.contains(&key))
                .map(|(binding, _)| (*inner, binding.action))
        })
    }

    /// The same without the context.
    #[must_use]
    pub fn action(&self, context: Context, key: Key) -> Option<Action> {
        self.resolve(context, key).map(|(_, action)| action)
    }

    /// The bindings that hold in a context, innermost first, each with its keys.
    pub fn bindings(&self, context: Context) -> Vec<(&'static Binding, &[Key])> {
        let around = context.chain().iter();
        around.flat_map(|one| self.bound().filter(move |(row, _)| row.context == *one)).collect()
    }

    /// The key that is shown for an act in a context.
    #[must_use]
    pub fn key(&self, context: Context, action: Action) -> Option<Key> {
        let rows = self.bindings(context);
        rows.iter().find(|(row, _)| row.action == action)?.1.first().copied()
    }

    /// The footer of a context: shown keys and label, in order, neighbours of one label joined.
    #[must_use]
    pub fn footer(&self, context: Context) -> Vec<(Vec<Key>, &'static str)> {
        let mut entries: Vec<(Vec<Key>, &'static str)> = Vec::new();
        let around = context.chain();
        let shown = self.bound().filter(|(row, _)| row.footer && around.contains(&row.context));
        for (binding, keys) in shown {
            let Some(key) = keys.first().copied() else { continue };
            // A pane that has a row of its own for a key shows that one.
            if entries.iter().any(|(keys, _)| keys.contains(&key)) {
                continue;
            }
            match entries.last_mut() {
                Some((keys, label)) if *label == binding.label => keys.push(key),
                _ => entries.push((vec![key], binding.label)),
            }
        }
        entries
    }
}

#[cfg(test)]
mod tests;
