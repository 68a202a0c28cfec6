//! Copies of the book that were read back before they count.

mod rotation;

use super::open::{directory, sync};
use super::schema::hex;
use super::{Mode, Store, header, journal, open, schema};
use crate::error::{Error, Kind, Result};
use crate::paths::Place;
use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OpenFlags};
use sha2::{Digest, Sha256};
use std::fs::{DirBuilder, File, TryLockError};
use std::io::{Read, Write};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// The list of a book's backups, beside them.
const MANIFEST: &str = "manifest.json";

/// How the name of a copy begins that is not read back yet.
const HALF_MADE: &str = ".copy-";

/// One backup, as the manifest lists it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Backup {
    /// Its file in the directory of the backups.
    pub name: String,
    /// To the second.
    pub at: DateTime<Utc>,
    pub bytes: u64,
    pub sha256: String,
    /// The newest step that it holds.
    pub step: i64,
}

#[derive(Default, serde::Serialize, serde::Deserialize)]
struct Manifest {
    version: u32,
    /// Newest first.
    backups: Vec<Backup>,
}

impl Store {
    /// Copies the book, reads the copy back, and only then gives it its name; drops those that
    /// the rotation has no place for. The book may be in use.
    ///
    /// # Errors
    /// Another backup running, a copy that cannot be read back, the disk.
    pub fn backup(&self, at: DateTime<Utc>) -> Result<Backup> {
        // SQLite takes the copy for a write; it is none of the book.
        let guarded = self.mode == Mode::Read;
        if guarded {
            self.connection.pragma_update(None, "query_only", false)?;
        }
        let made = make(&self.connection, &self.path, at);
        if guarded {
            self.connection.pragma_update(None, "query_only", true)?;
        }
        made
    }

    /// No backup was made on the (UTC) day of `at` yet.
    ///
    /// # Errors
    /// The list of backups cannot be read.
    pub fn backup_due(&self, at: DateTime<Utc>) -> Result<bool> {
        let place = Place::of_book(&self.path).backups;
        Ok(!list(&self.path)?
            .iter()
            .any(|one| one.at.date_naive() == at.date_naive() && place.join(&one.name).exists()))
    }
}

/// The backups of a book, newest first.
///
/// # Errors
/// The list cannot be read.
pub fn list(book: &Path) -> Result<Vec<Backup>> {
    Ok(read(&Place::of_book(book).backups.join(MANIFEST))?.backups)
}

/// A backup holds what it held when it was made.
#[must_use]
pub fn verifies(book: &Path, backup: &Backup) -> bool {
    hash(&Place::of_book(book).backups.join(&backup.name))
        .is_ok_and(|found| found == (backup.sha256.clone(), backup.bytes))
}

/// The newest backup of a book, by its name.
pub(super) fn newest(book: &Path) -> Option<PathBuf> {
    std::fs::read_dir(Place::of_book(book).backups)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "db"))
        .max()
}

pub(super) fn make(connection: &Connection, book: &Path, at: DateTime<Utc>) -> Result<Backup> {
    let place = Place::of_book(book).backups;
    let failed = |error: &std::io::Error| Error::system(place.display(), error);
    DirBuilder::new().recursive(true).mode(0o700).create(&place).map_err(|error| failed(&error))?;
    // Held until the end of this function: one backup at a time.
    let lock = File::create(place.join(".lock")).map_err(|error| failed(&error))?;
    lock.try_lock().map_err(|error| match error {
        TryLockError::WouldBlock => {
            Error::new(Kind::Busy, "another backup of this book is running")
        }
        TryLockError::Error(error) => failed(&error),
    })?;

    sweep(&place).map_err(|error| failed(&error))?;
    let raw = tempfile::Builder::new()
        .prefix(HALF_MADE)
        .suffix(".tmp")
        .tempfile_in(&place)
        .map_err(|error| failed(&error))?;
    let target = raw.path().to_str().ok_or_else(|| {
        Error::new(Kind::System, format!("{} is no text SQLite can use", place.display()))
    })?;
    connection.execute("VACUUM INTO ?1", [target])?;
    let step = verify(raw.path())?;
    raw.as_file().sync_all().map_err(|error| failed(&error))?;
    let (sha256, bytes) = hash(raw.path()).map_err(|error| failed(&error))?;
    let (name, at) = settle(raw, book, &place, at)?;
    sync(&place)?;

    let made = Backup { name, at, bytes, sha256, step };
    let file = place.join(MANIFEST);
    let mut manifest = read(&file)?;
    manifest.backups.retain(|old| place.join(&old.name).exists());
    manifest.backups.push(made.clone());
    manifest.backups.sort_by_key(|one| std::cmp::Reverse(one.at));
    let dropped = rotation::rotate(&mut manifest.backups, at, |one| verifies(book, one));
    manifest.version = 1;
    write(&file, &manifest)?;
    for old in dropped {
        std::fs::remove_file(place.join(&old.name)).map_err(|error| failed(&error))?;
    }
    Ok(made)
}

