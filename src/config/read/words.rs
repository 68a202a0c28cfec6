//! The tables that change words: the rubric and the names of the drivers.

use super::Reader;
use super::rules::words;
use crate::domain::account::own_score::Factor;
use crate::domain::feedback::Driver;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The digits of a factor, as keys.
const DIGITS: [&str; 10] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
/// A line of the rubric, and the name of a driver, in characters.
const LINE: usize = 160;
const NAME: usize = 40;

impl Reader<'_> {
    pub(super) fn rubric(&mut self, table: &DeTable<'_>) {
        self.each(table, &words(Factor::ALL, Factor::word), Self::digits);
    }

    fn digits(&mut self, place: usize, _: &Range<usize>, table: &DeTable<'_>) {
        let Some(factor) = Factor::ALL.get(place) else { return };
        for (digit, at, value) in self.known(table, &DIGITS) {
            let line = self.words(&at, DIGITS[digit], value, LINE);
            if let (Some(line), Ok(digit)) = (line, DIGITS[digit].parse()) {
                self.config.rules.set_rubric(*factor, digit, line);
            }
        }
    }

    pub(super) fn drivers(&mut self, table: &DeTable<'_>) {
        let keys = words(Driver::ALL, Driver::word);
        let known: Vec<&str> = keys.iter().map(String::as_str).collect();
        for (place, at, value) in self.known(table, &known) {
            let name = self.words(&at, known[place], value, NAME);
            if let (Some(name), Some(driver)) = (name, Driver::ALL.get(place)) {
                self.config.rules.set_driver(*driver, name);
            }
        }
    }

    fn words(
        &mut self,
        at: &Range<usize>,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        most: usize,
    ) -> Option<String> {
        let text = value.get_ref().as_str().map(str::trim).unwrap_or_default();
        let fits = (1..=most).contains(&text.chars().count()) && !text.contains('\n');
        if !fits {
            self.wrong(at, format!("{key} is one line in quotes, of at most {most} letters"));
        }
        fits.then(|| text.to_owned())
    }
}
