//! Who was asked, who answered, who stayed silent. Source: CustomerGauge's Account Success process
//! (half of those asked is wanted, seven of ten is the best there is).

use crate::domain::cell::Id;
use crate::domain::contact::{Contact, Level};
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::print::percent;
use chrono::NaiveDate;

/// Somebody who was asked and has not answered since: somebody to call.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Silent {
    pub contact: Id,
    pub name: String,
    pub level: Option<Level>,
    pub asked_on: NaiveDate,
    pub phone: Option<String>,
}

/// How many of those asked have answered.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Response {
    /// Contacts still there who were asked within half a year.
    pub asked: usize,
    /// Those with an answer on or after the day they were last asked.
    pub answered: usize,
    /// 0-1; none: nobody was asked.
    pub rate: Option<f64>,
    /// The share that is wanted, 0-1.
    pub wanted: f64,
    /// The best share that can be hoped for, 0-1.
    pub best: f64,
    pub last_asked_on: Option<NaiveDate>,
    /// Asked, answered and rate by level, decision makers first; last those without a level.
    pub levels: Vec<LevelResponse>,
    /// Decision makers first, then who waits longest.
    pub silent: Vec<Silent>,
    /// Anonymous answers since somebody was last asked: they may come from a silent one, but
    /// nobody can tell from whom.
    pub anonymous: usize,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct LevelResponse {
    pub level: Option<Level>,
    pub asked: usize,
    pub answered: usize,
    pub rate: Option<f64>,
}

/// The day on which a contact was last asked.
pub(crate) fn asked_on(records: &Records, contact: Id, today: NaiveDate) -> Option<NaiveDate> {
    let theirs = records.invitations.iter().filter(|one| one.contact_id == contact);
    theirs.map(|one| one.on_date).filter(|day| *day <= today).max()
}

fn answered_since(records: &Records, contact: Id, asked: NaiveDate, today: NaiveDate) -> bool {
    records.answers.iter().any(|answer| {
        answer.contact_id == Some(contact) && (asked..=today).contains(&answer.on_date)
    })
}

fn share(answered: usize, asked: usize) -> Option<f64> {
    (asked > 0).then(|| answered as f64 / asked as f64)
}

/// The response of the account on a day.
#[must_use]
pub fn response(records: &Records, rules: &Rules, today: NaiveDate) -> Response {
    let span = rules.days(Limit::SurveyEvery);
    let asked: Vec<(&Contact, NaiveDate, bool)> = records
        .contacts
        .iter()
        .filter(|contact| contact.active_on(today))
        .filter_map(|contact| Some((contact, asked_on(records, contact.id, today)?)))
        .filter(|(_, day)| (today - *day).num_days() <= span)
        .map(|(contact, day)| (contact, day, answered_since(records, contact.id, day, today)))
        .collect();
    let level = |level: Option<Level>| {
        let there = asked.iter().filter(|(contact, ..)| contact.level == level);
        let answered = there.clone().filter(|(.., answered)| *answered).count();
        let asked = there.count();
        LevelResponse { level, asked, answered, rate: share(answered, asked) }
    };
    let mut silent: Vec<Silent> = asked
        .iter()
        .filter(|(.., answered)| !answered)
        .map(|(contact, day, _)| Silent {
            contact: contact.id,
            name: contact.name.clone(),
            level: contact.level,
            asked_on: *day,
            phone: contact.mobile.clone().or_else(|| contact.phone.clone()),
        })
        .collect();
    silent.sort_by_key(|one| (one.level.is_none(), one.level, one.asked_on, one.contact));
    let last_asked_on = asked.iter().map(|(_, day, _)| *day).max();
    let anonymous = records
        .answers
        .iter()
        .filter(|answer| answer.contact_id.is_none() && answer.on_date <= today)
        .filter(|answer| last_asked_on.is_some_and(|asked| answer.on_date >= asked))
        .count();
    let answered = asked.len() - silent.len();
    let rate = share(answered, asked.len());
    let text = match rate {
        None => format!("nobody was asked within {span} d"),
        Some(rate) => {
            format!("{answered} of {} asked have answered ({})", asked.len(), percent(rate))
        }
    };
    Response {
        asked: asked.len(),
        answered,
        rate,
        wanted: rules.share(Limit::ResponseWanted),
        best: rules.share(Limit::ResponseBest),
        last_asked_on,
        levels: Level::ALL.iter().copied().map(Some).chain([None]).map(level).collect(),
        silent,
        anonymous,
        text,
    }
}

#[cfg(test)]
mod tests;
