//! What is handed to a commit beside its changes, and what comes back.

use crate::domain::cell::Id;
use crate::domain::change::{Change, Expected};
use crate::domain::score::print::tenth;
use crate::domain::word::words;

words! {
    /// Where a step of the journal comes from.
    ActKind { Edit = "edit", Import = "import", Demo = "demo", Undo = "undo", Redo = "redo", }
}

/// What a commit is called in the history, and what an undo offers to take back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// `ROI sheet moved to 24 Nov`.
    pub label: String,
    pub kind: ActKind,
    /// The account it is about; none: several, or the book.
    pub account: Option<Id>,
    /// What was meant as well and stays as it is, and why: said once, not kept.
    pub left_out: Option<String>,
}

impl Act {
    /// Something that the person did by hand.
    #[must_use]
    pub fn edit(label: impl Into<String>, account: Option<Id>) -> Self {
        Self { label: label.into(), kind: ActKind::Edit, account, left_out: None }
    }

    #[must_use]
    pub fn new(kind: ActKind, label: impl Into<String>) -> Self {
        Self { label: label.into(), kind, account: None, left_out: None }
    }
}

/// Changes that are made together, all or none, as one step that one undo takes back.
#[derive(Clone, Debug, PartialEq)]
pub struct Commit {
    pub act: Act,
    pub changes: Vec<Change>,
    /// What the edited fields held when the editing began; empty: whatever they hold.
    pub expected: Vec<Expected>,
}

impl Commit {
    /// Changes that hold whatever was there before.
    #[must_use]
    pub const fn new(act: Act, changes: Vec<Change>) -> Self {
        Self { act, changes, expected: Vec::new() }
    }

    #[must_use]
    pub fn expecting(mut self, expected: Vec<Expected>) -> Self {
        self.expected.extend(expected);
        self
    }
}

/// What a commit did to one account.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Effect {
    pub account: Id,
    pub name: String,
    /// Unrounded; none: no factor known.
    pub score_before: Option<f64>,
    pub score_after: Option<f64>,
}

/// What became of a commit, an undo or a redo.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Receipt {
    /// The step of the journal.
    pub step: i64,
    /// What was done, or what was taken back.
    pub label: String,
    pub kind: ActKind,
    /// What was meant as well and stays as it is, and why.
    #[serde(skip)]
    pub left_out: Option<String>,
    /// Each negative id with the number it became.
    pub created: Vec<(Id, Id)>,
    /// Accounts whose records changed, by name.
    pub effects: Vec<Effect>,
}

impl Receipt {
    /// The effect in a few words: `5.2 → 5.6` where one account's score moved, `3 accounts`
    /// where several were touched, else nothing.
    #[must_use]
    pub fn effect(&self) -> Option<String> {
        match self.effects.as_slice() {
            [] => None,
            [one] => {
                let before = one.score_before.map_or_else(|| "?".to_owned(), tenth);
                let after = one.score_after.map_or_else(|| "?".to_owned(), tenth);
                (before != after).then(|| format!("{before} → {after}"))
            }
            several => Some(format!("{} accounts", several.len())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_effect_is_said_only_where_there_is_one() {
        let effect = |before, after| Effect {
            account: Id(1),
            name: "Contoso".to_owned(),
            score_before: before,
            score_after: after,
        };
        let receipt = |effects| Receipt {
            step: 1,
            label: String::new(),
            kind: ActKind::Edit,
            left_out: None,
            created: Vec::new(),
            effects,
        };
        assert_eq!(receipt(vec![]).effect(), None);
        assert_eq!(receipt(vec![effect(Some(5.2), Some(5.24))]).effect(), None);
        assert_eq!(
            receipt(vec![effect(Some(5.2), Some(5.6))]).effect().as_deref(),
            Some("5.2 → 5.6")
        );
        assert_eq!(receipt(vec![effect(None, Some(5.6))]).effect().as_deref(), Some("? → 5.6"));
        assert_eq!(
            receipt(vec![effect(None, None), effect(None, None)]).effect().as_deref(),
            Some("2 accounts")
        );
    }
}
