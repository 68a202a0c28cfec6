//! What is done in a review, as changes of the book: each is one commit and one undo.

use super::commitment::{self, Commitment};
use super::queue::Queued;
use super::visit::{self, Visit, VisitResult};
use super::{Change as ReviewChange, Field as ReviewField, Review};
use crate::domain::account;
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::signal::rest;
use crate::domain::standing::Standing;
use chrono::NaiveDate;

/// Promises that a review ends with at most.
pub const MOST: usize = 3;

/// An account that is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    pub records: &'a Records,
    pub standing: &'a Standing,
    pub rules: &'a Rules,
    pub today: NaiveDate,
}

/// A review begins; `steps_before` is the highest number of a step.
#[must_use]
pub fn begin(
    queue: &[Queued],
    rest: &[Queued],
    everybody: bool,
    steps_before: i64,
    today: NaiveDate,
) -> Vec<Change> {
    let review = Review {
        id: Id(-1),
        opened_on: today,
        closed_on: None,
        steps_before,
        everybody,
        minutes: None,
    };
    let visit = |(place, (one, queued)): (i64, (&Queued, bool))| {
        visit::Change::Added(Visit {
            id: Id(0),
            review_id: Id(-1),
            account_id: one.account,
            place,
            queued,
            why: one.why.clone(),
            score: None,
            result: None,
            seconds: 0,
        })
    };
    let looked = queue.iter().map(|one| (one, true));
    let all = looked.chain(rest.iter().map(|one| (one, everybody)));
    let visits = (1..).zip(all).map(visit).map(Change::from);
    std::iter::once(ReviewChange::Added(review).into()).chain(visits).collect()
}

/// How a visit is left, and how much longer it was looked at.
fn left(visit: &Visit, result: VisitResult, score: Option<f64>, seconds: i64) -> Option<Change> {
    let now = Visit {
        result: Some(result),
        score,
        seconds: visit.seconds.saturating_add(seconds.max(0)),
        ..visit.clone()
    };
    let fields = now.fields_changed_from(visit);
    (!fields.is_empty()).then(|| visit::Change::Edited { id: visit.id, fields }.into())
}

/// The own review of the account was made today.
fn reviewed(look: &Look<'_>) -> Option<Change> {
    let account = &look.records.account;
    let fields = vec![account::Field::ReviewedOn(Some(look.today))];
    (account.reviewed_on != Some(look.today))
        .then(|| account::Change::Edited { id: account.id, fields }.into())
}

/// Fine: what is shown rests unless it worsens, and the account was reviewed. What was decided
/// about it before stays decided.
#[must_use]
pub fn fine(look: &Look<'_>, visit: &Visit, seconds: i64) -> Vec<Change> {
    let result = match visit.result {
        Some(VisitResult::Decided) => VisitResult::Decided,
        _ => VisitResult::Fine,
    };
    let mut changes = rest::fine(look.records, look.standing, look.rules, look.today);
    changes.extend(reviewed(look));
    changes.extend(left(visit, result, look.standing.score.value, seconds));
    changes
}

/// Beside the changes of what was decided: the account was reviewed.
#[must_use]
pub fn decided(look: &Look<'_>, visit: &Visit, seconds: i64) -> Vec<Change> {
    let score = look.standing.score.value;
    let left = left(visit, VisitResult::Decided, score, seconds);
    reviewed(look).into_iter().chain(left).collect()
}

/// Later: what is shown rests until a day. The account was not reviewed, so the next review has it
/// again.
#[must_use]
pub fn later(look: &Look<'_>, visit: &Visit, until: NaiveDate, seconds: i64) -> Vec<Change> {
    let Look { records, standing, rules, today } = *look;
    let mut changes = rest::shown_until(records, standing, rules, today, until);
    changes.extend(left(visit, VisitResult::Later, standing.score.value, seconds));
    changes
}

/// Passed over; one that was left otherwise before stays so, and only its time is counted.
#[must_use]
pub fn skip(visit: &Visit, score: Option<f64>, seconds: i64) -> Option<Change> {
    let score = visit.result.map_or(score, |_| visit.score);
    left(visit, visit.result.unwrap_or(VisitResult::Skipped), score, seconds)
}

/// The unchanged rest is fine as it is. Nothing of it was reviewed: the intervals run on.
#[must_use]
pub fn rest_fine<'a>(visits: impl Iterator<Item = &'a Visit>) -> Vec<Change> {
    let rest = visits.filter(|visit| !visit.queued && visit.result.is_none());
    rest.filter_map(|visit| left(visit, VisitResult::Fine, visit.score, 0)).collect()
}

/// One of the rest is looked at by itself after all: it comes last. None: it is already.
#[must_use]
pub fn pick_out(visits: &[Visit], account: Id) -> Option<Change> {
    let visit = visits.iter().find(|visit| visit.account_id == account && !visit.queued)?;
    let last = visits.iter().map(|visit| visit.place).max().unwrap_or(0);
    let now = Visit { queued: true, place: last + 1, result: None, ..visit.clone() };
    let fields = now.fields_changed_from(visit);
    Some(visit::Change::Edited { id: visit.id, fields }.into())
}

/// One thing promised for next week, after those that are; none: there are three, or it is one of
/// them.
#[must_use]
pub fn promise(
    review: Id,
    held: &[Commitment],
    account_id: Option<Id>,
    step_id: Option<Id>,
    text: &str,
) -> Option<Change> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let same = |one: &Commitment| step_id.is_some() && one.step_id == step_id;
    if held.len() >= MOST || text.is_empty() || held.iter().any(same) {
        return None;
    }
    let free = (1..=3).find(|place| held.iter().all(|one| one.place != *place))?;
    let made = Commitment { id: Id(0), review_id: review, place: free, account_id, step_id, text };
    Some(commitment::Change::Added(made).into())
}

/// A promise taken back; those after it move up.
#[must_use]
pub fn release(held: &[Commitment], commitment: Id) -> Vec<Change> {
    let Some(gone) = held.iter().find(|one| one.id == commitment) else { return Vec::new() };
    let up = held.iter().filter(|one| one.place > gone.place).map(|one| {
        let fields = vec![commitment::Field::Place(one.place - 1)];
        commitment::Change::Edited { id: one.id, fields }.into()
    });
    std::iter::once(commitment::Change::Removed(commitment).into()).chain(up).collect()
}

/// The review is over; its minutes stay.
#[must_use]
pub fn close(review: &Review, minutes: String, today: NaiveDate) -> Vec<Change> {
    let fields = vec![ReviewField::ClosedOn(Some(today)), ReviewField::Minutes(Some(minutes))];
    vec![ReviewChange::Edited { id: review.id, fields }.into()]
}

#[cfg(test)]
mod tests;
