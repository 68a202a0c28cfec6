//! A book that is open keeps its locks, however often it is opened and closed beside. Without
//! them another program believes itself alone and clears the log away when it goes.
#![cfg(target_os = "linux")]

use super::{add, place, writing};
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use trellis::store::{Mode, Store};

/// The kernel's list has a lock of this process on the file.
fn locked(path: &Path) -> bool {
    let (process, number) = (
        std::process::id().to_string(),
        format!(":{}", std::fs::metadata(path).expect("a file").ino()),
    );
    std::fs::read_to_string("/proc/locks").expect("the kernel's list").lines().any(|line| {
        let mut words = line.split_whitespace();
        words.any(|word| word == process) && words.any(|word| word.ends_with(&number))
    })
}

#[test]
fn a_second_store_takes_no_lock_from_the_first() {
    let (_directory, path) = place();
    let writer = writing(&path);
    add(&writer, "Contoso");
    assert!(locked(&path));
    // As the screen does: a reader beside the writer, and one more for a backup, which goes.
    let reader = Store::open(&path, Mode::Read).expect("a reader");
    assert!(locked(&path));
    drop(Store::open(&path, Mode::Read).expect("another"));
    assert!(locked(&path));
    drop(reader);
    add(&writer, "Litware");
    assert!(locked(&path));
    drop(writer);
    assert!(!locked(&path), "a lock outlived its store");
    drop(writing(&path));
}
