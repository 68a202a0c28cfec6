//! How days, spans and whole numbers are written wherever they are shown, and the day so many days
//! later.

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

/// `16 Nov`; with its year where that is another than today's.
#[must_use]
pub fn day(day: NaiveDate, today: NaiveDate) -> String {
    let form = if day.year() == today.year() { "%-d %b" } else { "%-d %b %Y" };
    day.format(form).to_string()
}

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

/// `Fri 27 Nov, in 5 d`.
#[must_use]
pub fn near(day: NaiveDate, today: NaiveDate) -> String {
    format!("{}, {}", weekday(day, today), far(day, today))
}

/// `in 5 d`, `tomorrow`, `3 mo ago`.
#[must_use]
pub fn far(day: NaiveDate, today: NaiveDate) -> String {
    let away = days_between(today, day);
    match away {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        2.. => format!("in {}", span(away)),
        _ => format!("{} ago", span(away.saturating_neg())),
    }
}

/// The figures of a whole number in groups of three: `12,000`.
#[must_use]
pub fn in_threes(digits: &str) -> String {
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
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

/// As somebody would type it, whatever the order of day and month: `16 Nov 2026`.
#[must_use]
pub fn typed(day: NaiveDate) -> String {
    day.format("%-d %b %Y").to_string()
}

/// So many days later; the calendar's end where there is no such day.
#[must_use]
pub fn shift(day: NaiveDate, days: i64) -> NaiveDate {
    let end = if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
    TimeDelta::try_days(days).and_then(|span| day.checked_add_signed(span)).unwrap_or(end)
}

/// The day itself, or the Friday before a weekend.
#[must_use]
pub fn worked_before(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => shift(day, -1),
        Weekday::Sun => shift(day, -2),
        _ => day,
    }
}

/// The day itself, or the Monday after a weekend: nobody is called on a Sunday.
#[must_use]
pub fn worked_after(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => shift(day, 2),
        Weekday::Sun => shift(day, 1),
        _ => day,
    }
}

/// The last working day of the week after this one; on a Sunday the week that ends is this one.
#[must_use]
pub fn friday_of_next_week(today: NaiveDate) -> NaiveDate {
    shift(today, 11 - i64::from(today.weekday().num_days_from_monday()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_says_its_year_only_where_it_must() {
        let on = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let today = on("2026-11-22");
        assert_eq!(day(on("2026-11-06"), today), "6 Nov");
        assert_eq!(day(on("2025-11-16"), today), "16 Nov 2025");
        assert_eq!(day(on("2027-01-30"), today), "30 Jan 2027");
    }

    #[test]
    fn spans_grow_coarser() {
        for (count, shown) in
            [(0, "0 d"), (99, "99 d"), (100, "3 mo"), (270, "9 mo"), (729, "24 mo"), (800, "2 y")]
        {
            assert_eq!(span(count), shown);
        }
        assert_eq!(days(-3), "−3 d");
        assert_eq!((signed(-40), signed(1), signed(0)), ("−40".into(), "+1".into(), "0".into()));
    }

    #[test]
    fn a_year_stands_only_where_it_is_needed() {
        let on = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let today = on("2026-11-22");
        assert_eq!(day_ahead(on("2027-03-31"), today), "31 Mar");
        assert_eq!(day_ahead(on("2027-11-30"), today), "30 Nov 2027");
        assert_eq!(weekday(on("2026-12-04"), today), "Fri 4 Dec");
    }

    #[test]
    fn a_day_beyond_the_calendar_is_its_end() {
        let day = "2028-02-28".parse::<NaiveDate>().expect("a day");
        assert_eq!(shift(day, 2).to_string(), "2028-03-01");
        assert_eq!(shift(day, -59).to_string(), "2027-12-31");
        assert_eq!(shift(day, i64::MAX), NaiveDate::MAX);
        assert_eq!(shift(day, i64::MIN), NaiveDate::MIN);
    }

    #[test]
    fn next_week_begins_on_a_monday() {
        let on = |day| NaiveDate::from_ymd_opt(2026, 11, day).expect("a day");
        for (today, friday) in [(16, 27), (20, 27), (22, 27)] {
            assert_eq!(friday_of_next_week(on(today)), on(friday));
        }
        assert_eq!(friday_of_next_week(on(23)).to_string(), "2026-12-04");
    }

    #[test]
    fn work_falls_on_weekdays() {
        let on = |day| NaiveDate::from_ymd_opt(2026, 11, day).expect("a day");
        for (day, done, ahead) in [(20, 20, 20), (21, 20, 23), (22, 20, 23), (23, 23, 23)] {
            assert_eq!((worked_before(on(day)), worked_after(on(day))), (on(done), on(ahead)));
        }
    }
}