/// Drops what a program left that was killed while it copied.
fn sweep(place: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(place)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(HALF_MADE) {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Gives the copy its name; a second backup of one second takes the next one.
fn settle(
    mut raw: NamedTempFile,
    book: &Path,
    place: &Path,
    mut at: DateTime<Utc>,
) -> Result<(String, DateTime<Utc>)> {
    let stem = book.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    loop {
        let stamp = at.format("%Y%m%dT%H%M%SZ").to_string();
        let name = format!("{stem}-{stamp}.db");
        match raw.persist_noclobber(place.join(&name)) {
            Ok(_) => {
                let whole = DateTime::from_timestamp(at.timestamp(), 0).unwrap_or(at);
                return Ok((name, whole));
            }
            Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => {
                raw = error.file;
                at += TimeDelta::seconds(1);
            }
            Err(error) => return Err(Error::system(place.join(&name).display(), &error.error)),
        }
    }
}

/// Opens a copy as a stranger would and looks at all of it; gives its newest step.
fn verify(copy: &Path) -> Result<i64> {
    let unsound = |why: String| {
        Error::new(Kind::Book, format!("the backup could not be read back: {why}"))
            .hint("the book itself was not changed; the older backups are untouched")
    };
    header::probe(copy)?;
    let connection = Connection::open_with_flags(
        copy,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    open::guard(&connection)?;
    let version = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    schema::check(&connection, version)?;
    let sound: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if sound != "ok" {
        return Err(unsound(sound));
    }
    if connection.prepare("PRAGMA foreign_key_check")?.exists([])? {
        return Err(unsound("a record names one that is not there".to_owned()));
    }
    journal::last(&connection)
}

fn hash(path: &Path) -> std::io::Result<(String, u64)> {
    let mut file = File::open(path)?;
    let mut hash = Sha256::new();
    let mut piece = vec![0; 64 * 1024];
    let mut bytes = 0;
    loop {
        let read = file.read(&mut piece)?;
        if read == 0 {
            return Ok((hex(&hash.finalize()), bytes));
        }
        bytes += read as u64;
        hash.update(piece.get(..read).unwrap_or_default());
    }
}

fn read(file: &Path) -> Result<Manifest> {
    match std::fs::read(file) {
        Ok(text) => serde_json::from_slice(&text).map_err(|error| {
            Error::new(Kind::Input, format!("{} cannot be read: {error}", file.display()))
                .hint("move it away; the backups beside it stay as they are")
        }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Manifest::default()),
        Err(error) => Err(Error::system(file.display(), &error)),
    }
}

fn write(file: &Path, manifest: &Manifest) -> Result<()> {
    let failed = |error: &std::io::Error| Error::system(file.display(), error);
    let place = directory(file);
    let mut raw = NamedTempFile::new_in(&place).map_err(|error| failed(&error))?;
    let text = serde_json::to_vec_pretty(manifest)
        .map_err(|error| Error::new(Kind::System, format!("{}: {error}", file.display())))?;
    raw.write_all(&text).map_err(|error| failed(&error))?;
    raw.as_file().sync_all().map_err(|error| failed(&error))?;
    raw.persist(file).map_err(|error| failed(&error.error))?;
    sync(&place)
}
