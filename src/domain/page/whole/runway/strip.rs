//! A contract on the line of the weeks ahead: today, the last day to act, the end.

use crate::domain::day::shift;
use crate::domain::page::{Span, Tone};
use crate::domain::portfolio::runway::Due;
use chrono::{Datelike, NaiveDate};

/// Columns of the weeks.
const WEEKS: u16 = 26;
/// What is over, and the line of today.
const BEFORE: u16 = 2;
/// Columns of the line.
pub(super) const WIDTH: u16 = WEEKS + BEFORE;

const TODAY: char = '│';
const ACT: char = '●';
const END: char = '■';
const LEAVES: char = '✕';

/// How days fall on columns.
pub(super) struct Strip {
    today: NaiveDate,
    /// Days of a column.
    step: i64,
}

impl Strip {
    pub(super) const fn of(today: NaiveDate, days: i64) -> Self {
        let weeks = WEEKS as i64;
        let step = (days + weeks - 1) / weeks;
        Self { today, step: if step < 1 { 1 } else { step } }
    }

    /// The column of a day; what lies beyond is one past the last.
    fn column(&self, on: NaiveDate) -> usize {
        let ahead = (on - self.today).num_days();
        if ahead < 0 {
            return 0;
        }
        let weeks = u16::try_from(ahead / self.step).map_or(WEEKS, |weeks| weeks.min(WEEKS));
        usize::from(weeks + BEFORE)
    }

    /// The months over their first weeks: `Dec Jan  Feb`.
    pub(super) fn months(&self) -> String {
        let mut line = format!(" {TODAY}");
        let days = self.step * i64::from(WEEKS);
        for ahead in 0..days {
            let on = shift(self.today, ahead);
            let column = self.column(on);
            let free = column.checked_sub(line.chars().count());
            if on.day() == 1
                && column + 3 <= usize::from(WIDTH)
                && let Some(free) = free
            {
                line.push_str(&" ".repeat(free));
                line.push_str(&on.format("%b").to_string());
                line.push(' ');
            }
        }
        line
    }

    /// The contract on it; the day to act as urgent as it is.
    pub(super) fn draw(&self, one: &Due, urgent: Tone) -> Vec<Span> {
        let last = usize::from(WIDTH);
        let mut cells = vec![(' ', Tone::Dim); last];
        let mut put = |column: usize, sign: char, tone: Tone| {
            if let Some(cell) = cells.get_mut(column) {
                *cell = (sign, tone);
            }
        };
        let (act, end) = (self.column(one.act.act_by), self.column(one.act.ends_on));
        if let Some(on) = one.leaves_on {
            put(self.column(on), LEAVES, urgent);
        } else if one.act.act_by == one.act.ends_on {
            put(end, END, urgent);
        } else {
            // In one week with the day to act the end stands beside it.
            let end = end.max(act + 1);
            (act..end).for_each(|column| put(column, '─', Tone::Dim));
            put(end, END, Tone::Text);
            put(act, ACT, urgent);
        }
        if end >= last && one.leaves_on.is_none() {
            put(last - 1, '→', Tone::Dim);
        }
        put(1, TODAY, Tone::Strong);
        let mut spans: Vec<Span> = Vec::new();
        for (sign, tone) in cells {
            match spans.last_mut().filter(|span| span.tone == tone) {
                Some(span) => span.text.push(sign),
                None => spans.push(Span::new(sign, tone)),
            }
        }
        spans
    }
}
