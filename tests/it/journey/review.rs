//! A weekly review by keys: interrupted, taken back, with another program beside it.

use super::session::{Session, today};
use chrono::{Days, NaiveDate};
use trellis::desk::{Act, Desk};
use trellis::domain::account::{self, Account, Tier};
use trellis::domain::cell::Id;
use trellis::domain::change::Change;
use trellis::domain::contact::{self, Contact};
use trellis::domain::review::visit::{self, Visit, VisitResult};
use trellis::domain::rules::Rules;
use trellis::domain::talk::person::{self, TalkPerson};
use trellis::domain::talk::{self, Talk, TalkKind};
use trellis::paths::Place;

fn ago(days: u64) -> NaiveDate {
    today().checked_sub_days(Days::new(days)).expect("a day")
}

/// An account whose own review is due; `upset`: with somebody who was angry last week.
fn account(number: i64, upset: bool) -> Vec<Change> {
    let account_id = Id(-number);
    let name = format!("Account {number:02}");
    let account =
        Account { id: account_id, tier: Some(Tier::Growth), ..Account::named(&name, ago(60)) };
    let mut changes = vec![account::Change::Added(account).into()];
    if upset {
        let (contact_id, talk_id) = (Id(-100 - number), Id(-200 - number));
        let who = format!("Kim {number:02}");
        let person = Contact { id: contact_id, ..Contact::named(&who, Some(account_id), ago(60)) };
        let on_date = ago(8);
        let talk = Talk {
            id: talk_id,
            mood: Some(-2),
            summary: "not amused".to_owned(),
            ..Talk::on(on_date, TalkKind::Call, Some(account_id))
        };
        let with = TalkPerson { id: Id(0), talk_id, contact_id, on_date, two_way: true };
        changes.push(contact::Change::Added(person).into());
        changes.push(talk::Change::Added(talk).into());
        changes.push(person::Change::Added(with).into());
    }
    changes
}

/// A book in which every account is due, the first ones with somebody upset.
pub fn book(accounts: i64, upset: i64) -> Session {
    let directory = tempfile::tempdir().expect("a directory");
    let place = Place::of_book(directory.path().join("book.db"));
    let now = super::session::now();
    let mut desk = Desk::open(&place.book, Rules::default(), now.at).expect("a book");
    let changes: Vec<Change> =
        (1..=accounts).flat_map(|number| account(number, number <= upset)).collect();
    desk.commit(&Act::edit("a book", None), &changes, now).expect("accounts");
    drop(desk);
    Session::open(directory, place)
}

/// The program is killed here, and started again in the review.
pub fn killed(session: Session) -> Session {
    let Session { directory, place, bench, desk, .. } = session;
    drop((bench, desk));
    let mut session = Session::open(directory, place);
    session.keys("R");
    session
}

pub fn visits(session: &Session) -> Vec<Visit> {
    session.desk.every::<Visit>().expect("visits")
}

pub fn left(session: &Session, result: Option<VisitResult>) -> usize {
    visits(session).iter().filter(|visit| visit.result == result).count()
}

#[test]
fn it_goes_on_at_the_same_account() {
    let mut session = book(6, 2);
    session.keys("R<Enter><Right><Right>").sees("accounts 1/6").sees("Account 01");
    session.keys("f<Right>").sees("accounts 3/6").sees("Account 03");
    session = killed(session);
    session.sees("accounts 3/6").sees("Account 03");
    session.keys("<Left>").sees("Account 02").sees("passed over");
    session.keys("<Left>").sees("Account 01").sees("fine");
    session = session.restart();
    session.sees("accounts 1/6").keys("<Tab>").misses("▸ accounts");
    session = killed(session);
    session.misses("▸ accounts").keys("<Left>").sees("accounts 6/6");
}

#[test]
fn undo_takes_the_last_account_back() {
    let mut session = book(6, 0);
    session.keys("R<Enter><Right><Right>ff").sees("accounts 3/6");
    session.keys("u").sees("accounts 2/6").sees("Account 02");
    assert_eq!(left(&session, Some(VisitResult::Fine)), 1);
    session.keys("u").sees("accounts 1/6");
    assert_eq!(left(&session, None), 6);
    session.keys("ffffff").misses("▸ accounts").keys("u").sees("accounts 6/6");
    // With the last thing its beginning is taken back.
    session.keys("uuuuuu").sees("6 accounts, about 3 min");
}

#[test]
fn what_an_undo_led_back_from_is_read_again() {
    let mut session = book(2, 0);
    session.keys("R<Enter><Right><Right>f").sees("accounts 2/2");
    session.keys("f<Tab>").sees("▸ plans").sees("none is missing");
    session.keys("<Shift-Tab>").sees("▸ expansion").sees("No opportunity");
    // Back at the account by an undo, and forth by the same move as before.
    session.keys("u").sees("accounts 2/2").keys("<Tab>").sees("▸ expansion");
    session.sees("No opportunity");
}

