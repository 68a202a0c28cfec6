//! An export comes in, again, and is taken back.

use chrono::{NaiveDate, NaiveTime};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use trellis::clock::Moment;
use trellis::desk::Desk;
use trellis::domain::account::{self, Account};
use trellis::domain::book::known::Known;
use trellis::domain::cell::Id;
use trellis::domain::contact;
use trellis::domain::money::Currency;
use trellis::domain::revenue::opportunity::Opportunity;
use trellis::domain::rules::Rules;
use trellis::domain::when::Order;
use trellis::error::Kind;
use trellis::exchange::import::columns::Mapping;
use trellis::exchange::import::preview::Preview;
use trellis::exchange::import::{Options, apply, file, preview};

fn now() -> Moment {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    Moment { today, at: today.and_time(NaiveTime::MIN).and_utc() }
}

fn options() -> Options {
    Options {
        kind: None,
        mapping: Mapping::default(),
        source: None,
        day_order: Order::DayFirst,
        currency: Currency::EUR,
        today: now().today,
    }
}

fn fixtures() -> Vec<PathBuf> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixture/import");
    ["Account.csv", "Contact.csv", "Opportunity.csv", "Task.csv"]
        .map(|name| directory.join(name))
        .to_vec()
}

fn book() -> (TempDir, Desk) {
    let directory = tempfile::tempdir().expect("a directory");
    let desk =
        Desk::open(&directory.path().join("book.db"), Rules::default(), now().at).expect("a book");
    (directory, desk)
}

/// The records of the book, whatever steps brought them there.
fn held(desk: &Desk) -> Known {
    Known { last_step: 0, ..desk.known().expect("the book") }
}

/// Brings the files in; the step, where there was anything to write.
fn import(desk: &mut Desk, files: &[PathBuf]) -> (Preview, Option<i64>) {
    let known = desk.known().expect("the book");
    let inputs = files.iter().map(|path| file::open(path)).collect();
    let told = preview(inputs, &options(), known).expect("files that can be read");
    let step = (!told.is_empty()).then(|| apply(desk, &told, now()).expect("a commit").step);
    (told, step)
}

#[test]
fn an_export_comes_in_as_one_step_and_again_as_none() {
    let (_directory, mut desk) = book();
    let (first, step) = import(&mut desk, &fixtures());
    assert_eq!((first.total.new, first.total.refused), (17, 0));
    assert!(step.is_some());
    assert_eq!(desk.history(10).expect("the history").len(), 1);
    let before = held(&desk);
    let sizes =
        (before.accounts.len(), before.contacts.len(), before.steps.len(), before.talks.len());
    assert_eq!(sizes, (4, 5, 4, 1));
    let sum: i64 = desk
        .every::<Opportunity>()
        .expect("opportunities")
        .iter()
        .filter_map(|one| one.amount)
        .sum();
    assert_eq!(sum, 162_474_125);
    let (again, step) = import(&mut desk, &fixtures());
    assert_eq!((again.total.same, again.total.new, again.total.changed), (17, 0, 0));
    assert_eq!(step, None);
    assert_eq!(held(&desk), before);
}

#[test]
fn what_was_changed_while_a_preview_was_read_is_not_overwritten() {
    let (_directory, mut desk) = book();
    import(&mut desk, &fixtures());
    desk.undo(None, now()).expect("taken back");
    let inputs = || fixtures().iter().map(|path| file::open(path)).collect();
    let known = desk.known().expect("the book");
    let told = preview(inputs(), &options(), known).expect("files that can be read");
    desk.redo(now()).expect("another program, in the meantime");
    let before = held(&desk);
    let error = apply(&mut desk, &told, now()).expect_err("a stale preview");
    assert_eq!(error.kind, Kind::Busy, "{error}");
    assert_eq!(held(&desk), before);
}

#[test]
fn one_undo_takes_an_import_back_and_a_redo_brings_it_again() {
    let (_directory, mut desk) = book();
    import(&mut desk, &fixtures());
    let before = held(&desk);
    desk.undo(None, now()).expect("taken back");
    assert_eq!(held(&desk), Known::default());
    desk.redo(now()).expect("done again");
    assert_eq!(held(&desk), before);
    assert_eq!(import(&mut desk, &fixtures()).0.total.same, 17);
}

#[test]
fn a_bare_import_asks_for_nobody() {
    let (_directory, mut desk) = book();
    import(&mut desk, &fixtures());
    let list = desk.book().expect("the list");
    assert_eq!((list.accounts, list.now_total), (3, 0));
    assert_eq!((list.unlinked_contacts, list.unlinked_steps), (1, 1));
    let prospects = list.rows.iter().filter(|row| row.status == account::Status::Prospect);
    assert_eq!(prospects.count(), 1);
}

#[test]
fn what_was_deleted_by_hand_comes_back_with_its_links() {
    let (_directory, mut desk) = book();
    import(&mut desk, &fixtures());
    let dana = |desk: &Desk| -> Id {
        let all = desk.every::<contact::Contact>().expect("contacts");
        all.iter().find(|one| one.name == "Dana Lee").expect("Dana").id
    };
    let act = trellis::desk::Act::edit("Dana Lee removed", None);
    let removed = contact::Change::Removed(dana(&desk)).into();
    desk.commit(&act, &[removed], now()).expect("a commit");
    let (again, _) = import(&mut desk, &fixtures());
    assert_eq!((again.total.new, again.refused_rows.len()), (1, 0));
    let contacts = desk.every::<contact::Contact>().expect("contacts");
    let sam = contacts.iter().find(|one| one.name == "Sam O'Neil").expect("Sam");
    assert_eq!(sam.reports_to, Some(dana(&desk)));
}

#[test]
fn a_long_list_comes_in() {
    let (directory, mut desk) = book();
    let path = directory.path().join("Contact.csv");
    let mut text = String::from("Id,LastName,FirstName,AccountId,Email,LastModifiedDate\n");
    for row in 0..5_000 {
        let line = format!("003{row},Name{row},First,,p{row}@x.example,2026-01-02\n");
        text.push_str(&line);
    }
    std::fs::write(&path, text).expect("written");
    let (told, _) = import(&mut desk, std::slice::from_ref(&path));
    assert_eq!(told.total.new, 5_000);
    assert_eq!(import(&mut desk, &[path]).0.total.same, 5_000);
    assert_eq!(desk.every::<Account>().expect("accounts").len(), 0);
}
