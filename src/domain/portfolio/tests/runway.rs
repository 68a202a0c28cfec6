//! Which contracts come up, and in which month.

use super::*;
use crate::domain::account::contract::{Contract, NoticeUnit, Renewal};
use crate::domain::portfolio::runway::Month;
use crate::domain::revenue::forecast::{Forecast, Outcome};
use crate::domain::signal::trial::ahead;
use chrono::NaiveDate;

fn on(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// An account of ARR 100 whose contract ends on a day, with so many days of notice.
fn ending(id: i64, ends_on: NaiveDate, notice: i64, edit: impl FnOnce(&mut Contract)) -> Records {
    let mut records = account(id, Some((100, "EUR")));
    let mut contract = Contract::of(Id(id));
    contract.id = Id(id + 50);
    contract.ends_on = Some(ends_on);
    (contract.notice_count, contract.notice_unit) = (Some(notice), Some(NoticeUnit::Days));
    contract.auto_renews = Some(true);
    edit(&mut contract);
    records.contract = Some(contract);
    records
}

/// What it shows, the end, the days of notice, what else is written, and what is next on it: the
/// day, and whether it is past.
type Case = (&'static str, NaiveDate, i64, fn(&mut Contract), Option<(NaiveDate, bool)>);

#[test]
fn a_contract_comes_up_by_what_is_next_on_it() {
    let plain = |_: &mut Contract| {};
    let signed = |one: &mut Contract| one.renewal = Renewal::Signed;
    let lost = |one: &mut Contract| one.renewal = Renewal::Lost;
    let cases: [Case; 11] = [
        ("the last day to act is today", ahead(60), 60, plain, Some((today(), false))),
        ("it was yesterday", ahead(59), 60, plain, Some((ago(1), true))),
        ("it was signed: the end is next", ahead(59), 60, signed, Some((ahead(59), false))),
        ("the last of the days", ahead(240), 60, plain, Some((ahead(180), false))),
        ("a day later", ahead(241), 60, plain, None),
        ("signed, and the end is beyond", ahead(181), 182, signed, None),
        ("ended yesterday", ago(1), 0, plain, Some((ago(1), true))),
        ("signed anew, the end on record is over", ago(9), 0, signed, Some((ago(9), true))),
        ("lost: the day they leave", ahead(60), 30, lost, Some((ahead(60), false))),
        ("lost and gone", ago(3), 30, lost, Some((ago(3), true))),
        ("lost, in a year", ahead(365), 30, lost, None),
    ];
    for (what, ends_on, notice, edit, wanted) in cases {
        let seen = seen(&[ending(1, ends_on, notice, edit)], &[], &[]);
        let found = seen.runway.contracts.first().map(|one| (one.next_on, one.past()));
        assert_eq!(found, wanted, "{what}");
        assert!(seen.runway.endless.is_empty(), "{what}");
    }
}

#[test]
fn what_is_over_stands_first_and_accounts_without_an_end_are_named() {
    let book = [
        ending(1, ahead(100), 30, |_| {}),
        ending(2, ahead(40), 50, |_| {}),
        ending(3, ahead(50), 10, |_| {}),
        account(4, Some((100, "EUR"))),
        account(5, None),
    ];
    let runway = seen(&book, &[], &[]).runway;
    let order: Vec<i64> = runway.contracts.iter().map(|one| one.account.0).collect();
    assert_eq!(order, [2, 3, 1]);
    let endless: Vec<(i64, Option<i64>)> =
        runway.endless.iter().map(|one| (one.account.0, one.arr)).collect();
    assert_eq!(endless, [(4, Some(10_000)), (5, None)]);
    assert_eq!((runway.until, runway.days), (ahead(180), 180));
}

#[test]
fn months_add_what_is_to_be_acted_on_and_what_ends() {
    // Today is 22 November.
    let book = [
        // Acts in November, ends in December.
        ending(1, on("2026-12-20"), 20, |_| {}),
        ending(2, on("2026-12-31"), 0, |_| {}),
        // Notice is over since October; it ends in January.
        ending(3, on("2027-01-15"), 90, |_| {}),
        // Leaves in January: nothing left to act on.
        ending(4, on("2027-01-31"), 40, |one| one.renewal = Renewal::Lost),
        // Acts in May, ends beyond.
        ending(5, on("2027-08-01"), 90, |_| {}),
    ];
    let month = |first: &str, acts: usize, ends: usize| Month {
        first: on(first),
        acts,
        act_arr: acts.cast_signed() as i64 * 10_000,
        ends,
        end_arr: ends.cast_signed() as i64 * 10_000,
    };
    let expected = [
        month("2026-11-01", 1, 0),
        month("2026-12-01", 1, 2),
        month("2027-01-01", 0, 2),
        month("2027-05-01", 1, 0),
    ];
    assert_eq!(seen(&book, &[], &[]).runway.months, expected);
}

#[test]
fn the_chance_is_that_it_renews() {
    let chance = |said: Option<(Outcome, i64)>| {
        let mut one = ending(1, ahead(60), 30, |_| {});
        one.forecasts.extend(said.map(|(outcome, probability)| Forecast {
            id: Id(1),
            account_id: Id(1),
            on_date: today(),
            ends_on: ahead(60),
            outcome,
            probability,
            new_amount: None,
            currency: None,
            note: None,
        }));
        let due = seen(&[one], &[], &[]).runway.contracts.remove(0);
        (due.chance(), due.asked)
    };
    assert_eq!(chance(None), (None, true));
    assert_eq!(chance(Some((Outcome::Full, 80))), (Some(0.8), false));
    assert_eq!(chance(Some((Outcome::Shrink, 55))), (Some(0.55), false));
    let (lost, _) = chance(Some((Outcome::Lost, 80)));
    assert!(lost.is_some_and(|chance| (chance - 0.2).abs() < 1e-12));
}
