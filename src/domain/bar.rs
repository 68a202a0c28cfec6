//! Bars in eighths of a block, and the curve of a figure over time, as text.

use chrono::{Days, NaiveDate};

const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
const HEIGHTS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// A bar for `value` of `full`, at most `columns` wide.
#[must_use]
pub fn bar(value: f64, full: f64, columns: usize) -> String {
    if !value.is_finite() || full <= 0.0 {
        return String::new();
    }
    let share = (value / full).clamp(0.0, 1.0);
    // A figure such as 0.35 × 48 must not lose an eighth to the way floats are kept.
    let eighths = (share * columns as f64 * 8.0 + 1e-9).floor() as usize;
    format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8])
}

/// The part from `from` to `to` of a bar of `full`: blanks up to where it begins, then blocks; what
/// is there at all is seen, if only as an eighth.
#[must_use]
pub fn part(from: f64, to: f64, full: f64, columns: usize) -> String {
    let (low, high) = if from <= to { (from, to) } else { (to, from) };
    if !(low.is_finite() && high.is_finite()) || full <= 0.0 || low >= high || columns == 0 {
        return String::new();
    }
    let eighths = |value: f64| {
        ((value / full).clamp(0.0, 1.0) * columns as f64 * 8.0 + 1e-9).floor() as usize
    };
    let begins = eighths(low).min((columns * 8).saturating_sub(1)) / 8;
    let filled = eighths(high).max(begins * 8 + 1) - begins * 8;
    format!("{}{}{}", " ".repeat(begins), "█".repeat(filled / 8), EIGHTHS[filled % 8])
}

/// The figures in force at the end of `columns` equal stretches of the last `weeks` weeks; none
/// before the first one.
#[must_use]
pub fn sampled(
    points: &[(NaiveDate, f64)],
    today: NaiveDate,
    weeks: u64,
    columns: usize,
) -> Vec<Option<f64>> {
    let days = weeks * 7;
    (1..=columns as u64)
        .map(|column| {
            let back = days - days * column / columns.max(1) as u64;
            let day = today.checked_sub_days(Days::new(back)).unwrap_or(today);
            points.iter().rev().find(|(on, _)| *on <= day).map(|(_, figure)| *figure)
        })
        .collect()
}

/// A curve, one column a figure, from `low` (the lowest block) to `high` (a full one).
#[must_use]
pub fn curve(figures: &[Option<f64>], low: f64, high: f64) -> String {
    figures
        .iter()
        .map(|figure| match figure {
            None => " ",
            Some(figure) => {
                let share = ((figure - low) / (high - low)).clamp(0.0, 1.0);
                HEIGHTS[((share * 7.0 + 1e-9).floor() as usize).min(7)]
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_counted_in_eighths() {
        for (value, drawn) in [
            (4.2, "██▌"),
            (3.5, "██"),
            (5.0, "███"),
            (5.5, "███▎"),
            (6.0, "███▌"),
            (7.0, "████▏"),
            (8.0, "████▊"),
            (10.0, "██████"),
            (0.0, ""),
            (12.0, "██████"),
            (f64::NAN, ""),
        ] {
            assert_eq!(bar(value, 10.0, 6), drawn, "{value}");
        }
    }

    #[test]
    fn a_part_hangs_where_it_begins() {
        for (from, to, drawn) in [
            (0.0, 10.0, "██████████"),
            (8.0, 10.0, "        ██"),
            (10.0, 8.0, "        ██"),
            (8.0, 8.5, "        ▌"),
            (8.5, 9.0, "        █"),
            (8.0, 8.001, "        ▏"),
            (10.0, 10.1, "         █"),
            (4.0, 4.0, ""),
            (f64::NAN, 4.0, ""),
        ] {
            assert_eq!(part(from, to, 10.0, 10), drawn, "{from} to {to}");
        }
        assert_eq!(part(0.0, 1.0, 0.0, 10), "");
        assert_eq!(part(0.0, 1.0, 1.0, 0), "");
    }

    #[test]
    fn a_curve_shows_the_figure_in_force_and_nothing_before_the_first() {
        let day = |n| NaiveDate::from_ymd_opt(2026, 11, n).expect("a date");
        let points = [(day(5), 8.0), (day(20), 2.0)];
        let figures = sampled(&points, day(22), 4, 4);
        assert_eq!(figures, [None, Some(8.0), Some(8.0), Some(2.0)]);
        assert_eq!(curve(&figures, 1.0, 10.0), " ▆▆▁");
    }
}
