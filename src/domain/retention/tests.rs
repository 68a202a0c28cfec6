//! Retention worked by hand, and what must hold for any book.

use super::*;
use crate::domain::account::{Account, Status};
use crate::domain::cell::Id;
use crate::domain::money::Currency;
use crate::domain::revenue::{Revenue, RevenueKind};
use RevenueKind::{Churn, Contraction, Expansion, New, OneTime, Opening, Price, Reactivation};
use chrono::Duration;
use proptest::prelude::*;

/// An account with its entries: day, kind, amount, currency.
type Book = Vec<(Account, Vec<Revenue>)>;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn account(
    id: i64,
    tier: Option<Tier>,
    entries: &[(&str, RevenueKind, i64)],
) -> (Account, Vec<Revenue>) {
    let mut account = Account::named(&format!("A{id}"), day("2020-01-01"));
    account.id = Id(id);
    account.tier = tier;
    let entry = |(on_date, kind, amount): &(&str, RevenueKind, i64)| Revenue {
        id: Id(id),
        account_id: Id(id),
        on_date: day(on_date),
        kind: *kind,
        amount: *amount,
        currency: Currency::EUR,
        note: None,
    };
    (account, entries.iter().map(entry).collect())
}

fn told(book: &Book, margin: Option<f64>) -> Retention {
    let ledgers = book.iter().map(|(account, entries)| Ledger { account, entries });
    retention(ledgers, day("2026-01-01"), day("2026-12-31"), &Exchange::default(), margin)
}

/// One account for each thing that can become of one.
fn by_hand() -> Book {
    let strategic = Some(Tier::Strategic);
    vec![
        account(
            1,
            strategic,
            &[
                ("2025-12-31", Opening, 1_000),
                ("2026-03-01", Price, 50),
                ("2026-04-01", Expansion, 250),
            ],
        ),
        account(2, strategic, &[("2024-01-01", Opening, 800), ("2026-12-31", Contraction, -200)]),
        account(3, None, &[("2024-01-01", Opening, 400), ("2026-06-01", Churn, -400)]),
        account(
            4,
            None,
            &[
                ("2024-01-01", Opening, 200),
                ("2026-06-01", OneTime, 999),
                ("2027-01-01", Churn, -200),
            ],
        ),
        account(5, Some(Tier::Growth), &[("2026-01-01", New, 300), ("2026-02-01", Expansion, 30)]),
        account(6, None, &[("2026-05-05", Opening, 70)]),
        account(
            7,
            None,
            &[
                ("2020-01-01", New, 90),
                ("2021-01-01", Churn, -90),
                ("2026-07-01", Reactivation, 60),
            ],
        ),
        // Left and came back within the period: churn in the cohort, and back on its own line.
        account(
            8,
            None,
            &[
                ("2024-01-01", Opening, 100),
                ("2026-02-01", Churn, -100),
                ("2026-09-01", Reactivation, 120),
            ],
        ),
        account(9, None, &[]),
    ]
}

#[test]
fn a_book_by_hand() {
    let found = told(&by_hand(), Some(0.8));
    let total = &found.total;
    assert_eq!((total.accounts, total.start, total.kept), (5, 2_500, 2_100));
    assert_eq!((total.expansion, total.price, total.contraction, total.churn), (300, 50, 200, 500));
    assert_eq!((total.new, total.reactivated, total.opening, total.end), (330, 180, 70, 2_680));
    assert_eq!((total.grown, total.shrunk, total.lost, total.came), (1, 1, 2, [1, 2, 1]));
    assert_eq!((total.nrr, total.grr), (Some(0.84), Some(0.72)));
    assert_eq!((total.logo_retention, total.revenue_churn), (Some(0.6), Some(0.28)));
    assert_eq!(total.expansion_mrr, 25.0);
    // A mean of 500 × 0.8 / 0.28.
    let value = total.lifetime_value.expect("a year with churn and margin");
    assert!((value - 500.0 * 0.8 / 0.28).abs() < 1e-9);
    let verdicts: Vec<(i64, Kept)> =
        found.accounts.iter().map(|one| (one.account.0, one.verdict)).collect();
    let expected = [
        (1, Kept::Grown),
        (2, Kept::Shrunk),
        (3, Kept::Lost),
        (4, Kept::Same),
        (8, Kept::Lost),
        (5, Kept::Came),
        (6, Kept::Came),
        (7, Kept::Came),
    ];
    assert_eq!(verdicts, expected);
    assert_eq!(found.accounts[0].growth, Some(0.3));
    assert_eq!(found.accounts[5].growth, None);
}

#[test]
fn tiers_stand_for_themselves() {
    let found = told(&by_hand(), None);
    let tiers: Vec<(Option<Tier>, i64, Option<f64>)> =
        found.tiers.iter().map(|one| (one.tier, one.line.start, one.line.nrr)).collect();
    let strategic = (Some(Tier::Strategic), 1_800, Some(1_900.0 / 1_800.0));
    assert_eq!(tiers, [(None, 700, Some(200.0 / 700.0)), strategic, (Some(Tier::Growth), 0, None)]);
    assert_eq!(found.total.lifetime_value, None, "no margin");
}

#[test]
fn nothing_at_the_start_divides_nothing() {
    let found = told(&Vec::new(), Some(0.8));
    assert_eq!(found.total, Line::default());
    let found = told(&vec![account(1, None, &[("2026-05-05", New, 70)])], Some(0.8));
    let total = found.total;
    assert_eq!(
        (total.nrr, total.grr, total.logo_retention, total.revenue_churn),
        (None, None, None, None)
    );
    assert_eq!((total.new, total.end, total.lifetime_value), (70, 70, None));
}

