//! The reviews of the demo book that are over.

use super::asset;
use super::scribe::Scribe;
use crate::domain::account;
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::plan::step;
use crate::domain::review::commitment::{self, Commitment};
use crate::domain::review::visit::{self, Visit};
use crate::domain::review::{self, Review};
use crate::error::{Error, Kind, Result};

/// Writes a review that was closed on the day it was opened. The accounts and steps it names are
/// written before it.
///
/// # Errors
/// It names an account or a step that is not there.
pub fn write(scribe: &mut Scribe, from: asset::Review) -> Result<()> {
    let review_id = scribe.id();
    let opened_on = scribe.on(from.opened);
    scribe.add(review::Change::Added(Review {
        id: review_id,
        opened_on,
        closed_on: Some(opened_on),
        steps_before: 0,
        everybody: false,
        minutes: Some(from.minutes),
    }));
    for (place, (name, why, result)) in (1..).zip(from.visits) {
        let account_id = account(scribe, &name)?;
        let id = scribe.id();
        let result = Some(result.0);
        let (score, seconds) = (None, 30);
        let visit =
            Visit { id, review_id, account_id, place, queued: true, why, score, result, seconds };
        scribe.add(visit::Change::Added(visit));
    }
    for (place, (name, title)) in (1..).zip(from.promised) {
        let account = account(scribe, &name)?;
        let step = step(scribe, account, &title)?;
        let id = scribe.id();
        scribe.add(commitment::Change::Added(Commitment {
            id,
            review_id,
            place,
            account_id: Some(account),
            step_id: Some(step),
            text: title,
        }));
    }
    Ok(())
}

fn account(scribe: &Scribe, name: &str) -> Result<Id> {
    let found = scribe.changes.iter().find_map(|change| match change {
        Change::Account(account::Change::Added(one)) if one.name == name => Some(one.id),
        _ => None,
    });
    found.ok_or_else(|| missing(name))
}

fn step(scribe: &Scribe, account: Id, title: &str) -> Result<Id> {
    let found = scribe.changes.iter().find_map(|change| match change {
        Change::Step(step::Change::Added(one))
            if one.account_id == Some(account) && one.title == title =>
        {
            Some(one.id)
        }
        _ => None,
    });
    found.ok_or_else(|| missing(title))
}

fn missing(what: &str) -> Error {
    let says = format!("a review of the demo book names “{what}”, which is not in it");
    Error::new(Kind::Book, says)
}
