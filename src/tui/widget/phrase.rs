//! Days, spans and figures in the few characters that a dense line has for them.

pub use crate::domain::day::day;
pub use crate::domain::score::print::{percent, trend};

use crate::domain::score::print;
use chrono::NaiveDate;

/// Stands where nothing is known.
pub const UNKNOWN: &str = "–";

/// Days from `from` to `to`.
#[must_use]
pub fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    (to - from).num_days()
}

/// `69 d`.
#[must_use]
pub fn days(count: i64) -> String {
    format!("{} d", signless(count))
}

/// How long ago, ever coarser: `34 d`, `9 mo`, `3 y`.
#[must_use]
pub fn span(count: i64) -> String {
    match count {
        ..100 => days(count),
        100..730 => format!("{} mo", count / 30),
        _ => format!("{} y", count / 365),
    }
}

/// The same in four columns: `9d`, `34d`, `9mo`, `3y`.
#[must_use]
pub fn tight_span(count: i64) -> String {
    span(count).replace(' ', "")
}

/// A day to come, up to eleven months ahead, needs no year: `31 Mar`.
#[must_use]
pub fn day_ahead(date: NaiveDate, today: NaiveDate) -> String {
    if (0..335).contains(&days_between(today, date)) {
        date.format("%-d %b").to_string()
    } else {
        day(date, today)
    }
}

/// `Mon 16 Nov`.
#[must_use]
pub fn weekday(date: NaiveDate, today: NaiveDate) -> String {
    if days_between(today, date).abs() < 335 {
        date.format("%a %-d %b").to_string()
    } else {
        date.format("%-d %b %Y").to_string()
    }
}

/// A whole number with a sign that is as wide as a plus: `−40`, `+1`, `0`.
#[must_use]
pub fn signed(number: i64) -> String {
    match number {
        0 => "0".to_owned(),
        1.. => format!("+{number}"),
        _ => format!("−{}", number.unsigned_abs()),
    }
}

fn signless(number: i64) -> String {
    if number < 0 { signed(number) } else { number.to_string() }
}

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

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date")
    }

    #[test]
    fn spans_grow_coarser() {
        for (count, shown) in
            [(0, "0 d"), (99, "99 d"), (100, "3 mo"), (270, "9 mo"), (729, "24 mo"), (800, "2 y")]
        {
            assert_eq!(span(count), shown);
        }
        assert_eq!(days(-3), "−3 d");
    }

    #[test]
    fn a_year_stands_only_where_it_is_needed() {
        let today = date(2026, 11, 22);
        assert_eq!(day_ahead(date(2027, 3, 31), today), "31 Mar");
        assert_eq!(day_ahead(date(2027, 11, 30), today), "30 Nov 2027");
        assert_eq!(weekday(date(2026, 12, 4), today), "Fri 4 Dec");
    }

    #[test]
    fn figures_keep_their_sign() {
        assert_eq!((signed(-40), signed(1), signed(0)), ("−40".into(), "+1".into(), "0".into()));
        assert_eq!([Some(-0.8), Some(0.4), Some(0.01), None].map(arrow), ["▼", "▲", " ", " "]);
        assert_eq!(score(Some(5.2), true), "5.2");
        assert_eq!(score(Some(6.7), false), "6?");
        assert_eq!(score(None, false), "?");
    }
}
