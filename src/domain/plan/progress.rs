//! How the running cycle goes, and which dated step comes next.

use super::step::{Step, StepKind, StepStatus};
use crate::domain::records::Records;
use crate::domain::standing::{NextStep, Progress};
use chrono::NaiveDate;

/// The steps of the running cycle in figures; dropped ones and old tasks are left out. A step due
/// today and open is neither late nor due yet. All is nothing without a cycle.
#[must_use]
pub fn progress(records: &Records, today: NaiveDate) -> Progress {
    let Some(plan) = records.plan.as_ref().filter(|plan| plan.starts_on <= today) else {
        return Progress::default();
    };
    let steps = || {
        records.steps.iter().filter(|step| {
            step.plan_id == Some(plan.id) && (step.status.open() || step.status == StepStatus::Done)
        })
    };
    let on_time = kept(steps(), today);
    Progress {
        day: Some((today - plan.starts_on).num_days() + 1),
        steps: steps().count(),
        done: steps().filter(|step| step.status == StepStatus::Done).count(),
        late: steps().filter(|step| late(step, today)).count(),
        completion: share(on_time),
        on_time,
        promises_kept: share(promises(records, today)),
    }
}

/// Promises of the running cycle kept by their first day, of those done or due before today.
#[must_use]
pub fn promises(records: &Records, today: NaiveDate) -> (usize, usize) {
    let running = records.plan.as_ref().filter(|plan| plan.starts_on <= today);
    let steps = records.steps.iter().filter(|step| {
        running.is_some_and(|plan| step.plan_id == Some(plan.id))
            && step.kind == StepKind::Promise
            && (step.status.open() || step.status == StepStatus::Done)
    });
    kept(steps, today)
}

/// Open, and its day is over.
#[must_use]
pub fn late(step: &Step, today: NaiveDate) -> bool {
    step.status.open() && step.due_on.is_some_and(|due| due < today)
}

/// The next dated step: the nearest one still ahead (today counts), else the one whose day passed
/// last.
#[must_use]
pub fn next_step(records: &Records, today: NaiveDate) -> Option<NextStep> {
    let dated = || {
        records
            .steps
            .iter()
            .filter(|step| step.status.open())
            .filter_map(|step| step.due_on.map(|due| (due, step)))
    };
    let ahead = dated()
        .filter(|(due, _)| *due >= today)
        .min_by(|(a, one), (b, two)| (a, &one.at_time, one.id).cmp(&(b, &two.at_time, two.id)));
    let (due_on, step) = ahead.or_else(|| dated().max_by_key(|(due, step)| (*due, -step.id.0)))?;
    Some(NextStep { step: step.id, due_on, title: step.title.clone() })
}

/// Steps done by their first promised day, of those done or due before today. Moving a step does
/// not move its first day; a step done without ever having had a day counts as done in time.
fn kept<'a>(steps: impl Iterator<Item = &'a Step>, today: NaiveDate) -> (usize, usize) {
    let (mut kept, mut due) = (0, 0);
    for in_time in steps.filter_map(|step| in_time(step, today)) {
        due += 1;
        kept += usize::from(in_time);
    }
    (kept, due)
}

/// Whether a step was done by its first day; none: it is not due yet.
#[must_use]
pub fn in_time(step: &Step, today: NaiveDate) -> Option<bool> {
    let first = step.first_due_on.or(step.due_on);
    if step.status == StepStatus::Done {
        return Some(match (first, step.done_on) {
            (None, _) => true,
            (Some(first), Some(done)) => done <= first,
            (Some(_), None) => false,
        });
    }
    first.is_some_and(|first| first < today).then_some(false)
}

fn share((part, whole): (usize, usize)) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::cell::Id;
    use crate::domain::plan::cycle::Plan;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn today() -> NaiveDate {
        day("2026-11-22")
    }

    fn step(id: i64, due: &str, status: StepStatus, done: &str) -> Step {
        let mut step = Step::titled("do it", due.parse().ok(), day("2026-10-20"));
        step.id = Id(id);
        step.plan_id = Some(Id(9));
        step.status = status;
        step.done_on = done.parse().ok();
        step
    }

    fn records(steps: Vec<Step>) -> Records {
        let mut records = Records::bare(Account::named("Contoso", day("2021-01-01")));
        records.plan = Some(Plan {
            id: Id(9),
            account_id: Id(1),
            starts_on: day("2026-10-20"),
            ended_on: None,
        });
        records.steps = steps;
        records
    }

    #[test]
    fn completion_counts_the_first_day_and_what_is_due() {
        use StepStatus::{Done, Dropped, Old, Open};
        let mut moved = step(5, "2026-12-01", Open, "");
        moved.first_due_on = Some(day("2026-11-10"));
        let mut loose = step(9, "2026-11-01", Open, "");
        loose.plan_id = None;
        let records = records(vec![
            step(1, "2026-11-01", Done, "2026-11-01"), // in time
            step(2, "2026-11-01", Done, "2026-11-02"), // done, a day late
            step(3, "2026-12-24", Done, "2026-11-20"), // done ahead of its day: counts
            step(4, "2026-11-16", Open, ""),           // late
            moved,                                     // first day passed, no longer late
            step(6, "2026-11-22", Open, ""),           // due today: not yet
            step(7, "2026-11-01", Dropped, ""),
            step(8, "2020-11-01", Old, ""),
            loose,
        ]);
        let found = progress(&records, today());
        assert_eq!(found.day, Some(34));
        assert_eq!((found.steps, found.done, found.late), (6, 3, 1));
        assert_eq!(found.on_time, (2, 5));
        assert_eq!(found.completion, Some(0.4));
        assert_eq!(found.promises_kept, None);
    }

    #[test]
    fn promises_are_counted_alike() {
        let mut kept = step(1, "2026-11-01", StepStatus::Done, "2026-10-30");
        kept.kind = StepKind::Promise;
        let mut broken = step(2, "2026-11-18", StepStatus::Open, "");
        broken.kind = StepKind::Promise;
        let records =
            records(vec![kept, broken, step(3, "2026-11-18", StepStatus::Done, "2026-11-18")]);
        let found = progress(&records, today());
        assert_eq!(found.promises_kept, Some(0.5));
        assert_eq!(found.on_time, (2, 3));
    }

    #[test]
    fn nothing_due_is_no_completion_and_no_cycle_is_nothing() {
        let mut records = records(vec![step(1, "2026-11-22", StepStatus::Open, "")]);
        assert_eq!(progress(&records, today()).completion, None);
        assert_eq!(progress(&records, day("2026-10-20")).day, Some(1));
        assert_eq!(progress(&records, day("2026-10-19")), Progress::default());
        records.plan = None;
        assert_eq!(progress(&records, today()), Progress::default());
    }

    #[test]
    fn the_next_step_is_ahead_else_the_last_that_passed() {
        let mut all = records(vec![
            step(1, "2026-11-01", StepStatus::Open, ""),
            step(2, "2026-11-24", StepStatus::Doing, ""),
            step(3, "2026-11-22", StepStatus::Done, "2026-11-20"),
            step(4, "2026-11-30", StepStatus::Open, ""),
            step(5, "2026-11-10", StepStatus::Open, ""),
        ]);
        let next = |records: &Records| next_step(records, today()).map(|next| next.step.0);
        assert_eq!(next(&all), Some(2));
        all.steps.retain(|step| step.due_on < Some(today()));
        assert_eq!(next(&all), Some(5));
        all.steps.clear();
        assert_eq!(next(&all), None);
    }
}
