//! What is understood wherever it stands: answers, moods, topics, their own words, and where
//! something to be done begins.

use super::line::{At, Reader};
use super::token::bare;
use super::word::{self, Mark};
use super::{Fault, Meaning};
use crate::domain::plan::step::StepKind;

impl Reader<'_, '_> {
    /// `nps6`, `mood-1`, `#risk`, wherever they stand.
    pub(super) fn marks(&mut self) {
        for place in 0..self.tokens.len() {
            let Some(text) = self.plain(place) else { continue };
            let is_mood = bare(text) == "mood";
            let next = self.plain(place + 1).filter(|next| word::act(next).is_none());
            let Some((mark, with_next)) = word::mark(text, next) else {
                if text.starts_with('#') && text.chars().nth(1).is_some_and(char::is_alphabetic) {
                    let told = format!("{text} is no topic and stays in the sentence");
                    self.line.remarks.push(format!("{told}; topics are {}", word::TOPICS_TOLD));
                }
                if is_mood {
                    let told = "a mood is a figure from -2 to +2, as in mood+1; here it is a word";
                    self.line.remarks.push(told.to_owned());
                }
                continue;
            };
            let places = place..place + 1 + usize::from(with_next);
            match mark {
                Mark::Answer(scale, points) => {
                    let piece = self.piece(places, Meaning::Answer, "");
                    self.line.answers.push(At { place, piece, what: (scale, points) });
                }
                Mark::Mood(mood) => {
                    let told = ["angry", "unhappy", "neutral", "content", "delighted"];
                    let told = usize::try_from(mood + 2).ok().and_then(|at| told.get(at));
                    self.piece(places, Meaning::Mood, *told.unwrap_or(&""));
                    self.line.mood = Some(mood);
                }
                Mark::Topic(topic) => {
                    self.piece(places, Meaning::Topic, topic.word());
                    self.line.topics.push(topic);
                }
                Mark::Driver(driver) => {
                    let piece = self.piece(places, Meaning::Driver, driver.word());
                    self.line.drivers.push(At { place, piece, what: driver });
                }
                Mark::Wrong(message) => {
                    self.piece(places, Meaning::Unclear, message.clone());
                    self.line.faults.push(Fault::new(message));
                }
            }
        }
    }

    /// Where something to be done begins, and what kind it is.
    pub(super) fn act_places(&mut self) -> Vec<(usize, StepKind)> {
        let mut acts = Vec::new();
        for place in 0..self.tokens.len() {
            match self.plain(place).and_then(word::act) {
                None => {}
                Some(Ok(kind)) => acts.push((place, kind)),
                Some(Err(word)) => {
                    let message = format!("nothing to be done is called !{word}");
                    self.piece(place..place + 1, Meaning::Unclear, message.clone());
                    let names = word::ACTS_TOLD.into_iter();
                    self.line.faults.push(Fault::several(message, names));
                }
            }
        }
        acts
    }

    /// Their own words.
    pub(super) fn quotes(&mut self, head: usize) {
        for place in 0..head {
            let Some(token) = self.tokens.get(place).filter(|token| token.quoted) else { continue };
            let what = token.text.clone();
            let piece = self.piece(place..place + 1, Meaning::Words, "what they said");
            self.line.quotes.push(At { place, piece, what });
        }
    }
}
