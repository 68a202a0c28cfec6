//! What goes wrong goes wrong in plain words, with its exit code and without a panic.

use super::Corner;
use chrono::NaiveDate;
use std::io::pipe;
use std::process::Stdio;
use trellis::clock::Clock;
use trellis::desk::{Act, Desk};
use trellis::domain::account::{self, Account};
use trellis::domain::rules::Rules;

#[test]
fn a_reader_who_left_is_no_error() {
    let corner = Corner::with_demo();
    for args in [&["attention"][..], &["show", "Contoso", "--json"], &["--help"]] {
        let (reader, writer) = pipe().expect("a pipe");
        drop(reader);
        let mut command = corner.command(args);
        let output = command.stdout(writer).stderr(Stdio::piped()).output().expect("started");
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{args:?}");
    }
}

#[test]
fn a_full_disk_is_said() {
    let corner = Corner::with_demo();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
    let Ok(full) = full else { return };
    let output = corner.command(&["attention"]).stdout(full).output().expect("started");
    assert_eq!(output.status.code(), Some(6));
    assert!(String::from_utf8_lossy(&output.stderr).contains("could not be written"));
}

#[test]
fn without_a_book_nothing_is_made_and_the_way_in_is_named() {
    let corner = Corner::empty();
    for args in [&["attention"][..], &["show", "x"], &["undo"], &["history"], &["backup"]] {
        let (code, said) = corner.refused(args);
        assert_eq!(code, 4, "{args:?}");
        assert!(said.contains("trellis demo shows one"), "{said}");
    }
    assert_eq!(std::fs::read_dir(corner.path()).expect("a directory").count(), 0);
}

#[test]
fn a_book_that_is_gone_is_told_by_every_command() {
    let corner = Corner::with_demo();
    std::fs::remove_file(corner.book()).expect("removed");
    let file = corner.path().join("firms.csv");
    std::fs::write(&file, "Name\nAcme\n").expect("written");
    let file = file.to_str().expect("a path");
    for args in [
        &["attention"][..],
        &["show", "x"],
        &["undo"],
        &["backup"],
        &["import", file, "--as", "account", "--dry-run"],
    ] {
        let (code, said) = corner.refused(args);
        assert_eq!(code, 5, "{args:?}: {said}");
        assert!(said.contains("is gone"), "{args:?}: {said}");
    }
}

#[test]
fn a_file_that_is_no_book_is_refused_and_left_alone() {
    let corner = Corner::empty();
    std::fs::write(corner.book(), "name,arr\nContoso,1\n").expect("written");
    let (code, said) = corner.refused(&["attention"]);
    assert_eq!(code, 5, "{said}");
    assert_eq!(std::fs::read(corner.book()).expect("bytes"), b"name,arr\nContoso,1\n");
}

#[test]
fn nonsense_is_told_with_exit_code_2() {
    let corner = Corner::empty();
    for (args, hint) in [
        (&["frobnicate"][..], "unrecognized"),
        (&["show"], "<ACCOUNT>"),
        (&["attention", "--today", "yesterday"], "a day, as 2026-11-22"),
        (&["undo", "x"], "a number, as trellis history tells it"),
        (&["history", "--limit", "0"], "a whole number from 1"),
        (&["history", "--limit", "-1"], "a whole number from 1"),
    ] {
        let (code, said) = corner.refused(args);
        assert_eq!(code, 2, "{args:?}");
        assert!(said.contains(hint), "{args:?}: {said}");
    }
}

#[test]
fn the_help_names_every_exit_code() {
    use trellis::error::Kind;
    let help = Corner::empty().ok(&["--help"]);
    for kind in [Kind::Usage, Kind::Input, Kind::NotFound, Kind::Book, Kind::System, Kind::Busy] {
        assert!(help.contains(&format!("\n  {}  ", kind.exit_code())), "{kind:?}");
    }
}

#[test]
fn names_from_elsewhere_cannot_drive_the_terminal() {
    let corner = Corner::empty();
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    let name = "Ev\u{1b}[2Jil\u{202e}\u{200b}\r\nLtd";
    let mut desk = Desk::open(&corner.book(), Rules::default(), Clock::Fixed(today).now().at)
        .expect("a new book");
    let evil = Account { note: Some(name.to_owned()), ..Account::named(name, today) };
    let change = account::Change::Added(evil).into();
    desk.commit(&Act::edit(name, None), &[change], Clock::Fixed(today).now()).expect("committed");
    drop(desk);
    let drives = |c: &char| c.is_control() && *c != '\n' || matches!(c, '\u{202e}' | '\u{200b}');
    for args in [
        &["attention", "--all"][..],
        &["show", "ev"],
        &["why", "ev"],
        &["history"],
        &["brief", "ev"],
        &["log", "--dry-run", "ev call"],
    ] {
        let said = corner.ok(args);
        assert_eq!(said.chars().find(drives), None, "{args:?}");
        assert!(said.contains("Ev␛[2Jil⇄·␤Ltd"), "{args:?}: {said}");
    }
    for args in [&["attention", "--json"][..], &["show", "ev", "--json"], &["history", "--json"]] {
        let said = corner.ok(args);
        assert_eq!(said.chars().find(drives), None, "{args:?}");
    }
    assert_eq!(corner.json(&["show", "ev"])["account"]["name"], name);
    let (_, said) = corner.refused(&["show", "\u{1b}[2J\u{7}no"]);
    assert_eq!(said.chars().find(|c| c.is_control() && *c != '\n'), None);
}
