//! A period as people type it: `2026-Q3`, `q3`, `h1 2026`, `2025`, `october`, `1 jan to 31 mar`,
//! `since 1 mar`, `365`, `all`.

use super::{Period, Stretch};
use crate::domain::when::{self, Order};
use chrono::{Datelike, Months, NaiveDate};

/// What stands between two days.
const BETWEEN: [&str; 6] = [" to ", " until ", " till ", "..", " – ", " - "];

/// Years that are no slip of the finger.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

impl Period {
    /// The period that a text means, seen from today; none where it means none, and where it has
    /// not begun.
    #[must_use]
    pub fn read(text: &str, today: NaiveDate, order: Order) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let day = |text: &str| when::day_in(text, today, order);
        if let Some((from, to)) = BETWEEN.iter().find_map(|sign| text.split_once(sign)) {
            // A day without a year is the last such day.
            let to = gone(day(to)?, to, today)?;
            let first = day(from)?;
            let typed = (first <= today).then_some(first);
            let from = gone(first, from, to).or(typed)?;
            return Some(Self::between(from, to));
        }
        if let Some(since) = text.strip_prefix("since ") {
            return Some(Self::between(gone(day(since)?, since, today)?, today));
        }
        match text.as_str() {
            "all" | "everything" => return Some(Self::around(Stretch::All, today, today)),
            "365" | "365 d" | "365 days" | "last 365 days" | "the last 365 days" => {
                return Some(Self::year_to(today));
            }
            _ => {}
        }
        calendar(&text, today)
            .or_else(|| {
                // `oct`, `october 2025`.
                let begins = text.chars().next()?.is_alphabetic();
                let first = begins.then(|| day(&format!("1 {text}"))).flatten()?;
                Some(Self::around(Stretch::Month, gone(first, &text, today)?, today))
            })
            .filter(|period| period.from <= today)
    }
}

/// `2026-Q3`, `q3 2026`, `h1`, `2025`.
fn calendar(text: &str, today: NaiveDate) -> Option<Period> {
    let words: Vec<&str> = text.split([' ', '-', '/']).filter(|word| !word.is_empty()).collect();
    let year = |word: &str| word.parse::<i32>().ok().filter(|year| YEARS.contains(year));
    let (part, given) = match words.as_slice() {
        [one] => match year(one) {
            Some(year) => return begin(Stretch::Year, year, 1, today),
            None => (*one, None),
        },
        [one, other] => match (year(one), year(other)) {
            (Some(year), None) => (*other, Some(year)),
            (None, Some(year)) => (*one, Some(year)),
            _ => return None,
        },
        _ => return None,
    };
    let mut letters = part.chars();
    let (letter, number) = (letters.next()?, letters.as_str().parse::<u32>().ok()?);
    let (stretch, month) = match (letter, number) {
        ('q', 1..=4) => (Stretch::Quarter, number * 3 - 2),
        ('h', 1..=2) => (Stretch::HalfYear, number * 6 - 5),
        _ => return None,
    };
    // Without a year the last one that has begun.
    let year = given.unwrap_or(today.year() - i32::from(month > today.month()));
    begin(stretch, year, month, today)
}

fn begin(stretch: Stretch, year: i32, month: u32, today: NaiveDate) -> Option<Period> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    (first <= today).then(|| Period::around(stretch, first, today))
}

/// A day that is not to come: without a year it is that of the year before.
fn gone(day: NaiveDate, text: &str, today: NaiveDate) -> Option<NaiveDate> {
    if day <= today {
        return Some(day);
    }
    let dated = text.split(|letter: char| !letter.is_ascii_digit()).any(|word| word.len() == 4);
    let before = day.checked_sub_months(Months::new(12))?;
    (!dated && before <= today).then_some(before)
}
