//! The thirteen weeks of a cycle as one strip a step, with one today line through all rows.

use crate::domain::plan::cycle::CYCLE_DAYS;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::Pen;
use chrono::NaiveDate;
use ratatui::style::Style;

/// Weeks of a cycle, the last one begun.
pub const WEEKS: u16 = (CYCLE_DAYS as u16).div_ceil(7);

/// A cycle seen from today, each week so many columns wide.
#[derive(Clone, Copy, Debug)]
pub struct Weeks {
    pub starts_on: NaiveDate,
    pub today: NaiveDate,
    pub step: u16,
}

impl Weeks {
    /// Columns of the whole strip.
    #[must_use]
    pub const fn width(self) -> u16 {
        WEEKS * self.step
    }

    /// The column a day falls in; none outside the cycle.
    #[must_use]
    pub fn column(self, day: NaiveDate) -> Option<u16> {
        let days = (day - self.starts_on).num_days();
        let inside = (0..i64::from(WEEKS) * 7).contains(&days);
        inside.then(|| (days * i64::from(self.step) / 7) as u16)
    }

    /// `1   │      13`: the first and the last week, and today.
    pub fn heading(self, pen: &mut Pen<'_>, x: u16, y: u16, theme: &Theme) {
        pen.at(x, y, "1", theme.quiet);
        pen.right(x, y, self.width(), &WEEKS.to_string(), theme.quiet);
        self.today_line(pen, x, y, theme);
    }

    /// The today line alone, for rows without a step.
    pub fn today_line(self, pen: &mut Pen<'_>, x: u16, y: u16, theme: &Theme) {
        if let Some(now) = self.column(self.today) {
            pen.at(x + now, y, "│", theme.today);
        }
    }

    /// One step's strip: quiet dots, the today line, and its sign where it is due.
    pub fn strip(
        self,
        pen: &mut Pen<'_>,
        x: u16,
        y: u16,
        due: Option<NaiveDate>,
        (sign, style): (&str, Style),
        theme: &Theme,
    ) {
        for week in 0..WEEKS {
            pen.at(x + week * self.step, y, "·", theme.quiet);
        }
        self.today_line(pen, x, y, theme);
        if let Some(column) = due.and_then(|due| self.column(due)) {
            pen.at(x + column, y, sign, style);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_falls_into_its_week() {
        let date = |month, day| NaiveDate::from_ymd_opt(2026, month, day).expect("a date");
        let weeks = Weeks { starts_on: date(10, 20), today: date(11, 22), step: 1 };
        assert_eq!(WEEKS, 13);
        for (day, week) in [
            (date(10, 20), Some(0)),
            (date(11, 16), Some(3)),
            (date(11, 18), Some(4)),
            (date(11, 22), Some(4)),
            (date(11, 24), Some(5)),
            (date(12, 11), Some(7)),
            (date(10, 19), None),
        ] {
            assert_eq!(weeks.column(day), week, "{day}");
        }
        let wide = Weeks { step: 3, ..weeks };
        assert_eq!(wide.width(), 39);
        assert_eq!(wide.column(date(10, 26)), Some(2));
        assert_eq!(wide.column(date(10, 27)), Some(3));
    }
}
