//! Collects the changes that make the demo book, and who is who in it.

use super::asset;
use super::day::Day;
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::contact::{self, Contact};
use crate::domain::word::WordSet;
use crate::error::{Error, Kind, Result};
use chrono::NaiveDate;

/// Collects changes and hands out the negative ids by which they name each other.
#[derive(Debug)]
pub struct Scribe {
    pub today: NaiveDate,
    last_id: i64,
    /// Those on our side, and what we sell.
    pub colleagues: People,
    pub offerings: People,
    pub changes: Vec<Change>,
}

impl Scribe {
    #[must_use]
    pub fn new(today: NaiveDate) -> Self {
        Self {
            today,
            last_id: 0,
            colleagues: People::default(),
            offerings: People::default(),
            changes: Vec::new(),
        }
    }

    pub fn id(&mut self) -> Id {
        self.last_id -= 1;
        Id(self.last_id)
    }

    pub fn add(&mut self, change: impl Into<Change>) {
        self.changes.push(change.into());
    }

    pub fn on(&self, day: Day) -> NaiveDate {
        day.from(self.today)
    }

    pub fn maybe_on(&self, day: Option<Day>) -> Option<NaiveDate> {
        day.map(|day| self.on(day))
    }

    /// A person; `known` are those of the same account written before.
    ///
    /// # Errors
    /// Reports to somebody who is not there.
    pub fn person(
        &mut self,
        person: asset::Person,
        account_id: Option<Id>,
        created_on: NaiveDate,
        known: &People,
    ) -> Result<Id> {
        let id = self.id();
        let birthday = self.maybe_on(person.birthday);
        let record = Contact {
            id,
            title: person.title,
            level: person.level.map(|word| word.0),
            roles: WordSet::of(&person.roles.iter().map(|word| word.0).collect::<Vec<_>>()),
            email: person.email,
            birthday: birthday.map(|day| Day::Years(-45).from(day)),
            interests: person.interests,
            employer: person.employer,
            influence: person.influence.map(|word| word.0),
            stance: person.stance.map(|word| word.0),
            reports_to: person.reports_to.map(|name| known.find(&name)).transpose()?,
            verified_on: self.maybe_on(person.verified),
            left_on: self.maybe_on(person.left),
            left_to: person.left_to,
            colleague_id: person.keeper.map(|name| self.colleagues.find(&name)).transpose()?,
            ..Contact::named(&person.name, account_id, created_on)
        };
        self.add(contact::Change::Added(record));
        Ok(id)
    }
}

/// What was written before, by name: the people of one account, its opportunities, our side.
#[derive(Debug, Default)]
pub struct People(Vec<(String, Id)>);

impl People {
    pub fn insert(&mut self, name: String, id: Id) {
        self.0.push((name, id));
    }

    /// # Errors
    /// Nobody and nothing of that name.
    pub fn find(&self, name: &str) -> Result<Id> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, id)| *id).ok_or_else(|| {
            Error::new(Kind::Book, format!("the demo book names “{name}”, which is not in it"))
        })
    }
}
