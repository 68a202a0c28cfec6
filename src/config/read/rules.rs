//! The tables that change numbers of the rules: thresholds, cadences, weights, targets, rates.

use super::Reader;
use super::number::Wanted;
use crate::domain::account::own_score::Factor;
use crate::domain::account::{Approach, Tier};
use crate::domain::money::{Currency, currency_codes};
use crate::domain::rules::limit::{LIMITS, Limit, Unit};
use crate::domain::rules::{LEVEL_WEIGHTS, Rules, column};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Words of a closed list as keys: `value-realisation`.
pub(in crate::config) fn key_of(word: &str) -> String {
    word.to_lowercase().replace(' ', "-")
}

/// The intervals of a tier, days; the last two may be `"never"`.
pub(in crate::config) const INTERVALS: [&str; 4] =
    ["talk-every", "review-every", "strategic-every", "qbr-every"];
pub(in crate::config) const LEVELS: [&str; 3] = ["decision-makers", "influencers", "users"];
pub(in crate::config) const TARGET_KEYS: [&str; 4] = ["arr", "strategic", "growth", "maintenance"];

/// Pairs of which the first is never above the second.
const ORDERED: [(Limit, Limit); 8] = [
    (Limit::RiskBelow, Limit::WatchBelow),
    (Limit::RiskBelow, Limit::RepairedAt),
    (Limit::RenewalCritical, Limit::RenewalLate),
    (Limit::RenewalLate, Limit::RenewalOpen),
    (Limit::StrategicLeast, Limit::StrategicMost),
    (Limit::ResponseWanted, Limit::ResponseBest),
    (Limit::ForecastSecond, Limit::ForecastFirst),
    (Limit::BudgetLeast, Limit::BudgetMost),
];

const DAYS: Wanted = Wanted::whole("a whole number of days", 1.0, 3650.0);
const WEIGHT: Wanted = Wanted::new("a weight, a number", 0.0, 1000.0);
const PEOPLE: Wanted = Wanted::whole("a whole number of contacts", 1.0, 5.0);
const ARR: Wanted = Wanted::new("a list of four amounts that rise, each", 1.0, 1e15);
const RATE: Wanted = Wanted::new("a rate, a number", 1e-9, 1e9);

fn wanted(limit: Limit) -> Wanted {
    let row = limit.row();
    let what = match row.unit {
        Unit::Days => "a whole number of days",
        Unit::Count => "a whole number",
        Unit::Percent => "a percentage",
        Unit::Points | Unit::Times => "a number",
    };
    Wanted { range: row.least..=row.most, whole: row.unit.whole(), what }
}

