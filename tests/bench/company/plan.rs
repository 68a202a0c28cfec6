//! The cycles of ninety days: one over, one running, and what was promised in them.

use super::Scribe;
use trellis::domain::cell::Id;
use trellis::domain::plan::cycle::{self, CYCLE_DAYS, Plan};
use trellis::domain::plan::priority::{self, Priority, PriorityKind};
use trellis::domain::plan::step::{self, Step, StepKind, StepOwner, StepStatus};

const TITLES: [&str; 8] = [
    "Send the ROI sheet",
    "Meet the new director",
    "Training for the second shift",
    "Agree on the goals for next year",
    "Ask for a reference",
    "Show the new reports",
    "Clear up the open tickets",
    "Draft the renewal",
];

/// Most clients have had a cycle, and half of them are in one.
pub fn write(scribe: &mut Scribe, account: Id, people: &[Id]) {
    let running = scribe.chance.percent(55);
    let started = scribe.chance.between(0, CYCLE_DAYS + 5);
    if scribe.chance.percent(40) {
        let started = started + CYCLE_DAYS + 1;
        plan(scribe, account, people, started, Some(started - CYCLE_DAYS));
    }
    if running {
        plan(scribe, account, people, started, None);
    }
    for _ in 0..scribe.chance.between(0, 3) {
        let due = scribe.chance.between(-40, 30);
        let step = one(scribe, account, people, 60.max(due), due);
        scribe.add(step::Change::Added(step));
    }
}

fn plan(scribe: &mut Scribe, account_id: Id, people: &[Id], started: i64, ended: Option<i64>) {
    let id = scribe.id();
    let (starts_on, ended_on) = (scribe.ago(started), ended.map(|days| scribe.ago(days)));
    scribe.add(cycle::Change::Added(Plan { id, account_id, starts_on, ended_on }));
    for place in 1..=scribe.chance.between(1, 3) {
        let priority_id = scribe.id();
        let priority = Priority {
            id: priority_id,
            plan_id: id,
            place,
            kind: scribe.chance.of(PriorityKind::ALL).unwrap_or(PriorityKind::Renewal),
            title: scribe.chance.of(&TITLES).unwrap_or_default().to_owned(),
            metric: None,
        };
        scribe.add(priority::Change::Added(priority));
        for _ in 0..scribe.chance.between(1, 4) {
            let due = started - scribe.chance.between(3, CYCLE_DAYS);
            let step = one(scribe, account_id, people, started, due);
            let linked = Step { plan_id: Some(id), priority_id: Some(priority_id), ..step };
            scribe.add(step::Change::Added(linked));
        }
    }
}

/// A step made and due so many days ago; most of what is due is done.
fn one(scribe: &mut Scribe, account: Id, people: &[Id], made: i64, due: i64) -> Step {
    let title = scribe.chance.of(&TITLES).unwrap_or_default();
    let done = due > 0 && scribe.chance.percent(88);
    let kind = match scribe.chance.between(1, 10) {
        1..=2 => StepKind::Promise,
        3 => StepKind::Milestone,
        4 => StepKind::Meeting,
        _ => StepKind::Step,
    };
    let delay = if scribe.chance.percent(20) { scribe.chance.between(1, 9) } else { 0 };
    let moved = if scribe.chance.percent(15) { scribe.chance.between(1, 10) } else { 0 };
    Step {
        account_id: Some(account),
        kind,
        owner: scribe
            .chance
            .maybe(25, &[StepOwner::Colleague, StepOwner::Client])
            .unwrap_or(StepOwner::Me),
        contact_id: if scribe.chance.percent(40) { scribe.chance.of(people) } else { None },
        first_due_on: Some(scribe.ago(due + moved)),
        status: if done { StepStatus::Done } else { StepStatus::Open },
        done_on: done.then(|| scribe.ago((due - delay).max(0))),
        client_sees: kind == StepKind::Promise,
        ..Step::titled(title, Some(scribe.ago(due)), scribe.ago(made))
    }
}
