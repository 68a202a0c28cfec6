//! Where the book, its backups and its drafts live on this computer.

use crate::error::{Error, Kind, Result};
use directories::{ProjectDirs, UserDirs};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The variable that names another book, as `--db` does.
pub const BOOK_VARIABLE: &str = "TRELLIS_DB";

/// The files of one book. Nothing is created by naming them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The SQLite file.
    pub book: PathBuf,
    /// The directory of its backups, beside it.
    pub backups: PathBuf,
    /// The directory of half-filled forms, beside it.
    pub drafts: PathBuf,
}

impl Place {
    /// The place of the book in this file, its directories beside it: `sales.db` has
    /// `sales-backups` and `sales-drafts`, so that two books may share a directory.
    #[must_use]
    pub fn of_book(book: impl Into<PathBuf>) -> Self {
        let book = book.into();
        let beside = |what: &str| {
            let mut name = book.file_stem().map_or_else(|| OsString::from("book"), OsString::from);
            name.push("-");
            name.push(what);
            book.with_file_name(name)
        };
        Self { backups: beside("backups"), drafts: beside("drafts"), book }
    }

    /// The user's book: `given` (from `--db`), else the variable's content, else `book.db` in the
    /// data directory.
    ///
    /// # Errors
    /// The user has no home directory and named no file.
    pub fn of_user(given: Option<&Path>, variable: Option<&Path>) -> Result<Self> {
        match given.or(variable).filter(|path| !path.as_os_str().is_empty()) {
            Some(path) => Ok(Self::of_book(path)),
            None => Ok(Self::of_book(data_directory()?.join("book.db"))),
        }
    }

    /// The demo book: the file `given` (from `--db`), else `demo.db` beside the user's book.
    ///
    /// # Errors
    /// The user has no home directory and named no file.
    pub fn of_demo(given: Option<&Path>, variable: Option<&Path>) -> Result<Self> {
        if let Some(path) = given.filter(|path| !path.as_os_str().is_empty()) {
            return Ok(Self::of_book(path));
        }
        let user = Self::of_user(None, variable)?.book;
        Ok(Self::of_book(user.with_file_name("demo.db")))
    }
}

/// The file that the config is read from.
///
/// # Errors
/// The user has no home directory.
pub fn config_file() -> Result<PathBuf> {
    Ok(own_directories()?.config_dir().join("config.toml"))
}

/// The directory of the user's own playbooks.
///
/// # Errors
/// The user has no home directory.
pub fn playbook_directory() -> Result<PathBuf> {
    Ok(own_directories()?.config_dir().join("playbooks"))
}

/// The user's home directory, where there is one.
#[must_use]
pub fn home() -> Option<PathBuf> {
    UserDirs::new().map(|user| user.home_dir().to_owned())
}

/// Where downloads go, where there is such a place.
#[must_use]
pub fn downloads() -> Option<PathBuf> {
    let user = UserDirs::new()?;
    let usual = || user.home_dir().join("Downloads");
    Some(user.download_dir().map_or_else(usual, ToOwned::to_owned))
}

fn data_directory() -> Result<PathBuf> {
    Ok(own_directories()?.data_dir().to_owned())
}

fn own_directories() -> Result<ProjectDirs> {
    ProjectDirs::from("", "", "trellis").ok_or_else(|| {
        Error::new(Kind::System, "this user has no home directory to keep a book in")
            .hint(format!("name the file with --db or {BOOK_VARIABLE}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_book_keeps_its_directories_beside_it() {
        let place = Place::of_book("/tmp/sales.db");
        assert_eq!(place.backups, Path::new("/tmp/sales-backups"));
        assert_eq!(place.drafts, Path::new("/tmp/sales-drafts"));
    }

    #[test]
    fn the_flag_wins_over_the_variable_and_both_over_the_directory() {
        let flag = Path::new("/a/flag.db");
        let variable = Path::new("/b/variable.db");
        let book = |given, named| Place::of_user(given, named).expect("a place").book;
        assert_eq!(book(Some(flag), Some(variable)), flag);
        assert_eq!(book(None, Some(variable)), variable);
        // An empty variable is an unset one.
        assert_eq!(book(None, Some(Path::new(""))), book(None, None));
        assert!(book(None, None).ends_with("book.db"));
    }

    #[test]
    fn the_demo_lies_beside_the_book_unless_it_is_named() {
        let mine = Path::new("/a/mine.db");
        let demo = |given, named| Place::of_demo(given, named).expect("a place").book;
        assert_eq!(demo(None, Some(mine)), Path::new("/a/demo.db"));
        assert_eq!(demo(Some(Path::new("/b/try.db")), Some(mine)), Path::new("/b/try.db"));
        assert!(demo(None, None).ends_with("demo.db"));
    }
}
