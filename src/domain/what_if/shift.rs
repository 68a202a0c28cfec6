//! Who stands elsewhere in the order because of it.

use super::Judged;
use crate::domain::cell::Id;
use crate::domain::score::Band;
use crate::domain::standing::{Group, Ranked};
use std::cmp::Reverse;
use std::collections::HashMap;

/// Where an account stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stand {
    pub group: Group,
    /// It belongs to NOW and leads SOON, because NOW is full.
    pub pushed: bool,
    /// 1-based, among the accounts that are in the book before and after.
    pub place: usize,
    pub score: Option<f64>,
    pub band: Option<Band>,
}

impl Stand {
    /// Something is to be done about it now.
    #[must_use]
    pub fn is_now(&self) -> bool {
        self.group == Group::Now || self.pushed
    }
}

/// An account before and after; none: it is not in the book then.
#[derive(Clone, Debug, PartialEq)]
pub struct Shift {
    pub account: Id,
    pub name: String,
    pub before: Option<Stand>,
    pub after: Option<Stand>,
}

impl Shift {
    /// How many places it rises in the order.
    #[must_use]
    pub fn rises(&self) -> i64 {
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => before.place as i64 - after.place as i64,
            _ => 0,
        }
    }

    /// It is in NOW from now on.
    #[must_use]
    pub fn into_now(&self) -> bool {
        self.after.is_some_and(|one| one.is_now()) && !self.before.is_some_and(|one| one.is_now())
    }

    /// It is in NOW no more.
    #[must_use]
    pub fn out_of_now(&self) -> bool {
        self.before.is_some_and(|one| one.is_now()) && !self.after.is_some_and(|one| one.is_now())
    }

    /// It comes to the book, leaves it, or crosses into another band.
    #[must_use]
    pub fn crosses(&self) -> bool {
        let band = |stand: Option<Stand>| stand.map(|one| one.band);
        band(self.before) != band(self.after)
    }

    fn stands_otherwise(&self) -> bool {
        let told = |stand: Option<Stand>| stand.map(|one| (one.is_now(), one.place, one.band));
        told(self.before) != told(self.after)
    }
}

/// Everybody who stands elsewhere, the largest move first.
#[must_use]
pub fn shifts(before: &Judged, after: &Judged) -> Vec<Shift> {
    let stays: HashMap<Id, ()> = before
        .standings
        .iter()
        .filter(|one| one.in_book && after.of(one.account).is_some_and(|one| one.in_book))
        .map(|one| (one.account, ()))
        .collect();
    let (old, new) = (stands(before, &stays), stands(after, &stays));
    let mut shifts: Vec<Shift> = before
        .standings
        .iter()
        .map(|one| Shift {
            account: one.account,
            name: one.name.clone(),
            before: old.get(&one.account).copied(),
            after: new.get(&one.account).copied(),
        })
        .filter(Shift::stands_otherwise)
        .collect();
    shifts.sort_by_cached_key(|one| (Reverse(one.rises().abs()), one.name.clone(), one.account));
    shifts
}

fn stands(judged: &Judged, stays: &HashMap<Id, ()>) -> HashMap<Id, Stand> {
    let mut place = 0;
    let stand = |row: &Ranked| {
        let standing = judged.of(row.account).filter(|one| one.in_book)?;
        place += usize::from(stays.contains_key(&row.account));
        Some((
            row.account,
            Stand {
                group: row.group,
                pushed: row.pushed,
                place,
                score: standing.score.value,
                band: standing.score.band,
            },
        ))
    };
    judged.ranking.rows.iter().filter_map(stand).collect()
}
