//! Which files this process has open as books. On POSIX, closing *any* descriptor of a file drops
//! every lock the process has on it, SQLite's too. So a file that is open as a book is not opened
//! a second time past SQLite, not even for a look at its header.

use crate::error::{Error, Result};
use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Device and number of each open book, once for every store on it.
static HELD: Mutex<Vec<(u64, u64)>> = Mutex::new(Vec::new());

/// A file that is open as a book for as long as this lives; it must outlive the connection.
#[derive(Debug)]
pub(super) struct Held(u64, u64);

impl Held {
    /// To be had before the connection is made. Waits while a header is being read.
    pub(super) fn of(path: &Path) -> Result<Self> {
        let about =
            std::fs::metadata(path).map_err(|error| Error::system(path.display(), &error))?;
        let (device, number) = (about.dev(), about.ino());
        books().0.push((device, number));
        Ok(Self(device, number))
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut held = books();
        if let Some(place) = held.0.iter().position(|one| *one == (self.0, self.1)) {
            held.0.swap_remove(place);
        }
    }
}

/// The list of open books. While it is held, no file becomes a book.
pub(super) struct Books(MutexGuard<'static, Vec<(u64, u64)>>);

impl Books {
    pub(super) fn have(&self, about: &Metadata) -> bool {
        self.0.contains(&(about.dev(), about.ino()))
    }
}

pub(super) fn books() -> Books {
    Books(HELD.lock().unwrap_or_else(PoisonError::into_inner))
}
