//! `playbook`: listed, shown, started on an account, started again, taken back.

use super::Corner;
use serde_json::Value;

fn texts<'a>(list: &'a Value, field: &str) -> Vec<&'a str> {
    list.as_array().expect("a list").iter().filter_map(|one| one[field].as_str()).collect()
}

/// A playbook of the user's own.
fn own(corner: &Corner, file: &str, text: &str) {
    let config = corner.json(&["config", "path"])["config"].as_str().expect("a path").to_owned();
    let directory = std::path::Path::new(&config).with_file_name("playbooks");
    std::fs::create_dir_all(&directory).expect("made");
    std::fs::write(directory.join(file), text).expect("written");
}

#[test]
fn all_are_listed_with_the_signals_they_answer_and_shown_with_their_advice() {
    let corner = Corner::empty();
    let list = corner.json(&["playbook", "list"]);
    assert_eq!(list["playbooks"].as_array().map(Vec::len), Some(20));
    let said = corner.ok(&["playbook", "list"]);
    let line = said.lines().find(|line| line.contains("champion left")).expect("a line");
    assert!(line.contains("champion-left") && line.contains("1 to 30 d"), "{line}");
    assert!(said.lines().all(|line| line.chars().count() < 180), "{said}");
    let said = corner.ok(&["playbook", "show", "qbr"]);
    assert!(said.starts_with("prepare the QBR\n"), "{said}");
    assert!(said.contains("\n  -14  Bring the plan up to date before the QBR\n"), "{said}");
    assert!(said.contains("\n       avoid  Tidying the plan the evening before.\n"), "{said}");
    assert!(corner.ok(&["playbook", "show", "survey"]).contains("\nLetter\n  Dear {who},\n"));
    let shown = corner.json(&["playbook", "show", "renewal"]);
    assert_eq!(shown["playbook"]["anchor"], "act-by");
    assert_eq!(shown["playbook"]["steps"][0]["day"], -120);
    assert!(shown["playbook"]["steps"][0]["avoid"].is_string());
    let (code, told) = corner.refused(&["playbook", "show", "renewl"]);
    assert_eq!(code, 4);
    assert!(told.contains("do you mean renewal?"), "{told}");
    let (code, told) = corner.refused(&["playbook", "show", "account"]);
    assert_eq!(code, 2);
    assert!(told.contains("account at risk") && told.contains("quiet account"), "{told}");
}

#[test]
fn a_start_is_one_step_of_the_history_and_a_second_one_doubles_nothing() {
    let corner = Corner::with_demo();
    let start = ["playbook", "start", "champion left", "Contoso"];
    let before = corner.json(&["show", "Contoso"])["records"]["steps"].clone();
    let dry = corner.ok(&[start.as_slice(), &["--dry-run"]].concat());
    assert!(dry.starts_with("Playbook “champion left” for Contoso would be started: 8 steps."));
    assert_eq!(corner.json(&["show", "Contoso"])["records"]["steps"], before);
    let made = corner.json(&start);
    assert_eq!(made["signal"], "champion-left");
    assert_eq!(made["counted_from"], "2026-11-16", "the day the champion left");
    assert_eq!(texts(&made["steps"], "fate"), ["added"; 8]);
    // 16 Nov + 1, 2, 3, 5 lie in the past; + 7 is Monday, the 23rd.
    let due = texts(&made["steps"], "due_on");
    assert_eq!(due[..5], ["2026-11-22", "2026-11-22", "2026-11-22", "2026-11-22", "2026-11-23"]);
    let after = corner.json(&["show", "Contoso"]);
    let plan = &after["records"]["plan"]["id"];
    let steps = after["records"]["steps"].as_array().expect("steps");
    let played: Vec<&Value> =
        steps.iter().filter(|step| step["playbook"] == "champion left").collect();
    assert_eq!(played.len(), 8);
    assert!(played.iter().all(|step| &step["plan_id"] == plan && step["play_step"].is_string()));
    assert!(
        played.iter().any(|step| step["title"] == "Reach T. Lee: thank them, ask who takes over")
    );
    let signal = after["signals"].as_array().expect("signals");
    let left = signal.iter().find(|one| one["code"] == "champion-left").expect("stands");
    assert!(left["in_hand"].is_array(), "{left}");
    let again = corner.ok(&start);
    assert!(again.contains("it runs already, and nothing changes"), "{again}");
    let moved = corner.ok(&[start.as_slice(), &["--on", "30 nov"]].concat());
    assert!(moved.contains("8 steps moved. Days are counted from 30 Nov."), "{moved}");
    assert!(moved.contains("moved from 22 Nov"), "{moved}");
    let now = corner.json(&["show", "Contoso"])["records"]["steps"].clone();
    assert_eq!(now.as_array().map(Vec::len), Some(steps.len()));
    let undone = corner.ok(&["undo"]);
    assert!(undone.starts_with("Undone: Playbook “champion left” started for Contoso."));
    corner.ok(&["undo"]);
    assert_eq!(corner.json(&["show", "Contoso"])["records"]["steps"], before);
}

