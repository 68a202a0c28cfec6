//! Reads the text of one playbook; what cannot be read is told with its line, the rest holds.

use crate::config::{Fault, nearest};
use crate::domain::plan::step::{MeetingType, StepKind, StepOwner};
use crate::domain::playbook::{Anchor, Play, Playbook};
use crate::domain::signal::table::SIGNALS;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What may stand in a playbook, and in a step of it.
const KEYS: [&str; 10] = [
    "name",
    "purpose",
    "source",
    "anchor",
    "anchor-day",
    "meeting",
    "signals",
    "whole-book",
    "letter",
    "step",
];
const STEP: [&str; 11] = [
    "key",
    "day",
    "title",
    "kind",
    "meeting",
    "owner",
    "client-sees",
    "agenda",
    "do",
    "say",
    "avoid",
];

/// Days a step may lie away from the anchor.
const DAYS: i64 = 730;

/// The playbook of a text; none where it has no step that could be read. `name` is what it is
/// called where it does not say so itself.
pub(super) fn read(text: &str, name: &str) -> (Option<Playbook>, Vec<Fault>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { text, faults: Vec::new() };
    for error in errors {
        let line = reader.line(&error.span().unwrap_or(0..0));
        reader.faults.push(Fault::new(line, error.message().replace('\n', ", ")));
    }
    let playbook = reader.playbook(table.get_ref(), name);
    let mut faults = reader.faults;
    if playbook.plays.is_empty() {
        faults.push(Fault::new(0, "it has no step that can be read: each begins with [[step]]"));
    }
    faults.sort_by_key(|fault| fault.line);
    ((!playbook.plays.is_empty()).then_some(playbook), faults)
}

struct Reader<'a> {
    text: &'a str,
    faults: Vec<Fault>,
}

type Read<'a> = Spanned<DeValue<'a>>;

