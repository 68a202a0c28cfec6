//! A talk: who, how, when, how they felt, what was said, and what comes next.

use super::{about, does, next, who};
use crate::desk::{Act, Commit};
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::day;
use crate::domain::talk::{self, Side, Talk, TalkKind, Topic};
use crate::domain::word::WordSet;
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{Choice, FieldKind, FieldSpec, Spec};
use crate::tui::form::subject::Subject;
use crate::tui::form::values::Values;
use chrono::NaiveDate;

/// The field for two columns: two-way, or missed.
const HELD: &str = "held";

pub(super) fn spec(subject: &Subject, facts: &Facts) -> Option<Spec> {
    let Subject::Talk { talk, with, .. } = subject else { return None };
    let moves_on = opportunity(subject, facts);
    let old = match talk {
        Some(_) => Some(&facts.talk.as_ref()?.talk),
        None => None,
    };
    let named: Vec<Id> = match old {
        Some(_) => facts.talk_people.iter().map(|one| one.contact_id).collect(),
        None => with.map(Id).into_iter().collect(),
    };
    let text = |read: fn(&Talk) -> Option<String>| old.and_then(read).unwrap_or_default();
    let held = old.map_or("", |talk| match (talk.missed, talk.two_way) {
        (true, _) => "missed",
        (false, true) => "yes",
        (false, false) => "no",
    });
    let kind = old.map_or(TalkKind::Call, |talk| talk.kind);
    let day = old.map_or_else(|| "today".to_owned(), |old| day::typed(old.on_date));
    let mut fields = vec![
        FieldSpec::new("kind", "kind", one_of(Choice::words(TalkKind::ALL)), kind.word()),
        FieldSpec::new(
            "people",
            "who",
            FieldKind::Many { options: who::choices(facts, &named) },
            who::keys(named),
        )
        .hint("who took part"),
        FieldSpec::new("on_date", "day", FieldKind::Day, day),
        FieldSpec::new(
            "summary",
            "in a sentence",
            FieldKind::Line,
            text(|old| Some(old.summary.clone())),
        )
        .hint("what it was about, what was agreed"),
        FieldSpec::new("quote", "their words", FieldKind::Line, text(|old| old.quote.clone()))
            .hint("what they said, as they said it"),
        mood(old.and_then(|old| old.mood)),
        topics(&old.map(|old| old.topics.clone()).unwrap_or_default()),
    ];
    if old.is_none() {
        fields.extend(next::fields());
    }
    fields.extend(about::field(moves_on, facts));
    if old.is_none() {
        fields.extend(does::field(with.map(Id), facts));
    }
    fields.extend([
        FieldSpec::new(
            HELD,
            "both sides?",
            FieldKind::Choice {
                options: vec![
                    Choice::new("yes", "took place, or was answered"),
                    Choice::new("no", "one-way: nobody answered"),
                    Choice::new("missed", "agreed, did not take place"),
                ],
                none: true,
            },
            held,
        )
        .hint("call, meeting: yes; message: no answer yet"),
        FieldSpec::new(
            "started_by",
            "started by",
            FieldKind::Choice {
                options: vec![Choice::new("us", "us"), Choice::new("client", "the client")],
                none: true,
            },
            text(|old| old.started_by.map(|side| side.to_string())),
        ),
        FieldSpec::new("note", "note", FieldKind::Lines, text(|old| old.note.clone())),
    ]);
    let name = facts.name();
    let title = match old {
        Some(old) => format!("Talk of {} with {name}", day::day(old.on_date, facts.today)),
        None => format!("Talk with {name}"),
    };
    Some(Spec { title, lead: Vec::new(), fields })
}

/// The opportunity that the talk is about as it stands, or that a new one was begun for.
fn opportunity(subject: &Subject, facts: &Facts) -> Option<Id> {
    match subject {
        Subject::Talk { talk: None, about, .. } => about.map(Id),
        _ => facts.talk.as_ref().and_then(|entry| entry.talk.opportunity_id),
    }
}

const fn one_of(options: Vec<Choice>) -> FieldKind {
    FieldKind::Choice { options, none: false }
}

