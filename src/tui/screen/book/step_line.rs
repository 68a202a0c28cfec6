//! One step of the plan on one line: state, title, owner, day, and its place in the weeks.
//!
//! ```text
//! │ ! ▢ Root-cause workshop, ops   me     Mon 16 Nov 6 d     ···●│········│
//! ```

use super::Sight;
use super::weeks::{WEEKS, Weeks};
use crate::domain::plan::step::{Step, StepKind, StepOwner, StepStatus};
use crate::text;
use crate::tui::widget::pen::Pen;
use crate::tui::widget::person;
use crate::tui::widget::phrase;
use ratatui::style::Style;

/// Columns of a step's line.
#[derive(Clone, Copy, Debug)]
pub struct Columns {
    pub title: u16,
    pub owner: u16,
    /// Columns of a week in the strip; 0: no strip.
    pub week: u16,
}

impl Columns {
    pub const fn of(inside: u16) -> Self {
        match inside {
            ..40 => Self { title: inside.saturating_sub(21), owner: 0, week: 0 },
            40..71 => Self { title: inside - 30, owner: 7, week: 0 },
            71..100 => Self { title: inside - 44, owner: 7, week: 1 },
            _ => {
                // What a title of forty columns leaves goes to the strip, up to four a week.
                let week = (inside - 79) / WEEKS;
                let week = if week > 4 { 4 } else { week };
                let title = inside - 39 - WEEKS * week;
                Self { title: if title > 60 { 60 } else { title }, owner: 15, week }
            }
        }
    }

    /// Columns of the strip.
    pub const fn strip(self) -> u16 {
        self.week * WEEKS
    }
}

/// Draws the line; `chosen` is its style where it is the chosen one, `marked` that a deed would
/// be done to it and others.
pub fn draw(
    pen: &mut Pen<'_>,
    y: u16,
    step: &Step,
    (columns, weeks): (Columns, Option<Weeks>),
    chosen: Option<Style>,
    marked: bool,
    sight: &Sight<'_>,
) {
    let theme = sight.theme;
    let in_style = |style: Style| chosen.unwrap_or(style);
    if let Some(style) = chosen {
        pen.paint(y, style);
        pen.at(0, y, if marked { "✓" } else { "▸" }, style);
    } else if marked {
        pen.at(0, y, "✓", theme.accent);
    }
    let left = step.due_on.map(|due| phrase::days_between(sight.today, due));
    let open = step.status.open();
    let late = open && left.is_some_and(|left| left < 0);
    if late {
        pen.at(1, y, "!", in_style(theme.state_risk.patch(theme.strong)));
    }
    let (box_sign, box_style) = match step.status {
        StepStatus::Done => ("▣", theme.state_healthy),
        StepStatus::Doing => ("◧", theme.text),
        StepStatus::Dropped => ("✕", theme.dim),
        StepStatus::Open | StepStatus::Old => ("▢", theme.text),
    };
    pen.at(3, y, box_sign, in_style(box_style));
    let text_style = if open { theme.text } else { theme.dim };
    if step.status == StepStatus::Dropped {
        // Who was to do it and when no longer matters, but why nobody does.
        let why = step.drop_reason.as_ref().map_or_else(String::new, |why| format!(": {why}"));
        let words = [
            (step.title.clone(), in_style(text_style)),
            (format!(" dropped{why}"), in_style(text_style)),
        ];
        let room = pen.width().saturating_sub(columns.strip() + 6);
        pen.words(5, y, room, &words);
    } else {
        let kind = kind(step, usize::from(columns.title.saturating_sub(1)));
        let title_room = columns.title.saturating_sub(1 + text::width(&kind) as u16);
        let end = pen.cell(5, y, title_room, &step.title, in_style(text_style));
        pen.at(end, y, &kind, in_style(theme.dim));
        if columns.owner > 0 {
            let owner = match (step.owner, &step.owner_name) {
                (StepOwner::Me, _) => "me".to_owned(),
                (_, Some(name)) => person::short_name(name),
                (other, None) => other.word().to_owned(),
            };
            pen.cell(5 + columns.title, y, columns.owner - 1, &owner, in_style(theme.dim));
        }
    }
    let x = 5 + columns.title + columns.owner;
    let due =
        step.due_on.map_or_else(|| "no day".to_owned(), |due| phrase::weekday(due, sight.today));
    if step.status != StepStatus::Dropped {
        pen.cell(x, y, 10, &due, in_style(if open { theme.text } else { theme.dim }));
    }
    if open && let Some(left) = left {
        let (text, style) = match left {
            ..0 => (phrase::span(-left), theme.state_risk),
            0 => ("today".to_owned(), theme.state_watch),
            1.. => (phrase::span(left), theme.dim),
        };
        pen.cell(x + 11, y, 8, &text, in_style(style));
    }
    if let Some(weeks) = weeks {
        let sign = match step.status {
            StepStatus::Done => ("■", theme.state_healthy),
            StepStatus::Dropped => ("✕", theme.dim),
            _ if late => ("●", theme.state_risk),
            _ => ("○", theme.text),
        };
        let strip = pen.width().saturating_sub(weeks.width());
        weeks.strip(pen, strip, y, step.due_on, sign, theme);
        if let Some(style) = chosen {
            pen.paint(y, style);
        }
    }
}

/// What the title does not say: ` (promise, unchecked)`, ` (milestone)`, ` 09:30`. The longer
/// form stands only where the title keeps its room.
fn kind(step: &Step, room: usize) -> String {
    match step.kind {
        StepKind::Promise if step.status.open() && step.checked_by.is_none() => {
            let whole = " (promise, unchecked)";
            let fits = text::width(&text::shown(&step.title)) + text::width(whole) <= room;
            if fits { whole } else { " (promise ?)" }.to_owned()
        }
        StepKind::Promise => " (promise)".to_owned(),
        StepKind::Milestone => " (milestone)".to_owned(),
        StepKind::Meeting => {
            step.at_time.as_ref().map(|time| format!(" {time}")).unwrap_or_default()
        }
        StepKind::Step => String::new(),
    }
}
