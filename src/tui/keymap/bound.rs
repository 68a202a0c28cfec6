//! The keys as they are bound for this person, and what the footer shows of them.

use super::{BINDINGS, Binding, Context};
use crate::tui::action::Action;
use crate::tui::key::Key;

/// The table with the keys that this person gave to its acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    /// In the order of [`BINDINGS`].
    pub(super) keys: Vec<Vec<Key>>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self { keys: BINDINGS.iter().map(|binding| binding.keys.to_vec()).collect() }
    }
}

impl Keymap {
    pub(super) fn bound(&self) -> impl Iterator<Item = (&'static Binding, &[Key])> {
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
        let of_panes = |row: &Binding| {
            row.context == Context::Book
                && row.action.is_of_panes()
                && around.contains(&Context::Whole)
        };
        let shown = self
            .bound()
            .filter(|(row, _)| row.footer && around.contains(&row.context) && !of_panes(row));
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
