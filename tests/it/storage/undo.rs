//! Whatever was done can be taken back, one step after the other, over restarts.

use super::{add, dump, fresh, label, names, now, place, today, writing};
use proptest::prelude::*;
use rusqlite::Connection;
use std::path::Path;
use trellis::domain::account::own_score::{self, Factor, OwnScore};
use trellis::domain::account::{self, goal, metric};
use trellis::domain::book::{external_id, setting};
use trellis::domain::cell::Id;
use trellis::domain::change::Change;
use trellis::domain::contact::{self, Contact, Role};
use trellis::domain::feedback::{self, invitation};
use trellis::domain::plan::{cycle, priority, step, step_person};
use trellis::domain::talk::{self, person};
use trellis::domain::word::WordSet;
use trellis::error::Kind;
use trellis::store::{Mode, Store};

/// What to do, with selectors that pick among the records that are there.
#[derive(Clone, Debug)]
struct Act {
    what: u8,
    which: u8,
    other: u8,
    text: String,
    number: f64,
}

fn act() -> impl Strategy<Value = Act> {
    let text = prop_oneof!["[a-zäß'\"\\\\]{1,8}", any::<String>()];
    let number = prop_oneof![
        any::<f64>().prop_filter("a number", |x| !x.is_nan()),
        Just(0.1),
        Just(-0.0),
        Just(f64::MAX),
        Just(f64::INFINITY),
        Just(5e-324),
    ];
    (0_u8..24, any::<u8>(), any::<u8>(), text, number)
        .prop_map(|(what, which, other, text, number)| Act { what, which, other, text, number })
}

/// A record of the table that is there, if any.
fn pick(connection: &Connection, table: &str, selector: u8) -> Option<Id> {
    let ids: Vec<i64> = connection
        .prepare(&format!("SELECT id FROM {table} ORDER BY id"))
        .expect("the table")
        .query_map([], |row| row.get(0))
        .expect("rows")
        .collect::<rusqlite::Result<_>>()
        .expect("ids");
    (!ids.is_empty()).then(|| Id(ids[usize::from(selector) % ids.len()]))
}

