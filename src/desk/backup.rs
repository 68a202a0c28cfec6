//! Backups as the desk makes them.

use super::{Desk, Reading};
use crate::error::Result;
use crate::store::backup::{self, Backup};
use chrono::{DateTime, Utc};

impl Desk {
    /// Makes a backup now.
    ///
    /// # Errors
    /// Another backup running, a copy that cannot be read back, the disk.
    pub fn backup(&self, at: DateTime<Utc>) -> Result<Backup> {
        self.reading.store.backup(at)
    }

    /// Makes the day's backup where there is none yet.
    ///
    /// # Errors
    /// As [`Self::backup`].
    pub fn backup_if_due(&self, at: DateTime<Utc>) -> Result<Option<Backup>> {
        if self.reading.store.backup_due(at)? { self.backup(at).map(Some) } else { Ok(None) }
    }
}

impl Reading {
    /// The backups of this book, newest first.
    ///
    /// # Errors
    /// The list of backups cannot be read.
    pub fn backups(&self) -> Result<Vec<Backup>> {
        backup::list(self.store.path())
    }
}
