//! Detractors and bad talks, and what closed them: only a later talk with that person that went
//! well enough, or the user by hand with a reason. Source: this project's own decision.

use super::Answer;
use super::closing::Closing;
use crate::domain::cell::Id;
use crate::domain::contact::Contact;
use crate::domain::map::{DETRACTOR, latest_nps, vote};
use crate::domain::records::{Records, TalkFact};
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::signal::Signal;
use crate::domain::word::words;
use chrono::NaiveDate;

/// The codes under which both are told, and closed by hand.
pub(crate) const DETRACTED: &str = "open-detractor";
pub(crate) const UPSET: &str = "upset";

words! {
    ComplaintKind { Detractor = "detractor", BadTalk = "bad talk", }
}

/// What ended a complaint.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Closed {
    pub on_date: NaiveDate,
    /// Table and number of the talk, or of the closing by hand.
    pub record: (&'static str, Id),
    /// The user's, where closed by hand.
    pub reason: Option<String>,
}

/// A detractor's answer.
#[derive(Clone, Debug)]
pub(crate) struct Detractor<'a> {
    /// None: anonymous.
    pub(crate) contact: Option<&'a Contact>,
    pub(crate) answer: &'a Answer,
    pub(crate) closed: Option<Closed>,
}

/// A talk in a mood under zero.
#[derive(Clone, Debug)]
pub(crate) struct BadTalk<'a> {
    pub(crate) talk: &'a TalkFact,
    pub(crate) closed: Option<Closed>,
}

/// One complaint, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Complaint {
    pub kind: ComplaintKind,
    /// Table and number of the answer or the talk.
    pub record: (&'static str, Id),
    pub on_date: NaiveDate,
    /// 0-6 of an answer, −1 or −2 of a talk.
    pub figure: i64,
    /// Who said it; empty: nobody is named.
    pub names: Vec<String>,
    pub why: Option<String>,
    pub closed: Option<Closed>,
}

/// A better talk after a day: with one of these people, or with anybody where nobody is named.
fn mended(records: &Records, people: &[Id], after: NaiveDate, today: NaiveDate) -> Option<Closed> {
    records
        .talks
        .iter()
        .filter(|talk| after < talk.on_date && talk.on_date <= today)
        .filter(|talk| talk.mood.is_some_and(|mood| mood >= 0))
        .filter(|talk| people.is_empty() || talk.people.iter().any(|id| people.contains(id)))
        .min_by_key(|talk| (talk.on_date, talk.id))
        .map(|talk| Closed { on_date: talk.on_date, record: ("talk", talk.id), reason: None })
}

/// Closed by hand on the day or later. `whose` says of a closing's contact whether it is meant.
fn by_hand(
    records: &Records,
    code: &str,
    on: NaiveDate,
    today: NaiveDate,
    whose: impl Fn(Option<Id>) -> bool,
) -> Option<Closed> {
    records
        .closings
        .iter()
        .filter(|one| one.code == code && (on..=today).contains(&one.on_date))
        .filter(|one| whose(one.contact_id))
        .min_by_key(|one| (one.on_date, one.id))
        .map(|one| Closed {
            on_date: one.on_date,
            record: ("closing", one.id),
            reason: Some(one.reason.clone()),
        })
}

/// The first of two ends.
fn sooner(talk: Option<Closed>, hand: Option<Closed>) -> Option<Closed> {
    [talk, hand].into_iter().flatten().min_by_key(|one| one.on_date)
}

/// The detractors among the answers that count, the worst first. Nobody can talk with a person
/// who is not named: an anonymous answer is closed by hand alone.
pub(crate) fn detractors<'a>(
    records: &'a Records,
    rules: &Rules,
    today: NaiveDate,
) -> Vec<Detractor<'a>> {
    let mut all: Vec<Detractor<'a>> = latest_nps(records, rules, today, today)
        .into_iter()
        .filter(|(_, answer)| vote(answer.points) == DETRACTOR)
        .map(|(contact, answer)| {
            let who = contact.map(|contact| contact.id);
            let talked = who.and_then(|who| mended(records, &[who], answer.on_date, today));
            let hand = by_hand(records, DETRACTED, answer.on_date, today, |meant| meant == who);
            Detractor { contact, answer, closed: sooner(talked, hand) }
        })
        .collect();
    all.sort_by_key(|one| (one.answer.points, one.answer.on_date, one.answer.id));
    all
}

