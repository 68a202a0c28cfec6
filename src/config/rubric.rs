//! The rubric that comes with the program: what each digit of each factor means.

use crate::domain::account::own_score::Factor;
use crate::domain::rules::Rules;
use std::collections::BTreeMap;

const RUBRIC: &str = include_str!("../../assets/rubric.toml");

type Lines = BTreeMap<String, BTreeMap<i64, String>>;

/// Puts it into the rules.
pub(super) fn put(rules: &mut Rules) {
    for (factor, digits) in lines() {
        for (digit, line) in digits {
            rules.set_rubric(factor, digit, line);
        }
    }
}

fn lines() -> impl Iterator<Item = (Factor, BTreeMap<i64, String>)> {
    // A test reads every line of it.
    let lines: Lines = toml::from_str(RUBRIC).unwrap_or_default();
    lines.into_iter().filter_map(|(name, digits)| Some((Factor::from_word(&name)?, digits)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_digit_of_each_factor_has_a_line_of_its_own() {
        let mut rules = Rules::default();
        put(&mut rules);
        let mut seen = std::collections::HashSet::new();
        for factor in Factor::ALL {
            for digit in 1..=10 {
                let line = rules.rubric(*factor, digit).unwrap_or_default();
                assert!((10..=100).contains(&line.chars().count()), "{factor} {digit}: {line}");
                assert!(seen.insert((factor, line.to_owned())), "{factor} {digit} says it again");
            }
        }
    }
}
