//! Periods on a calendar, today being 22 November 2026.

use super::*;

fn on(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn today() -> NaiveDate {
    on("2026-11-22")
}

fn days(period: Option<Period>) -> (String, String) {
    let period = period.expect("a period");
    (period.from.to_string(), period.to.to_string())
}

fn told(from: &str, to: &str) -> (String, String) {
    (from.to_owned(), to.to_owned())
}

#[test]
fn the_running_stretch_ends_today() {
    for (stretch, from, to, called) in [
        (Stretch::Month, "2026-11-01", "2026-11-22", "November 2026 so far"),
        (Stretch::Quarter, "2026-10-01", "2026-11-22", "2026-Q4 so far"),
        (Stretch::HalfYear, "2026-07-01", "2026-11-22", "Second half of 2026 so far"),
        (Stretch::Year, "2026-01-01", "2026-11-22", "2026 so far"),
        (Stretch::Days365, "2025-11-23", "2026-11-22", "The last 365 days"),
    ] {
        let period = Period::around(stretch, today(), today());
        assert_eq!(days(Some(period)), told(from, to));
        assert_eq!(period.called(today()), called);
        assert_eq!(period.after(today()), None, "nothing is known of tomorrow");
    }
    let whole = Period::around(Stretch::Month, on("2026-11-30"), on("2026-11-30"));
    assert_eq!(whole.called(on("2026-11-30")), "November 2026", "its last day is in it");
}

#[test]
fn the_one_before_ends_where_this_one_begins() {
    for (stretch, from, to, called) in [
        (Stretch::Month, "2026-10-01", "2026-10-31", "October 2026"),
        (Stretch::Quarter, "2026-07-01", "2026-09-30", "2026-Q3"),
        (Stretch::HalfYear, "2026-01-01", "2026-06-30", "First half of 2026"),
        (Stretch::Year, "2025-01-01", "2025-12-31", "2025"),
        (Stretch::Days365, "2024-11-23", "2025-11-22", "365 days to 22 Nov 2025"),
    ] {
        let period = Period::around(stretch, today(), today());
        let before = period.before(today()).expect("a period");
        assert_eq!(days(Some(before)), told(from, to));
        assert_eq!(before.called(today()), called);
        assert_eq!(before.after(today()), Some(period), "and back");
    }
    let own = Period::between(on("2026-11-10"), on("2026-11-01"));
    assert_eq!(days(own.before(today())), told("2026-10-22", "2026-10-31"));
    assert_eq!(days(own.after(today())), told("2026-11-11", "2026-11-20"));
    let last = own.after(today()).and_then(|one| one.after(today()));
    assert_eq!(days(last), told("2026-11-21", "2026-11-22"), "not beyond today");
    assert_eq!(own.called(today()), "10 days");
}

#[test]
fn longer_and_shorter_go_round_the_last_day() {
    let october = Period::around(Stretch::Month, on("2026-10-09"), today());
    let mut period = october;
    for (from, to) in [
        ("2026-10-01", "2026-11-22"),
        ("2026-07-01", "2026-11-22"),
        ("2026-01-01", "2026-11-22"),
        ("2025-11-23", "2026-11-22"),
    ] {
        period = period.longer(today()).expect("a longer one");
        assert_eq!(days(Some(period)), told(from, to));
    }
    let all = period.longer(today()).expect("everything");
    assert_eq!((all.stretch, all.to, all.longer(today())), (Stretch::All, today(), None));
    assert_eq!((all.before(today()), all.after(today())), (None, None));
    assert_eq!(all.shorter(today()), Some(period));
    assert_eq!(october.shorter(today()), None);
    let own = Period::between(on("2026-01-01"), on("2026-03-31"));
    let stretch = |period: Option<Period>| period.map(|one| one.stretch);
    assert_eq!(stretch(own.longer(today())), Some(Stretch::Quarter), "90 days");
    assert_eq!(stretch(own.shorter(today())), Some(Stretch::Month));
    let day = Period::between(today(), today());
    assert_eq!((day.days(), day.shorter(today())), (1, None));
}

#[test]
fn the_edges_of_the_calendar_end_it() {
    let first = Period::between(NaiveDate::MIN, NaiveDate::MIN);
    assert_eq!(first.before(today()), None);
    let far = Period::around(Stretch::Year, NaiveDate::MAX, NaiveDate::MAX);
    assert_eq!(far.to, NaiveDate::MAX);
    assert!(!far.called(NaiveDate::MAX).is_empty());
}

#[test]
fn a_period_is_read_as_people_type_it() {
    use crate::domain::when::Order;
    for (text, from, to) in [
        ("2026-Q3", "2026-07-01", "2026-09-30"),
        ("q3 2026", "2026-07-01", "2026-09-30"),
        ("q4", "2026-10-01", "2026-11-22"),
        ("Q1", "2026-01-01", "2026-03-31"),
        ("h1 2025", "2025-01-01", "2025-06-30"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("october", "2026-10-01", "2026-10-31"),
        ("feb", "2026-02-01", "2026-02-28"),
        ("dec", "2025-12-01", "2025-12-31"),
        ("dec 2024", "2024-12-01", "2024-12-31"),
        ("1 jan to 31 mar", "2026-01-01", "2026-03-31"),
        ("1 dec to 31 jan", "2025-12-01", "2026-01-31"),
        ("1.1.2025 - 31.12.2025", "2025-01-01", "2025-12-31"),
        ("2026-02-01..2026-03-31", "2026-02-01", "2026-03-31"),
        ("31 mar 2026 to 1 jan 2026", "2026-01-01", "2026-03-31"),
        ("since 1 mar", "2026-03-01", "2026-11-22"),
        ("1 jun to today", "2026-06-01", "2026-11-22"),
        ("365", "2025-11-23", "2026-11-22"),
    ] {
        let period = Period::read(text, today(), Order::DayFirst);
        assert_eq!(days(period), told(from, to), "{text}");
    }
    for text in ["", "q5", "2027", "q1 2027", "1 dec 2026 to 31 dec 2026", "soon", "7", "h3"] {
        assert_eq!(Period::read(text, today(), Order::DayFirst), None, "{text}");
    }
    let all = Period::read("all", today(), Order::DayFirst).expect("everything");
    assert_eq!(all.stretch, Stretch::All);
}
