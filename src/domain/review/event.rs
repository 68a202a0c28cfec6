//! What happened at an account since its last own review, as sentences, each with its record.

use super::since::Since;
use crate::domain::cell::Id;
use crate::domain::contact::Contact;
use crate::domain::day::day;
use crate::domain::feedback::{Answer, Scale};
use crate::domain::map::vote;
use crate::domain::money::Money;
use crate::domain::plan::step::{Step, StepKind, StepOwner, StepStatus};
use crate::domain::records::{Records, ScorePoint, TalkFact};
use crate::domain::revenue::{RevenueKind, arr_on};
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::print::{difference, tenth};
use crate::domain::score::{Band, band};
use crate::domain::signal::sentence::{count, names};
use crate::domain::standing::Standing;
use crate::domain::talk::TalkKind;
use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    /// What kind of thing happened, the weightiest first.
    EventKind {
        Score = "score", Left = "left", Answer = "answer", PromiseLate = "promise late",
        Missed = "missed meeting", Revenue = "revenue", Renewal = "renewal",
        PromiseKept = "promise kept", Done = "done", Talk = "talk", Came = "new contact",
        Own = "own score",
    }
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Event {
    pub on: NaiveDate,
    pub kind: EventKind,
    /// `K. Ott answered 4: “budget frozen”.`
    pub text: String,
    /// In a few words: `K. Ott answered 4`.
    pub short: String,
    /// The record behind it.
    pub about: Option<(&'static str, Id)>,
    /// Brings the account into the next review by itself. What you wrote down of your own work does
    /// not.
    pub calls: bool,
}

/// A score that stands in another band than at the last look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crossed {
    pub on: NaiveDate,
    pub was: f64,
    pub now: f64,
    pub before: Band,
    pub after: Band,
}

/// The score's way into another band since the last look; none where it stayed, and where one of
/// the two days knew too little for a verdict.
#[must_use]
pub fn crossed(
    records: &Records,
    standing: &Standing,
    since: &Since,
    rules: &Rules,
    today: NaiveDate,
) -> Option<Crossed> {
    News { records, standing, since, rules, today }.crossed()
}

struct News<'a> {
    records: &'a Records,
    standing: &'a Standing,
    since: &'a Since,
    rules: &'a Rules,
    today: NaiveDate,
}

/// What changed since the last review: the weightiest first, of one kind the newest first. The
/// sentences name no day but one to come: each stands beside its own.
#[must_use]
pub fn changed(
    records: &Records,
    standing: &Standing,
    since: &Since,
    rules: &Rules,
    today: NaiveDate,
) -> Vec<Event> {
    let news = News { records, standing, since, rules, today };
    let mut events: Vec<Event> = news.score().into_iter().collect();
    events.extend(news.left());
    events.extend(news.answers());
    events.extend(news.promises_late());
    events.extend(news.missed());
    events.extend(news.revenue());
    events.extend(news.renewal());
    events.extend(news.done());
    events.extend(news.talks());
    events.extend(news.came());
    events.extend(news.own_scores());
    events.sort_by_key(|event| (!event.calls, event.kind, std::cmp::Reverse(event.on)));
    events
}

/// How well somebody is content, by an answer.
const fn said(points: i64) -> &'static str {
    match vote(points) {
        0 => "promoter",
        1 => "passive",
        _ => "detractor",
    }
}

impl Event {
    fn told(on: NaiveDate, kind: EventKind, short: String) -> Self {
        Self { on, kind, text: format!("{short}."), short, about: None, calls: false }
    }

    fn text(self, text: String) -> Self {
        Self { text, ..self }
    }

    fn about(self, table: &'static str, id: Id) -> Self {
        Self { about: Some((table, id)), ..self }
    }

    fn calls(self) -> Self {
        Self { calls: true, ..self }
    }
}

