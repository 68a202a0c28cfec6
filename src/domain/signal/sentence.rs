//! How days, spans and names stand in a sentence.

use chrono::{Datelike, NaiveDate};

/// `16 Nov`; with its year where that is another than today's.
pub(super) fn day(day: NaiveDate, today: NaiveDate) -> String {
    if day.year() == today.year() {
        day.format("%-d %b").to_string()
    } else {
        day.format("%-d %b %Y").to_string()
    }
}

/// Two names at most, then how many more: `A. Ruiz, J. Roy and 3 more`.
pub(super) fn names(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [one, two] => format!("{one} and {two}"),
        [one, two, rest @ ..] => format!("{one}, {two} and {} more", rest.len()),
    }
}

/// Every word: `users`, `users and influencers`, `A, B and C`.
pub(super) fn all(words: &[&str]) -> String {
    match words {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => words.concat(),
    }
}

/// ` and 2 more`, or nothing.
pub(super) fn and_more(rest: usize) -> String {
    if rest == 0 { String::new() } else { format!(" and {rest} more") }
}

/// `1 step`, `3 steps`.
pub(super) fn count(n: usize, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).expect("a date")
    }

    #[test]
    fn a_day_of_another_year_says_so() {
        let today = date(2026, 11, 22);
        assert_eq!(day(date(2026, 11, 6), today), "6 Nov");
        assert_eq!(day(date(2025, 11, 6), today), "6 Nov 2025");
        assert_eq!(day(date(2027, 1, 9), today), "9 Jan 2027");
    }

    #[test]
    fn more_than_two_names_are_counted() {
        assert_eq!(names(&[]), "");
        assert_eq!(names(&["A"]), "A");
        assert_eq!(names(&["A", "B"]), "A and B");
        assert_eq!(names(&["A", "B", "C", "D"]), "A, B and 2 more");
        assert_eq!(all(&["A", "B", "C"]), "A, B and C");
        assert_eq!((all(&["A"]), all(&[])), ("A".to_owned(), String::new()));
        assert_eq!(and_more(0), "");
        assert_eq!(and_more(2), " and 2 more");
        assert_eq!(count(1, "step"), "1 step");
        assert_eq!(count(2, "step"), "2 steps");
    }
}
