//! Takes the rows of the files in, one after the other: finds what each means, weighs it, and
//! notes the changes.

mod kinds;

use super::draft::Named;
use super::field::Field;
use super::file::{Line, Sheet};
use super::index::Index;
use super::kept::{Kept, Stays, patched, settle};
use super::matching::{self, Found, Match, Shared};
use super::preview::{Preview, StaysAt};
use super::refusal::Reason;
use super::row::{Cells, Manner, Row};
use crate::domain::book::external_id::Kind as NamedKind;
use crate::domain::cell::Id;
use crate::domain::contact;
use chrono::NaiveDate;
use std::collections::HashMap;

/// So many ids of accounts are looked for in other programs.
const LOOKED_UP: usize = 10;

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    New,
    Changed,
    Same,
    /// The file says otherwise than the user, and nothing else is new.
    Unclear,
}

/// The book and what the files make of it so far.
#[derive(Debug)]
pub struct Intake {
    pub index: Index,
    pub preview: Preview,
    pub today: NaiveDate,
}

/// A row in its file.
#[derive(Clone, Copy)]
struct At<'a> {
    sheet: &'a Sheet,
    line: &'a Line,
    row: Row<'a>,
    shared: &'a Shared,
}

impl Intake {
    /// Takes all rows of a file in.
    pub fn take(&mut self, sheet: &Sheet, manner: &Manner) {
        let shared = Shared::among(sheet);
        let mut lines_of_ids: HashMap<String, &Line> = HashMap::new();
        let mut superiors: Vec<(Id, String, u64)> = Vec::new();
        for line in &sheet.rows {
            let row = Row { cells: &line.cells, manner };
            let at = At { sheet, line, row, shared: &shared };
            let outcome = if let Some(id) = row.text(Field::Id)
                && let Some(first) = lines_of_ids.get(&id)
                && first.cells != line.cells
            {
                Err(Refused::No(
                    Reason::new(format!("the id {id} stands already on line {}", first.line))
                        .column(row.column(Field::Id)),
                ))
            } else {
                if let Some(id) = row.text(Field::Id) {
                    lines_of_ids.insert(id, line);
                }
                self.take_row(at, &mut superiors)
            };
            self.note(sheet, line.line, outcome);
        }
        for (contact, superior, line) in superiors {
            self.set_superior(sheet, contact, &superior, line);
        }
        self.tell_other_source(sheet);
    }

    /// Ids of accounts tie nothing where the accounts came from another program: that can be
    /// mended, once it is said.
    fn tell_other_source(&mut self, sheet: &Sheet) {
        let own = &sheet.columns.source;
        let ids = sheet.rows.iter().filter_map(|line| sheet.cell(line, Field::AccountId));
        let untied = ids.filter(|id| self.index.named(NamedKind::Account, own, id).is_none());
        let other = untied
            .take(LOOKED_UP)
            .find_map(|id| self.index.other_source(NamedKind::Account, own, id));
        if let Some(other) = other {
            let note = format!(
                "{}: its account ids came in as those of “{other}”: trellis import --source {other} ties them",
                sheet.file
            );
            self.preview.notes.push(note);
        }
    }

    fn note(&mut self, sheet: &Sheet, line: u64, outcome: Result<Outcome, Refused>) {
        match outcome {
            Ok(outcome) => self.preview.count(sheet.kind(), |counts| match outcome {
                Outcome::New => counts.new += 1,
                Outcome::Changed => counts.changed += 1,
                Outcome::Same => counts.same += 1,
                Outcome::Unclear => counts.unclear += 1,
            }),
            Err(Refused::Unclear(reason)) => {
                self.preview.count(sheet.kind(), |counts| counts.unclear += 1);
                self.preview.unclear_rows.push(reason.at(&sheet.file, line));
            }
            Err(Refused::No(reason)) => {
                self.preview.count(sheet.kind(), |counts| counts.refused += 1);
                self.preview.refused_rows.push(reason.at(&sheet.file, line));
            }
        }
    }

    fn find(
        &self,
        at: At,
        kinds: &[NamedKind],
        account: Option<Id>,
        name: &str,
    ) -> Result<(NamedKind, Match), Refused> {
        matching::find(&self.index, at.shared, at.sheet, (at.line, &at.row), kinds, account, name)
            .map_err(Refused::Unclear)
    }

    fn named(&self, sheet: &Sheet, row: &Row) -> Named {
        named_by(&self.index, &sheet.columns.source, row)
    }

    /// The day a record came in: today for a new one.
    fn day_of<R: Kept>(&mut self, found: &Match, created_on: fn(&R) -> NaiveDate) -> NaiveDate {
        let known = match &found.found {
            Found::Before(id, _) | Found::InBook(id) => R::shelf(&mut self.index).get(id),
            Found::New => None,
        };
        known.map_or(self.today, created_on)
    }

