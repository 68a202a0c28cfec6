//! How a score is printed: one decimal, rounded toward the alarm.

/// Rounded to a billionth, so that a figure a hair under a threshold through binary fractions
/// stands on it.
#[must_use]
pub fn to_billionth(value: f64) -> f64 {
    (value * 1e9).round() / 1e9
}

/// The tenth at or below the value: 5.96 → 5.9. A score never looks better than it is.
#[must_use]
pub fn tenth_value(score: f64) -> f64 {
    tenths(score) as f64 / 10.0
}

/// As [`tenth_value`], in text: `5.9`, `6.0`.
#[must_use]
pub fn tenth(score: f64) -> String {
    format!("{:.1}", tenth_value(score))
}

/// The tenth at or above the value, for a value that must be reached: 7.31 → `7.4`.
#[must_use]
pub fn tenth_to_reach(score: f64) -> String {
    format!("{:.1}", -(tenths(-score) as f64) / 10.0)
}

/// The difference of two printed tenths, itself a whole number of tenths.
#[must_use]
pub fn difference(now: f64, then: f64) -> f64 {
    (tenths(now) - tenths(then)) as f64 / 10.0
}

/// A whole number for a sentence, halves away from zero, with a proper minus sign: `−2`.
#[must_use]
pub fn whole(number: f64) -> String {
    let whole = number.round();
    let sign = if whole < 0.0 { "−" } else { "" };
    format!("{sign}{:.0}", whole.abs())
}

/// What a factor takes off, one decimal, halves away from zero: `−1.3`.
#[must_use]
pub fn costs(points: f64) -> String {
    format!("−{:.1}", (to_billionth(points) * 10.0).round() / 10.0)
}

/// `▼0.8`, `▲0.3`; nothing where the printed tenth did not move or nothing is known.
#[must_use]
pub fn trend(trend: Option<f64>) -> String {
    match trend {
        Some(moved) if moved <= -0.05 => format!("▼{:.1}", -moved),
        Some(moved) if moved >= 0.05 => format!("▲{moved:.1}"),
        _ => String::new(),
    }
}

/// A share of 0-1 in whole percent, halves away from zero: `84 %`.
#[must_use]
pub fn percent(share: f64) -> String {
    // Added to nought, so that a share of −0.0 loses its sign.
    format!("{} %", 0.0 + to_billionth(share * 100.0).round())
}

fn tenths(score: f64) -> i64 {
    const BILLIONTHS: i64 = 100_000_000;
    ((score * 1e9).round() as i64).div_euclid(BILLIONTHS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_is_printed_toward_the_alarm() {
        for (score, shown) in [
            (5.96, "5.9"),
            (5.999_999_99, "5.9"),
            (5.999_999_999_9, "6.0"),
            (6.0, "6.0"),
            (7.95, "7.9"),
            (10.0, "10.0"),
            (1.0, "1.0"),
            (2.3, "2.3"),
            (0.1 + 0.2, "0.3"),
        ] {
            assert_eq!(tenth(score), shown, "{score}");
        }
        for score in 10..=100 {
            let exact = f64::from(score) / 10.0;
            assert_eq!(tenth_value(exact), exact);
        }
    }

    #[test]
    fn a_value_to_reach_is_printed_so_that_it_is_enough() {
        assert_eq!(tenth_to_reach(7.31), "7.4");
        assert_eq!(tenth_to_reach(7.3), "7.3");
        assert_eq!(tenth_to_reach(7.300_000_000_01), "7.3");
        assert_eq!(tenth_to_reach(10.0), "10.0");
    }

    #[test]
    fn halves_go_away_from_zero() {
        for (number, shown) in [(0.5, "1"), (2.5, "3"), (-2.5, "−3"), (-0.4, "0"), (21.7, "22")] {
            assert_eq!(whole(number), shown, "{number}");
        }
        for (points, shown) in [(0.25, "−0.3"), (0.65, "−0.7"), (0.649, "−0.6"), (2.0, "−2.0")]
        {
            assert_eq!(costs(points), shown, "{points}");
        }
    }

    #[test]
    fn a_share_is_printed_in_whole_percent() {
        for (share, shown) in [(0.845, "85 %"), (0.844, "84 %"), (0.9, "90 %"), (-0.0, "0 %")] {
            assert_eq!(percent(share), shown, "{share}");
        }
        for share in 0..=100 {
            assert_eq!(percent(f64::from(share) / 100.0), format!("{share} %"));
        }
    }

    #[test]
    fn a_trend_says_which_way() {
        for (moved, shown) in
            [(Some(-0.8), "▼0.8"), (Some(0.3), "▲0.3"), (Some(0.01), ""), (None, "")]
        {
            assert_eq!(trend(moved), shown);
        }
    }

    #[test]
    fn differences_are_those_of_printed_tenths() {
        assert_eq!(difference(5.29, 6.01), -0.8);
        assert_eq!(difference(5.2, 5.29), 0.0);
    }
}
