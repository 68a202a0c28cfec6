//! Columns pasted from a spreadsheet: name, ARR, end of the contract, notice. Matched to the
//! accounts of the book, previewed, written as one step; what is not certain is left out and told.

mod matching;
mod table;

use crate::domain::account::Account;
use crate::domain::account::contract::{self, Contract, NoticeUnit};
use crate::domain::cell::Id;
use crate::domain::change::{Change, Expected};
use crate::domain::money::{Currency, Money};
use crate::domain::revenue::moved::{Held, Unmoved};
use crate::domain::revenue::{self, Revenue};
use crate::domain::when::Order;
use chrono::NaiveDate;
use matching::Names;
use std::collections::HashMap;

/// What the book holds of all this.
#[derive(Clone, Copy, Debug)]
pub struct Book<'a> {
    pub accounts: &'a [Account],
    pub contracts: &'a [Contract],
    pub revenue: &'a [Revenue],
    /// For amounts that name no currency.
    pub currency: Currency,
    /// Of days that could be read either way.
    pub order: Order,
    pub today: NaiveDate,
}

/// Length of notice.
pub type Notice = (i64, NoticeUnit);

/// A figure as it is and as it would be; none: nothing is said about it, or it stays.
pub type Move<T> = Option<(Option<T>, T)>;

/// What becomes of one row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Counted from 1, as pasted.
    pub line: u64,
    /// As pasted.
    pub name: String,
    /// The account it means, by number and name.
    pub account: Option<(Id, String)>,
    pub arr: Move<Money>,
    pub ends: Move<NaiveDate>,
    pub notice: Move<Notice>,
    /// What of it is left out, and why.
    pub remarks: Vec<String>,
}

impl Row {
    /// It changes something.
    #[must_use]
    pub const fn changes(&self) -> bool {
        self.arr.is_some() || self.ends.is_some() || self.notice.is_some()
    }
}

/// What the paste would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Those that change something first, then those left out, then those that say nothing new.
    pub rows: Vec<Row>,
    pub changes: Vec<Change>,
    pub expected: Vec<Expected>,
    /// How the columns were understood, one line.
    pub columns: String,
    /// What was taken as given, or could not be told, a sentence each.
    pub notes: Vec<String>,
    /// The one currency that all amounts name, where it is another than the book's.
    pub foreign: Option<Currency>,
}

/// Reads the text and works out what it changes.
#[must_use]
pub fn read(text: &str, book: &Book<'_>) -> Found {
    let table = table::read(text, book.currency, book.today, book.order);
    let names = Names::of(book.accounts);
    let mut found = Found { columns: table.columns, notes: table.notes, ..Found::default() };
    let mut rows: Vec<(Row, bool, table::Line)> = Vec::new();
    for line in table.lines {
        let (account, whole, remark) = match names.find(&line.name) {
            Ok((account, whole)) => (Some((account.id, account.name.clone())), whole, None),
            Err(why) => (None, false, Some(why)),
        };
        let row = Row {
            line: line.number,
            name: line.name.clone(),
            account,
            arr: None,
            ends: None,
            notice: None,
            remarks: remark.into_iter().collect(),
        };
        rows.push((row, whole, line));
    }
    // Rows that mean an account by its whole name, and by a part of it.
    let mut meant: HashMap<Id, (usize, usize)> = HashMap::new();
    for (row, whole, _) in &rows {
        let Some((id, _)) = &row.account else { continue };
        let (by_whole, by_part) = meant.entry(*id).or_default();
        *if *whole { by_whole } else { by_part } += 1;
    }
    for (mut row, whole, line) in rows {
        if let Some((id, name)) = row.account.clone() {
            let why = match meant.get(&id).copied().unwrap_or_default() {
                (1, _) if whole => None,
                (0, 1) => None,
                (1, _) => Some(format!("another row is {name}")),
                _ => Some(format!("several rows mean {name}")),
            };
            if let Some(why) = why {
                row.account = None;
                row.remarks = vec![why];
            } else {
                weigh(&mut row, &line, id, book, &mut found);
            }
        }
        found.rows.push(row);
    }
    let rank = |row: &Row| match (row.changes(), row.remarks.is_empty()) {
        (true, _) => 0,
        (false, false) => 1,
        (false, true) => 2,
    };
    found.rows.sort_by_key(rank);
    found.foreign = foreign(&found.rows, book.currency);
    let mut currencies = found.rows.iter().filter_map(|row| row.arr.map(|(_, new)| new.currency));
    let other = currencies.find(|currency| *currency != book.currency);
    if let (None, Some(other)) = (found.foreign, other) {
        let base = book.currency;
        let says = format!(
            "Some of it is in {other}; without a rate that is no part of the sums in {base}."
        );
        found.notes.push(says);
    }
    found
}

