//! The files that a person means by what stands in a line, and those that lie close at hand.

use crate::error::{Error, Kind, Result};
use crate::paths;
use std::path::{Path, PathBuf};

/// Files offered, at most.
const OFFERED: usize = 12;

/// A place to import from that lies close at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// As it goes into the line.
    pub text: String,
    pub note: String,
}

/// The paths in a line: parted by blanks, each as it stands or in quotes, `~` for the home
/// directory, a backslash before a blank that belongs to the name; a directory means the CSV files
/// in it.
///
/// # Errors
/// Nothing is named, or a directory cannot be read or holds no CSV file.
pub fn named(line: &str) -> Result<Vec<PathBuf>> {
    let whole = at_home(line.trim());
    let paths = if whole.exists() {
        vec![whole]
    } else {
        words(line).iter().map(|word| at_home(word)).collect()
    };
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let found = tables_in(&path)?;
            if found.is_empty() {
                let says = format!("no CSV file lies in {}", path.display());
                return Err(Error::new(Kind::Input, says).hint("export to CSV first"));
            }
            files.extend(found);
        } else {
            files.push(path);
        }
    }
    if files.is_empty() {
        return Err(Error::new(Kind::Usage, "which file? a path, or a directory with CSV files"));
    }
    Ok(files)
}

/// The words of the line, quotes and backslashes taken away.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        match (letter, quote) {
            (letter, Some(open)) if letter == open => quote = None,
            ('"' | '\'', None) => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            ('\\', None) => word.get_or_insert_default().extend(letters.next()),
            (letter, None) if letter.is_whitespace() => words.extend(word.take()),
            (letter, _) => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    words.retain(|word| !word.is_empty());
    words
}

/// With the home directory in place of `~`.
fn at_home(word: &str) -> PathBuf {
    match (word.strip_prefix('~'), paths::home()) {
        (Some(""), Some(home)) => home,
        (Some(rest), Some(home)) => match rest.strip_prefix('/') {
            Some(rest) => home.join(rest),
            None => PathBuf::from(word),
        },
        _ => PathBuf::from(word),
    }
}

fn is_table(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) && path.is_file()
}

/// The CSV files of a directory, by name.
fn tables_in(directory: &Path) -> Result<Vec<PathBuf>> {
    let read =
        std::fs::read_dir(directory).map_err(|error| Error::system(directory.display(), &error))?;
    let mut found: Vec<PathBuf> =
        read.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    found.retain(|path| is_table(path));
    found.sort();
    Ok(found)
}

/// What lies in these directories: each that holds several tables as a whole, then the tables.
#[must_use]
pub fn offers(directories: &[PathBuf]) -> Vec<Offer> {
    let (mut whole, mut single) = (Vec::new(), Vec::new());
    for directory in directories {
        let tables = tables_in(directory).unwrap_or_default();
        if tables.len() > 1 {
            let note = format!("all {} CSV files in it", tables.len());
            whole.push(Offer { text: written(directory), note });
        }
        single.extend(tables.iter().map(|path| Offer { text: written(path), note: String::new() }));
    }
    whole.extend(single);
    whole.truncate(OFFERED);
    whole
}

/// Where exports usually lie: where the program was started, and among the downloads.
#[must_use]
pub fn at_hand() -> Vec<PathBuf> {
    let mut directories: Vec<PathBuf> = std::env::current_dir().into_iter().collect();
    directories.extend(paths::downloads().filter(|one| !directories.contains(one)));
    directories
}

/// As one writes the path into the line: `~` for home, quoted where it holds blanks.
fn written(path: &Path) -> String {
    let home = paths::home();
    let short = home.as_deref().and_then(|home| path.strip_prefix(home).ok());
    let text = match short {
        Some(rest) => format!("~/{}", rest.display()),
        None => path.display().to_string(),
    };
    if text.contains(|sign: char| sign.is_whitespace() || matches!(sign, '\'' | '\\')) {
        format!("\"{text}\"")
    } else {
        text
    }
}

