//! Entries of a history that opens with €900k in 2024.

use super::*;
use crate::domain::change::Change;
use crate::tui::form::trial::{facts, saved, wrong};
use crate::tui::screen::book::fixture;

fn entry(id: i64, on: &str, kind: RevenueKind, thousands: i64) -> Revenue {
    Revenue {
        id: Id(id),
        account_id: Id(1),
        on_date: on.parse().expect("a day"),
        kind,
        amount: thousands * 100_000,
        currency: Currency::EUR,
        note: None,
    }
}

fn opened(history: Vec<Revenue>) -> Facts {
    let mut dossier = fixture::dossier();
    dossier.records.revenue = history;
    facts(Some(dossier))
}

fn contoso() -> Facts {
    opened(vec![
        entry(1, "2024-04-01", RevenueKind::Opening, 900),
        entry(2, "2026-03-03", RevenueKind::Contraction, -20),
    ])
}

const NEW: Subject = Subject::Revenue { account: 1, entry: None };

fn written(facts: &Facts, typed: &[(&str, &str)]) -> (RevenueKind, i64, String, String) {
    let commit = saved(&NEW, facts, typed).expect("a commit");
    match commit.changes.as_slice() {
        [Change::Revenue(revenue::Change::Added(entry))] => {
            (entry.kind, entry.amount, entry.on_date.to_string(), commit.act.label)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_kind_gives_the_sign() {
    use RevenueKind::{Churn, Contraction, Expansion, OneTime, Price};
    let facts = contoso();
    for (kind, amount, wanted) in [
        ("expansion", "40k", (Expansion, 4_000_000)),
        ("contraction", "5k", (Contraction, -500_000)),
        ("contraction", "-5k", (Contraction, -500_000)),
        ("churn", "", (Churn, -88_000_000)),
        ("price", "-1000", (Price, -100_000)),
        ("one-time", "2500.50", (OneTime, 250_050)),
    ] {
        let found = written(&facts, &[("kind", kind), ("amount", amount)]);
        assert_eq!((found.0, found.1), wanted, "{kind} {amount}");
    }
}

#[test]
fn the_first_entry_is_an_opening_and_the_label_says_what_came() {
    let first = written(&opened(Vec::new()), &[("amount", "940k"), ("on_date", "1 apr 2024")]);
    assert_eq!(first.0, RevenueKind::Opening);
    assert_eq!((first.1, first.2.as_str()), (94_000_000, "2024-04-01"));
    assert_eq!(first.3, "Contoso: opening of €940k on 1 Apr 2024");
    let next = written(&contoso(), &[("amount", "40k USD")]);
    assert_eq!(next.3, "Contoso: expansion of $40k");
}

#[test]
fn what_makes_no_entry_is_told_at_its_field() {
    let facts = contoso();
    for (typed, field) in [
        (&[("amount", "")][..], "amount"),
        (&[("amount", "much")], "amount"),
        (&[("amount", "0")], "amount"),
        (&[("amount", "-5k")], "amount"),
        (&[("amount", "5k"), ("kind", "opening")], "kind"),
        (&[("amount", "5k"), ("kind", "")], "kind"),
        (&[("amount", "5k"), ("on_date", "")], "on_date"),
        (&[("amount", "5k"), ("on_date", "soon")], "on_date"),
    ] {
        assert_eq!(wrong(&NEW, &facts, typed), field, "{typed:?}");
    }
}

#[test]
fn only_what_was_edited_is_written_and_expected() {
    let facts = contoso();
    let old = Subject::Revenue { account: 1, entry: Some(2) };
    let as_it_was = saved(&old, &facts, &[]).expect("a commit");
    assert_eq!(as_it_was.changes, []);
    let commit = saved(&old, &facts, &[("amount", "30k")]).expect("a commit");
    let fields = vec![revenue::Field::Amount(-3_000_000)];
    assert_eq!(commit.changes, [revenue::Change::Edited { id: Id(2), fields }.into()]);
    assert_eq!(commit.expected.len(), 1);
    assert_eq!(commit.expected[0].column, "amount");
    let gone = Subject::Revenue { account: 1, entry: Some(9) };
    assert!(spec(&gone, &facts).is_none());
}
