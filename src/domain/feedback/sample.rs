//! An account that was asked and that answered, for tests.

use super::closing::Closing;
use super::invitation::Invitation;
use super::{Answer, Scale};
use crate::domain::account::{Account, Tier};
use crate::domain::cell::Id;
use crate::domain::contact::{Contact, Level};
use crate::domain::records::{Records, TalkFact};
use crate::domain::rules::Rules;
use crate::domain::talk::TalkKind;
use chrono::{Duration, NaiveDate};

/// Sunday, 22 November 2026.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date")
}

pub(crate) fn ago(days: i64) -> NaiveDate {
    today() - Duration::days(days)
}

pub(crate) struct Asked {
    pub(crate) records: Records,
    pub(crate) rules: Rules,
    next: i64,
}

impl Asked {
    /// A Strategic account of two years.
    pub(crate) fn new() -> Self {
        let mut account = Account::named("Contoso", ago(730));
        account.id = Id(1);
        account.tier = Some(Tier::Strategic);
        Self { records: Records::bare(account), rules: Rules::default(), next: 0 }
    }

    fn id(&mut self) -> Id {
        self.next += 1;
        Id(self.next)
    }

    pub(crate) fn contact(&mut self, name: &str, level: Option<Level>) -> Id {
        let mut contact = Contact::named(name, Some(Id(1)), ago(700));
        contact.id = self.id();
        contact.level = level;
        self.records.contacts.push(contact.clone());
        contact.id
    }

    pub(crate) fn edit(&mut self, id: Id, edit: impl FnOnce(&mut Contact)) {
        edit(self.records.contacts.iter_mut().find(|one| one.id == id).expect("a contact"));
    }

    pub(crate) fn invite(&mut self, days: i64, contact: Id) {
        let id = self.id();
        self.records.invitations.push(Invitation { id, contact_id: contact, on_date: ago(days) });
    }

    pub(crate) fn answer(&mut self, days: i64, contact: Option<Id>, points: i64) -> Id {
        self.scaled(Scale::Nps, days, contact, points)
    }

    pub(crate) fn scaled(
        &mut self,
        scale: Scale,
        days: i64,
        contact: Option<Id>,
        points: i64,
    ) -> Id {
        let id = self.id();
        self.records.answers.push(Answer {
            id,
            account_id: Id(1),
            contact_id: contact,
            on_date: ago(days),
            scale,
            points,
            why: None,
            driver: None,
        });
        self.records.answers.sort_by_key(|one| std::cmp::Reverse((one.on_date, one.id)));
        id
    }

    pub(crate) fn talk(&mut self, days: i64, people: &[Id], mood: i64) -> Id {
        let mut talk = TalkFact::on(ago(days), TalkKind::Call);
        talk.id = self.id();
        talk.people = people.to_vec();
        talk.mood = Some(mood);
        self.records.talks.push(talk.clone());
        self.records.talks.sort_by_key(|one| std::cmp::Reverse((one.on_date, one.id)));
        talk.id
    }

    pub(crate) fn close(&mut self, code: &str, days: i64, contact: Option<Id>) -> Id {
        let id = self.id();
        self.records.closings.push(Closing {
            id,
            account_id: Id(1),
            contact_id: contact,
            code: code.to_owned(),
            on_date: ago(days),
            reason: "Settled by letter".to_owned(),
        });
        id
    }
}
