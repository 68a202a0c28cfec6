//! What the beginning and the end of a cycle write.

use crate::desk::Commit;
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::plan::priority::{self, PriorityKind};
use crate::domain::plan::step::{self, Field};
use crate::domain::plan::{cycle, step::StepStatus};
use crate::tui::form::facts::Facts;
use crate::tui::form::subject::Subject;
use crate::tui::form::trial::{facts, saved, wrong};
use crate::tui::screen::book::fixture;

const END: Subject = Subject::CycleEnd { account: 1 };
const NEW: Subject = Subject::Plan { account: 1, plan: None };

fn contoso() -> Facts {
    facts(Some(fixture::dossier()))
}

fn of_step(commit: &Commit, id: i64) -> Vec<Field> {
    let found = commit.changes.iter().find_map(|change| match change {
        Change::Step(step::Change::Edited { id: one, fields }) if *one == Id(id) => Some(fields),
        _ => None,
    });
    found.cloned().unwrap_or_default()
}

fn priorities(commit: &Commit) -> Vec<(Id, i64, &str, PriorityKind)> {
    commit
        .changes
        .iter()
        .filter_map(|change| match change {
            Change::Priority(priority::Change::Added(one)) => {
                Some((one.plan_id, one.place, one.title.as_str(), one.kind))
            }
            _ => None,
        })
        .collect()
}

#[test]
fn open_steps_are_carried_with_their_priority_into_the_next_cycle() {
    let commit = saved(&END, &contoso(), &[("step 6", "done")]).expect("a commit");
    assert_eq!(commit.act.label, "Next cycle for Contoso");
    let ended = vec![cycle::Field::EndedOn(Some(fixture::today()))];
    assert_eq!(commit.changes[0], cycle::Change::Edited { id: Id(1), fields: ended }.into());
    let Change::Plan(cycle::Change::Added(next)) = &commit.changes[1] else { panic!("no cycle") };
    assert_eq!((next.starts_on, next.ended_on), (fixture::today(), None));
    let carried = priorities(&commit);
    assert_eq!(carried.len(), 2);
    assert!(carried.iter().all(|one| one.0 == next.id));
    assert_eq!(of_step(&commit, 1), [Field::PlanId(Some(Id(-1))), Field::PriorityId(Some(Id(-2)))]);
    assert_eq!(of_step(&commit, 5)[1], Field::PriorityId(Some(Id(-3))));
    assert_eq!(of_step(&commit, 6)[0], Field::Status(StepStatus::Done));
    assert_eq!(of_step(&commit, 2), [], "done before");
}

#[test]
fn a_priority_without_a_carried_step_stays_behind() {
    let typed = [("step 5", "done"), ("step 6", "drop"), ("reason", "no answer")];
    let commit = saved(&END, &contoso(), &typed).expect("a commit");
    let titles: Vec<&str> = priorities(&commit).iter().map(|one| one.2).collect();
    assert_eq!(titles, ["Win back Operations"]);
    assert_eq!(
        of_step(&commit, 6),
        [Field::Status(StepStatus::Dropped), Field::DropReason(Some("no answer".to_owned()))]
    );
}

#[test]
fn dropping_asks_why_and_without_a_next_cycle_steps_are_loose() {
    assert_eq!(wrong(&END, &contoso(), &[("step 1", "drop")]), "reason");
    let commit = saved(&END, &contoso(), &[("next_cycle", "no")]).expect("a commit");
    assert_eq!(commit.act.label, "Cycle of Contoso ended");
    assert_eq!(of_step(&commit, 1), [Field::PlanId(None), Field::PriorityId(None)]);
    assert!(priorities(&commit).is_empty());
}

#[test]
fn a_plan_begins_with_its_priorities_in_order() {
    let mut facts = contoso();
    assert_eq!(wrong(&NEW, &facts, &[]), "starts_on", "one is running");
    if let Some(dossier) = &mut facts.dossier {
        dossier.records.plan = None;
    }
    let typed = [
        ("title1", "Win them back"),
        ("kind1", "repair"),
        ("title3", "Meet the CFO"),
        ("metric3", "one talk a month"),
    ];
    let commit = saved(&NEW, &facts, &typed).expect("a commit");
    assert_eq!(
        priorities(&commit),
        [
            (Id(-1), 1, "Win them back", PriorityKind::Repair),
            (Id(-1), 2, "Meet the CFO", PriorityKind::Goal)
        ]
    );
    for (starts, key) in [("2026-11-23", "starts_on"), ("2026-08-24", "starts_on")] {
        assert_eq!(wrong(&NEW, &facts, &[("starts_on", starts)]), key, "{starts}");
    }
    assert!(saved(&NEW, &facts, &[("starts_on", "2026-08-25")]).is_ok());
    assert_eq!(wrong(&NEW, &facts, &[("metric2", "40 seats")]), "title2");
}

#[test]
fn a_priority_takes_the_place_of_another_and_gives_it_its_own() {
    let subject = Subject::Priority { account: 1, priority: Some(2) };
    let commit = saved(&subject, &contoso(), &[("place", "1")]).expect("a commit");
    let place = |id, place| {
        let fields = vec![priority::Field::Place(place)];
        Change::from(priority::Change::Edited { id: Id(id), fields })
    };
    assert_eq!(commit.changes, [place(1, 2), place(2, 1)]);

    let new = Subject::Priority { account: 1, priority: None };
    let commit = saved(&new, &contoso(), &[("title", "Third")]).expect("a commit");
    assert_eq!(priorities(&commit), [(Id(1), 3, "Third", PriorityKind::Goal)]);
    let mut full = contoso();
    if let Some(dossier) = &mut full.dossier {
        let mut third = dossier.records.priorities[1].clone();
        (third.id, third.place) = (Id(3), 3);
        dossier.records.priorities.push(third);
    }
    assert_eq!(wrong(&new, &full, &[("title", "Fourth")]), "title");
}
