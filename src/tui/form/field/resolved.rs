//! What a text means, shown beside it while it is typed: `Fri 27 Nov, in 5 d`, `€1,200,000`.

use crate::domain::money::Money;
use crate::domain::when::{self, Order};
use crate::tui::form::spec::FieldKind;
use crate::tui::form::values::number;
use crate::tui::widget::phrase;
use chrono::NaiveDate;

/// What is known of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved {
    Means(String),
    /// What is asked for; the text is none yet.
    Asks(String),
}

/// What the text in a field of this kind means; none where it says so itself, or is empty.
pub fn resolved(kind: &FieldKind, text: &str, today: NaiveDate, order: Order) -> Option<Resolved> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    match kind {
        FieldKind::Day => Some(match when::day_in(text, today, order) {
            Some(day) => Resolved::Means(near(day, today)),
            None => Resolved::Asks("no day yet".to_owned()),
        }),
        FieldKind::Amount(unless) => Some(match Money::typed(text, *unless) {
            Some(amount) => Resolved::Means(whole(amount)),
            None => Resolved::Asks("no amount yet".to_owned()),
        }),
        FieldKind::Whole { least, most } => {
            let number: Option<i64> = text.replace('−', "-").trim_start_matches('+').parse().ok();
            let fits = number.is_some_and(|number| (*least..=*most).contains(&number));
            (!fits).then(|| Resolved::Asks(format!("{least} to {most}")))
        }
        FieldKind::Number => match number(text) {
            Some(read) if read.to_string() == text => None,
            Some(read) => Some(Resolved::Means(grouped(read))),
            None => Some(Resolved::Asks("no number yet".to_owned())),
        },
        FieldKind::Line | FieldKind::Lines | FieldKind::Choice { .. } | FieldKind::Many { .. } => {
            None
        }
    }
}

/// `Fri 27 Nov, in 5 d`.
fn near(day: NaiveDate, today: NaiveDate) -> String {
    let away = phrase::days_between(today, day);
    let far = match away {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        2.. => format!("in {}", phrase::span(away)),
        _ => format!("{} ago", phrase::span(away.saturating_neg())),
    };
    format!("{}, {far}", phrase::weekday(day, today))
}

/// In groups of three: `12,000`, `7.5`.
fn grouped(number: f64) -> String {
    let text = number.abs().to_string();
    let (units, rest) = text.split_once('.').unwrap_or((&text, ""));
    let rest = if rest.is_empty() { String::new() } else { format!(".{rest}") };
    let minus = if number < 0.0 { "−" } else { "" };
    format!("{minus}{}{rest}", in_threes(units))
}

/// To the last unit, in groups of three: `€1,200,000`, `€64,000.50`.
fn whole(amount: Money) -> String {
    let places = amount.currency.digits();
    let unit = 10_u64.pow(places);
    let (units, rest) = (amount.minor.unsigned_abs() / unit, amount.minor.unsigned_abs() % unit);
    let grouped = in_threes(&units.to_string());
    let places = usize::try_from(places).unwrap_or_default();
    let rest = if rest > 0 { format!(".{rest:0places$}") } else { String::new() };
    let minus = if amount.minor < 0 { "−" } else { "" };
    format!("{minus}{}{grouped}{rest}", amount.currency.sign())
}

fn in_threes(digits: &str) -> String {
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
