//! Playbooks: what to do, step by step, when something happens. Started on an account, the steps of
//! a playbook become dated steps of its plan.

mod ask;
mod days;
mod start;
pub mod wanted;

pub use ask::{Ask, Focus, NoDay, answered};
pub use start::{Fate, Line, Start, start};
pub use wanted::Wanted;

use super::plan::step::{MeetingType, StepKind, StepOwner};
use super::signal::table;
use super::word::words;

words! {
    /// The day that the days of a playbook are counted from.
    Anchor {
        /// The day it is started.
        Start = "start",
        /// The last day to give notice.
        ActBy = "act-by",
        /// The meeting it leads to.
        Meeting = "meeting",
        /// What happened: the day the champion left, the day of the answer.
        Event = "event",
    }
}

/// A list of steps with the days they are due, counted from one day.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Playbook {
    /// As `account at risk`.
    pub name: String,
    /// When to take it, and what it is to bring: one sentence.
    pub purpose: String,
    /// Who it was learned from.
    pub source: Option<String>,
    pub anchor: Anchor,
    /// What day that is, in words: `the day the champion left`.
    pub anchor_day: Option<String>,
    /// The kind of meeting it leads to, where it is counted from one.
    pub meeting: Option<MeetingType>,
    /// Codes of signals that it answers beside those whose row names it.
    pub signals: Vec<String>,
    /// It is about the whole book: it may be started without an account.
    pub whole_book: bool,
    /// A text to send, to be changed as one likes.
    pub letter: Option<String>,
    #[serde(rename = "steps")]
    pub plays: Vec<Play>,
    /// The file of the person's own that it was read from; none: it came with the program.
    pub own: Option<String>,
}

/// One step of a playbook.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Play {
    /// Its name within the playbook: a step of the plan keeps it, so that it is found again.
    pub key: String,
    /// Days after the anchor's day; less than 0: before it.
    pub day: i64,
    /// `{who}` is the person it is about, `{account}` the account's name.
    pub title: String,
    pub kind: StepKind,
    pub meeting: Option<MeetingType>,
    pub owner: StepOwner,
    pub client_sees: bool,
    /// What the meeting is about.
    pub agenda: Option<String>,
    /// What to do.
    #[serde(rename = "do")]
    pub act: Option<String>,
    /// What to say.
    pub say: Option<String>,
    /// What to avoid.
    pub avoid: Option<String>,
}

impl Play {
    /// Its title for a person and an account; where they are not known, words in their place.
    #[must_use]
    pub fn title_for(&self, who: Option<&str>, account: Option<&str>) -> String {
        let title = self.title.replace("{who}", who.unwrap_or("them"));
        title.replace("{account}", account.unwrap_or("the account"))
    }

    /// What sort of step it is and who does it, as `meeting: QBR`, `colleague`; nothing for a step
    /// of one's own.
    #[must_use]
    pub fn kind_words(&self) -> Vec<String> {
        let kind = match (self.kind, self.meeting) {
            (StepKind::Step, _) => None,
            (kind, Some(meeting)) => Some(format!("{kind}: {meeting}")),
            (kind, None) => Some(kind.to_string()),
        };
        let owner = (self.owner != StepOwner::Me).then(|| self.owner.to_string());
        kind.into_iter().chain(owner).collect()
    }

    /// What to do, to say and to avoid, each with its word before it.
    #[must_use]
    pub fn advice(&self) -> Vec<(&'static str, &str)> {
        let parts = [("do", &self.act), ("say", &self.say), ("avoid", &self.avoid)];
        parts.into_iter().filter_map(|(word, text)| Some((word, text.as_deref()?))).collect()
    }
}

impl Playbook {
    /// A step of it names the person it is about.
    #[must_use]
    pub fn asks_who(&self) -> bool {
        self.plays.iter().any(|play| play.title.contains("{who}"))
    }

    /// It is an answer to the signal of this code.
    #[must_use]
    pub fn answers(&self, code: &str) -> bool {
        let row = table::rule(code).and_then(|rule| rule.playbook);
        row.is_some_and(|name| same(name, &self.name)) || self.signals.iter().any(|one| one == code)
    }

    /// The codes of all signals that it answers.
    #[must_use]
    pub fn codes(&self) -> Vec<&'static str> {
        let codes = table::SIGNALS.iter().map(|rule| rule.code);
        codes.filter(|code| self.answers(code)).collect()
    }

    /// `-120`, `0`, `+3`: the day of a step as it is counted from the anchor.
    #[must_use]
    pub fn day_word(play: &Play) -> String {
        if play.day > 0 { format!("+{}", play.day) } else { play.day.to_string() }
    }

    /// What its days are counted from.
    #[must_use]
    pub fn counted_from(&self) -> String {
        if let Some(day) = &self.anchor_day {
            return day.clone();
        }
        match (self.anchor, self.meeting) {
            (Anchor::Start, _) => "the day it is started".to_owned(),
            (Anchor::ActBy, _) => "the act-by date".to_owned(),
            (Anchor::Meeting, Some(meeting)) => format!("the next meeting: {meeting}"),
            (Anchor::Meeting, None) => "the next meeting".to_owned(),
            (Anchor::Event, _) => "the day it happened".to_owned(),
        }
    }

    /// What starting it is called in the history.
    #[must_use]
    pub fn label(&self, ask: &Ask) -> String {
        match &ask.name {
            Some(account) => format!("Playbook “{}” started for {account}", self.name),
            None => format!("Playbook “{}” started", self.name),
        }
    }

    /// The step of this key.
    #[must_use]
    pub fn play(&self, key: &str) -> Option<&Play> {
        self.plays.iter().find(|play| play.key == key)
    }
}

/// Names are the same whatever their case.
#[must_use]
pub fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// The playbook of this very name.
#[must_use]
pub fn named<'a>(playbooks: &'a [Playbook], name: &str) -> Option<&'a Playbook> {
    playbooks.iter().find(|one| same(&one.name, name))
}

/// The playbooks that a person may mean by a text: the one of that name, else those whose name
/// holds every word of it.
#[must_use]
pub fn meant<'a>(playbooks: &'a [Playbook], text: &str) -> Vec<&'a Playbook> {
    if let Some(exact) = named(playbooks, text) {
        return vec![exact];
    }
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let holds = |playbook: &&Playbook| {
        let name = playbook.name.to_lowercase();
        !words.is_empty() && words.iter().all(|word| name.contains(word.as_str()))
    };
    playbooks.iter().filter(holds).collect()
}

#[cfg(test)]
mod tests;
