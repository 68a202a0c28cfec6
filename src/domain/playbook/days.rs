//! When a step of a playbook is due.

use super::{Anchor, Play};
use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

/// The day a step is due: so many days from the anchor's. Nobody is called on a Sunday: before the
/// anchor the Friday before counts, after it the Monday after; the anchor's own day stays, but for
/// the last day to give notice, which may not be missed. What lies in the past is due today.
/// Source: the offsets are the playbooks'; the rest is this project's own decision.
pub(super) fn due(play: &Play, anchor: Anchor, on: NaiveDate, today: NaiveDate) -> NaiveDate {
    let day = shift(on, play.day);
    if day < today {
        return today;
    }
    let worked = match play.day {
        0 if anchor != Anchor::ActBy => day,
        ..=0 => before(day),
        _ => after(day),
    };
    worked.max(today)
}

/// So many days later; the calendar's end where there is no such day.
pub(super) fn shift(day: NaiveDate, days: i64) -> NaiveDate {
    let end = if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
    TimeDelta::try_days(days).and_then(|span| day.checked_add_signed(span)).unwrap_or(end)
}

fn before(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => shift(day, -1),
        Weekday::Sun => shift(day, -2),
        _ => day,
    }
}

pub(super) fn after(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => shift(day, 2),
        Weekday::Sun => shift(day, 1),
        _ => day,
    }
}
