//! A new account, and Contoso with an ARR of €940k.

use super::*;
use crate::domain::revenue::RevenueKind;
use crate::tui::form::trial::{facts, saved, wrong};
use crate::tui::screen::book::fixture;

const NEW_ONE: Subject = Subject::Account { account: None };
const CONTOSO: Subject = Subject::Account { account: Some(1) };

fn opening(minor: i64, currency: Currency) -> Revenue {
    Revenue {
        id: Id(7),
        account_id: Id(1),
        on_date: "2024-04-01".parse().expect("a day"),
        kind: RevenueKind::Opening,
        amount: minor,
        currency,
        note: None,
    }
}

fn contoso(history: Vec<Revenue>) -> Facts {
    let mut dossier = fixture::dossier();
    dossier.records.revenue = history;
    facts(Some(dossier))
}

fn worth(minor: i64) -> Facts {
    contoso(vec![opening(minor, Currency::EUR)])
}

/// The entry that the commit appends.
fn entry(commit: &Commit) -> Option<(RevenueKind, i64, String)> {
    commit.changes.iter().find_map(|change| match change {
        Change::Revenue(revenue::Change::Added(entry)) => {
            Some((entry.kind, entry.amount, entry.on_date.to_string()))
        }
        _ => None,
    })
}

#[test]
fn a_name_is_enough() {
    let commit = saved(&NEW_ONE, &facts(None), &[("name", "Tailspin Toys")]).expect("a commit");
    let [Change::Account(account::Change::Added(new))] = commit.changes.as_slice() else {
        panic!("{:?}", commit.changes)
    };
    assert_eq!((new.name.as_str(), new.status), ("Tailspin Toys", Status::Active));
    assert_eq!(commit.act.label, "Tailspin Toys added");
}

#[test]
fn worth_and_contract_come_with_a_new_account() {
    let typed = [
        ("name", "Tailspin Toys"),
        ("tier", "growth"),
        ("arr", "190k"),
        ("ends_on", "31 mar 2027"),
        ("notice_count", "3"),
        ("customer_since", "1 apr 2021"),
    ];
    let commit = saved(&NEW_ONE, &facts(None), &typed).expect("a commit");
    assert_eq!(commit.changes.len(), 3);
    assert_eq!(
        entry(&commit),
        Some((RevenueKind::Opening, 19_000_000, "2021-04-01".to_owned())),
        "an opening is as old as the customer"
    );
    let Change::Contract(contract_record::Change::Added(contract)) = &commit.changes[2] else {
        panic!("{:?}", commit.changes)
    };
    assert_eq!(contract.account_id, NEW);
    assert_eq!(contract.notice_unit, Some(contract_record::NoticeUnit::Months));
}

#[test]
fn another_figure_appends_the_difference() {
    use RevenueKind::{Churn, Contraction, Expansion, Opening, Reactivation};
    let today = fixture::today().to_string();
    for (held, typed, wanted) in [
        (Some(94_000_000), "940k", None),
        (Some(94_000_000), "1m", Some((Expansion, 6_000_000, &*today))),
        (Some(94_000_000), "900000", Some((Contraction, -4_000_000, &*today))),
        (Some(94_000_000), "0", Some((Churn, -94_000_000, &*today))),
        (Some(0), "10k", Some((Reactivation, 1_000_000, &*today))),
        // Contoso is a customer since 1 April 2021.
        (None, "10k", Some((Opening, 1_000_000, "2021-04-01"))),
        (None, "", None),
    ] {
        let facts = held.map_or_else(|| contoso(Vec::new()), worth);
        let commit = saved(&CONTOSO, &facts, &[("arr", typed)]).expect("a commit");
        let wanted = wanted.map(|(kind, minor, on)| (kind, minor, on.to_owned()));
        assert_eq!(entry(&commit), wanted, "{held:?} {typed}");
    }
    let commit = saved(&CONTOSO, &worth(94_000_000), &[("arr", "1m")]).expect("a commit");
    assert_eq!(commit.act.label, "Contoso: ARR €940k → €1.00M");
}

#[test]
fn only_what_was_edited_is_written_and_expected() {
    let facts = worth(94_000_000);
    assert_eq!(saved(&CONTOSO, &facts, &[]).expect("a commit").changes, []);
    let commit = saved(&CONTOSO, &facts, &[("tier", ""), ("city", "Graz")]).expect("a commit");
    let fields = vec![account::Field::Tier(None), account::Field::City(Some("Graz".to_owned()))];
    assert_eq!(commit.changes, [account::Change::Edited { id: Id(1), fields }.into()]);
    let columns: Vec<_> = commit.expected.iter().map(|expected| expected.column).collect();
    assert_eq!(columns, ["tier", "city"]);
    assert_eq!(commit.act.label, "Contoso: tier none, city");
}

#[test]
fn each_field_stands_for_its_column() {
    use crate::domain::record::Record;
    let columns = Account::COLUMNS;
    for subject in [CONTOSO, NEW_ONE] {
        let opened = spec(&subject, &worth(1)).expect("a form");
        let contract = contract_record::Contract::COLUMNS;
        for field in opened.fields.iter().filter(|field| field.key != "arr") {
            let key = field.key.as_str();
            assert!(columns.contains(&key) || contract.contains(&key), "{key}");
        }
    }
}

#[test]
fn what_cannot_be_is_told_at_its_field() {
    let facts = worth(94_000_000);
    for (typed, field) in [
        (("name", " "), "name"),
        (("name", "LITWARE"), "name"),
        (("arr", ""), "arr"),
        (("arr", "-5"), "arr"),
        (("arr", "1m USD"), "arr"),
        (("arr", "much"), "arr"),
        (("status", "notified"), "leaves_on"),
        (("leaves_on", "never"), "leaves_on"),
        (("talk_every", "0"), "talk_every"),
        (("employees", "-1"), "employees"),
        (("tier", "gold"), "tier"),
    ] {
        assert_eq!(wrong(&CONTOSO, &facts, &[typed]), field, "{typed:?}");
    }
    let dollars = Currency::from_code("USD").expect("a code");
    let two = vec![opening(100, Currency::EUR), opening(100, dollars)];
    assert_eq!(wrong(&CONTOSO, &contoso(two), &[("arr", "5k")]), "arr");
}

#[test]
fn a_figure_is_in_the_currency_that_the_account_pays_in() {
    let dollars = Currency::from_code("USD").expect("a code");
    let facts = contoso(vec![opening(10_000_000, dollars)]);
    let spec = spec(&CONTOSO, &facts).expect("a form");
    let arr = spec.fields.iter().find(|field| field.key == "arr").expect("a field");
    assert_eq!((arr.text.as_str(), &arr.kind), ("100000", &FieldKind::Amount(dollars)));
    let commit = saved(&CONTOSO, &facts, &[("arr", "120k")]).expect("a commit");
    match commit.changes.as_slice() {
        [Change::Revenue(revenue::Change::Added(entry))] => {
            assert_eq!((entry.amount, entry.currency), (2_000_000, dollars));
        }
        other => panic!("{other:?}"),
    }
}
