//! The talks of the demo book.

use super::asset;
use super::day::Day;
use super::scribe::{People, Scribe};
use crate::domain::cell::Id;
use crate::domain::day::worked_before;
use crate::domain::talk::{self, Talk, TalkKind, Topic, person};
use crate::domain::word::WordSet;
use crate::error::Result;

/// A talk; the `newest` of an account stays on its day, since so many things are told from it.
///
/// # Errors
/// It was with somebody who is not among the people.
pub fn write(
    scribe: &mut Scribe,
    account: Id,
    from: asset::Talk,
    newest: bool,
    people: &People,
    deals: &People,
) -> Result<()> {
    let on_date = scribe.on(from.day);
    let talks = matches!(from.kind.0, TalkKind::Call | TalkKind::Meeting);
    let topics: Vec<Topic> = from.topics.iter().map(|word| word.0).collect();
    let record = Talk {
        id: scribe.id(),
        two_way: from.two_way.unwrap_or(talks && !from.missed),
        missed: from.missed,
        started_by: from.by.map(|word| word.0),
        mood: from.mood,
        topics: WordSet::of(&topics),
        summary: from.about,
        quote: from.said,
        note: from.note,
        opportunity_id: from.deal.map(|title| deals.find(&title)).transpose()?,
        ..Talk::on(
            if newest { on_date } else { worked_before(on_date) },
            from.kind.0,
            Some(account),
        )
    };
    add_talk(scribe, record, &from.with, people)
}

fn add_talk(scribe: &mut Scribe, talk: Talk, with: &[String], people: &People) -> Result<()> {
    let (talk_id, on_date, two_way) = (talk.id, talk.on_date, talk.two_way);
    scribe.add(talk::Change::Added(talk));
    for name in with {
        let contact_id = people.find(name)?;
        let record = person::TalkPerson { id: Id(0), talk_id, contact_id, on_date, two_way };
        scribe.add(person::Change::Added(record));
    }
    Ok(())
}

/// # Errors
/// It is with somebody who is not among the people.
pub fn write_rhythm(
    scribe: &mut Scribe,
    account: Id,
    from: &asset::Rhythm,
    people: &People,
) -> Result<()> {
    let topics: Vec<Topic> = from.topics.iter().map(|word| word.0).collect();
    let (mut about, mut with) = (from.about.iter().cycle(), from.with.iter().cycle());
    let mut moods = from.moods.iter().copied().cycle();
    let days = (from.from.days()..=from.to.days()).step_by(from.every.max(1));
    for day in days {
        let (Some(about), Some(with)) = (about.next(), with.next()) else {
            continue;
        };
        let record = Talk {
            id: scribe.id(),
            started_by: from.by.map(|word| word.0),
            mood: moods.next(),
            topics: WordSet::of(&topics),
            summary: about.clone(),
            ..Talk::on(worked_before(scribe.on(Day::Days(day))), from.kind.0, Some(account))
        };
        add_talk(scribe, record, std::slice::from_ref(with), people)?;
    }
    Ok(())
}
