//! The account that the line is about, and its people.

use super::line::Reader;
use super::token::{Spellings, bare, spellings, words};
use super::{Fault, Meaning, Named, day, who, word};
use crate::domain::cell::Id;
use crate::domain::contact::Contact;

/// Words that name an account at most.
const ACCOUNT_WORDS: usize = 5;

impl Reader<'_, '_> {
    fn meet(&mut self, account: Id) {
        let today = self.ground.today;
        let all = (self.ground.people)(account);
        let there = |one: &Contact| one.active_on(today);
        // Who has left is still somebody that an older talk was with.
        let (mut people, gone): (Vec<Contact>, Vec<Contact>) = all.into_iter().partition(there);
        people.extend(gone.into_iter().filter(|one| one.archived_on.is_none()));
        self.names = people.iter().map(|one| spellings(&one.name)).collect();
        self.contacts = people;
    }

    /// The people whom the typed words may mean: those who are there before those who left.
    pub(super) fn people(&self, typed: &[String]) -> Vec<usize> {
        let hits = who::person(typed, &self.names);
        let there = |place: &usize| {
            self.contacts.get(*place).is_some_and(|one| one.active_on(self.ground.today))
        };
        let active: Vec<usize> = hits.iter().copied().filter(there).collect();
        if active.is_empty() { hits } else { active }
    }

    /// The account that the line is about.
    pub(super) fn account(&mut self, head: usize) {
        let ground = self.ground;
        let here = ground.here.and_then(|id| ground.accounts.iter().find(|(one, _)| *one == id));
        if let Some((id, _)) = here {
            self.meet(*id);
        }
        let names: Vec<Spellings> =
            ground.accounts.iter().map(|(_, name)| spellings(name)).collect();
        let least = if here.is_some() { who::LEAST } else { 1 };
        let mut unknown = None;
        for place in 0..head {
            let Some(text) = self.plain(place) else { continue };
            let word = bare(text);
            let numbered = word.strip_prefix('#').and_then(|number| number.parse().ok()).map(Id);
            let mut hits = Vec::new();
            let mut count = ACCOUNT_WORDS;
            if let Some(one) = ground.accounts.iter().position(|(id, _)| Some(*id) == numbered) {
                (hits, count) = (vec![one], 0);
            }
            while count > 0 && hits.is_empty() {
                if let Some(typed) = self.typed(place, count, head) {
                    hits = who::account(&typed, &names, least);
                }
                count -= 1;
            }
            let places = place..place + count + 1;
            let of_here = here.is_some() && !self.people(&words(text)).is_empty();
            match hits.as_slice() {
                [] => {}
                _ if of_here => break,
                [one] => {
                    let Some((id, name)) = ground.accounts.get(*one) else { break };
                    if self.all_known_before(place, *id) {
                        self.piece(places, Meaning::Account, name.clone());
                        self.line.account = Some(Named { id: *id, name: name.clone() });
                        self.meet(*id);
                        return;
                    }
                    break;
                }
                several => {
                    let typed = self.said(&places);
                    let message = format!("“{typed}” could be any of {} accounts", several.len());
                    self.piece(places, Meaning::Unclear, message.clone());
                    let several: Vec<&(Id, String)> =
                        several.iter().filter_map(|at| ground.accounts.get(*at)).collect();
                    // Nothing else tells accounts of one name apart.
                    let told = several.iter().map(|(id, name)| {
                        let alike = several.iter().filter(|(_, other)| other == name).count() > 1;
                        if alike { format!("{name} (#{})", id.0) } else { name.clone() }
                    });
                    let told: Vec<String> = told.collect();
                    let fault = Fault::several(message, told.iter().map(String::as_str));
                    self.line.faults.insert(0, fault);
                    return;
                }
            }
            let light = word::link(&word) || word::told(&word).is_some() || day::part(&word);
            if !light {
                // The words of the sentence may name another account.
                if here.is_some() {
                    break;
                }
                unknown.get_or_insert_with(|| text.trim_end_matches([',', ':', '.']).to_owned());
            }
        }
        if let Some((id, name)) = here {
            self.line.account = Some(Named { id: *id, name: name.clone() });
            return;
        }
        let message = match &unknown {
            Some(typed) => format!("no account is called “{typed}”"),
            None => "which account is meant was not said".to_owned(),
        };
        let near = unknown.iter().flat_map(|typed| who::slips(&words(typed), &names));
        let near = near.filter_map(|place| Some(ground.accounts.get(place)?.1.as_str()));
        let fault = Fault { unknown: unknown.clone(), ..Fault::several(message, near) };
        self.line.faults.insert(0, fault);
    }

    /// Every word before the name of an account is one of its people, or nothing that names.
    fn all_known_before(&mut self, place: usize, account: Id) -> bool {
        if place == 0 {
            return true;
        }
        self.meet(account);
        (0..place).filter_map(|at| self.plain(at)).all(|text| {
            let word = bare(text);
            word::link(&word)
                || word::told(&word).is_some()
                || day::part(&word)
                || !self.people(&words(text)).is_empty()
        })
    }
}
