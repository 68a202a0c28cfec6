//! The words that mean something wherever they stand: marks, kinds of talk, acts.

use crate::domain::feedback::{Driver, Scale};
use crate::domain::plan::step::StepKind;
use crate::domain::talk::{Side, TalkKind, Topic};

/// A mark of the line that cannot be mistaken for a word of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Answer(Scale, i64),
    Mood(i64),
    Topic(Topic),
    Driver(Driver),
    /// Meant as a mark and out of its range: what is wrong with it.
    Wrong(String),
}

/// What a word tells about the talk before the sentence begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    Kind(TalkKind),
    /// Agreed, and did not take place.
    Missed,
    TwoWay(bool),
    Started(Side),
}

const TOLD: &[(&str, Told)] = &[
    ("call", Told::Kind(TalkKind::Call)),
    ("called", Told::Kind(TalkKind::Call)),
    ("phone", Told::Kind(TalkKind::Call)),
    ("phoned", Told::Kind(TalkKind::Call)),
    ("rang", Told::Kind(TalkKind::Call)),
    ("spoke", Told::Kind(TalkKind::Call)),
    ("talked", Told::Kind(TalkKind::Call)),
    ("meeting", Told::Kind(TalkKind::Meeting)),
    ("meet", Told::Kind(TalkKind::Meeting)),
    ("met", Told::Kind(TalkKind::Meeting)),
    ("visit", Told::Kind(TalkKind::Meeting)),
    ("visited", Told::Kind(TalkKind::Meeting)),
    ("lunch", Told::Kind(TalkKind::Meeting)),
    ("dinner", Told::Kind(TalkKind::Meeting)),
    ("zoom", Told::Kind(TalkKind::Meeting)),
    ("message", Told::Kind(TalkKind::Message)),
    ("msg", Told::Kind(TalkKind::Message)),
    ("mail", Told::Kind(TalkKind::Message)),
    ("mailed", Told::Kind(TalkKind::Message)),
    ("email", Told::Kind(TalkKind::Message)),
    ("emailed", Told::Kind(TalkKind::Message)),
    ("e-mail", Told::Kind(TalkKind::Message)),
    ("chat", Told::Kind(TalkKind::Message)),
    ("texted", Told::Kind(TalkKind::Message)),
    ("whatsapp", Told::Kind(TalkKind::Message)),
    ("event", Told::Kind(TalkKind::Event)),
    ("note", Told::Kind(TalkKind::Note)),
    ("missed", Told::Missed),
    ("no-show", Told::Missed),
    ("noshow", Told::Missed),
    ("answered", Told::TwoWay(true)),
    ("replied", Told::TwoWay(true)),
    ("unanswered", Told::TwoWay(false)),
    ("no-answer", Told::TwoWay(false)),
    ("voicemail", Told::TwoWay(false)),
    ("inbound", Told::Started(Side::Client)),
    ("incoming", Told::Started(Side::Client)),
    ("outbound", Told::Started(Side::Us)),
];

/// Words between names, and words of which no name is the long form.
const LINKS: &[&str] = &["with", "w/", "at", "from", "and", "&", "of", "to", "+", "@"];

/// Ends the names: what follows is the sentence.
const ENDS: &[&str] = &["-", "–", "—", ":", "|"];

const FILLERS: &[&str] = &[
    "a",
    "an",
    "the",
    "for",
    "has",
    "had",
    "was",
    "are",
    "not",
    "but",
    "his",
    "her",
    "she",
    "he",
    "they",
    "all",
    "any",
    "can",
    "did",
    "how",
    "our",
    "who",
    "why",
    "one",
    "two",
    "new",
    "now",
    "see",
    "out",
    "in",
    "on",
    "is",
    "it",
    "we",
    "i",
    "no",
    "about",
    "after",
    "before",
    "will",
    "would",
    "as",
    "be",
    "by",
    "or",
    "so",
    "if",
    "up",
    "my",
    "their",
    "there",
    "this",
    "that",
    "still",
    "today",
    "yesterday",
    "tomorrow",
];

/// What may follow `#`: the beginning of a word is enough.
const TOPICS: &[(&str, Topic)] = &[
    ("delivery", Topic::DeliveryUpdate),
    ("update", Topic::DeliveryUpdate),
    ("issue", Topic::Issue),
    ("issues", Topic::Issue),
    ("problem", Topic::Issue),
    ("renewal", Topic::RenewalTalk),
    ("goals", Topic::TheirGoals),
    ("risk", Topic::RiskAhead),
    ("idea", Topic::OurIdea),
];

/// The topics as they are told to somebody who mistyped one.
pub(super) const TOPICS_TOLD: &str = "#delivery, #issue, #renewal, #goals, #risk, #idea";

/// The topics, each as it is typed.
pub(super) fn topics() -> Vec<&'static str> {
    TOPICS_TOLD.split(", ").collect()
}

/// What may follow `!`: the beginning of a word is enough, the first one counts.
const ACTS: &[(&str, StepKind)] = &[
    ("promise", StepKind::Promise),
    ("step", StepKind::Step),
    ("next", StepKind::Step),
    ("todo", StepKind::Step),
    ("meeting", StepKind::Meeting),
    ("milestone", StepKind::Milestone),
];

