//! `history ACCOUNT` and `show ACCOUNT --asof`.

use super::Corner;

#[test]
fn an_account_tells_what_was_written_of_it_and_how_it_stood_then() {
    let corner = Corner::empty();
    corner.ok(&["demo", "--path", "--today", "2026-11-10"]);
    let first = corner.ok(&["show", "contoso", "--today", "2026-11-10"]);
    let line = "contoso call \"budget frozen\" mood-1 !promise 2w send ROI";
    corner.ok(&["log", line, "--today", "2026-11-11"]);
    let second = corner.ok(&["show", "contoso", "--today", "2026-11-11"]);
    corner.ok(&["log", "contoso dana, met again", "--today", "2026-11-12"]);
    corner.ok(&["undo", "--today", "2026-11-13"]);

    let said = corner.ok(&["history", "contoso"]);
    for part in [
        "Contoso · 4 changes · the journal begins on 10 Nov 2026",
        "13 Nov 2026  Taken back: Note on Contoso",
        "12 Nov 2026  Note on Contoso (taken back 13 Nov)",
        "new talk: call, 11 Nov, mood −1, “budget frozen”",
        "new step “send ROI”: promise, due 25 Nov, me",
        "added: 1 account, 1 contract",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(corner.ok(&["history", "contoso", "--limit", "1"]).contains("the newest 1 of 4"));
    let json = corner.json(&["history", "contoso"]);
    assert_eq!(json["version"], 1);
    assert_eq!(json["entries"][1]["undone_by"], 4);
    assert_eq!(json["entries"][2]["changes"][0]["record"], "talk");

    // As it was told on the day.
    assert_eq!(corner.ok(&["show", "contoso", "--asof", "2026-11-10"]), first);
    assert_eq!(corner.ok(&["show", "contoso", "--asof", "2026-11-11"]), second);
    assert_ne!(first, second);
    let (code, said) = corner.refused(&["show", "contoso", "--asof", "2026-11-09"]);
    assert_eq!(code, 4);
    assert!(said.contains("begins on 10 Nov 2026") && said.contains("400 days"), "{said}");
    let (code, said) = corner.refused(&["show", "contoso", "--asof", "2027-01-09"]);
    assert_eq!(code, 2);
    assert!(said.contains("9 Jan 2027 is still to come"), "{said}");
}

#[test]
fn what_an_import_brought_and_what_is_gone_is_told_too() {
    let corner = Corner::empty();
    corner.ok(&["demo", "--path", "--today", "2026-11-10"]);
    corner.bring_in();
    let said = corner.ok(&["history", "Acme"]);
    assert!(said.starts_with("Acme · 1 change ·"), "{said}");
    assert!(said.contains("Imported 1 account") && said.contains("new account “Acme”"), "{said}");
    corner.ok(&["undo"]);
    // It is gone now, and was not there before; it cannot be asked for by a name that is nobody's.
    let (code, _) = corner.refused(&["history", "Acme"]);
    assert_eq!(code, 4);
    let (code, said) = corner.refused(&["show", "Acme", "--asof", "2026-11-15"]);
    assert_eq!(code, 4, "{said}");
    corner.ok(&["redo"]);
    let (code, said) = corner.refused(&["show", "Acme", "--asof", "2026-11-15"]);
    assert_eq!((code, said.contains("Acme was not in the book on 15 Nov 2026")), (4, true));
    let kinds: Vec<String> = corner.json(&["history", "Acme"])["entries"]
        .as_array()
        .expect("entries")
        .iter()
        .map(|entry| entry["kind"].as_str().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(kinds, ["redo", "undo", "import"]);
}
