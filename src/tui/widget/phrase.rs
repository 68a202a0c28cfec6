//! Days, spans and figures in the few characters that a dense line has for them.

pub use crate::domain::day::{
    day, day_ahead, days, days_between, signed, span, tight_span, weekday,
};
pub use crate::domain::score::print::{percent, trend};

use crate::domain::score::print;

/// Stands where nothing is known.
pub const UNKNOWN: &str = "–";

/// The direction of a trend; a blank where the printed tenth did not move.
#[must_use]
pub fn arrow(moved: Option<f64>) -> &'static str {
    match trend(moved).chars().next() {
        Some('▲') => "▲",
        Some(_) => "▼",
        None => " ",
    }
}

/// A score as a list shows it: `5.2`; `6?` when too little is known; `?` when nothing is.
#[must_use]
pub fn score(value: Option<f64>, judged: bool) -> String {
    match value {
        None => "?".to_owned(),
        Some(value) if judged => print::tenth(value),
        Some(value) => format!("{}?", value.floor()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_keep_their_sign() {
        assert_eq!([Some(-0.8), Some(0.4), Some(0.01), None].map(arrow), ["▼", "▲", " ", " "]);
        assert_eq!(score(Some(5.2), true), "5.2");
        assert_eq!(score(Some(6.7), false), "6?");
        assert_eq!(score(None, false), "?");
    }
}
