//! Copies of the book that were read back before they count.

use crate::paths::Place;
use std::path::{Path, PathBuf};

/// The newest backup of a book, by its name.
pub(super) fn newest(book: &Path) -> Option<PathBuf> {
    std::fs::read_dir(Place::of_book(book).backups)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "db"))
        .max()
}
