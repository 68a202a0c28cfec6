//! The whole book gone through for a review: what changed in it, what is left over, what could grow,
//! the plans, the people in doubt, what could be promised, and the minutes so far.

use super::candidate::{self, Candidate, candidate};
use super::contacts::{self, Doubtful, doubtful};
use super::event::{Event, EventKind, changed};
use super::expansion::Growth;
use super::loose::Loose;
use super::minutes::{Minuted, Noted, minutes};
use super::plans::{self, PlanLine};
use super::ritual::Ritual;
use super::since::Since;
use crate::domain::cell::Id;
use crate::domain::expansion::expansion;
use crate::domain::plan::step::Step;
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::signal::sentence::count;
use crate::domain::standing::{Group, Standing};
use chrono::NaiveDate;

/// What changed at one account since the last review of the book.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Changed {
    pub account: Id,
    pub name: String,
    /// The weightiest first.
    pub events: Vec<Event>,
}

/// What the stages of a review show, but for the accounts themselves.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Survey {
    pub today: NaiveDate,
    /// From when on something is news: the last review, else a week ago.
    pub since: NaiveDate,
    /// The account with the weightiest event first.
    pub changed: Vec<Changed>,
    /// `2 answers, 1 left, 3 promises kept`.
    pub sums: String,
    pub close: Loose,
    pub expansion: Growth,
    pub plans: Vec<PlanLine>,
    pub contacts: Vec<Doubtful>,
    pub candidates: Vec<Candidate>,
    /// What was written down in the running review, by account.
    #[serde(skip)]
    pub noted: Vec<Noted>,
    /// As they would be if the review ended now; empty while none runs.
    pub minutes: String,
}

/// Events that are told of the book as a whole: your own scores, talks and steps are no news to you.
const TOLD: &[EventKind] = &[
    EventKind::Score,
    EventKind::Left,
    EventKind::Answer,
    EventKind::PromiseLate,
    EventKind::Missed,
    EventKind::Revenue,
    EventKind::Renewal,
    EventKind::PromiseKept,
];

impl Survey {
    #[must_use]
    pub fn begin(since: NaiveDate, today: NaiveDate) -> Self {
        Self { today, since, ..Self::default() }
    }

    /// Takes what one account of the book has to say; `since` is the last review of the book.
    pub fn add(
        &mut self,
        records: &Records,
        standing: &Standing,
        group: Group,
        since: &Since,
        steps_before: Option<i64>,
        rules: &Rules,
    ) {
        let today = self.today;
        if standing.archived {
            return;
        }
        let named = (standing.account, standing.name.as_str());
        for step in &records.steps {
            self.close.add(step, Some(named), today);
        }
        if !standing.in_book {
            return;
        }
        let mut events = changed(records, standing, since, rules, today);
        events.retain(|event| TOLD.contains(&event.kind));
        if !events.is_empty() {
            self.changed.push(Changed { account: named.0, name: named.1.to_owned(), events });
        }
        for line in &expansion(records, standing, rules, today).opportunities {
            self.expansion.add(named.0, named.1, line);
        }
        self.plans.extend(plans::look(records, standing));
        self.contacts.extend(doubtful(records, standing, rules, today));
        let could = |step| candidate(step, named, group, steps_before, today);
        self.candidates.extend(records.steps.iter().filter_map(could));
    }

    /// Takes a step that no account claims.
    pub fn add_unlinked(&mut self, step: &Step) {
        self.close.add(step, None, self.today);
    }

    /// Puts all in order; with a running review its minutes are written as well.
    #[must_use]
    pub fn finish(mut self, ritual: &Ritual, names: &[(Id, String)]) -> Self {
        self.changed.sort_by(|one, two| {
            let weight =
                |changed: &Changed| changed.events.first().map(|event| (!event.calls, event.kind));
            (weight(one), &one.name, one.account).cmp(&(weight(two), &two.name, two.account))
        });
        self.sums = sums(&self.changed);
        self.close.sort();
        self.expansion.sort();
        plans::sort(&mut self.plans);
        self.contacts = contacts::first(self.contacts);
        candidate::sort(&mut self.candidates);
        if let Some(review) = &ritual.review {
            self.minutes = minutes(&Minuted {
                review,
                visits: &ritual.visits,
                last: ritual.last.as_ref().map_or(&[], |last| &last.commitments),
                commitments: &ritual.commitments,
                noted: &self.noted,
                names,
            });
        }
        self
    }
}

/// How many of each kind: `1 score in another band, 2 answers, 3 promises kept`.
fn sums(changed: &[Changed]) -> String {
    let of = |kind: EventKind| {
        let events = changed.iter().flat_map(|one| &one.events);
        events.filter(|event| event.kind == kind).collect::<Vec<_>>()
    };
    let crossed = of(EventKind::Score).into_iter().filter(|event| event.calls).count();
    let moved = of(EventKind::Revenue).into_iter().filter(|event| event.calls).count();
    let told = [
        (crossed, "score in another band", "scores in another band"),
        (of(EventKind::Answer).len(), "answer", "answers"),
        (of(EventKind::Left).len(), "contact left", "contacts left"),
        (of(EventKind::PromiseKept).len(), "promise kept", "promises kept"),
        (of(EventKind::PromiseLate).len(), "promise late", "promises late"),
        (of(EventKind::Missed).len(), "missed meeting", "missed meetings"),
        (moved, "change of ARR", "changes of ARR"),
        (of(EventKind::Renewal).len(), "renewal settled", "renewals settled"),
    ];
    let parts: Vec<String> = told
        .into_iter()
        .filter(|(many, ..)| *many > 0)
        .map(|(many, one, several)| format!("{many} {}", if many == 1 { one } else { several }))
        .collect();
    if changed.is_empty() {
        return "Nothing changed".to_owned();
    }
    if parts.is_empty() {
        return format!("Small changes at {}", count(changed.len(), "account"));
    }
    format!("{} at {}", parts.join(", "), count(changed.len(), "account"))
}

#[cfg(test)]
mod tests;