/// How they felt, typed as a number.
pub(super) fn mood(felt: Option<i64>) -> FieldSpec {
    let text = felt.map(|felt| felt.to_string()).unwrap_or_default();
    FieldSpec::new("mood", "mood", FieldKind::Whole { least: -2, most: 2 }, text)
        .hint("-2 angry, 0 neutral, 2 delighted")
}

/// What it was about.
pub(super) fn topics(topics: &WordSet<Topic>) -> FieldSpec {
    let words: Vec<&str> = topics.iter().map(Topic::word).collect();
    let options = Choice::words(Topic::ALL);
    FieldSpec::new("topics", "topics", FieldKind::Many { options }, words.join(","))
        .hint("delivery, issue, renewal; goals, risk ahead, idea")
}

/// A day that lies behind us or is today; today where nothing stands.
pub(super) fn past_day(key: &str, facts: &Facts, values: &Values<'_>) -> NaiveDate {
    let day = values.day(key).unwrap_or(facts.today);
    if day > facts.today {
        values.wrong(key, "that day is still to come; what is planned is a step or a meeting");
    }
    day
}

/// Two-way and missed, from the field and the kind.
fn held(kind: TalkKind, values: &Values<'_>) -> (bool, bool) {
    let one_way = matches!(kind, TalkKind::Event | TalkKind::Note);
    match values.text(HELD).as_deref() {
        Some("yes") if one_way => {
            values.wrong(HELD, "an event or a note has no answer; a talk there is a meeting");
            (false, false)
        }
        Some("yes") => (true, false),
        Some("no") => (false, false),
        Some("missed") => (false, true),
        _ => (matches!(kind, TalkKind::Call | TalkKind::Meeting), false),
    }
}

pub(super) fn save(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Option<Commit> {
    let Subject::Talk { account, .. } = subject else { return None };
    let account = Id(*account);
    let old = facts.talk.as_ref().map(|entry| &entry.talk);
    let kind = values.word("kind", TalkKind::from_word).unwrap_or(TalkKind::Call);
    let (two_way, missed) = held(kind, values);
    let people = values.ids("people");
    let new = Talk {
        id: old.map_or(Id(-1), |old| old.id),
        account_id: Some(account),
        on_date: past_day("on_date", facts, values),
        kind,
        two_way,
        missed,
        started_by: values.word("started_by", Side::from_word),
        mood: values.whole("mood", -2, 2),
        topics: WordSet::of(&values.words("topics", Topic::from_word)),
        summary: values.text("summary").unwrap_or_default(),
        quote: values.text("quote"),
        note: values.text("note"),
        opportunity_id: about::chosen(opportunity(subject, facts), facts, values),
    };
    let said = !new.summary.is_empty() || new.quote.is_some() || new.note.is_some();
    if !said && people.is_empty() {
        values.wrong("people", "who took part, or in a sentence what it was about");
    }
    let name = facts.name();
    let Some(old) = old else {
        let label = match kind {
            TalkKind::Note => format!("Note on {name}"),
            _ => format!("Talk with {name}"),
        };
        let added = who::of_talk(&new, &[], &people);
        let done = does::change(&new, facts, values);
        let mut changes: Vec<Change> = vec![talk::Change::Added(new).into()];
        changes.extend(added);
        let (done, expected) = done.unzip();
        changes.extend(done);
        changes.extend(next::step(account, facts, values));
        let commit = Commit::new(Act::edit(label, Some(account)), changes);
        return Some(commit.expecting(expected.unwrap_or_default()));
    };
    let fields = new.fields_changed_from(old);
    let expected = old.expects(&fields);
    let mut changes = Vec::new();
    if !fields.is_empty() {
        changes.push(talk::Change::Edited { id: old.id, fields }.into());
    }
    changes.extend(who::of_talk(&new, &facts.talk_people, &people));
    let label = format!("Talk of {} with {name} edited", day::day(old.on_date, facts.today));
    Some(Commit::new(Act::edit(label, Some(account)), changes).expecting(expected))
}

#[cfg(test)]
mod tests;
