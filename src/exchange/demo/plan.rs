//! The plans and steps of the demo book.

use super::asset;
use super::scribe::{People, Scribe};
use crate::domain::cell::Id;
use crate::domain::day::{worked_after, worked_before};
use crate::domain::plan::step::{Step, StepKind, StepOwner, StepStatus};
use crate::domain::plan::{cycle, priority, step};
use crate::error::Result;
use chrono::NaiveDate;

/// # Errors
/// A step names somebody who is not among the people.
pub fn write(
    scribe: &mut Scribe,
    account: Id,
    from: asset::Plan,
    people: &People,
    deals: &People,
) -> Result<()> {
    let plan_id = scribe.id();
    let starts_on = scribe.on(from.starts);
    let record = cycle::Plan { id: plan_id, account_id: account, starts_on, ended_on: None };
    scribe.add(cycle::Change::Added(record));
    for (place, priority) in (1..).zip(from.priorities) {
        let priority_id = scribe.id();
        scribe.add(priority::Change::Added(priority::Priority {
            id: priority_id,
            plan_id,
            place,
            kind: priority.kind.0,
            title: priority.title,
            metric: priority.metric,
        }));
        for step in priority.steps {
            let step = step_of(scribe, step, starts_on, people, deals)?;
            let id = scribe.id();
            scribe.add(step::Change::Added(Step {
                id,
                account_id: Some(account),
                plan_id: Some(plan_id),
                priority_id: Some(priority_id),
                ..step
            }));
        }
    }
    Ok(())
}

/// # Errors
/// It names somebody who is not among the people.
pub fn step_of(
    scribe: &Scribe,
    from: asset::Step,
    created_on: NaiveDate,
    people: &People,
    deals: &People,
) -> Result<Step> {
    let created_on = scribe.maybe_on(from.created).unwrap_or(created_on);
    let done_on = scribe.maybe_on(from.done).map(worked_before);
    let status = if done_on.is_some() { StepStatus::Done } else { StepStatus::Open };
    let today = scribe.today;
    // What is late stays as late as it is told to be.
    let weekday = |day: NaiveDate| match done_on {
        Some(_) => worked_before(day),
        None if day > today => worked_after(day),
        None => day,
    };
    let due_on = scribe.maybe_on(from.due).map(weekday);
    Ok(Step {
        kind: from.kind.map_or(StepKind::Step, |word| word.0),
        owner: from.owner.map_or(StepOwner::Me, |word| word.0),
        owner_name: from.who,
        contact_id: from.to.map(|name| people.find(&name)).transpose()?,
        first_due_on: scribe.maybe_on(from.first).map(weekday).or(due_on),
        status: from.status.map_or(status, |word| word.0),
        done_on,
        checked_by: from.checked,
        signal: from.signal,
        playbook: from.playbook,
        client_sees: from.kind.is_some_and(|word| word.0 == StepKind::Promise),
        meeting_type: from.meeting.map(|word| word.0),
        at_time: from.at,
        agenda: from.agenda,
        opportunity_id: from.deal.map(|title| deals.find(&title)).transpose()?,
        ..Step::titled(&from.title, due_on, created_on)
    })
}
