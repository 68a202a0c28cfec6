//! What a talk writes.

use crate::domain::book::page::LogEntry;
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::plan::step;
use crate::domain::talk::person::{Change as PersonChange, TalkPerson};
use crate::domain::talk::{Change as TalkChange, Field, Talk, TalkKind, Topic};
use crate::domain::word::WordSet;
use crate::tui::form::facts::Facts;
use crate::tui::form::subject::Subject;
use crate::tui::form::trial::{facts, saved, wrong};
use crate::tui::screen::book::fixture;

const NEW: Subject = Subject::Talk { account: 1, talk: None, with: None, about: None };

fn contoso() -> Facts {
    facts(Some(fixture::dossier()))
}

fn added(changes: &[Change]) -> Talk {
    match &changes[0] {
        Change::Talk(TalkChange::Added(talk)) => talk.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_call_is_written_with_who_how_and_what_comes_next() {
    let commit = saved(
        &NEW,
        &contoso(),
        &[
            ("people", "6,4,6"),
            ("summary", "Budget talk"),
            ("quote", "budget frozen"),
            ("mood", "-1"),
            ("topics", "issue,renewal"),
            ("next", "Send the ROI sheet"),
            ("next_on", "2026-11-27"),
        ],
    )
    .expect("a commit");
    assert_eq!(commit.act.label, "Talk with Contoso");
    let talk = added(&commit.changes);
    assert_eq!(talk.on_date, fixture::today());
    assert_eq!((talk.kind, talk.two_way, talk.missed), (TalkKind::Call, true, false));
    assert_eq!(talk.mood, Some(-1));
    assert_eq!(talk.topics, WordSet::of(&[Topic::Issue, Topic::RenewalTalk]));
    let people: Vec<(Id, Id)> = commit
        .changes
        .iter()
        .filter_map(|change| match change {
            Change::TalkPerson(PersonChange::Added(one)) => Some((one.talk_id, one.contact_id)),
            _ => None,
        })
        .collect();
    assert_eq!(people, [(Id(-1), Id(4)), (Id(-1), Id(6))]);
    let Some(Change::Step(step::Change::Added(next))) = commit.changes.last() else {
        panic!("no next step");
    };
    assert_eq!(next.title, "Send the ROI sheet");
    assert_eq!(next.due_on.map(|day| day.to_string()).as_deref(), Some("2026-11-27"));
    assert_eq!((next.first_due_on, next.plan_id), (next.due_on, Some(Id(1))));
}

#[test]
fn a_next_step_without_a_day_is_due_in_a_week() {
    let typed = [("summary", "Call"), ("next", "Write to them")];
    let commit = saved(&NEW, &contoso(), &typed).expect("a commit");
    let Some(Change::Step(step::Change::Added(next))) = commit.changes.last() else {
        panic!("no next step");
    };
    assert_eq!(next.due_on.map(|day| day.to_string()).as_deref(), Some("2026-11-29"));
}

#[test]
fn whether_both_sides_spoke_follows_from_the_kind_unless_it_is_said() {
    for (kind, held, two_way, missed) in [
        ("call", "", true, false),
        ("meeting", "", true, false),
        ("message", "", false, false),
        ("message", "yes", true, false),
        ("event", "", false, false),
        ("note", "", false, false),
        ("call", "no", false, false),
        ("meeting", "missed", false, true),
    ] {
        let typed = [("kind", kind), ("held", held), ("summary", "so")];
        let talk = added(&saved(&NEW, &contoso(), &typed).expect("a commit").changes);
        assert_eq!((talk.two_way, talk.missed), (two_way, missed), "{kind} {held}");
    }
}

#[test]
fn what_cannot_be_is_told_at_its_field() {
    let facts = contoso();
    assert_eq!(wrong(&NEW, &facts, &[]), "people");
    assert_eq!(wrong(&NEW, &facts, &[("summary", "x"), ("on_date", "2026-11-23")]), "on_date");
    assert_eq!(wrong(&NEW, &facts, &[("summary", "x"), ("next_on", "fri")]), "next");
    assert_eq!(wrong(&NEW, &facts, &[("summary", "x"), ("mood", "3")]), "mood");
    let answered = [("summary", "x"), ("kind", "note"), ("held", "yes")];
    assert_eq!(wrong(&NEW, &facts, &answered), "held");
}

#[test]
fn an_edit_changes_what_was_edited_and_who_took_part() {
    let mut facts = contoso();
    let entry = fixture::log().entries[0].clone();
    facts.talk_people = [(31, 1), (32, 6)]
        .map(|(id, contact)| TalkPerson {
            id: Id(id),
            talk_id: entry.talk.id,
            contact_id: Id(contact),
            on_date: entry.talk.on_date,
            two_way: true,
        })
        .to_vec();
    facts.talk = Some(LogEntry { people: Vec::new(), ..entry.clone() });
    let talk = Some(entry.talk.id.0);
    let subject = Subject::Talk { account: 1, talk, with: None, about: None };
    let commit = saved(&subject, &facts, &[]).expect("a commit");
    assert_eq!((commit.changes, commit.expected), (Vec::new(), Vec::new()));

    let commit = saved(&subject, &facts, &[("mood", "+1"), ("people", "6,2")]).expect("a commit");
    let [talk, gone, new] = commit.changes.as_slice() else { panic!("{:?}", commit.changes) };
    assert_eq!(
        *talk,
        TalkChange::Edited { id: entry.talk.id, fields: vec![Field::Mood(Some(1))] }.into()
    );
    assert_eq!(*gone, PersonChange::Removed(Id(31)).into());
    assert!(matches!(new, Change::TalkPerson(PersonChange::Added(one)) if one.contact_id == Id(2)));
    let columns: Vec<&str> = commit.expected.iter().map(|one| one.column).collect();
    assert_eq!(columns, ["mood"]);
}
