//! The words before anything is to be done: who, how, when, then the sentence.

use super::line::{At, Reader};
use super::token::{Spellings, bare, words};
use super::word::{self, Told};
use super::{Fault, Meaning, Named, Piece, day, who};
use crate::domain::cell::Id;
use crate::domain::contact::Contact;
use crate::domain::day::day as day_told;
use crate::domain::talk::Side;

/// Words that name a person at most.
const PERSON_WORDS: usize = 4;

impl Reader<'_, '_> {
    /// People, kind and day, then the sentence.
    pub(super) fn head(&mut self, head: usize) {
        let (mut place, mut leading) = (0, true);
        // Links wait: before a name they join it, before the sentence they are part of it.
        let mut links = Vec::new();
        while place < head {
            let Some(text) = self.plain(place) else {
                place += 1;
                continue;
            };
            let (word, colon, ends) = (bare(text), text.ends_with(':'), word::ends(text));
            let called = text.strip_prefix('@').map(str::to_owned);
            let next = if let Some(called) = called.filter(|name| !name.is_empty()) {
                self.at(place, &called);
                Some(place + 1)
            } else if leading {
                self.leading(place, head, &word)
            } else {
                None
            };
            if let Some(next) = next {
                for at in links.drain(..) {
                    self.piece(at..at + 1, Meaning::Link, "");
                }
                place = next;
                leading &= !colon;
            } else if leading && word::link(&word) {
                links.push(place);
                place += 1;
            } else if leading && ends && self.leads(place + 1, head) {
                self.piece(place..place + 1, Meaning::Link, "");
                place += 1;
            } else if leading && ends {
                self.piece(place..place + 1, Meaning::Link, "the sentence begins");
                leading = false;
                place += 1;
            } else {
                let near = if leading { self.near(&word) } else { None };
                if let Some(name) = &near {
                    self.line.remarks.push(format!(
                        "“{word}” is nobody here and went into the sentence; {name} is near it"
                    ));
                }
                let slip = if leading && near.is_none() { word::near(&word) } else { None };
                if let Some(known) = slip {
                    let told = format!("“{word}” went into the sentence; {known} is near it");
                    self.line.remarks.push(told);
                }
                // What was meant as a topic is no beginning of a sentence.
                // A time has no place of its own; what follows it still has.
                let time = day::time(&word).is_some();
                leading &= near.is_some() || slip.is_some() || time || word.starts_with('#');
                if !leading {
                    self.named(place);
                }
                for at in links.drain(..).chain([place]) {
                    self.sentence(at);
                }
                place += 1;
            }
        }
        for at in links {
            self.sentence(at);
        }
        let said = self.line.sentence.iter().any(|word| bare(word) == "yesterday");
        if self.line.day.is_none() && said {
            let told = "the talk is dated today; its day stands before the sentence";
            self.line.remarks.push(told.to_owned());
        }
    }

    /// Behind a dash the kind of talk is told, or who took part in it: the sentence is not there
    /// yet.
    fn leads(&self, place: usize, head: usize) -> bool {
        let told = self.plain(place).is_some_and(|text| word::told(&bare(text)).is_some());
        let person = || {
            let typed = (1..=PERSON_WORDS).filter_map(|count| self.typed(place, count, head));
            typed.into_iter().any(|typed| !self.people(&typed).is_empty())
        };
        self.line.kind.is_none() && (told || person())
    }

    /// Somebody named in the sentence did not take part by that; it is told how they would.
    fn named(&mut self, place: usize) {
        let Some(typed) = self.plain(place).map(words) else { return };
        let [word] = typed.as_slice() else { return };
        let whole = |name: &Spellings| name.each().flatten().any(|part| part == word);
        let hits: Vec<usize> = (0..self.names.len())
            .filter(|at| {
                word.chars().count() >= who::LEAST && self.names.get(*at).is_some_and(whole)
            })
            .collect();
        let [one] = hits.as_slice() else { return };
        let Some(contact) = self.contacts.get(*one) else { return };
        if !self.line.people.iter().any(|one| one.what.id == contact.id) {
            let told = format!("{} is only in the sentence; @{word} takes part", contact.name);
            if !self.line.remarks.contains(&told) {
                self.line.remarks.push(told);
            }
        }
    }

