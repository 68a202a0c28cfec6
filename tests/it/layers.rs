//! The shape of the source: who may name whom, where some words may stand, how long a file is.

use std::fs;
use std::path::{Path, PathBuf};

/// What each layer may name besides itself.
const LAYERS: [(&str, &[&str]); 13] = [
    ("domain", &[]),
    ("store", &["domain", "clock", "config", "error", "paths", "text"]),
    ("desk", &["domain", "store", "clock", "config", "error", "paths", "text"]),
    ("exchange", &["domain", "desk", "clock", "config", "error", "paths", "text"]),
    ("tui", &["domain", "desk", "exchange", "clock", "config", "error", "paths", "text"]),
    ("cli", &["domain", "desk", "exchange", "clock", "config", "error", "paths", "text"]),
    ("clock", &["error"]),
    ("config", &["domain", "error", "paths"]),
    ("error", &[]),
    ("paths", &["error"]),
    ("text", &[]),
    ("main", &[]),
    ("lib", &[]),
];

/// Words that belong to few files: (word, where it may stand, why).
const PLACES: [(&str, &[&str], &str); 7] = [
    ("rusqlite", &["store/"], "the store alone speaks SQL"),
    ("Color", &["tui/theme.rs"], "colours are chosen in one place"),
    ("KeyCode", &["tui/key.rs", "tui/keymap.rs"], "keys are named in one place"),
    ("Local::now", &["clock.rs"], "time is an argument"),
    ("SystemTime", &["clock.rs"], "time is an argument"),
    ("Clock::Real", &["cli/mod.rs"], "the shell alone chooses the clock"),
    ("OR REPLACE", &[], "a replaced row is missing from the journal"),
];

/// Lines of a file without its tests.
const LONGEST: usize = 400;

fn sources() -> Vec<(String, String)> {
    fn walk(directory: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(directory).expect("a directory") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    walk(&root, &mut files);
    assert!(files.len() > 40, "only {} files found", files.len());
    files
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(&root).expect("below src").display().to_string();
            (name, fs::read_to_string(&path).expect("a text"))
        })
        .collect()
}

/// The lines of code, comments left out.
fn code(text: &str) -> String {
    text.lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

/// The file without its tests.
fn without_tests<'a>(file: &str, text: &'a str) -> &'a str {
    if file.ends_with("tests.rs") {
        return "";
    }
    text.split("#[cfg(test)]").next().unwrap_or_default()
}

/// The modules at the crate's root that the code names: `crate::store`, `crate::{store, desk}`,
/// and `super::super::store` where that climbs to the root from a file so many modules deep.
fn named(code: &str, depth: usize) -> Vec<String> {
    let word = |text: &str| -> String {
        text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let mut names = Vec::new();
    for after in code.split("crate::").skip(1) {
        match after.strip_prefix('{') {
            None => names.push(word(after)),
            Some(list) => {
                let (mut level, mut start) = (0_usize, true);
                for (at, c) in list.char_indices() {
                    match c {
                        '{' => level += 1,
                        '}' if level == 0 => break,
                        '}' => level -= 1,
                        ',' if level == 0 => start = true,
                        c if start && !c.is_whitespace() => {
                            names.push(word(list.get(at..).expect("a boundary")));
                            start = false;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    let climb = "super::".repeat(depth.max(1));
    for after in code.split(climb.as_str()).skip(1) {
        let name = word(after);
        if LAYERS.iter().any(|(layer, _)| *layer == name) {
            names.push(name);
        }
    }
    names
}

/// How deep the module of a file lies below the crate: `tui/mod.rs` 1, `tui/key.rs` 2.
fn depth(file: &str) -> usize {
    let parts = file.trim_end_matches(".rs").split('/');
    parts.filter(|part| *part != "mod").count()
}

#[test]
fn every_layer_names_only_what_lies_below_it() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let layer = file.split(['/', '.']).next().unwrap_or_default();
        let (_, allowed) = LAYERS
            .iter()
            .find(|(name, _)| *name == layer)
            .unwrap_or_else(|| panic!("src/{file} belongs to no layer"));
        for name in named(&code(&text), depth(&file)) {
            let known = LAYERS.iter().any(|(layer, _)| *layer == name);
            if known && name != layer && !allowed.contains(&name.as_str()) {
                wrong.push(format!("src/{file} names {name}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn some_words_stand_only_where_they_belong() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let code = code(without_tests(&file, &text));
        for (word, places, why) in PLACES {
            let allowed = places.iter().any(|place| file.starts_with(place));
            let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
            let mut pieces = code.split(word).peekable();
            let mut found = false;
            while let (Some(before), Some(after)) = (pieces.next(), pieces.peek()) {
                found |= !part(before.chars().next_back()) && !part(after.chars().next());
            }
            if found && !allowed {
                wrong.push(format!("src/{file} says {word}: {why}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn no_file_is_too_long_to_read() {
    let long: Vec<String> = sources()
        .into_iter()
        .map(|(file, text)| (without_tests(&file, &text).lines().count(), file))
        .filter(|(lines, _)| *lines > LONGEST)
        .map(|(lines, file)| format!("src/{file}: {lines} lines"))
        .collect();
    assert_eq!(long, Vec::<String>::new());
}

#[test]
fn every_module_says_what_it_is() {
    let mute: Vec<String> = sources()
        .into_iter()
        .filter(|(file, text)| !text.starts_with("//!") && file != "lib.rs")
        .filter(|(file, _)| !file.ends_with("tests.rs"))
        .map(|(file, _)| file)
        .collect();
    assert_eq!(mute, Vec::<String>::new());
}

#[test]
fn the_reader_of_imports_sees_all_their_forms() {
    assert_eq!(named("use crate::store::Store;", 2), ["store"]);
    assert_eq!(named("use crate::{desk::{a, b}, tui};", 2), ["desk", "tui"]);
    assert_eq!(named("use super::super::store::Store;", 2), ["store"]);
    assert_eq!(named("use super::store;", 2), Vec::<String>::new());
    assert_eq!(named("use super::store;", 1), ["store"]);
    assert_eq!((depth("tui/mod.rs"), depth("tui/key.rs"), depth("text.rs")), (1, 2, 1));
    assert_eq!(code("let a; // crate::store"), "let a; ");
}

/// A number that the config file may change, and that no rule reads, would change nothing.
#[test]
fn every_limit_is_read_by_a_rule() {
    let sources = sources();
    let rules = sources
        .iter()
        .filter(|(name, _)| !name.starts_with("domain/rules/") && !name.starts_with("config/"));
    let rules: String = rules.map(|(_, text)| text.as_str()).collect();
    for row in trellis::domain::rules::limit::LIMITS {
        let name = format!("Limit::{:?}", row.limit);
        let mut after = rules.split(name.as_str()).skip(1);
        let named = after.any(|text| !text.starts_with(char::is_alphanumeric));
        assert!(named, "{} is read by no rule", row.key);
    }
}