impl News<'_> {
    fn is_news(&self, table: &'static str, id: Id, on: NaiveDate) -> bool {
        self.since.is_news((table, id), on, self.today)
    }

    fn after(&self, on: NaiveDate) -> bool {
        on > self.since.on && on <= self.today
    }

    fn name(&self, contact: Id) -> Option<&str> {
        let contact = self.records.contacts.iter().find(|one| one.id == contact);
        contact.map(|contact| contact.name.as_str())
    }

    fn date(&self, on: NaiveDate) -> String {
        day(on, self.today)
    }

    /// The verdict that stood on the day of the last look.
    fn band_of(&self, point: &ScorePoint) -> Option<Band> {
        let enough = point.known >= self.rules.share(Limit::KnownAtLeast) - 1e-9;
        point.score.filter(|_| enough).map(|score| band(score, self.rules))
    }

    /// Where the score stood at the last look, since when it stands where it does, and that.
    fn moved(&self) -> Option<(&ScorePoint, NaiveDate, f64, f64)> {
        let history = &self.records.history;
        let then = history.iter().rev().find(|point| point.on_date <= self.since.on)?;
        let moved = history.iter().rev().find(|point| self.after(point.on_date));
        let on = moved.map_or(self.today, |point| point.on_date);
        Some((then, on, then.score?, self.standing.score.value?))
    }

    fn crossed(&self) -> Option<Crossed> {
        let (then, on, was, now) = self.moved()?;
        let (before, after) = (self.band_of(then)?, self.standing.score.band?);
        (before != after).then_some(Crossed { on, was, now, before, after })
    }

    /// The score crossed into another band, or moved by enough to be told.
    fn score(&self) -> Option<Event> {
        let (_, on, was, now) = self.moved()?;
        let figures = format!("{} → {}", tenth(was), tenth(now));
        let history = &self.records.history;
        let rules = history.iter().any(|point| point.rules_changed && self.after(point.on_date));
        let rules = if rules { ", by other rules" } else { "" };
        let about = |event: Event| event.about("account", self.records.account.id);
        match self.crossed() {
            Some(Crossed { before, after, .. }) => {
                let short = format!("{before} → {after}, {figures}");
                let text = format!("Score {figures}: from {before} to {after}{rules}.");
                Some(about(Event::told(on, EventKind::Score, short).text(text).calls()))
            }
            None if difference(now, was).abs() >= self.rules.limit(Limit::WorseBy) - 1e-9 => {
                let text = format!("Score {figures}{rules}.");
                let short = format!("score {figures}");
                Some(about(Event::told(on, EventKind::Score, short).text(text)))
            }
            None => None,
        }
    }

    fn left(&self) -> Vec<Event> {
        let left = |contact: &Contact| {
            let on = contact.left_on?;
            let to = contact.left_to.as_deref().map_or_else(String::new, |to| format!(" for {to}"));
            let text = format!("{} left{to}.", contact.name);
            let event = Event::told(on, EventKind::Left, format!("{} left", contact.name));
            let event = event.text(text).about("contact", contact.id).calls();
            self.is_news("contact", contact.id, on).then_some(event)
        };
        self.records.contacts.iter().filter_map(left).collect()
    }

    fn answers(&self) -> Vec<Event> {
        let told = |answer: &Answer| {
            let who = answer.contact_id.and_then(|id| self.name(id)).unwrap_or("somebody");
            let scale = match answer.scale {
                Scale::Nps => format!(" ({})", said(answer.points)),
                Scale::Value => " for the value they get".to_owned(),
                other => format!(" ({other})"),
            };
            let why = answer.why.as_deref().map_or_else(String::new, |why| format!(": “{why}”"));
            let short = format!("{who} answered {}", answer.points);
            let text = format!("{short}{scale}{why}.");
            Event::told(answer.on_date, EventKind::Answer, short)
                .text(text)
                .about("answer", answer.id)
                .calls()
        };
        let news = |one: &&Answer| self.is_news("answer", one.id, one.on_date);
        self.records.answers.iter().filter(news).map(told).collect()
    }

    /// Promises whose day passed since.
    fn promises_late(&self) -> Vec<Event> {
        let late = |step: &Step| {
            let due = step.due_on.filter(|due| *due >= self.since.on && *due < self.today)?;
            let ours = step.kind == StepKind::Promise && step.owner != StepOwner::Client;
            let short = format!("promise late: {}", step.title);
            let text = format!("Promise late: {}.", step.title);
            let event = Event::told(due, EventKind::PromiseLate, short).text(text);
            (ours && step.status.open()).then(|| event.about("step", step.id).calls())
        };
        self.records.steps.iter().filter_map(late).collect()
    }

    fn missed(&self) -> Vec<Event> {
        let news = |talk: &&TalkFact| talk.missed && self.is_news("talk", talk.id, talk.on_date);
        let told = |talk: &TalkFact| {
            let short = format!("{} missed {}", talk.kind, self.date(talk.on_date));
            let text = format!("They missed a {}.", talk.kind);
            Event::told(talk.on_date, EventKind::Missed, short)
                .text(text)
                .about("talk", talk.id)
                .calls()
        };
        self.records.talks.iter().filter(news).map(told).collect()
    }

    fn revenue(&self) -> Vec<Event> {
        let entries = &self.records.revenue;
        let told = |entry: &crate::domain::revenue::Revenue| {
            let amount = Money { minor: entry.amount, currency: entry.currency };
            let short = format!("{} {}", entry.kind, amount.moved());
            let known = entry.on_date <= self.today;
            let ends = entry.kind == RevenueKind::Churn && !known;
            let arr = arr_on(entries, entry.on_date).filter(|_| known);
            let arr = arr.map_or_else(String::new, |arr| format!(": ARR {}", arr.signed_short()));
            let from =
                if known { String::new() } else { format!(" on {}", self.date(entry.on_date)) };
            let text = format!("{short}{from}{arr}.");
            // A churn to come is news from the day it is written down.
            let seen = self.is_news("revenue", entry.id, entry.on_date)
                || ends && self.since.late.contains(&("revenue", entry.id));
            let quiet = matches!(entry.kind, RevenueKind::Opening | RevenueKind::OneTime);
            let event = Event::told(entry.on_date.min(self.today), EventKind::Revenue, short)
                .text(text)
                .about("revenue", entry.id);
            seen.then_some(Event { calls: !quiet, ..event })
        };
        entries.iter().filter_map(told).collect()
    }

    fn renewal(&self) -> Option<Event> {
        let contract = self.records.contract.as_ref()?;
        let on = contract.outcome_on.filter(|on| self.after(*on))?;
        let short = format!("renewal {}", contract.renewal);
        let text = format!("Renewal {}.", contract.renewal);
        Some(Event::told(on, EventKind::Renewal, short).text(text).about("contract", contract.id))
    }

    /// Promises kept, one by one; other steps done together.
    fn done(&self) -> Vec<Event> {
        let held = self.records.steps.iter();
        let beside = self.since.closed.iter();
        let beside = beside.filter(|one| self.records.steps.iter().all(|held| held.id != one.id));
        let done = |step: &&Step| {
            step.status == StepStatus::Done && step.done_on.is_some_and(|on| self.after(on))
        };
        let mut done: Vec<&Step> = held.chain(beside).filter(done).collect();
        done.sort_by_key(|step| std::cmp::Reverse((step.done_on, step.id)));
        let (kept, others): (Vec<&Step>, Vec<&Step>) =
            done.into_iter().partition(|step| step.kind == StepKind::Promise);
        let told = |step: &&Step| {
            let on = step.done_on.unwrap_or(self.today);
            let text = format!("Promise kept: {}.", step.title);
            Event::told(on, EventKind::PromiseKept, format!("promise kept: {}", step.title))
                .text(text)
                .about("step", step.id)
        };
        let mut events: Vec<Event> = kept.iter().map(told).collect();
        if let Some(newest) = others.first() {
            let titles: Vec<&str> = others.iter().map(|step| step.title.as_str()).collect();
            let short = format!("{} done", count(others.len(), "step"));
            let text = format!("Done: {}.", names(&titles));
            let on = newest.done_on.unwrap_or(self.today);
            events
                .push(Event::told(on, EventKind::Done, short).text(text).about("step", newest.id));
        }
        events
    }

    /// All talks together: the newest of them and how many.
    fn talks(&self) -> Option<Event> {
        let news = |talk: &&TalkFact| {
            !talk.missed
                && talk.kind != TalkKind::Note
                && self.is_news("talk", talk.id, talk.on_date)
        };
        let talks: Vec<&TalkFact> = self.records.talks.iter().filter(news).collect();
        let newest = *talks.first()?;
        let people: Vec<&str> = newest.people.iter().filter_map(|id| self.name(*id)).collect();
        let with =
            if people.is_empty() { String::new() } else { format!(" with {}", names(&people)) };
        let mood = newest.mood.filter(|mood| *mood != 0);
        let mood = mood.map_or_else(String::new, |mood| {
            format!(", mood {}", crate::domain::day::signed(mood))
        });
        let last = format!("{}{with}{mood}", newest.kind);
        let short = count(talks.len(), "talk");
        let text = match talks.len() {
            1 => format!("1 talk: {last}."),
            many => format!("{many} talks, the last a {last}."),
        };
        let event = Event::told(newest.on_date, EventKind::Talk, short);
        Some(event.text(text).about("talk", newest.id))
    }

    /// People who came into the record, together.
    fn came(&self) -> Option<Event> {
        let new = |one: &&Contact| one.active_on(self.today) && self.after(one.created_on);
        let came: Vec<&Contact> = self.records.contacts.iter().filter(new).collect();
        let newest = came.iter().max_by_key(|one| (one.created_on, one.id))?;
        let people: Vec<&str> = came.iter().map(|one| one.name.as_str()).collect();
        let text = format!("New on the map: {}.", names(&people));
        let event =
            Event::told(newest.created_on, EventKind::Came, count(came.len(), "new contact"));
        Some(event.text(text).about("contact", newest.id))
    }

    /// The newest own score of each factor.
    fn own_scores(&self) -> Vec<Event> {
        let mut seen = Vec::new();
        let mut events = Vec::new();
        for score in self.records.own_scores.iter().filter(|one| self.after(one.on_date)) {
            if seen.contains(&score.factor) {
                continue;
            }
            seen.push(score.factor);
            let why = score.reason.as_deref().map_or_else(String::new, |why| format!(": {why}"));
            let short = format!("{} {} by you", score.factor, score.points);
            let text = format!("{short}{why}.");
            events.push(
                Event::told(score.on_date, EventKind::Own, short)
                    .text(text)
                    .about("own_score", score.id),
            );
        }
        events
    }
}

#[cfg(test)]
mod tests;
