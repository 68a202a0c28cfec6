//! The page, line by line.

use super::super::super::trial::{doing, entry, told};
use super::page;
use crate::domain::account::Tier;
use crate::domain::cell::Id;
use crate::domain::expansion::book::trial::{Trial, sold};
use crate::domain::revenue::whitespace::WhitespaceState::{Blocked, Possible, Won};

#[test]
fn the_possible_come_first_then_the_offerings_then_the_accounts() {
    let mut trial =
        Trial { offerings: vec![sold(1, "Scan"), sold(2, "Archive")], ..Trial::default() };
    trial.account("Alpha", Tier::Growth, 100);
    trial.part(&[(1, Won), (2, Possible)]);
    trial.account("Beta", Tier::Growth, 200);
    trial.part(&[(1, Blocked), (2, Won)]);
    trial.account("Gamma", Tier::Growth, 50);
    let page = page(&trial.grown());
    assert_eq!(page.figure, "1 possible");
    assert_eq!(
        told(&page),
        [
            "# Possible  1",
            "Alpha | ○ Archive for Part 1 | 1 of 2 buy it",
            "",
            "# Offerings  ● won  ◐ open  ○ possible  ✕ blocked  ? unknown",
            "1 Archive | ● 1 | ◐ 0 | ○ 1 | ✕ 0 | ? 1",
            "2 Scan | ● 1 | ◐ 0 | ○ 0 | ✕ 1 | ? 1",
            "+ something that we sell",
            "",
            "Accounts | 1 | 2",
            "Beta | 200k | ● | ✕",
            "Alpha | 100k | ○ | ●",
            "? 1 account of which nothing is known: Gamma",
        ]
    );
    let field = trial.book[0].whitespace[1].id;
    let doing = doing(&page, &format!("whitespace {}", field.0));
    assert_eq!(doing.label, "Alpha: opportunity “Archive for Part 1”");
    assert_eq!(doing.changes.len(), 2);
    let ground = &entry(&page, "offering 2").ground;
    assert_eq!(ground.says[0], "Parts of the accounts: 1 won, 1 possible, 1 unknown.");
    let whose: Vec<Option<Id>> = ground.proofs.iter().map(|proof| proof.account).collect();
    assert_eq!(whose, [Some(Id(2)), Some(Id(1))]);
    assert_eq!(entry(&page, "account 1").ground.proofs[1].text, "Scan: 1 won");
}

#[test]
fn without_offerings_or_parts_it_says_where_to_begin() {
    let mut trial = Trial::default();
    trial.account("Alpha", Tier::Growth, 100);
    let lines = told(&page(&trial.grown()));
    assert!(lines[1].starts_with("Our offerings against the parts"), "{lines:?}");
    assert_eq!(lines.last().map(String::as_str), Some("+ something that we sell"));
}
