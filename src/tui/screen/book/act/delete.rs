//! Deleting what is chosen: undoable, and it says so. Only an account is asked about; a person
//! either left or was never there.

use super::super::Chosen;
use crate::desk::{Act, Commit};
use crate::domain::account::own_score;
use crate::domain::book::page::LogEntry;
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::contact::{self, Contact};
use crate::domain::day;
use crate::domain::money::Money;
use crate::domain::page::{Entry, Kind, Link};
use crate::domain::revenue::{self, Revenue};
use crate::domain::{plan, talk};
use crate::tui::action::{Action, Deed, Opening, Wish};
use crate::tui::form::kind::score;
use crate::tui::form::plain::{self, Setting, cells};
use crate::tui::form::subject::Subject;
use crate::tui::layer::pick::{Item, Pick};
use crate::tui::screen::book::{BookScreen, Sight};
use chrono::NaiveDate;

impl BookScreen {
    pub(super) fn delete(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        let Some(account) = self.account(sight.book) else { return Vec::new() };
        let removed = |label: String, change: Change| {
            let name = self.row(sight.book).map_or("", |row| row.name.as_str());
            let act = Act::edit(format!("{name}: {label}"), Some(account));
            vec![Wish::Commit(Commit::new(act, vec![change]))]
        };
        let say = |text: String| vec![Wish::Say(text)];
        match self.chosen(sight) {
            Some(Chosen::Account(_)) => {
                let marked: Vec<Id> = self.marked.iter().copied().collect();
                let accounts = if marked.is_empty() { vec![account] } else { marked };
                vec![Wish::Open(Opening::Remove(accounts))]
            }
            Some(Chosen::Person(person)) => self.delete_person(person, sight),
            Some(Chosen::Seat(_)) => say("Nobody sits here.".to_owned()),
            Some(Chosen::Signal(_)) => say(format!(
                "A signal rests with {} and is switched off here with {}.",
                self.key(Action::Later, sight),
                self.key(Action::NotHere, sight)
            )),
            Some(Chosen::Factor(factor)) => {
                match self.dossier(sight).and_then(|dossier| score::in_force(dossier, factor)) {
                    Some(own) => removed(
                        format!("own score {factor} {} removed", own.points),
                        own_score::Change::Removed(own.id).into(),
                    ),
                    None => say(format!("{factor} holds no score of your own; a digit gives one.")),
                }
            }
            Some(Chosen::Step(step)) => removed(
                format!("{} “{}” removed", step.kind, step.title),
                plan::step::Change::Removed(step.id).into(),
            ),
            Some(Chosen::Priority(priority)) => removed(
                format!("priority “{}” removed", priority.title),
                plan::priority::Change::Removed(priority.id).into(),
            ),
            Some(Chosen::Cycle(cycle)) => removed(
                format!("plan of {} removed", day::day(cycle.starts_on, sight.today)),
                plan::cycle::Change::Removed(cycle.id).into(),
            ),
            Some(Chosen::OldTasks) => {
                say(format!("{} decides on them.", self.key(Action::Open, sight)))
            }
            Some(Chosen::Talk(entry)) => removed(
                format!("{} removed", named(entry, sight.today)),
                talk::Change::Removed(entry.talk.id).into(),
            ),
            Some(Chosen::Line(line)) => self.delete_line(line, sight),
            None => say("There is nothing here to delete.".to_owned()),
        }
    }

    /// The record of a line goes, where the line is that record's own.
    fn delete_line(&self, line: &Entry, sight: &Sight<'_>) -> Vec<Wish> {
        let Some(dossier) = self.dossier(sight) else { return Vec::new() };
        let records = &dossier.records;
        let say = |text: &str| vec![Wish::Say(text.to_owned())];
        let own = line.link.filter(|link| link.key() == line.key);
        let Some(Link { kind, id: Some(id), .. }) = own else {
            return say("There is nothing here to delete.");
        };
        if kind == Kind::Contact {
            return self.delete_person(id, sight);
        }
        if let Some(entry) = records.revenue.iter().find(|entry| entry.id == id)
            && kind == Kind::Revenue
        {
            let name = &records.account.name;
            let label = format!("{name}: {} removed", entry_named(entry, sight.today));
            let act = Act::edit(label, Some(records.account.id));
            return vec![Wish::Commit(Commit::new(act, vec![revenue::Change::Removed(id).into()]))];
        }
        let held = cells::among(records, kind, id);
        let setting = Setting::of_account(dossier, sight.rules, sight.today, held.as_ref());
        match plain::removal(kind, id, &setting) {
            Some(commit) => vec![Wish::Commit(commit)],
            None => say("That is a part of the account: e opens it, empty its fields there."),
        }
    }

    /// Two things that look alike: somebody left, or was never there.
    fn delete_person(&self, person: Id, sight: &Sight<'_>) -> Vec<Wish> {
        let Some(dossier) = self.dossier(sight) else { return Vec::new() };
        let account = dossier.records.account.id;
        let contacts = &dossier.records.contacts;
        let Some(contact) = contacts.iter().find(|one| one.id == person) else { return Vec::new() };
        let left = Subject::Left { account: account.0, contact: person.0 };
        let gone = contact.left_on.is_some();
        let says = if gone { "left the company: change it" } else { "left the company" };
        let form = Wish::Open(Opening::Form(left));
        let mut items = vec![Item::new(says, "when, where to, who takes over", form)];
        if gone {
            let back = Wish::Commit(back(contact));
            items.push(Item::new("has not left after all", "back on the map", back));
        }
        let mistake = Item::new(
            "entered by mistake",
            "removed, u brings back",
            Wish::Do(Deed::RemoveContact(person)),
        );
        items.push(mistake);
        let pick = Pick::new(contact.name.clone(), items);
        vec![Wish::Open(Opening::Pick(pick))]
    }

    /// The key of an act where the focus is.
    fn key(&self, action: Action, sight: &Sight<'_>) -> String {
        let key = sight.keymap.key(self.context(sight.book), action);
        key.map(|key| key.to_string()).unwrap_or_default()
    }
}

/// Somebody who was said to have left is there.
fn back(contact: &Contact) -> Commit {
    let new = Contact { left_on: None, left_to: None, ..contact.clone() };
    let fields = new.fields_changed_from(contact);
    let expected = contact.expects(&fields);
    let act = Act::edit(format!("{} has not left", contact.name), contact.account_id);
    let change = contact::Change::Edited { id: contact.id, fields };
    Commit::new(act, vec![change.into()]).expecting(expected)
}

/// `call of 10 Nov with K. Ott`.
fn named(entry: &LogEntry, today: NaiveDate) -> String {
    let talk = &entry.talk;
    let day = day::day(talk.on_date, today);
    match entry.people.as_slice() {
        [] => format!("{} of {day}", talk.kind),
        [(_, name)] => format!("{} of {day} with {name}", talk.kind),
        [(_, name), rest @ ..] => {
            format!("{} of {day} with {name} and {} more", talk.kind, rest.len())
        }
    }
}

/// `expansion of €40k of 3 Mar`.
fn entry_named(entry: &Revenue, today: NaiveDate) -> String {
    let size = Money { minor: entry.amount.saturating_abs(), currency: entry.currency };
    format!("{} of {} on {}", entry.kind, size.signed_short(), day::day(entry.on_date, today))
}
