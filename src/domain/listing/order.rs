//! The order of the list, where it is not by need.

use super::Sort;
use crate::domain::book::row::BookRow;
use std::cmp::Ordering;

/// Sorts the rows: what asks for a look first, what is not known last, ties by name. By need they
/// stay as they come.
pub(super) fn sort(rows: &mut [BookRow], by: Sort) {
    let name = |one: &BookRow, other: &BookRow| {
        let folded = |row: &BookRow| row.name.to_lowercase();
        folded(one).cmp(&folded(other)).then(one.account.cmp(&other.account))
    };
    match by {
        Sort::Need => {}
        Sort::Name => rows.sort_by(name),
        // The largest first.
        Sort::Arr => rows.sort_by(|one, other| {
            known_first(one.arr, other.arr, |one, other| other.minor.cmp(&one.minor))
                .then_with(|| name(one, other))
        }),
        // The weakest first.
        Sort::Score => rows.sort_by(|one, other| {
            known_first(one.score, other.score, f64::total_cmp).then_with(|| name(one, other))
        }),
        // The nearest first.
        Sort::ActBy => rows.sort_by(|one, other| {
            known_first(one.act_by, other.act_by, Ord::cmp).then_with(|| name(one, other))
        }),
        // The longest silence first; never is longer than any.
        Sort::LastTalk => rows.sort_by(|one, other| {
            one.last_talk_on.cmp(&other.last_talk_on).then_with(|| name(one, other))
        }),
    }
}

fn known_first<T>(
    one: Option<T>,
    other: Option<T>,
    order: impl Fn(&T, &T) -> Ordering,
) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) => order(&one, &other),
        (one, other) => other.is_some().cmp(&one.is_some()),
    }
}
