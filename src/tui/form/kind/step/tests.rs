//! What a step of each kind writes, how it moves and how it ends.

use crate::desk::Commit;
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::plan::step::{self, Field, MeetingType, Step, StepOwner, StepStatus};
use crate::domain::plan::step_person::{self, StepPerson};
use crate::domain::talk;
use crate::tui::form::facts::Facts;
use crate::tui::form::subject::Subject;
use crate::tui::form::trial::{facts, saved, wrong};
use crate::tui::screen::book::fixture;
use chrono::NaiveDate;

fn contoso() -> Facts {
    facts(Some(fixture::dossier()))
}

fn new(kind: &str, signal: Option<&str>) -> Subject {
    let signal = signal.map(str::to_owned);
    Subject::Step { account: Some(1), step: None, kind: kind.to_owned(), signal, about: None }
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

fn added(commit: &Commit) -> Step {
    match &commit.changes[0] {
        Change::Step(step::Change::Added(step)) => step.clone(),
        other => panic!("{other:?}"),
    }
}

fn edited(commit: &Commit) -> Vec<Field> {
    commit
        .changes
        .iter()
        .find_map(|change| match change {
            Change::Step(step::Change::Edited { fields, .. }) => Some(fields.clone()),
            _ => None,
        })
        .unwrap_or_default()
}

#[test]
fn a_step_belongs_to_the_running_cycle_unless_it_is_loose() {
    let typed = [("title", "Call"), ("due_on", "2026-11-27")];
    let step = added(&saved(&new("step", None), &contoso(), &typed).expect("a commit"));
    assert_eq!((step.plan_id, step.priority_id), (Some(Id(1)), None));
    assert_eq!((step.due_on, step.first_due_on), (day("2026-11-27"), day("2026-11-27")));
    assert_eq!((step.owner, step.client_sees), (StepOwner::Me, false));
    for (serves, plan, priority) in [("2", Some(Id(1)), Some(Id(2))), ("", None, None)] {
        let typed = [("title", "Call"), ("priority_id", serves)];
        let step = added(&saved(&new("step", None), &contoso(), &typed).expect("a commit"));
        assert_eq!((step.plan_id, step.priority_id), (plan, priority), "{serves}");
    }
}

#[test]
fn a_promise_says_to_whom_and_who_checked_it() {
    let subject = new("promise", None);
    assert_eq!(wrong(&subject, &contoso(), &[("title", "ROI sheet")]), "due_on");
    assert_eq!(wrong(&subject, &contoso(), &[("due_on", "fri")]), "title");
    let typed = [
        ("title", "ROI sheet"),
        ("due_on", "2026-11-27"),
        ("contact_id", "6"),
        ("checked_by", "Eva"),
    ];
    let commit = saved(&subject, &contoso(), &typed).expect("a commit");
    assert_eq!(commit.act.label, "Promise: ROI sheet");
    let step = added(&commit);
    assert_eq!((step.owner, step.contact_id), (StepOwner::Me, Some(Id(6))));
    assert_eq!(step.checked_by.as_deref(), Some("Eva"));
    assert!(step.client_sees);
}

#[test]
fn a_meeting_is_called_by_its_kind_and_who_comes() {
    let typed = [
        ("meeting_type", "QBR"),
        ("due_on", "2026-12-04"),
        ("at_time", "9.30"),
        ("people", "1,4"),
        ("agenda", "their goal"),
    ];
    let commit = saved(&new("meeting", None), &contoso(), &typed).expect("a commit");
    let step = added(&commit);
    assert_eq!(step.title, "QBR with Ana Ruiz +1");
    assert_eq!(step.meeting_type, Some(MeetingType::Qbr));
    assert_eq!(step.at_time.as_deref(), Some("09:30"));
    let invited = |change: &Change| matches!(change, Change::StepPerson(step_person::Change::Added(one)) if one.step_id == Id(-1));
    assert_eq!(commit.changes.iter().filter(|change| invited(change)).count(), 2);
    assert_eq!(wrong(&new("meeting", None), &contoso(), &[("at_time", "9")]), "due_on");
    let typed = [("due_on", "2026-12-04"), ("at_time", "noon")];
    assert_eq!(wrong(&new("meeting", None), &contoso(), &typed), "at_time");
}

#[test]
fn a_step_for_a_signal_is_written_already() {
    let commit = saved(&new("step", Some("champion-left")), &contoso(), &[]).expect("a commit");
    let step = added(&commit);
    assert_eq!(step.signal.as_deref(), Some("champion-left"));
    assert_eq!(step.title, "Find out who takes over from them");
    assert_eq!(step.due_on, day("2026-11-25"));
    let without = [("due_on", "")];
    assert_eq!(wrong(&new("step", Some("champion-left")), &contoso(), &without), "due_on");
}

#[test]
fn who_does_it_is_me_a_colleague_or_a_person_of_the_client() {
    let subject = new("step", None);
    let of = |owner: &str, name: &str| {
        let typed = [("title", "Call"), ("owner", owner), ("owner_name", name)];
        added(&saved(&subject, &contoso(), &typed).expect("a commit"))
    };
    let step = of("person 6", "");
    assert_eq!((step.owner, step.contact_id), (StepOwner::Client, Some(Id(6))));
    assert_eq!(step.owner_name.as_deref(), Some("Karl Ott"));
    assert_eq!(of("colleague", "Eva").owner_name.as_deref(), Some("Eva"));
    // Whoever writes a name means somebody by it.
    let step = of("me", "Eva");
    assert_eq!((step.owner, step.owner_name.as_deref()), (StepOwner::Colleague, Some("Eva")));
    let nobody = [("title", "Call"), ("owner", "colleague")];
    assert_eq!(wrong(&subject, &contoso(), &nobody), "owner_name");
}

#[test]
fn an_edit_keeps_the_day_first_promised() {
    let kind = "promise".to_owned();
    let subject =
        Subject::Step { account: Some(1), step: Some(3), kind, signal: None, about: None };
    let commit = saved(&subject, &contoso(), &[]).expect("a commit");
    assert_eq!(commit.changes, Vec::new());
    let commit = saved(&subject, &contoso(), &[("due_on", "2026-11-24")]).expect("a commit");
    assert_eq!(edited(&commit), [Field::DueOn(day("2026-11-24"))]);
    let commit = saved(&subject, &contoso(), &[("status", "done")]).expect("a commit");
    let done = [Field::Status(StepStatus::Done), Field::DoneOn(Some(fixture::today()))];
    assert_eq!(edited(&commit), done);
}

#[test]
fn moving_keeps_the_day_first_promised_and_says_the_new_one() {
    let subject = Subject::Moved { account: Some(1), step: 3 };
    assert_eq!(wrong(&subject, &contoso(), &[]), "due_on");
    let commit = saved(&subject, &contoso(), &[("due_on", "2026-11-24")]).expect("a commit");
    assert_eq!(commit.act.label, "ROI sheet moved to 24 Nov");
    assert_eq!(edited(&commit), [Field::DueOn(day("2026-11-24"))]);
    let commit = saved(&subject, &contoso(), &[("due_on", "2026-11-18")]).expect("a commit");
    assert_eq!(commit.changes, Vec::new(), "the day it has");
}

#[test]
fn dropping_asks_why() {
    let subject = Subject::Dropped { account: Some(1), step: 3 };
    assert_eq!(wrong(&subject, &contoso(), &[]), "drop_reason");
    let commit = saved(&subject, &contoso(), &[("drop_reason", "no budget")]).expect("a commit");
    let dropped =
        [Field::Status(StepStatus::Dropped), Field::DropReason(Some("no budget".to_owned()))];
    assert_eq!(edited(&commit), dropped);
}

/// The workshop of 16 November as a meeting with two people.
fn meeting() -> Facts {
    let mut facts = contoso();
    let steps = facts.dossier.as_mut().map(|dossier| &mut dossier.records.steps);
    let step = steps.and_then(|steps| steps.first_mut()).expect("a step");
    step.kind = step::StepKind::Meeting;
    facts.step_people = [(1, 4), (2, 6)]
        .map(|(id, contact)| StepPerson { id: Id(id), step_id: Id(1), contact_id: Id(contact) })
        .to_vec();
    facts
}

const HELD: Subject = Subject::Held { account: 1, step: 1 };

#[test]
fn a_meeting_held_becomes_a_talk_and_the_step_is_done() {
    let typed = [("mood", "1"), ("next", "Send the minutes"), ("next_on", "2026-11-23")];
    let commit = saved(&HELD, &meeting(), &typed).expect("a commit");
    let Change::Talk(talk::Change::Added(talk)) = &commit.changes[0] else { panic!("no talk") };
    assert_eq!(Some(talk.on_date), day("2026-11-16"));
    assert_eq!((talk.two_way, talk.missed, talk.mood), (true, false, Some(1)));
    assert_eq!(talk.summary, "Root-cause workshop, ops");
    let people = commit.changes.iter().filter(|one| matches!(one, Change::TalkPerson(_)));
    assert_eq!(people.count(), 2);
    assert_eq!(
        edited(&commit),
        [
            Field::Status(StepStatus::Done),
            Field::DoneOn(day("2026-11-16")),
            Field::TalkId(Some(talk.id)),
        ]
    );
    let Some(Change::Step(step::Change::Added(next))) = commit.changes.last() else {
        panic!("no next step");
    };
    assert_eq!(next.title, "Send the minutes");
}

#[test]
fn a_meeting_missed_gets_another_day_or_leaves_the_plan() {
    let again = [("held", "no"), ("next_on", "2026-11-30")];
    let commit = saved(&HELD, &meeting(), &again).expect("a commit");
    let Change::Talk(talk::Change::Added(talk)) = &commit.changes[0] else { panic!("no talk") };
    assert_eq!((talk.two_way, talk.missed), (false, true));
    assert_eq!(edited(&commit), [Field::DueOn(day("2026-11-30"))]);
    let commit = saved(&HELD, &meeting(), &[("held", "no")]).expect("a commit");
    assert_eq!(edited(&commit)[0], Field::Status(StepStatus::Dropped));
    assert_eq!(commit.act.label, "Root-cause workshop, ops missed");
}
