//! Things for next week, typed on Sunday 22 November 2026.

use super::*;
use crate::domain::change::Change;
use crate::tui::form::trial::{Trial, facts, saved, wrong};

const SUBJECT: Subject = Subject::Promised { review: 4, place: 2 };

fn made(text: &str) -> (String, Step, Commitment) {
    let commit = saved(&SUBJECT, &facts(None), &[(KEY, text)]).expect("written");
    let [Change::Step(step::Change::Added(step)), Change::Commitment(rest)] =
        commit.changes.as_slice()
    else {
        panic!("{commit:?}")
    };
    let commitment::Change::Added(commitment) = rest else { panic!("{rest:?}") };
    (commit.act.label.clone(), step.clone(), commitment.clone())
}

#[test]
fn a_line_becomes_a_step_with_a_day_and_stands_among_the_three() {
    let (label, step, commitment) = made("litware call Dana about the budget wed");
    assert_eq!(label, "For next week: Litware: call Dana about the budget, Wed 25 Nov");
    assert_eq!((step.account_id, step.id), (Some(Id(2)), STEP));
    assert_eq!(step.due_on.map(|due| due.to_string()).as_deref(), Some("2026-11-25"));
    assert_eq!(step.first_due_on, step.due_on);
    assert_eq!((commitment.review_id, commitment.place), (Id(4), 2));
    assert_eq!((commitment.account_id, commitment.step_id), (Some(Id(2)), Some(STEP)));
    assert_eq!(step.title, "call Dana about the budget");
    assert_eq!(commitment.text, "Litware: call Dana about the budget, Wed 25 Nov");
}

#[test]
fn it_joins_the_running_cycle_of_its_account() {
    let known = Facts { cycles: vec![(Id(1), Id(8)), (Id(2), Id(9))], ..facts(None) };
    let commit = saved(&SUBJECT, &known, &[(KEY, "litware call Dana wed")]).expect("written");
    let Some(Change::Step(step::Change::Added(step))) = commit.changes.first() else {
        panic!("{commit:?}")
    };
    assert_eq!(step.plan_id, Some(Id(9)));
}

#[test]
fn without_account_and_day_it_is_the_books_and_due_on_friday() {
    let (label, step, commitment) = made("tidy the pipeline");
    assert_eq!(label, "For next week: tidy the pipeline, Fri 27 Nov");
    assert_eq!((step.account_id, commitment.account_id), (None, None));
    assert_eq!(step.due_on.map(|due| due.to_string()).as_deref(), Some("2026-11-27"));
}

#[test]
fn what_it_will_be_is_said_while_it_is_typed() {
    let trial = Trial::new(SUBJECT);
    let said = |text| trial.said(&[(KEY, text)]);
    assert_eq!(said("litware call Dana wed"), "Litware · call Dana · due Wed 25 Nov");
    assert_eq!(said("contoso"), "Contoso · … · due Fri 27 Nov");
    assert_eq!(said(""), "");
}

#[test]
fn nothing_to_do_and_a_day_that_is_past_are_refused() {
    for text in ["", "litware", "litware fri", "call Dana 12 oct 2026"] {
        assert_eq!(wrong(&SUBJECT, &facts(None), &[(KEY, text)]), KEY, "{text}");
    }
}
