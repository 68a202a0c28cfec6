//! For tests: a book in memory that takes the changes of a preview.

use super::field::Kind;
use super::preview::Preview;
use super::{Input, Options, columns::Mapping, preview};
use crate::domain::book::known::Known;
use crate::domain::cell::{Id, Value};
use crate::domain::change::Change;
use crate::domain::money::Currency;
use crate::domain::record::Record;
use crate::domain::when::Order;
use crate::domain::{account, book, contact, plan, revenue, talk};
use chrono::NaiveDate;

/// A Sunday.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

pub fn options() -> Options {
    Options {
        kind: None,
        mapping: Mapping::default(),
        source: None,
        day_order: Order::DayFirst,
        currency: Currency::EUR,
        today: today(),
    }
}

/// As `--as KIND --mapping …`.
pub fn options_as(kind: Kind, mapping: &str) -> Options {
    let mapping = Mapping::parse(mapping, kind).expect("a mapping");
    Options { kind: Some(kind), mapping, ..options() }
}

pub fn input(name: &str, text: &str) -> Input {
    Input { name: name.to_owned(), text: Ok(text.to_owned()) }
}

/// Previews the files and, as a commit would, puts them into the book.
pub fn import(known: &mut Known, files: &[(&str, &str)], options: &Options) -> Preview {
    let inputs = files.iter().map(|(name, text)| input(name, text)).collect();
    let preview = preview(inputs, options, known.clone()).expect("a file that can be read");
    for change in &preview.changes {
        apply(known, change);
    }
    preview
}

fn apply(known: &mut Known, change: &Change) {
    match change {
        Change::Account(account::Change::Added(new)) => known.accounts.push(kept(new)),
        Change::Contract(account::contract::Change::Added(new)) => known.contracts.push(kept(new)),
        Change::Revenue(revenue::Change::Added(new)) => known.revenue.push(kept(new)),
        Change::Contact(contact::Change::Added(new)) => known.contacts.push(kept(new)),
        Change::Opportunity(revenue::opportunity::Change::Added(new)) => {
            known.opportunities.push(kept(new));
        }
        Change::Step(plan::step::Change::Added(new)) => known.steps.push(kept(new)),
        Change::Talk(talk::Change::Added(new)) => known.talks.push(kept(new)),
        Change::ExternalId(book::external_id::Change::Added(new)) => {
            known.external_ids.push(kept(new));
        }
        Change::TalkPerson(_) | Change::ImportBatch(_) => {}
        edited => edit(known, edited),
    }
}

fn edit(known: &mut Known, change: &Change) {
    let crate::domain::record::RowChange::Update { table, id, set } = change.row() else {
        panic!("an import removes nothing: {change:?}");
    };
    match table {
        "account" => set_in(&mut known.accounts, id, &set),
        "contract" => set_in(&mut known.contracts, id, &set),
        "contact" => set_in(&mut known.contacts, id, &set),
        "opportunity" => set_in(&mut known.opportunities, id, &set),
        "step" => set_in(&mut known.steps, id, &set),
        "talk" => set_in(&mut known.talks, id, &set),
        "external_id" => set_in(&mut known.external_ids, id, &set),
        other => panic!("an import does not edit {other}"),
    }
}

/// The store's numbering: a negative id becomes a number above all others.
fn number(id: Id) -> Id {
    if id.0 < 0 { Id(1_000_000 - id.0) } else { id }
}

fn renumbered(value: Value) -> Value {
    match value {
        Value::Ref(id) => Value::Ref(number(Id(id)).0),
        other => other,
    }
}

fn kept<R: Record>(record: &R) -> R {
    let mut cells = record.values().into_iter().map(renumbered);
    R::from_cells(number(record.id()), &mut cells).unwrap_or_else(|_| panic!("a sound record"))
}

fn set_in<R: Record>(records: &mut [R], id: Id, set: &[(&'static str, Value)]) {
    let id = number(id);
    let record = records.iter_mut().find(|one| one.id() == id).expect("a record to edit");
    let mut cells = R::COLUMNS.iter().zip(record.values()).map(|(column, value)| {
        let new = set.iter().find(|(name, _)| name == column);
        new.map_or(value, |(_, new)| renumbered(new.clone()))
    });
    let edited = R::from_cells(id, &mut cells).unwrap_or_else(|_| panic!("a sound record"));
    *record = edited;
}
