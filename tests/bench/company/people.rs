//! Who works there.

use super::Scribe;
use chrono::NaiveDate;
use trellis::domain::cell::Id;
use trellis::domain::contact::{self, Contact, Influence, Level, Role, Stance};
use trellis::domain::word::WordSet;

const SURNAMES: [&str; 20] = [
    "Lee", "Roy", "Ott", "Novak", "Silva", "Maes", "Berg", "Khan", "Weber", "Dana", "Moreau",
    "Okafor", "Lind", "Rossi", "Ivanova", "Sato", "Pires", "Jansen", "Costa", "Kowalska",
];

const TITLES: [(&str, Level); 9] = [
    ("Chief Operating Officer", Level::DecisionMaker),
    ("Managing Director", Level::DecisionMaker),
    ("Head of Operations", Level::Influencer),
    ("IT Manager", Level::Influencer),
    ("Procurement Manager", Level::Influencer),
    ("Team Lead", Level::User),
    ("Analyst", Level::User),
    ("Planner", Level::User),
    ("Administrator", Level::User),
];

/// Writes so many people down; gives those who are still there, or the last who was.
pub fn write(scribe: &mut Scribe, account_id: Id, count: usize) -> Vec<Id> {
    let mut there = Vec::with_capacity(count);
    let mut boss = None;
    for number in 0..count {
        let id = scribe.id();
        let left_on =
            scribe.chance.percent(if number == 0 { 3 } else { 7 }).then(|| scribe.some_day(400, 1));
        let contact = person(scribe, id, account_id, number, boss, left_on);
        scribe.add(contact::Change::Added(contact));
        if left_on.is_none() || (there.is_empty() && number + 1 == count) {
            there.push(id);
        }
        boss = boss.or(Some(id));
    }
    there
}

fn person(
    scribe: &mut Scribe,
    id: Id,
    account_id: Id,
    number: usize,
    boss: Option<Id>,
    left_on: Option<NaiveDate>,
) -> Contact {
    let surname = scribe.chance.of(&SURNAMES).unwrap_or_default();
    let initial = scribe.chance.of(&["A", "E", "J", "K", "M", "P", "S", "T"]).unwrap_or_default();
    let (title, level) = scribe.chance.of(&TITLES).unwrap_or(("Owner", Level::DecisionMaker));
    let roles: &[Role] = match (number, level) {
        (0, _) => &[Role::Champion],
        (_, Level::DecisionMaker) => &[Role::EconomicBuyer],
        (_, Level::User) => &[Role::EndUser],
        _ => &[],
    };
    let influences = if number == 0 { &[Influence::High] } else { Influence::ALL };
    let created_on = scribe.some_day(900, 100);
    Contact {
        id,
        title: Some(title.to_owned()),
        level: scribe.chance.percent(80).then_some(level),
        roles: WordSet::of(roles),
        email: Some(format!("{initial}.{surname}.{}@example.com", id.0.abs()).to_lowercase()),
        phone: scribe.chance.percent(60).then(|| format!("+33 4 72 {:06}", id.0.abs())),
        birthday: scribe.chance.percent(20).then(|| scribe.some_day(20_000, 9_000)),
        interests: scribe.chance.maybe(15, &["sailing", "chess", "running"]).map(str::to_owned),
        influence: scribe.chance.maybe(70, influences),
        stance: scribe.chance.maybe(70, Stance::ALL),
        reports_to: if scribe.chance.percent(50) { boss } else { None },
        verified_on: scribe.chance.percent(85).then(|| scribe.some_day(400, 0)),
        left_on,
        ..Contact::named(&format!("{initial}. {surname}"), Some(account_id), created_on)
    }
}
