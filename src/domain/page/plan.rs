//! What stands behind the lines of the plan: the cycle, its priorities, its steps.

use super::{Ground, Kind, Link, Proof};
use crate::domain::day::{day, days, days_between, weekday};
use crate::domain::plan::cycle::Plan;
use crate::domain::plan::priority::Priority;
use crate::domain::plan::progress::{in_time, progress, promises};
use crate::domain::plan::step::{Step, StepKind, StepStatus};
use crate::domain::records::Records;
use crate::domain::score::print::percent;
use crate::domain::signal::table;
use chrono::NaiveDate;

fn proof(step: &Step, says: &str) -> Proof {
    Proof {
        text: format!("{says}{}", step.title),
        on_date: step.done_on.or(step.due_on),
        link: Some(Link::to(Kind::Step, step.id)),
        account: None,
    }
}

/// How the cycle goes: completion, promises kept, and the steps they are counted from.
#[must_use]
pub fn cycle(records: &Records, plan: &Plan, today: NaiveDate) -> Ground {
    let found = progress(records, today);
    let steps = records.steps.iter().filter(|step| {
        step.plan_id == Some(plan.id) && (step.status.open() || step.status == StepStatus::Done)
    });
    let mut proofs: Vec<(u8, Proof)> = steps
        .map(|step| match in_time(step, today) {
            Some(false) => (0, proof(step, "not in time: ")),
            Some(true) => (1, proof(step, "in time: ")),
            None if step.due_on.is_none() => (2, proof(step, "without a day: ")),
            None => (2, proof(step, "not due yet: ")),
        })
        .collect();
    proofs.sort_by_key(|(order, _)| *order);
    let (kept, due) = found.on_time;
    let completion = match found.completion {
        Some(share) => format!(
            "Completion {}: of {due} steps done or due by now, {kept} were done by their first day.",
            percent(share)
        ),
        None => "No step of it was due yet, so there is no completion to tell.".to_owned(),
    };
    let (kept, given) = promises(records, today);
    let promised = match given {
        0 => "No promise of it was due yet.".to_owned(),
        _ => format!(
            "Promises kept {}: {kept} of {given} by the day first given.",
            percent(kept as f64 / given as f64)
        ),
    };
    Ground::new(format!("{} of {} steps done", found.done, found.steps), "completion")
        .say(completion)
        .say(promised)
        .on(proofs.into_iter().map(|(_, proof)| proof))
        .on([Proof::of("the cycle began", plan.starts_on, Link::to(Kind::Plan, plan.id))])
}

/// What a cycle is for, and the steps that serve it.
#[must_use]
pub fn priority(records: &Records, priority: &Priority) -> Ground {
    let serves: Vec<&Step> =
        records.steps.iter().filter(|step| step.priority_id == Some(priority.id)).collect();
    let done = serves.iter().filter(|step| step.status == StepStatus::Done).count();
    // What was dropped was not to be done.
    let counted = done + serves.iter().filter(|step| step.status.open()).count();
    let metric = priority.metric.as_deref().map_or_else(
        || "Nothing says yet how success will be seen.".to_owned(),
        |metric| format!("Success is: {}.", metric.trim_end_matches('.')),
    );
    Ground::new(format!("P{} {}", priority.place, priority.title), "priority")
        .say(format!("Kind: {}. {done} of {counted} steps that serve it are done.", priority.kind))
        .say(metric)
        .on([Proof::by("the priority itself", Link::to(Kind::Priority, priority.id))])
        .on(serves.into_iter().map(|step| proof(step, &format!("{}: ", step.status))))
}

/// Whether a step is on time, what it serves and where it comes from.
#[must_use]
pub fn step(records: &Records, step: &Step, today: NaiveDate) -> Ground {
    let topic = match step.kind {
        StepKind::Promise => "promise",
        StepKind::Meeting => "meeting",
        StepKind::Step | StepKind::Milestone => "step",
    };
    let mut ground = Ground::new(&step.title, topic).say(state(step, today));
    if let Some(first) = step.first_due_on.filter(|first| Some(*first) != step.due_on) {
        let first = day(first, today);
        ground = ground.say(format!("Moved: its first day was {first}, and that one counts."));
    }
    if step.kind == StepKind::Promise {
        ground = ground.say(match &step.checked_by {
            Some(name) => format!("{name} checked that it can be kept."),
            None => "Nobody on our side has checked yet that it can be kept.".to_owned(),
        });
    }
    if let Some(code) = &step.signal {
        let title = table::rule(code).map_or(code.as_str(), |rule| rule.title);
        ground = ground.say(format!("It takes a signal in hand: {title}."));
    }
    if let Some(playbook) = &step.playbook {
        ground = ground.say(format!("It comes from the playbook “{playbook}”."));
    }
    let serves = records.priorities.iter().find(|one| Some(one.id) == step.priority_id);
    let whom = records.contacts.iter().find(|one| Some(one.id) == step.contact_id);
    ground
        .on([proof(step, "the step: ")])
        .on(serves.map(|one| {
            Proof::by(
                format!("it serves P{} {}", one.place, one.title),
                Link::to(Kind::Priority, one.id),
            )
        }))
        .on(whom.map(|one| Proof::by(format!("for {}", one.name), Link::to(Kind::Contact, one.id))))
        .on(step.talk_id.map(|talk| Proof::by("the talk it became", Link::to(Kind::Talk, talk))))
}

fn state(step: &Step, today: NaiveDate) -> String {
    let in_time = match in_time(step, today) {
        Some(true) => ", by its first day",
        Some(false) => ", after its first day",
        None => "",
    };
    match (step.status, step.done_on, step.due_on) {
        (StepStatus::Done, Some(done), _) => format!("Done on {}{in_time}.", day(done, today)),
        (StepStatus::Done, None, _) => "Done, nobody wrote down when.".to_owned(),
        (StepStatus::Dropped, ..) => match &step.drop_reason {
            Some(why) => format!("Dropped: {}.", why.trim_end_matches('.')),
            None => "Dropped.".to_owned(),
        },
        (_, _, None) => "Open, without a day: what has no day is not done.".to_owned(),
        (_, _, Some(due)) => {
            let left = days_between(today, due);
            let when = match left {
                ..0 => format!("{} late", days(-left)),
                0 => "today".to_owned(),
                1.. => format!("in {}", days(left)),
            };
            format!("Open, due {}, {when}.", weekday(due, today))
        }
    }
}

/// The open tasks that were long late when an import brought them in.
#[must_use]
pub fn old_tasks(records: &Records) -> Ground {
    let old = records.steps.iter().filter(|step| step.status == StepStatus::Old);
    Ground::new("old tasks of an import", "step")
        .say("They were open and long past their day when they came in: no late steps, one line to decide on.")
        .on(old.map(|step| proof(step, "")))
}
