//! Reads the text of a config file, line by line told what cannot be read.

mod number;
mod rules;
mod words;

pub(super) use rules::{INTERVALS, LEVELS, key_of};

use super::{Config, Fault, KeyLine, nearest, rubric};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The tables of the file, and what may stand in each.
const TABLES: [&str; 12] = [
    "keys",
    "screen",
    "dates",
    "book",
    "rates",
    "thresholds",
    "tier",
    "weights",
    "levels",
    "targets",
    "rubric",
    "drivers",
];
const SCREEN: [&str; 3] = ["ascii", "mask", "mouse"];
const DATES: [&str; 1] = ["order"];
const ORDERS: [&str; 2] = ["day-first", "month-first"];

/// More words than this are not listed in a message.
const LISTED: usize = 16;

pub(super) fn read(text: &str) -> Config {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { text, config: Config::default() };
    rubric::put(&mut reader.config.rules);
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
            None if known.len() > LISTED => "trellis config default names what is".to_owned(),
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
                ("rubric", Some(table)) => self.rubric(table),
                ("drivers", Some(table)) => self.drivers(table),
                (name, Some(table)) if TABLES.contains(&name) => self.rules(name, &at, table),
                (name, None) if TABLES.contains(&name) => {
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
mod tests;