    /// Adds the record or weighs the row against it. `draft` reads a row, `link` gives what ties
    /// a record to one that it named in vain before.
    fn place<R: Kept>(
        &mut self,
        at: At,
        kind: NamedKind,
        found: &Match,
        draft: &dyn Fn(&Index, &Row) -> Result<R, Reason>,
        link: &dyn Fn(&R, Named) -> Vec<R::Field>,
    ) -> Result<Placed<R>, Refused> {
        let new = draft(&self.index, &at.row)?;
        let source = &at.sheet.columns.source;
        let (id, seen) = match &found.found {
            Found::New => {
                let record = new.with_id(self.index.fresh_id());
                self.preview.changes.push(record.clone().added());
                self.keep_seen(kind, source, &found.name, record.id(), &at.line.cells);
                R::shelf(&mut self.index).insert(record.id(), record.clone());
                return Ok(Placed { record, outcome: Outcome::New });
            }
            Found::InBook(id) => (*id, None),
            Found::Before(id, seen) => (*id, Some(seen)),
        };
        let Some(current) = R::shelf(&mut self.index).get(&id).cloned() else {
            return Err(Refused::Unclear(Reason::new("its record is not in the book any more")));
        };
        let named = named_by(&self.index, source, &at.row);
        let mut set = link(&current, named);
        let mut stays = Vec::new();
        let cells = seen.map_or_else(|| at.line.cells.clone(), |seen| at.row.over(seen));
        if seen != Some(&cells) {
            let old = match seen {
                Some(seen) => draft(&self.index, &Row { cells: seen, manner: at.row.manner }).ok(),
                None => None,
            };
            let linked = patched(&current, &set);
            let settled = settle(&linked, &new, old.as_ref());
            set.extend(settled.set);
            stays = settled.stays;
        }
        let asked_again = seen.is_some() && !stays.is_empty();
        self.tell_stays(at, &found.name, stays);
        if !asked_again {
            self.keep_seen(kind, source, &found.name, id, &cells);
        }
        let record = patched(&current, &set);
        let outcome = match (set.is_empty(), asked_again) {
            (false, _) => Outcome::Changed,
            (true, true) => Outcome::Unclear,
            (true, false) => Outcome::Same,
        };
        if !set.is_empty() {
            self.preview.changes.push(R::edited(id, set));
            R::shelf(&mut self.index).insert(id, record.clone());
        }
        Ok(Placed { record, outcome })
    }

    fn tell_stays(&mut self, at: At, name: &str, stays: Vec<Stays>) {
        self.preview.stays.extend(stays.into_iter().map(|stays| StaysAt {
            file: at.sheet.file.clone(),
            line: at.line.line,
            name: name.to_owned(),
            stays,
        }));
    }

    fn keep_seen(&mut self, kind: NamedKind, source: &str, name: &str, id: Id, cells: &Cells) {
        let change = self.index.keep_seen(kind, source, name, id, cells);
        self.preview.changes.extend(change);
    }

    /// Who reports to whom, once all rows are in. Never over what the user set, never in a ring.
    fn set_superior(&mut self, sheet: &Sheet, contact: Id, superior: &str, line: u64) {
        let source = &sheet.columns.source;
        let Some(above) = self.index.named(NamedKind::Contact, source, superior) else { return };
        let reports_to = |id: Id| self.index.contacts.get(&id).and_then(|one| one.reports_to);
        if reports_to(contact).is_some() {
            return;
        }
        let chain = std::iter::successors(Some(above), |id| reports_to(*id));
        if chain.take(self.index.contacts.len() + 1).any(|id| id == contact) {
            let text = "reports to itself over others: left out";
            self.preview.notes.push(format!("{} line {line}: {text}", sheet.file));
            return;
        }
        let fields = vec![contact::Field::ReportsTo(Some(above))];
        if let Some(known) = self.index.contacts.get_mut(&contact) {
            known.reports_to = Some(above);
        }
        self.preview.changes.push(contact::Change::Edited { id: contact, fields }.into());
    }
}

/// A record as it stands after its row.
struct Placed<R> {
    record: R,
    outcome: Outcome,
}

/// Why a row does not go in.
#[derive(Debug)]
pub enum Refused {
    Unclear(Reason),
    No(Reason),
}

impl From<Reason> for Refused {
    fn from(reason: Reason) -> Self {
        Self::No(reason)
    }
}

/// The account and the contact that a row names.
fn named_by(index: &Index, source: &str, row: &Row) -> Named {
    let by_id = |field: Field, kind: NamedKind| {
        row.text(field).and_then(|id| index.named(kind, source, &id))
    };
    let only = |kind: NamedKind, words: &str| match index.by_words(kind, words) {
        [one] => Some(*one),
        _ => None,
    };
    let contact = by_id(Field::ContactId, NamedKind::Contact).or_else(|| {
        let email = row.line(Field::ContactEmail)?;
        only(NamedKind::Contact, &super::index::words_of_email(&email))
    });
    let of_opportunity = || {
        let id = by_id(Field::AboutId, NamedKind::Opportunity)?;
        index.opportunities.get(&id)?.account_id
    };
    let by_name = || {
        let name = row.line(Field::Account)?;
        only(NamedKind::Account, &super::index::words_of_name(&name))
    };
    let account = by_id(Field::AccountId, NamedKind::Account)
        .or_else(|| by_id(Field::AboutId, NamedKind::Account))
        .or_else(of_opportunity)
        .or_else(by_name)
        .or_else(|| index.contacts.get(&contact?)?.account_id);
    Named { account, contact }
}
