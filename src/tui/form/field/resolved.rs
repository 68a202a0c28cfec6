//! What a text means, shown beside it while it is typed: `Fri 27 Nov, in 5 d`, `€1,200,000`.

use crate::domain::day::{in_threes, near};
use crate::domain::money::Money;
use crate::domain::when::{self, Order};
use crate::tui::form::spec::FieldKind;
use crate::tui::form::values::number;
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
            Some(amount) => Resolved::Means(amount.whole()),
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

/// In groups of three: `12,000`, `7.5`.
fn grouped(number: f64) -> String {
    let text = number.abs().to_string();
    let (units, rest) = text.split_once('.').unwrap_or((&text, ""));
    let rest = if rest.is_empty() { String::new() } else { format!(".{rest}") };
    let minus = if number < 0.0 { "−" } else { "" };
    format!("{minus}{}{rest}", in_threes(units))
}
