//! Only a book is opened; anything else is refused and left as it was.

use super::{add, names, now, place, writing};
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use trellis::error::{Error, Kind};
use trellis::store::{Mode, Store, backup};

/// Name and bytes of all that lies in a directory, but for the index of a log, which every reader
/// writes, and for empty logs, which a reader leaves behind.
fn listing(directory: &Path) -> BTreeMap<String, Vec<u8>> {
    std::fs::read_dir(directory)
        .expect("a directory")
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, std::fs::read(path).unwrap_or_default())
        })
        .filter(|(name, bytes)| {
            !(name.ends_with("-shm") || name.ends_with("-wal") && bytes.is_empty())
        })
        .collect()
}

/// Opening either way fails and changes nothing.
fn refused(path: &Path) -> Error {
    let before = listing(path.parent().expect("a directory"));
    let read = Store::open(path, Mode::Read).expect_err("no book");
    let write = Store::open(path, Mode::Write(super::now())).expect_err("no book");
    assert_eq!(read, write);
    let after = listing(path.parent().expect("a directory"));
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    assert!(before == after, "{} was changed", path.display());
    write
}

fn message(path: &Path) -> String {
    let error = refused(path);
    assert_eq!(error.kind, Kind::Book, "{error:?}");
    assert!(error.hint.is_some(), "{error:?}");
    error.message
}

#[test]
fn foreign_files() {
    let (directory, path) = place();
    std::fs::write(&path, "Dear diary").expect("a file");
    assert!(message(&path).ends_with("it is no SQLite file"));
    std::fs::write(&path, "x".repeat(5000)).expect("a file");
    assert!(message(&path).ends_with("it is no SQLite file"));
    std::fs::write(&path, "SQLite format 3\0").expect("a file");
    assert!(message(&path).ends_with("it is no SQLite file"));

    std::fs::remove_file(&path).expect("removed");
    let other = Connection::open(&path).expect("a file");
    other.execute_batch("CREATE TABLE account (id INTEGER)").expect("a table");
    assert!(message(&path).ends_with("it belongs to another program"));
    other.pragma_update(None, "application_id", 0x7472_6C73).expect("our mark");
    assert!(message(&path).ends_with("it has no version"));
    other.pragma_update(None, "user_version", 1).expect("our version");
    assert!(message(&path).starts_with("the tables in this file are not those of a book"));
    drop(other);

    let below = directory.path().join("directory.db");
    std::fs::create_dir(&below).expect("a directory");
    assert!(message(&below).ends_with("it is no ordinary file"));
}

#[test]
fn newer_books() {
    let (_directory, path) = place();
    drop(writing(&path));
    let file = Connection::open(&path).expect("a file");
    file.pragma_update(None, "user_version", 99).expect("a version");
    // In the log only: the header still says the old version.
    assert!(message(&path).contains("was written by a newer trellis"));
    file.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("a checkpoint");
    drop(file);
    assert!(message(&path).contains("was written by a newer trellis"));
}

#[test]
fn books_that_something_else_has_changed() {
    for harm in [
        "CREATE TRIGGER t AFTER INSERT ON account BEGIN DELETE FROM account; END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE more (id INTEGER)",
        "ALTER TABLE account ADD COLUMN more TEXT",
        "DROP INDEX talk_person_contact",
    ] {
        let (_directory, path) = place();
        drop(writing(&path));
        let file = Connection::open(&path).expect("a file");
        file.execute_batch(harm).expect("harm");
        drop(file);
        assert!(message(&path).starts_with("the tables in this file"), "{harm}");
    }
}

#[test]
fn a_book_that_is_gone_or_empty_is_no_new_beginning() {
    let (_directory, path) = place();
    let store = writing(&path);
    add(&store, "Contoso");
    let copy = store.backup(now()).expect("a backup");
    drop(store);

    std::fs::write(&path, "").expect("emptied");
    assert!(message(&path).ends_with("is empty"));
    std::fs::remove_file(&path).expect("removed");
    let error = refused(&path);
    assert!(error.message.ends_with("is gone"), "{error:?}");
    let hint = error.hint.expect("what to do");
    assert!(hint.contains(&copy.name), "{hint}");

    // What the hint says works.
    let backups = trellis::paths::Place::of_book(&path).backups;
    std::fs::copy(backups.join(&copy.name), &path).expect("copied");
    assert_eq!(writing(&path).last_step(), Ok(1));
    assert_eq!(names(&path), ["Contoso"]);

    // Without a backup the marker alone says that a book was here.
    std::fs::remove_dir_all(&backups).expect("removed");
    std::fs::remove_file(&path).expect("removed");
    let hint = refused(&path).hint.expect("what to do");
    assert!(hint.starts_with("to begin an empty book, remove "), "{hint}");
}

