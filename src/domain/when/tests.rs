//! Days as people write them, on Sunday 22 November 2026 and on a Friday.

use super::*;

fn on(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

#[test]
fn days_are_read_as_people_write_them() {
    let today = on("2026-11-22");
    for (text, wanted) in [
        ("today", "2026-11-22"),
        (" Today ", "2026-11-22"),
        ("tomorrow", "2026-11-23"),
        ("yesterday", "2026-11-21"),
        ("fri", "2026-11-27"),
        ("Friday", "2026-11-27"),
        ("on friday", "2026-11-27"),
        ("next fri", "2026-12-04"),
        ("last fri", "2026-11-20"),
        ("sun", "2026-11-29"),
        ("last sunday", "2026-11-15"),
        ("mo", "2026-11-23"),
        ("+2w", "2026-12-06"),
        ("+ 2 w", "2026-12-06"),
        ("2w", "2026-12-06"),
        ("-3d", "2026-11-19"),
        ("−3d", "2026-11-19"),
        ("in 3 days", "2026-11-25"),
        ("3 days", "2026-11-25"),
        ("in a week", "2026-11-29"),
        ("2 weeks ago", "2026-11-08"),
        ("a month ago", "2026-10-22"),
        ("+3m", "2027-02-22"),
        ("next month", "2026-12-22"),
        ("next week", "2026-11-29"),
        ("last week", "2026-11-15"),
        ("+1y", "2027-11-22"),
        ("30 nov", "2026-11-30"),
        ("30nov", "2026-11-30"),
        ("30. nov", "2026-11-30"),
        ("30 November 2027", "2027-11-30"),
        ("nov 30", "2026-11-30"),
        ("Nov 30, 2027", "2027-11-30"),
        ("1st of december", "2026-12-01"),
        ("3 dec '27", "2027-12-03"),
        ("30.11.", "2026-11-30"),
        ("30.11", "2026-11-30"),
        ("30/11", "2026-11-30"),
        ("30.11.26", "2026-11-30"),
        ("30. 11. 2026", "2026-11-30"),
        ("01/12/26", "2026-12-01"),
        ("1/12/2026", "2026-12-01"),
        ("1-12-2026", "2026-12-01"),
        ("2026-11-30", "2026-11-30"),
        ("2026/11/30", "2026-11-30"),
        ("12.3.85", "1985-03-12"),
        ("eow", "2026-11-27"),
        ("eom", "2026-11-30"),
        ("eoq", "2026-12-31"),
        ("eoy", "2026-12-31"),
        ("end of month", "2026-11-30"),
        ("end of next quarter", "2027-03-31"),
        ("end of march", "2027-03-31"),
        ("end feb 2028", "2028-02-29"),
        ("Fri 27 Nov", "2026-11-27"),
        ("Fri, 27 Nov 2026", "2026-11-27"),
        // Without a year: the next one, unless it is not long past.
        ("5 jan", "2027-01-05"),
        ("20 oct", "2026-10-20"),
        ("23.9.", "2026-09-23"),
        ("22.9.", "2027-09-22"),
        ("29 feb", "2028-02-29"),
    ] {
        assert_eq!(day(text, today).map(|day| day.to_string()).as_deref(), Some(wanted), "{text}");
    }
}

#[test]
fn what_means_no_day_is_refused() {
    let today = on("2026-11-22");
    for text in [
        "",
        " ",
        "soon",
        "monthly",
        "12",
        "2026",
        "9:30",
        "8pm",
        "now 8pm",
        "30 min",
        "3h",
        "31 nov",
        "30.2.",
        "11/30",
        "13/13/26",
        "32.1.",
        "0.1.",
        "30-11",
        "1.2.3.4",
        "2026-13-01",
        "2026-02-29",
        "30 nov 20260",
        "1.1.1850",
        "1 jan 3000",
        "2101-01-01",
        "+9999y",
        "-9999y",
        "+99999d",
        "in days",
        "next",
        "fri fri",
        "thu 27 nov",
        "+",
        "-",
        "--3d",
        "1e3",
        "nov",
        "nov 2026",
        "30 nov nov",
        "٣ days",
        "🎉",
        "5k",
        "eo",
        "end of",
        "end of fri",
    ] {
        assert_eq!(day(text, today), None, "{text}");
    }
}

#[test]
fn the_month_may_come_first() {
    let today = on("2026-11-22");
    let read = |text| day_in(text, today, Order::MonthFirst).map(|day| day.to_string());
    for (text, wanted) in [
        ("11/30", Some("2026-11-30")),
        ("12/01/26", Some("2026-12-01")),
        ("12-1-2026", Some("2026-12-01")),
        ("30.11.26", Some("2026-11-30")),
        ("30 nov", Some("2026-11-30")),
        ("2026-11-30", Some("2026-11-30")),
        ("30/11", None),
    ] {
        assert_eq!(read(text).as_deref(), wanted, "{text}");
    }
}

#[test]
fn a_weekday_is_never_today() {
    let friday = on("2026-11-27");
    for (text, wanted) in [
        ("fri", "2026-12-04"),
        ("next fri", "2026-12-11"),
        ("last fri", "2026-11-20"),
        ("sat", "2026-11-28"),
        ("eow", "2026-11-27"),
        ("end of next week", "2026-12-04"),
    ] {
        assert_eq!(day(text, friday).map(|day| day.to_string()).as_deref(), Some(wanted), "{text}");
    }
    assert_eq!(day("eow", on("2026-11-28")), Some(on("2026-12-04")));
}

#[test]
fn months_are_clamped_and_the_calendar_ends() {
    let read = |text, today| day(text, on(today)).map(|day| day.to_string());
    assert_eq!(read("+1m", "2027-01-31").as_deref(), Some("2027-02-28"));
    assert_eq!(read("1 year ago", "2028-02-29").as_deref(), Some("2027-02-28"));
    assert_eq!(read("eoq", "2026-12-31").as_deref(), Some("2026-12-31"));
    assert_eq!(day("tomorrow", NaiveDate::MAX), None);
    assert_eq!(day("eoy", NaiveDate::MAX), None);
}
