//! Opening a book: only a file that is one, with every guard of the database up.

use super::header::{self, Found};
use super::held::Held;
use super::{Mode, Store, backup, schema};
use crate::error::{Error, Kind, Result};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fs::{DirBuilder, File, Permissions};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The oldest SQLite whose WAL is known to keep what it was given.
const SQLITE_AT_LEAST: i32 = 3_051_003;

/// How long a command waits for another program that is writing.
const PATIENCE: Duration = Duration::from_secs(5);

impl Store {
    /// Opens the book at `path`. Writing makes a new one where there never was one; a file that
    /// is no book, or of a newer program, is refused without a byte changed.
    ///
    /// # Errors
    /// No such book, a foreign or damaged one, an empty file where a book was, the disk.
    pub fn open(path: &Path, mode: Mode) -> Result<Self> {
        if rusqlite::version_number() < SQLITE_AT_LEAST {
            return Err(Error::new(Kind::System, "this SQLite is too old to trust with a book"));
        }
        rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
        if !matches!(header::probe(path)?, Found::Book(_)) {
            let remains = marker(path).exists()
                || beside(path, "-wal").exists()
                || backup::newest(path).is_some();
            // Looked at once more: another program may just have begun what was not there.
            match header::probe(path)? {
                Found::Book(_) => {}
                found if remains => return Err(vanished(path, found)),
                _ if mode != Mode::Read => create(path)?,
                _ => {
                    return Err(Error::new(
                        Kind::NotFound,
                        format!("there is no book at {}", path.display()),
                    ));
                }
            }
        }
        let held = Held::of(path)?;
        let connection = connect(path)?;
        let version = header::known(
            path,
            connection.pragma_query_value(None, "user_version", |row| row.get(0))?,
        )?;
        schema::check(&connection, version)?;
        if version < schema::VERSION {
            let Mode::Write(at) = mode else {
                return Err(Error::new(Kind::Busy, "the book waits to be brought up to date")
                    .hint("start trellis once"));
            };
            backup::make(&connection, path, at)?;
            schema::migrate(&connection)?;
            schema::check(&connection, schema::VERSION)?;
        }
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        match mode {
            Mode::Write(_) => {
                own(path)?;
                connection.pragma_update(None, "journal_mode", "WAL")?;
            }
            Mode::Read => connection.pragma_update(None, "query_only", true)?,
        }
        Ok(Self::over(connection, held, path.to_owned(), mode))
    }

    /// Whether an earlier version of the program wrote this book: opening it to write brings it up
    /// to date, and until then nobody reads it.
    ///
    /// # Errors
    /// A file that is no book, or one of a newer program.
    pub fn is_older(path: &Path) -> Result<bool> {
        Ok(matches!(header::probe(path)?, Found::Book(version) if version < schema::VERSION))
    }

