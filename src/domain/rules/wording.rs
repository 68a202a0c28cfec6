//! Words of the rules that a person may put in their own way: the rubric, a line of text for each
//! digit of each factor, and the names of the drivers.

use super::Rules;
use crate::domain::account::own_score::Factor;
use crate::domain::feedback::Driver;
use std::sync::Arc;

/// The words in force. Many copies of the rules share one of it; it bears on no number.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Wording {
    rubric: Vec<(Factor, i64, String)>,
    drivers: Vec<(Driver, String)>,
}

impl std::fmt::Debug for Wording {
    /// The rules are told apart by how they are written here; words make no other rules.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Wording")
    }
}

impl Rules {
    /// What a digit of a factor means, 1-10.
    #[must_use]
    pub fn rubric(&self, factor: Factor, points: i64) -> Option<&str> {
        let mut lines = self.wording.rubric.iter();
        let line = lines.find(|(one, level, _)| *one == factor && *level == points);
        line.map(|(_, _, text)| text.as_str())
    }

    /// What a driver of feedback is called here.
    #[must_use]
    pub fn driver(&self, driver: Driver) -> &str {
        let own = self.wording.drivers.iter().find(|(one, _)| *one == driver);
        own.map_or(driver.word(), |(_, name)| name.as_str())
    }

    /// The rules with another line for a digit of a factor.
    pub fn set_rubric(&mut self, factor: Factor, points: i64, text: String) {
        let lines = &mut Arc::make_mut(&mut self.wording).rubric;
        match lines.iter_mut().find(|(one, level, _)| *one == factor && *level == points) {
            Some((_, _, line)) => *line = text,
            None => lines.push((factor, points, text)),
        }
    }

    /// The rules with another name for a driver.
    pub fn set_driver(&mut self, driver: Driver, name: String) {
        let drivers = &mut Arc::make_mut(&mut self.wording).drivers;
        drivers.retain(|(one, _)| *one != driver);
        drivers.push((driver, name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_replaced_and_make_no_other_rules() {
        let plain = Rules::default();
        let mut rules = plain.clone();
        assert_eq!(rules.driver(Driver::Product), "product");
        assert_eq!(rules.rubric(Factor::Pulse, 3), None);
        rules.set_driver(Driver::Product, "machine".to_owned());
        rules.set_rubric(Factor::Pulse, 3, "cold".to_owned());
        rules.set_rubric(Factor::Pulse, 3, "they avoid us".to_owned());
        assert_eq!(rules.driver(Driver::Product), "machine");
        assert_eq!(rules.rubric(Factor::Pulse, 3), Some("they avoid us"));
        assert_eq!(rules.rubric(Factor::Pulse, 4), None);
        assert_eq!(format!("{rules:?}"), format!("{plain:?}"));
        assert_eq!(plain.driver(Driver::Product), "product", "a copy of its own");
    }
}
