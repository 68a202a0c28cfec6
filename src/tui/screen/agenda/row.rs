//! One line of the agenda: its day, what it is, whose, what is to be done, and how late it is.
//!
//! ```text
//! ▸! Mon 16 Nov step     Contoso    Root-cause workshop, ops    6 d late
//! ```

use crate::domain::agenda::{Due, What};
use crate::text;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::Pen;
use crate::tui::widget::phrase;
use chrono::NaiveDate;
use ratatui::style::Style;

/// How wide each part is; none of it: left out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    day: u16,
    kind: u16,
    name: u16,
}

impl Columns {
    pub(super) const fn of(width: u16) -> Self {
        match width {
            ..56 => Self { day: 7, kind: 0, name: 12 },
            56..72 => Self { day: 7, kind: 10, name: 14 },
            72..100 => Self { day: 12, kind: 10, name: 15 },
            100..150 => Self { day: 12, kind: 12, name: 22 },
            _ => Self { day: 12, kind: 12, name: 30 },
        }
    }
}

/// How a line shows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    /// The style of the whole line, where it is the chosen one.
    pub chosen: Option<Style>,
    pub marked: bool,
}

/// The cursor or the mark at the beginning of a line.
pub(super) fn begin(pen: &mut Pen<'_>, y: u16, look: Look, theme: &Theme) {
    if let Some(style) = look.chosen {
        pen.paint(y, style);
        pen.at(0, y, if look.marked { "✓" } else { "▸" }, style);
    } else if look.marked {
        pen.at(0, y, "✓", theme.accent);
    }
}

pub(super) fn draw(
    pen: &mut Pen<'_>,
    y: u16,
    due: &Due,
    columns: Columns,
    look: Look,
    today: NaiveDate,
    theme: &Theme,
) {
    begin(pen, y, look, theme);
    let style = |style: Style| look.chosen.unwrap_or(style);
    let late = due.late(today);
    if late {
        pen.at(1, y, "!", style(theme.state_risk.patch(theme.strong)));
    }
    let mut x = 3;
    let day = match (due.undated, columns.day) {
        (true, _) => "no day".to_owned(),
        (false, ..9) => phrase::day(due.on, today),
        (false, _) => phrase::weekday(due.on, today),
    };
    pen.cell(x, y, columns.day - 1, &day, style(theme.dim));
    x += columns.day;
    if columns.kind > 0 {
        let kind = due.whose.as_ref().map_or(due.what.word(), |whose| whose.told());
        pen.cell(x, y, columns.kind - 1, kind, style(kind_style(due.what, theme)));
        x += columns.kind;
    }
    pen.cell(x, y, columns.name - 1, name(due), style(theme.strong));
    x += columns.name;
    let state = state(due, today);
    let wide = text::width(&state) as u16;
    let end = pen.width().saturating_sub(if wide > 0 { wide + 2 } else { 1 });
    let time = due.at_time.as_ref().map(|time| format!("{time} ")).unwrap_or_default();
    let says = if columns.kind == 0 { brief(due) } else { due.text.clone() };
    pen.cell(x, y, end.saturating_sub(x), &format!("{time}{says}"), style(theme.text));
    let alarm = if late { theme.state_risk } else { theme.dim };
    pen.right(end + 1, y, wide, &state, style(alarm));
}

/// The account; nobody's where none claims it.
pub(super) fn name(due: &Due) -> &str {
    if due.account.is_some() { &due.name } else { phrase::UNKNOWN }
}

/// What it is stands before the words, where it has no column.
fn brief(due: &Due) -> String {
    match (&due.whose, due.what) {
        (Some(whose), _) => format!("{}: {}", whose.told(), due.text),
        (None, What::Step | What::Away) => due.text.clone(),
        (None, what) => format!("{what}: {}", due.text),
    }
}

/// `6 d late`, `since 11 d`, `away`.
pub(super) fn state(due: &Due, today: NaiveDate) -> String {
    let gone = phrase::days_between(due.on, today);
    if due.undated {
        format!("asked {gone} d ago")
    } else if due.late(today) {
        format!("{gone} d late")
    } else if due.on < today {
        format!("since {gone} d")
    } else if due.away {
        "while away".to_owned()
    } else {
        String::new()
    }
}

const fn kind_style(what: What, theme: &Theme) -> Style {
    match what {
        What::Notice | What::End | What::Outcome => theme.state_watch,
        _ => theme.dim,
    }
}

/// Many of a kind on one day, as one line.
pub(super) fn alike(
    pen: &mut Pen<'_>,
    y: u16,
    (day, what): (&str, What),
    says: &str,
    columns: Columns,
    look: Look,
    theme: &Theme,
) {
    let style = |style: Style| look.chosen.unwrap_or(style);
    pen.cell(3, y, columns.day - 1, day, style(theme.dim));
    let mut x = 3 + columns.day;
    if columns.kind > 0 {
        pen.cell(x, y, columns.kind - 1, what.word(), style(theme.dim));
        x += columns.kind;
        pen.at(x, y, says, style(theme.text));
    } else {
        pen.at(x, y, &format!("{what}: {says}"), style(theme.text));
    }
}
