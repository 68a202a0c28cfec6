//! Which record a row means: by foreign id, then by domain or e-mail, then by name. A key that
//! several rows or several records share is no key.

use super::field::{Field, Kind};
use super::file::{Line, Sheet};
use super::index::{self, Index, seen_cells};
use super::refusal::Reason;
use super::row::{Cells, Row};
use crate::domain::book::external_id::Kind as Named;
use crate::domain::cell::Id;
use std::collections::{HashMap, HashSet};

/// Words of a row that may tell it from all others.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Words {
    /// As the foreign name keeps them: the row's words alone.
    kept: String,
    /// As the book is asked for them.
    asked: String,
}

/// What a row turned out to mean.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// Read before: the record, and what the row said then.
    Before(Id, Cells),
    /// In the book, but not read before.
    InBook(Id),
    New,
}

/// The foreign name of a row and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    pub name: String,
    pub found: Found,
}

/// The keys that the rows of one file share.
#[derive(Debug, Default)]
pub struct Shared {
    counts: HashMap<String, usize>,
}

impl Shared {
    /// Counts the words of all rows that differ.
    #[must_use]
    pub fn among(sheet: &Sheet) -> Self {
        let mut shared = Self::default();
        let mut seen: HashSet<&Cells> = HashSet::new();
        for row in &sheet.rows {
            if seen.insert(&row.cells) {
                for kept in own_words(sheet, row) {
                    *shared.counts.entry(kept).or_default() += 1;
                }
            }
        }
        shared
    }

    fn by_many(&self, words: &str) -> bool {
        self.counts.get(words).is_some_and(|count| *count > 1)
    }
}

/// The row's own words, the most telling first.
fn own_words(sheet: &Sheet, row: &Line) -> Vec<String> {
    let cell = |field| sheet.cell(row, field);
    let mut words = Vec::new();
    match sheet.kind() {
        Kind::Account => {
            words.extend(
                cell(Field::Website)
                    .and_then(index::domain)
                    .map(|site| index::words_of_site(&site)),
            );
            words.extend(cell(Field::Name).map(index::words_of_name));
        }
        Kind::Contact => {
            words.extend(cell(Field::Email).map(index::words_of_email));
            let names = [Field::FirstName, Field::LastName].map(|f| cell(f).unwrap_or_default());
            let name = cell(Field::Name).map_or_else(|| names.join(" "), str::to_owned);
            if !name.trim().is_empty() {
                words.push(at_account(&cell, &name));
            }
        }
        Kind::Opportunity => words.extend(cell(Field::Name).map(|name| at_account(&cell, name))),
        Kind::Task => {
            let parts = [Field::Name, Field::DueOn, Field::ContactId, Field::ContactEmail]
                .map(|field| index::fold(cell(field).unwrap_or_default()));
            words.push(at_account(&cell, &parts.join("|")));
        }
    }
    words
}

/// The name with the account as the file names it.
fn at_account<'a>(cell: &impl Fn(Field) -> Option<&'a str>, name: &str) -> String {
    let account = [Field::AccountId, Field::Account, Field::Employer].into_iter().find_map(cell);
    let account = index::fold(account.unwrap_or_default());
    format!("{}@{account}", index::words_of_name(name))
}

/// The row's words with the ones to ask the book for.
fn words(sheet: &Sheet, row: &Line, account: Option<Id>, name: &str) -> Vec<Words> {
    let asked = |kept: &String| match sheet.kind() {
        Kind::Contact | Kind::Opportunity if kept.contains("name:") => {
            index::words_of_person(name, account)
        }
        _ => kept.clone(),
    };
    let kept = own_words(sheet, row);
    kept.into_iter().map(|kept| Words { asked: asked(&kept), kept }).collect()
}

/// Finds what the row means. `account`: the account it names; `name`: its record's name.
///
/// # Errors
/// It cannot be told: several records or several rows could be meant.
pub fn find(
    index: &Index,
    shared: &Shared,
    sheet: &Sheet,
    row: (&Line, &Row),
    kinds: &[Named],
    account: Option<Id>,
    name: &str,
) -> Result<(Named, Match), Reason> {
    let source = &sheet.columns.source;
    let before = |name: &str| {
        kinds.iter().find_map(|kind| {
            let external = index.external(*kind, source, name)?;
            let id = index.named(*kind, source, name)?;
            Some((*kind, Found::Before(id, seen_cells(external))))
        })
    };
    let first = kinds.first().copied().unwrap_or(Named::Account);
    let id = row.1.text(Field::Id);
    if let Some(id) = &id
        && let Some((kind, found)) = before(id)
    {
        return Ok((kind, Match { name: id.clone(), found }));
    }
    let words = words(sheet, row.0, account, name);
    let mut telling = words.iter().filter(|words| !shared.by_many(&words.kept)).peekable();
    let Some(kept) = id.clone().or_else(|| telling.peek().map(|words| words.kept.clone())) else {
        return Err(Reason::new(format!("several rows are called “{name}”"))
            .column(row.1.column(Field::Name))
            .hint("add a column that tells them apart: an id, an e-mail address, a website"));
    };
    let mut several = 0;
    for words in telling {
        if id.is_none()
            && let Some((kind, found)) = before(&words.kept)
        {
            return Ok((kind, Match { name: words.kept.clone(), found }));
        }
        let free: Vec<Id> = index
            .by_words(first, &words.asked)
            .iter()
            .copied()
            .filter(|one| id.is_none() || !index.is_claimed(first, source, *one))
            .collect();
        match free.as_slice() {
            [] => {}
            [one] => return Ok((first, Match { name: kept, found: Found::InBook(*one) })),
            more => several = several.max(more.len()),
        }
    }
    if several > 0 && id.is_none() {
        return Err(Reason::new(format!("{several} records in the book could be “{name}”"))
            .column(row.1.column(Field::Name))
            .hint("give the right one the e-mail address or website of this row"));
    }
    Ok((first, Match { name: kept, found: Found::New }))
}
