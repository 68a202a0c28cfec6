//! Several programs at one book.

use super::{add, fresh, label, names, place, writing};
use std::time::{Duration, Instant};
use trellis::error::Kind;
use trellis::store::{Mode, Store};

#[test]
fn four_writers_lose_nothing() {
    let (_directory, path) = place();
    drop(writing(&path));
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let path = &path;
            scope.spawn(move || {
                let store = writing(path);
                for number in 0..25 {
                    add(&store, &format!("{writer}-{number}"));
                }
            });
        }
    });
    assert_eq!(names(&path).len(), 100);
    assert_eq!(writing(&path).last_step(), Ok(100));
}

#[test]
fn four_may_begin_a_book_at_once() {
    // Where nothing is, and where an empty file waits to be filled.
    for round in 0..4 {
        let (_directory, path) = place();
        if round % 2 == 1 {
            std::fs::write(&path, "").expect("a file");
        }
        std::thread::scope(|scope| {
            for writer in 0..4 {
                let path = &path;
                scope.spawn(move || add(&writing(path), &format!("{writer}")));
            }
        });
        assert_eq!(names(&path).len(), 4, "round {round}");
    }
}

#[test]
fn a_long_writer_makes_busy_and_loses_nothing() {
    let (_directory, path) = place();
    let store = writing(&path);
    store.patience(Duration::from_millis(20)).expect("less patience");
    let other = rusqlite::Connection::open(&path).expect("a file");
    other.execute_batch("BEGIN IMMEDIATE").expect("a writer");
    let begun = Instant::now();
    let busy = store.commit(&label("Contoso"), &[fresh("Contoso")], |_, _| Ok(()));
    assert_eq!(busy.expect_err("somebody else").kind, Kind::Busy);
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    other.execute_batch("ROLLBACK").expect("an end");
    add(&store, "Contoso");
    assert_eq!(names(&path), ["Contoso"]);
}

#[test]
fn a_reader_sees_one_moment_and_learns_of_the_next() {
    let (_directory, path) = place();
    let writer = writing(&path);
    let reader = Store::open(&path, Mode::Read).expect("a book");
    let version = reader.data_version().expect("a version");
    reader
        .read(|_| {
            assert_eq!(reader.last_step(), Ok(0));
            add(&writer, "Contoso");
            assert_eq!(reader.last_step(), Ok(0));
            Ok(())
        })
        .expect("a look");
    assert_eq!(reader.last_step(), Ok(1));
    assert_ne!(reader.data_version(), Ok(version));
}

#[test]
fn a_reader_never_writes() {
    let (_directory, path) = place();
    drop(writing(&path));
    let reader = Store::open(&path, Mode::Read).expect("a book");
    assert!(reader.commit(&label("Contoso"), &[fresh("Contoso")], |_, _| Ok(())).is_err());
    assert_eq!(names(&path), Vec::<String>::new());
}
