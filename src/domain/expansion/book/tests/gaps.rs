//! What they don't buy yet, and the tiers that the figures suggest.

use super::super::trial::sold;
use super::*;
use crate::domain::account::metric::{Metric, MetricKind};
use crate::domain::cell::Value;
use crate::domain::revenue::whitespace::WhitespaceState::{Blocked, Open, Possible, Won};
use crate::domain::tier::Reason;
use room::Parts;

#[test]
fn parts_fold_into_what_can_be_done_first() {
    let folded = |won, open, possible, blocked, unknown| {
        Parts { won, open, possible, blocked, unknown }.folded()
    };
    assert_eq!(folded(3, 1, 1, 1, 1), Some(Possible));
    assert_eq!(folded(3, 1, 0, 1, 1), Some(Open));
    assert_eq!(folded(3, 0, 0, 1, 1), Some(Won));
    assert_eq!(folded(0, 0, 0, 1, 1), Some(Blocked));
    assert_eq!(folded(0, 0, 0, 0, 4), None);
}

#[test]
fn offerings_are_counted_over_the_accounts_and_who_is_unknown_is_named() {
    let mut trial =
        Trial { offerings: vec![sold(1, "Scan"), sold(2, "Archive")], ..Trial::default() };
    trial.offerings.push(Offering { archived_on: Some(today()), ..sold(3, "Gone") });
    trial.account("Small", Tier::Growth, 10);
    trial.part(&[(1, Won), (2, Possible)]);
    trial.part(&[(1, Won)]);
    trial.account("Large", Tier::Growth, 90);
    trial.part(&[(1, Blocked)]);
    trial.account("Silent", Tier::Growth, 50);
    trial.part(&[]);
    trial.account("Bare", Tier::Growth, 50);
    let room = trial.grown().room;
    let counts: Vec<(&str, Parts)> =
        room.offerings.iter().map(|one| (one.name.as_str(), one.parts)).collect();
    let archive = Parts { possible: 1, unknown: 4, ..Parts::default() };
    let scan = Parts { won: 2, blocked: 1, unknown: 2, ..Parts::default() };
    assert_eq!(counts, [("Archive", archive), ("Scan", scan)]);
    let rows: Vec<&str> = room.rows.iter().map(|row| row.whose.name.as_str()).collect();
    assert_eq!(rows, ["Large", "Small"]);
    assert_eq!(room.rows[1].fields[1], Parts { won: 2, ..Parts::default() });
    let unknown: Vec<&str> = room.unknown.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(unknown, ["Bare", "Silent"]);
    let one = &room.possible[0];
    assert_eq!(
        (one.unit.as_str(), one.offering.as_str(), one.bought),
        ("Part 1", "Archive", (0, 1))
    );
    assert_eq!(one.changes.len(), 2, "an opportunity, and the field is open");
}

#[test]
fn the_most_promising_is_not_at_risk_hinted_at_bought_by_others_and_large() {
    let mut trial =
        Trial { offerings: vec![sold(1, "Scan"), sold(2, "Archive")], ..Trial::default() };
    for (name, arr, offering) in
        [("Risk", 900, 1), ("Hint", 10, 2), ("Small", 20, 1), ("Large", 80, 1), ("New", 95, 2)]
    {
        trial.account(name, Tier::Growth, arr);
        trial.part(&[(offering, Possible)]);
    }
    trial.risk.push(Id(1));
    for (kind, amount) in [(MetricKind::SeatsActive, 9.0), (MetricKind::SeatsLicensed, 10.0)] {
        let (id, account_id, on_date) = (trial.id(), Id(2), ago(3));
        trial.book[1].metrics.push(Metric { id, account_id, kind, on_date, amount, note: None });
    }
    trial.account("Buys", Tier::Growth, 5);
    trial.part(&[(1, Won)]);
    let room = trial.grown().room;
    let names: Vec<&str> = room.possible.iter().map(|one| one.whose.name.as_str()).collect();
    assert_eq!(names, ["Hint", "Large", "Small", "New", "Risk"]);
    assert_eq!(room.possible[0].hints, ["seats nearly full"]);
    assert_eq!(room.possible[1].bought, (1, 4), "of those where something is known of it");
}

#[test]
fn tiers_are_suggested_with_the_hours_they_cost() {
    use Tier::{Growth, Maintenance, Strategic};
    let mut trial = Trial::default();
    // Half of 100: the first; a fifth of five is one, Strategic already.
    for (name, tier, arr) in [
        ("A", Tier::Growth, 60),
        ("B", Tier::Maintenance, 20),
        ("C", Tier::Strategic, 15),
        ("D", Tier::Maintenance, 5),
        ("Unknown", Tier::Strategic, 0),
    ] {
        trial.account(name, tier, arr);
    }
    trial.book[1].account.tier = None;
    // 700 days old: past the weeks in which it is asked; 730: inside them.
    trial.book[2].account.created_on = ago(730);
    let tiers = trial.grown().tiers;
    let told: Vec<(&str, Option<Tier>, Tier, bool)> = tiers
        .differs
        .iter()
        .map(|one| (one.whose.name.as_str(), one.from, one.to, one.asked))
        .collect();
    assert_eq!(
        told,
        [
            ("B", None, Maintenance, true),
            ("C", Some(Strategic), Maintenance, true),
            ("A", Some(Growth), Strategic, false),
        ]
    );
    assert_eq!(tiers.differs[2].reason, Reason::Half);
    assert_eq!(tiers.differs[2].next_on, Some(ahead(30)), "two years after it came in");
    assert_eq!((tiers.fitting, tiers.unknown.len()), (1, 1));
    let counts: Vec<(usize, usize)> = tiers.costs.iter().map(|one| one.accounts).collect();
    assert_eq!(counts, [(2, 2), (1, 0), (2, 3)], "who is unknown keeps the tier");
    let weekly = |tier| crate::domain::tier::hours_of([tier], &trial.rules);
    let (s, g, m) = (weekly(Strategic), weekly(Growth), weekly(Maintenance));
    assert!((tiers.hours.0 - (2.0 * s + g + 2.0 * m)).abs() < 1e-9);
    assert!((tiers.hours.1 - (2.0 * s + 3.0 * m)).abs() < 1e-9);
    let (changes, expected) = tiers::accept(&tiers.differs);
    assert_eq!((changes.len(), expected.len()), (3, 3));
    assert_eq!((expected[0].column, &expected[0].value), ("tier", &Value::Null));
    assert_eq!(expected[2].id, Id(1));
}