#[test]
fn a_review_taken_back_is_ahead_again() {
    let mut session = book(2, 0);
    session.keys("R<Enter><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>");
    session.sees("▸ minutes").sees("Enter close the review");
    session.misses("next stage").keys("<Right>").sees("This is the last stage");
    // A key of the Book about nothing leaves the Book with an account all the same.
    session.keys("<Space><Esc>").sees("who needs me").sees("no talk on record yet");
    session.keys("R<Enter>").sees("closed").sees("Enter what is ahead");
    session.keys("<Enter>").sees("Enter begin").misses("New account");
    session.keys("<Enter>").sees("▸ last week").keys("u").sees("Enter begin").misses("minutes of");
}

#[test]
fn what_is_decided_stays_on_the_screen_until_one_goes_on() {
    let mut session = book(3, 1);
    session.keys("R<Enter><Right><Right>").sees("Account 01").sees("upset");
    session.keys("a").sees("Account 01: what will you do?").sees("Call Kim 01 and settle it");
    session.keys("<Enter>").sees("accounts 1/3").sees("1 new step");
    session.keys("7").sees("Account 01: Pulse 7.");
    session.keys("n").sees("Note on Account 01").keys("they wait for us<Enter>");
    session.sees("accounts 1/3").keys("<Right>").sees("accounts 2/3");
    assert_eq!(left(&session, Some(VisitResult::Decided)), 1);
    // A digit alone is a decision, too.
    session.keys("0").sees("Account 02: Pulse 10.").keys("<Right>");
    assert_eq!(left(&session, Some(VisitResult::Decided)), 2);
    session.keys("Z").sees("Account 03: later").keys("<Enter>");
    assert_eq!(left(&session, Some(VisitResult::Later)), 1);
    session.misses("▸ accounts");
}

#[test]
fn the_book_is_one_key_away_and_so_is_the_review() {
    let mut session = book(3, 1);
    session.keys("R<Enter><Right><Right>f").sees("accounts 2/3");
    session.keys("<Enter>").sees("who needs me").sees("Account 02");
    session.keys("R").sees("accounts 2/3");
    session.keys("<Esc>").sees("who needs me").keys("R").sees("accounts 2/3");
    session.keys("w").sees("Why").keys("<Esc>").sees("accounts 2/3");
    session.keys("b").sees("Brief").keys("<Esc>").sees("accounts 2/3");
}

#[test]
fn another_program_in_the_same_review_doubles_nothing() {
    let mut session = book(3, 0);
    session.keys("R<Enter><Right><Right>").sees("accounts 1/3");
    let first = visits(&session).into_iter().find(|visit| visit.place == 1).expect("a visit");
    let fields = vec![visit::Field::Result(Some(VisitResult::Later))];
    let change = visit::Change::Edited { id: first.id, fields }.into();
    let mut other =
        Desk::open(&session.place.book, Rules::default(), super::session::now().at).expect("open");
    other.commit(&Act::edit("later", None), &[change], super::session::now()).expect("written");
    session.keys("f").sees("Another program has changed this");
    assert_eq!(left(&session, Some(VisitResult::Later)), 1);
    assert_eq!(left(&session, Some(VisitResult::Fine)), 0);
}

#[test]
fn it_is_drawn_at_every_size() {
    let mut session = book(12, 4);
    for keys in ["R", "<Enter>", "<Tab><Tab>", "a", "<Esc><Down>", "<Tab>", "<Tab><Tab><Tab><Tab>"]
    {
        session.keys(keys);
        for (width, height) in
            [(1, 1), (39, 9), (40, 10), (60, 20), (80, 24), (120, 36), (300, 100)]
        {
            session.draw(width, height);
        }
    }
}

#[test]
fn what_was_put_off_stays_so_when_it_is_passed_again() {
    let mut session = book(3, 0);
    session.keys("R<Enter><Right><Right>").sees("accounts 1/3");
    session.keys("a<Enter>Z<Enter>").sees("accounts 2/3");
    assert_eq!(left(&session, Some(VisitResult::Later)), 1);
    session.keys("<Left>").sees("accounts 1/3").keys("<Right>").sees("accounts 2/3");
    assert_eq!(left(&session, Some(VisitResult::Later)), 1, "a step was written, but it waits");
}

#[test]
fn with_names_hidden_nothing_looks_decided() {
    let mut session = book(3, 0);
    session.keys("R<Enter><Right><Right>m").sees("accounts 1/3");
    session.keys("f").sees("accounts 1/3").sees("nothing is changed");
    session.keys("<Right>").sees("accounts 2/3").misses("nothing is changed");
}
