//! What is left over from last week: late steps, meetings that are past and have no outcome, what
//! others were to do.

use crate::domain::cell::Id;
use crate::domain::day::{day, days_between};
use crate::domain::plan::progress::late;
use crate::domain::plan::step::{Step, StepKind, StepOwner};
use chrono::NaiveDate;

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct LooseEnd {
    /// None: no account claims it.
    pub account: Option<Id>,
    pub name: String,
    pub step: Id,
    pub kind: StepKind,
    pub title: String,
    pub due_on: NaiveDate,
    /// Who is to do it, where that is not you.
    pub owner: Option<String>,
    /// `4 d late, due 18 Nov`.
    pub says: String,
}

/// All of them, in the order in which they are closed.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Loose {
    /// Promises of ours that are late, the oldest first.
    pub promises: Vec<LooseEnd>,
    /// Meetings whose day is over and that were neither held nor missed.
    pub meetings: Vec<LooseEnd>,
    /// Other steps of mine that are late.
    pub late: Vec<LooseEnd>,
    /// What colleagues and clients are late with.
    pub waiting: Vec<LooseEnd>,
}

impl Loose {
    /// Takes a step where it is left over.
    pub fn add(&mut self, step: &Step, account: Option<(Id, &str)>, today: NaiveDate) {
        let Some(due_on) = step.due_on.filter(|_| late(step, today)) else { return };
        let owner = (step.owner != StepOwner::Me)
            .then(|| step.owner_name.clone().unwrap_or_else(|| step.owner.to_string()));
        let end = LooseEnd {
            account: account.map(|(id, _)| id),
            name: account.map_or_else(String::new, |(_, name)| name.to_owned()),
            step: step.id,
            kind: step.kind,
            title: step.title.clone(),
            due_on,
            owner,
            says: format!("{} d late, due {}", days_between(due_on, today), day(due_on, today)),
        };
        let list = match (step.kind, step.owner) {
            (StepKind::Meeting, _) => &mut self.meetings,
            (StepKind::Promise, StepOwner::Me | StepOwner::Colleague) => &mut self.promises,
            (_, StepOwner::Me) => &mut self.late,
            _ => &mut self.waiting,
        };
        list.push(end);
    }

    /// Each list by its days.
    pub(super) fn sort(&mut self) {
        for list in [&mut self.promises, &mut self.meetings, &mut self.late, &mut self.waiting] {
            list.sort_by(|one, two| {
                (one.due_on, &one.name, one.step).cmp(&(two.due_on, &two.name, two.step))
            });
        }
    }
}
