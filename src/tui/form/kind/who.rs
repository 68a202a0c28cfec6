//! People of the account in a form: the choices, and who joined and who dropped out.

use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::contact::Contact;
use crate::domain::plan::step_person::{self, StepPerson};
use crate::domain::records::Records;
use crate::domain::talk::Talk;
use crate::domain::talk::person::{self, TalkPerson};
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::Choice;

/// The people who are there, by name, and those who are named already though they have left.
pub(super) fn people<'a>(facts: &'a Facts, named: &[Id]) -> Vec<&'a Contact> {
    among(facts.dossier.as_ref().map(|dossier| &dossier.records), named)
}

fn among<'a>(records: Option<&'a Records>, named: &[Id]) -> Vec<&'a Contact> {
    let all = records.into_iter().flat_map(|records| &records.contacts);
    let mut people: Vec<&Contact> =
        all.filter(|contact| contact.active() || named.contains(&contact.id)).collect();
    people.sort_by_key(|contact| (contact.name.to_lowercase(), contact.id));
    people
}

/// `Ana Ruiz, CFO`.
pub(super) fn called(contact: &Contact) -> String {
    match &contact.title {
        Some(title) => format!("{}, {title}", contact.name),
        None => contact.name.clone(),
    }
}

pub(super) fn choices(facts: &Facts, named: &[Id]) -> Vec<Choice> {
    of(facts.dossier.as_ref().map(|dossier| &dossier.records), named)
}

/// The people of an account to choose from.
pub(in crate::tui::form) fn of(records: Option<&Records>, named: &[Id]) -> Vec<Choice> {
    let choice = |contact: &Contact| Choice::new(contact.id.0.to_string(), called(contact));
    among(records, named).into_iter().map(choice).collect()
}

/// The numbers as they stand in a field.
pub(super) fn keys(ids: impl IntoIterator<Item = Id>) -> String {
    let keys: Vec<String> = ids.into_iter().map(|id| id.0.to_string()).collect();
    keys.join(",")
}

/// Who joined a talk and who was taken out of it.
pub(super) fn of_talk(talk: &Talk, before: &[TalkPerson], now: &[Id]) -> Vec<Change> {
    let gone = before.iter().filter(|one| !now.contains(&one.contact_id));
    let gone = gone.map(|one| person::Change::Removed(one.id).into());
    let new = joined(now, |id| before.iter().any(|one| one.contact_id == id));
    let new = new.map(|contact_id| {
        let (on_date, two_way) = (talk.on_date, talk.two_way);
        let joins = TalkPerson { id: Id(0), talk_id: talk.id, contact_id, on_date, two_way };
        person::Change::Added(joins).into()
    });
    gone.chain(new).collect()
}

/// Who is invited to a meeting and who no longer is.
pub(super) fn of_step(step: Id, before: &[StepPerson], now: &[Id]) -> Vec<Change> {
    let gone = before.iter().filter(|one| !now.contains(&one.contact_id));
    let gone = gone.map(|one| step_person::Change::Removed(one.id).into());
    let new = joined(now, |id| before.iter().any(|one| one.contact_id == id));
    let new = new.map(|contact_id| {
        step_person::Change::Added(StepPerson { id: Id(0), step_id: step, contact_id }).into()
    });
    gone.chain(new).collect()
}

/// Each new one once.
fn joined(now: &[Id], known: impl Fn(Id) -> bool) -> impl Iterator<Item = Id> {
    let mut new: Vec<Id> = now.iter().copied().filter(|id| !known(*id)).collect();
    new.sort_unstable();
    new.dedup();
    new.into_iter()
}