#[test]
fn one_of_ours_can_be_printed_saved_and_changed() {
    let corner = Corner::with_demo();
    let text = corner.ok(&["playbook", "show", "listening", "--toml"]);
    let place = corner.json(&["config", "path"])["playbooks"].as_str().expect("a path").to_owned();
    let first = text.lines().next().expect("a line").to_owned();
    assert!(first.contains(&place) && first.contains("listening-session.toml"), "{first}");
    own(&corner, "listening-session.toml", &text.replace("day = 14", "day = 21"));
    assert!(corner.ok(&["config", "check"]).contains("nothing is set"));
    let shown = corner.json(&["playbook", "show", "listening session"]);
    assert_eq!(shown["playbook"]["steps"][4]["day"], 21);
    assert_eq!(shown["playbook"]["own"], "playbooks/listening-session.toml");
    let again = corner.ok(&["playbook", "show", "listening", "--toml"]);
    assert!(again.contains("day = 21"), "{again}");
}

#[test]
fn what_cannot_be_started_says_why() {
    let corner = Corner::with_demo();
    corner.bring_in();
    let refused = |args: &[&str]| corner.refused(&[&["playbook", "start"], args].concat());
    let (code, told) = refused(&["renewal", "Acme"]);
    assert_eq!(code, 2);
    assert!(told.contains("act-by date") && told.contains("--on DATE"), "{told}");
    let (code, told) = refused(&["renewal", "Acme", "--on", "someday"]);
    assert_eq!(code, 2);
    assert!(told.contains("“someday” is no day"), "{told}");
    let (code, told) = refused(&["quiet", "Acme", "--signal", "upest"]);
    assert_eq!(code, 2);
    assert!(told.contains("do you mean upset?"), "{told}");
    let (code, told) = refused(&["quiet", "Acme", "--signal", "upset"]);
    assert_eq!(code, 4);
    assert!(told.contains("upset does not stand at Acme"), "{told}");
    let (code, told) = refused(&["quiet"]);
    assert_eq!(code, 2);
    assert!(told.contains("is for one account"), "{told}");
    let said = corner.ok(&["playbook", "start", "renewal", "Acme", "--on", "+2w", "--dry-run"]);
    assert!(said.contains("Sun 22 Nov  Read the contract"), "{said}");
    assert!(said.contains("Fri 4 Dec   Last day to give notice"), "Friday before Sunday: {said}");
}

#[test]
fn one_about_the_whole_book_needs_no_account() {
    let corner = Corner::with_demo();
    let first = ["playbook", "start", "first 30 days"];
    let said = corner.ok(&first);
    assert!(
        said.starts_with("Playbook “first 30 days with the book” started: 10 steps."),
        "{said}"
    );
    assert!(corner.ok(&first).contains("nothing changes"));
    let said = corner.ok(&[first.as_slice(), &["Litware", "--dry-run"]].concat());
    assert!(said.contains("for Litware would be started: 10 steps"), "{said}");
}

#[test]
fn an_own_playbook_is_added_or_takes_the_place_of_ours_and_its_faults_are_told() {
    let corner = Corner::with_demo();
    own(
        &corner,
        "quiet.toml",
        "name = 'quiet account'\n[[step]]\nkey = 'call'\nday = 1\ntitle = 'Call {who} of {account}'\n\
         [[step]]\nday = 2\ntitel = 'Write'\n",
    );
    own(&corner, "fair.toml", "[[step]]\nday = 0\ntitle = 'Visit the fair'\n");
    let list = corner.json(&["playbook", "list"]);
    let names = texts(&list["playbooks"], "name");
    assert_eq!((names.len(), names.last().copied()), (21, Some("fair")));
    let output = corner.run(&["config", "check"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stdout).expect("text");
    assert_eq!(
        said.lines().collect::<Vec<_>>(),
        ["playbooks/quiet.toml, line 8: titel is not known; do you mean title?"]
    );
    let said = corner.ok(&["playbook", "start", "quiet account", "Litware"]);
    assert!(said.contains("Mon 23 Nov  Call them of Litware"), "{said}");
    assert!(said.ends_with("line 8: titel is not known; do you mean title?\n"), "{said}");
    assert!(
        corner.ok(&["playbook", "show", "quiet"]).contains("Your own, from playbooks/quiet.toml.")
    );
}
