//! Numbers of the config file: what they may be, and what is told where they are something else.

use super::Reader;
use std::ops::{Range, RangeInclusive};
use toml::Spanned;
use toml::de::DeValue;

/// What a number may be.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub range: RangeInclusive<f64>,
    /// Whole numbers alone.
    pub whole: bool,
    /// What is counted, as `a number of days`.
    pub what: &'static str,
}

impl Wanted {
    pub(super) const fn new(what: &'static str, least: f64, most: f64) -> Self {
        Self { range: least..=most, whole: false, what }
    }

    pub(super) const fn whole(what: &'static str, least: f64, most: f64) -> Self {
        Self { range: least..=most, whole: true, what }
    }
}

/// The number that stands there, also one that is none; none for a text, a list, a word.
pub(super) fn number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Integer(figure) => {
            i64::from_str_radix(figure.as_str(), figure.radix()).ok().map(|figure| figure as f64)
        }
        DeValue::Float(figure) => figure.as_str().parse().ok(),
        _ => None,
    }
}

impl Reader<'_> {
    /// The number under a key; what is none, or out of its range, is told, and `holds` stays.
    pub(super) fn number(
        &mut self,
        key: &str,
        at: &Range<usize>,
        value: &Spanned<DeValue<'_>>,
        wanted: &Wanted,
        holds: f64,
    ) -> Option<f64> {
        let found = number(value.get_ref());
        let fits = |figure: &f64| {
            wanted.range.contains(figure) && (!wanted.whole || figure.fract() == 0.0)
        };
        if let Some(figure) = found.filter(fits) {
            return Some(figure);
        }
        let (least, most) = (wanted.range.start(), wanted.range.end());
        let span = if most.is_finite() {
            format!("from {least} to {most}")
        } else {
            format!("from {least} on")
        };
        let said = self.said(&value.span());
        self.wrong(at, format!("{key} is {} {span}, not {said}; {holds} holds", wanted.what));
        None
    }

    /// What stands in the file, cut to what can be told in a line.
    pub(super) fn said(&self, span: &Range<usize>) -> String {
        let said = self.text.get(span.clone()).unwrap_or_default();
        let line = said.lines().next().unwrap_or_default();
        let mut short: String = line.chars().take(24).collect();
        if short.len() < said.len() {
            short.push('…');
        }
        short
    }
}
