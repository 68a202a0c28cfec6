//! Books that earlier versions of the program wrote: one text for each version there was.

use super::{now, place, today};
use rusqlite::Connection;
use std::path::Path;
use trellis::clock::Moment;
use trellis::desk::{Desk, Reading};
use trellis::domain::account::metric::MetricKind;
use trellis::domain::contact::Contact;
use trellis::domain::rules::Rules;
use trellis::error::Kind;
use trellis::store::{Mode, Store, schema};

/// Four accounts and five contacts brought in, then one title changed: two steps.
pub const FIRST: &str = include_str!("../../fixture/schema/1.sql");

/// Four accounts with their contacts and tasks brought in; then one account of which every kind of
/// record is held, its figures changed, and all of it removed: six steps.
pub const SECOND: &str = include_str!("../../fixture/schema/2.sql");

/// The same four; the one that was removed brought back, a talk with it and a promise written in a
/// line, a playbook started: nine steps, of which one is taken back.
pub const THIRD: &str = include_str!("../../fixture/schema/3.sql");

/// Writes a book as the text tells it.
pub fn write(path: &Path, text: &str) {
    Connection::open(path).and_then(|book| book.execute_batch(text)).expect("an older book");
}

fn version(path: &Path) -> i64 {
    Connection::open(path)
        .and_then(|book| book.pragma_query_value(None, "user_version", |row| row.get(0)))
        .expect("a version")
}

fn titles(reading: &Reading) -> Vec<String> {
    let contacts: Vec<Contact> = reading.every().expect("contacts");
    contacts.into_iter().filter_map(|contact| contact.title).collect()
}

#[test]
fn nobody_reads_it_before_it_is_up_to_date() {
    let (_directory, path) = place();
    write(&path, FIRST);
    let error = Store::open(&path, Mode::Read).expect_err("it is older");
    assert_eq!(error.kind, Kind::Busy);
    assert_eq!(version(&path), 1, "looking changes nothing");
}

#[test]
fn it_is_brought_up_to_date_after_a_copy_was_made_and_its_steps_can_be_taken_back() {
    let (directory, path) = place();
    write(&path, FIRST);
    Desk::bring_up_to_date(&path, now()).expect("up to date");
    assert_eq!(version(&path), schema::VERSION);

    let reading = Reading::open(&path, Rules::default()).expect("a book");
    let backups = reading.backups().expect("a list");
    assert_eq!(backups.len(), 1);
    assert_eq!(version(&directory.path().join("book-backups").join(&backups[0].name)), 1);
    assert_eq!(reading.book().expect("the list").rows.len(), 4, "the list of the last run stays");
    assert!(!reading.current(today()).expect("a mark"), "but it is to be judged anew");
    assert!(titles(&reading).contains(&"Head of Finance".to_owned()));
    drop(reading);

    let mut desk = Desk::open(&path, Rules::default(), now()).expect("a book");
    let moment = Moment { today: today(), at: now() };
    desk.assess_all(moment).expect("judged");
    let row = desk.book().expect("the list").rows.remove(0);
    assert!(row.next_step.is_some() && row.next_step_on.is_some(), "{row:?}");
    let undone = desk.undo(None, moment).expect("undone");
    assert_eq!(undone.label, "Imported 1 contact");
    assert!(titles(&desk).contains(&"CFO".to_owned()));
    desk.undo(None, moment).expect("undone");
    assert!(desk.book().expect("the list").rows.is_empty());
    desk.redo(moment).expect("done again");
    assert_eq!(desk.book().expect("the list").rows.len(), 4);
}

#[test]
fn what_was_removed_before_comes_back_whole_after() {
    let (_directory, path) = place();
    write(&path, SECOND);
    Desk::bring_up_to_date(&path, now()).expect("up to date");
    assert_eq!(version(&path), schema::VERSION);

    let mut desk = Desk::open(&path, Rules::default(), now()).expect("a book");
    let moment = Moment { today: today(), at: now() };
    assert!(desk.find_account("northwind").is_err());
    assert_eq!(desk.undo(None, moment).expect("undone").label, "Northwind removed");
    let account = desk.find_account("northwind").expect("it is back").id;
    let records = desk.dossier(account, today()).expect("an account").records;
    assert_eq!(records.account.note.as_deref(), Some("Founded by two brothers.\nPays in March."));
    let hours = records.newest_metric(MetricKind::ResponseHours, today()).expect("a figure");
    assert_eq!(hours.amount.to_bits(), 4.25_f64.to_bits());
    assert_eq!(records.contacts.len(), 2);
    assert_eq!(records.contacts[1].reports_to, Some(records.contacts[0].id));
    assert_eq!((records.answers.len(), records.invitations.len()), (2, 2));
    assert_eq!((records.revenue.len(), records.opportunities.len()), (2, 1));
    assert_eq!((records.goals.len(), records.silences.len(), records.own_scores.len()), (1, 1, 1));
    assert_eq!((records.steps.len(), records.priorities.len()), (2, 1));
    assert!(records.contract.is_some() && records.plan.is_some());
    let last = records.last_talk.expect("a talk");
    assert_eq!(
        (last.quote.as_deref(), &last.people[..]),
        (Some("budget frozen"), &["T. Lee".to_owned()][..])
    );

    assert_eq!(desk.undo(None, moment).expect("undone").label, "Figures of Northwind");
    let records = desk.dossier(account, today()).expect("an account").records;
    let hours = records.newest_metric(MetricKind::ResponseHours, today()).expect("a figure");
    assert_eq!(hours.amount.to_bits(), 5.1_f64.to_bits());
    assert_eq!(records.contacts[0].title.as_deref(), Some("CFO"));
    desk.redo(moment).expect("done again");
    desk.redo(moment).expect("done again");
    assert!(desk.find_account("northwind").is_err());
}

#[test]
fn what_a_playbook_and_a_line_wrote_before_is_taken_back_after() {
    let (_directory, path) = place();
    write(&path, THIRD);
    Desk::bring_up_to_date(&path, now()).expect("up to date");
    assert_eq!(version(&path), schema::VERSION);

    let mut desk = Desk::open(&path, Rules::default(), now()).expect("a book");
    let moment = Moment { today: today(), at: now() };
    let account = desk.find_account("northwind").expect("an account").id;
    let steps = |desk: &Desk| desk.dossier(account, today()).expect("it").records.steps.len();
    assert_eq!(desk.search("free", Some(account)).expect("found").hits.len(), 1);
    assert_eq!(steps(&desk), 9);
    assert_eq!(
        desk.undo(None, moment).expect("undone").label,
        "Playbook “detractor and difficult conversation” started for Northwind"
    );
    assert_eq!(steps(&desk), 3);
    assert_eq!(desk.undo(None, moment).expect("undone").label, "Call with Northwind");
    assert_eq!(steps(&desk), 2);
    assert!(desk.search("free", Some(account)).expect("found").hits.is_empty());
    desk.redo(moment).expect("done again");
    assert_eq!(steps(&desk), 3);
}

#[test]
fn bringing_up_to_date_leaves_all_others_alone() {
    let (directory, path) = place();
    Desk::bring_up_to_date(&path, now()).expect("nothing there");
    assert!(!path.exists());
    drop(super::writing(&path));
    Desk::bring_up_to_date(&path, now()).expect("nothing to do");
    assert!(!directory.path().join("book-backups").exists());
}
