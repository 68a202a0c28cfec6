//! A day as people write it: `fri`, `next fri`, `+2w`, `in 3 days`, `2 weeks ago`, `30 nov`,
//! `30.11.26`, `01/12/26`, `2026-11-30`, `eoq`.
//!
//! A day and a month without a year mean the next such day, or the last one where that is at most
//! [`BACK`] days ago: what is written down late is not a year ahead. `fri` is the next Friday
//! after today, `next fri` the one a week later, `last fri` the one before today; the week ends on
//! its Friday. These readings are this project's own decision; a form shows the day it understood.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use interim::Interval;

/// How far back a day without a year may lie.
const BACK: u64 = 60;

/// Counts that people write as words, from one on.
const COUNTS: [&str; 6] = ["one", "two", "three", "four", "five", "six"];

/// Years that are no slip of the finger.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// What `01/12` begins with. With points between, and with the year in front, there is but one
/// order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    DayFirst,
    MonthFirst,
}

/// The day that a text means, seen from today; none where it means none. The day comes before
/// the month, as in `01/12/26`.
#[must_use]
pub fn day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    day_in(text, today, Order::DayFirst)
}

/// The same with either order of day and month.
#[must_use]
pub fn day_in(text: &str, today: NaiveDate, order: Order) -> Option<NaiveDate> {
    let text = text.trim().to_lowercase().replace('−', "-");
    let words = words(&text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let day = named(&words, today)
        .or_else(|| end_of(&words, today))
        .or_else(|| of_week(&words, today))
        .or_else(|| of_month(&words, today))
        .or_else(|| in_figures(&words, today, order))
        .or_else(|| away(&words, today))
        .or_else(|| with_weekday(&words, today, order))?;
    YEARS.contains(&day.year()).then_some(day)
}

/// Letters, and figures with what stands between them, apart: `30nov` is `30`, `nov`; a sign
/// stays with the figure after it.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut apart = true;
    for letter in text.chars() {
        if letter.is_whitespace() || letter == ',' {
            apart = true;
            continue;
        }
        let last = words.last().and_then(|word| word.chars().last());
        let joined =
            !apart && last.is_some_and(|last| last.is_alphabetic() == letter.is_alphabetic());
        // `30. nov`, `+ 2w`: the sign belongs to the figure.
        let signed = apart && matches!(last, Some('+' | '-')) && letter.is_ascii_digit();
        match words.last_mut() {
            Some(word) if joined || signed => word.push(letter),
            _ => words.push(letter.to_string()),
        }
        apart = false;
    }
    words
}

fn named(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    match words {
        ["today" | "tod" | "now"] => Some(today),
        ["tomorrow" | "tom" | "tmr" | "tmrw"] => today.succ_opt(),
        ["yesterday" | "yes" | "yday"] => today.pred_opt(),
        ["day", "after", "tomorrow"] => today.checked_add_days(Days::new(2)),
        _ => None,
    }
}

/// The end of this week, month, quarter or year, of the next one, or of a month by its name.
fn end_of(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let (stretch, next) = match words {
        ["eow"] => ("week", false),
        ["eom"] => ("month", false),
        ["eoq"] => ("quarter", false),
        ["eoy"] => ("year", false),
        ["end", rest @ ..] => {
            let rest = rest.strip_prefix(&["of"]).unwrap_or(rest);
            match rest {
                [stretch] | ["the" | "this", stretch] => (*stretch, false),
                ["next", stretch] => (*stretch, true),
                _ => return last_of_month(rest, today),
            }
        }
        _ => return None,
    };
    let ahead = |months_left: u32, months: u32| {
        let months = months_left + 1 + if next { months } else { 0 };
        let first = today.with_day(1)?.checked_add_months(Months::new(months))?;
        first.pred_opt()
    };
    match stretch {
        "week" => {
            let friday = to_weekday(today.pred_opt()?, Weekday::Fri)?;
            friday.checked_add_days(Days::new(if next { 7 } else { 0 }))
        }
        "month" => ahead(0, 1),
        "quarter" => ahead(2 - today.month0() % 3, 3),
        "year" => ahead(11 - today.month0(), 12),
        _ => last_of_month(&[stretch], today),
    }
}

