//! How the command line writes days, scores and differences.

pub use crate::domain::day::day;
pub use crate::domain::score::print::{percent, trend};

use crate::domain::score::Score;
use crate::domain::score::print::tenth;
use crate::domain::standing::ActBy;
use chrono::NaiveDate;

/// What is not known.
pub const NOTHING: &str = "–";

/// `12 d`: how long ago, or how long from now.
#[must_use]
pub fn days_between(one: NaiveDate, other: NaiveDate) -> String {
    format!("{} d", (other - one).num_days().abs())
}

/// `notice by 30 Jan 2027 (69 d) · ends 31 Mar 2027`.
#[must_use]
pub fn act_by(act: ActBy, today: NaiveDate) -> String {
    let away = |to: NaiveDate| match (to - today).num_days() {
        left if left < 0 => format!("{} d ago", -left),
        left => format!("{left} d"),
    };
    if act.act_by == act.ends_on {
        return format!("ends {} ({})", day(act.ends_on, today), away(act.ends_on));
    }
    format!(
        "notice by {} ({}) · ends {}",
        day(act.act_by, today),
        away(act.act_by),
        day(act.ends_on, today)
    )
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

    fn on(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn the_last_day_to_act_stands_before_the_end() {
        let act = ActBy { act_by: on("2027-01-30"), ends_on: on("2027-03-31") };
        let today = on("2026-11-22");
        assert_eq!(act_by(act, today), "notice by 30 Jan 2027 (69 d) · ends 31 Mar 2027");
        let plain = ActBy { act_by: on("2026-11-20"), ends_on: on("2026-11-20") };
        assert_eq!(act_by(plain, today), "ends 20 Nov (2 d ago)");
    }

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
