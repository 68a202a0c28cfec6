//! The plan of an account: its cycle, its priorities, the steps that serve them.

use crate::cli::figure;
use crate::cli::page::{Page, Side};
use crate::domain::plan::step::{Step, StepKind, StepOwner, StepStatus};
use crate::domain::records::Records;
use crate::domain::standing::Standing;
use crate::text;
use chrono::NaiveDate;

/// What is done, what is late, and every step that counts.
pub fn plan(records: &Records, standing: &Standing, today: NaiveDate) -> Page {
    let progress = &standing.progress;
    let mut said = Page::default();
    match progress.day {
        Some(day) => said.put(format!(
            "\nPlan · day {day} of 90 · {} of {} done · {} late\n",
            progress.done, progress.steps, progress.late
        )),
        None if records.steps.is_empty() => return said,
        None => said.put("\nSteps without a plan\n"),
    }
    let (old, steps): (Vec<&Step>, Vec<&Step>) =
        records.steps.iter().partition(|step| step.status == StepStatus::Old);
    for priority in &records.priorities {
        said.put(format!("  P{} {}\n", priority.place, text::shown(&priority.title)));
        let served = steps.iter().filter(|step| step.priority_id == Some(priority.id));
        push_steps(&mut said, served.copied(), today);
    }
    let loose = |step: &&&Step| {
        !records.priorities.iter().any(|priority| step.priority_id == Some(priority.id))
    };
    push_steps(&mut said, steps.iter().filter(loose).copied(), today);
    match old.len() {
        0 => {}
        1 => said.put("  1 old task came in with an import, long past its day\n"),
        many => {
            said.put(format!("  {many} old tasks came in with an import, long past their day\n"));
        }
    }
    said
}

fn push_steps<'a>(said: &mut Page, steps: impl Iterator<Item = &'a Step>, today: NaiveDate) {
    let rows: Vec<Vec<String>> = steps.map(|step| step_row(step, today)).collect();
    let columns = [
        (Side::Left, 1),
        (Side::Left, 1),
        (Side::Left, 52),
        (Side::Left, 14),
        (Side::Left, 16),
        (Side::Left, 12),
    ];
    said.table(&columns, &rows);
}

fn step_row(step: &Step, today: NaiveDate) -> Vec<String> {
    let late = step.status.open() && step.due_on.is_some_and(|due| due < today);
    let mark = step.status.sign();
    let title = match step.kind {
        StepKind::Promise => format!("{} (promise)", step.title),
        _ => step.title.clone(),
    };
    let owner = match (step.owner, &step.owner_name) {
        (StepOwner::Me, _) => "me".to_owned(),
        (_, Some(name)) => name.clone(),
        (owner, None) => owner.word().to_owned(),
    };
    let due = step.due_on.map_or_else(
        || figure::NOTHING.to_owned(),
        |due| format!("{} {}", due.format("%a"), figure::day(due, today)),
    );
    let away = match (step.due_on, step.status.open()) {
        (Some(due), true) if late => format!("{} late", figure::days_between(due, today)),
        (Some(due), true) => figure::days_between(due, today),
        _ => String::new(),
    };
    let bang = if late { "!" } else { "" };
    vec![bang.to_owned(), mark.to_owned(), title, owner, due, away]
}
