//! Reads the text of a config file, line by line told what cannot be read.

use super::{Config, Fault, KeyLine, nearest};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The tables of the file, and what may stand in each.
const TABLES: [&str; 3] = ["keys", "screen", "dates"];
const SCREEN: [&str; 3] = ["ascii", "mask", "mouse"];
const DATES: [&str; 1] = ["order"];
const ORDERS: [&str; 2] = ["day-first", "month-first"];

pub(super) fn read(text: &str) -> Config {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { text, config: Config::default() };
    for error in errors {
        let line = reader.line(&error.span().unwrap_or(0..0));
        reader.config.faults.push(Fault::new(line, error.message().replace('\n', ", ")));
    }
    reader.top(table.get_ref());
    let mut config = reader.config;
    config.keys.sort_by_key(|key| key.line);
    config.faults.sort_by_key(|fault| fault.line);
    config
}

struct Reader<'a> {
    text: &'a str,
    config: Config,
}

impl Reader<'_> {
    /// The line on which a stretch of the text begins.
    fn line(&self, span: &Range<usize>) -> usize {
        let before = self.text.as_bytes().iter().take(span.start);
        before.filter(|byte| **byte == b'\n').count() + 1
    }

    fn wrong(&mut self, at: &Range<usize>, message: String) {
        let line = self.line(at);
        self.config.faults.push(Fault::new(line, message));
    }

    /// A word that means nothing here, and the one that may have been meant.
    fn unknown(&mut self, at: &Range<usize>, word: &str, known: &[&str]) {
        let hint = match nearest(word, known.iter().copied()) {
            Some(near) => format!("do you mean {near}?"),
            None => format!("here stand {}", known.join(", ")),
        };
        self.wrong(at, format!("{word} is not known; {hint}"));
    }

    fn top(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            let at = key.span();
            match (key.get_ref().as_ref(), value.get_ref().as_table()) {
                ("keys", Some(table)) => self.keys(table),
                ("screen", Some(table)) => self.screen(table),
                ("dates", Some(table)) => self.dates(table),
                (name @ ("keys" | "screen" | "dates"), None) => {
                    self.wrong(&at, format!("{name} is a table: [{name}] in a line of its own"));
                }
                (name, _) => self.unknown(&at, name, &TABLES),
            }
        }
    }

    fn screen(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            let (name, at) = (key.get_ref().as_ref(), key.span());
            if !SCREEN.contains(&name) {
                self.unknown(&at, name, &SCREEN);
                continue;
            }
            let Some(wanted) = value.get_ref().as_bool() else {
                self.wrong(&at, format!("{name} is true or false"));
                continue;
            };
            match name {
                "ascii" => self.config.ascii = Some(wanted),
                "mask" => self.config.mask = wanted,
                _ => self.config.no_mouse = !wanted,
            }
        }
    }

    fn dates(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            let (name, at) = (key.get_ref().as_ref(), key.span());
            match (name, value.get_ref().as_str()) {
                ("order", Some("day-first")) => self.config.month_first = false,
                ("order", Some("month-first")) => self.config.month_first = true,
                ("order", Some(other)) => self.unknown(&at, other, &ORDERS),
                ("order", None) => self.wrong(&at, format!("order is {}", ORDERS.join(" or "))),
                _ => self.unknown(&at, name, &DATES),
            }
        }
    }

    fn keys(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            match value.get_ref().as_table() {
                Some(inner) => {
                    for (key, value) in inner {
                        self.key_line(Some(name), key.get_ref(), &key.span(), value);
                    }
                }
                None => self.key_line(None, name, &key.span(), value),
            }
        }
    }

    fn key_line(
        &mut self,
        place: Option<&str>,
        action: &str,
        at: &Range<usize>,
        value: &Spanned<DeValue<'_>>,
    ) {
        let keys: Option<Vec<String>> = match value.get_ref() {
            DeValue::String(key) => Some(vec![key.to_string()]),
            DeValue::Array(list) => {
                list.iter().map(|key| key.get_ref().as_str().map(ToOwned::to_owned)).collect()
            }
            _ => None,
        };
        match keys {
            Some(keys) => {
                let line = self.line(at);
                let (place, action) = (place.map(ToOwned::to_owned), action.to_owned());
                self.config.keys.push(KeyLine { place, action, keys, line });
            }
            None => {
                self.wrong(at, format!("{action} takes a key in quotes, or a list of them"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(usize, String)> {
        read(text).faults.into_iter().map(|fault| (fault.line, fault.message)).collect()
    }

    #[test]
    fn an_empty_file_sets_nothing() {
        assert_eq!(read(""), Config::default());
        assert_eq!(read("# nothing\n[keys]\n"), Config::default());
    }

    #[test]
    fn what_is_set_is_read_with_its_line() {
        let config = read(
            "[screen]\nascii = true\nmask = true\nmouse = false\n\n[dates]\n\
             order = \"month-first\"\n[keys]\ndone = \"x\"\nzoom = [\"Z\", \"F5\"]\n\
             [keys.map]\nopen = []\n",
        );
        assert_eq!(config.faults, []);
        assert_eq!(config.ascii, Some(true));
        assert!(config.mask && config.no_mouse && config.month_first);
        let lines: Vec<_> = config
            .keys
            .iter()
            .map(|key| (key.line, key.place.as_deref(), key.action.as_str(), key.keys.len()))
            .collect();
        assert_eq!(
            lines,
            [(9, None, "done", 1), (10, None, "zoom", 2), (12, Some("map"), "open", 0)]
        );
    }

    #[test]
    fn what_cannot_be_read_is_told_and_the_rest_holds() {
        let text = "[screen]\nascci = true\nmask = 1\nmouse = false\n[dates]\norder = \"month\"\n\
                    [kays]\n[keys]\ndone = 5\nundo = \"x\"\n";
        assert_eq!(
            told(text),
            [
                (2, "ascci is not known; do you mean ascii?".to_owned()),
                (3, "mask is true or false".to_owned()),
                (6, "month is not known; here stand day-first, month-first".to_owned()),
                (7, "kays is not known; do you mean keys?".to_owned()),
                (9, "done takes a key in quotes, or a list of them".to_owned()),
            ]
        );
        let config = read(text);
        assert!(config.no_mouse);
        assert_eq!(config.keys.len(), 1);
    }

    #[test]
    fn a_slip_in_the_spelling_of_the_file_spoils_its_line_alone() {
        let text = "[screen]\nmask = tru\nmouse = false\n[keys]\nundo = \"x\n";
        let config = read(text);
        let lines: Vec<usize> = config.faults.iter().map(|fault| fault.line).collect();
        assert!(lines.contains(&2) && lines.contains(&5), "{lines:?}");
        assert!(config.no_mouse);
    }
}