fn changes(connection: &Connection, act: &Act, place: i64) -> Option<Vec<Change>> {
    let pick = |table, selector| pick(connection, table, selector);
    let (which, other) = (act.which, act.other);
    let text = if act.text.is_empty() { "x".to_owned() } else { act.text.clone() };
    let optional = (other % 3 != 0).then(|| text.clone());
    let new = Id(-1 - place);
    let on_date = today() - chrono::TimeDelta::days(i64::from(other));
    Some(match act.what {
        0 | 1 => {
            let mut fresh = account::Account::named(&text, on_date);
            fresh.id = new;
            let mut person = Contact::named(&text, Some(new), on_date);
            person.note = optional;
            vec![account::Change::Added(fresh).into(), contact::Change::Added(person).into()]
        }
        2 => {
            let mut person = Contact::named(&text, pick("account", which), on_date);
            person.reports_to = pick("contact", other);
            person.roles = WordSet::of(&[Role::Champion, Role::EndUser]);
            vec![contact::Change::Added(person).into()]
        }
        3 => {
            let fields = vec![
                account::Field::Name(text),
                account::Field::Note(optional),
                account::Field::Turnover(Some(i64::MAX - i64::from(other))),
            ];
            vec![account::Change::Edited { id: pick("account", which)?, fields }.into()]
        }
        4 => {
            let fields = vec![contact::Field::ReportsTo(pick("contact", other))];
            vec![contact::Change::Edited { id: pick("contact", which)?, fields }.into()]
        }
        5 => vec![account::Change::Removed(pick("account", which)?).into()],
        6 => vec![contact::Change::Removed(pick("contact", which)?).into()],
        7 | 8 => {
            let talk = talk::Talk {
                id: new,
                account_id: pick("account", which),
                on_date,
                kind: talk::TalkKind::Call,
                two_way: other % 2 == 0,
                missed: false,
                started_by: Some(talk::Side::Client),
                mood: Some(i64::from(other % 5) - 2),
                topics: WordSet::of(&[talk::Topic::Issue]),
                summary: text,
                quote: optional,
                note: None,
            };
            let with = |contact_id| person::TalkPerson {
                id: Id(0),
                talk_id: new,
                contact_id,
                on_date: today(),
                two_way: false,
            };
            let mut list = vec![talk::Change::Added(talk).into()];
            list.extend(
                pick("contact", other).map(|contact| person::Change::Added(with(contact)).into()),
            );
            list
        }
        9 => {
            let fields = vec![talk::Field::OnDate(on_date), talk::Field::TwoWay(which % 2 == 0)];
            vec![talk::Change::Edited { id: pick("talk", which)?, fields }.into()]
        }
        10 => vec![talk::Change::Removed(pick("talk", which)?).into()],
        11 => {
            let plan = cycle::Plan {
                id: new,
                account_id: pick("account", which)?,
                starts_on: on_date,
                ended_on: None,
            };
            let first = priority::Priority {
                id: Id(new.0 - 1000),
                plan_id: new,
                place: 1,
                kind: priority::PriorityKind::Repair,
                title: text.clone(),
                metric: optional,
            };
            let mut one = step::Step::titled(&text, Some(on_date), on_date);
            one.account_id = Some(plan.account_id);
            one.plan_id = Some(new);
            one.priority_id = Some(first.id);
            one.contact_id = pick("contact", other);
            vec![
                cycle::Change::Added(plan).into(),
                priority::Change::Added(first).into(),
                step::Change::Added(one).into(),
            ]
        }
        12 => {
            let fields = vec![cycle::Field::EndedOn(Some(on_date))];
            vec![cycle::Change::Edited { id: pick("plan", which)?, fields }.into()]
        }
        13 => vec![cycle::Change::Removed(pick("plan", which)?).into()],
        14 => vec![priority::Change::Removed(pick("priority", which)?).into()],
        15 => {
            let coming = step_person::StepPerson {
                id: Id(0),
                step_id: pick("step", which)?,
                contact_id: pick("contact", other)?,
            };
            vec![step_person::Change::Added(coming).into()]
        }
        16 => vec![step::Change::Removed(pick("step", which)?).into()],
        17 => {
            let goal = goal::Goal {
                id: Id(0),
                account_id: pick("account", which)?,
                title: text,
                metric: None,
                start_value: 0.1 + 0.2,
                now_value: act.number,
                target_value: -act.number,
                starts_on: on_date,
                due_on: today(),
                measured_on: today(),
                status: goal::GoalStatus::Running,
            };
            vec![goal::Change::Added(goal).into()]
        }
        18 => {
            let fields = vec![goal::Field::NowValue(act.number)];
            vec![goal::Change::Edited { id: pick("goal", which)?, fields }.into()]
        }
        19 => {
            let figure = metric::Metric {
                id: Id(0),
                account_id: pick("account", which)?,
                kind: metric::MetricKind::SeatsActive,
                on_date,
                amount: act.number,
                note: optional,
            };
            let digit = OwnScore {
                id: Id(0),
                account_id: pick("account", which)?,
                factor: Factor::Pulse,
                points: i64::from(other % 10) + 1,
                on_date,
                reason: None,
            };
            vec![metric::Change::Added(figure).into(), own_score::Change::Added(digit).into()]
        }
        20 => {
            let answer = feedback::Answer {
                id: Id(0),
                account_id: pick("account", which)?,
                contact_id: pick("contact", other),
                on_date,
                scale: feedback::Scale::Nps,
                points: i64::from(other % 11),
                why: optional,
                driver: None,
            };
            let asked =
                invitation::Invitation { id: Id(0), contact_id: pick("contact", other)?, on_date };
            vec![feedback::Change::Added(answer).into(), invitation::Change::Added(asked).into()]
        }
        21 => {
            let named = external_id::ExternalId {
                id: Id(0),
                source: "salesforce".to_owned(),
                kind: external_id::Kind::Contact,
                name: format!("003{}", which % 4),
                account_id: None,
                contact_id: Some(pick("contact", other)?),
                opportunity_id: None,
                talk_id: None,
                step_id: None,
                seen: "{}".to_owned(),
            };
            vec![external_id::Change::Added(named).into()]
        }
        22 => {
            let fields = vec![external_id::Field::Name(format!("003{}", other % 4))];
            vec![external_id::Change::Edited { id: pick("external_id", which)?, fields }.into()]
        }
        _ => {
            let key = format!("key {}", which % 3);
            let one = setting::Setting { id: Id(0), key, content: text };
            vec![setting::Change::Added(one).into()]
        }
    })
}

