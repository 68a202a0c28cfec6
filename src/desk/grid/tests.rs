use super::super::sample::{book, day, now};
use super::super::{Act, Desk};
use super::*;
use crate::domain::account::own_score::{self, Factor, OwnScore};
use crate::domain::account::{self, Account};
use crate::domain::change::Change;
use crate::domain::grid::State;

fn score(account: i64, factor: Factor, points: i64) -> Change {
    let account_id = Id(account);
    let on_date = day(22);
    let new = OwnScore { id: Id(0), account_id, factor, points, on_date, reason: None };
    own_score::Change::Added(new).into()
}

fn commit(desk: &mut Desk, changes: &[Change]) {
    desk.commit(&Act::edit("A change", None), changes, now(22)).expect("written");
}

#[test]
fn what_a_commit_touched_is_read_again_and_nothing_else() {
    let (_directory, mut desk) = book(8);
    let mut grid = desk.grid(day(22)).expect("a grid");
    assert_eq!(grid.rows().len(), 8);
    commit(&mut desk, &[score(2, Factor::Usage, 3), score(3, Factor::Usage, 4)]);
    desk.grid_again(&mut grid, &[Id(2)], day(22)).expect("read");
    let usage = |grid: &Grid, account| {
        grid.row(Id(account)).and_then(|row| row.factor(Factor::Usage)?.score)
    };
    assert_eq!((usage(&grid, 2), usage(&grid, 3)), (Some(3.0), Some(7.0)));
    desk.grid_again(&mut grid, &[Id(3)], day(22)).expect("read");
    assert_eq!(grid.rows(), desk.grid(day(22)).expect("a grid").rows());
}

#[test]
fn accounts_come_and_go() {
    let (_directory, mut desk) = book(8);
    let mut grid = desk.grid(day(22)).expect("a grid");
    let new = account::Change::Added(Account::named("Late", day(22)));
    commit(&mut desk, &[new.into(), account::Change::Removed(Id(4)).into()]);
    desk.grid_again(&mut grid, &[Id(4), Id(9)], day(22)).expect("read");
    assert_eq!(grid.row(Id(4)), None);
    assert_eq!(grid.rows(), desk.grid(day(22)).expect("a grid").rows());
}

/// The second account of eight that holds a factor makes it count for a quarter of the book, and so
/// for all.
#[test]
fn a_factor_that_comes_into_use_is_read_for_all() {
    let (_directory, mut desk) = book(8);
    let state = |grid: &Grid, account| {
        grid.row(Id(account)).and_then(|row| Some(row.factor(Factor::Value)?.state()))
    };
    let mut grid = desk.grid(day(22)).expect("a grid");
    commit(&mut desk, &[score(1, Factor::Value, 6)]);
    desk.grid_again(&mut grid, &[Id(1)], day(22)).expect("read");
    assert_eq!(state(&grid, 5), Some(State::NotInUse));
    commit(&mut desk, &[score(2, Factor::Value, 6)]);
    desk.grid_again(&mut grid, &[Id(2)], day(22)).expect("read");
    assert_eq!(state(&grid, 5), Some(State::Unknown));
    assert_eq!(grid.rows(), desk.grid(day(22)).expect("a grid").rows());
}
