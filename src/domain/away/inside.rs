//! What falls into an absence, and what becomes of it: done before or after it, done by a
//! colleague. Steps, promises and meetings get another day or another owner; the last days of a
//! contract cannot be moved, so that a step is planned for them.

use super::{Span, on};
use crate::domain::agenda::{Agenda, Due, What};
use crate::domain::cell::Id;
use crate::domain::change::{Change, Expected};
use crate::domain::day::{day_ahead, shift, worked_after, worked_before};
use crate::domain::plan::step::{self, Step, StepOwner};
use crate::domain::record::Record;
use chrono::NaiveDate;

/// What becomes of one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Fate {
    #[default]
    Stays,
    Before,
    After,
    /// By whom; none: a colleague who is not named.
    Covered(Option<String>),
}

/// The days around an absence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Around {
    /// The last working day before it; none: it has begun, or there is none left.
    pub before: Option<NaiveDate>,
    /// The first working day after it.
    pub after: NaiveDate,
}

impl Around {
    /// On none of these days is the user away for another reason.
    #[must_use]
    pub fn of((from, to): Span, away: &[Span], today: NaiveDate) -> Self {
        let mut before = worked_before(shift(from, -1));
        while before >= today && on(before, away) {
            before = worked_before(shift(before, -1));
        }
        let mut after = worked_after(shift(to, 1));
        while after < NaiveDate::MAX && on(after, away) {
            after = worked_after(shift(after, 1));
        }
        Self { before: (before >= today).then_some(before), after }
    }
}

/// What the user is to do within the absence, or has to know of: own steps, promises and meetings,
/// and the last days of contracts for which no step is planned yet.
#[must_use]
pub fn inside(agenda: &Agenda, (from, to): Span) -> Vec<Due> {
    let mine = || agenda.days.iter().flat_map(|day| &day.dues);
    let others = || agenda.others.iter().flat_map(|other| &other.dues);
    let planned = |due: &Due| {
        let title = title(due, agenda.today);
        let same = |one: &Due| one.account == due.account && one.text.starts_with(&title);
        mine().chain(&agenda.late).chain(others()).any(same)
    };
    let counts = |due: &&Due| match due.what {
        What::Notice | What::End => !planned(due),
        what => what.is_work() && step_of(due).is_some(),
    };
    mine().filter(|due| (from..=to).contains(&due.on)).filter(counts).cloned().collect()
}

/// The step that it is.
#[must_use]
pub fn step_of(due: &Due) -> Option<Id> {
    due.about.filter(|(table, _)| *table == Step::TABLE).map(|(_, id)| id)
}

/// A fact has its day, whoever is away.
#[must_use]
pub const fn is_fixed(due: &Due) -> bool {
    matches!(due.what, What::Notice | What::End)
}

/// What a step for a last day is called.
fn title(due: &Due, today: NaiveDate) -> String {
    let day = day_ahead(due.on, today);
    match due.what {
        What::Notice => format!("Decide on the notice: its last day is {day}"),
        _ => format!("Settle what follows the contract: it ends {day}"),
    }
}

/// The change that makes it so of a thing with its step, and what it expects to find; none: it stays as it is. A step that
/// comes in is named by this number.
#[must_use]
pub fn becomes(
    (due, step): (&Due, Option<&Step>),
    fate: &Fate,
    around: Around,
    (number, today): (Id, NaiveDate),
) -> Option<(Change, Vec<Expected>)> {
    if is_fixed(due) {
        let mut step = Step::titled(&title(due, today), Some(due.on), today);
        step.id = number;
        step.account_id = due.account;
        match fate {
            Fate::Before => step.due_on = Some(around.before?),
            Fate::Covered(name) => cover(&mut step, name.as_deref()),
            Fate::Stays | Fate::After => return None,
        }
        step.first_due_on = step.due_on;
        return Some((step::Change::Added(step).into(), Vec::new()));
    }
    let old = step?;
    let mut new = old.clone();
    match fate {
        Fate::Stays => return None,
        Fate::Before => new.due_on = Some(around.before?),
        Fate::After => new.due_on = Some(around.after),
        Fate::Covered(name) => cover(&mut new, name.as_deref()),
    }
    new.first_due_on = old.first_due_on.or(old.due_on);
    let fields = new.fields_changed_from(old);
    let expected = old.expects(&fields);
    (!fields.is_empty()).then(|| (step::Change::Edited { id: old.id, fields }.into(), expected))
}

fn cover(step: &mut Step, name: Option<&str>) {
    step.owner = StepOwner::Colleague;
    step.owner_name = name.map(str::to_owned);
}

#[cfg(test)]
mod tests;