/// The line with its last path as far as the names in its directory leave no choice.
#[must_use]
pub fn completed(line: &str) -> String {
    let (before, last) = match line.rsplit_once(char::is_whitespace) {
        Some((before, last)) => (format!("{before} "), last),
        None => (String::new(), line),
    };
    let (folder, begun) = last.rsplit_once('/').unwrap_or(("", last));
    let directory = match folder {
        "" if last.starts_with('/') => PathBuf::from("/"),
        "" => PathBuf::from("."),
        folder => at_home(folder),
    };
    let names = std::fs::read_dir(directory).into_iter().flatten().filter_map(|entry| {
        let entry = entry.ok()?;
        let name = entry.file_name().into_string().ok()?;
        let hidden = name.starts_with('.') && !begun.starts_with('.');
        let path = entry.path();
        let ending = match (path.is_dir(), is_table(&path)) {
            (true, _) => "/",
            (_, true) => "",
            _ => return None,
        };
        (!hidden && name.starts_with(begun)).then(|| format!("{name}{ending}"))
    });
    let Some(common) = names.reduce(|one, other| shared(&one, &other)) else {
        return line.to_owned();
    };
    let slash = if last.contains('/') { "/" } else { "" };
    format!("{before}{folder}{slash}{common}")
}

/// What both begin with.
fn shared(one: &str, other: &str) -> String {
    one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_line_are_paths_as_people_and_terminals_write_them() {
        for (line, wanted) in [
            ("a.csv b.csv", vec!["a.csv", "b.csv"]),
            ("'my files/a.csv'  b.csv", vec!["my files/a.csv", "b.csv"]),
            (r"my\ files/a.csv", vec!["my files/a.csv"]),
            ("\"O'Neil.csv\"", vec!["O'Neil.csv"]),
            ("  ", vec![]),
            ("\"open quote", vec!["open quote"]),
        ] {
            assert_eq!(words(line), wanted, "{line}");
        }
    }

    #[test]
    fn a_directory_means_the_tables_in_it() {
        let directory = tempfile::tempdir().expect("a directory");
        let at = |name: &str| directory.path().join(name);
        for name in ["b.csv", "A.CSV", "notes.txt"] {
            std::fs::write(at(name), "x").expect("a file");
        }
        let line = directory.path().display().to_string();
        assert_eq!(named(&line).expect("files"), [at("A.CSV"), at("b.csv")]);
        assert_eq!(named(&format!("'{line}/b.csv' {line}")).expect("files").len(), 3);
        let offered = offers(&[directory.path().to_owned()]);
        assert_eq!(offered.len(), 3);
        assert_eq!(offered[0].note, "all 2 CSV files in it");
        std::fs::create_dir(at("empty")).expect("a directory");
        assert!(named(&format!("{line}/empty")).is_err());
        assert!(named(" ").is_err());
        // A file that is not there is told by who reads it.
        assert_eq!(named("/no/such.csv").expect("a path"), [Path::new("/no/such.csv")]);
    }

    #[test]
    fn a_path_is_completed_as_far_as_there_is_no_choice() {
        let directory = tempfile::tempdir().expect("a directory");
        let at = |name: &str| directory.path().join(name);
        for name in ["export-may.csv", "export-june.csv", "notes.txt"] {
            std::fs::write(at(name), "x").expect("a file");
        }
        std::fs::create_dir(at("old")).expect("a directory");
        let line = |rest: &str| format!("{}/{rest}", directory.path().display());
        assert_eq!(completed(&line("e")), line("export-"));
        assert_eq!(completed(&line("export-m")), line("export-may.csv"));
        assert_eq!(completed(&line("o")), line("old/"));
        assert_eq!(completed(&line("n")), line("n"), "no table begins so");
        let two = format!("{} {}", line("export-may.csv"), line("export-j"));
        assert!(completed(&two).ends_with("export-june.csv"));
    }
}
