//! `trellis import` as it is typed.

use assert_cmd::Command;
use serde_json::Value;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

struct Book {
    directory: TempDir,
}

impl Book {
    fn new() -> Self {
        Self { directory: tempfile::tempdir().expect("a directory") }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        std::fs::write(&path, content).expect("written");
        path.display().to_string()
    }

    /// Exit code, what was said, and what went wrong.
    fn trellis(&self, args: &[&str]) -> (i32, String, String) {
        let output = Command::cargo_bin("trellis")
            .expect("the program")
            .env_remove("TRELLIS_DB")
            .args(["--today", "2026-11-22", "--db"])
            .arg(self.path("book.db"))
            .args(args)
            .output()
            .expect("it runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
    }

    fn json(&self, args: &[&str]) -> (i32, Value) {
        let (code, said, wrong) = self.trellis(&[args, &["--json"]].concat());
        let value = serde_json::from_str(&said).unwrap_or_else(|_| panic!("JSON: {said}{wrong}"));
        (code, value)
    }
}

fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixture/import").join(name);
    path.display().to_string()
}

#[test]
fn an_export_begins_a_book_and_again_changes_nothing() {
    let book = Book::new();
    let files = ["Account.csv", "Contact.csv", "Opportunity.csv", "Task.csv"].map(fixture);
    let mut args = vec!["import"];
    args.extend(files.iter().map(String::as_str));
    let (code, told) = book.json(&args);
    assert_eq!((code, &told["import"]["new"]), (0, &Value::from(17)));
    assert_eq!(told["import"]["written"], false, "nobody said yes");
    assert!(!book.path("book.db").exists());
    args.push("--yes");
    let (code, told) = book.json(&args);
    assert_eq!((code, &told["version"]), (0, &Value::from(1)));
    let import = &told["import"];
    assert_eq!((&import["new"], &import["refused"]), (&Value::from(17), &Value::from(0)));
    assert_eq!(import["by_kind"]["account"]["new"], 4);
    assert_eq!(import["step"], 1);
    let (code, told) = book.json(&args);
    assert_eq!(code, 0);
    assert_eq!(told["import"]["same"], 17);
    assert_eq!(told["import"]["step"], Value::Null);
    let (code, said, _) = book.trellis(&["undo"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(book.json(&args).1["import"]["new"], 17);
}

#[test]
fn a_dry_run_writes_nothing() {
    let book = Book::new();
    let account = fixture("Account.csv");
    let (code, said, _) = book.trellis(&["import", &account, "--dry-run"]);
    assert_eq!(code, 0);
    assert!(said.contains("Nothing was written"), "{said}");
    assert!(!book.path("book.db").exists());
}

#[test]
fn a_foreign_table_comes_in_with_a_mapping_and_its_bad_rows_are_named() {
    let book = Book::new();
    let list = book.file(
        "list.csv",
        "Firma;Umsatz;Kunde seit\nContoso;1.000,50;2019-02-30\nLitware;7;\n;7;\n",
    );
    let mapping = "Firma=name,Umsatz=arr,Kunde seit=customer since";
    let (code, told) =
        book.json(&["import", &list, "--as", "account", "--mapping", mapping, "--yes"]);
    assert_eq!(code, 1, "rows were refused");
    let rows = told["import"]["refused_rows"].as_array().expect("a list");
    let named: Vec<_> =
        rows.iter().map(|row| (row["line"].as_u64(), row["column"].as_str())).collect();
    assert_eq!(named, [(Some(2), Some("Kunde seit")), (Some(4), Some("Firma"))]);
    assert!(rows.iter().all(|row| row["file"] == list.as_str() && row["reason"].is_string()));
    assert_eq!(told["import"]["by_kind"]["account"]["new"], 1);
}

#[test]
fn what_cannot_be_read_is_refused_with_a_hint() {
    let book = Book::new();
    let zero = book.file("zero.csv", "");
    let sheet = book.file("sheet.csv", b"PK\x03\x04\x14\0");
    let other = book.file("other.csv", "column1,column2\na,b\n");
    let nowhere = book.path("nowhere.csv").display().to_string();
    let here = book.directory.path().display().to_string();
    for (file, word) in [
        (&zero, "empty"),
        (&sheet, "spreadsheet"),
        (&other, "not recognised"),
        (&nowhere, "no such file"),
        (&here, "directory"),
    ] {
        let (code, said, wrong) = book.trellis(&["import", file]);
        assert_eq!((code, said.as_str()), (3, ""), "{file}");
        assert!(wrong.contains(word) && wrong.lines().count() == 2, "{wrong}");
    }
    assert!(!book.path("book.db").exists(), "no book is begun by a failure");
    let account = fixture("Account.csv");
    let (code, told) = book.json(&["import", &zero, &account, &here, "--yes"]);
    assert_eq!((code, &told["import"]["new"]), (1, &Value::from(4)));
    assert_eq!(told["import"]["refused"], 2);
}

#[test]
fn a_mapping_that_makes_no_sense_is_a_usage_error() {
    let book = Book::new();
    let list = book.file("list.csv", "a,b\n1,2\n");
    for args in [
        &["import", &list, "--as", "account", "--mapping", "a=shoe size"][..],
        &["import", &list, "--as", "shoe"],
        &["import", &list, "--mapping", "a=name"],
        &["import"],
    ] {
        assert_eq!(book.trellis(args).0, 2, "{args:?}");
    }
}

#[test]
fn text_from_others_reaches_no_terminal_raw() {
    let book = Book::new();
    let file = book.file("\u{202e}x.csv", "name,level\n\u{1b}]0;owned\u{7}Ann,\u{1b}[31mboss\n");
    let (code, said, _) = book.trellis(&["import", &file, "--as", "contact", "--yes"]);
    assert_eq!(code, 1);
    let raw = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
    assert!(!said.contains(raw), "{said:?}");
}
