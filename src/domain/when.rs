//! A day as people write it: `fri`, `+2w`, `in 3 days`, `30 nov`, `eoq`, `2026-11-30`.

use chrono::{Datelike, Days, Months, NaiveDate};
use interim::{Dialect, parse_date_string};

/// The day that a text means, seen from today; none where it means none. The day comes before
/// the month, as in `01/12/26`.
#[must_use]
pub fn day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim().to_lowercase();
    if let Some(day) = end_of(&text, today) {
        return Some(day);
    }
    let bare = text.strip_prefix("in ").or_else(|| text.strip_prefix('+')).unwrap_or(&text);
    let noon = today.and_hms_opt(12, 0, 0)?.and_utc();
    parse_date_string(bare.trim(), noon, Dialect::Uk).ok().map(|at| at.date_naive())
}

/// The end of this month, quarter or year.
fn end_of(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let months_left = match text {
        "eom" | "end of month" => 0,
        "eoq" | "end of quarter" => 2 - today.month0() % 3,
        "eoy" | "end of year" => 11 - today.month0(),
        _ => return None,
    };
    let first = today.with_day(1)?.checked_add_months(Months::new(months_left + 1))?;
    first.checked_sub_days(Days::new(1))
}