/// `march`, `march 2027`: its last day.
fn last_of_month(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let (name, year) = match words {
        [name] => (name, None),
        [name, year] => (name, Some(in_full(year)?)),
        _ => return None,
    };
    let month = month(name)?;
    let last = |year| {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        first.checked_add_months(Months::new(1))?.pred_opt()
    };
    match year {
        Some(year) => last(year),
        None => nearest(today, last),
    }
}

/// `fri`, `next fri`, `last fri`.
fn of_week(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let (name, which) = match words {
        [name] | ["on" | "this" | "coming", name] => (name, 0),
        ["next", name] => (name, 1),
        ["last", name] => (name, -1),
        _ => return None,
    };
    let coming = to_weekday(today, weekday(name)?)?;
    match which {
        0 => Some(coming),
        1 => coming.checked_add_days(Days::new(7)),
        _ if coming.checked_sub_days(Days::new(7))? == today => {
            today.checked_sub_days(Days::new(7))
        }
        _ => coming.checked_sub_days(Days::new(7)),
    }
}

/// The first such weekday after a day.
fn to_weekday(after: NaiveDate, wanted: Weekday) -> Option<NaiveDate> {
    let ahead = i64::from(wanted.num_days_from_monday())
        - i64::from(after.weekday().num_days_from_monday());
    after.checked_add_days(Days::new((ahead - 1).rem_euclid(7).unsigned_abs() + 1))
}

/// `30 nov`, `nov 30`, `30. november 2026`, `1st of december`.
fn of_month(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let words: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !matches!(*word, "of" | "the" | "st" | "nd" | "rd" | "th" | "on"))
        .collect();
    let (name, number, year) = match words.as_slice() {
        [one, other] => (one, other, None),
        [one, other, year] => (one, other, Some(in_full(year)?)),
        _ => return None,
    };
    let (name, number) = if month(name).is_some() { (name, number) } else { (number, name) };
    let month = month(name)?;
    let number = number.trim_end_matches('.');
    let number: u32 = number.parse().ok().filter(|_| digits(number, 1..=2))?;
    let on = |year| NaiveDate::from_ymd_opt(year, month, number);
    match year {
        Some(year) => on(year),
        None => nearest(today, on),
    }
}

/// `2026-11-30`, `30.11.`, `30.11.26`, `30/11`, `01/12/2026`.
fn in_figures(words: &[&str], today: NaiveDate, order: Order) -> Option<NaiveDate> {
    let joined = words.concat();
    let between = joined.chars().find(|letter| matches!(letter, '.' | '/' | '-'))?;
    let whole = if between == '.' { joined.trim_end_matches('.') } else { &joined };
    let parts: Vec<&str> = whole.split(between).collect();
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| digits(text, 1..=2));
    if let [year, month, day] = parts.as_slice()
        && digits(year, 4..=4)
    {
        return NaiveDate::from_ymd_opt(year.parse().ok()?, number(month)?, number(day)?);
    }
    let (one, other, year) = match parts.as_slice() {
        // `30-11` is rather a slip than a day.
        [one, other] if between != '-' => (number(one)?, number(other)?, None),
        [one, other, year] => (number(one)?, number(other)?, Some(in_full(year)?)),
        _ => return None,
    };
    let (day, month) = match order {
        Order::MonthFirst if between != '.' => (other, one),
        _ => (one, other),
    };
    let on = |year| NaiveDate::from_ymd_opt(year, month, day);
    match year {
        Some(year) => on(year),
        None => nearest(today, on),
    }
}

