//! Filling in forms by keys: what is wrong is said at its field, what is typed stays, and what
//! somebody else has changed is asked about.

use super::session::{Session, now, read, today};
use trellis::desk::{Act, Commit};
use trellis::domain::account::{self, Account};
use trellis::domain::cell::Id;
use trellis::domain::money::Currency;
use trellis::domain::revenue::{self, Revenue, RevenueKind};
use trellis::tui::errand::Errand;
use trellis::tui::key::{Input, Press};

/// The account that is looked at first.
fn first(session: &Session) -> Account {
    let shown = session.bench.app.shown.dossier.as_ref().expect("an account");
    shown.records.account.clone()
}

fn account(session: &Session, id: Id) -> Account {
    session.bench.reading.record(id).expect("an account")
}

/// Another program writes into an account.
fn elsewhere(session: &mut Session, id: Id, field: account::Field) {
    let change = account::Change::Edited { id, fields: vec![field] };
    let act = Act::edit("changed elsewhere", Some(id));
    let commit = Commit::new(act, vec![change.into()]);
    session.desk.commit(&commit.act, &commit.changes, now()).expect("written");
}

/// Tab until the marker stands beside this label.
fn go_to(session: &mut Session, label: &str) {
    for _ in 0..60 {
        let screen = session.screen();
        if screen.lines().any(|line| line.contains(&format!(" {label} ▸"))) {
            return;
        }
        session.keys("<Tab>");
    }
    panic!("no field {label}:\n{}", session.screen());
}

/// The last place where this stands is clicked.
fn click_on(session: &mut Session, text: &str) {
    let screen = session.screen();
    let (y, line) = screen
        .lines()
        .enumerate()
        .filter(|(_, line)| line.contains(text))
        .last()
        .expect("it is there");
    let x = line.split(text).next().expect("a start").chars().count();
    let (x, y) = (u16::try_from(x).expect("small"), u16::try_from(y).expect("small"));
    session.input(&Input::Pointer { press: Press::Click, x, y });
}

#[test]
fn what_is_wrong_is_said_under_its_field_and_the_cursor_goes_there() {
    let mut session = Session::demo();
    session.keys("aa").sees("New account");
    go_to(&mut session, "customer since");
    session.keys("someday").sees("no day yet").keys("<Ctrl-S>");
    session.sees("✕ an account needs a name").sees("✕ a day, as fri").sees("name ▸");
    session.keys("Acme Rockets").misses("an account needs a name").sees("✕ a day, as fri");
    go_to(&mut session, "customer since");
    session.keys("1 apr 2021").sees("1 Apr 2021, 5 y ago").keys("<Ctrl-S>");
    session.misses("New account");
    let names: Vec<&str> =
        session.bench.app.shown.book.rows.iter().map(|row| row.name.as_str()).collect();
    assert!(names.contains(&"Acme Rockets"), "{names:?}");
}

#[test]
fn esc_keeps_what_was_typed_and_the_same_form_finds_it() {
    let mut session = Session::demo();
    session.keys("aaAcme<Esc>").misses("New account");
    session.keys("aa").sees("Acme").sees("typed earlier, not saved; Ctrl-R as it was");
    session.keys("<Ctrl-R><Esc>aa").misses("Acme").misses("typed earlier");
}

#[test]
fn another_field_changed_elsewhere_is_not_asked_about() {
    let mut session = Session::demo();
    let id = first(&session).id;
    session.keys("e");
    go_to(&mut session, "city");
    session.keys("<Ctrl-U>Graz");
    elsewhere(&mut session, id, account::Field::Phone(Some("+43 1".to_owned())));
    session.keys("<Ctrl-S>").misses("changed meanwhile");
    let held = account(&session, id);
    assert_eq!((held.city.as_deref(), held.phone.as_deref()), (Some("Graz"), Some("+43 1")));
}

#[test]
fn the_same_field_changed_elsewhere_is_asked_about_and_either_answer_holds() {
    for (answer, city, typed) in [("<Enter>", "Linz", "Graz"), ("<Right><Enter>", "Graz", "Linz")] {
        let mut session = Session::demo();
        let id = first(&session).id;
        session.keys("e");
        go_to(&mut session, "city");
        session.keys("<Ctrl-U>Graz");
        elsewhere(&mut session, id, account::Field::City(Some("Linz".to_owned())));
        session.keys("<Ctrl-S>").sees("changed meanwhile: “Linz”").sees("Graz");
        assert_eq!(account(&session, id).city.as_deref(), Some("Linz"), "nothing is written");
        session.keys(answer).misses("changed meanwhile").misses("which of the two");
        assert_eq!(account(&session, id).city.as_deref(), Some(city), "and not {typed}");
    }
}