    /// Removes a book with all that belongs to the file itself; its backups stay. For the demo
    /// book, which is made anew each day.
    ///
    /// # Errors
    /// The directory may not be written.
    pub fn remove(path: &Path) -> Result<()> {
        for one in [marker(path), beside(path, "-wal"), beside(path, "-shm"), path.to_owned()] {
            match std::fs::remove_file(&one) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(Error::system(one.display(), &error));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// A connection with every guard up; the file is not looked at yet.
fn connect(path: &Path) -> Result<Connection> {
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX
            | OpenFlags::SQLITE_OPEN_EXRESCODE,
    )?;
    connection.busy_timeout(PATIENCE)?;
    guard(&connection)?;
    Ok(connection)
}

/// The settings of every connection to a book. What SQLite notes in passing stays in memory: no
/// word of the book lies in a file elsewhere, and a commit of 100,000 rows takes a third less.
pub(super) fn guard(connection: &Connection) -> Result<()> {
    connection.set_prepared_statement_cache_capacity(256);
    for (setting, on) in [
        // Until the file is known to be ours, closing it must not write the WAL back into it.
        (DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true),
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        // Without it every new value of a range has its statement planned again.
        (DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true),
    ] {
        connection.set_db_config(setting, on)?;
    }
    connection.execute_batch(
        "PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         PRAGMA recursive_triggers = ON;
         PRAGMA mmap_size = 0;
         PRAGMA secure_delete = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA cell_size_check = ON;",
    )?;
    Ok(())
}

/// Makes an empty book under another name and moves it into place whole, so that no half-made one
/// is ever seen.
fn create(path: &Path) -> Result<()> {
    let directory = directory(path);
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(&directory)
        .map_err(|error| Error::system(directory.display(), &error))?;
    // One at a time, until the end of this function: whoever was quicker may have filled the book
    // by now.
    let gate =
        File::open(&directory).map_err(|error| Error::system(directory.display(), &error))?;
    match gate.lock() {
        Err(error) if error.kind() != std::io::ErrorKind::Unsupported => {
            return Err(Error::system(directory.display(), &error));
        }
        _ => {}
    }
    let found = header::probe(path)?;
    if let Found::Book(_) = found {
        return Ok(());
    }
    let raw = tempfile::Builder::new()
        .prefix(".new-book-")
        .suffix(".tmp")
        .tempfile_in(&directory)
        .map_err(|error| Error::system(directory.display(), &error))?;
    let connection = Connection::open(raw.path())?;
    guard(&connection)?;
    schema::migrate(&connection)?;
    // With its log from the first moment: of several programs that find a new book at once, none
    // has to change that under the others. Closing writes the log back and takes it away.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    connection.close().map_err(|(_, error)| error)?;
    let failed = |error: &std::io::Error| Error::system(path.display(), error);
    raw.as_file().sync_all().map_err(|error| failed(&error))?;
    if found == Found::Empty {
        raw.persist(path).map_err(|error| failed(&error.error))?;
    } else {
        raw.persist_noclobber(path).map_err(|error| failed(&error.error))?;
    }
    gate.sync_all().map_err(|error| Error::system(directory.display(), &error))
}

/// Marks the place as one where a book lives, and shuts it to other users.
fn own(path: &Path) -> Result<()> {
    // SQLite gives the log of a book that stood open to others their rights as well, and lays it
    // beside the file that a link leads to.
    let file =
        std::fs::canonicalize(path).map_err(|error| Error::system(path.display(), &error))?;
    for one in [beside(&file, "-wal"), beside(&file, "-shm"), file] {
        shut(&one).map_err(|error| Error::system(one.display(), &error))?;
    }
    let marker = marker(path);
    if !marker.exists() {
        std::fs::write(&marker, "A book of trellis lives beside this file.\n")
            .map_err(|error| Error::system(marker.display(), &error))?;
        sync(&directory(path))?;
    }
    Ok(())
}

fn shut(file: &Path) -> std::io::Result<()> {
    let mode = match std::fs::metadata(file) {
        Ok(about) => about.permissions().mode(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    if mode & 0o077 != 0 {
        std::fs::set_permissions(file, Permissions::from_mode(mode & 0o700))?;
    }
    Ok(())
}

/// Says that a book was here: without it, a missing file is a new beginning.
fn marker(path: &Path) -> PathBuf {
    beside(path, "-here")
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}

/// The directory a file lies in; `.` for a bare name.
pub(super) fn directory(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Makes a new or renamed entry of a directory survive a power cut.
pub(super) fn sync(directory: &Path) -> Result<()> {
    File::open(directory)
        .and_then(|directory| directory.sync_all())
        .map_err(|error| Error::system(directory.display(), &error))
}

fn vanished(path: &Path, found: Found) -> Error {
    let what = match found {
        Found::Missing => "is gone",
        _ => "is empty",
    };
    // A log that outlived its book would be played into whatever comes in its place.
    let mut logs = ["-wal", "-shm"].map(|ending| beside(path, ending)).to_vec();
    logs.retain(|log| log.exists());
    let named = |files: &[PathBuf]| {
        files.iter().map(|file| file.display().to_string()).collect::<Vec<_>>().join(" and ")
    };
    let hint = if let Some(copy) = backup::newest(path) {
        let first = match logs.as_slice() {
            [] => String::new(),
            logs => format!("move {} away first, then ", named(logs)),
        };
        format!("the newest backup is {}: {first}copy it to {}", copy.display(), path.display())
    } else {
        let mut rest = vec![marker(path)];
        rest.retain(|marker| marker.exists());
        rest.extend(logs);
        format!("to begin an empty book, remove {}", named(&rest))
    };
    Error::new(Kind::Book, format!("the book {} {what}", path.display())).hint(hint)
}
