//! Forms of plain records: each is a table of its fields; one engine fills them in and reads them
//! back. What a table cannot say is a hook of it: what has to be known before, what must fit
//! together, what follows from it.

mod asking;
pub mod cells;
mod expansion;
mod feedback;
mod figures;
mod grid;
mod growth;
mod outlook;
mod quiet;
pub mod row;
mod setting;
mod side;
#[cfg(test)]
mod tests;
mod whole;

use super::facts::Facts;
use super::kind::Says;
use super::spec::Spec;
use super::subject::Subject;
use super::values::Values;
use crate::desk::{Act, Commit};
use crate::domain::cell::{Id, Value};
use crate::domain::change::Change;
use crate::domain::page::Kind;
use crate::text;
use cells::Cells;
use row::{Ask, First, Fixed, Row};
pub use setting::Setting;

/// The form of one kind of record.
#[derive(Clone, Copy, Debug)]
pub struct Plain {
    pub kind: Kind,
    /// What it is called: one, and several.
    pub nouns: (&'static str, &'static str),
    pub rows: &'static [Row],
    /// What new ones hold in columns without field; the account is put in by itself.
    pub fixed: &'static [Fixed],
    /// What one of them is called in the journal: `NPS 4 of K. Ott`.
    pub name: fn(&Setting<'_>, &Cells) -> Option<String>,
    /// What has to be known while filling it in.
    pub lead: fn(&Setting<'_>) -> Vec<String>,
    /// What the texts come to while they are typed, each under the field of its column; without
    /// column it stands over all of them.
    pub says: fn(&Setting<'_>, &Cells, &Values<'_>) -> Says,
    /// Notes what does not fit together, and fills in what follows from it.
    pub settle: fn(&Setting<'_>, &mut Cells, &Values<'_>),
    /// What else belongs to the same step of the journal.
    pub also: fn(&Setting<'_>, &Cells, &Values<'_>, &mut Commit),
}

impl Plain {
    #[must_use]
    pub const fn new(
        kind: Kind,
        nouns: (&'static str, &'static str),
        rows: &'static [Row],
        name: fn(&Setting<'_>, &Cells) -> Option<String>,
    ) -> Self {
        Self {
            kind,
            nouns,
            rows,
            fixed: &[],
            name,
            lead: |_| Vec::new(),
            says: |_, _, _| Vec::new(),
            settle: |_, _, _| {},
            also: |_, _, _, _| {},
        }
    }

    #[must_use]
    pub const fn fixed(self, fixed: &'static [Fixed]) -> Self {
        Self { fixed, ..self }
    }

    #[must_use]
    pub const fn lead(self, lead: fn(&Setting<'_>) -> Vec<String>) -> Self {
        Self { lead, ..self }
    }

    #[must_use]
    pub const fn says(self, says: fn(&Setting<'_>, &Cells, &Values<'_>) -> Says) -> Self {
        Self { says, ..self }
    }

    #[must_use]
    pub const fn settle(self, settle: fn(&Setting<'_>, &mut Cells, &Values<'_>)) -> Self {
        Self { settle, ..self }
    }

    #[must_use]
    pub const fn also(self, also: fn(&Setting<'_>, &Cells, &Values<'_>, &mut Commit)) -> Self {
        Self { also, ..self }
    }
}

/// The form of a kind; none: it has one of its own making.
#[must_use]
pub fn of(kind: Kind) -> Option<&'static Plain> {
    let families = [
        feedback::FORMS,
        side::FORMS,
        quiet::FORMS,
        whole::FORMS,
        growth::FORMS,
        expansion::FORMS,
        grid::FORMS,
        figures::FORMS,
        outlook::FORMS,
    ];
    families.into_iter().flatten().find(|plain| plain.kind == kind)
}

/// The form that a subject names, and what it is filled in with.
fn about<'a>(subject: &Subject, facts: &'a Facts) -> Option<(&'static Plain, Setting<'a>)> {
    let Subject::Record { kind, account, id, with } = subject else { return None };
    let plain = of(Kind::from_word(kind)?)?;
    if id.is_some() && facts.cells.is_none() {
        return None;
    }
    Some((plain, Setting::of_form(facts, account.map(Id), with.map(Id))))
}

/// The record as it is before anybody types.
fn opened(plain: &Plain, setting: &Setting<'_>) -> Cells {
    if let Some(old) = setting.old {
        return old.clone();
    }
    let mut cells = cells::blank(plain.kind);
    if let Some(account) = setting.account {
        cells.set("account_id", Value::Ref(account.0));
    }
    for (column, fixed) in plain.fixed {
        cells.set(column, fixed(setting));
    }
    cells
}

fn first(row: &Row, setting: &Setting<'_>) -> String {
    match row.first {
        First::Nothing => String::new(),
        First::Today => "today".to_owned(),
        First::With => setting.with.map(|with| with.0.to_string()).unwrap_or_default(),
        First::Text(text) => text.to_owned(),
        First::Of(of) => of(setting),
    }
}

pub(super) fn spec(subject: &Subject, facts: &Facts) -> Option<Spec> {
    let (plain, setting) = about(subject, facts)?;
    let cells = opened(plain, &setting);
    let field = |row: &Row| {
        let text = match setting.old {
            Some(old) if old.has(row.column) => asking::shown(row, old, &setting),
            _ => first(row, &setting),
        };
        // What has to be said and is not yet begins as in a new one.
        let text = if text.is_empty() && row.need.is_some() { first(row, &setting) } else { text };
        asking::field(row, &cells, text, &setting)
    };
    let fields = plain.rows.iter().map(field).collect();
    let title = match setting.old {
        Some(old) => (plain.name)(&setting, old).unwrap_or_else(|| plain.nouns.0.to_owned()),
        None => format!("new {}", plain.nouns.0),
    };
    let title = match facts.name() {
        "" => text::capital(&title),
        account => format!("{} · {account}", text::capital(&title)),
    };
    Some(Spec { title, lead: (plain.lead)(&setting), fields })
}

/// The record as it is filled in.
fn filled_in(plain: &Plain, setting: &Setting<'_>, values: &Values<'_>) -> Cells {
    let mut cells = opened(plain, setting);
    for row in plain.rows {
        asking::take(row, &mut cells, setting, values);
    }
    (plain.settle)(setting, &mut cells, values);
    cells
}

/// What the texts come to, while they are typed.
pub(super) fn says(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Says {
    let Some((plain, setting)) = about(subject, facts) else { return Vec::new() };
    let cells = filled_in(plain, &setting, values);
    (plain.says)(&setting, &cells, values)
}

pub(super) fn save(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Option<Commit> {
    let (plain, setting) = about(subject, facts)?;
    let cells = filled_in(plain, &setting, values);
    if !values.right() {
        return None;
    }
    let act = Act::edit(String::new(), setting.account);
    let mut commit = if let Some(old) = setting.old {
        let (changes, expected) = cells::editing(plain.kind, &cells, old)?;
        Commit::new(act, changes).expecting(expected)
    } else {
        Commit::new(act, added(plain, &cells, values)?)
    };
    commit.act.label = label(plain, &setting, &cells, commit.changes.len());
    (plain.also)(&setting, &cells, values, &mut commit);
    Some(commit)
}

/// A new record, or one for each of the people.
fn added(plain: &Plain, cells: &Cells, values: &Values<'_>) -> Option<Vec<Change>> {
    let many = plain.rows.iter().find(|row| matches!(row.ask, Ask::People));
    let Some(row) = many else { return Some(vec![cells::adding(plain.kind, cells)?]) };
    let people = values.ids(row.column).into_iter().zip(1..);
    people
        .map(|(person, name)| {
            let mut one = cells.clone();
            one.id = Id(-name);
            one.set(row.column, Value::Ref(person.0));
            cells::adding(plain.kind, &one)
        })
        .collect()
}

fn label(plain: &Plain, setting: &Setting<'_>, cells: &Cells, count: usize) -> String {
    let name = || (plain.name)(setting, cells).unwrap_or_else(|| plain.nouns.0.to_owned());
    let what = match (setting.old, count) {
        (Some(_), _) => format!("{} edited", name()),
        (None, 1) => name(),
        (None, count) => format!("{count} {}", plain.nouns.1),
    };
    setting.labelled(&what)
}

/// What takes a record out of the book again, where that is a matter of one key: what is a part of
/// an account is emptied in its form.
#[must_use]
pub fn removal(kind: Kind, id: Id, setting: &Setting<'_>) -> Option<Commit> {
    let part = kind.is_part_of_account() || kind == Kind::Outcome;
    if part || kind == Kind::Account {
        return None;
    }
    let change = cells::removing(kind, id);
    let plain = of(kind);
    let held = plain.zip(setting.old).and_then(|(plain, held)| (plain.name)(setting, held));
    let noun = || plain.map_or_else(|| kind.word().replace('_', " "), |one| one.nouns.0.to_owned());
    let name = held.unwrap_or_else(noun);
    let label = setting.labelled(&format!("{name} removed"));
    Some(Commit::new(Act::edit(label, setting.account), vec![change]))
}
