//! The talks of [`Records`](crate::domain::records::Records): facts without texts, who took part,
//! and the newest one with its words.

use super::records::Batch;
use super::row::{count, damaged, day, each, seen, value};
use crate::domain::cell::{Cell, Id, Misfit, Value};
use crate::domain::records::{LastTalk, TALK_WINDOW_DAYS, TalkFact};
use crate::domain::talk::{Side, TalkKind};
use crate::domain::word::WordSet;
use crate::error::Result;
use chrono::{Duration, NaiveDate};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

/// A word without the detour over a `String`.
fn word<T: Copy>(cell: ValueRef<'_>, all: &[T], word: impl Fn(T) -> &'static str) -> Option<T> {
    match cell {
        ValueRef::Text(text) => all.iter().copied().find(|one| word(*one).as_bytes() == text),
        _ => None,
    }
}

fn number(cell: ValueRef<'_>) -> Option<i64> {
    match cell {
        ValueRef::Integer(number) => Some(number),
        _ => None,
    }
}

/// The fact in columns `id, on_date, kind, two_way, missed, started_by, mood, topics,
/// opportunity_id`.
fn fact(row: &Row<'_>) -> Result<TalkFact> {
    let cell = |column: usize| row.get_ref(column).unwrap_or(ValueRef::Null);
    let id = number(cell(0)).unwrap_or_default();
    let misfit = |name: &'static str, wanted: &'static str, column: usize| {
        damaged("talk", id, name, &Misfit::new(wanted, &value(cell(column))))
    };
    Ok(TalkFact {
        id: Id(id),
        on_date: day(cell(1)).ok_or_else(|| misfit("on_date", "a date", 1))?,
        kind: word(cell(2), TalkKind::ALL, TalkKind::word)
            .ok_or_else(|| misfit("kind", "a kind of talk", 2))?,
        two_way: number(cell(3)) == Some(1),
        missed: number(cell(4)) == Some(1),
        started_by: word(cell(5), Side::ALL, Side::word),
        mood: number(cell(6)),
        people: Vec::new(),
        topics: WordSet::read(seen(cell(7))).map_err(|why| damaged("talk", id, "topics", &why))?,
        opportunity_id: number(cell(8)).map(Id),
    })
}

/// Fills talks, who took part, and the last two-way days.
pub(super) fn talks(connection: &Connection, batch: &mut Batch) -> Result<()> {
    let (first, last, today) = (batch.first(), batch.last(), batch.day());
    let since = today - Duration::days(TALK_WINDOW_DAYS);
    let sql = "SELECT id, on_date, kind, two_way, missed, started_by, mood, topics, \
               opportunity_id, account_id FROM talk \
               WHERE account_id BETWEEN ?1 AND ?2 AND on_date BETWEEN ?3 AND ?4 \
               AND kind <> 'note'";
    each(connection, sql, (first, last, since.to_string(), today.to_string()), |row| {
        if let Some(records) = batch.of(row, 9) {
            records.talks.push(fact(row)?);
        }
        Ok(())
    })?;
    for records in batch.records() {
        records.talks.sort_unstable_by_key(|fact| std::cmp::Reverse((fact.on_date, fact.id)));
        records.last_two_way_on =
            records.talks.iter().find(|talk| talk.two_way).map(|talk| talk.on_date);
    }
    people(connection, batch, since)?;
    for records in batch.records() {
        if records.last_two_way_on.is_none() {
            records.last_two_way_on = older_two_way(connection, records.account.id, since)?;
        }
    }
    Ok(())
}

