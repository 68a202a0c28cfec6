//! The desk a person works at: what is said becomes one commit, and the accounts it touches are
//! judged again before the answer comes. Screens and commands come here and no further down.

mod act;
mod agenda;
mod backup;
mod capture;
mod clerk;
mod commit;
mod find;
mod grid;
mod grown;
mod history;
mod judge;
mod keep;
mod list;
mod mark;
mod masked;
mod metrics;
mod picture;
mod portfolio;
mod quarter;
mod reading;
mod revert;
mod review;
mod rule_log;
#[cfg(test)]
mod sample;
mod seats;
mod story;
mod sweep;
mod then;
mod what_if;

pub use act::{Act, ActKind, Commit, Effect, Receipt};
pub use agenda::Ahead;
pub use clerk::{Answer, Clerk, Job};
pub use find::Found;
pub use judge::Appraisal;
pub use reading::Reading;
pub use sweep::{Ask, Swept};

pub use crate::store::backup::Backup;
/// One line of the history.
pub use crate::store::journal::Step as JournalStep;

use crate::domain::rules::Rules;
use crate::error::{Error, Result};
use crate::paths::Place;
use crate::store::{Mode, Store};
use chrono::{DateTime, Utc};
use judge::Judged;
use keep::KeptRows;
use std::path::Path;

/// The one place that writes the book; everything that [`Reading`] answers it answers as well.
#[derive(Debug)]
pub struct Desk {
    reading: Reading,
    /// What the last judging left, so that a commit judges only the accounts it touches.
    judged: Option<(Judged, KeptRows)>,
}

impl Desk {
    /// Opens the book for writing; makes a new one where there never was one. `at` is now.
    ///
    /// # Errors
    /// The file is no book, is gone or damaged, or the disk says no.
    pub fn open(path: &Path, rules: Rules, at: DateTime<Utc>) -> Result<Self> {
        let reading = Reading::over(Store::open(path, Mode::Write(at))?, rules)?;
        Ok(Self { reading, judged: None })
    }

    /// Brings a book of an earlier version of the program up to date, with a verified copy made
    /// before. Any other book, and a place without one, is left as it is.
    ///
    /// # Errors
    /// The file is no book, or the disk says no; then it is as it was.
    pub fn bring_up_to_date(path: &Path, at: DateTime<Utc>) -> Result<()> {
        if Store::is_older(path)? {
            drop(Store::open(path, Mode::Write(at))?);
        }
        Ok(())
    }

    /// Writes the log back into the book: some time after the last write, and at the end.
    ///
    /// # Errors
    /// The disk.
    pub fn tidy(&self) -> Result<()> {
        self.reading.store.checkpoint()
    }

    /// Removes a book with its backups, for good: for the demo book, which is made anew each day.
    ///
    /// # Errors
    /// The directory may not be written.
    pub fn remove(place: &Place) -> Result<()> {
        Store::remove(&place.book)?;
        match std::fs::remove_dir_all(&place.backups) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(Error::system(place.backups.display(), &error))
            }
            _ => Ok(()),
        }
    }

    /// Keeps a note of the program about its own work.
    ///
    /// # Errors
    /// Another program writing, the disk.
    pub fn note(&self, key: &str, content: &str) -> Result<()> {
        self.reading.store.note(key, content)
    }

    /// The reading side.
    #[must_use]
    pub const fn reading(&self) -> &Reading {
        &self.reading
    }
}

impl std::ops::Deref for Desk {
    type Target = Reading;

    fn deref(&self) -> &Reading {
        &self.reading
    }
}
