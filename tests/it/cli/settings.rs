//! `config`, `keys`, and what is shown without signs or names: `--plain`, `--mask`.

use super::Corner;
use std::path::PathBuf;

fn config(corner: &Corner, text: &str) -> PathBuf {
    let path = PathBuf::from(corner.json(&["config", "path"])["config"].as_str().expect("a path"));
    std::fs::create_dir_all(path.parent().expect("a directory")).expect("made");
    std::fs::write(&path, text).expect("written");
    path
}

#[test]
fn the_default_config_can_be_read_and_sets_nothing() {
    let corner = Corner::empty();
    assert!(corner.ok(&["config", "check"]).contains("nothing is set"));
    let text = corner.ok(&["config", "default"]);
    assert!(text.contains("# undo = [\"u\"]    # undo\n"), "{text}");
    config(&corner, &text);
    assert!(corner.ok(&["config", "check"]).contains("can be read"));
}

#[test]
fn what_cannot_be_read_is_told_with_line_and_nearest_name() {
    let corner = Corner::empty();
    config(&corner, "[keys]\nzomo = \"x\"\nundo = \"z\"\n[screen]\nmouse = no\n");
    let output = corner.run(&["config", "check"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stdout).expect("text");
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], "config.toml, line 2: no act is called zomo; do you mean zoom?");
    assert!(lines[1].starts_with("config.toml, line 3: z does zoom in any pane"), "{said}");
    assert!(lines[2].starts_with("config.toml, line 5: "), "{said}");
}

#[test]
fn what_the_file_says_cannot_drive_the_terminal() {
    let corner = Corner::empty();
    config(&corner, "[keys]\n\"\\u001b[31mred\" = \"x\"\n[thresholds]\n\"\\u001b[32m\" = 3\n");
    let output = corner.run(&["config", "check"]);
    let said = String::from_utf8(output.stdout).expect("text");
    assert!(said.lines().count() == 2 && !said.contains('\u{1b}'), "{said:?}");
}

#[test]
fn the_editor_is_handed_the_file_and_what_it_wrote_is_checked() {
    let corner = Corner::empty();
    let editor = corner.path().join("editor");
    std::fs::write(&editor, "#!/bin/sh\nprintf '[keys]\\nunod = \"x\"\\n' > \"$2\"\n")
        .expect("made");
    let mut permissions = std::fs::metadata(&editor).expect("there").permissions();
    std::os::unix::fs::PermissionsExt::set_mode(&mut permissions, 0o700);
    std::fs::set_permissions(&editor, permissions).expect("set");
    let mut command = corner.command(&["config", "edit"]);
    let output = command.env("EDITOR", format!("{} --wait", editor.display())).output();
    let output = output.expect("the program starts");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stdout).contains("do you mean undo?"));
    let (code, said) = {
        let mut command = corner.command(&["config", "edit"]);
        let output = command.env("EDITOR", "/nowhere/editor").output().expect("it starts");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    assert_eq!(code, Some(6));
    assert!(said.contains("did not start"), "{said}");
}

#[test]
fn keys_are_printed_as_they_are_set() {
    let corner = Corner::empty();
    config(&corner, "[keys]\nzoom = [\"Z\", \"F5\"]\nlater = []\n");
    let said = corner.ok(&["keys"]);
    assert!(said.lines().any(|line| line.split_whitespace().eq(["Z", "F5", "zoom", "zoom"])));
    let keys = corner.json(&["keys"]);
    let rows = keys["keys"].as_array().expect("rows");
    let zoom = rows.iter().find(|row| row["action"] == "zoom").expect("zoom");
    assert_eq!(zoom["keys"], serde_json::json!(["Z", "F5"]));
    assert_eq!(zoom["place"], "any-pane");
}

