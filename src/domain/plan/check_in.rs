//! The step that is proposed where nothing asks for one: a word with whoever is nearest to us.

use super::step::Step;
use crate::domain::contact::{Contact, Role};
use crate::domain::day::{shift, worked_after};
use crate::domain::records::Records;
use chrono::NaiveDate;

/// How soon, days.
const DAYS: i64 = 7;

/// The step as it goes into the plan: part of the running cycle, under none of its priorities.
#[must_use]
pub fn check_in(records: &Records, today: NaiveDate) -> Step {
    let nearest = nearest(records);
    let title = match nearest {
        Some(contact) => format!("Check in with {}", contact.name),
        None => "Find out who decides and who uses it".to_owned(),
    };
    let mut step = Step::titled(&title, Some(worked_after(shift(today, DAYS))), today);
    step.account_id = Some(records.account.id);
    step.plan_id = records.plan.as_ref().map(|plan| plan.id);
    step.contact_id = nearest.map(|contact| contact.id);
    step
}

/// The champion, else who was talked to last, of those who are there.
fn nearest(records: &Records) -> Option<&Contact> {
    let there = |contact: &&Contact| contact.left_on.is_none() && contact.archived_on.is_none();
    let talked = |contact: &Contact| {
        let with = records.last_two_way_with.iter().find(|(one, _)| *one == contact.id);
        with.map(|(_, on)| *on)
    };
    let near = |contact: &&Contact| {
        (contact.roles.has(Role::Champion), talked(contact), std::cmp::Reverse(contact.id))
    };
    records.contacts.iter().filter(there).max_by_key(near)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::cell::Id;
    use crate::domain::word::WordSet;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).expect("a day")
    }

    fn person(id: i64, name: &str) -> Contact {
        Contact { id: Id(id), ..Contact::named(name, None, day(1)) }
    }

    #[test]
    fn the_champion_comes_before_who_was_talked_to_last_and_nobody_who_left() {
        let mut records = Records::bare(Account::named("Contoso", day(1)));
        let asked = |records: &Records| check_in(records, day(22));
        assert_eq!(asked(&records).title, "Find out who decides and who uses it");
        records.contacts = vec![person(1, "A. Ruiz"), person(2, "K. Ott"), person(3, "J. Roy")];
        assert_eq!(asked(&records).contact_id, Some(Id(1)), "nobody was talked to: the first one");
        records.last_two_way_with = vec![(Id(2), day(10)), (Id(3), day(20))];
        assert_eq!(asked(&records).title, "Check in with J. Roy");
        records.contacts[1].roles = WordSet::of(&[Role::Champion]);
        assert_eq!(asked(&records).title, "Check in with K. Ott");
        records.contacts[1].left_on = Some(day(21));
        let step = asked(&records);
        // A week from a Sunday is a Sunday: the Monday after it.
        assert_eq!((step.contact_id, step.due_on), (Some(Id(3)), Some(day(30))));
    }
}
