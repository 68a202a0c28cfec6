//! Goals, results, discovery, the ladder and the verdict, as they are typed.

use super::*;
use crate::domain::account::goal;
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::growth::{discovery, loyalty, qualification};
use crate::domain::revenue::value_item;
use crate::tui::form::link;
use crate::tui::form::subject::Subject;
use crate::tui::form::trial::Trial;
use crate::tui::form::values::Values;
use crate::tui::screen::book::fixture;

fn new(kind: Kind) -> Trial {
    Trial::new(link::record(Id(1), kind, None, None))
}

fn held(kind: Kind, cells: Cells) -> Trial {
    let mut trial = new(kind);
    if let Subject::Record { id, .. } = &mut trial.subject {
        *id = Some(cells.id.0);
    }
    trial.facts.cells = Some(cells);
    trial
}

/// From 100 to 50, on 70 since two months.
fn returns() -> Goal {
    let on = |text: &str| text.parse().expect("a day");
    let mut goal = Goal::titled(Id(1), "Fewer returns", on("2026-07-01"), on("2027-06-30"));
    goal.id = Id(9);
    (goal.start_value, goal.now_value, goal.target_value) = (100.0, 70.0, 50.0);
    goal.measured_on = on("2026-09-22");
    goal
}

#[test]
fn a_goal_begins_at_its_start_unless_it_is_said() {
    let typed = [("title", "Fewer returns"), ("start_value", "100"), ("target_value", "50")];
    let trial = new(Kind::Goal);
    let wrong = trial.fill(&typed).expect_err("by when?");
    assert_eq!(wrong, ["due_on: by when?"]);
    let typed: Vec<(&str, &str)> = typed.into_iter().chain([("due_on", "eoy")]).collect();
    let commit = trial.fill(&typed).expect("right");
    let [Change::Goal(goal::Change::Added(goal))] = commit.changes.as_slice() else { panic!() };
    assert_eq!((goal.now_value, goal.status), (100.0, GoalStatus::Running));
    assert_eq!(goal.measured_on, fixture::today());
    assert_eq!(commit.act.label, "Contoso: goal “Fewer returns”");
}

#[test]
fn another_figure_is_one_of_today_and_says_how_far_they_are() {
    let trial = held(Kind::Goal, Cells::of(&returns()));
    let commit = trial.fill(&[("now_value", "60")]).expect("right");
    let fields = vec![goal::Field::NowValue(60.0), goal::Field::MeasuredOn(fixture::today())];
    assert_eq!(commit.changes, [goal::Change::Edited { id: Id(9), fields }.into()]);
    let commit = trial.fill(&[("now_value", "60"), ("measured_on", "1 nov")]).expect("right");
    let [Change::Goal(goal::Change::Edited { fields, .. })] = commit.changes.as_slice() else {
        panic!()
    };
    assert_eq!(fields[1], goal::Field::MeasuredOn("2026-11-01".parse().expect("a day")));
    // 30 of 50; 144 of 364 days.
    let texts: Vec<(String, String)> =
        trial.spec().fields.into_iter().map(|field| (field.key, field.text)).collect();
    let values = Values::new(&texts, trial.facts.today);
    let says = crate::tui::form::kind::says(&trial.subject, &trial.facts, &values);
    assert_eq!(says[0].1, "60 % of the way, 40 % of the time is over");
    let wrong = trial.fill(&[("target_value", "100"), ("due_on", "1 jul 2026")]);
    assert_eq!(wrong.expect_err("wrong").len(), 2);
}

#[test]
fn a_result_is_confirmed_by_somebody_on_a_day() {
    let typed = [("amount", "120"), ("unit", "hours a month"), ("confirmed_by", "1")];
    let commit = new(Kind::ValueItem).fill(&typed).expect("right");
    let [Change::ValueItem(value_item::Change::Added(item))] = commit.changes.as_slice() else {
        panic!()
    };
    assert_eq!(item.confirmed_on, Some(fixture::today()));
    assert!(commit.act.label.starts_with("Contoso: time saved 120 hours a month, confirmed by"));
    let wrong = new(Kind::ValueItem).fill(&[("confirmed_on", "today")]).expect_err("who?");
    assert_eq!(wrong, ["confirmed_by: who confirmed it?"]);
}

#[test]
fn a_discovery_keeps_what_they_said_in_their_lines() {
    let typed = [("success", "Two sites live\nby June"), ("workshop", "yes")];
    let commit = new(Kind::Discovery).fill(&typed).expect("right");
    let [Change::Discovery(discovery::Change::Added(one))] = commit.changes.as_slice() else {
        panic!()
    };
    assert_eq!(one.success.as_deref(), Some("Two sites live\nby June"));
    assert!(one.workshop);
    assert_eq!(commit.act.label, "Contoso: discovery workshop of 22 Nov");
}

#[test]
fn the_ladder_and_the_verdict_want_a_word_on_why() {
    let trial = new(Kind::Loyalty);
    let wrong = trial.fill(&[("step", "3")]).expect_err("why?");
    assert_eq!(wrong, ["evidence: one line of evidence"]);
    let typed = [("step", "3"), ("evidence", "they ask us before they plan")];
    let commit = trial.fill(&typed).expect("right");
    let [Change::Loyalty(loyalty::Change::Added(one))] = commit.changes.as_slice() else {
        panic!()
    };
    assert_eq!(one.step, 3);
    assert_eq!(commit.act.label, "Contoso: loyalty step 3, partner");
    assert_eq!(trial.spec().lead.len(), 1, "what the talks back");

    let trial = new(Kind::Qualification);
    assert_eq!(trial.fill(&[]).expect_err("which?"), ["realistic: yes or no?"]);
    let commit = trial.fill(&[("realistic", "no"), ("why", "no budget")]).expect("right");
    let [Change::Qualification(qualification::Change::Added(one))] = commit.changes.as_slice()
    else {
        panic!()
    };
    assert!(!one.realistic);
    assert_eq!(commit.act.label, "Contoso: growth not realistic");
}
