//! How the pages of the whole book write amounts, shares and scores.

use crate::domain::account::Tier;
use crate::domain::money::{Currency, Money};
use crate::domain::page::{Span, Tone};
use crate::domain::score::Band;
use crate::domain::score::print::{percent, tenth, trend};

/// Stands where nothing is known.
pub(super) const NOTHING: &str = "–";

/// `940k`; `–` where it is not known.
pub(super) fn amount(minor: Option<i64>, currency: Currency) -> String {
    minor.map_or_else(|| NOTHING.to_owned(), |minor| Money { minor, currency }.short())
}

/// `€940k`.
pub(super) fn signed(minor: i64, currency: Currency) -> String {
    Money { minor, currency }.signed_short()
}

/// `1 account`, `12 accounts`.
pub(super) fn accounts(count: usize) -> String {
    counted(count, "account")
}

/// `1 talk`, `12 talks`.
pub(super) fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// `84 %`; `–` where there is no whole.
pub(super) fn share(share: Option<f64>) -> String {
    match share {
        None => NOTHING.to_owned(),
        // There is something of it.
        Some(share) if share > 0.0 && share < 0.005 => "<1 %".to_owned(),
        Some(share) => percent(share),
    }
}

/// The same, with so many accounts behind it where the book is small: `84 % (5 of 7)`.
pub(super) fn share_of(part: Option<f64>, count: usize, whole: usize, few: bool) -> String {
    match part {
        Some(_) if few => format!("{} ({count} of {whole})", share(part)),
        _ => share(part),
    }
}

/// `Strategic`, `no tier`.
pub(super) const fn tier(tier: Option<Tier>) -> &'static str {
    match tier {
        Some(tier) => tier.word(),
        None => "no tier",
    }
}

/// What a band is called, with who has none.
pub(super) const fn band(band: Option<Band>) -> &'static str {
    match band {
        Some(band) => band.word(),
        None => "too little known",
    }
}

pub(super) const fn tone(band: Option<Band>) -> Tone {
    match band {
        Some(Band::Risk) => Tone::Risk,
        Some(Band::Watch) => Tone::Watch,
        Some(Band::Healthy) => Tone::Healthy,
        None => Tone::Dim,
    }
}

/// `5.2 ▼0.8`; `6?` where too little is known for a verdict, `?` where nothing is.
pub(super) fn score(value: Option<f64>, of: Option<Band>, moved: Option<f64>) -> Vec<Span> {
    let told = match value {
        None => "?".to_owned(),
        Some(value) if of.is_some() => tenth(value),
        Some(value) => format!("{}?", value.floor()),
    };
    let mut spans = vec![Span::new(format!("{told:<4}"), tone(of))];
    spans.extend(moving(moved.filter(|_| of.is_some())));
    spans
}

/// `▼0.8`, `▲0.3`; nothing where it did not move.
pub(super) fn moving(moved: Option<f64>) -> Option<Span> {
    let told = trend(moved);
    let tone = if told.starts_with('▲') { Tone::Healthy } else { Tone::Risk };
    (!told.is_empty()).then(|| Span::new(told, tone))
}
