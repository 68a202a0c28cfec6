//! A commit that was answered is there after the program was killed.

use super::{add, fresh, label, names, now, place, today, writing};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

const BOOK: &str = "TRELLIS_TEST_BOOK_TO_FILL";
const COMMITS: usize = 200;

/// No test by itself: the program that is killed. It says each commit that was answered.
#[test]
fn fill_a_book() {
    let Some(path) = std::env::var_os(BOOK) else { return };
    let store = writing(Path::new(&path));
    let mut out = std::io::stdout().lock();
    for number in 0..COMMITS {
        let name = format!("Account {number}");
        store.commit(&label(&name), &[fresh(&name)], |_, _| Ok(())).expect("a commit");
        writeln!(out, "\nkept {number}").and_then(|()| out.flush()).expect("a reader");
    }
}

#[test]
fn what_was_answered_survives_kill_9() {
    let this = std::env::current_exe().expect("this program");
    for kill_after in [0, 3, 20, 57, 111, 180] {
        let (_directory, path) = place();
        let mut child = Command::new(&this)
            .args(["--exact", "storage::crash::fill_a_book", "--nocapture", "--test-threads=1"])
            .env(BOOK, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a child");
        let mut answered = 0;
        for line in BufReader::new(child.stdout.take().expect("its words")).lines() {
            let line = line.unwrap_or_default();
            if let Some(number) = line.strip_prefix("kept ") {
                answered = number.parse::<usize>().expect("a number") + 1;
                if answered > kill_after {
                    child.kill().expect("a kill");
                }
            }
        }
        child.wait().expect("an end");
        assert!(answered > kill_after, "the child said {answered} commits");

        let store = writing(&path);
        let kept = names(&path).len();
        assert!((answered..=COMMITS).contains(&kept), "{answered} answered, {kept} kept");
        assert!(kept <= answered + 1, "{answered} answered, {kept} kept");
        assert_eq!(usize::try_from(store.last_step().expect("a step")), Ok(kept));
        let sound: String = rusqlite::Connection::open(&path)
            .and_then(|file| file.query_row("PRAGMA integrity_check", [], |row| row.get(0)))
            .expect("a check");
        assert_eq!(sound, "ok");
        // It can be worked with as if nothing had been.
        add(&store, "After");
        store.undo(None, today(), now(), |_, _| Ok(())).expect("an undo");
        store.undo(None, today(), now(), |_, _| Ok(())).expect("an undo");
        assert_eq!(names(&path).len(), kept - 1);
    }
}
