//! `log`: a line becomes one commit, and says what it did.

use super::Corner;
use std::io::Write;
use std::process::Stdio;

const LINE: &str = "northwind dana call \"budget frozen\" nps6 mood-1 #risk !promise 2w send ROI";

/// What it says to a text on its standard input.
fn piped(corner: &Corner, text: &[u8], args: &[&str]) -> (i32, String, String) {
    let mut command = corner.command(args);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child.stdin.take().expect("a pipe").write_all(text).expect("written");
    let output = child.wait_with_output().expect("it ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    (output.status.code().expect("an exit"), text(output.stdout), text(output.stderr))
}

#[test]
fn a_line_is_one_commit_and_one_undo() {
    let corner = Corner::with_demo();
    let before = corner.json(&["show", "northwind"]);
    let said = corner.ok(&["log", LINE]);
    assert!(said.starts_with("Logged: Call with Northwind"), "{said}");
    assert!(said.contains(" → ") && said.contains("next talk by 29 Nov"), "{said}");
    assert!(said.contains("promised to Dana Wirth"), "{said}");
    let after = corner.json(&["show", "northwind"]);
    let talk = &after["last_talk"];
    assert_eq!((talk["quote"].as_str(), talk["mood"].as_i64()), (Some("budget frozen"), Some(-1)));
    assert_eq!(talk["people"], serde_json::json!(["Dana Wirth"]));
    assert_eq!(after["last_two_way_on"], "2026-11-22");
    assert_eq!(after["records"]["answers"][0]["points"], 6);
    let steps = after["records"]["steps"].as_array().expect("steps");
    let promise = steps.iter().find(|step| step["title"] == "send ROI").expect("the promise");
    assert_eq!(
        (promise["kind"].as_str(), promise["due_on"].as_str()),
        (Some("promise"), Some("2026-12-06"))
    );
    assert_eq!(corner.json(&["history"])["steps"].as_array().map(Vec::len), Some(2));
    assert!(corner.ok(&["undo"]).starts_with("Undone: Call with Northwind"));
    assert_eq!(corner.json(&["show", "northwind"])["records"], before["records"]);
}

#[test]
fn a_dry_run_tells_each_word_and_writes_nothing() {
    let corner = Corner::with_demo();
    let said = corner.ok(&["log", "--dry-run", LINE]);
    for fact in ["NPS 6 from Dana Wirth, a detractor", "due Sun 6 Dec", "Nothing was written."] {
        assert!(said.contains(fact), "{fact}: {said}");
    }
    let json = corner.json(&["log", "--dry-run", LINE]);
    assert_eq!((json["dry_run"].as_bool(), json["receipt"].is_null()), (Some(true), true));
    assert_eq!(json["captured"]["pieces"].as_array().map(Vec::len), Some(10));
    assert_eq!(json["captured"]["talk"]["kind"], "call");
    let unclear = corner.run(&["log", "--dry-run", "w call"]);
    assert_eq!(unclear.status.code(), Some(2));
    let said = String::from_utf8(unclear.stdout).expect("text");
    assert!(said.contains("Not clear: “w” could be any of"), "{said}");
    assert_eq!(corner.json(&["history"])["steps"].as_array().map(Vec::len), Some(1));
}

#[test]
fn what_is_unclear_is_refused_with_what_could_be_meant() {
    let corner = Corner::with_demo();
    for (line, code, told, hint) in [
        ("w call", 2, "“w” could be any of", "Wingtip, Woodgrove Bank"),
        ("nortwind call", 4, "no account is called “nortwind”", "do you mean Northwind Traders?"),
        ("xyzzy call", 4, "no account is called “xyzzy”", "the first words name the account"),
        ("northwind dana", 2, "what happened was not said", "--dry-run"),
        ("northwind !promise send ROI", 2, "a promise needs its day", "--dry-run"),
        ("northwind dana call nps12", 2, "NPS goes from 0 to 10", "--dry-run"),
        ("northwind call tomorrow", 2, "is still to come", "!meet, !step"),
        ("  ", 2, "which account is meant was not said", "--dry-run"),
    ] {
        let (found, said) = corner.refused(&["log", line]);
        assert_eq!(found, code, "{line}: {said}");
        assert!(said.contains(told) && said.contains(hint), "{line}: {said}");
    }
    assert_eq!(corner.json(&["history"])["steps"].as_array().map(Vec::len), Some(1));
}

#[test]
fn words_of_their_own_and_pasted_text_are_read_alike() {
    let corner = Corner::with_demo();
    let words = ["log", "--dry-run", "northwind", "dana", "call", "budget frozen", "nps6"];
    let parted = corner.json(&words);
    assert_eq!(parted["captured"]["talk"]["quote"], "budget frozen");
    let text = "northwind dana mail answered\r\nHi,\r\n\u{1b}[2Jthe budget !step is frozen\r\n";
    let (code, said, complaint) = piped(&corner, text.as_bytes(), &["log", "-"]);
    assert_eq!((code, complaint.as_str()), (0, ""), "{said}");
    assert!(!said.contains('\u{1b}'), "{said}");
    let talks = corner.json(&["show", "northwind"])["records"]["talks"].clone();
    assert_eq!(
        (talks[0]["kind"].as_str(), talks[0]["two_way"].as_bool()),
        (Some("message"), Some(true))
    );
    let (code, _, complaint) = piped(&corner, &[0xff, 0xfe], &["log", "-"]);
    assert_eq!(code, 3, "{complaint}");
}

#[test]
fn the_day_and_the_running_cycle_are_those_of_the_book() {
    let corner = Corner::with_demo();
    corner.ok(&["log", "contoso roy call yesterday all fine !step fri call Ott"]);
    let account = corner.json(&["show", "contoso"]);
    assert_eq!(account["last_talk"]["on_date"], "2026-11-21");
    let steps = account["records"]["steps"].as_array().expect("steps").clone();
    let step = steps.iter().find(|step| step["title"] == "call Ott").expect("the step");
    assert_eq!(step["plan_id"], account["records"]["plan"]["id"]);
    assert_eq!(step["due_on"], "2026-11-27");
}