    /// A person, the kind, the day: where the words at this place are one, the place after it.
    fn leading(&mut self, place: usize, head: usize, word: &str) -> Option<usize> {
        for count in (1..=PERSON_WORDS).rev() {
            let Some(typed) = self.typed(place, count, head) else { continue };
            let hits = self.people(&typed);
            if !hits.is_empty() {
                self.person(place..place + count, &hits);
                return Some(place + count);
            }
        }
        let fresh = match word::told(word) {
            Some(Told::Kind(kind)) if self.line.kind.is_none() => {
                self.line.kind = Some(kind);
                Some((Meaning::Kind, format!("a {kind}").replace("a e", "an e")))
            }
            Some(Told::Missed) if !self.line.missed => {
                self.line.missed = true;
                Some((Meaning::Kind, "agreed, did not take place".to_owned()))
            }
            Some(Told::TwoWay(both)) if self.line.two_way.is_none() => {
                self.line.two_way = Some(both);
                let told = if both { "they answered" } else { "nobody answered" };
                Some((Meaning::Kind, told.to_owned()))
            }
            Some(Told::Started(side)) if self.line.started_by.is_none() => {
                self.line.started_by = Some(side);
                let who = if side == Side::Us { "us" } else { "the client" };
                Some((Meaning::Kind, format!("started by {who}")))
            }
            _ => None,
        };
        if let Some((meaning, told)) = fresh {
            self.piece(place..place + 1, meaning, told);
            return Some(place + 1);
        }
        if self.line.day.is_some() {
            return None;
        }
        let rest: Vec<&str> = (place..head).map_while(|at| self.plain(at)).collect();
        let (today, order) = (self.ground.today, self.ground.order);
        let Some(found) = day::was(&rest, today, order) else {
            let count = day::unreal(&rest)?;
            let message = unreal(&self.said(&(place..place + count)));
            self.piece(place..place + count, Meaning::Unclear, message.clone());
            self.line.faults.push(Fault::new(message));
            return Some(place + count);
        };
        let told = day_told(found.day, today);
        let places = place..place + found.words;
        if found.day > today {
            let said = self.said(&places);
            let same = said.eq_ignore_ascii_case(&told);
            let of = if same { String::new() } else { format!(", {told},") };
            let told = format!("{said}{of} is still to come");
            self.piece(places, Meaning::Unclear, told.clone());
            let fault = Fault {
                candidates: vec!["!meet".to_owned(), "!step".to_owned()],
                ..Fault::new(format!("{told}; what is planned begins with !"))
            };
            self.line.faults.push(fault);
        } else {
            self.piece(places, Meaning::Day, format!("{} {told}", found.day.format("%a")));
            self.line.day = Some(found.day);
        }
        Some(place + found.words)
    }

    /// `@dana`: meant as a name and nothing else.
    fn at(&mut self, place: usize, name: &str) {
        let numbered = name.parse().ok().map(Id);
        let hits = match self.contacts.iter().position(|one| Some(one.id) == numbered) {
            Some(one) => vec![one],
            None => self.people(&words(name)),
        };
        if hits.is_empty() {
            let message = format!("nobody here is called “{name}”");
            self.piece(place..place + 1, Meaning::Unclear, message.clone());
            let names: Vec<String> = self.contacts.iter().map(|one| one.name.clone()).collect();
            let fault = Fault::several(message, names.iter().map(String::as_str));
            self.line.faults.push(Fault { unknown: Some(name.to_owned()), ..fault });
        } else {
            self.person(place..place + 1, &hits);
        }
    }

    fn person(&mut self, places: std::ops::Range<usize>, hits: &[usize]) {
        let place = places.start;
        let [one] = hits else {
            let typed = self.said(&places);
            let message = format!("“{typed}” could be any of {} people", hits.len());
            let mut names: Vec<String> =
                hits.iter().filter_map(|at| self.contacts.get(*at)).map(called).collect();
            // Nothing else tells people of one name and title apart.
            let told = names.clone();
            for (name, at) in names.iter_mut().zip(hits) {
                let alike = told.iter().filter(|one| *one == name).count() > 1;
                if let Some(contact) = self.contacts.get(*at).filter(|_| alike) {
                    name.extend([" (@", &contact.id.0.to_string(), ")"]);
                }
            }
            self.piece(places, Meaning::Unclear, message.clone());
            let names = names.iter().map(String::as_str);
            self.line.faults.push(Fault::several(message, names));
            return;
        };
        let Some(contact) = self.contacts.get(*one) else { return };
        let (told, left) = (called(contact), contact.left_on);
        let what = Named { id: contact.id, name: contact.name.clone() };
        let piece = self.piece(places, Meaning::Person, told);
        if self.line.people.iter().any(|one| one.what.id == what.id) {
            return;
        }
        if let Some(left) = left.filter(|left| *left <= self.ground.today) {
            let left = day_told(left, self.ground.today);
            self.line.remarks.push(format!("{} left the company {left}", what.name));
        }
        self.line.people.push(At { place, piece, what });
    }

    /// Somebody whose name is a slip away.
    fn near(&self, word: &str) -> Option<String> {
        let [word] = words(word).try_into().ok()?;
        let near = |name: &Spellings| name.each().flatten().any(|part| who::near(&word, part));
        let place = self.names.iter().position(near)?;
        self.contacts.get(place).map(|one| one.name.clone())
    }

    /// One more word of the sentence; words next to each other are one piece.
    fn sentence(&mut self, place: usize) {
        let Some(token) = self.tokens.get(place) else { return };
        let (text, from, to) = (token.text.clone(), token.from, token.to);
        self.line.sentence.push(text);
        if let Some(taken) = self.taken.get_mut(place) {
            *taken = true;
        }
        let before = self.line.pieces.last_mut().filter(|one| {
            one.meaning == Meaning::Sentence
                && self.text.get(one.to..from).is_some_and(|gap| gap.trim().is_empty())
        });
        if let Some(piece) = before {
            piece.to = to;
            self.text.get(piece.from..to).unwrap_or_default().clone_into(&mut piece.text);
        } else {
            let text = self.text.get(from..to).unwrap_or_default().to_owned();
            let (meaning, told) = (Meaning::Sentence, "in a sentence".to_owned());
            self.line.pieces.push(Piece { text, from, to, meaning, told });
        }
    }
}

/// What is wrong with a day that no calendar has.
pub(super) fn unreal(said: &str) -> String {
    format!("“{}” is no day; 20 nov and 2026-11-20 are read as one", bare(said))
}

/// `Dana Wirth, CFO`.
fn called(contact: &Contact) -> String {
    match &contact.title {
        Some(title) => format!("{}, {title}", contact.name),
        None => contact.name.clone(),
    }
}
