//! What an import would do: counted by kind, with every row that is left out or unclear, and the
//! changes themselves.

use super::field::Kind;
use super::kept::Stays;
use super::refusal::Refusal;
use crate::domain::change::Change;
use std::collections::BTreeMap;

/// What became of the rows of one kind, or of all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Counts {
    pub new: usize,
    pub changed: usize,
    pub same: usize,
    /// Cannot be told which record they mean; left out.
    pub unclear: usize,
    pub refused: usize,
}

/// A file that could be read.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct FileRead {
    pub file: String,
    pub kind: Kind,
    pub dialect: String,
    pub rows: usize,
}

/// A field that the file says otherwise than the user: it stays.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct StaysAt {
    pub file: String,
    pub line: u64,
    pub name: String,
    #[serde(flatten)]
    pub stays: Stays,
}

/// `Contact.csv, line 7, title: “Buyer” stays, the file says “Head of buying”`.
impl std::fmt::Display for StaysAt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Stays { field, ours, theirs } = &self.stays;
        write!(f, "{}, line {}, {field}: ", self.file, self.line)?;
        write!(f, "“{ours}” stays, the file says “{theirs}”")
    }
}

/// New rows that no account claims.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Unlinked {
    pub contacts: usize,
    pub opportunities: usize,
    pub tasks: usize,
}

/// What the files bring.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Preview {
    #[serde(flatten)]
    pub total: Counts,
    pub by_kind: BTreeMap<&'static str, Counts>,
    pub files: Vec<FileRead>,
    pub unlinked: Unlinked,
    /// Open tasks over 90 days late: one line to decide on, no late steps.
    pub old_tasks: usize,
    pub prospects: usize,
    pub refused_rows: Vec<Refusal>,
    pub unclear_rows: Vec<Refusal>,
    pub stays: Vec<StaysAt>,
    /// Choices that the files left open, as the order of day and month.
    pub notes: Vec<String>,
    #[serde(skip)]
    pub changes: Vec<Change>,
    /// The newest step of the book that the files were compared with.
    #[serde(skip)]
    pub last_step: i64,
}

impl Preview {
    /// Nothing to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// As the history names the step: `Imported 22 accounts, 1 contact`.
    #[must_use]
    pub fn label(&self) -> String {
        let parts: Vec<String> = Kind::ALL
            .iter()
            .filter_map(|kind| {
                let counts = self.by_kind.get(kind.word())?;
                let rows = counts.new + counts.changed;
                (rows > 0).then(|| format!("{rows} {}", kind.counted(rows)))
            })
            .collect();
        if parts.is_empty() {
            "Import".to_owned()
        } else {
            format!("Imported {}", parts.join(", "))
        }
    }

    /// What else is worth knowing before it is written, a line each.
    #[must_use]
    pub fn remarks(&self) -> Vec<String> {
        let unlinked = self.unlinked;
        let counted = [
            (self.prospects, "account is a prospect", "accounts are prospects"),
            (
                unlinked.contacts,
                "contact belongs to no account in the book",
                "contacts belong to no account in the book",
            ),
            (
                unlinked.opportunities,
                "opportunity belongs to no account in the book",
                "opportunities belong to no account in the book",
            ),
            (
                unlinked.tasks,
                "task belongs to no account in the book",
                "tasks belong to no account in the book",
            ),
            (self.old_tasks, "open task is over 90 days late", "open tasks are over 90 days late"),
        ];
        let counted = counted.into_iter().filter(|(count, ..)| *count > 0);
        counted
            .map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }))
            .chain(self.notes.iter().cloned())
            .collect()
    }

    pub fn count(&mut self, kind: Kind, add: impl Fn(&mut Counts)) {
        add(&mut self.total);
        add(self.by_kind.entry(kind.word()).or_default());
    }
}