#[test]
fn the_log_of_a_lost_book_is_not_played_into_its_backup() {
    let (_directory, path) = place();
    let store = writing(&path);
    add(&store, "Contoso");
    let copy = store.backup(now()).expect("a backup");
    add(&store, "Litware");
    let log = path.with_file_name("book.db-wal");
    let kept = std::fs::read(&log).expect("a log");
    drop(store);
    std::fs::remove_file(&path).expect("removed");
    std::fs::write(&log, kept).expect("as after a kill");
    let hint = refused(&path).hint.expect("what to do");
    assert!(hint.contains(&format!("move {} away first", log.display())), "{hint}");
    assert!(hint.contains(&copy.name), "{hint}");

    let backups = trellis::paths::Place::of_book(&path).backups;
    std::fs::remove_dir_all(&backups).expect("removed");
    let hint = refused(&path).hint.expect("what to do");
    assert!(hint.ends_with(&format!("-here and {}", log.display())), "{hint}");
    // What the hint says works.
    std::fs::remove_file(log).expect("removed");
    std::fs::remove_file(path.with_file_name("book.db-here")).expect("removed");
    assert_eq!(writing(&path).last_step(), Ok(0));
}

#[test]
fn nobody_reads_where_there_never_was_a_book() {
    let (directory, path) = place();
    let error = Store::open(&path, Mode::Read).expect_err("nothing there");
    assert_eq!(error.kind, Kind::NotFound);
    assert!(listing(directory.path()).is_empty());
    // An empty file that somebody put there is as good as none.
    std::fs::write(&path, "").expect("a file");
    add(&writing(&path), "Contoso");
    assert_eq!(names(&path), ["Contoso"]);
}

#[test]
fn a_removed_book_is_a_new_beginning() {
    let (_directory, path) = place();
    add(&writing(&path), "Contoso");
    Store::remove(&path).expect("removed");
    drop(writing(&path));
    assert_eq!(names(&path), Vec::<String>::new());
}

#[test]
fn only_the_user_can_read_it() {
    let (directory, _) = place();
    let path = directory.path().join("deep/er/book.db");
    let store = writing(&path);
    add(&store, "Contoso");
    store.backup(now()).expect("a backup");
    let mode =
        |path: &Path| std::fs::metadata(path).expect("an entry").permissions().mode() & 0o777;
    let mut open = vec![directory.path().join("deep")];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            assert_eq!(mode(&path), 0o700, "{}", path.display());
            open.extend(
                std::fs::read_dir(&path).expect("entries").map(|entry| entry.expect("one").path()),
            );
        } else {
            assert_eq!(mode(&path), 0o600, "{}", path.display());
        }
    }
    drop(store);
    // Somebody has opened it to others, and a reader has given its log the same rights.
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).expect("opened");
    let reader = Store::open(&path, Mode::Read).expect("a book");
    reader.last_step().expect("a step");
    let logs = ["book.db-wal", "book.db-shm"].map(|name| path.with_file_name(name));
    assert_eq!(logs.each_ref().map(|log| mode(log)), [0o644; 2]);
    let store = writing(&path);
    add(&store, "Litware");
    assert_eq!(mode(&path), 0o600);
    assert_eq!(logs.each_ref().map(|log| mode(log)), [0o600; 2]);
}

#[test]
fn a_backup_is_a_book_of_its_own_and_is_listed() {
    let (_directory, path) = place();
    let store = writing(&path);
    add(&store, "Contoso");
    assert_eq!(store.backup_due(now()), Ok(true));
    // Any connection will do, one that never writes too.
    let first = Store::open(&path, Mode::Read).and_then(|store| store.backup(now()));
    let first = first.expect("a backup");
    assert_eq!(first.name, "book-20261122T080000Z.db");
    add(&store, "Litware");
    let second = store.backup(now()).expect("a backup of the same second");
    assert_eq!((second.name.as_str(), second.step), ("book-20261122T080001Z.db", 2));
    assert_eq!(store.backup_due(now()), Ok(false));
    assert_eq!(backup::list(&path), Ok(vec![second.clone(), first.clone()]));
    let file = trellis::paths::Place::of_book(&path).backups.join(&first.name);
    assert_eq!(names(&file), ["Contoso"]);

    // What a killed program left half made goes with the next one.
    let backups = trellis::paths::Place::of_book(&path).backups;
    std::fs::write(backups.join(".copy-x1.tmp"), "half a book").expect("a file");
    let later = now() + chrono::TimeDelta::days(1);
    let third = store.backup(later).expect("a backup");
    assert!(!backups.join(".copy-x1.tmp").exists());
    // One that somebody has removed is none.
    assert_eq!(store.backup_due(later), Ok(false));
    std::fs::remove_file(backups.join(&third.name)).expect("removed");
    assert_eq!(store.backup_due(later), Ok(true));

    assert!(backup::verifies(&path, &first));
    let mut bytes = std::fs::read(&file).expect("a backup");
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    std::fs::write(&file, bytes).expect("harm");
    assert!(!backup::verifies(&path, &first));
    assert!(backup::verifies(&path, &second));
}
