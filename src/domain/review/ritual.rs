//! A review as it stands: the one that runs with its accounts, the one before it with what became
//! of its promises, and who would be in the next one.

use super::Review;
use super::commitment::Commitment;
use super::pace::{Pace, pace};
use super::queue::Queued;
use super::since::Since;
use super::visit::Visit;
use crate::domain::cell::Id;
use crate::domain::day::{day, shift};
use crate::domain::plan::step::{Step, StepStatus};
use crate::domain::word::words;
use chrono::NaiveDate;

/// Days from one review to the next.
pub const EVERY: i64 = 7;

words! {
    /// What became of a promise of the last review.
    Outcome {
        Done = "done", Open = "open", Late = "late", Dropped = "dropped",
        /// Mere words, or its step was removed: only you can tell.
        Unknown = "no step",
    }
}

/// A promise of the last review with what became of it.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Kept {
    pub commitment: Commitment,
    pub outcome: Outcome,
    /// The day of its step.
    pub due_on: Option<NaiveDate>,
    /// `done 20 Nov`, `late since 18 Nov`, `open, due Fri 27 Nov`.
    pub says: String,
}

/// What became of a promise; `step` is what it was to be done by, where that is still there.
#[must_use]
pub fn kept(commitment: Commitment, step: Option<&Step>, today: NaiveDate) -> Kept {
    let due_on = step.and_then(|step| step.due_on);
    let when = |word: &str, on: Option<NaiveDate>| {
        on.map_or_else(|| word.to_owned(), |on| format!("{word} {}", day(on, today)))
    };
    let (outcome, says) = match step {
        None => (Outcome::Unknown, "no step: did it happen?".to_owned()),
        Some(step) => match step.status {
            StepStatus::Done => (Outcome::Done, when("done", step.done_on)),
            StepStatus::Dropped => (Outcome::Dropped, "dropped".to_owned()),
            _ if due_on.is_some_and(|due| due < today) => {
                (Outcome::Late, when("late since", due_on))
            }
            _ => (Outcome::Open, due_on.map_or("open".to_owned(), |_| when("open, due", due_on))),
        },
    };
    Kept { commitment, outcome, due_on, says }
}

/// The review before.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Last {
    pub review: Review,
    pub commitments: Vec<Kept>,
}

/// All that is told of the reviews without going through the whole book, but for the queue.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Ritual {
    pub today: NaiveDate,
    /// The running one.
    pub review: Option<Review>,
    /// Of the running one, in its order: first those that are looked at by themselves.
    pub visits: Vec<Visit>,
    /// From when on something is news, of the accounts that are looked at in the running one.
    pub since: Vec<(Id, Since)>,
    /// What was promised so far in the running one, by place.
    pub commitments: Vec<Commitment>,
    /// The newest closed one.
    pub last: Option<Last>,
    /// The closed ones, newest first, with their minutes.
    pub closed: Vec<Review>,
    /// Who would be in a review that began now; empty while one runs.
    pub queue: Vec<Queued>,
    /// Who would not, and is on one screen.
    pub rest: Vec<Queued>,
    /// The highest number of a step.
    pub steps: i64,
    /// The whole book gone through, once somebody asked for it.
    pub survey: Option<super::survey::Survey>,
}

impl Ritual {
    /// The accounts that are looked at by themselves, in their order.
    pub fn queued(&self) -> impl Iterator<Item = &Visit> {
        self.visits.iter().filter(|visit| visit.queued)
    }

    /// The unchanged rest.
    pub fn unchanged(&self) -> impl Iterator<Item = &Visit> {
        self.visits.iter().filter(|visit| !visit.queued)
    }

    /// An account's visit in the running review.
    #[must_use]
    pub fn visit(&self, account: Id) -> Option<&Visit> {
        self.visits.iter().find(|visit| visit.account_id == account)
    }

    /// From when on something is news at an account of the running review.
    #[must_use]
    pub fn since(&self, account: Id) -> Option<&Since> {
        self.since.iter().find(|(one, _)| *one == account).map(|(_, since)| since)
    }

    /// The first account not looked at yet.
    #[must_use]
    pub fn next(&self) -> Option<&Visit> {
        self.queued().find(|visit| visit.result.is_none())
    }

    /// How far it is and how long it takes.
    #[must_use]
    pub fn pace(&self) -> Pace {
        pace(self.visits.iter().filter(|visit| visit.queued))
    }

    /// When the next review is to be: a week after the last.
    #[must_use]
    pub fn next_on(&self) -> Option<NaiveDate> {
        self.last.as_ref().map(|last| shift(last.review.opened_on, EVERY))
    }
}

/// The visits in the order of the review: those that are looked at by themselves first.
pub fn order(visits: &mut [Visit]) {
    visits.sort_by_key(|visit| (!visit.queued, visit.place, visit.id));
}

#[cfg(test)]
mod tests;
