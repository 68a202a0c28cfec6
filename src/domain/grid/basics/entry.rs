//! Texts for cells, read together: what they change, and what does not fit.

use super::edit::{Edit, Read, Said, Way};
use super::{Basics, Column, Ground};
use crate::domain::cell::Id;
use crate::domain::change::{Change, Expected};

/// A text for one cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell<'a> {
    pub of: &'a Basics,
    pub column: Column,
    pub text: &'a str,
    pub way: Way,
}

/// What becomes of a cell.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub enum Made {
    Said(Said),
    /// It says what stands there already.
    AsItIs,
    /// Why it does not fit.
    Wrong(String),
}

/// What the texts come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// Of each cell, in their order.
    pub made: Vec<Made>,
    pub changes: Vec<Change>,
    pub expected: Vec<Expected>,
    /// What the commit is called.
    pub label: String,
    /// The only account that it changes.
    pub account: Option<Id>,
}

impl Entry {
    /// Why the first one that does not fit does not.
    #[must_use]
    pub fn wrong(&self) -> Option<&str> {
        self.made.iter().find_map(|made| match made {
            Made::Wrong(why) => Some(why.as_str()),
            Made::Said(_) | Made::AsItIs => None,
        })
    }
}

/// Takes a cell's content back, or says that it is not known.
fn takes_back(text: &str) -> bool {
    matches!(text, "?" | "-" | "–" | "none" | "unknown")
}

/// Reads the texts and works out what they change.
#[must_use]
pub fn enter(cells: &[Cell<'_>], ground: Ground) -> Entry {
    let mut entry = Entry::default();
    let mut edits: Vec<Edit<'_>> = Vec::new();
    let mut did: Vec<(Id, Column, String)> = Vec::new();
    for cell in cells {
        let place = edits.iter().rposition(|edit| edit.of.account == cell.of.account);
        let place = place.unwrap_or_else(|| {
            edits.push(Edit::of(cell.of));
            edits.len() - 1
        });
        let Some(edit) = edits.get_mut(place) else { continue };
        // What does not fit leaves nothing behind.
        let mut tried = edit.clone();
        let mut alone = Edit::of(cell.of);
        let read = |edit: &mut Edit<'_>| -> Read {
            let (text, spec) = (cell.text.trim(), cell.column.spec());
            if takes_back(text) {
                (spec.forget)(edit)
            } else {
                (spec.read)(edit, text, cell.way, ground)
            }
        };
        entry.made.push(match (read(&mut tried), read(&mut alone)) {
            (Ok(_), Ok(_)) if !alone.differs() => Made::AsItIs,
            (Ok(said), _) => {
                *edit = tried;
                did.push((cell.of.account, cell.column, said.did.clone()));
                Made::Said(said)
            }
            (Err(why), _) => Made::Wrong(why),
        });
    }
    (entry.label, entry.account) = label(&did, &edits);
    for edit in edits {
        let (changes, expected) = edit.into_changes();
        entry.changes.extend(changes);
        entry.expected.extend(expected);
    }
    entry
}

/// `Contoso: ARR €940k → €1.20M`, `Tier of 12 accounts`, `Basics of 3 accounts`.
fn label(did: &[(Id, Column, String)], edits: &[Edit<'_>]) -> (String, Option<Id>) {
    let mut accounts: Vec<Id> = did.iter().map(|(account, ..)| *account).collect();
    accounts.dedup();
    if let [one] = accounts.as_slice() {
        let name = edits.iter().find(|edit| edit.of.account == *one);
        let name = name.map_or("", |edit| edit.of.name.as_str());
        let parts: Vec<&str> = did.iter().map(|(.., did)| did.as_str()).collect();
        return (format!("{name}: {}", parts.join(", ")), Some(*one));
    }
    let first = did.first().map(|(_, column, _)| *column);
    let same = did.iter().all(|(_, column, _)| Some(*column) == first);
    let noun = first.filter(|_| same).map_or("Basics", |column| column.spec().noun);
    (format!("{noun} of {} accounts", accounts.len()), None)
}