impl Reader<'_> {
    pub(super) fn rules(&mut self, name: &str, at: &Range<usize>, table: &DeTable<'_>) {
        match name {
            "thresholds" => self.thresholds(table),
            "tier" => self.each(table, &words(Tier::ALL, Tier::word), Self::intervals),
            "weights" => self.each(table, &words(Approach::ALL, Approach::word), Self::weights),
            "levels" => self.levels(at, table),
            "targets" => self.targets(table),
            "rates" => self.rates(table),
            _ => self.book(table),
        }
    }

    /// A table of tables, one under each of the words.
    pub(super) fn each(
        &mut self,
        table: &DeTable<'_>,
        words: &[String],
        read: fn(&mut Self, usize, &Range<usize>, &DeTable<'_>),
    ) {
        let known: Vec<&str> = words.iter().map(String::as_str).collect();
        for (key, value) in table {
            let (name, at) = (key.get_ref().as_ref(), key.span());
            let Some(place) = known.iter().position(|one| one.eq_ignore_ascii_case(name)) else {
                self.unknown(&at, name, &known);
                continue;
            };
            match value.get_ref().as_table() {
                Some(inner) => read(self, place, &at, inner),
                None => self.wrong(&at, format!("{name} is a table: its keys stand under it")),
            }
        }
    }

    /// The keys of a table that are known, with their places in `known`; the others are told.
    pub(super) fn known<'t, 'a>(
        &mut self,
        table: &'t DeTable<'a>,
        known: &[&str],
    ) -> Vec<(usize, Range<usize>, &'t Spanned<DeValue<'a>>)> {
        let mut found = Vec::new();
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            match known.iter().position(|one| one.eq_ignore_ascii_case(name)) {
                Some(place) => found.push((place, key.span(), value)),
                None => self.unknown(&key.span(), name, known),
            }
        }
        found
    }

    fn thresholds(&mut self, table: &DeTable<'_>) {
        let keys: Vec<&str> = LIMITS.iter().map(|row| row.key).collect();
        let mut set: Vec<(Limit, Range<usize>)> = Vec::new();
        for (place, at, value) in self.known(table, &keys) {
            let Some(row) = LIMITS.get(place) else { continue };
            let found = self.number(row.key, &at, value, &wanted(row.limit), row.default);
            if let Some(amount) = found {
                self.change(|rules| rules.with(row.limit, amount));
                set.push((row.limit, at));
            }
        }
        while let Some((low, high, at)) = self.contradiction(&set) {
            let (less, more) = (self.config.rules.limit(low), self.config.rules.limit(high));
            let (low, high) = (low.row(), high.row());
            let (first, second) = (low.default, high.default);
            self.wrong(
                &at,
                format!(
                    "{} ({less}) is above {} ({more}); {first} and {second} hold",
                    low.key, high.key
                ),
            );
            self.change(|rules| rules.with(low.limit, first).with(high.limit, second));
        }
    }

    /// The first pair that stands the wrong way round, at the key that was set. A pair that falls
    /// back to its defaults can set another one at odds, never itself: the defaults agree.
    fn contradiction(&self, set: &[(Limit, Range<usize>)]) -> Option<(Limit, Limit, Range<usize>)> {
        let rules = &self.config.rules;
        let odd = |(low, high): &(Limit, Limit)| rules.limit(*low) > rules.limit(*high);
        let (low, high) = ORDERED.into_iter().find(odd)?;
        let at = |limit: Limit| set.iter().find(|(one, _)| *one == limit).map(|(_, at)| at);
        let changed = |limit: Limit| rules.limit(limit) != limit.row().default;
        let by = if changed(low) { at(low).or(at(high)) } else { at(high).or(at(low)) };
        Some((low, high, by?.clone()))
    }

    fn change(&mut self, change: impl FnOnce(Rules) -> Rules) {
        self.config.rules = change(std::mem::take(&mut self.config.rules));
    }

    fn intervals(&mut self, place: usize, _: &Range<usize>, table: &DeTable<'_>) {
        let Some(mut cadence) = self.config.rules.cadences.get(place).copied() else { return };
        for (key, at, value) in self.known(table, &INTERVALS) {
            let name = INTERVALS[key];
            let never = value.get_ref().as_str() == Some("never");
            let holds = match key {
                0 => Some(cadence.talk_every),
                1 => Some(cadence.review_every),
                2 => cadence.strategic_every,
                _ => cadence.qbr_every,
            };
            let days = if never && key > 1 {
                None
            } else {
                let holds = holds.map_or_else(|| "\"never\"".to_owned(), |days| days.to_string());
                let Some(days) = self.whole_days(name, &at, value, key > 1, &holds) else {
                    continue;
                };
                Some(days)
            };
            match (key, days) {
                (0, Some(days)) => cadence.talk_every = days,
                (1, Some(days)) => cadence.review_every = days,
                (2, days) => cadence.strategic_every = days,
                (_, days) => cadence.qbr_every = days,
            }
        }
        if let Some(old) = self.config.rules.cadences.get_mut(place) {
            *old = cadence;
        }
    }

    fn whole_days(
        &mut self,
        name: &str,
        at: &Range<usize>,
        value: &Spanned<DeValue<'_>>,
        or_never: bool,
        holds: &str,
    ) -> Option<i64> {
        let found = super::number::number(value.get_ref())
            .filter(|days| DAYS.range.contains(days) && days.fract() == 0.0);
        if found.is_none() {
            let never = if or_never { ", or \"never\"" } else { "" };
            let said = self.said(&value.span());
            let told =
                format!("{name} is {} from 1 to 3650{never}, not {said}; {holds} holds", DAYS.what);
            self.wrong(at, told);
        }
        found.map(|days| days as i64)
    }

    fn weights(&mut self, place: usize, at: &Range<usize>, table: &DeTable<'_>) {
        let column = column(Approach::ALL.get(place).copied());
        let keys = words(Factor::ALL, Factor::word);
        let known: Vec<&str> = keys.iter().map(String::as_str).collect();
        let before = self.config.rules.weights;
        for (row, at, value) in self.known(table, &known) {
            let Some((_, holds)) = before.get(row) else { continue };
            let found = self.number(known[row], &at, value, &WEIGHT, holds[column]);
            if let (Some(weight), Some((_, weights))) =
                (found, self.config.rules.weights.get_mut(row))
            {
                weights[column] = weight;
            }
        }
        if self.config.rules.weights.iter().all(|(_, weights)| weights[column] <= 0.0) {
            self.wrong(at, "all weights are 0, and nothing would count; the old ones hold".into());
            self.config.rules.weights = before;
        }
    }

    fn levels(&mut self, at: &Range<usize>, table: &DeTable<'_>) {
        let mut weights = LEVEL_WEIGHTS.map(|weight| weight * 100.0);
        for (place, at, value) in self.known(table, &LEVELS) {
            if let Some(weight) = self.number(LEVELS[place], &at, value, &WEIGHT, weights[place]) {
                weights[place] = weight;
            }
        }
        let sum: f64 = weights.iter().sum();
        if sum > 0.0 {
            self.config.rules.level_weights = weights.map(|weight| weight / sum);
        } else {
            self.wrong(at, "all weights are 0, and nothing would count; the old ones hold".into());
        }
    }

    fn targets(&mut self, table: &DeTable<'_>) {
        for (place, at, value) in self.known(table, &TARGET_KEYS) {
            if let Some(tier) = place.checked_sub(1) {
                let holds = self.config.rules.targets.by_tier[tier];
                let found = self.number(TARGET_KEYS[place], &at, value, &PEOPLE, holds as f64);
                if let Some(people) = found {
                    self.config.rules.targets.by_tier[tier] = people as usize;
                }
                continue;
            }
            let steps: Option<Vec<f64>> = value.get_ref().as_array().and_then(|list| {
                list.iter().map(|one| super::number::number(one.get_ref())).collect()
            });
            let steps: Option<[f64; 4]> = steps
                .filter(|steps| steps.iter().all(|step| ARR.range.contains(step)))
                .filter(|steps| steps.is_sorted_by(|one, next| one < next))
                .and_then(|steps| steps.try_into().ok());
            if let Some(steps) = steps {
                self.config.rules.targets.arr = steps;
            } else {
                let told = "arr is a list of four amounts that rise, as \
                            [100000, 500000, 2000000, 5000000]; those hold";
                self.wrong(&at, told.to_owned());
            }
        }
    }

    fn rates(&mut self, table: &DeTable<'_>) {
        let known: Vec<&str> = currency_codes().collect();
        for (key, value) in table {
            let (name, at) = (key.get_ref().as_ref(), key.span());
            let Some(currency) = self.currency(&at, name, &known) else { continue };
            let said = self.said(&value.span());
            let rate = super::number::number(value.get_ref());
            if self.config.rules.exchange.rates.iter().any(|(one, _)| *one == currency) {
                let code = currency.code();
                self.wrong(&at, format!("{code} has a rate already, which holds"));
                continue;
            }
            match rate.filter(|rate| RATE.range.contains(rate)) {
                Some(rate) => self.config.rules.exchange.rates.push((currency, rate)),
                None => self.wrong(
                    &at,
                    format!(
                        "{name} takes what one of it is worth in the book's currency, as 0.92, \
                         not {said}; it has no rate"
                    ),
                ),
            }
        }
        self.config.rules.exchange.rates.sort_by(|(one, _), (two, _)| one.code().cmp(two.code()));
    }

    fn book(&mut self, table: &DeTable<'_>) {
        for (_, at, value) in self.known(table, &["currency"]) {
            let known: Vec<&str> = currency_codes().collect();
            match value.get_ref().as_str() {
                Some(code) => {
                    if let Some(currency) = self.currency(&at, code, &known) {
                        self.config.rules.exchange.base = currency;
                    }
                }
                None => self.wrong(&at, "currency is a code in quotes, as \"EUR\"".to_owned()),
            }
        }
    }

    fn currency(&mut self, at: &Range<usize>, code: &str, known: &[&str]) -> Option<Currency> {
        let found = Currency::from_code(code).filter(|one| known.contains(&one.code()));
        if found.is_none() {
            let hint = match super::nearest(code, known.iter().copied()) {
                Some(near) => format!("; do you mean {near}?"),
                None => " that is known; a code of three letters, as EUR".to_owned(),
            };
            self.wrong(at, format!("{code} is no currency{hint}"));
        }
        found
    }
}

/// The words of a closed list as keys.
pub(super) fn words<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> Vec<String> {
    all.iter().map(|one| key_of(word(*one))).collect()
}
