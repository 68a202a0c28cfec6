//! `undo`, `redo`, `history`, `backup`, `config path`.

use super::Corner;

#[test]
fn what_was_done_can_be_taken_back_and_done_again() {
    let corner = Corner::with_demo();
    corner.bring_in();
    let before = corner.json(&["show", "Acme"]);
    assert_eq!(corner.ok(&["undo"]), "Undone: Imported 1 account.\n");
    let (code, said) = corner.refused(&["show", "Acme"]);
    assert_eq!(code, 4, "{said}");
    // What the demo book begins with stays.
    let (code, said) = corner.refused(&["undo"]);
    assert_eq!(code, 4, "{said}");
    assert!(said.contains("demo --fresh"), "{said}");
    assert!(corner.ok(&["redo"]).starts_with("Done again: Imported 1 account."));
    assert_eq!(corner.json(&["show", "Acme"])["account"], before["account"]);
    let steps = corner.json(&["history"])["steps"].clone();
    let kinds: Vec<&str> =
        steps.as_array().expect("steps").iter().filter_map(|step| step["kind"].as_str()).collect();
    assert_eq!(kinds, ["redo", "undo", "import", "demo"]);
    assert_eq!(corner.ok(&["history", "--limit", "1"]).lines().count(), 1);
}

#[test]
fn a_backup_is_a_file_beside_the_book_that_opens_as_one() {
    let corner = Corner::with_demo();
    let made = corner.json(&["backup"]);
    let file = made["file"].as_str().expect("a path").to_owned();
    assert!(file.contains("book-backups"), "{file}");
    let copy = corner.path().join("copy.db");
    std::fs::copy(&file, &copy).expect("copied");
    let rules = trellis::domain::rules::Rules::default();
    let reading = trellis::desk::Reading::open(&copy, rules).expect("a book");
    assert_eq!(reading.find_account("contoso").expect("found").name, "Contoso");
}

#[test]
fn it_says_where_things_are() {
    let corner = Corner::empty();
    let path = corner.json(&["config", "path"]);
    assert_eq!(path["book"].as_str(), corner.book().to_str());
    assert!(path["config"].as_str().is_some_and(|path| path.ends_with("config.toml")));
}
