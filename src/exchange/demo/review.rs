//! The reviews of the demo book that are over.

use super::asset;
use super::scribe::Scribe;
use crate::domain::account;
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::plan::step;
use crate::domain::review::commitment::{self, Commitment};
use crate::domain::review::minutes::{Minuted, Noted, minutes};
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
    let mut names = Vec::new();
    let mut visits = Vec::new();
    for (place, (name, why, result)) in (1..).zip(from.visits) {
        let account_id = account(scribe, &name)?;
        names.push((account_id, name));
        let (id, result) = (scribe.id(), Some(result.0));
        let (queued, score, seconds) = (true, None, 30);
        visits.push(Visit {
            id,
            review_id,
            account_id,
            place,
            queued,
            why,
            score,
            result,
            seconds,
        });
    }
    let mut commitments = Vec::new();
    for (place, (name, title)) in (1..).zip(from.promised) {
        let account = account(scribe, &name)?;
        let step = step(scribe, account, &title)?;
        let (id, text) = (scribe.id(), format!("{name}: {title}"));
        let (account_id, step_id) = (Some(account), Some(step));
        commitments.push(Commitment { id, review_id, place, account_id, step_id, text });
    }
    let mut noted = Vec::new();
    for (name, lines) in from.noted {
        noted.push(Noted { account: account(scribe, &name)?, name, lines });
    }
    let mut review = Review {
        id: review_id,
        opened_on,
        closed_on: Some(opened_on),
        steps_before: 0,
        everybody: false,
        minutes: None,
    };
    let text = minutes(&Minuted {
        review: &review,
        visits: &visits,
        last: &[],
        commitments: &commitments,
        noted: &noted,
        names: &names,
    });
    review.minutes = Some(text);
    scribe.add(review::Change::Added(review));
    for visit in visits {
        scribe.add(visit::Change::Added(visit));
    }
    for one in commitments {
        scribe.add(commitment::Change::Added(one));
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
