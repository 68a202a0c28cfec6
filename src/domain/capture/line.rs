//! The line, word by word: what each was taken for, before records are made of it.

use super::act::{self, Act};
use super::token::{self, Spellings, Token, words};
use super::{Fault, Ground, Meaning, Named, Piece};
use crate::domain::contact::Contact;
use crate::domain::feedback::{Driver, Scale};
use crate::domain::talk::{Side, TalkKind, Topic};
use chrono::NaiveDate;

/// Candidates that are named at most.
const NAMED: usize = 6;

/// A word that is one of the list stands at a place of the line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct At<T> {
    /// The place of its token.
    pub(super) place: usize,
    /// Its piece.
    pub(super) piece: usize,
    pub(super) what: T,
}

/// What was found in the line.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) account: Option<Named>,
    pub(super) people: Vec<At<Named>>,
    pub(super) kind: Option<TalkKind>,
    pub(super) missed: bool,
    pub(super) two_way: Option<bool>,
    pub(super) started_by: Option<Side>,
    pub(super) day: Option<NaiveDate>,
    pub(super) quotes: Vec<At<String>>,
    pub(super) sentence: Vec<String>,
    pub(super) note: Option<String>,
    pub(super) answers: Vec<At<(Scale, i64)>>,
    pub(super) mood: Option<i64>,
    pub(super) topics: Vec<Topic>,
    pub(super) drivers: Vec<At<Driver>>,
    pub(super) acts: Vec<Act>,
    pub(super) pieces: Vec<Piece>,
    pub(super) faults: Vec<Fault>,
    pub(super) remarks: Vec<String>,
}

impl Fault {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), candidates: Vec::new(), unknown: None }
    }

    pub(super) fn several<'a>(message: String, names: impl Iterator<Item = &'a str>) -> Self {
        let mut candidates: Vec<String> = names.take(NAMED + 1).map(str::to_owned).collect();
        if candidates.len() > NAMED {
            candidates.truncate(NAMED);
            candidates.push("…".to_owned());
        }
        Self { message, candidates, unknown: None }
    }
}

/// Reads one line.
pub(super) struct Reader<'a, 'g> {
    pub(super) ground: &'a Ground<'g>,
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
    pub(super) taken: Vec<bool>,
    /// Of the account, with their names in words.
    pub(super) contacts: Vec<Contact>,
    pub(super) names: Vec<Spellings>,
    pub(super) line: Line,
}

impl Line {
    pub(super) fn read(text: &str, ground: &Ground<'_>) -> Self {
        let lead = text.len() - text.trim_start().len();
        let first = text.trim_start().split(['\n', '\r']).next().unwrap_or_default();
        let mut tokens = token::split(first);
        for token in &mut tokens {
            token.from += lead;
            token.to += lead;
        }
        let taken = vec![false; tokens.len()];
        let (contacts, names, line) = (Vec::new(), Vec::new(), Self::default());
        let mut reader = Reader { ground, text, tokens, taken, contacts, names, line };
        reader.marks();
        let acts = reader.act_places();
        let head = acts.first().map_or(reader.tokens.len(), |(place, _)| *place);
        reader.quotes(head);
        reader.account(head);
        reader.head(head);
        for (nth, (place, kind)) in acts.iter().enumerate() {
            let end = acts.get(nth + 1).map_or(reader.tokens.len(), |(next, _)| *next);
            act::read(&mut reader, *place, end, *kind);
        }
        let rest = lead + first.len();
        let note = text.get(rest..).unwrap_or_default().trim_matches(['\n', '\r']).trim_end();
        if !note.trim().is_empty() {
            reader.note(note);
        }
        let mut line = reader.line;
        line.note = (!note.trim().is_empty()).then(|| note.to_owned());
        line
    }
}

impl Reader<'_, '_> {
    /// The words at these places are part of one piece.
    pub(super) fn piece(
        &mut self,
        places: std::ops::Range<usize>,
        meaning: Meaning,
        told: impl Into<String>,
    ) -> usize {
        let bounds = (self.tokens.get(places.start), self.tokens.get(places.end - 1));
        let (from, to) = match bounds {
            (Some(first), Some(last)) => (first.from, last.to),
            _ => (0, 0),
        };
        for place in places {
            if let Some(taken) = self.taken.get_mut(place) {
                *taken = true;
            }
        }
        let text = self.text.get(from..to).unwrap_or_default().to_owned();
        self.line.pieces.push(Piece { text, from, to, meaning, told: told.into() });
        self.line.pieces.len() - 1
    }

    fn note(&mut self, note: &str) {
        let to = self.text.trim_end().len();
        let from = to.saturating_sub(note.len());
        let lines = note.lines().count();
        let told = if lines == 1 { "a line".to_owned() } else { format!("{lines} lines") };
        let text = note.to_owned();
        self.line.pieces.push(Piece { text, from, to, meaning: Meaning::Note, told });
    }

    pub(super) fn free(&self, place: usize) -> bool {
        self.taken.get(place) == Some(&false)
    }

    pub(super) fn plain(&self, place: usize) -> Option<&str> {
        let token = self.tokens.get(place)?;
        (self.free(place) && !token.quoted).then_some(token.text.as_str())
    }

    /// The words of so many tokens next to each other, none of them taken.
    pub(super) fn typed(&self, place: usize, count: usize, head: usize) -> Option<Vec<String>> {
        if place + count > head {
            return None;
        }
        let texts: Option<Vec<&str>> = (place..place + count).map(|at| self.plain(at)).collect();
        let said: Vec<Vec<String>> = texts?.into_iter().map(words).collect();
        // A sign may stand between the words of a name, and nowhere else.
        let whole =
            [said.first(), said.last()].iter().all(|one| one.is_some_and(|w| !w.is_empty()));
        whole.then(|| said.into_iter().flatten().collect())
    }

    pub(super) fn said(&self, places: &std::ops::Range<usize>) -> String {
        let words = self.tokens.get(places.clone()).unwrap_or_default();
        words.iter().map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}