/// The talks in a mood of −1 or worse, newest first. Those who left since cannot be talked with:
/// where nobody of a talk is left, a better talk with anybody ends it.
pub(crate) fn bad_talks(records: &Records, today: NaiveDate) -> Vec<BadTalk<'_>> {
    let here = |id: &&Id| records.contacts.iter().any(|one| one.id == **id && one.active_on(today));
    records
        .talks
        .iter()
        .filter(|talk| talk.on_date <= today && talk.mood.is_some_and(|mood| mood <= -1))
        .map(|talk| {
            let people: Vec<Id> = talk.people.iter().filter(here).copied().collect();
            let talked = mended(records, &people, talk.on_date, today);
            let hand = by_hand(records, UPSET, talk.on_date, today, |meant| {
                meant.is_none_or(|one| talk.people.contains(&one))
            });
            BadTalk { talk, closed: sooner(talked, hand) }
        })
        .collect()
}

/// Open bad talks that make an upset, newest first.
#[derive(Clone, Debug)]
pub(crate) struct Upset<'a> {
    /// The one to tell of.
    pub(crate) worst: &'a TalkFact,
    pub(crate) since: NaiveDate,
    pub(crate) newest: NaiveDate,
}

/// One open talk at −2, or two at −1 or worse close to each other.
pub(crate) fn upset<'a>(
    records: &'a Records,
    rules: &Rules,
    today: NaiveDate,
) -> Option<Upset<'a>> {
    let bad: Vec<&TalkFact> = bad_talks(records, today)
        .into_iter()
        .filter(|one| one.closed.is_none())
        .map(|one| one.talk)
        .collect();
    let angry = bad.iter().find(|talk| talk.mood.is_some_and(|mood| mood <= -2)).copied();
    let near = rules.days(Limit::UpsetDays);
    let twice = bad.windows(2).find_map(|pair| match pair {
        [newer, older] if (newer.on_date - older.on_date).num_days() <= near => {
            Some((*newer, *older))
        }
        _ => None,
    });
    let worst = angry.or(twice.map(|(newer, _)| newer))?;
    let first = angry.into_iter().chain(twice.map(|(_, older)| older));
    Some(Upset {
        worst,
        since: first.map(|talk| talk.on_date).min()?,
        newest: bad.first()?.on_date,
    })
}

/// All of them, the newest first, closed ones with what closed them.
#[must_use]
pub fn complaints(records: &Records, rules: &Rules, today: NaiveDate) -> Vec<Complaint> {
    let name =
        |id: &Id| records.contacts.iter().find(|one| one.id == *id).map(|one| one.name.clone());
    let answered = detractors(records, rules, today).into_iter().map(|one| Complaint {
        kind: ComplaintKind::Detractor,
        record: ("answer", one.answer.id),
        on_date: one.answer.on_date,
        figure: one.answer.points,
        names: one.contact.map(|contact| contact.name.clone()).into_iter().collect(),
        why: one.answer.why.clone(),
        closed: one.closed,
    });
    let talked = bad_talks(records, today).into_iter().map(|one| Complaint {
        kind: ComplaintKind::BadTalk,
        record: ("talk", one.talk.id),
        on_date: one.talk.on_date,
        figure: one.talk.mood.unwrap_or_default(),
        names: one.talk.people.iter().filter_map(name).collect(),
        why: None,
        closed: one.closed,
    });
    let mut all: Vec<Complaint> = answered.chain(talked).collect();
    all.sort_by_key(|one| std::cmp::Reverse((one.on_date, one.record)));
    all
}

/// What closes a signal by hand: a detractor's answer, or an upset. None for what only its own
/// evidence ends.
#[must_use]
pub fn closing(
    signal: &Signal,
    records: &Records,
    reason: &str,
    today: NaiveDate,
) -> Option<Closing> {
    if !can_be_closed(signal.code) {
        return None;
    }
    let contact_id = match signal.about {
        Some(("contact", contact)) => Some(contact),
        Some(("talk", talk)) => {
            let talk = records.talks.iter().find(|one| one.id == talk);
            match talk.map(|talk| talk.people.as_slice()) {
                Some([one]) => Some(*one),
                _ => None,
            }
        }
        _ => None,
    };
    Some(Closing {
        id: Id(0),
        account_id: records.account.id,
        contact_id,
        code: signal.code.to_owned(),
        on_date: today,
        reason: reason.to_owned(),
    })
}

/// Whether the user may close a signal by hand, with a reason.
#[must_use]
pub fn can_be_closed(code: &str) -> bool {
    matches!(code, DETRACTED | UPSET)
}

#[cfg(test)]
mod tests;
