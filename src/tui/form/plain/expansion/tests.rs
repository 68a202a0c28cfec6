//! What is typed about an opportunity, and what follows from it.

use super::*;
use crate::domain::money::Currency;
use crate::domain::revenue::opportunity;
use crate::tui::form::link;
use crate::tui::form::subject::Subject;
use crate::tui::form::trial::Trial;
use crate::tui::screen::book::fixture;

fn new(kind: Kind) -> Trial {
    let mut trial = Trial::new(link::record(Id(1), kind, None, None));
    let dossier = trial.facts.dossier.as_mut().expect("an account");
    dossier.standing.score.band = Some(Band::Healthy);
    let entry = Revenue {
        id: Id(1),
        account_id: Id(1),
        on_date: "2024-04-01".parse().expect("a day"),
        kind: RevenueKind::Opening,
        amount: 94_000_000,
        currency: Currency::EUR,
        note: None,
    };
    dossier.records.revenue = vec![entry];
    trial
}

fn held(one: &Opportunity) -> Trial {
    let mut trial = new(Kind::Opportunity);
    if let Subject::Record { id, .. } = &mut trial.subject {
        *id = Some(one.id.0);
    }
    trial.facts.cells = Some(Cells::of(one));
    trial
}

fn seats() -> Opportunity {
    let mut seats = Opportunity::titled("Seats for Lyon", Some(Id(1)), fixture::today());
    seats.id = Id(5);
    seats.amount = Some(4_000_000);
    seats.currency = Some(Currency::EUR);
    seats.hints = crate::domain::word::WordSet::of(&[Hint::AskedFor]);
    seats
}

#[test]
fn the_verdict_is_said_while_the_questions_are_answered() {
    let trial = held(&seats());
    let three = [("solves_problem", "yes"), ("voiced_interest", "yes"), ("timing_right", "yes")];
    let five = ["fits_goals", "measurable_case", "champion_inside", "deliverable", "budget_timing"];
    assert!(trial.said(&[]).starts_with("Validate: not asked yet about"));
    assert_eq!(trial.said(&[("timing_right", "no")]), "Wait: it lacks the right time.");
    let most: Vec<(&str, &str)> =
        three.into_iter().chain(five.into_iter().map(|key| (key, "yes"))).collect();
    assert_eq!(trial.said(&most), "Pursue: three yes, 5 of 6 checks.");
    assert!(trial.said(&three).starts_with("Validate: 0 of 6 checks"));
    let mut at_risk = held(&seats());
    at_risk.facts.dossier.as_mut().expect("one").standing.score.band = Some(Band::Risk);
    assert_eq!(
        at_risk.said(&most),
        "Repair first: the account is at risk. Once it is not: Pursue: three yes, 5 of 6 checks."
    );
    assert_eq!(trial.said(&[("stage", "parked")]), "", "it is decided");
}

#[test]
fn every_field_comes_back_as_it_was() {
    let trial = held(&seats());
    assert_eq!(trial.text("hints"), "asked for");
    assert_eq!(trial.text("amount"), "40000");
    assert!(trial.fill(&[]).expect("right").changes.is_empty());
    let commit = trial.fill(&[("budget_month", "3"), ("ease", "4")]).expect("right");
    let fields = vec![opportunity::Field::Ease(Some(4)), opportunity::Field::BudgetMonth(Some(3))];
    assert_eq!(commit.changes, [opportunity::Change::Edited { id: Id(5), fields }.into()]);
}

#[test]
fn a_new_one_is_an_idea_of_today() {
    let commit = new(Kind::Opportunity).fill(&[("title", "Seats"), ("amount", "40k")]);
    let commit = commit.expect("a commit");
    assert_eq!(commit.act.label, "Contoso: opportunity “Seats”");
    let [crate::domain::change::Change::Opportunity(opportunity::Change::Added(one))] =
        commit.changes.as_slice()
    else {
        panic!("{:?}", commit.changes);
    };
    assert_eq!((one.stage, one.created_on), (OpportunityStage::Idea, fixture::today()));
    assert_eq!((one.amount, one.currency), (Some(4_000_000), Some(Currency::EUR)));
    assert_eq!((one.account_id, one.closed_on), (Some(Id(1)), None));
}

#[test]
fn won_it_can_go_into_the_revenue_in_the_same_step() {
    let trial = held(&seats());
    let commit = trial.fill(&[("stage", "won"), (PAID_FROM, "1 jan 2027")]).expect("right");
    assert_eq!(commit.act.label, "Contoso: opportunity “Seats for Lyon” won");
    let [_, crate::domain::change::Change::Revenue(revenue::Change::Added(entry))] =
        commit.changes.as_slice()
    else {
        panic!("{:?}", commit.changes);
    };
    assert_eq!((entry.kind, entry.amount), (RevenueKind::Expansion, 4_000_000));
    assert_eq!(entry.on_date.to_string(), "2027-01-01");
    let wrong = trial.fill(&[(PAID_FROM, "1 jan 2027")]).expect_err("not won");
    assert_eq!(wrong, ["paid_from: only what is won is paid for"]);
    let wrong = trial.fill(&[("stage", "won"), ("amount", ""), (PAID_FROM, "today")]);
    assert_eq!(wrong.expect_err("no worth"), ["amount: how much a year?"]);
}

#[test]
fn lost_it_needs_its_reason_and_open_again_it_has_no_end() {
    let trial = held(&seats());
    assert_eq!(
        trial.fill(&[("stage", "lost")]).expect_err("why?"),
        ["lost_reason: why was it lost?"]
    );
    let commit = trial.fill(&[("stage", "lost"), ("lost_reason", "price")]).expect("right");
    assert_eq!(commit.act.label, "Contoso: opportunity “Seats for Lyon” lost");
    let mut lost = seats();
    (lost.stage, lost.closed_on) = (OpportunityStage::Parked, Some(fixture::today()));
    let commit = held(&lost).fill(&[("stage", "validated")]).expect("right");
    let fields = vec![
        opportunity::Field::Stage(OpportunityStage::Validated),
        opportunity::Field::ClosedOn(None),
    ];
    assert_eq!(commit.changes, [opportunity::Change::Edited { id: Id(5), fields }.into()]);
}
