//! When a step of a playbook is due.

use super::{Anchor, Play};
use crate::domain::day::{shift, worked_after, worked_before};
use chrono::NaiveDate;

/// The day a step is due: so many days from the anchor's. Before the
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
        ..=0 => worked_before(day),
        _ => worked_after(day),
    };
    worked.max(today)
}
