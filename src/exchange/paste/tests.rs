//! What pastes of all shapes do to a small book.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn today() -> NaiveDate {
    day("2026-11-22")
}

fn euros(units: i64) -> Money {
    Money { minor: units * 100, currency: Currency::EUR }
}

struct Held {
    accounts: Vec<Account>,
    contracts: Vec<Contract>,
    revenue: Vec<Revenue>,
}

/// Contoso (nothing known), Litware (300k, ends), Adatum (customer since 2021).
fn held() -> Held {
    let mut accounts: Vec<Account> = (1..)
        .zip(["Contoso", "Litware Inc.", "Adatum"])
        .map(|(id, name)| Account { id: Id(id), ..Account::named(name, today()) })
        .collect();
    accounts[2].customer_since = Some(day("2021-05-01"));
    let entry = Revenue {
        id: Id(7),
        account_id: Id(2),
        on_date: day("2024-01-01"),
        kind: RevenueKind::Opening,
        amount: 30_000_000,
        currency: Currency::EUR,
        note: None,
    };
    let contract = Contract {
        id: Id(9),
        account_id: Id(2),
        starts_on: None,
        ends_on: Some(day("2026-12-31")),
        notice_count: None,
        notice_unit: None,
        auto_renews: Some(true),
        term_months: None,
        renewal: Renewal::InTalks,
        note: None,
    };
    Held { accounts, contracts: vec![contract], revenue: vec![entry] }
}

fn pasted(text: &str) -> Found {
    let held = held();
    let book = Book {
        accounts: &held.accounts,
        contracts: &held.contracts,
        revenue: &held.revenue,
        currency: Currency::EUR,
        today: today(),
    };
    read(text, &book)
}

fn row<'a>(found: &'a Found, name: &str) -> &'a Row {
    found.rows.iter().find(|row| row.name == name).unwrap_or_else(|| panic!("{name}: {found:?}"))
}

#[test]
fn columns_are_known_by_what_stands_in_them() {
    for (text, with_notice) in [
        ("Contoso\t940000\t2027-03-31\nLitware\t310000\t2027-06-30\t3 months\n", true),
        ("Contoso;940.000;31.03.2027\nLitware;310.000;30.06.2027;3 months\n", true),
        ("Contoso,940000,2027-03-31,\nLitware,310000,2027-06-30,3 months\n", true),
        ("Contoso\t940000\t31 Mar 2027\nLitware\t310000\t30 Jun 2027\t3 m\n", true),
        (
            "Customer\tSeats\tARR\tContract end\tNotice (months)\n\
             Contoso\t12\t940,000.00\t31/03/2027\t\nLitware Inc.\t8\t310,000.00\t30/06/2027\t3\n",
            true,
        ),
        ("2027-03-31\tContoso\t€ 940000\n2027-06-30\tLitware\t€ 310000\n", false),
    ] {
        let found = pasted(text);
        let (contoso, litware) = (&found.rows[0], &found.rows[1]);
        assert_eq!(contoso.arr, Some((None, euros(940_000))), "{text}");
        assert_eq!(contoso.ends, Some((None, day("2027-03-31"))), "{text}");
        assert_eq!(litware.arr, Some((Some(euros(300_000)), euros(310_000))), "{text}");
        let moved = (Some(day("2026-12-31")), day("2027-06-30"));
        assert_eq!(litware.ends, Some(moved), "{text}");
        let notice = with_notice.then_some((None, (3, NoticeUnit::Months)));
        assert_eq!(litware.notice, notice, "{text}");
        assert!(found.rows.iter().all(|row| row.remarks.is_empty()), "{:?}", found.rows);
    }
}

#[test]
fn arr_becomes_an_opening_or_the_difference() {
    let found = pasted("Contoso\t940k\nLitware\t250k\nAdatum\t64k\n");
    let entries: Vec<(i64, RevenueKind, i64, NaiveDate)> = found
        .changes
        .iter()
        .filter_map(|change| match change {
            Change::Revenue(revenue::Change::Added(new)) => {
                Some((new.account_id.0, new.kind, new.amount, new.on_date))
            }
            _ => None,
        })
        .collect();
    assert_eq!(
        entries,
        [
            (1, RevenueKind::Opening, 94_000_000, today()),
            (2, RevenueKind::Contraction, -5_000_000, today()),
            (3, RevenueKind::Opening, 6_400_000, day("2021-05-01")),
        ]
    );
    assert!(pasted("Litware\t300000\t2026-12-31\n").changes.is_empty(), "nothing new");
    let lost = pasted("Litware\t0\nContoso\t1k\n");
    assert!(lost.changes.iter().any(|change| matches!(
        change,
        Change::Revenue(revenue::Change::Added(new)) if new.kind == RevenueKind::Churn
    )));
}

#[test]
fn an_end_is_edited_where_there_is_a_contract_and_expects_what_it_was() {
    let found = pasted("Litware\t300k\t2027-06-30\nContoso\t\t2027-01-31\n");
    assert_eq!(found.changes.len(), 2);
    assert_eq!(found.expected.len(), 1);
    assert_eq!((found.expected[0].id, found.expected[0].column), (Id(9), "ends_on"));
}

#[test]
fn what_is_not_certain_is_left_out_and_said() {
    let found = pasted(
        "Contoso\tmuch\t2027-01-31\nLitware\t310k USD\t31/31/2027\nNobody\t5k\t2027-01-31\n\
         Adatum\t1k\t2027-01-31\nadatum\t2k\t2027-01-31\n",
    );
    let said = |name: &str| row(&found, name).remarks.join("; ");
    assert_eq!(said("Contoso"), "“much” is no amount");
    assert_eq!(row(&found, "Contoso").ends, Some((None, day("2027-01-31"))));
    assert_eq!(said("Litware"), "“31/31/2027” is no day; its ARR is in EUR, the row says USD");
    assert_eq!(said("Nobody"), "no account of that name");
    assert_eq!(said("Adatum"), "several rows mean Adatum");
    assert_eq!(found.changes.len(), 1);
    // What changes something stands first.
    assert_eq!(found.rows[0].name, "Contoso");
}

#[test]
fn one_foreign_currency_is_told() {
    let usd = Currency::from_code("USD");
    assert_eq!(pasted("Contoso\t940k USD\nAdatum\t64k USD\n").foreign, usd);
    assert_eq!(pasted("Contoso\t940k USD\nAdatum\t64k\n").foreign, None);
}

#[test]
fn nonsense_changes_nothing() {
    for text in ["", "\n\n", "\t\t\t", "lorem ipsum dolor", "\"open", "a\tb\tc\nd\te\tf"] {
        assert!(pasted(text).changes.is_empty(), "{text:?}");
    }
}