impl Reader<'_> {
    /// The line on which a stretch of the text begins.
    fn line(&self, span: &Range<usize>) -> usize {
        let before = self.text.as_bytes().iter().take(span.start);
        before.filter(|byte| **byte == b'\n').count() + 1
    }

    fn wrong(&mut self, at: &Range<usize>, message: impl Into<String>) {
        let line = self.line(at);
        self.faults.push(Fault::new(line, message));
    }

    /// A word that means nothing here, and the one that may have been meant.
    fn unknown<'k>(
        &mut self,
        at: &Range<usize>,
        word: &str,
        known: impl IntoIterator<Item = &'k str> + Clone,
    ) {
        let hint = match nearest(word, known.clone()) {
            Some(near) => format!("do you mean {near}?"),
            None => format!("here stand {}", known.into_iter().collect::<Vec<_>>().join(", ")),
        };
        self.wrong(at, format!("{word} is not known; {hint}"));
    }

    fn playbook(&mut self, table: &DeTable<'_>, name: &str) -> Playbook {
        let mut playbook = Playbook {
            name: name.to_owned(),
            purpose: String::new(),
            source: None,
            anchor: Anchor::Start,
            anchor_day: None,
            meeting: None,
            signals: Vec::new(),
            whole_book: false,
            letter: None,
            plays: Vec::new(),
            own: None,
        };
        for (key, value) in table {
            let (word, at) = (key.get_ref().as_ref(), key.span());
            match word {
                "name" => {
                    if let Some(name) = self.words(word, &at, value) {
                        playbook.name = name;
                    }
                }
                "purpose" => playbook.purpose = self.words(word, &at, value).unwrap_or_default(),
                "source" => playbook.source = self.words(word, &at, value),
                "anchor" => {
                    let anchor = self.word(&at, value, Anchor::ALL, Anchor::from_word);
                    playbook.anchor = anchor.unwrap_or(Anchor::Start);
                }
                "anchor-day" => playbook.anchor_day = self.words(word, &at, value),
                "meeting" => {
                    playbook.meeting =
                        self.word(&at, value, MeetingType::ALL, MeetingType::from_word);
                }
                "signals" => playbook.signals = self.signals(&at, value),
                "whole-book" => {
                    playbook.whole_book = self.yes_no(word, &at, value).unwrap_or(false);
                }
                "letter" => playbook.letter = self.lines(word, &at, value),
                "step" => playbook.plays = self.plays(&at, value),
                _ => self.unknown(&at, word, KEYS),
            }
        }
        playbook
    }

    fn plays(&mut self, at: &Range<usize>, value: &Read<'_>) -> Vec<Play> {
        let Some(list) = value.get_ref().as_array() else {
            self.wrong(at, "each step begins with [[step]] on a line of its own");
            return Vec::new();
        };
        let mut plays: Vec<Play> = Vec::new();
        for one in list {
            let span = one.span();
            let Some(table) = one.get_ref().as_table() else {
                self.wrong(&span, "each step begins with [[step]] on a line of its own");
                continue;
            };
            let Some(play) = self.play(&span, table) else { continue };
            if plays.iter().any(|other| other.key == play.key) {
                let told =
                    format!("{} is the key of a step before; give this one another", play.key);
                self.wrong(&span, told);
                continue;
            }
            plays.push(play);
        }
        plays
    }

    fn play(&mut self, span: &Range<usize>, table: &DeTable<'_>) -> Option<Play> {
        let mut play = Play {
            key: String::new(),
            day: 0,
            title: String::new(),
            kind: StepKind::Step,
            meeting: None,
            owner: StepOwner::Me,
            client_sees: false,
            agenda: None,
            act: None,
            say: None,
            avoid: None,
        };
        let (mut day, mut kind) = (None, None);
        let told = self.faults.len();
        for (key, value) in table {
            let (word, at) = (key.get_ref().as_ref(), key.span());
            match word {
                "key" => play.key = self.words(word, &at, value).unwrap_or_default(),
                "day" => day = self.day(&at, value),
                "title" => play.title = self.words(word, &at, value).unwrap_or_default(),
                "kind" => kind = self.word(&at, value, StepKind::ALL, StepKind::from_word),
                "meeting" => {
                    play.meeting = self.word(&at, value, MeetingType::ALL, MeetingType::from_word);
                }
                "owner" => {
                    let owner = self.word(&at, value, StepOwner::ALL, StepOwner::from_word);
                    play.owner = owner.unwrap_or(StepOwner::Me);
                }
                "client-sees" => {
                    play.client_sees = self.yes_no(word, &at, value).unwrap_or(false);
                }
                "agenda" => play.agenda = self.lines(word, &at, value),
                "do" => play.act = self.words(word, &at, value),
                "say" => play.say = self.words(word, &at, value),
                "avoid" => play.avoid = self.words(word, &at, value),
                _ => self.unknown(&at, word, STEP),
            }
        }
        play.kind = kind.unwrap_or(match play.meeting {
            Some(_) => StepKind::Meeting,
            None => StepKind::Step,
        });
        if play.key.is_empty() {
            play.key = key_of(&play.title);
        }
        let Some(day) = day.filter(|_| !play.title.is_empty()) else {
            // What is wrong with its day or its title was told where it stands.
            if self.faults.len() == told {
                self.wrong(span, "a step has a title and a day, as day = 3; it is left out");
            }
            return None;
        };
        Some(Play { day, ..play })
    }

    fn day(&mut self, at: &Range<usize>, value: &Read<'_>) -> Option<i64> {
        let day = value.get_ref().as_integer();
        let day = day.and_then(|day| i64::from_str_radix(day.as_str(), day.radix()).ok());
        let day = day.filter(|day| (-DAYS..=DAYS).contains(day));
        if day.is_none() {
            let told = format!("day is a whole number from -{DAYS} to {DAYS}, without quotes");
            self.wrong(at, told);
        }
        day
    }

    fn signals(&mut self, at: &Range<usize>, value: &Read<'_>) -> Vec<String> {
        let list: Option<Vec<(Range<usize>, &str)>> = value.get_ref().as_array().and_then(|list| {
            list.iter().map(|one| Some((one.span(), one.get_ref().as_str()?))).collect()
        });
        let Some(list) = list else {
            self.wrong(at, "signals is a list of codes in quotes, as [\"upset\"]");
            return Vec::new();
        };
        let codes = SIGNALS.iter().map(|rule| rule.code);
        let mut known = Vec::new();
        for (span, code) in list {
            if codes.clone().any(|one| one == code) {
                known.push(code.to_owned());
            } else {
                self.unknown(&span, code, codes.clone());
            }
        }
        known
    }

    /// A text on one line; none where it is empty.
    fn words(&mut self, word: &str, at: &Range<usize>, value: &Read<'_>) -> Option<String> {
        let text = self.lines(word, at, value)?;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then_some(text)
    }

    fn lines(&mut self, word: &str, at: &Range<usize>, value: &Read<'_>) -> Option<String> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong(at, format!("{word} is a text in quotes"));
            return None;
        };
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    fn yes_no(&mut self, word: &str, at: &Range<usize>, value: &Read<'_>) -> Option<bool> {
        let yes = value.get_ref().as_bool();
        if yes.is_none() {
            self.wrong(at, format!("{word} is true or false"));
        }
        yes
    }

    fn word<T: Copy + std::fmt::Display>(
        &mut self,
        at: &Range<usize>,
        value: &Read<'_>,
        all: &[T],
        from_word: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let known: Vec<String> = all.iter().map(ToString::to_string).collect();
        let Some(text) = value.get_ref().as_str() else {
            self.wrong(at, format!("here stands one of {}, in quotes", known.join(", ")));
            return None;
        };
        let found = from_word(text);
        if found.is_none() {
            self.unknown(at, text, known.iter().map(String::as_str));
        }
        found
    }
}

/// `Call them back` → `call-them-back`; a title of signs alone is its own key.
fn key_of(title: &str) -> String {
    let words = title.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<String> = words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    if words.is_empty() { title.to_owned() } else { words.join("-") }
}
