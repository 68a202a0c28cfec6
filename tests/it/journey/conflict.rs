//! Two programs on one book: a form stands open while the command line changes the same record.

use super::session::{Session, today};
use std::process::Command;
use trellis::domain::account::Account;

const PROGRAM: &str = env!("CARGO_BIN_EXE_trellis");

/// Another program brings in another city for Contoso: a file that was seen before says so.
fn import_city(session: &Session, city: &str) {
    let before = contoso(session).city.expect("a city");
    for city in [before.as_str(), city] {
        let file = session.directory.path().join("cities.csv");
        std::fs::write(&file, format!("Id,Name,City\nC-1,Contoso,{city}\n")).expect("written");
        let out = Command::new(PROGRAM)
            .args(["import", "--as", "account", "--yes", "--today", &today().to_string()])
            .args(["--mapping", "Id=id,Name=name,City=city"])
            .arg(&file)
            .arg("--db")
            .arg(&session.place.book)
            .output()
            .expect("it runs");
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    }
    assert_eq!(contoso(session).city.as_deref(), Some(city));
}

fn contoso(session: &Session) -> Account {
    let accounts = session.desk.every::<Account>().expect("accounts");
    accounts.into_iter().find(|one| one.name == "Contoso").expect("Contoso")
}

/// The form of Contoso with the cursor in the city.
fn at_city() -> Session {
    let mut session = Session::demo();
    session.keys("e");
    for _ in 0..30 {
        if session.screen().contains("city ▸") {
            return session;
        }
        session.keys("<Tab>");
    }
    panic!("no city in this form:\n{}", session.screen());
}

#[test]
fn the_same_field_is_asked_about_and_theirs_may_hold() {
    let mut session = at_city();
    session.keys("<Ctrl-U>Mainz").sees("city ▸ Mainz");
    import_city(&session, "Bonn");
    session.keys("<Ctrl-S>").sees("Bonn").sees("take that").sees("keep mine");
    assert_eq!(contoso(&session).city.as_deref(), Some("Bonn"), "nothing is written over");
    session.keys("<Enter><Ctrl-S>").misses("take that");
    assert_eq!(contoso(&session).city.as_deref(), Some("Bonn"));
}

#[test]
fn the_same_field_is_asked_about_and_mine_may_hold() {
    let mut session = at_city();
    session.keys("<Ctrl-U>Mainz");
    import_city(&session, "Bonn");
    session.keys("<Ctrl-S>").sees("keep mine").keys("<Right><Enter><Ctrl-S>").misses("keep mine");
    assert_eq!(contoso(&session).city.as_deref(), Some("Mainz"));
    session.keys("u");
    assert_eq!(contoso(&session).city.as_deref(), Some("Bonn"), "undo brings theirs back");
}

#[test]
fn another_field_of_the_same_record_is_not_asked_about() {
    let mut session = at_city();
    session.keys("<Tab><Ctrl-U>Austria");
    import_city(&session, "Bonn");
    session.keys("<Ctrl-S>").misses("keep mine").sees("u undo");
    let held = contoso(&session);
    assert_eq!((held.city.as_deref(), held.country.as_deref()), (Some("Bonn"), Some("Austria")));
}
