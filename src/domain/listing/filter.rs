//! The filter of the list: words that an account must answer to, all of them.
//!
//! ```text
//! tier:s,g score:<6 -group:hand north
//! ```
//!
//! A word is `key:value`, with commas between several values of which one is enough, or a part of
//! the name. A minus before it turns it around. Quotes keep blanks: `"fine art"`.

use super::key::{self, Key, Test};
use crate::domain::book::row::BookRow;
use crate::domain::when::Order;
use chrono::NaiveDate;

/// A filter as it was understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    words: Vec<Word>,
    /// What could not be understood, in one sentence; that word asks for nothing.
    pub wrong: Option<String>,
    /// What the last word may say, once it has named its key.
    pub hint: Option<&'static str>,
    today: NaiveDate,
    order: Order,
}

#[derive(Clone, Debug, PartialEq)]
struct Word {
    not: bool,
    asks: Asks,
}

#[derive(Clone, Debug, PartialEq)]
enum Asks {
    /// A part of the name, in small letters.
    Name(String),
    /// One of these is enough.
    Any(Vec<Test>),
}

impl Filter {
    /// Reads what somebody typed; it need not be finished.
    #[must_use]
    pub fn read(text: &str, (today, order): (NaiveDate, Order)) -> Self {
        let mut filter = Self { today, order, ..Self::default() };
        for word in split(text) {
            filter.take(&word);
        }
        filter
    }

    /// Asks for a part of a name.
    #[must_use]
    pub fn names(&self) -> bool {
        self.words.iter().any(|word| matches!(word.asks, Asks::Name(_)))
    }

    /// The account is to be shown.
    #[must_use]
    pub fn shows(&self, row: &BookRow) -> bool {
        // In small letters once, however many words ask for it.
        let name = if self.names() { row.name.to_lowercase() } else { String::new() };
        self.words.iter().all(|word| {
            let holds = match &word.asks {
                Asks::Name(part) => name.contains(part),
                Asks::Any(tests) => tests.iter().any(|test| test.holds(row, self.today)),
            };
            holds != word.not
        })
    }

    fn take(&mut self, typed: &Typed) {
        self.hint = None;
        let text = typed.text.to_lowercase();
        if let Some(test) = key::alone(&text).filter(|_| !typed.quoted) {
            return self.words.push(Word { not: typed.not, asks: Asks::Any(vec![test]) });
        }
        let keyed = text.split_once(':').filter(|(name, _)| {
            !typed.quoted && !name.is_empty() && name.chars().all(char::is_alphabetic)
        });
        let Some((name, values)) = keyed else {
            if !text.is_empty() {
                self.words.push(Word { not: typed.not, asks: Asks::Name(text) });
            }
            return;
        };
        let Some(key) = Key::named(name) else {
            self.wrong.get_or_insert_with(|| {
                let known: Vec<&str> = Key::ALL.iter().map(|key| key.name).collect();
                format!("no {name}: but {}", known.join(" "))
            });
            return;
        };
        self.hint = Some(key.hint);
        let mut tests = Vec::new();
        for value in values.split(',').filter(|value| !key::unfinished(value)) {
            match (key.read)(value, (self.today, self.order)) {
                Some(asked) => tests.push(asked),
                None => {
                    self.wrong.get_or_insert_with(|| format!("{name}: takes {}", key.hint));
                }
            }
        }
        if !tests.is_empty() {
            self.words.push(Word { not: typed.not, asks: Asks::Any(tests) });
        }
    }
}

/// One word as it was typed.
#[derive(Debug, Default)]
struct Typed {
    not: bool,
    /// It began with a quote: a part of a name, whatever stands in it.
    quoted: bool,
    text: String,
}

/// The words, between blanks; a quote that is not closed reaches to the end.
fn split(text: &str) -> Vec<Typed> {
    let mut words = Vec::new();
    let mut word = Typed::default();
    let mut inside = false;
    let mut begun = false;
    for letter in text.chars() {
        match letter {
            '"' | '“' | '”' => {
                word.quoted |= word.text.is_empty() && !inside;
                inside = !inside;
                begun = true;
            }
            blank if blank.is_whitespace() && !inside => {
                if std::mem::take(&mut begun) {
                    words.push(std::mem::take(&mut word));
                }
            }
            '-' | '−' if !begun => (word.not, begun) = (true, true),
            other => {
                word.text.push(other);
                begun = true;
            }
        }
    }
    if begun {
        words.push(word);
    }
    words
}
