//! What was written of an account, step by step of the journal: which records came, changed and
//! went, in words.

mod say;
mod words;

pub use words::{named_by, refers_to};

use super::cell::{Id, Value};
use super::money::HIDDEN;
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};

/// Steps of an account that are read at once.
pub const HISTORY: usize = 200;

/// Records of one step that are told one by one; of more than these, how many of each kind.
pub const TOLD: usize = 12;

/// A row of a table, by column.
pub type Image = BTreeMap<String, Value>;

/// What the records are called that others name: by table and number.
pub type Names = HashMap<(&'static str, i64), String>;

/// What a step of the journal did to one row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub table: &'static str,
    pub key: i64,
    /// None: it was not there.
    pub before: Option<Image>,
    /// None: it was gone afterwards, or there were too many to look at.
    pub after: Option<Image>,
    pub did: Did,
}

/// What happened to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Did {
    Added,
    Edited,
    Removed,
}

/// A step of the journal, with the rows of one account.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    pub step: i64,
    pub on: NaiveDate,
    /// UTC, as RFC 3339.
    pub at: String,
    pub label: String,
    /// `edit`, `import`, `undo` …
    pub kind: String,
    /// The step that this one takes back.
    pub undoes: Option<i64>,
    /// The step that took this one back, and its day.
    pub undone: Option<(i64, NaiveDate)>,
    pub rows: Vec<Row>,
}

/// The same in words.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Entry {
    pub step: i64,
    pub on: NaiveDate,
    /// UTC, as RFC 3339.
    pub at: String,
    pub label: String,
    pub kind: String,
    pub undoes: Option<i64>,
    pub undone_by: Option<i64>,
    pub undone_on: Option<NaiveDate>,
    pub changes: Vec<Changed>,
    /// Where it did too much to be told one by one: how many of each kind.
    pub counted: Option<String>,
}

/// What happened to one record.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Changed {
    pub did: Did,
    /// `step`, `contact`.
    pub record: String,
    pub table: &'static str,
    pub id: Id,
    /// By which it is known; none: it has no name of its own.
    pub name: Option<String>,
    /// What changed in it; of one that came or went, what it is known by beside its name.
    pub fields: Vec<FieldChange>,
}

/// One field, before and after.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct FieldChange {
    pub field: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// Steps of one account, newest first.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct History {
    pub account: Id,
    pub entries: Vec<Entry>,
    /// Steps there are; more than the entries where only the newest were read.
    pub total: usize,
    /// The first day whose end can be looked back to.
    pub begins: Option<NaiveDate>,
}

impl History {
    /// The days on which the account was marked as reviewed.
    pub fn reviewed(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        let marks = |changed: &Changed| {
            changed.table == "account" && changed.fields.iter().any(|one| one.field == "reviewed")
        };
        self.entries
            .iter()
            .filter(move |entry| entry.undone_by.is_none() && entry.changes.iter().any(marks))
            .map(|entry| entry.on)
    }
}

impl Entry {
    /// What it is called: an undo says so.
    #[must_use]
    pub fn title(&self) -> String {
        match (self.undoes, self.kind.as_str()) {
            (Some(_), "redo") => format!("Done again: {}", self.label),
            (Some(_), _) => format!("Taken back: {}", self.label),
            (None, _) => self.label.clone(),
        }
    }

    /// That it was taken back, where it was.
    #[must_use]
    pub fn undone(&self, today: NaiveDate) -> Option<String> {
        let on = self.undone_on?;
        Some(format!("taken back {}", super::day::day(on, today)))
    }
}

impl FieldChange {
    /// `due: 22 Nov → 29 Nov`.
    #[must_use]
    pub fn told(&self) -> String {
        let side = |side: &Option<String>| side.clone().unwrap_or_else(|| "–".to_owned());
        format!("{}: {} → {}", self.field, side(&self.before), side(&self.after))
    }
}

impl Changed {
    /// `step “Send ROI”: due: 22 Nov → 29 Nov`, `new contact “D. Reed”: COO`, `gone: …`.
    #[must_use]
    pub fn told(&self) -> String {
        let name = self.name.as_ref().map_or_else(String::new, |name| format!(" “{name}”"));
        let facts: Vec<String> = match self.did {
            Did::Edited => self.fields.iter().map(FieldChange::told).collect(),
            Did::Added | Did::Removed => {
                let fact = |field: &FieldChange| {
                    let value = field.after.as_ref().or(field.before.as_ref())?;
                    Some(match field.field.as_str() {
                        "" => value.clone(),
                        word => format!("{word} {value}"),
                    })
                };
                self.fields.iter().filter_map(fact).collect()
            }
        };
        let facts = match facts.as_slice() {
            [] => String::new(),
            facts => format!(": {}", facts.join(", ")),
        };
        match self.did {
            Did::Edited => format!("{}{name}{facts}", self.record),
            Did::Added => format!("new {}{name}{facts}", self.record),
            Did::Removed => format!("gone: {}{name}{facts}", self.record),
        }
    }
}

/// The step in words; `today` is the day it is read on.
#[must_use]
pub fn entry(written: &Written, names: &Names, today: NaiveDate) -> Entry {
    let undo = written.undoes.is_some();
    let many = written.rows.len() > TOLD;
    let changes = if undo || many { Vec::new() } else { say::changes(written, names, today) };
    Entry {
        step: written.step,
        on: written.on,
        at: written.at.clone(),
        label: written.label.clone(),
        kind: written.kind.clone(),
        undoes: written.undoes,
        undone_by: written.undone.map(|(step, _)| step),
        undone_on: written.undone.map(|(_, on)| on),
        changes,
        counted: (many && !undo).then(|| say::counted(&written.rows)),
    }
}

/// The same with names and texts hidden.
pub fn hide(history: &mut History) {
    for entry in &mut history.entries {
        HIDDEN.clone_into(&mut entry.label);
        for changed in &mut entry.changes {
            changed.name = None;
            changed.fields.clear();
        }
    }
}

#[cfg(test)]
mod tests;
