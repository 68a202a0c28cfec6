//! What was said, over three years.

use super::Scribe;
use trellis::domain::cell::Id;
use trellis::domain::talk::person::{self, TalkPerson};
use trellis::domain::talk::{self, Side, Talk, TalkKind, Topic};
use trellis::domain::word::WordSet;

/// How far back the talks reach, days.
const SPAN: i64 = 1_095;

const SUMMARIES: [&str; 6] = [
    "The budget of next year",
    "Reports for the second plant",
    "Two tickets that hurt, and what we do about them",
    "Who decides after the summer",
    "Prices and the length of the contract",
    "How the training went",
];

const QUOTES: [&str; 4] = [
    "we will know in January",
    "budget frozen until the new director is here",
    "my people want nothing else any more",
    "that is not what we were promised",
];

const MOODS: [i64; 20] = [-1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2];

const KINDS: [TalkKind; 8] = [
    TalkKind::Call,
    TalkKind::Call,
    TalkKind::Call,
    TalkKind::Meeting,
    TalkKind::Meeting,
    TalkKind::Message,
    TalkKind::Message,
    TalkKind::Note,
];

/// Writes so many talks down; one account in twelve has been silent of late.
pub fn write(scribe: &mut Scribe, account: Id, people: &[Id], count: usize) {
    let quiet = if scribe.chance.percent(8) { scribe.chance.between(50, 200) } else { 0 };
    for _ in 0..count {
        // The lesser of two days: there is more from this year than from the year before last.
        let days = scribe.chance.between(quiet, SPAN).min(scribe.chance.between(quiet, SPAN));
        one(scribe, account, people, days);
    }
}

fn one(scribe: &mut Scribe, account: Id, people: &[Id], days: i64) {
    let kind = scribe.chance.of(&KINDS).unwrap_or(TalkKind::Call);
    let missed = kind == TalkKind::Meeting && scribe.chance.percent(6);
    let two_way = match kind {
        TalkKind::Message => scribe.chance.percent(60),
        TalkKind::Note => false,
        _ => !missed,
    };
    let topics: Vec<Topic> = scribe.chance.maybe(70, Topic::ALL).into_iter().collect();
    let talk_id = scribe.id();
    let on_date = scribe.ago(days);
    let talk = Talk {
        id: talk_id,
        account_id: Some(account),
        on_date,
        kind,
        two_way,
        missed,
        started_by: scribe.chance.maybe(80, &[Side::Us, Side::Us, Side::Client]),
        mood: if two_way { scribe.chance.maybe(50, &MOODS) } else { None },
        topics: WordSet::of(&topics),
        summary: scribe.chance.of(&SUMMARIES).unwrap_or_default().to_owned(),
        quote: scribe.chance.maybe(25, &QUOTES).map(str::to_owned),
        note: scribe.chance.percent(30).then(|| SUMMARIES.join(". ")),
        opportunity_id: None,
    };
    scribe.add(talk::Change::Added(talk));
    let others = match scribe.chance.between(1, 100) {
        1..=65 => 1,
        66..=90 => 2,
        _ => 3,
    };
    // Those who came first, the champion above all, are talked to more often.
    let close = people.get(..people.len().div_ceil(3)).unwrap_or_default();
    let mut there: Vec<Id> = (0..others)
        .filter_map(|_| scribe.chance.maybe(60, close).or_else(|| scribe.chance.of(people)))
        .collect();
    there.sort_unstable();
    there.dedup();
    for contact_id in there {
        let person = TalkPerson { id: Id(0), talk_id, contact_id, on_date, two_way };
        scribe.add(person::Change::Added(person));
    }
}
