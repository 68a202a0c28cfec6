//! The config file: keys, the screen, how days are written, the rules of the book. What cannot be read in it is told with
//! its line; the rest still holds.

mod default;
mod nearest;
pub mod playbooks;
mod read;
mod rubric;

pub use default::default_text;
pub use nearest::nearest;

use crate::domain::rules::Rules;
use crate::error::{Error, Result};
use crate::paths;
use std::path::{Path, PathBuf};

/// What the person has set; what they have not is as the program thinks best.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// In the order of the file.
    pub keys: Vec<KeyLine>,
    /// Signs that every terminal can draw; none: as the locale says.
    pub ascii: Option<bool>,
    /// Begin with names and money hidden.
    pub mask: bool,
    /// Leave clicks and the wheel to the terminal.
    pub no_mouse: bool,
    /// `11/30` is the 30th of November.
    pub month_first: bool,
    /// The rules that the book is judged by.
    pub rules: Rules,
    pub faults: Vec<Fault>,
}

/// Keys given to an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyLine {
    /// In this place alone; none: wherever the act is bound.
    pub place: Option<String>,
    /// The act's name, as `next-signal`.
    pub action: String,
    /// As `x`, `Ctrl-X`, `F5`; none of them takes its keys from the act.
    pub keys: Vec<String>,
    pub line: usize,
}

/// What is wrong in the file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// As `playbooks/mine.toml`; none: the config file itself.
    pub file: Option<String>,
    /// From 1; 0 for the file as a whole.
    pub line: usize,
    /// One sentence without full stop.
    pub message: String,
}

/// The bindings as somebody outside the screen may print them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyTable {
    pub rows: Vec<KeyRow>,
    pub faults: Vec<Fault>,
}

/// One act in one place.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct KeyRow {
    pub place: String,
    pub action: String,
    pub keys: Vec<String>,
    pub does: String,
    pub group: String,
}

impl Fault {
    #[must_use]
    pub fn new(line: usize, message: impl Into<String>) -> Self {
        Self { file: None, line, message: message.into() }
    }

    /// The same in another file.
    #[must_use]
    pub fn in_file(self, file: &str) -> Self {
        Self { file: Some(file.to_owned()), ..self }
    }

    /// The file's name, as the person knows it.
    #[must_use]
    pub fn file(&self) -> &str {
        self.file.as_deref().unwrap_or("config.toml")
    }

    /// As `config.toml, line 4: …`.
    #[must_use]
    pub fn sentence(&self) -> String {
        if self.line == 0 {
            return format!("{}: {}", self.file(), self.message);
        }
        format!("{}, line {}: {}", self.file(), self.line, self.message)
    }
}

impl Config {
    /// Reads the text of a config file.
    #[must_use]
    pub fn of(text: &str) -> Self {
        read::read(text)
    }

    /// Reads this user's config file; a file that is not there is an empty one, and so is one that
    /// cannot be opened, which is told.
    #[must_use]
    pub fn of_user() -> Self {
        // Who has no home directory has no config file in it.
        paths::config_file().map_or_else(|_| Self::of(""), |path| Self::of_file(&path))
    }

    fn of_file(path: &Path) -> Self {
        match std::fs::read(path) {
            Ok(bytes) => Self::of(&String::from_utf8_lossy(&bytes)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Self::of(""),
            Err(error) => Self {
                faults: vec![Fault::new(0, format!("it cannot be read: {error}"))],
                ..Self::of("")
            },
        }
    }
}

/// Makes the config file where there is none, for somebody who wants to change it.
///
/// # Errors
/// There is no home directory, or the disk says no.
pub fn make_file(text: &str) -> Result<PathBuf> {
    let path = paths::config_file()?;
    let failed =
        |error: std::io::Error| Error::system(format!("{} cannot be made", path.display()), &error);
    if let Some(directory) = path.parent() {
        std::fs::create_dir_all(directory).map_err(failed)?;
    }
    match std::fs::File::create_new(&path) {
        Ok(mut file) => std::io::Write::write_all(&mut file, text.as_bytes()).map_err(failed)?,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(failed(error)),
    }
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_opened_is_told_and_sets_nothing() {
        let directory = tempfile::tempdir().expect("a directory");
        assert_eq!(Config::of_file(&directory.path().join("none.toml")), Config::of(""));
        let read = Config::of_file(directory.path());
        assert_eq!(read.faults.len(), 1);
        assert!(read.faults[0].sentence().starts_with("config.toml: it cannot be read: "));
    }
}
