//! `undo`, `redo`, `history`, `backup`, `config path`.

use super::Corner;

#[test]
fn what_was_done_can_be_taken_back_and_done_again() {
    let corner = Corner::with_demo();
    let before = corner.json(&["show", "Contoso"]);
    assert_eq!(corner.ok(&["undo"]), "Undone: Demo book.\n");
    assert_eq!(corner.json(&["attention"])["rows"].as_array().map(Vec::len), Some(0));
    let (code, said) = corner.refused(&["undo"]);
    assert_ne!(code, 0, "{said}");
    assert_eq!(corner.ok(&["redo"]), "Done again: Demo book. 24 accounts.\n");
    let after = corner.json(&["show", "Contoso"]);
    assert_eq!(before["score"]["value"], after["score"]["value"]);
    assert_eq!(before["account"], after["account"]);
    let steps = corner.json(&["history"])["steps"].clone();
    let kinds: Vec<&str> =
        steps.as_array().expect("steps").iter().filter_map(|step| step["kind"].as_str()).collect();
    assert_eq!(kinds, ["redo", "undo", "demo"]);
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
