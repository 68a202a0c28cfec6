//! How a day is written wherever it is shown.

use chrono::{Datelike, NaiveDate};

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
}
