//! How a day is written wherever it is shown, and the day so many days later.

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

/// `16 Nov`; with its year where that is another than today's.
#[must_use]
pub fn day(day: NaiveDate, today: NaiveDate) -> String {
    let form = if day.year() == today.year() { "%-d %b" } else { "%-d %b %Y" };
    day.format(form).to_string()
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
    fn a_day_beyond_the_calendar_is_its_end() {
        let day = "2028-02-28".parse::<NaiveDate>().expect("a day");
        assert_eq!(shift(day, 2).to_string(), "2028-03-01");
        assert_eq!(shift(day, -59).to_string(), "2027-12-31");
        assert_eq!(shift(day, i64::MAX), NaiveDate::MAX);
        assert_eq!(shift(day, i64::MIN), NaiveDate::MIN);
    }

    #[test]
    fn work_falls_on_weekdays() {
        let on = |day| NaiveDate::from_ymd_opt(2026, 11, day).expect("a day");
        for (day, done, ahead) in [(20, 20, 20), (21, 20, 23), (22, 20, 23), (23, 23, 23)] {
            assert_eq!((worked_before(on(day)), worked_after(on(day))), (on(done), on(ahead)));
        }
    }
}