/// `+2w`, `-3d`, `in 3 days`, `2 weeks ago`, `next month`.
fn away(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let (count, unit, back) = match words {
        ["in", count, unit] | [count, unit] | [count, unit, "from", "now"] => {
            match (*count, count.strip_prefix('+'), count.strip_prefix('-')) {
                (_, Some(count), _) => (count, *unit, false),
                (_, _, Some(count)) => (count, *unit, true),
                ("next", ..) => ("1", *unit, false),
                ("last", ..) => ("1", *unit, true),
                (count, ..) => (count, *unit, false),
            }
        }
        [count, unit, "ago"] => (*count, *unit, true),
        _ => return None,
    };
    let count = if matches!(count, "a" | "an") { "one" } else { count };
    let place = COUNTS.iter().position(|word| *word == count);
    let count = &place.map_or_else(|| count.to_owned(), |place| (place + 1).to_string());
    // Nobody plans by the minute: m is a month.
    let unit = match unit {
        "d" | "day" | "days" => "day",
        "w" | "wk" | "wks" | "week" | "weeks" => "week",
        "m" | "mo" | "mth" | "month" | "months" => "month",
        "y" | "yr" | "yrs" | "year" | "years" => "year",
        _ => return None,
    };
    if !digits(count, 1..=4) {
        return None;
    }
    match interim::parse_duration(&format!("{count} {unit}")).ok()? {
        Interval::Days(days) => {
            let days = Days::new(u64::try_from(days).ok()?);
            if back { today.checked_sub_days(days) } else { today.checked_add_days(days) }
        }
        Interval::Months(months) => {
            let months = Months::new(u32::try_from(months).ok()?);
            if back { today.checked_sub_months(months) } else { today.checked_add_months(months) }
        }
        Interval::Seconds(_) => None,
    }
}

/// `fri 27 nov`: a day that is no such weekday is refused, one of the two is wrong.
fn with_weekday(words: &[&str], today: NaiveDate, order: Order) -> Option<NaiveDate> {
    let (name, rest) = words.split_first()?;
    let wanted = weekday(name.trim_end_matches('.'))?;
    let day = of_month(rest, today).or_else(|| in_figures(rest, today, order))?;
    (day.weekday() == wanted).then_some(day)
}

/// The year in which a day without one lies.
fn nearest(today: NaiveDate, on: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
    let earliest = today.checked_sub_days(Days::new(BACK))?;
    // Eight years may lie between two leap days.
    (today.year() - 1..=today.year() + 8).filter_map(on).find(|day| *day >= earliest)
}

/// A year of two or four figures.
fn in_full(year: &str) -> Option<i32> {
    let year = year.trim_start_matches('\'');
    let number: i32 = year.parse().ok()?;
    match number {
        _ if digits(year, 4..=4) => Some(number),
        ..50 if digits(year, 2..=2) => Some(2000 + number),
        _ if digits(year, 2..=2) => Some(1900 + number),
        _ => None,
    }
}

fn digits(text: &str, count: std::ops::RangeInclusive<usize>) -> bool {
    count.contains(&text.len()) && text.chars().all(|letter| letter.is_ascii_digit())
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A month by its English name or the first three letters or more of it.
pub(super) fn month(name: &str) -> Option<u32> {
    let name = name.trim_end_matches('.');
    let place = MONTHS.iter().position(|month| name.len() >= 3 && month.starts_with(name))?;
    u32::try_from(place).ok().map(|place| place + 1)
}

/// A weekday by its English name or the first two letters or more of it.
pub(super) fn weekday(name: &str) -> Option<Weekday> {
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    let days = [
        ("monday", Mon),
        ("tuesday", Tue),
        ("wednesday", Wed),
        ("thursday", Thu),
        ("friday", Fri),
        ("saturday", Sat),
        ("sunday", Sun),
    ];
    let found = days.iter().find(|(day, _)| name.len() >= 2 && day.starts_with(name));
    found.map(|(_, day)| *day)
}

#[cfg(test)]
mod tests;