#[test]
fn lifetime_value_is_told_for_a_year_with_churn() {
    let book = by_hand();
    let over = |from, to| {
        let ledgers = book.iter().map(|(account, entries)| Ledger { account, entries });
        retention(ledgers, day(from), day(to), &Exchange::default(), Some(0.8)).total.lifetime_value
    };
    assert!(over("2026-01-01", "2026-12-31").is_some());
    assert_eq!(over("2026-01-02", "2026-12-31"), None, "364 days");
    assert_eq!(over("2025-01-01", "2025-12-31"), None, "nothing was lost");
}

#[test]
fn what_cannot_be_told_is_left_out_and_named() {
    let mut book = by_hand();
    let dollar = Currency::from_code("USD").expect("a code");
    book[1].1[0].currency = dollar;
    book[2].0.archived_on = Some(day("2026-10-01"));
    book[3].0.status = Status::Lost;
    assert!(
        told(&book, None).left_out.iter().all(|one| one.account != Id(4)),
        "its churn is known"
    );
    book[3].1.pop();
    book[4].0.status = Status::Prospect;
    book[0].0.status = Status::Lost;
    book[0].0.leaves_on = Some(day("2026-12-31"));
    let found = told(&book, None);
    let left: Vec<(i64, Why)> = found.left_out.iter().map(|one| (one.account.0, one.why)).collect();
    assert_eq!(left, [(2, Why::NoRate), (3, Why::PutAway), (4, Why::LostWithoutDay)]);
    assert_eq!(found.left_out[0].currencies, ["USD"]);
    assert_eq!((found.total.start, found.total.churn, found.total.new), (1_100, 1_100, 0));
    book[2].0.status = Status::Lost;
    assert_eq!(told(&book, None).total.churn, 1_500, "lost and put away is lost");
    let exchange = Exchange { base: Currency::EUR, rates: vec![(dollar, 0.5)] };
    let ledgers = book.iter().map(|(account, entries)| Ledger { account, entries });
    let found = retention(ledgers, day("2026-01-01"), day("2026-12-31"), &exchange, None);
    // $800 are €400 at the start; the €200 that went were never dollars.
    assert_eq!(
        found.accounts.iter().find(|one| one.account == Id(2)).map(|one| (one.start, one.end)),
        Some((400, 200))
    );
}

fn any_entries() -> impl Strategy<Value = Vec<(usize, i64, i64, bool)>> {
    proptest::collection::vec((0_usize..8, 0_i64..800, -9_000_i64..9_000, any::<bool>()), 0..8)
}

proptest! {
    #[test]
    fn identities_hold_for_any_book(
        accounts in proptest::collection::vec((0_usize..4, 0_usize..5, any_entries()), 0..12),
        back in 0_i64..500,
        days in 0_i64..500,
    ) {
        let krona = Currency::from_code("SEK").expect("a code");
        let first = day("2025-01-01");
        let book: Book = accounts.into_iter().zip(1..).map(|((tier, status, entries), id)| {
            let (mut account, _) = account(id, Tier::ALL.get(tier).copied(), &[]);
            account.status = Status::ALL.get(status).copied().unwrap_or(Status::Active);
            account.leaves_on = (tier == 1).then(|| first + Duration::days(300));
            let entry = |(kind, day, amount, foreign): (usize, i64, i64, bool)| Revenue {
                id: Id(day),
                account_id: Id(id),
                on_date: first + Duration::days(day),
                kind: RevenueKind::ALL[kind],
                amount,
                currency: if foreign { krona } else { Currency::EUR },
                note: None,
            };
            (account, entries.into_iter().map(entry).collect())
        }).collect();
        let from = first + Duration::days(back);
        let to = from + Duration::days(days);
        for rates in [vec![], vec![(krona, 0.09)]] {
            let exchange = Exchange { base: Currency::EUR, rates };
            let ledgers = book.iter().map(|(account, entries)| Ledger { account, entries });
            let found = retention(ledgers, from, to, &exchange, Some(0.7));
            let lines = found.tiers.iter().map(|one| &one.line).chain([&found.total]);
            for line in lines {
                let came = line.new + line.reactivated + line.opening;
                let bridge = line.start + came + line.expansion - line.contraction - line.churn;
                prop_assert_eq!(line.end, bridge);
                prop_assert!(line.price <= line.expansion && line.price >= 0);
                prop_assert_eq!(line.nrr.is_some(), line.start > 0);
                if let (Some(nrr), Some(grr)) = (line.nrr, line.grr) {
                    let grown = line.expansion as f64 / line.start as f64;
                    prop_assert!((nrr - grr - grown).abs() < 1e-9);
                    prop_assert!((0.0..=1.0).contains(&grr));
                }
                for figure in [line.nrr, line.grr, line.logo_retention, line.revenue_churn, line.lifetime_value] {
                    prop_assert!(figure.is_none_or(f64::is_finite));
                }
            }
            let sum = |part: fn(&Line) -> i64| found.tiers.iter().map(|one| part(&one.line)).sum::<i64>();
            prop_assert_eq!(sum(|line| line.start), found.total.start);
            prop_assert_eq!(sum(|line| line.end), found.total.end);
            prop_assert_eq!(sum(|line| line.churn), found.total.churn);
            prop_assert!(found.accounts.len() + found.left_out.len() <= book.len());
        }
    }
}
