//! How full each day is: steps, promises, milestones and meetings of one's own.

use super::Due;
use crate::domain::away;
use crate::domain::day::shift;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use chrono::NaiveDate;

/// Days that are looked at, today the first.
pub const LOAD_DAYS: i64 = 14;

/// What there is to do on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Load {
    pub on: NaiveDate,
    pub count: usize,
    /// As much as a day holds, or more.
    pub full: bool,
    /// The user is away.
    pub away: bool,
}

/// Of a day that was not looked at nothing is said, least of all that it is free.
pub(super) fn load(dues: &[Due], rules: &Rules, today: NaiveDate, until: NaiveDate) -> Vec<Load> {
    (0..LOAD_DAYS)
        .map(|days| shift(today, days))
        .take_while(|on| *on <= until)
        .map(|on| {
            let mine = |due: &&Due| due.on == on && due.what.is_work() && due.whose.is_none();
            let count = dues.iter().filter(mine).count();
            let full = count >= rules.count(Limit::DayFull);
            Load { on, count, full, away: away::on(on, &rules.away) }
        })
        .collect()
}
