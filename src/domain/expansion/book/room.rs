//! What they don't buy yet, over the book: our offerings against the accounts, their parts folded
//! into one sign. Source: the field's standard practice.

use super::Whose;
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::expansion::Expansion;
use crate::domain::expansion::whitespace::{pursued, shown};
use crate::domain::money::Money;
use crate::domain::records::Records;
use crate::domain::revenue::offering::Offering;
use crate::domain::revenue::whitespace::{Whitespace, WhitespaceState};
use crate::domain::score::Band;
use crate::domain::standing::Standing;
use WhitespaceState::{Blocked, Open, Possible, Won};
use chrono::NaiveDate;
use std::cmp::Reverse;

/// How many parts of an account stand where with an offering.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Parts {
    pub won: usize,
    pub open: usize,
    pub possible: usize,
    pub blocked: usize,
    pub unknown: usize,
}

impl Parts {
    fn add(&mut self, state: Option<WhitespaceState>) {
        let part = match state {
            Some(Won) => &mut self.won,
            Some(Open) => &mut self.open,
            Some(Possible) => &mut self.possible,
            Some(Blocked) => &mut self.blocked,
            None => &mut self.unknown,
        };
        *part += 1;
    }

    fn join(&mut self, other: &Self) {
        self.won += other.won;
        self.open += other.open;
        self.possible += other.possible;
        self.blocked += other.blocked;
        self.unknown += other.unknown;
    }

    /// One state for all parts: what somebody could take up comes first, then what is being worked
    /// on, then what is bought; blocked only where nothing else is known.
    #[must_use]
    pub fn folded(&self) -> Option<WhitespaceState> {
        let parts = [
            (self.possible, Possible),
            (self.open, Open),
            (self.won, Won),
            (self.blocked, Blocked),
        ];
        parts.into_iter().find(|(count, _)| *count > 0).map(|(_, state)| state)
    }
}

/// One account of which something is known.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Row {
    #[serde(flatten)]
    pub whose: Whose,
    pub arr: Option<Money>,
    /// As many as there are offerings.
    pub fields: Vec<Parts>,
}

/// One of our offerings over all accounts of the book.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Sold {
    pub offering: Id,
    pub name: String,
    /// Parts of all accounts; an account of which nothing is known counts as one.
    pub parts: Parts,
}

/// Something that a part of an account could take up.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Opening {
    #[serde(flatten)]
    pub whose: Whose,
    pub arr: Option<Money>,
    pub field: Id,
    pub unit: String,
    pub offering: String,
    pub note: Option<String>,
    /// The account is at risk: that is mended first.
    pub repair: bool,
    /// What the figures and answers hint at.
    pub hints: Vec<&'static str>,
    /// Accounts that buy the offering, of those where something is known of it.
    pub bought: (usize, usize),
    #[serde(skip)]
    pub changes: Vec<Change>,
    #[serde(skip)]
    pub record: Whitespace,
}

/// The room there is.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Room {
    pub offerings: Vec<Sold>,
    /// Offerings for which there is no room.
    pub left_out: usize,
    /// Accounts of which something is known, the largest first.
    pub rows: Vec<Row>,
    /// Accounts of which nothing is known.
    pub unknown: Vec<Whose>,
    /// The most promising first: not at risk, with hints, bought by many others, large.
    pub possible: Vec<Opening>,
}

#[derive(Debug, Default)]
pub(super) struct Tally {
    rows: Vec<Row>,
    unknown: Vec<Whose>,
    possible: Vec<(usize, Opening)>,
}

impl Tally {
    /// `records` name all that we sell.
    pub(super) fn add(
        &mut self,
        records: &Records,
        standing: &Standing,
        found: &Expansion,
        today: NaiveDate,
    ) {
        let table = &found.whitespace;
        let mut fields = vec![Parts::default(); table.offerings.len()];
        for field in table.units.iter().flat_map(|unit| unit.fields.iter().enumerate()) {
            let (place, field) = field;
            if let Some(parts) = fields.get_mut(place) {
                parts.add(field.state);
            }
        }
        if fields.iter().all(|parts| parts.folded().is_none()) {
            self.unknown.push(Whose::of(standing));
            return;
        }
        let hints: Vec<&'static str> = found.hints.iter().map(|hint| hint.hint).collect();
        for unit in &table.units {
            for (place, field) in unit.fields.iter().enumerate() {
                let record =
                    records.whitespace.iter().find(|one| Some(one.id) == field.whitespace_id);
                let (Some(record), Some(Possible)) = (record, field.state) else { continue };
                let opening = Opening {
                    whose: Whose::of(standing),
                    arr: standing.arr,
                    field: record.id,
                    unit: unit.name.clone(),
                    offering: String::new(),
                    note: field.note.clone(),
                    repair: standing.score.band == Some(Band::Risk),
                    hints: hints.clone(),
                    bought: (0, 0),
                    changes: pursued(record, records, today),
                    record: record.clone(),
                };
                self.possible.push((place, opening));
            }
        }
        self.rows.push(Row { whose: Whose::of(standing), arr: standing.arr, fields });
    }

    pub(super) fn finish(self, offerings: &[Offering], today: NaiveDate) -> Room {
        let Self { mut rows, mut unknown, possible } = self;
        let (ours, left_out) = shown(offerings, today);
        let sold = ours.iter().enumerate().map(|(place, one)| {
            let mut parts = Parts { unknown: unknown.len(), ..Parts::default() };
            rows.iter().filter_map(|row| row.fields.get(place)).for_each(|field| parts.join(field));
            Sold { offering: one.id, name: one.name.clone(), parts }
        });
        let offerings: Vec<Sold> = sold.collect();
        let buys = |place: usize| {
            let known = || rows.iter().filter_map(move |row| row.fields.get(place));
            let of = |is: fn(&Parts) -> bool| known().filter(|parts| is(parts)).count();
            (of(|parts| parts.won > 0), of(|parts| parts.folded().is_some()))
        };
        let mut possible: Vec<Opening> = possible
            .into_iter()
            .filter_map(|(place, one)| {
                let offering = offerings.get(place)?.name.clone();
                Some(Opening { offering, bought: buys(place), ..one })
            })
            .collect();
        possible.sort_by(|one, two| {
            let promise = |one: &Opening| {
                let minor = one.arr.map(|arr| arr.minor);
                (one.repair, Reverse(one.hints.len()), Reverse(one.bought.0), Reverse(minor))
            };
            promise(one)
                .cmp(&promise(two))
                .then_with(|| (&one.whose.name, one.field).cmp(&(&two.whose.name, two.field)))
        });
        rows.sort_by(|one, two| {
            let minor = |row: &Row| Reverse(row.arr.map(|arr| arr.minor));
            (minor(one), &one.whose.name, one.whose.account).cmp(&(
                minor(two),
                &two.whose.name,
                two.whose.account,
            ))
        });
        unknown.sort_by(|one, two| (&one.name, one.account).cmp(&(&two.name, two.account)));
        Room { offerings, left_out, rows, unknown, possible }
    }
}
