//! The first hundred bytes of a file, read before SQLite may touch it.

use super::held;
use super::schema::{APPLICATION_ID, VERSION};
use crate::error::{Error, Kind, Result};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// What a path holds, as far as the header tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    Missing,
    /// A file without a single byte.
    Empty,
    /// A book of this schema version.
    Book(i64),
}

/// Looks at a file without changing it. A book that this process has open was looked at before and
/// is not opened again; SQLite tells its version.
///
/// # Errors
/// A file that is no book, or one of a newer program; it is left as it is.
pub fn probe(path: &Path) -> Result<Found> {
    let about = match std::fs::metadata(path) {
        Ok(about) => about,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Found::Missing),
        Err(error) => return Err(Error::system(path.display(), &error)),
    };
    if !about.is_file() {
        return Err(foreign(path, "it is no ordinary file"));
    }
    if about.len() == 0 {
        return Ok(Found::Empty);
    }
    // Held until the file is closed again: see there.
    let books = held::books();
    if books.have(&about) {
        return Ok(Found::Book(VERSION));
    }
    let mut header = Vec::with_capacity(100);
    File::open(path)
        .and_then(|file| file.take(100).read_to_end(&mut header))
        .map_err(|error| Error::system(path.display(), &error))?;
    if header.len() < 100 || !header.starts_with(b"SQLite format 3\0") {
        return Err(foreign(path, "it is no SQLite file"));
    }
    if number(&header, 68) != APPLICATION_ID {
        return Err(foreign(path, "it belongs to another program"));
    }
    known(path, i64::from(number(&header, 60))).map(Found::Book)
}

/// The version, if this program can read it.
pub fn known(path: &Path, version: i64) -> Result<i64> {
    if version > VERSION {
        return Err(Error::new(
            Kind::Book,
            format!(
                "{} was written by a newer trellis (its version is {version}, this program knows \
                 up to {VERSION})",
                path.display()
            ),
        )
        .hint("start the newer program; nothing was changed"));
    }
    if version < 1 {
        return Err(foreign(path, "it has no version"));
    }
    Ok(version)
}

fn number(header: &[u8], at: usize) -> i32 {
    header.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map_or(0, i32::from_be_bytes)
}

fn foreign(path: &Path, why: &str) -> Error {
    Error::new(Kind::Book, format!("{} is not a book of trellis: {why}", path.display()))
        .hint("name another file with --db; this one was not changed")
}