/// The acts as they are told to somebody who mistyped one.
pub(super) const ACTS_TOLD: [&str; 4] = ["!promise", "!step", "!meet", "!milestone"];

pub(super) fn told(word: &str) -> Option<Told> {
    TOLD.iter().find(|(one, _)| *one == word).map(|(_, told)| *told)
}

/// Letters of a word at least that may be one of these mistyped.
const SLIP: usize = 6;

/// The word about a talk that a word is a slip away from.
pub(super) fn near(word: &str) -> Option<&'static str> {
    let days = ["today", "yesterday"];
    let known = TOLD.iter().map(|(one, _)| *one).chain(days);
    let slip = |one: &&str| super::who::near(word, one) && word.strip_suffix('s') != Some(*one);
    known.filter(|_| word.chars().count() >= SLIP).find(slip)
}

pub(super) fn ends(word: &str) -> bool {
    ENDS.contains(&word)
}

pub(super) fn link(word: &str) -> bool {
    LINKS.contains(&word)
}

/// Such a word names somebody only where it is their whole name.
pub(super) fn common(word: &str) -> bool {
    link(word) || FILLERS.contains(&word) || told(word).is_some()
}

/// `!promise`; none: no act begins here; an error: the word is none of the acts.
pub(super) fn act(text: &str) -> Option<Result<StepKind, String>> {
    let word = text.strip_prefix('!')?.trim_end_matches(':').to_lowercase();
    if !word.starts_with(char::is_alphabetic) {
        return None;
    }
    let found = ACTS.iter().find(|(one, _)| one.starts_with(word.as_str()));
    Some(found.map(|(_, kind)| *kind).ok_or(word))
}

/// The topic or the driver behind `#`; a beginning of two letters is enough.
fn tag(word: &str) -> Option<Mark> {
    let word = word.trim_end_matches([',', '.', ';', ':']).to_lowercase();
    if word.chars().count() < 2 {
        return None;
    }
    let topic = TOPICS.iter().find(|(one, _)| one.starts_with(word.as_str()));
    let whole = Topic::ALL.iter().find(|one| one.word().replace(' ', "-") == word);
    let driver = Driver::ALL.iter().find(|one| one.word().starts_with(word.as_str()));
    (whole.copied().or(topic.map(|(_, topic)| *topic)).map(Mark::Topic))
        .or_else(|| driver.copied().map(Mark::Driver))
}

/// The figure behind a word, `nps6`, `nps:6`, `mood-1`, `mood=+1`; the word alone where none is.
fn figure(text: &str) -> (String, Option<i64>) {
    let text = bare_figure(text);
    let letters: String = text.chars().take_while(|c| c.is_alphabetic()).collect();
    let rest = text.strip_prefix(letters.as_str()).unwrap_or_default();
    (letters, whole(rest.trim_start_matches([':', '='])))
}

/// `6`, `+1`, `6/10`; a figure that no scale has where it is too long or has a fraction.
fn whole(text: &str) -> Option<i64> {
    let text = text.strip_prefix('+').unwrap_or(text);
    let figures = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let points = match text.split_once('/') {
        Some((points, of)) if figures(of) => points,
        _ => text,
    };
    let (sign, digits) = match points.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, points),
    };
    let parts = digits.split_once(['.', ',']);
    match parts {
        None if figures(digits) => Some(sign * digits.parse().unwrap_or(i64::MAX)),
        Some((one, other)) if figures(one) && figures(other) => Some(i64::MAX),
        _ => None,
    }
}

fn bare_figure(text: &str) -> String {
    text.to_lowercase()
        .replace(['−', '–'], "-")
        .trim_end_matches([',', '.', ';', '!', ')'])
        .to_owned()
}

/// The scales with their least and greatest points.
const SCALES: &[(&str, Scale, i64, i64)] = &[
    ("nps", Scale::Nps, 0, 10),
    ("csat", Scale::Csat, 1, 5),
    ("ces", Scale::Ces, 1, 7),
    ("stars", Scale::Stars, 1, 5),
    ("value", Scale::Value, 1, 10),
];

/// Reads a mark. `next` is the word after it: `nps 6` is read like `nps6`. Says as well whether
/// that word was needed.
pub(super) fn mark(text: &str, next: Option<&str>) -> Option<(Mark, bool)> {
    if let Some(word) = text.strip_prefix('#') {
        return tag(word).map(|mark| (mark, false));
    }
    let (word, number) = figure(text);
    let parted = || whole(&bare_figure(next?));
    let alone = bare_figure(text).trim_end_matches([':', '=']) == word;
    let (number, took_next) = match number {
        Some(number) => (number, false),
        None if alone && matches!(word.as_str(), "nps" | "mood") => (parted()?, true),
        None => return None,
    };
    let mark = if word == "mood" {
        match number {
            -2..=2 => Mark::Mood(number),
            _ => Mark::Wrong("a mood goes from -2, angry, to +2, delighted".to_owned()),
        }
    } else {
        let (_, scale, least, most) = SCALES.iter().find(|(name, ..)| *name == word)?;
        if (*least..=*most).contains(&number) {
            Mark::Answer(*scale, number)
        } else {
            Mark::Wrong(format!("an answer on the scale {scale} goes from {least} to {most}"))
        }
    };
    Some((mark, took_next))
}
