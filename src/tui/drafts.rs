//! What was typed and not saved, kept on disk: a file for each form, in a directory of its own
//! beside the book. It is written a moment after the typing, and whenever this is dropped: at the
//! end of the program, on a signal, on a panic.

use super::form::draft::Draft;
use super::form::subject::Subject;
use crate::error::{Error, Result};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The longest that typed text is on the screen alone.
pub const WRITTEN_AFTER: Duration = Duration::from_millis(500);

/// All forms that were typed into and not saved, and their files.
#[derive(Debug)]
pub struct Drafts {
    kept: Vec<Kept>,
    directory: PathBuf,
    /// Since when there is something that is not on disk.
    unwritten: Option<Instant>,
}

#[derive(Debug)]
struct Kept {
    draft: Draft,
    /// Files that hold it, from this run or from one before it.
    files: Vec<PathBuf>,
    written: bool,
}

impl Drafts {
    /// None yet, to be written to the directory.
    const fn of_none(directory: PathBuf) -> Self {
        Self { kept: Vec::new(), directory, unwritten: None }
    }

    /// Those that lie in the directory, which need not be there.
    ///
    /// # Errors
    /// The directory cannot be read. A file in it that is no draft is left alone.
    pub fn load(directory: &Path) -> Result<Self> {
        let mut found: Vec<((i64, i64), PathBuf, Draft)> = Vec::new();
        let entries = match std::fs::read_dir(directory) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Ok(Self::of_none(directory.to_owned()));
            }
            Err(error) => {
                return Err(Error::system(directory.display(), &error)
                    .hint("half-filled forms are kept there: make it readable, or move it away"));
            }
        };
        for entry in entries.flatten() {
            let path = entry.path();
            if path.extension().is_none_or(|extension| extension != "json") {
                continue;
            }
            let at = entry.metadata().map_or((0, 0), |file| (file.mtime(), file.mtime_nsec()));
            let draft = std::fs::read(&path).ok().and_then(|it| serde_json::from_slice(&it).ok());
            if let Some(draft) = draft {
                found.push((at, path, draft));
            }
        }
        // The newest of a subject holds; the files of all of them go when it is settled.
        found.sort_by(|one, other| (other.0, &one.1).cmp(&(one.0, &other.1)));
        let mut drafts = Self::of_none(directory.to_owned());
        for (_, path, draft) in found {
            match drafts.place(&draft.subject) {
                Some(kept) => kept.files.push(path),
                None => drafts.kept.push(Kept { draft, files: vec![path], written: true }),
            }
        }
        Ok(drafts)
    }

    fn place(&mut self, subject: &Subject) -> Option<&mut Kept> {
        self.kept.iter_mut().find(|kept| kept.draft.subject == *subject)
    }

    /// All of them, the newest first where they come from runs before.
    pub fn iter(&self) -> impl Iterator<Item = &Draft> {
        self.kept.iter().map(|kept| &kept.draft)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    #[must_use]
    pub fn of(&self, subject: &Subject) -> Option<&Draft> {
        self.iter().find(|draft| draft.subject == *subject)
    }

    /// Keeps a form as it stands.
    pub fn keep(&mut self, draft: Draft) {
        match self.place(&draft.subject) {
            Some(kept) if kept.draft == draft => return,
            Some(kept) => (kept.draft, kept.written) = (draft, false),
            None => self.kept.push(Kept { draft, files: Vec::new(), written: false }),
        }
        self.unwritten.get_or_insert_with(Instant::now);
    }

    /// Lets go of a form that is saved, or as it was opened; its files go at once, so that nobody
    /// is offered again what is in the book already.
    ///
    /// # Errors
    /// A file cannot be removed.
    pub fn settle(&mut self, subject: &Subject) -> Result<()> {
        let Some(at) = self.kept.iter().position(|kept| kept.draft.subject == *subject) else {
            return Ok(());
        };
        let kept = self.kept.remove(at);
        for file in &kept.files {
            match std::fs::remove_file(file) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(Error::system(file.display(), &error));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// How long until something has to be written; none: everything is on disk.
    #[must_use]
    pub fn due_in(&self) -> Option<Duration> {
        self.unwritten.map(|since| WRITTEN_AFTER.saturating_sub(since.elapsed()))
    }

    /// Writes what is due.
    ///
    /// # Errors
    /// The disk; it is tried again a moment later.
    pub fn write_due(&mut self) -> Result<()> {
        if self.due_in() != Some(Duration::ZERO) {
            return Ok(());
        }
        self.unwritten = Some(Instant::now());
        self.write()
    }

    /// Writes what is not on disk yet.
    ///
    /// # Errors
    /// The disk.
    pub fn write(&mut self) -> Result<()> {
        let directory = &self.directory;
        for kept in self.kept.iter_mut().filter(|kept| !kept.written) {
            let file = file(directory, &kept.draft.subject);
            write(directory, &file, &kept.draft)?;
            kept.written = true;
            if !kept.files.contains(&file) {
                kept.files.push(file);
            }
        }
        self.unwritten = None;
        Ok(())
    }
}

impl Drop for Drafts {
    fn drop(&mut self) {
        // Nobody is left to be told; what can be written is.
        let _untold = self.write();
    }
}

/// One for each subject and process: two programs on one book do not write over each other.
fn file(directory: &Path, subject: &Subject) -> PathBuf {
    let mut name = String::new();
    for byte in Sha256::digest(format!("{subject:?}")).iter().take(8) {
        let written = write!(name, "{byte:02x}");
        debug_assert!(written.is_ok(), "a String takes any text");
    }
    directory.join(format!("{name}-{}.json", std::process::id()))
}

/// Written whole or not at all, readable by the user alone.
fn write(directory: &Path, path: &Path, draft: &Draft) -> Result<()> {
    // Without a hint: a message over the form would take the keys of whoever is typing.
    let failed = |error: &std::io::Error| Error::system(path.display(), error);
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(directory)
        .map_err(|error| failed(&error))?;
    let text = serde_json::to_vec(draft).map_err(|error| failed(&error.into()))?;
    let mut file = tempfile::Builder::new()
        .permissions(std::fs::Permissions::from_mode(0o600))
        .tempfile_in(directory)
        .map_err(|error| failed(&error))?;
    file.write_all(&text).map_err(|error| failed(&error))?;
    file.as_file().sync_data().map_err(|error| failed(&error))?;
    file.persist(path).map_err(|error| failed(&error.error))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(account: i64, name: &str) -> Draft {
        Draft {
            subject: Subject::Contract { account },
            title: "Contract".to_owned(),
            texts: vec![("note".to_owned(), name.to_owned())],
            opened: Vec::new(),
            on: None,
            days: Vec::new(),
        }
    }

    fn files(directory: &Path) -> usize {
        std::fs::read_dir(directory).map_or(0, Iterator::count)
    }

    #[test]
    fn what_was_typed_comes_back_after_the_program_ended() {
        let home = tempfile::tempdir().expect("a directory");
        let directory = home.path().join("book-drafts");
        let mut drafts = Drafts::load(&directory).expect("nothing yet");
        assert!(drafts.is_empty() && drafts.due_in().is_none());
        drafts.keep(draft(1, "Ott"));
        drafts.keep(draft(2, "Roy"));
        drafts.keep(draft(1, "Otto"));
        assert!(drafts.due_in().is_some());
        drop(drafts);
        let mode = std::fs::metadata(&directory).expect("a directory").permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
        let mut drafts = Drafts::load(&directory).expect("drafts");
        assert_eq!(drafts.of(&Subject::Contract { account: 1 }), Some(&draft(1, "Otto")));
        assert_eq!(drafts.of(&Subject::Contract { account: 2 }), Some(&draft(2, "Roy")));
        drafts.settle(&Subject::Contract { account: 1 }).expect("gone");
        assert_eq!(files(&directory), 1, "its file goes at once");
        drop(drafts);
        assert_eq!(Drafts::load(&directory).expect("drafts").iter().count(), 1);
    }

    #[test]
    fn the_same_text_is_written_once_and_only_when_it_is_due() {
        let home = tempfile::tempdir().expect("a directory");
        let directory = home.path().join("book-drafts");
        let mut drafts = Drafts::load(&directory).expect("nothing yet");
        drafts.keep(draft(1, "Ott"));
        drafts.write_due().expect("nothing due");
        assert_eq!(files(&directory), 0);
        std::thread::sleep(WRITTEN_AFTER);
        drafts.write_due().expect("written");
        assert_eq!((files(&directory), drafts.due_in()), (1, None));
        drafts.keep(draft(1, "Ott"));
        assert_eq!(drafts.due_in(), None);
    }

    #[test]
    fn another_run_on_the_same_form_leaves_both_texts() {
        let home = tempfile::tempdir().expect("a directory");
        let directory = home.path().join("book-drafts");
        let mut mine = Drafts::load(&directory).expect("nothing yet");
        mine.keep(draft(1, "mine"));
        mine.write().expect("written");
        let other = directory.join("0123456789abcdef-1.json");
        let text = serde_json::to_vec(&draft(1, "theirs")).expect("a text");
        std::fs::write(&other, text).expect("written");
        std::fs::write(directory.join("no draft.json"), "{").expect("written");
        assert_eq!(files(&directory), 3);
        let mut both = Drafts::load(&directory).expect("drafts");
        assert_eq!(both.iter().count(), 1);
        assert_eq!(both.of(&Subject::Contract { account: 1 }), Some(&draft(1, "theirs")));
        both.settle(&Subject::Contract { account: 1 }).expect("gone");
        assert_eq!(files(&directory), 1, "what is no draft is left alone");
    }

    #[test]
    fn a_full_or_forbidden_disk_is_told_and_nothing_is_lost() {
        let home = tempfile::tempdir().expect("a directory");
        let directory = home.path().join("a file");
        std::fs::write(&directory, "").expect("written");
        assert!(Drafts::load(&directory).is_err());
        let mut drafts = Drafts::of_none(directory.clone());
        drafts.keep(draft(1, "Ott"));
        assert!(drafts.write().is_err());
        assert!(drafts.due_in().is_some(), "it is tried again");
        std::fs::remove_file(&directory).expect("removed");
        drafts.write().expect("written");
        assert_eq!(files(&directory), 1);
    }
}
