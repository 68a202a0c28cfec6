//! One sentence of the story, and what it stands on.

use crate::domain::agenda::Due;
use crate::domain::cell::Id;
use crate::domain::standing::Standing;
use chrono::NaiveDate;

/// One thing that a sentence stands on.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Told {
    /// None: no account claims it.
    pub account: Option<Id>,
    pub name: String,
    /// What happened or is to happen: `K. Ott answered 4`.
    pub text: String,
    pub on: Option<NaiveDate>,
    /// The record behind it.
    pub about: Option<(&'static str, Id)>,
    /// ARR in minor units of the base currency, by which it is ordered.
    #[serde(skip)]
    pub arr: Option<i64>,
}

impl Told {
    #[must_use]
    pub fn of(standing: &Standing, text: String) -> Self {
        Self {
            account: Some(standing.account),
            name: standing.name.clone(),
            text,
            arr: standing.arr.map(|arr| arr.minor),
            ..Self::default()
        }
    }

    #[must_use]
    pub fn on(self, on: Option<NaiveDate>) -> Self {
        Self { on, ..self }
    }

    pub(super) fn due(due: &Due, text: String) -> Self {
        let (account, name) = (due.account, due.name.clone());
        Self { account, name, text, on: Some(due.on), about: due.about, arr: None }
    }

    pub(super) fn says(&self, text: String, about: Option<(&'static str, Id)>) -> Self {
        Self { text, about, ..self.clone() }
    }

    /// `K. Ott answered 4 (Contoso)`; that of no account without a name.
    #[must_use]
    pub fn named(&self) -> String {
        match self.name.as_str() {
            "" => self.text.clone(),
            name => format!("{} ({name})", self.text),
        }
    }

    /// The largest account first, then by name, then by number.
    pub(super) fn order(one: &Self, other: &Self) -> std::cmp::Ordering {
        other
            .arr
            .cmp(&one.arr)
            .then_with(|| one.name.cmp(&other.name))
            .then_with(|| one.account.cmp(&other.account))
    }
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Sentence {
    /// What it is about: `ARR`, `answers`.
    pub label: &'static str,
    /// The same, told whole: `What became of the ARR`.
    #[serde(skip)]
    pub title: &'static str,
    pub text: String,
    /// It tells of something that went wrong.
    pub alarm: bool,
    /// The topic of the guide that explains it.
    #[serde(skip)]
    pub topic: &'static str,
    /// How its figures came about.
    pub says: Vec<String>,
    pub on: Vec<Told>,
}

impl Sentence {
    pub(super) const fn new(
        (label, title): (&'static str, &'static str),
        topic: &'static str,
        text: String,
    ) -> Self {
        Self { label, title, text, alarm: false, topic, says: Vec::new(), on: Vec::new() }
    }

    pub(super) fn alarm(self, alarm: bool) -> Self {
        Self { alarm, ..self }
    }

    pub(super) fn say(mut self, sentence: impl Into<String>) -> Self {
        self.says.push(sentence.into());
        self
    }

    pub(super) fn on(mut self, told: impl IntoIterator<Item = Told>) -> Self {
        self.on.extend(told);
        self
    }
}

/// Letters that a line of the story has room for on a narrow screen.
const ROOM: usize = 63;

/// As many of the parts as a line has room for after `before`, the others counted: `3 kept: A, B
/// and 1 more.` The first is always told.
pub(super) fn line(before: &str, parts: &[String]) -> String {
    let wide = |text: &str| text.chars().count();
    let mut told = before.to_owned();
    for (nth, part) in parts.iter().enumerate() {
        let left = parts.len() - nth - 1;
        let after = if left > 0 { wide(" and 99 more.") } else { 1 };
        if nth > 0 && wide(&told) + 2 + wide(part) + after > ROOM {
            return format!("{told} and {} more.", left + 1);
        }
        told.push_str(if nth > 0 { ", " } else { "" });
        told.push_str(part);
    }
    told.push('.');
    told
}

/// The first letter a capital one.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