/// Does what can be done; gives the book's state after each step that was kept, the empty book
/// first.
fn live(path: &Path, commits: &[Vec<Act>]) -> Vec<String> {
    let mut states = vec![String::new()];
    let mut store = writing(path);
    for (place, commit) in commits.iter().enumerate() {
        if place % 3 == 2 {
            drop(store);
            store = writing(path);
        }
        // Records are picked before the commit: some are gone by the time they are used.
        let connection = Connection::open(path).expect("a file");
        let list: Vec<Change> = commit
            .iter()
            .zip(0..)
            .filter_map(|(act, place)| changes(&connection, act, place))
            .flatten()
            .collect();
        drop(connection);
        match store.commit(&label(&place.to_string()), &list, |_, _| Ok(())) {
            Ok(done) if done.rows > 0 => states.push(dump(path)),
            _ => assert_eq!(Some(&dump(path)), states.last(), "a failed commit changes nothing"),
        }
    }
    states
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn every_step_goes_back_and_forth_to_the_bit(
        commits in proptest::collection::vec(proptest::collection::vec(act(), 1..5), 1..14),
    ) {
        let (_directory, path) = place();
        let states = live(&path, &commits);
        for round in 0..2 {
            for state in states.iter().rev().skip(1) {
                let store = writing(&path);
                store.undo(None, today(), now(), |_, _| Ok(())).expect("an undo");
                prop_assert_eq!(&dump(&path), state, "undo, round {}", round);
            }
            let store = writing(&path);
            let none = store.undo(None, today(), now(), |_, _| Ok(()));
            prop_assert_eq!(none.expect_err("the first").kind, Kind::NotFound);
            for state in states.iter().skip(1) {
                store.redo(today(), now(), |_, _| Ok(())).expect("a redo");
                prop_assert_eq!(&dump(&path), state, "redo, round {}", round);
            }
            let none = store.redo(today(), now(), |_, _| Ok(()));
            prop_assert_eq!(none.expect_err("the last").kind, Kind::NotFound);
        }
    }
}

#[test]
fn a_new_step_ends_redo() {
    let (_directory, path) = place();
    let store = writing(&path);
    add(&store, "Contoso");
    add(&store, "Litware");
    store.undo(None, today(), now(), |_, _| Ok(())).expect("an undo");
    add(&store, "Adatum");
    let ended = store.redo(today(), now(), |_, _| Ok(())).expect_err("a new step");
    assert_eq!(ended.kind, Kind::NotFound);
    assert_eq!(names(&path), ["Contoso", "Adatum"]);
    // Undo walks on over the pair of commit and undo.
    store.undo(None, today(), now(), |_, _| Ok(())).expect("an undo");
    store.undo(None, today(), now(), |_, _| Ok(())).expect("an undo");
    assert_eq!(names(&path), Vec::<String>::new());
}

#[test]
fn a_number_once_given_is_never_given_again() {
    let (_directory, path) = place();
    let store = writing(&path);
    add(&store, "Contoso");
    store.undo(None, today(), now(), |_, _| Ok(())).expect("an undo");
    let named = {
        let mut fresh = account::Account::named("Litware", today());
        fresh.id = Id(-1);
        account::Change::Added(fresh).into()
    };
    let done = store.commit(&label("new"), &[named], |_, _| Ok(())).expect("a commit");
    assert_eq!(done.created, [(Id(-1), Id(2))]);
}

fn rename(store: &Store, id: i64, name: &str) {
    let fields = vec![account::Field::Name(name.to_owned())];
    let change = account::Change::Edited { id: Id(id), fields }.into();
    store.commit(&label(name), &[change], |_, _| Ok(())).expect("a commit");
}

#[test]
fn an_older_step_goes_alone_where_nothing_later_builds_on_it() {
    let (_directory, path) = place();
    let store = writing(&path);
    add(&store, "Contoso");
    add(&store, "Litware");
    rename(&store, 1, "Contoso Ltd");
    rename(&store, 2, "Litware Inc");
    let back = store.undo(Some(3), today(), now(), |_, _| Ok(())).expect("an undo");
    assert_eq!(back.of.label, "Contoso Ltd");
    assert_eq!(names(&path), ["Contoso", "Litware Inc"]);
    let twice = store.undo(Some(3), today(), now(), |_, _| Ok(())).expect_err("undone");
    assert_eq!(twice.message, "step 3 was undone already");
    let of_undo = store.undo(Some(5), today(), now(), |_, _| Ok(())).expect_err("an undo");
    assert_eq!(of_undo.message, "step 5 is itself an undo");
    store.redo(today(), now(), |_, _| Ok(())).expect("a redo");
    assert_eq!(names(&path), ["Contoso Ltd", "Litware Inc"]);
}

