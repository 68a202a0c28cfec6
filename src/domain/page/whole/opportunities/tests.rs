//! The page, line by line.

use super::super::super::trial::{doing, entry, told};
use super::page;
use crate::domain::account::Tier;
use crate::domain::change::Change;
use crate::domain::expansion::book::trial::{Trial, sure};
use crate::domain::money::Currency;
use crate::domain::plan::step;
use crate::domain::revenue::opportunity::OpportunityStage;
use crate::domain::signal::trial::{ago, ahead};

#[test]
fn groups_stand_under_their_verdict_with_what_is_missing() {
    let mut trial = Trial::default();
    trial.account("Alpha", Tier::Growth, 100);
    let case = trial.open("Seats", 40, |one| {
        sure(one);
        one.next_talk_on = Some(ahead(3));
    });
    trial.open("Scan", 20, |one| {
        sure(one);
        (one.pilot, one.deliverable) = (None, None);
    });
    trial.open("Later", 0, |one| one.timing_right = Some(false));
    trial.account("Beta", Tier::Growth, 50);
    trial.open("Not now", 90, sure);
    trial.risk.push(trial.book[1].account.id);
    let page = page(&trial.grown(), &trial.rules);
    assert_eq!(page.figure, "4 open, 1 to pursue");
    assert_eq!(
        told(&page),
        [
            "# Pursue  1 · €40k a year",
            "Alpha | Seats | 40k | 5/5 | idea | – | – | talk 25 Nov",
            "",
            "# Validate  1 · €20k a year",
            "Alpha | Scan | 20k | 5/5 | idea | – | – | no talk",
            ": lacks 2: delivery without harm to today's service · a pilot or proof",
            "",
            "# Wait  1 · 1 without a figure",
            "Alpha | Later | – | 5/5 | idea | – | – | no talk",
            ": it lacks the right time",
            "",
            "# Repair first  1 · €90k a year",
            "Beta | Not now | 90k | 5/5 | idea | – | – | no talk",
            "",
            "# By stage",
            "idea | 4 | 150k | ██████████████████████████████ | 1 without a value",
            "validated | 0 | 0",
            "proposed | 0 | 0",
            "won 2026 | 0 | 0",
            "lost 2026 | 0 | 0",
        ]
    );
    let line = entry(&page, &format!("opportunity {}", case.0));
    assert_eq!(line.ground.says[1], "Rank €40k: €40k a year × ease 5 ÷ 5.");
    assert_eq!(line.doing, None, "a talk is planned");
    let whom = line.whom.as_ref().expect("an account");
    assert_eq!((whom.account, whom.playbook), (trial.book[0].account.id, Some("expansion case")));
    assert!(line.ground.proofs.iter().all(|proof| proof.account == Some(whom.account)));
    let ideas = &entry(&page, "stage idea").ground;
    assert_eq!(ideas.proofs[0].text, "Beta: Not now, 90k");
    assert_eq!(ideas.says[1], "1 without a value: in the count, not in the sum.");
    let repair = page.entries().find(|one| one.ground.title == "Not now").expect("its line");
    assert_eq!(repair.whom.as_ref().and_then(|whom| whom.playbook), Some("account at risk"));
    assert_eq!(repair.doing, None, "nothing is sold there now");
}

#[test]
fn space_plans_the_next_talk() {
    let mut trial = Trial::default();
    trial.account("Alpha", Tier::Growth, 100);
    let id = trial.open("Seats", 40, sure);
    let page = page(&trial.grown(), &trial.rules);
    let doing = doing(&page, &format!("opportunity {}", id.0));
    assert_eq!(doing.label, "Alpha: talk about “Seats” on Mon 30 Nov");
    let [Change::Step(step::Change::Added(step))] = doing.changes.as_slice() else {
        panic!("{:?}", doing.changes)
    };
    assert_eq!((step.due_on, step.opportunity_id), (Some(ahead(8)), Some(id)));
}

#[test]
fn what_stands_in_no_sum_is_named() {
    let mut trial = Trial::default();
    trial.account("Alpha", Tier::Growth, 100);
    let krona = Currency::from_code("SEK").expect("a code");
    trial.open("abroad", 30, |one| one.currency = Some(krona));
    trial.open("won once", 5, |one| one.stage = OpportunityStage::Won);
    let page = page(&trial.grown(), &trial.rules);
    let lines = told(&page);
    assert!(lines.contains(&"Alpha | abroad | SEK 30k | 5/5 | idea | – | – | no talk".to_owned()));
    assert!(lines.contains(&"idea | 1 | –".to_owned()), "{lines:#?}");
    assert!(lines.contains(&"1 closed on a day that nobody wrote down".to_owned()));
    let left_out = "Left out of the sums, there is no rate for SEK.";
    assert_eq!(lines.last().map(String::as_str), Some(left_out));
}

#[test]
fn more_to_pursue_than_a_quarter_holds_is_said_and_what_is_quiet_is_marked() {
    let mut trial = Trial::default();
    trial.account("Alpha", Tier::Growth, 100);
    let ids = ["one", "two", "three"].map(|title| trial.open(title, 10, sure));
    trial.book[0].last_talk_about = vec![(ids[0], ago(92)), (ids[1], ago(91))];
    let page = page(&trial.grown(), &trial.rules);
    assert_eq!(told(&page)[0], "# Pursue  3 · €30k a year · over 2 at one account");
    assert_eq!(entry(&page, "pursue").ground.says[1], "More than 2 a quarter at Alpha.");
    let said = |place: usize| {
        entry(&page, &format!("opportunity {}", ids[place].0)).ground.says.last().cloned()
    };
    assert_eq!(said(0).as_deref(), Some("Quiet: the last talk about it was on 22 Aug."));
    assert_eq!(said(1).as_deref(), Some("Last talk about it on 23 Aug."));
    assert_eq!(said(2).as_deref(), Some("No talk about it is logged."));
}

#[test]
fn an_empty_book_says_what_stands_here() {
    let trial = Trial::default();
    let page = page(&trial.grown(), &trial.rules);
    assert_eq!(page.figure, "");
    assert!(told(&page)[1].starts_with("Nothing is open."), "{:?}", told(&page));
}
