//! The end of a cycle: each open step is carried, dropped or done, and the next cycle begins.

use crate::desk::{Act, Commit};
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::day;
use crate::domain::plan::cycle::{self, CYCLE_DAYS, Plan};
use crate::domain::plan::priority::{self, Priority};
use crate::domain::plan::step::{self, Step, StepStatus};
use crate::domain::records::Records;
use crate::domain::word::words;
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{Choice, FieldKind, FieldSpec, Spec};
use crate::tui::form::subject::Subject;
use crate::tui::form::values::Values;

words! {
    /// What becomes of an open step.
    Fate { Carry = "carry", Drop = "drop", Done = "done", }
}

const REASON: &str = "reason";
const NEXT: &str = "next_cycle";

/// The name of the next cycle while it waits for its number.
const NEW_PLAN: Id = Id(-1);

/// The steps that the cycle leaves open, by due day.
fn open<'a>(records: &'a Records, plan: &Plan) -> Vec<&'a Step> {
    let open = |step: &&Step| step.plan_id == Some(plan.id) && step.status.open();
    records.steps.iter().filter(open).collect()
}

fn key(step: &Step) -> String {
    format!("step {}", step.id.0)
}

pub(super) fn spec(subject: &Subject, facts: &Facts) -> Option<Spec> {
    let Subject::CycleEnd { .. } = subject else { return None };
    let dossier = facts.dossier.as_ref()?;
    let plan = dossier.records.plan.as_ref()?;
    let progress = &dossier.standing.progress;
    let begun = day::day(plan.starts_on, facts.today);
    let mut lead = vec![format!(
        "Begun {begun}, day {}: {} of {} steps done.",
        progress.day.unwrap_or_default(),
        progress.done,
        progress.steps
    )];
    if progress.day.is_some_and(|day| day <= CYCLE_DAYS) {
        lead.push("It still runs; saving ends it today.".to_owned());
    }
    let open = open(&dossier.records, plan);
    if !open.is_empty() {
        lead.push("What becomes of the steps still open?".to_owned());
    }
    let mut fields: Vec<FieldSpec> = open
        .into_iter()
        .map(|step| {
            let options = FieldKind::Choice { options: Choice::words(Fate::ALL), none: false };
            FieldSpec::new(&key(step), &step.title, options, Fate::Carry.word())
        })
        .collect();
    if !fields.is_empty() {
        fields.push(
            FieldSpec::new(REASON, "why dropped", FieldKind::Line, "")
                .hint("only where one is dropped"),
        );
    }
    let options = FieldKind::Choice { options: Choice::yes_no(), none: false };
    fields.push(FieldSpec::new(NEXT, "begin the next cycle", options, "yes"));
    Some(Spec { title: format!("End of the cycle · {}", facts.name()), lead, fields })
}

pub(super) fn save(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Option<Commit> {
    let account = subject.account()?;
    let records = &facts.dossier.as_ref()?.records;
    let plan = records.plan.as_ref()?;
    let next = values.yes(NEXT).unwrap_or(true);
    let fates: Vec<(&Step, Fate)> = open(records, plan)
        .into_iter()
        .map(|step| (step, values.word(&key(step), Fate::from_word).unwrap_or(Fate::Carry)))
        .collect();
    let reason = values.text(REASON);
    if reason.is_none() && fates.iter().any(|(_, fate)| *fate == Fate::Drop) {
        values.wrong(REASON, "a few words on why a step is dropped");
    }
    // The old cycle ends before the next one begins: one runs at a time.
    let ended = vec![cycle::Field::EndedOn(Some(facts.today))];
    let mut expected = plan.expects(&ended);
    let mut changes: Vec<Change> =
        vec![cycle::Change::Edited { id: plan.id, fields: ended }.into()];
    let mut carried = Vec::new();
    if next {
        let (starts_on, ended_on) = (facts.today, None);
        let new = Plan { id: NEW_PLAN, account_id: account, starts_on, ended_on };
        changes.push(cycle::Change::Added(new).into());
        carried = carried_priorities(records, &fates);
        changes.extend(carried.iter().map(|(_, new)| priority::Change::Added(new.clone()).into()));
    }
    for (old, fate) in fates {
        let mut new = old.clone();
        match fate {
            Fate::Carry => {
                let to = carried.iter().find(|(from, _)| Some(*from) == old.priority_id);
                new.plan_id = next.then_some(NEW_PLAN);
                new.priority_id = to.map(|(_, priority)| priority.id);
            }
            Fate::Drop => {
                new.status = StepStatus::Dropped;
                new.drop_reason.clone_from(&reason);
            }
            Fate::Done => {
                new.status = StepStatus::Done;
                new.done_on = Some(facts.today);
            }
        }
        let fields = new.fields_changed_from(old);
        expected.extend(old.expects(&fields));
        changes.push(step::Change::Edited { id: old.id, fields }.into());
    }
    let label = if next {
        format!("Next cycle for {}", facts.name())
    } else {
        format!("Cycle of {} ended", facts.name())
    };
    Some(Commit::new(Act::edit(label, Some(account)), changes).expecting(expected))
}

/// The priorities under which steps are carried, each with what it becomes in the next cycle.
fn carried_priorities(records: &Records, fates: &[(&Step, Fate)]) -> Vec<(Id, Priority)> {
    let carries = |one: &&Priority| {
        let under =
            |(step, fate): &(&Step, Fate)| *fate == Fate::Carry && step.priority_id == Some(one.id);
        fates.iter().any(under)
    };
    records
        .priorities
        .iter()
        .filter(carries)
        .zip(1..)
        .map(|(old, place)| {
            let new =
                Priority { id: Id(NEW_PLAN.0 - place), plan_id: NEW_PLAN, place, ..old.clone() };
            (old.id, new)
        })
        .collect()
}

#[cfg(test)]
mod tests;
