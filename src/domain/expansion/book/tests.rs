//! The whole book's expansion, reckoned by hand.

mod ahead;
mod gaps;

use super::trial::{Trial, sure};
use super::*;
use crate::domain::account::{Status, Tier};
use crate::domain::revenue::opportunity::OpportunityStage;
use crate::domain::signal::trial::{ago, ahead, today};

fn titles(chances: &[Chance]) -> Vec<&str> {
    chances.iter().map(|one| one.opportunity.title.as_str()).collect()
}

#[test]
fn an_empty_book_has_nothing_and_says_so_in_zeros() {
    let grown = Trial::default().grown();
    assert!(grown.chances.is_empty() && grown.qbrs.coming.is_empty());
    assert!(grown.tiers.differs.is_empty() && grown.room.rows.is_empty());
    let sums: Vec<(i64, usize)> =
        grown.stages.stages.iter().map(|one| (one.sum, one.items.len())).collect();
    assert_eq!(sums, [(0, 0); 5], "idea, validated, proposed, won, lost");
    assert_eq!(grown.tiers.hours, (0.0, 0.0));
}

#[test]
fn what_is_to_be_pursued_comes_first_and_the_rank_decides_among_equals() {
    let mut trial = Trial::default();
    trial.account("Burning", Tier::Growth, 900);
    trial.open("Huge", 900, sure);
    trial.risk.push(Id(1));
    trial.account("Beta", Tier::Growth, 100);
    trial.open("Small case", 10, sure);
    trial.open("Not now", 800, |one| one.timing_right = Some(false));
    trial.open("Worth unknown", 0, |_| {});
    trial.open("Gone", 50, |one| one.stage = OpportunityStage::Lost);
    trial.account("Alpha", Tier::Growth, 100);
    // 30k at ease 2 of 5 ranks as 12k, over 10k.
    trial.open("Hard case", 30, |one| {
        sure(one);
        one.ease = Some(2);
    });
    trial.open("To be asked", 500, |_| {});
    let grown = trial.grown();
    assert_eq!(
        titles(&grown.chances),
        ["Hard case", "Small case", "To be asked", "Worth unknown", "Not now", "Huge"]
    );
    assert_eq!(grown.judged(Verdict::Pursue).count(), 2);
    assert_eq!(grown.judged(Verdict::RepairFirst).count(), 1);
    let huge = grown.chances.last().expect("the last one");
    assert_eq!(huge.talk, None, "nothing is sold before it is mended");
    let first = grown.chances.first().expect("the first one");
    assert_eq!(first.opportunity.rank.map(|rank| rank.minor), Some(1_200_000));
    let talk = first.talk.as_ref().expect("a talk is proposed");
    // A week from Sunday is a Sunday: the Monday after it.
    assert_eq!((talk.title.as_str(), talk.due_on), ("Make the case: Hard case", Some(ahead(8))));
    assert_eq!(talk.account_id, Some(Id(3)));
}

#[test]
fn equal_ranks_go_by_arr_then_name_then_number() {
    let mut trial = Trial::default();
    for (name, arr) in [("B", 10), ("A", 10), ("C", 20)] {
        trial.account(name, Tier::Growth, arr);
        trial.open(name, 50, |_| {});
        trial.open(&format!("{name} again"), 50, |_| {});
    }
    let grown = trial.grown();
    assert_eq!(titles(&grown.chances), ["C", "C again", "A", "A again", "B", "B again"]);
}

#[test]
fn one_account_with_more_to_pursue_than_a_quarter_holds_is_named() {
    let mut trial = Trial::default();
    trial.account("Alpha", Tier::Growth, 100);
    trial.open("one", 10, sure);
    trial.open("two", 10, sure);
    trial.account("Beta", Tier::Growth, 100);
    assert_eq!(trial.grown().crowded, []);
    for title in ["one", "two", "three"] {
        trial.open(title, 10, sure);
    }
    let names: Vec<String> = trial.grown().crowded.into_iter().map(|one| one.name).collect();
    assert_eq!(names, ["Beta"]);
}

#[test]
fn stages_add_what_has_a_rate_and_name_what_has_none() {
    use OpportunityStage::{Lost, Proposed, Validated, Won};
    let krona = Currency::from_code("SEK").expect("a code");
    let dollar = Currency::from_code("USD").expect("a code");
    let new_year = "2026-01-01".parse::<NaiveDate>().expect("a day");
    let closed =
        move |stage, on| move |one: &mut Opportunity| (one.stage, one.closed_on) = (stage, on);
    let mut trial = Trial::default();
    trial.rules.exchange.rates = vec![(dollar, 0.5)];
    trial.account("Alpha", Tier::Growth, 100);
    trial.open("validated", 40, |one| one.stage = Validated);
    trial.open("in dollars", 20, |one| (one.stage, one.currency) = (Validated, Some(dollar)));
    trial.open("in krona", 30, |one| (one.stage, one.currency) = (Proposed, Some(krona)));
    trial.open("worth unknown", 0, |_| {});
    trial.open("won this year", 7, closed(Won, Some(new_year)));
    trial.open("won last year", 8, closed(Won, new_year.pred_opt()));
    trial.open("won some day", 9, closed(Won, None));
    trial.open("lost", 5, closed(Lost, Some(today())));
    trial.open("parked", 6, |one| one.stage = OpportunityStage::Parked);
    trial.account("Prospect", Tier::Growth, 0).account.status = Status::Prospect;
    trial.open("perhaps", 70, |_| {});
    let stages = trial.grown().stages;
    let told: Vec<(&str, i64, usize, usize)> = stages
        .stages
        .iter()
        .map(|one| (one.stage.word(), one.sum / 100_000, one.items.len(), one.unvalued))
        .collect();
    assert_eq!(
        told,
        [
            ("idea", 0, 1, 1),
            ("validated", 50, 2, 0),
            ("proposed", 0, 1, 0),
            ("won", 7, 1, 0),
            ("lost", 5, 1, 0),
        ]
    );
    let validated = stages.of(Validated).expect("the stage");
    assert_eq!(validated.items[0].title, "validated", "the larger one first");
    assert_eq!(stages.no_rate, [krona]);
    assert_eq!(stages.undated.iter().map(|one| &one.title).collect::<Vec<_>>(), ["won some day"]);
    assert_eq!(stages.outside.iter().map(|one| &one.title).collect::<Vec<_>>(), ["perhaps"]);
}
