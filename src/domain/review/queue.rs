//! Who is in a review: whose own review is due, who had an event since the last one, and who stands
//! in NOW or SOON. The others are the unchanged rest.

use super::event::{Event, changed};
use super::since::Since;
use crate::domain::account::{Account, Tier};
use crate::domain::away;
use crate::domain::cell::Id;
use crate::domain::day::{day, shift, weekday};
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::Band;
use crate::domain::standing::{Group, Ranked, Standing};
use crate::domain::word::words;
use chrono::NaiveDate;
use std::collections::HashMap;

words! {
    /// What brings an account into a review, the strongest first.
    Reason {
        Group = "group", Event = "event", Due = "due",
        /// Everybody is asked for.
        Everybody = "everybody",
    }
}

/// One account on its way into a review.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Queued {
    pub account: Id,
    pub name: String,
    pub tier: Option<Tier>,
    pub group: Group,
    /// Unrounded; none: nothing known.
    pub score: Option<f64>,
    /// None: too little known for a verdict.
    pub band: Option<Band>,
    /// In a few words, as `NOW champion · K. Ott answered 4 · review due 18 Nov`; of the unchanged
    /// rest how it stands: `reviewed 6 Nov, next by 5 Feb`.
    pub why: String,
    /// Empty: it belongs to the unchanged rest.
    pub reasons: Vec<Reason>,
    /// The day on which its own review is due.
    pub due_on: NaiveDate,
    /// What changed since its last review.
    pub events: Vec<Event>,
}

/// The day on which the own review of an account is due, days away left out; one that was never
/// reviewed has its first interval from the day it came into the book.
#[must_use]
pub fn due_on(account: &Account, rules: &Rules) -> NaiveDate {
    let from = account.reviewed_on.unwrap_or(account.created_on);
    away::reached(from, rules.review_every(account), &rules.away)
}

/// An account looked at for a review; none: it is not in the book.
#[must_use]
pub fn consider(
    records: &Records,
    standing: &Standing,
    ranked: &Ranked,
    since: &Since,
    rules: &Rules,
    today: NaiveDate,
) -> Option<Queued> {
    if !standing.in_book {
        return None;
    }
    let account = &records.account;
    let events = changed(records, standing, since, rules, today);
    let due_on = due_on(account, rules);
    let (mut reasons, mut words) = (Vec::new(), Vec::new());
    if matches!(ranked.group, Group::Now | Group::Soon) {
        // What leads SOON with a mark belongs to NOW and found no place there.
        let group = if ranked.pushed { Group::Now } else { ranked.group };
        reasons.push(Reason::Group);
        words.push(format!("{group} {}", ranked.why));
    }
    if let Some(event) = events.iter().find(|event| event.calls) {
        let more = events.iter().filter(|event| event.calls).count() - 1;
        let more = if more > 0 { format!(" +{more} more") } else { String::new() };
        reasons.push(Reason::Event);
        words.push(format!("{}{more}", event.short));
    }
    if due_on <= shift(today, rules.days(Limit::ReviewAhead)) {
        reasons.push(Reason::Due);
        words.push(due(account, due_on, today));
    }
    if reasons.is_empty() {
        words.push(rests(account, due_on, today));
    }
    Some(Queued {
        account: account.id,
        name: account.name.clone(),
        tier: account.tier,
        group: ranked.group,
        score: standing.score.value,
        band: standing.score.band,
        why: words.join(" · "),
        reasons,
        due_on,
        events,
    })
}

fn due(account: &Account, due_on: NaiveDate, today: NaiveDate) -> String {
    match (account.reviewed_on, (due_on - today).num_days()) {
        (None, _) => "never reviewed".to_owned(),
        (_, 0) => "review due today".to_owned(),
        (_, 1..) => format!("review due {}", weekday(due_on, today)),
        _ => format!("review due since {}", day(due_on, today)),
    }
}

fn rests(account: &Account, due_on: NaiveDate, today: NaiveDate) -> String {
    let next = day(due_on, today);
    match account.reviewed_on {
        Some(on) => format!("reviewed {}, next by {next}", day(on, today)),
        None => format!("not reviewed yet, first by {next}"),
    }
}

/// Those to be looked at and the unchanged rest, both in the order of the list.
#[must_use]
pub fn queue(mut considered: Vec<Queued>, list: &[Ranked]) -> (Vec<Queued>, Vec<Queued>) {
    let places: HashMap<Id, usize> =
        list.iter().enumerate().map(|(place, row)| (row.account, place)).collect();
    considered
        .sort_by_key(|one| (places.get(&one.account).copied().unwrap_or(usize::MAX), one.account));
    considered.into_iter().partition(|one| !one.reasons.is_empty())
}

/// Everybody in the order of the list: who would not be in it says so.
#[must_use]
pub fn everybody(queue: &[Queued], rest: &[Queued]) -> Vec<Queued> {
    let asked = |one: &Queued| Queued { reasons: vec![Reason::Everybody], ..one.clone() };
    queue.iter().cloned().chain(rest.iter().map(asked)).collect()
}

#[cfg(test)]
mod tests;
