//! How the command line writes days, scores and differences.

pub use crate::domain::day::day;
pub use crate::domain::renewal::dates as act_by;
pub use crate::domain::score::print::{percent, trend};

use crate::domain::score::Score;
use crate::domain::score::print::tenth;
use chrono::NaiveDate;

/// What is not known.
pub const NOTHING: &str = "–";

/// `12 d`: how long ago, or how long from now.
#[must_use]
pub fn days_between(one: NaiveDate, other: NaiveDate) -> String {
    format!("{} d", (other - one).num_days().abs())
}

/// `−1.3`, `+0.4`, `0.0`: one decimal, halves away from zero.
#[must_use]
pub fn signed(difference: f64) -> String {
    let tenths = (difference * 10.0 + difference.signum() * 1e-9).round() / 10.0;
    if tenths == 0.0 {
        return "0.0".to_owned();
    }
    format!("{}{:.1}", if tenths < 0.0 { '−' } else { '+' }, tenths.abs())
}

/// `24.2`: one decimal, halves away from zero; for figures that are no scores.
#[must_use]
pub fn tenths(figure: f64) -> String {
    format!("{:.1}", 0.0 + (figure * 10.0 + figure.signum() * 1e-9).round() / 10.0)
}

/// `5.2`, `6.4?` where too little is known for a verdict, `?` where nothing is.
#[must_use]
pub fn score(value: Option<f64>, verdict: bool) -> String {
    match value {
        Some(value) if verdict => tenth(value),
        Some(value) => format!("{}?", tenth(value)),
        None => "?".to_owned(),
    }
}

/// `[4.9-7.8]`, where it is wider than a point.
#[must_use]
pub fn range(score: &Score) -> Option<String> {
    score.range().map(|(low, high)| format!("[{}-{}]", tenth(low), tenth(high)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_carry_their_sign() {
        for (difference, shown) in
            [(-1.26, "−1.3"), (0.35, "+0.4"), (-0.25, "−0.3"), (0.04, "0.0"), (0.0, "0.0")]
        {
            assert_eq!(signed(difference), shown, "{difference}");
        }
        assert_eq!(score(Some(5.96), true), "5.9");
        assert_eq!(score(Some(6.4), false), "6.4?");
        assert_eq!(tenths(24.15), "24.2");
        assert_eq!(tenths(5.0), "5.0");
    }
}
