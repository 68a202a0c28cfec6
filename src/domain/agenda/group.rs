//! The agenda as it is looked through: overdue, today, this week, later, and what is waited for.

use super::{Agenda, Due};
use crate::domain::day::shift;
use chrono::{Datelike, NaiveDate};

/// Days after today that are this week.
pub const WEEK_DAYS: i64 = 7;

/// Days after today that are shown one by one; what lies beyond stands by months.
const LATER_DAYS: i64 = 90;

/// A part of the agenda, in the order in which they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// Its day is over.
    Overdue,
    Today,
    /// The seven days after today.
    Week,
    /// Nobody set the day: the rules ask for it since then.
    Asked,
    /// Somebody else is to do it.
    WaitingFor,
    Later,
    /// Beyond ninety days: a month, by its first day.
    Month(NaiveDate),
}

impl Group {
    /// `OVERDUE`, `FEBRUARY 2027`.
    #[must_use]
    pub fn title(self) -> String {
        match self {
            Self::Overdue => "OVERDUE".to_owned(),
            Self::Today => "TODAY".to_owned(),
            Self::Week => "THIS WEEK".to_owned(),
            Self::Asked => "ASKED FOR".to_owned(),
            Self::WaitingFor => "WAITING FOR".to_owned(),
            Self::Later => "LATER".to_owned(),
            Self::Month(first) => first.format("%B %Y").to_string().to_uppercase(),
        }
    }

    /// Where a day ahead stands.
    fn of(on: NaiveDate, today: NaiveDate) -> Self {
        if on <= today {
            Self::Today
        } else if on <= shift(today, WEEK_DAYS) {
            Self::Week
        } else if on <= shift(today, LATER_DAYS) {
            Self::Later
        } else {
            Self::Month(on.with_day(1).unwrap_or(on))
        }
    }
}

impl Agenda {
    /// All of it, group by group; groups without anything are left out.
    #[must_use]
    pub fn groups(&self) -> Vec<(Group, Vec<&Due>)> {
        let mut groups: Vec<(Group, Vec<&Due>)> = vec![
            (Group::Overdue, self.late.iter().collect()),
            (Group::Today, Vec::new()),
            (Group::Week, Vec::new()),
            (Group::Asked, self.waiting.iter().collect()),
            (Group::WaitingFor, self.others.iter().flat_map(|other| &other.dues).collect()),
        ];
        for due in self.days.iter().flat_map(|day| &day.dues) {
            let group = Group::of(due.on, self.today);
            match groups.iter_mut().rev().find(|(one, _)| *one == group) {
                Some((_, dues)) => dues.push(due),
                None => groups.push((group, vec![due])),
            }
        }
        groups.retain(|(_, dues)| !dues.is_empty());
        groups
    }
}