/// Sets what a row says against what the book holds.
fn weigh(row: &mut Row, line: &table::Line, id: Id, book: &Book<'_>, found: &mut Found) {
    row.remarks.extend(line.faults.iter().cloned());
    if let Some(amount) = line.arr {
        match entry(id, amount, book) {
            Ok(Some((before, entry))) => {
                row.arr = Some((before, amount));
                found.changes.push(revenue::Change::Added(entry).into());
            }
            Ok(None) => {}
            Err(why) => row.remarks.push(why),
        }
    }
    let of_account = book.contracts.iter().filter(|contract| contract.account_id == id);
    let current = of_account.max_by_key(|contract| (contract.ends_on, contract.id));
    let ends_on = current.and_then(|contract| contract.ends_on);
    let notice = current.and_then(|contract| contract.notice_count.zip(contract.notice_unit));
    row.ends = line.ends.filter(|new| ends_on != Some(*new)).map(|new| (ends_on, new));
    row.notice = line.notice.filter(|new| notice != Some(*new)).map(|new| (notice, new));
    if row.ends.is_none() && row.notice.is_none() {
        return;
    }
    if let Some(contract) = current {
        let mut fields = Vec::new();
        fields.extend(row.ends.map(|(_, new)| contract::Field::EndsOn(Some(new))));
        if let Some((_, (count, unit))) = row.notice {
            fields.push(contract::Field::NoticeCount(Some(count)));
            fields.push(contract::Field::NoticeUnit(Some(unit)));
        }
        found.expected.extend(contract.expects(&fields));
        found.changes.push(contract::Change::Edited { id: contract.id, fields }.into());
    } else {
        let new = Contract {
            ends_on: line.ends,
            notice_count: line.notice.map(|(count, _)| count),
            notice_unit: line.notice.map(|(_, unit)| unit),
            ..Contract::of(id)
        };
        found.changes.push(contract::Change::Added(new).into());
    }
}

/// The entry that makes the account's ARR this amount, with the figure before; none where it is
/// that already.
///
/// # Errors
/// Why there can be no such entry, in words.
fn entry(
    id: Id,
    amount: Money,
    book: &Book<'_>,
) -> Result<Option<(Option<Money>, Revenue)>, String> {
    let entries: Vec<Revenue> =
        book.revenue.iter().filter(|entry| entry.account_id == id).cloned().collect();
    let since = book.accounts.iter().find(|account| account.id == id);
    let since = since.and_then(|account| account.customer_since);
    let held = Held::of(&entries, book.today);
    match held.moved_to(amount, id, since, book.today) {
        Ok(entry) => Ok(entry.map(|entry| (held.now, entry))),
        Err(Unmoved::Negative) => Err("an ARR is not less than nothing".to_owned()),
        Err(Unmoved::Unclear) => Err("its revenue begins later or mixes currencies".to_owned()),
        Err(Unmoved::Currency(ours)) => {
            Err(format!("its ARR is in {ours}, the row says {}", amount.currency))
        }
    }
}

/// The one currency of all amounts, where it is not the book's.
fn foreign(rows: &[Row], currency: Currency) -> Option<Currency> {
    let mut named = rows.iter().filter_map(|row| row.arr.map(|(_, new)| new.currency));
    let first = named.next().filter(|first| *first != currency)?;
    named.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests;
