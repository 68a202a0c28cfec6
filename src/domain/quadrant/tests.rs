//! That each account stands where its answers and its ARR put it.

use super::*;
use crate::domain::account::Account;
use crate::domain::assess::assess;
use crate::domain::money::{Currency, Money};
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::signal::trial::today;

#[test]
fn nought_is_right_and_the_smallest_key_account_is_above() {
    let around = Around { key_floor: Some(500), ..Around::default() };
    let at = |nps, arr| quadrant(nps, arr, &around);
    assert_eq!(at(Some(0), Some(500)), Quadrant::Magic);
    assert_eq!(at(Some(-1), Some(500)), Quadrant::Rescue);
    assert_eq!(at(Some(0), Some(499)), Quadrant::Nurture);
    assert_eq!(at(Some(-100), Some(0)), Quadrant::Question);
    assert_eq!(at(None, Some(500)), Quadrant::NoAnswer);
    assert_eq!(at(None, None), Quadrant::NoAnswer);
    assert_eq!(at(Some(90), None), Quadrant::NoArr);
    assert_eq!(quadrant(Some(1), Some(9), &Around::default()), Quadrant::Nurture);
}

#[test]
fn the_largest_come_first_in_their_quadrant_and_only_the_book_counts() {
    let standing = |id: i64, nps, euros: i64| {
        let mut account = Account::named(&format!("A{id}"), today());
        account.id = Id(id);
        let records = Records::bare(account);
        let mut one = assess(&records, &Around::default(), &Rules::default(), today());
        one.arr = Some(Money { minor: euros, currency: Currency::EUR });
        one.map.nps = nps;
        one
    };
    let mut book = vec![
        standing(1, None, 90),
        standing(2, Some(10), 300),
        standing(3, Some(-50), 200),
        standing(4, Some(10), 400),
        standing(5, Some(10), 9_000),
    ];
    book[4].in_book = false;
    let around = Around::of(&book, &Rules::default());
    let found: Vec<(i64, Quadrant)> =
        spots(&book, &around).iter().map(|one| (one.account.0, one.quadrant)).collect();
    // 400, 300 and 200 of 990 are needed for four fifths.
    let expected = [
        (4, Quadrant::Magic),
        (2, Quadrant::Magic),
        (3, Quadrant::Rescue),
        (1, Quadrant::NoAnswer),
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_chart_counts_each_place_and_names_the_smallest_key_account() {
    let rules = Rules::default();
    let standing = |id: i64, name: &str, nps, euros: Option<i64>| {
        let mut account = Account::named(name, today());
        account.id = Id(id);
        let mut one =
            assess(&Records::bare(account), &Around::default(), &Rules::default(), today());
        one.arr = euros.map(|minor| Money { minor, currency: Currency::EUR });
        one.map.nps = nps;
        one
    };
    // 100 and 60 of 200 make four fifths.
    let book = [
        standing(1, "Alpha", Some(40), Some(100)),
        standing(2, "Beta", Some(-20), Some(60)),
        standing(3, "Gamma", None, Some(25)),
        standing(4, "Delta", None, None),
        standing(5, "Epsilon", Some(0), None),
        standing(6, "Zeta", Some(-100), Some(15)),
    ];
    let around = Around::of(&book, &rules);
    let chart = super::chart(&book, &around, &rules);
    assert_eq!((chart.floor, chart.smallest_key), (Some(60), Some(Id(2))));
    let counted: Vec<(Quadrant, usize, i64, usize)> = chart
        .corners
        .iter()
        .map(|one| (one.quadrant, one.accounts, one.arr, one.arr_unknown))
        .collect();
    assert_eq!(
        counted,
        [
            (Quadrant::Magic, 1, 100, 0),
            (Quadrant::Rescue, 1, 60, 0),
            (Quadrant::Nurture, 0, 0, 0),
            (Quadrant::Question, 1, 15, 0),
            (Quadrant::NoAnswer, 2, 25, 1),
            (Quadrant::NoArr, 1, 0, 1),
        ]
    );
    assert!(chart.spots.iter().filter(|spot| spot.key).all(|spot| spot.arr >= chart.floor));
    let tied = [
        standing(1, "Alpha", None, Some(60)),
        standing(2, "Beta", None, Some(20)),
        standing(3, "Gamma", None, Some(20)),
    ];
    let chart = super::chart(&tied, &Around::of(&tied, &rules), &rules);
    assert_eq!(chart.smallest_key, Some(Id(2)), "Gamma pays as much and is no key account");
    let empty = super::chart(&[], &Around::default(), &rules);
    assert!(empty.spots.is_empty() && empty.floor.is_none() && empty.smallest_key.is_none());
    assert!(empty.corners.iter().all(|corner| corner.accounts == 0));
}
