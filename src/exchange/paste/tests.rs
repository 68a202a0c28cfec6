//! What pastes of all shapes do to a small book.

use super::*;
use crate::domain::account::contract::NoticeUnit;
use crate::domain::revenue::RevenueKind;

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
        ends_on: Some(day("2026-12-31")),
        auto_renews: Some(true),
        renewal: contract::Renewal::InTalks,
        ..Contract::of(Id(2))
    };
    Held { accounts, contracts: vec![contract], revenue: vec![entry] }
}

fn pasted(text: &str) -> Found {
    pasted_in(Order::DayFirst, text)
}

fn pasted_in(order: Order, text: &str) -> Found {
    let held = held();
    let book = Book {
        accounts: &held.accounts,
        contracts: &held.contracts,
        revenue: &held.revenue,
        currency: Currency::EUR,
        order,
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
    let some = pasted("Contoso\t940k USD\nAdatum\t64k\n");
    assert_eq!(some.foreign, None);
    let says = "Some of it is in USD; without a rate that is no part of the sums in EUR.";
    assert_eq!(some.notes, [says]);
    assert!(pasted("Contoso\t940k\nAdatum\t64k\n").notes.is_empty());
}

#[test]
fn nonsense_changes_nothing() {
    for text in ["", "\n\n", "\t\t\t", "lorem ipsum dolor", "\"open", "a\tb\tc\nd\te\tf"] {
        assert!(pasted(text).changes.is_empty(), "{text:?}");
    }
}

/// ARR in whole units of each row that says one, and what is said of the others.
fn amounts(text: &str) -> Vec<Result<(i64, String), String>> {
    let mut rows = pasted(text).rows;
    rows.sort_by_key(|row| row.line);
    let amount = |row: &Row| match row.arr {
        Some((_, new)) => Ok((new.minor / 100, new.currency.to_string())),
        None => Err(row.remarks.join("; ")),
    };
    rows.iter().map(amount).collect()
}

#[test]
fn an_amount_that_could_be_another_is_left_out() {
    let euros = |units| Ok((units, "EUR".to_owned()));
    // A short form tells nothing of how the others part their thousands.
    assert_eq!(
        amounts("Contoso\t1.2m\nLitware\t64.000\nAdatum\t310,000\n"),
        [euros(1_200_000), euros(64_000), euros(310_000)]
    );
    let unclear = Err("“64.000”: 64000 or 64?".to_owned());
    assert_eq!(
        amounts("Contoso\t1234.50\nLitware\t64.000\nAdatum\t310,000\n"),
        [euros(1_234), unclear, euros(310_000)]
    );
    // A sign names a currency, three letters that are none do not.
    let dollars = Ok((5_000, "USD".to_owned()));
    let words = Err("“7000 ABC” is no amount".to_owned());
    assert_eq!(amounts("name\tARR\nContoso\t$5,000\nAdatum\t7000 ABC\n"), [dollars, words]);
}

#[test]
fn a_day_is_read_in_the_order_that_its_column_tells_else_in_that_of_the_user() {
    let ends = |order, text: &str| {
        let found = pasted_in(order, text);
        let mut rows: Vec<&Row> = found.rows.iter().collect();
        rows.sort_by_key(|row| row.line);
        let day = |row: &&Row| match row.ends {
            Some((_, day)) => day.to_string(),
            None => row.remarks.join("; "),
        };
        (rows.iter().map(day).collect::<Vec<_>>(), found.notes)
    };
    let either = "Contoso\t03/04/2027\nAdatum\t5/6/27\n";
    let (days, notes) = ends(Order::DayFirst, either);
    assert_eq!(days, ["2027-04-03", "2027-06-05"]);
    assert_eq!(notes, ["Days such as 03/04/2027 are read with the day first."]);
    let (days, notes) = ends(Order::MonthFirst, either);
    assert_eq!(days, ["2027-03-04", "2027-05-06"]);
    assert_eq!(notes, ["Days such as 03/04/2027 are read with the month first."]);
    // Two figures for the year tell the order as well.
    let (days, notes) = ends(Order::DayFirst, "Contoso\t12/31/26\nAdatum\t3/4/27\n");
    assert_eq!(days, ["2026-12-31", "2027-03-04"]);
    assert!(notes.is_empty(), "{notes:?}");
    let mixed = "Contoso\t12/31/2026\nAdatum\t31/12/2026\nLitware\t03/04/2027\n";
    let (days, _) = ends(Order::DayFirst, mixed);
    assert_eq!(days, ["2026-12-31", "2026-12-31", "“03/04/2027”: day or month first?"]);
}

#[test]
fn of_two_columns_of_figures_without_titles_none_is_taken() {
    let found = pasted("Contoso\t12\t940000\nAdatum\t8\t64000\n");
    assert!(found.changes.is_empty(), "{:?}", found.changes);
    assert_eq!(found.notes, ["Two columns could be the ARR: paste their titles as well."]);
    let found = pasted("Contoso\t01.01.2024\t31.12.2026\nAdatum\t01.01.2025\t31.12.2027\n");
    assert!(found.changes.is_empty(), "{:?}", found.changes);
    assert_eq!(found.notes, ["Two columns could be the end: paste their titles as well."]);
}

#[test]
fn of_two_titles_the_one_with_the_better_cells_counts() {
    let found = pasted(
        "Account ID\tAccount name\tRenewal owner\tRenewal date\tARR 2026\n\
         0017\tContoso\tDana\t2027-03-31\t940k\n",
    );
    let contoso = row(&found, "Contoso");
    assert_eq!(contoso.ends, Some((None, day("2027-03-31"))));
    assert_eq!(contoso.arr, Some((None, euros(940_000))));
    assert_eq!(found.columns, "name (“Account name”) · ARR (“ARR 2026”) · end (“Renewal date”)");
}

#[test]
fn the_row_with_the_very_name_counts_before_one_with_a_longer_name() {
    let found = pasted("Contoso\t940k\nContoso Europe\t64k\nTotal\t1004k\n");
    assert_eq!(row(&found, "Contoso").arr, Some((None, euros(940_000))));
    let other = row(&found, "Contoso Europe");
    assert_eq!((other.arr, other.remarks.join("; ")), (None, "another row is Contoso".to_owned()));
}
