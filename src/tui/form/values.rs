//! What was typed into a form, read as what it means; what cannot be read is noted at its field.

use crate::domain::cell::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::when::{self, Order};
use chrono::NaiveDate;
use std::cell::RefCell;

/// One thing that is wrong with a field: one sentence without full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    pub key: String,
    pub message: String,
}

/// The texts of a form by the keys of their fields.
#[derive(Debug)]
pub struct Values<'a> {
    texts: &'a [(String, String)],
    today: NaiveDate,
    order: Order,
    errors: RefCell<Vec<FieldError>>,
}

impl<'a> Values<'a> {
    #[must_use]
    pub const fn new(texts: &'a [(String, String)], today: NaiveDate) -> Self {
        Self { texts, today, order: Order::DayFirst, errors: RefCell::new(Vec::new()) }
    }

    /// With this order of day and month.
    #[must_use]
    pub fn in_order(mut self, order: Order) -> Self {
        self.order = order;
        self
    }

    /// What is wrong so far.
    #[must_use]
    pub fn errors(self) -> Vec<FieldError> {
        self.errors.into_inner()
    }

    /// Notes what is wrong with a field.
    pub fn wrong(&self, key: &str, message: impl Into<String>) {
        self.errors.borrow_mut().push(FieldError { key: key.to_owned(), message: message.into() });
    }

    /// Nothing is wrong so far.
    #[must_use]
    pub fn right(&self) -> bool {
        self.errors.borrow().is_empty()
    }

    fn raw(&self, key: &str) -> &'a str {
        self.texts.iter().find(|(one, _)| one == key).map_or("", |(_, text)| text.trim())
    }

    /// The text; none where nothing stands.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<String> {
        let text = self.raw(key);
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// The text of a field that may not be empty.
    pub fn needed(&self, key: &str, message: &str) -> String {
        let text = self.raw(key);
        if text.is_empty() {
            self.wrong(key, message);
        }
        text.to_owned()
    }

    /// The day; none where nothing stands.
    pub fn day(&self, key: &str) -> Option<NaiveDate> {
        let text = self.raw(key);
        if text.is_empty() {
            return None;
        }
        let day = when::day_in(text, self.today, self.order);
        if day.is_none() {
            self.wrong(key, "a day, as fri, +2w, 30 nov, eoq or 2026-11-30");
        }
        day
    }

    /// The day of a field that may not be empty; today stands in for it beside the error.
    pub fn day_needed(&self, key: &str) -> NaiveDate {
        if self.raw(key).is_empty() {
            self.wrong(key, "which day?");
        }
        self.day(key).unwrap_or(self.today)
    }

    /// The amount; none where nothing stands. A currency in the text wins over `unless`.
    pub fn amount(&self, key: &str, unless: Currency) -> Option<Money> {
        let text = self.raw(key);
        if text.is_empty() {
            return None;
        }
        let amount = Money::typed(text, unless);
        if amount.is_none() {
            self.wrong(key, "an amount, as 64000, 940k, 1.2m or 64000 USD");
        }
        amount
    }

    /// A whole number between two bounds; none where nothing stands.
    pub fn whole(&self, key: &str, least: i64, most: i64) -> Option<i64> {
        let text = self.raw(key);
        if text.is_empty() {
            return None;
        }
        let number = text.replace('−', "-").trim_start_matches('+').parse().ok();
        let number = number.filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.wrong(key, format!("a whole number from {least} to {most}"));
        }
        number
    }

    /// Any number; none where nothing stands.
    pub fn number(&self, key: &str) -> Option<f64> {
        let text = self.raw(key);
        if text.is_empty() {
            return None;
        }
        let number = number(text);
        if number.is_none() {
            self.wrong(key, "a number, as 75 or 7.5");
        }
        number
    }

    /// A word of the trade; none where nothing stands.
    pub fn word<T>(&self, key: &str, read: fn(&str) -> Option<T>) -> Option<T> {
        let text = self.raw(key);
        if text.is_empty() {
            return None;
        }
        let word = read(text);
        if word.is_none() {
            self.wrong(key, format!("“{text}” is none of the words that stand here"));
        }
        word
    }

    /// The words that were chosen.
    pub fn words<T>(&self, key: &str, read: fn(&str) -> Option<T>) -> Vec<T> {
        let words = self.raw(key).split(',').map(str::trim).filter(|word| !word.is_empty());
        words.filter_map(read).collect()
    }

    /// Yes or no; none where nothing stands.
    #[must_use]
    pub fn yes(&self, key: &str) -> Option<bool> {
        match self.raw(key) {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }
    }

    /// The record that was chosen.
    #[must_use]
    pub fn id(&self, key: &str) -> Option<Id> {
        self.raw(key).parse().ok().map(Id)
    }

    /// The records that were chosen.
    #[must_use]
    pub fn ids(&self, key: &str) -> Vec<Id> {
        self.raw(key).split(',').filter_map(|id| id.trim().parse().ok().map(Id)).collect()
    }
}

/// A number as people type it: `75`, `7.5`, `7,5`, `1,200`, `1.200,5`, `12k`, `80 %`. A comma
/// before exactly three figures parts thousands, a point is a decimal one.
#[must_use]
pub fn number(text: &str) -> Option<f64> {
    let plain: String =
        text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '%' | '\'' | '’')).collect();
    let plain = plain.replace('−', "-").to_lowercase();
    let (plain, times) = match plain.strip_suffix(['k', 'm']) {
        Some(rest) if plain.ends_with('k') => (rest.to_owned(), 1e3),
        Some(rest) => (rest.to_owned(), 1e6),
        None => (plain, 1.0),
    };
    let plain = match (plain.rfind(','), plain.rfind('.')) {
        (None, _) => plain,
        (Some(comma), Some(point)) if comma > point => plain.replace('.', "").replace(',', "."),
        (Some(_), Some(_)) => plain.replace(',', ""),
        (Some(_), None) if thousands(&plain) => plain.replace(',', ""),
        (Some(_), None) => plain.replace(',', "."),
    };
    plain.parse::<f64>().ok().map(|number| number * times).filter(|number| number.is_finite())
}

/// `1,200`, `12,345,678`: one to three figures, then threes; `0,125` is an eighth.
fn thousands(text: &str) -> bool {
    let figures = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    let mut parts = text.trim_start_matches(['-', '+']).split(',');
    let first = parts.next().unwrap_or_default();
    (1..=3).contains(&first.len())
        && figures(first)
        && first != "0"
        && parts.all(|part| part.len() == 3 && figures(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (text, wanted) in [
            ("75", Some(75.0)),
            ("7.5", Some(7.5)),
            ("7,5", Some(7.5)),
            ("7.500", Some(7.5)),
            ("1,200", Some(1_200.0)),
            ("12,345,678", Some(12_345_678.0)),
            ("1.200,5", Some(1_200.5)),
            ("1,200.5", Some(1_200.5)),
            ("0,125", Some(0.125)),
            ("1 200", Some(1_200.0)),
            ("12k", Some(12_000.0)),
            ("1.5m", Some(1_500_000.0)),
            ("80 %", Some(80.0)),
            ("−3", Some(-3.0)),
            ("", None),
            ("k", None),
            ("twelve", None),
            ("1,2,3", None),
            ("inf", None),
        ] {
            assert_eq!(number(text), wanted, "{text}");
        }
    }
}
