//! The numbers in force, as a rule reads them and as a text tells them.

use super::Rules;
use super::limit::Limit;

impl Rules {
    /// The number as it stands in the config file; of percent the hundredths.
    #[must_use]
    pub const fn limit(&self, limit: Limit) -> f64 {
        self.limits[limit as usize]
    }

    /// Whole days.
    #[must_use]
    pub const fn days(&self, limit: Limit) -> i64 {
        self.limit(limit) as i64
    }

    /// A whole number.
    #[must_use]
    pub const fn count(&self, limit: Limit) -> usize {
        self.limit(limit) as usize
    }

    /// The part of a whole: 0.25 for 25 %.
    #[must_use]
    pub const fn share(&self, limit: Limit) -> f64 {
        self.limit(limit) / 100.0
    }

    /// The rules with one number changed, kept within its range; what is no number changes nothing.
    #[must_use]
    pub fn with(mut self, limit: Limit, amount: f64) -> Self {
        let row = limit.row();
        if !amount.is_nan() {
            let amount = amount.clamp(row.least, row.most);
            self.limits[limit as usize] = if row.unit.whole() { amount.round() } else { amount };
        }
        self
    }

    /// A text of the program with the numbers in force: `{risk-below}` becomes `6`, `{still-within}`
    /// `2 %`; a key that no limit has stays as it is.
    #[must_use]
    pub fn told(&self, text: &str) -> String {
        let mut said = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            said.push_str(before);
            let Some((key, behind)) = after.split_once('}') else {
                said.push('{');
                rest = after;
                continue;
            };
            match Limit::of_key(key) {
                Some(limit) => said.push_str(&self.figure(limit)),
                None => said.extend(["{", key, "}"]),
            }
            rest = behind;
        }
        said.push_str(rest);
        said
    }

    /// The number with its unit: `6`, `120 d`, `25 %`, `3 ×`.
    #[must_use]
    pub fn figure(&self, limit: Limit) -> String {
        format!("{}{}", self.limit(limit), limit.row().unit.sign())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::score::factor::FACTORS;
    use crate::domain::signal::table::SIGNALS;

    #[test]
    fn a_number_is_read_in_its_unit_and_kept_in_its_range() {
        let rules = Rules::default();
        assert_eq!(rules.limit(Limit::RiskBelow), 6.0);
        assert_eq!(rules.days(Limit::RotDays), 548);
        assert_eq!(rules.share(Limit::StillWithin), 0.02);
        assert_eq!(rules.count(Limit::NowShown), 5);
        let rules = rules.with(Limit::RiskBelow, 70.0).with(Limit::RotDays, 99.6);
        assert_eq!((rules.limit(Limit::RiskBelow), rules.days(Limit::RotDays)), (10.0, 100));
        let same = rules.clone().with(Limit::RotDays, f64::NAN);
        assert_eq!(same, rules);
    }

    #[test]
    fn a_text_tells_the_numbers_in_force() {
        let rules = Rules::default().with(Limit::RenewalOpen, 150.0);
        let text = "{renewal-open} ahead, under {risk-below}, {still-within}, {what}, {open";
        assert_eq!(rules.told(text), "150 d ahead, under 6, 2 %, {what}, {open");
    }

    #[test]
    fn no_text_of_the_rules_names_a_number_that_is_none() {
        let rules = Rules::default();
        let texts = SIGNALS.iter().map(|rule| rule.help).chain(FACTORS.iter().map(|one| one.rule));
        for text in texts {
            assert!(!rules.told(text).contains(['{', '}']), "{text}");
        }
    }
}