#[test]
fn a_form_that_is_closed_over_the_question_keeps_both() {
    let mut session = Session::demo();
    let id = first(&session).id;
    session.keys("e");
    go_to(&mut session, "city");
    session.keys("<Ctrl-U>Graz");
    elsewhere(&mut session, id, account::Field::City(Some("Linz".to_owned())));
    session.keys("<Ctrl-S><Esc>").misses("changed meanwhile");
    session.keys("e").sees("Graz").sees("changed meanwhile: “Linz”");
    assert_eq!(account(&session, id).city.as_deref(), Some("Linz"));
}

#[test]
fn f4_hands_the_text_to_the_editor_and_takes_it_back() {
    let mut session = Session::demo();
    let id = first(&session).id;
    session.keys("e");
    go_to(&mut session, "note");
    session.keys("<Ctrl-U>old").keys("<F4>");
    let Some(Errand::Editor(text)) = session.errands.pop() else { panic!("no editor") };
    session.bench.edited(&format!("{text} and new\nof two lines\n"));
    session.keys("<Ctrl-S>");
    let note = account(&session, id).note.expect("a note");
    assert!(note.ends_with("old and new\nof two lines"), "{note:?}");
}

#[test]
fn a_form_is_filled_in_and_saved_without_any_letter_key() {
    let mut session = Session::demo();
    let id = first(&session).id;
    session.keys("e");
    go_to(&mut session, "tier");
    assert!(account(&session, id).tier.is_some());
    session.keys("<Left><Left><Left><Left><Up><Up>").sees("▸Save").keys("<Enter>");
    session.misses("Close");
    assert_eq!(account(&session, id).tier, None);
}

#[test]
fn a_form_is_saved_and_closed_by_the_mouse() {
    let mut session = Session::demo();
    let id = first(&session).id;
    session.keys("e");
    go_to(&mut session, "city");
    session.keys("<Ctrl-U>Graz");
    click_on(&mut session, "Close");
    session.misses("Close").keys("e");
    click_on(&mut session, "Save   Close");
    session.misses("Close");
    assert_eq!(account(&session, id).city.as_deref(), Some("Graz"));
}

/// Another program writes that an account pays so much more.
fn sold_elsewhere(session: &mut Session, account_id: Id, thousands: i64) {
    let entry = Revenue {
        id: Id(0),
        account_id,
        on_date: today(),
        kind: RevenueKind::Expansion,
        amount: thousands * 100_000,
        currency: Currency::EUR,
        note: None,
    };
    let act = Act::edit("sold elsewhere", Some(account_id));
    let change = revenue::Change::Added(entry).into();
    session.desk.commit(&act, &[change], now()).expect("written");
}

#[test]
fn a_worth_that_others_have_changed_is_asked_about_and_theirs_may_hold() {
    let mut session = Session::demo();
    let id = first(&session).id;
    session.keys("e");
    go_to(&mut session, "ARR now");
    session.keys("1m");
    sold_elsewhere(&mut session, id, 40);
    session.keys("<Ctrl-S>").sees("changed meanwhile: “980000”").keys("<Enter>");
    session.misses("changed meanwhile").sees("Nothing was changed.");
    session.keys("]]]").sees("€980k a year now");
}

#[test]
fn a_worth_that_others_have_changed_is_asked_about_and_mine_may_hold() {
    let mut session = Session::demo();
    let id = first(&session).id;
    session.keys("e");
    go_to(&mut session, "ARR now");
    session.keys("1m");
    sold_elsewhere(&mut session, id, 40);
    session.keys("<Ctrl-S>").sees("keep mine").keys("<Right><Enter>");
    session.sees("Contoso: ARR €980k → €1.00M.").keys("]]]").sees("€1.00M a year now");
}

#[test]
fn a_form_saved_as_it_was_writes_nothing() {
    let mut session = Session::demo();
    session.keys("e<Ctrl-S>").sees("Nothing was changed.").misses("(u undo)");
    // The same day in other words is the same day.
    session.keys("e");
    go_to(&mut session, "customer since");
    session.keys("22.11.2021<Ctrl-S>").sees("Nothing was changed.");
    assert!(session.bench.drafts.is_empty());
}

#[test]
fn a_second_new_record_begins_empty_while_the_first_one_is_written() {
    let mut session = Session::demo();
    session.keys("at").sees("Talk with Contoso");
    go_to(&mut session, "in a sentence");
    session.keys("Budget is frozen");
    // The clerk has not answered yet.
    for key in read("<Ctrl-S>at") {
        session.bench.input(&Input::Key(key));
    }
    session.sees("Talk with Contoso").misses("Budget is frozen").misses("typed earlier");
}

#[test]
fn a_day_typed_earlier_means_what_it_meant() {
    let mut session = Session::demo();
    session.keys("at");
    go_to(&mut session, "in a sentence");
    session.keys("Budget is frozen");
    go_to(&mut session, "by");
    session.keys("fri").sees("Fri 27 Nov").keys("<Esc>");
    session.bench.app.shown.today = today() + chrono::Duration::days(6);
    session.keys("at").sees("typed earlier").sees("22 Nov 2026").sees("27 Nov 2026");
}
