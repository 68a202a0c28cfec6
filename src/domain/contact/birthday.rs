//! A birthday as people write it: always in the past, often without its year.

use chrono::{Datelike, NaiveDate};

/// The year of a birthday whose year nobody knows: no living person's, and a leap year. Address
/// books use the same one.
const UNKNOWN_YEAR: i32 = 1604;

/// Nobody on the map was born before it.
const OLDEST_YEAR: i32 = 1900;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The day that a text means: `12 mar`, `12 march 1975`, `12.3.75`, `1975-03-12`; none where it
/// means none or lies ahead.
#[must_use]
pub fn typed(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.to_lowercase();
    let mut words: Vec<&str> =
        text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    // `march 12` as well.
    if words.len() > 1 && words.first().is_some_and(|word| word.starts_with(char::is_alphabetic)) {
        words.swap(0, 1);
    }
    let (day, month, year) = match words.as_slice() {
        [day, month] => (ordinal(day), month_of(month), None),
        [year, month, day] if year.len() == 4 => (ordinal(day), month_of(month), Some(year)),
        [day, month, year] => (ordinal(day), month_of(month), Some(year)),
        _ => return None,
    };
    let year = match year {
        None => UNKNOWN_YEAR,
        Some(year) => full_year(year, today)?,
    };
    NaiveDate::from_ymd_opt(year, month?, day?).filter(|born| *born <= today)
}

/// The next one on or after `today`; 29 February falls on 28 February in other years.
#[must_use]
pub fn next(born: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    let in_year = |year: i32| {
        NaiveDate::from_ymd_opt(year, born.month(), born.day())
            .or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
    };
    in_year(today.year()).filter(|day| *day >= today).or_else(|| in_year(today.year() + 1))
}

/// `12 Mar 1975`, `12 Mar`.
#[must_use]
pub fn shown(born: NaiveDate) -> String {
    let pattern = if born.year() == UNKNOWN_YEAR { "%-d %b" } else { "%-d %b %Y" };
    born.format(pattern).to_string()
}

/// `12`, `12th`.
fn ordinal(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|sign: char| sign.is_ascii_alphabetic());
    let ending = word.len() - digits.len();
    (digits.len() <= 2 && matches!(ending, 0 | 2)).then(|| digits.parse().ok()).flatten()
}

/// `3`, `mar`, `march`.
fn month_of(word: &str) -> Option<u32> {
    if let Ok(number) = word.parse() {
        return (word.len() <= 2 && (1..=12).contains(&number)).then_some(number);
    }
    let place = MONTHS.iter().position(|month| word.starts_with(month))?;
    u32::try_from(place + 1).ok()
}

/// `75` is 1975, `04` is 2004 while that is past.
fn full_year(word: &str, today: NaiveDate) -> Option<i32> {
    let year: i32 = word.parse().ok()?;
    match word.len() {
        2 if 2000 + year <= today.year() => Some(2000 + year),
        2 => Some(1900 + year),
        4 if year == UNKNOWN_YEAR || year >= OLDEST_YEAR => Some(year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn birthdays_are_read_with_and_without_their_year() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        for (text, wanted) in [
            ("12 mar", Some("1604-03-12")),
            ("12th March", Some("1604-03-12")),
            ("March 12", Some("1604-03-12")),
            ("12.3.", Some("1604-03-12")),
            ("29 feb", Some("1604-02-29")),
            ("12 mar 1975", Some("1975-03-12")),
            ("12.3.75", Some("1975-03-12")),
            ("12/03/04", Some("2004-03-12")),
            ("1975-03-12", Some("1975-03-12")),
            ("31 feb", None),
            ("12 mar 2027", None),
            ("12 mar 1850", None),
            ("1604-03-12", Some("1604-03-12")),
            ("13 13", None),
            ("soon", None),
            ("", None),
            ("東京 3", None),
        ] {
            let born = typed(text, today).map(|born| born.to_string());
            assert_eq!(born.as_deref(), wanted, "{text:?}");
        }
    }

    #[test]
    fn the_next_birthday_crosses_years_and_leap_days() {
        let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).expect("a date");
        let born = date(1984, 2, 29);
        assert_eq!(next(born, date(2026, 2, 20)), Some(date(2026, 2, 28)));
        assert_eq!(next(born, date(2027, 12, 30)), Some(date(2028, 2, 29)));
        assert_eq!(next(date(1990, 1, 2), date(2026, 12, 30)), Some(date(2027, 1, 2)));
    }

    #[test]
    fn what_is_shown_reads_as_the_same_day() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        for text in ["12 Mar", "12 Mar 1975", "29 Feb"] {
            assert_eq!(typed(text, today).map(shown).as_deref(), Some(text));
        }
    }
}