#[test]
fn a_later_step_on_the_same_record_is_named() {
    let (_directory, path) = place();
    let store = writing(&path);
    add(&store, "Contoso");
    rename(&store, 1, "Contoso Ltd");
    rename(&store, 1, "Contoso SE");
    let before = dump(&path);
    let refused = store.undo(Some(2), today(), now(), |_, _| Ok(())).expect_err("a later step");
    assert_eq!(
        refused.message,
        "“Contoso Ltd” cannot be undone alone: step 3, “Contoso SE”, came later and builds on it"
    );
    assert_eq!(dump(&path), before);
    assert_eq!(store.last_step().expect("a step"), 3);
}

#[test]
fn what_a_cascade_would_take_along_is_protected() {
    let (_directory, path) = place();
    let store = writing(&path);
    add(&store, "Contoso");
    let person = Contact::named("T. Lee", Some(Id(1)), today());
    store
        .commit(&label("T. Lee"), &[contact::Change::Added(person).into()], |_, _| Ok(()))
        .expect("a commit");
    let before = dump(&path);
    let refused = store.undo(Some(1), today(), now(), |_, _| Ok(())).expect_err("a later step");
    assert!(refused.message.contains("step 2, “T. Lee”"), "{}", refused.message);
    assert_eq!(dump(&path), before);
}

#[test]
fn a_record_does_not_come_back_without_what_it_belongs_to() {
    let (_directory, path) = place();
    let store = writing(&path);
    add(&store, "Contoso");
    let person = Contact::named("T. Lee", Some(Id(1)), today());
    let commit = |name: &str, change: Change| {
        store.commit(&label(name), &[change], |_, _| Ok(())).expect("a commit");
    };
    commit("T. Lee", contact::Change::Added(person).into());
    commit("T. Lee removed", contact::Change::Removed(Id(1)).into());
    commit("Contoso removed", account::Change::Removed(Id(1)).into());
    let before = dump(&path);
    let refused = store.undo(Some(3), today(), now(), |_, _| Ok(())).expect_err("no account");
    assert!(refused.message.contains("step 4, “Contoso removed”"), "{}", refused.message);
    assert_eq!(dump(&path), before);
}

#[test]
fn an_undo_tells_whom_it_touched_and_is_in_the_history() {
    let (_directory, path) = place();
    let store = writing(&path);
    add(&store, "Contoso");
    rename(&store, 1, "Contoso Ltd");
    let mut touched = Vec::new();
    store
        .undo(None, today(), now(), |tx, step| {
            assert_eq!(step.label, "Contoso Ltd");
            touched = tx.touched()?.accounts;
            Ok(())
        })
        .expect("an undo");
    assert_eq!(touched, [Id(1)]);
    let kinds: Vec<(i64, String, Option<i64>, Option<i64>)> = Store::open(&path, Mode::Read)
        .and_then(|store| store.history(10))
        .expect("the history")
        .into_iter()
        .map(|step| (step.id, step.kind, step.undoes, step.undone_by))
        .collect();
    let edit = "edit".to_owned();
    assert_eq!(
        kinds,
        [
            (3, "undo".to_owned(), Some(2), None),
            (2, edit.clone(), None, Some(3)),
            (1, edit, None, None)
        ]
    );
}

#[test]
fn the_journal_forgets_after_400_days() {
    let (_directory, path) = place();
    let store = writing(&path);
    add(&store, "Contoso");
    let mut later = label("Litware");
    later.at += chrono::TimeDelta::days(401);
    store.commit(&later, &[fresh("Litware")], |_, _| Ok(())).expect("a commit");
    let steps: Vec<i64> =
        store.history(10).expect("the history").iter().map(|step| step.id).collect();
    assert_eq!(steps, [2]);
    assert_eq!(names(&path), ["Contoso", "Litware"]);
}
