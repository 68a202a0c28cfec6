//! The page, and what Space takes over.

use super::super::super::trial::{doing, entry, told};
use super::page;
use crate::domain::account::Tier;
use crate::domain::expansion::book::trial::Trial;
use crate::domain::signal::trial::ago;

/// Half of 100 is the first; a fifth of four is one, Strategic already.
fn book() -> Trial {
    let mut trial = Trial::default();
    for (name, tier, arr) in [
        ("A", Tier::Growth, 60),
        ("B", Tier::Growth, 20),
        ("C", Tier::Strategic, 15),
        ("D", Tier::Maintenance, 5),
        ("E", Tier::Growth, 0),
    ] {
        trial.account(name, tier, arr);
    }
    // Two years ago to the day: its weeks of the year begin.
    trial.book[0].account.created_on = ago(730);
    trial.book[1].account.created_on = ago(731);
    trial
}

#[test]
fn each_suggestion_says_why_and_what_it_costs() {
    let trial = book();
    let page = page(&trial.grown(), &trial.rules);
    assert_eq!(page.figure, "2 to decide");
    // S 2.33 h, G 0.75 h, M 0.10 h a week each: 2.33 + 3 × 0.75 + 0.10, then 2.33 + 0.75 + 3 × 0.10.
    assert_eq!(
        told(&page),
        [
            "# Suggested  3 · 4.7 h → 3.4 h a week",
            "accept the 2 asked now",
            "accept all 3",
            "A | 60k | G → S | half of the ARR | +1.6 h | now",
            "B | 20k | G → M | smaller ARR | −0.7 h | now",
            "C | 15k | S → M | smaller ARR | −2.2 h | 22 Dec",
            "",
            "# Hours a week",
            "strategic | 1 | 2.3 h",
            "growth | 3 → 1 | 2.3 h → 0.8 h",
            "maintenance | 1 → 3 | 0.1 h → 0.3 h",
            "together | 5 | 4.7 h → 3.4 h",
            "– 1 account of unknown ARR: nothing is suggested",
        ]
    );
    assert_eq!(doing(&page, "tier 1").label, "A: tier strategic");
    assert_eq!(doing(&page, "tier 1").changes.len(), 1);
    assert_eq!(doing(&page, "asked").changes.len(), 2);
    let all = doing(&page, "all");
    assert_eq!(
        (all.label.as_str(), all.changes.len(), all.expected.len()),
        ("Tiers of 3 accounts", 3, 3)
    );
    let signal = |key| entry(&page, key).whom.as_ref().and_then(|whom| whom.signal.as_deref());
    assert_eq!(signal("tier 1"), Some("tier-differs"));
    assert_eq!(signal("tier 3"), None, "nothing asks for it now");
}

#[test]
fn nothing_is_suggested_where_everything_fits() {
    let mut trial = Trial::default();
    let lines = |trial: &Trial| told(&page(&trial.grown(), &trial.rules));
    assert_eq!(lines(&trial)[1], "No account is in the book yet.");
    trial.account("A", Tier::Strategic, 60);
    assert_eq!(
        lines(&trial)[..2],
        [
            "# Suggested  0 · 2.3 h a week",
            "Every account of known ARR has the tier that its figures suggest."
        ]
    );
}

#[test]
fn what_rests_is_taken_by_its_own_line_alone() {
    let trial = book();
    let mut grown = trial.grown();
    grown.tiers.differs[1].asked = false;
    let page = page(&grown, &trial.rules);
    assert_eq!(told(&page)[1], "accept 2, without those that rest");
    assert_eq!(doing(&page, "all").changes.len(), 2);
    assert_eq!(doing(&page, "tier 2").changes.len(), 1);
}