#[test]
fn the_book_as_plain_text_has_every_account_and_no_sign_beyond_ascii() {
    let corner = Corner::with_demo();
    let said = corner.ok(&["--plain"]);
    assert!(said.chars().all(|c| c.is_ascii() || c.is_alphabetic()), "{said}");
    assert!(said.starts_with("22 accounts"), "{said}");
    for text in ["\nNOW ", "\nSOON ", "\nFINE ", "Contoso"] {
        assert!(said.contains(text), "{text}: {said}");
    }
    let accounts = corner.json(&["attention"])["accounts"].as_array().map_or(0, Vec::len);
    let rows = said.lines().filter(|line| line.starts_with("   ") || line.starts_with("  !"));
    assert!(rows.count() >= accounts.max(22), "{said}");
    assert!(corner.ok(&["show", "Contoso", "--plain"]).is_ascii());
    assert!(corner.ok(&["show", "Contoso", "--ascii"]).is_ascii());
    assert!(!corner.ok(&["show", "Contoso"]).is_ascii());
    assert_eq!(corner.refused(&["--plain", "--json"]).0, 2);
}

#[test]
fn a_masked_page_names_nobody_and_keeps_its_figures() {
    let corner = Corner::with_demo();
    let (bare, masked) = (corner.ok(&["--plain"]), corner.ok(&["--plain", "--mask"]));
    assert_eq!(bare.lines().count(), masked.lines().count());
    assert!(!masked.contains("Contoso") && masked.contains("Account "), "{masked}");
    let page = corner.ok(&["show", "Contoso", "--mask"]);
    let open = corner.ok(&["show", "Contoso"]);
    for person in corner.json(&["show", "Contoso"])["people"].as_array().into_iter().flatten() {
        let name = person["name"].as_str().expect("a name");
        assert!(open.contains(name) && !page.contains(name), "{name}: {page}");
    }
    assert!(!page.contains("Contoso") && !page.contains('€'), "{page}");
    let score = |text: &str| text.lines().find(|line| line.contains("known")).map(str::to_owned);
    assert!(score(&open).is_some());
    assert_eq!(score(&open), score(&page));
    let (code, said) = corner.refused(&["--mask", "attention"]);
    assert_eq!(code, 2);
    assert!(said.contains("--mask"), "{said}");
}

#[test]
fn rules_of_the_config_file_judge_the_book_and_what_is_wrong_in_them_is_told_beside_it() {
    let corner = Corner::with_demo();
    let score = |corner: &Corner| corner.json(&["show", "Contoso"])["score"]["value"].clone();
    let plain = score(&corner);
    config(&corner, "[weights.blend]\nusage = 90\n[weights.customer-success]\nusage = 90\n");
    assert_ne!(score(&corner), plain);
    config(
        &corner,
        "[thresholds]\nrisk-bellow = 5\nrot-days = \"long\"\n[weights.blend]\nusage = -5\n",
    );
    let output = corner.run(&["config", "check"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stdout).expect("text");
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 3, "{said}");
    for (line, start) in lines.iter().zip([
        "config.toml, line 2: risk-bellow is not known; do you mean risk-below?",
        "config.toml, line 3: rot-days is a whole number of days",
        "config.toml, line 5: usage is a weight",
    ]) {
        assert!(line.starts_with(start), "{line}");
    }
    let output = corner.run(&["attention"]);
    assert_eq!(output.status.code(), Some(0));
    let beside = String::from_utf8(output.stderr).expect("text");
    let told: Vec<String> = lines.iter().map(|line| format!("trellis: {line}")).collect();
    assert_eq!(beside.lines().collect::<Vec<_>>(), told);
    assert!(String::from_utf8_lossy(&output.stdout).contains("NOW"));
}

#[test]
fn a_score_that_other_rules_made_says_so() {
    let corner = Corner::with_demo();
    let none = corner.json(&["why", "Contoso"]);
    assert_eq!(none["rules_changed"], serde_json::json!([]));
    config(&corner, "[thresholds]\nrisk-below = 5.5\n");
    let told = corner.json(&["why", "Contoso"]);
    assert_eq!(told["rules_changed"][0]["sentence"], "risk below 6 → 5.5");
    assert!(corner.ok(&["why", "Contoso"]).contains("Rules changed "));
}

#[test]
fn words_of_the_config_file_are_those_of_the_program() {
    let corner = Corner::with_demo();
    assert!(corner.ok(&["explain", "pulse"]).contains("10: They would fight to keep us."));
    config(&corner, "[rubric.pulse]\n10 = \"Friends for life\"\n[thresholds]\nrot-days = 400\n");
    assert!(corner.ok(&["explain", "pulse"]).contains("10: Friends for life."));
    assert!(corner.ok(&["explain", "rot-days"]).contains("It is 400 d."));
}