/// Who took part in the talks, and the newest two-way day of each contact.
fn people(connection: &Connection, batch: &mut Batch, since: NaiveDate) -> Result<()> {
    // Both answers come from the index alone: the talks since then, contact by contact.
    let sql = "SELECT p.contact_id, p.talk_id, p.on_date, p.two_way, c.account_id \
               FROM contact c CROSS JOIN talk_person p ON p.contact_id = c.id \
               WHERE c.account_id BETWEEN ?1 AND ?2 AND p.two_way IN (0, 1) \
               AND p.on_date BETWEEN ?3 AND ?4";
    let (first, last, today) = (batch.first(), batch.last(), batch.day());
    let mut current: Option<(i64, usize)> = None;
    each(connection, sql, (first, last, since.to_string(), today.to_string()), |row| {
        let cell = |column: usize| row.get_ref(column).unwrap_or(ValueRef::Null);
        let (Some(contact), Some(talk), Some(on_date)) =
            (number(cell(0)), number(cell(1)), day(cell(2)))
        else {
            return Ok(());
        };
        let place = match current {
            Some((known, place)) if known == contact => place,
            _ => {
                let Some(place) = number(cell(4)).and_then(|account| batch.place(account)) else {
                    return Ok(());
                };
                current = Some((contact, place));
                place
            }
        };
        let Some(records) = batch.records().get_mut(place) else { return Ok(()) };
        let (contact, talk) = (Id(contact), Id(talk));
        if let Ok(place) =
            records.talks.binary_search_by(|fact| (on_date, talk).cmp(&(fact.on_date, fact.id)))
            && let Some(fact) = records.talks.get_mut(place)
        {
            fact.people.push(contact);
        }
        if number(cell(3)) == Some(1) {
            let known = &mut records.last_two_way_with;
            match known.last_mut() {
                Some((id, newest)) if *id == contact => *newest = (*newest).max(on_date),
                _ => known.push((contact, on_date)),
            }
        }
        Ok(())
    })?;
    for records in batch.records() {
        for place in 0..records.contacts.len() {
            let Some(contact) = records.contacts.get(place).map(|contact| contact.id) else {
                continue;
            };
            if records.last_two_way_with.iter().any(|(id, _)| *id == contact) {
                continue;
            }
            let older = older_two_way_with(connection, contact, since)?;
            records.last_two_way_with.extend(older.map(|on_date| (contact, on_date)));
        }
        records.last_two_way_with.sort_unstable();
    }
    Ok(())
}

/// The newest two-way talk with a contact before the window.
fn older_two_way_with(
    connection: &Connection,
    contact: Id,
    before: NaiveDate,
) -> Result<Option<NaiveDate>> {
    let sql = "SELECT max(on_date) FROM talk_person \
               WHERE contact_id = ?1 AND two_way = 1 AND on_date < ?2";
    let mut newest = None;
    each(connection, sql, (contact.0, before.to_string()), |row| {
        newest = row.get_ref(0).ok().and_then(day);
        Ok(())
    })?;
    Ok(newest)
}

/// The newest two-way talk before the window.
fn older_two_way(
    connection: &Connection,
    account: Id,
    before: NaiveDate,
) -> Result<Option<NaiveDate>> {
    let sql = "SELECT on_date FROM talk WHERE account_id = ?1 AND on_date < ?2 AND two_way = 1 \
               ORDER BY on_date DESC LIMIT 1";
    let mut newest = None;
    each(connection, sql, (account.0, before.to_string()), |row| {
        newest = row.get_ref(0).ok().and_then(day);
        Ok(())
    })?;
    Ok(newest)
}

/// The newest talk that took place, with its words: no note, no missed meeting.
pub(super) fn last_talk(
    connection: &Connection,
    account: Id,
    today: NaiveDate,
) -> Result<Option<LastTalk>> {
    let sql = "SELECT id, on_date, kind, two_way, missed, started_by, mood, topics, opportunity_id, \
               summary, quote FROM talk WHERE account_id = ?1 AND on_date <= ?2 AND kind <> 'note' \
               AND missed = 0 ORDER BY on_date DESC, id DESC LIMIT 1";
    let mut newest: Option<LastTalk> = None;
    each(connection, sql, (account.0, today.to_string()), |row| {
        let fact = fact(row)?;
        newest = Some(LastTalk {
            id: fact.id,
            on_date: fact.on_date,
            kind: fact.kind,
            mood: fact.mood,
            summary: text(row, 9).unwrap_or_default(),
            quote: text(row, 10),
            people: Vec::new(),
        });
        Ok(())
    })?;
    if let Some(talk) = &mut newest {
        talk.people = names(connection, talk.id)?.into_iter().map(|(_, name)| name).collect();
    }
    Ok(newest)
}

fn text(row: &Row<'_>, column: usize) -> Option<String> {
    match row.get_ref(column).map_or(Value::Null, value) {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// The contacts who took part in a talk, by name.
pub(super) fn names(connection: &Connection, talk: Id) -> Result<Vec<(Id, String)>> {
    let sql = "SELECT c.id, c.name FROM talk_person p JOIN contact c ON c.id = p.contact_id \
               WHERE p.talk_id = ?1 ORDER BY c.name, c.id";
    let mut people = Vec::new();
    each(connection, sql, [talk.0], |row| {
        people.push((Id(row.get(0)?), text(row, 1).unwrap_or_default()));
        Ok(())
    })?;
    Ok(people)
}

/// Talks of an account up to a day, notes and missed ones included.
pub(super) fn total(connection: &Connection, account: Id, today: NaiveDate) -> Result<usize> {
    let sql = "SELECT count(*) FROM talk WHERE account_id = ?1 AND on_date <= ?2";
    count(connection, sql, (account.0, today.to_string()))
}
