//! Who stands elsewhere in the order because of it.

use super::Judged;
use crate::domain::cell::Id;
use crate::domain::score::Band;
use crate::domain::score::print::difference;
use crate::domain::standing::{Group, Ranked};
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

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
            (Some(before), Some(after)) => {
                before.place.cast_signed() as i64 - after.place.cast_signed() as i64
            }
            _ => 0,
        }
    }

    /// By how many tenths its printed score moves; 0 where it is not told before and after.
    #[must_use]
    pub fn gains(&self) -> f64 {
        let score = |stand: Option<Stand>| stand.and_then(|one| one.score);
        score(self.after).zip(score(self.before)).map_or(0.0, |(now, then)| difference(now, then))
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
        told(self.before) != told(self.after) || self.gains() != 0.0
    }
}

/// Everybody who stands elsewhere or is scored otherwise: who moves into NOW or out of it first,
/// then who crosses into another band, then the largest moves.
#[must_use]
pub fn shifts(before: &Judged, after: &Judged) -> Vec<Shift> {
    let stays: HashSet<Id> = before
        .standings
        .iter()
        .filter(|one| one.in_book && after.of(one.account).is_some_and(|one| one.in_book))
        .map(|one| one.account)
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
    let weight = |one: &Shift| match one {
        one if one.into_now() || one.out_of_now() => 0,
        one if one.crosses() => 1,
        _ => 2,
    };
    shifts.sort_by(|a, b| {
        let rank = |one: &Shift| (weight(one), Reverse(one.rises().abs()));
        rank(a)
            .cmp(&rank(b))
            .then_with(|| b.gains().abs().total_cmp(&a.gains().abs()))
            .then_with(|| (&a.name, a.account).cmp(&(&b.name, b.account)))
    });
    shifts
}

fn stands(judged: &Judged, stays: &HashSet<Id>) -> HashMap<Id, Stand> {
    let mut place = 0;
    let stand = |row: &Ranked| {
        let standing = judged.of(row.account).filter(|one| one.in_book)?;
        place += usize::from(stays.contains(&row.account));
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
