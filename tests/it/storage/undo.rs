//! Whatever was done can be taken back, one step after the other, over restarts.

use super::act::{Act, act, changes};
use super::{add, dump, fresh, label, names, now, place, today, writing};
use proptest::prelude::*;
use rusqlite::Connection;
use std::path::Path;
use trellis::domain::account;
use trellis::domain::cell::Id;
use trellis::domain::change::Change;
use trellis::domain::contact::{self, Contact};
use trellis::domain::talk::{self, person};
use trellis::error::Kind;
use trellis::store::{Mode, Store};

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

/// What must hold between the rows whatever is taken back.
fn sound(path: &Path) -> bool {
    let connection = Connection::open(path).expect("a file");
    let orphans = connection
        .prepare("PRAGMA foreign_key_check")
        .and_then(|mut check| check.exists([]))
        .expect("a check");
    let count =
        |sql: &str| -> i64 { connection.query_row(sql, [], |row| row.get(0)).expect("a count") };
    let other_days = count(
        "SELECT count(*) FROM talk_person AS p JOIN talk AS t ON t.id = p.talk_id
         WHERE (p.on_date, p.two_way) IS NOT (t.on_date, t.two_way)",
    );
    let circles = count(
        "WITH RECURSIVE above (id, over) AS (
           SELECT id, reports_to FROM contact WHERE reports_to IS NOT NULL
           UNION SELECT above.id, contact.reports_to FROM above
             JOIN contact ON contact.id = above.over WHERE contact.reports_to IS NOT NULL)
         SELECT count(*) FROM above WHERE id = over",
    );
    !orphans && other_days == 0 && circles == 0
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn a_step_taken_back_alone_leaves_a_sound_book_or_none_the_wiser(
        commits in proptest::collection::vec(proptest::collection::vec(act(), 1..4), 4..14),
        chosen in proptest::collection::vec(1_i64..14, 1..4),
    ) {
        let (_directory, path) = place();
        live(&path, &commits);
        let store = writing(&path);
        for step in chosen {
            let before = dump(&path);
            match store.undo(Some(step), today(), now(), |_, _| Ok(())) {
                Ok(_) => {
                    prop_assert!(sound(&path), "step {}", step);
                    let after = dump(&path);
                    store.redo(today(), now(), |_, _| Ok(())).expect("a redo");
                    prop_assert_eq!(&dump(&path), &before, "redo of step {}", step);
                    store.undo(Some(step), today(), now(), |_, _| Ok(())).expect("an undo");
                    prop_assert_eq!(&dump(&path), &after, "step {} again", step);
                }
                Err(error) => {
                    prop_assert!(matches!(error.kind, Kind::Usage | Kind::NotFound), "{:?}", error);
                    prop_assert_eq!(&dump(&path), &before, "step {} refused", step);
                }
            }
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
fn an_older_step_brings_no_circle_back() {
    let (_directory, path) = place();
    let store = writing(&path);
    add(&store, "Contoso");
    let person = |name| contact::Change::Added(Contact::named(name, Some(Id(1)), today())).into();
    store.commit(&label("people"), &[person("A"), person("B")], |_, _| Ok(())).expect("a commit");
    let reports = |name: &str, who, to: Option<i64>| {
        let fields = vec![contact::Field::ReportsTo(to.map(Id))];
        let change = contact::Change::Edited { id: Id(who), fields }.into();
        store.commit(&label(name), &[change], |_, _| Ok(())).expect("a commit");
    };
    reports("A to B", 1, Some(2));
    reports("A to nobody", 1, None);
    reports("B to A", 2, Some(1));
    let before = dump(&path);
    let refused = store.undo(Some(4), today(), now(), |_, _| Ok(())).expect_err("a circle");
    assert!(refused.message.contains("step 5, “B to A”"), "{}", refused.message);
    assert_eq!(dump(&path), before);
}

#[test]
fn who_joined_a_talk_that_moved_keeps_its_day() {
    let (_directory, path) = place();
    let store = writing(&path);
    add(&store, "Contoso");
    let yesterday = today() - chrono::TimeDelta::days(1);
    let talk =
        talk::Talk { id: Id(-1), ..talk::Talk::on(yesterday, talk::TalkKind::Call, Some(Id(1))) };
    let person = contact::Change::Added(Contact::named("A", Some(Id(1)), today())).into();
    let commit = |name: &str, changes: &[Change]| {
        store.commit(&label(name), changes, |_, _| Ok(())).expect("a commit");
    };
    commit("talk", &[talk::Change::Added(talk).into(), person]);
    let fields = vec![talk::Field::OnDate(today())];
    commit("moved", &[talk::Change::Edited { id: Id(1), fields }.into()]);
    let joined = person::TalkPerson {
        id: Id(0),
        talk_id: Id(1),
        contact_id: Id(1),
        on_date: today(),
        two_way: true,
    };
    commit("joined", &[person::Change::Added(joined).into()]);
    let before = dump(&path);
    let refused = store.undo(Some(3), today(), now(), |_, _| Ok(())).expect_err("a later step");
    assert!(refused.message.contains("step 4, “joined”"), "{}", refused.message);
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
