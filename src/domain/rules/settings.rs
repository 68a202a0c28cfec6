//! The rules by name and figure, so that a change of them can be told: `weight of Usage 20 → 25`.

use super::Rules;
use super::limit::{LIMITS, Row};
use crate::domain::account::Approach;
use crate::domain::account::own_score::Factor;
use chrono::NaiveDate;

/// A change of the rules, as the book remembers it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct RuleChange {
    /// The first day that was judged by the new rules.
    pub on_date: NaiveDate,
    /// As `weight of Usage 20 → 25`.
    pub sentence: String,
}

/// One number of the rules: what it is called, and what it is.
pub type Setting = (String, String);

const LEVELS: [&str; 3] = ["decision makers", "influencers", "users"];

impl Rules {
    /// Every number that bears on a score, a signal or the order, named. What the book itself says
    /// of the rules (its currency, absences, what is switched off) is no setting.
    #[must_use]
    pub fn settings(&self) -> Vec<Setting> {
        let mut settings: Vec<Setting> = Vec::with_capacity(LIMITS.len() + 80);
        let mut put = |name: String, figure: String| settings.push((name, figure));
        for Row { limit, key, .. } in LIMITS {
            put(key.replace('-', " "), self.figure(*limit));
        }
        for approach in Approach::ALL {
            let under = match approach {
                Approach::Blend => String::new(),
                other => format!(" ({other})"),
            };
            for factor in Factor::ALL {
                let weight = self.weight(*factor, Some(*approach));
                put(format!("weight of {factor}{under}"), weight.to_string());
            }
        }
        let days = |days: Option<i64>| days.map_or("never".to_owned(), |days| format!("{days} d"));
        for cadence in self.cadences {
            for (name, every) in [
                ("talk every", Some(cadence.talk_every)),
                ("review every", Some(cadence.review_every)),
                ("strategic review every", cadence.strategic_every),
                ("QBR every", cadence.qbr_every),
            ] {
                put(format!("{name} ({})", cadence.tier), days(every));
            }
        }
        for (level, weight) in LEVELS.iter().zip(self.level_weights) {
            put(format!("weight of {level}"), format!("{:.1} %", weight * 100.0));
        }
        for (place, arr) in self.targets.arr.iter().enumerate() {
            put(
                format!("ARR from which {} contacts a level are wanted", place + 2),
                arr.to_string(),
            );
        }
        for (tier, people) in
            ["strategic", "growth", "maintenance"].iter().zip(self.targets.by_tier)
        {
            put(format!("contacts a level of {tier} without ARR"), people.to_string());
        }
        for (currency, rate) in &self.exchange.rates {
            put(format!("rate of {}", currency.code()), rate.to_string());
        }
        settings
    }

    /// A short mark that tells two sets of rules apart, the same on every machine.
    #[must_use]
    pub fn mark(&self) -> String {
        // FNV-1a, 64 bit.
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        for (name, figure) in self.settings() {
            for byte in name.bytes().chain([0]).chain(figure.bytes()).chain([0]) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
            }
        }
        format!("{hash:016x}")
    }
}

/// What changed between two sets of rules, a sentence each. A number that one of the two programs
/// does not know is no change; a rate that came or went is.
#[must_use]
pub fn changes(then: &[Setting], now: &[Setting]) -> Vec<String> {
    let of = |settings: &[Setting], name: &str| {
        settings.iter().find(|(one, _)| one == name).map(|(_, figure)| figure.clone())
    };
    let rate = |name: &str| name.starts_with("rate of ");
    let mut told: Vec<String> = now
        .iter()
        .filter_map(|(name, figure)| match of(then, name) {
            Some(before) if before == *figure => None,
            Some(before) => Some(format!("{name} {before} → {figure}")),
            None => rate(name).then(|| format!("{name} none → {figure}")),
        })
        .collect();
    let gone = then.iter().filter(|(name, _)| rate(name) && of(now, name).is_none());
    told.extend(gone.map(|(name, before)| format!("{name} {before} → none")));
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Currency;
    use crate::domain::rules::limit::Limit;
    use std::collections::HashSet;

    #[test]
    fn every_setting_has_a_name_of_its_own() {
        let settings = Rules::default().settings();
        let names: HashSet<&str> = settings.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names.len(), settings.len());
        assert_eq!(settings.len(), LIMITS.len() + 40 + 12 + 3 + 4 + 3);
    }

    #[test]
    fn each_change_is_a_sentence() {
        let plain = Rules::default();
        let mut rules = plain.clone().with(Limit::RiskBelow, 5.5).with(Limit::RotDays, 400.0);
        rules.weights[5].1[3] = 25.0;
        rules.weights[5].1[0] = 30.0;
        rules.cadences[0].talk_every = 10;
        rules.cadences[2].qbr_every = Some(365);
        rules.level_weights = [0.5, 0.3, 0.2];
        rules.targets.arr[1] = 300_000.0;
        let usd = Currency::from_code("USD").expect("a code");
        rules.exchange.rates = vec![(usd, 0.92)];
        let told = changes(&plain.settings(), &rules.settings());
        assert_eq!(
            told,
            [
                "risk below 6 → 5.5",
                "rot days 548 d → 400 d",
                "weight of Usage (customer success) 25 → 30",
                "weight of Usage 20 → 25",
                "talk every (strategic) 7 d → 10 d",
                "QBR every (maintenance) never → 365 d",
                "weight of decision makers 45.0 % → 50.0 %",
                "weight of influencers 35.0 % → 30.0 %",
                "ARR from which 3 contacts a level are wanted 500000 → 300000",
                "rate of USD none → 0.92",
            ]
        );
        let back = changes(&rules.settings(), &plain.settings());
        assert_eq!((back.len(), back[9].as_str()), (10, "rate of USD 0.92 → none"));
        assert_ne!(rules.mark(), plain.mark());
    }

    #[test]
    fn what_one_program_does_not_know_and_what_the_book_says_is_no_change() {
        let rules = Rules::default();
        let now = rules.settings();
        assert_eq!(changes(&now[1..], &now), Vec::<String>::new());
        assert_eq!(changes(&now, &now[1..]), Vec::<String>::new());
        let mut away = rules.clone();
        away.away = vec![(NaiveDate::MIN, NaiveDate::MAX)];
        assert_eq!(away.mark(), rules.mark());
    }
}
