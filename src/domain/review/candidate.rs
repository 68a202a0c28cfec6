//! What could be promised for next week: the open steps of mine up to the end of it.

use crate::domain::cell::Id;
use crate::domain::day::{shift, weekday};
use crate::domain::plan::step::{Step, StepKind, StepOwner};
use crate::domain::standing::Group;
use chrono::{Datelike, NaiveDate};

/// One step that could be among the three.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Candidate {
    pub account: Id,
    pub name: String,
    pub group: Group,
    pub step: Id,
    pub kind: StepKind,
    pub title: String,
    pub due_on: NaiveDate,
    /// Written in this review.
    pub new: bool,
    /// `Contoso: Call K. Ott, Tue 24 Nov`, as it will stand in the minutes.
    pub text: String,
}

/// Sunday of the week after the one that a day lies in.
#[must_use]
pub fn until(today: NaiveDate) -> NaiveDate {
    let to_sunday = 6 - i64::from(today.weekday().num_days_from_monday());
    shift(today, to_sunday + 7)
}

/// A step of an account, where it could be promised.
#[must_use]
pub fn candidate(
    step: &Step,
    (account, name): (Id, &str),
    group: Group,
    steps_before: Option<i64>,
    today: NaiveDate,
) -> Option<Candidate> {
    let due_on = step.due_on.filter(|due| *due <= until(today))?;
    (step.status.open() && step.owner == StepOwner::Me).then(|| Candidate {
        account,
        name: name.to_owned(),
        group,
        step: step.id,
        kind: step.kind,
        title: step.title.clone(),
        due_on,
        new: steps_before.is_some_and(|before| step.id.0 > before),
        text: format!("{name}: {}, {}", step.title, weekday(due_on, today)),
    })
}

/// What was written in the review first, then promises and meetings, then by group and day.
pub(super) fn sort(all: &mut [Candidate]) {
    let given = |one: &Candidate| !matches!(one.kind, StepKind::Promise | StepKind::Meeting);
    all.sort_by(|one, two| {
        (!one.new, given(one), one.group, one.due_on, &one.name, one.step).cmp(&(
            !two.new,
            given(two),
            two.group,
            two.due_on,
            &two.name,
            two.step,
        ))
    });
}
