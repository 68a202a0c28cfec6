//! How full the next two weeks are, a column a day.
//!
//! ```text
//!  Sun 22  Mon 23  Tue 24  Wed 25  Thu 26  Fri 27  Sat 28
//!       ·       1       3       1       1      5!      2~
//! ```

use crate::domain::agenda::Load;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::Pen;
use chrono::{Datelike, Weekday};

/// A day as much as it holds, and a day away.
const FULL: &str = "!";
const AWAY: &str = "~";

/// Columns of a day, where there is room for its name and where there is less.
const WIDE: u16 = 8;
const NARROW: u16 = 5;

/// Lines that it takes.
pub(super) const HEIGHT: u16 = 2;

/// `full ! · away ~`, as far as one of these days needs it.
pub(super) fn legend(load: &[Load]) -> Option<String> {
    let mut parts = Vec::new();
    parts.extend(load.iter().any(|day| day.full).then(|| format!("{FULL} full day")));
    parts.extend(load.iter().any(|day| day.away).then(|| format!("{AWAY} away")));
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// Draws as many days as there is room for.
pub(super) fn draw(pen: &mut Pen<'_>, load: &[Load], theme: &Theme) {
    let days = load.len() as u16;
    let wide = pen.width() > days * WIDE;
    let step = if wide { WIDE } else { NARROW };
    for (day, x) in load.iter().zip((1..).step_by(usize::from(step))) {
        if x + step > pen.width() {
            break;
        }
        let weekend = matches!(day.on.weekday(), Weekday::Sat | Weekday::Sun);
        let today = load.first().is_some_and(|first| first.on == day.on);
        let style = match (today, weekend) {
            (true, _) => theme.today.patch(theme.strong),
            (_, true) => theme.dim,
            _ => theme.text,
        };
        let name = if wide {
            day.on.format("%a %-d").to_string()
        } else {
            let letters: String = day.on.format("%a").to_string().chars().take(2).collect();
            format!("{letters}{}", day.on.day())
        };
        pen.right(x, 0, step - 1, &name, style);
        let count = match (day.count, day.away) {
            (0, true) => String::new(),
            (0, false) => "·".to_owned(),
            (count, _) => count.to_string(),
        };
        let sign = match (day.full, day.away) {
            (true, true) => format!("{FULL}{AWAY}"),
            (true, false) => FULL.to_owned(),
            (false, true) => AWAY.to_owned(),
            (false, false) => String::new(),
        };
        let style = match (day.full || (day.away && day.count > 0), day.count) {
            (true, _) => theme.state_watch.patch(theme.strong),
            (false, 0) => theme.quiet,
            (false, _) => theme.strong,
        };
        pen.right(x, 1, step - 1, &format!("{count}{sign}"), style);
    }
}
