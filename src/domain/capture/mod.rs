//! The capture line: a talk, what they said, and what comes of it, typed in one go.
//!
//! ```text
//! northwind dana call "budget frozen" nps6 mood-1 #risk !promise 2w send ROI
//! ```
//!
//! - The first words name the account, by its name or the beginnings of its words; then come its
//!   people, the kind of talk, the day (`yesterday`, `fri`, `12 nov`), in any order.
//! - The first word that is none of these begins the sentence about the talk; it goes on to the
//!   end or to the first `!`. `@dana` names somebody inside of it.
//! - `"…"` are the client's own words.
//! - `nps6` (also `value7`, `csat4`, `ces5`, `stars3`), `mood-1` and `#risk` are understood
//!   wherever they stand. An answer belongs to the person named before it.
//! - `!promise`, `!step`, `!meet`, `!milestone` begin what is to be done: its day in front or at
//!   the end, its title. `!meet` may say a time and a type.
//! - Lines after the first are the note.
//!
//! A name that could be several is refused with its candidates, and so is what was clearly meant as
//! a mark and cannot be one. Anything else is part of the sentence: nothing typed is lost. These
//! readings are this project's own decision; a preview tells what each word was taken for.

mod account;
mod act;
pub mod complete;
mod day;
mod head;
mod line;
mod mark;
mod settle;
mod token;
mod who;
mod whose;
mod word;

pub use whose::whose;

use super::cell::Id;
use super::change::Change;
use super::contact::Contact;
use super::feedback::{self, Answer};
use super::plan::step::{self, Step, StepKind};
use super::plan::step_person::{self, StepPerson};
use super::talk::person::{self, TalkPerson};
use super::talk::{self, Talk, TalkKind};
use super::when::Order;
use super::word::words;
use chrono::NaiveDate;

/// What the line is read against.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    pub today: NaiveDate,
    /// What `01/12` begins with.
    pub order: Order,
    /// Every account with its name.
    pub accounts: &'a [(Id, String)],
    /// The people of an account.
    pub people: &'a dyn Fn(Id) -> Vec<Contact>,
    /// The account that is looked at: meant where the line names none.
    pub here: Option<Id>,
}

impl std::fmt::Debug for Ground<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ground").field("today", &self.today).field("here", &self.here).finish()
    }
}

words! {
    /// What a part of the line was taken for.
    Meaning {
        Account = "account", Person = "person", Kind = "kind", Day = "day", Words = "their words",
        Answer = "answer", Mood = "mood", Topic = "topic", Driver = "driver", Act = "act",
        Due = "due", Time = "time", Title = "title", Sentence = "sentence", Note = "note",
        Link = "link", Unclear = "unclear",
    }
}

/// A part of the line and what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Piece {
    /// As typed.
    pub text: String,
    /// Where it stands in the text, bytes.
    pub from: usize,
    pub to: usize,
    pub meaning: Meaning,
    /// In words: `promised to Dana Wirth`.
    pub told: String,
}

/// Why the line cannot be written down.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Fault {
    /// One sentence without full stop.
    pub message: String,
    /// What could be meant.
    pub candidates: Vec<String>,
    /// The words that name nobody, where that is what is wrong.
    pub unknown: Option<String>,
}

/// Somebody or something by its number and name.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Named {
    pub id: Id,
    pub name: String,
}

/// A line as it was understood.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Captured {
    pub account: Option<Named>,
    /// Who took part, in the order of the line.
    pub people: Vec<Named>,
    pub talk: Option<Talk>,
    pub answers: Vec<Answer>,
    pub steps: Vec<Step>,
    /// In the order of the line; every word of it stands in one of them.
    pub pieces: Vec<Piece>,
    /// Why it cannot be written; empty: it can.
    pub faults: Vec<Fault>,
    /// What was taken in a way that may surprise.
    pub remarks: Vec<String>,
}

/// Reads what somebody typed; it need not be finished.
#[must_use]
pub fn read(text: &str, ground: &Ground<'_>) -> Captured {
    settle::settle(line::Line::read(text, ground), ground)
}

/// What is to be done and by when, as in `fri call Dana` or `call Dana by 30 nov`: the title, in
/// one line, and the day where one was said.
#[must_use]
pub fn dated(text: &str, today: NaiveDate, order: Order) -> (String, Option<NaiveDate>) {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let found = day::due(&words, today, order);
    if let Some((from, found)) = found {
        words.drain(from..from + found.words);
    }
    let title = words.join(" ").trim_end_matches([',', ';', ' ']).to_owned();
    (title, found.map(|(_, found)| found.day))
}

impl Captured {
    /// It can be written down.
    #[must_use]
    pub const fn ready(&self) -> bool {
        self.faults.is_empty() && self.account.is_some()
    }

    /// What it does to the book. Its steps join the running cycle of the account.
    #[must_use]
    pub fn changes(&self, cycle: Option<Id>) -> Vec<Change> {
        let mut changes: Vec<Change> = Vec::new();
        if let Some(talk) = &self.talk {
            changes.push(talk::Change::Added(talk.clone()).into());
            changes.extend(self.people.iter().map(|person| {
                let (on_date, two_way) = (talk.on_date, talk.two_way);
                let (talk_id, contact_id) = (talk.id, person.id);
                let joins = TalkPerson { id: Id(0), talk_id, contact_id, on_date, two_way };
                Change::from(person::Change::Added(joins))
            }));
        }
        for answer in &self.answers {
            changes.push(feedback::Change::Added(answer.clone()).into());
        }
        for step in &self.steps {
            let step = Step { plan_id: cycle, ..step.clone() };
            let (id, kind) = (step.id, step.kind);
            changes.push(step::Change::Added(step).into());
            if kind == StepKind::Meeting {
                changes.extend(self.people.iter().map(|person| {
                    let comes = StepPerson { id: Id(0), step_id: id, contact_id: person.id };
                    Change::from(step_person::Change::Added(comes))
                }));
            }
        }
        changes
    }

    /// What the commit is called: `Call with Northwind Traders`.
    #[must_use]
    pub fn label(&self) -> String {
        let name = self.account.as_ref().map_or("", |account| account.name.as_str());
        match (&self.talk, self.answers.first(), self.steps.first()) {
            (Some(talk), ..) if talk.missed => format!("{name}: {} missed", talk.kind),
            (Some(talk), ..) => match talk.kind {
                TalkKind::Call => format!("Call with {name}"),
                TalkKind::Meeting => format!("Meeting with {name}"),
                TalkKind::Message => format!("Message to {name}"),
                TalkKind::Event => format!("Event with {name}"),
                TalkKind::Note => format!("Note on {name}"),
            },
            (None, Some(answer), _) => format!("{} {} from {name}", answer.scale, answer.points),
            (None, None, Some(step)) => format!("{name}: {}", step.title),
            (None, None, None) => name.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests;
