//! A page: its lines set for any width, one of them chosen, the rest a scroll away.
//!
//! ```text
//! │ By level                                  12 of 14 answered               │
//! │▸  decision makers  ●○?    NPS 0    1 silent                              ↑│
//! │   influencers      ●●◐    NPS 67                                          │
//! │   last asked       3 Sep, 80 d                                           ↓│
//! ```

mod place;
mod set;

pub use place::PagePlace;

use crate::domain::page::Page;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::Pen;
use ratatui::layout::Rect;
use set::{Row, set};
use std::ops::Range;

/// Draws a page as far as there is room, and notes what somebody sees chosen; `note` hears which of
/// the lines that can be chosen lies where.
pub fn draw(
    page: &Page,
    place: &mut PagePlace,
    pen: &mut Pen<'_>,
    focus: bool,
    theme: &Theme,
    mut note: impl FnMut(Rect, usize),
) {
    let at = place.place(page);
    let key = page.entries().nth(at).map(|entry| entry.key.as_str());
    let part = Part { lines: 0..page.lines.len(), at: key.map(|_| at), focus, top: place.top };
    let top = draw_part(page, &part, pen, theme, &mut note);
    place.drawn(at, key, focus, top);
}

/// Some lines of a page, drawn for themselves.
#[derive(Clone, Debug)]
pub struct Part {
    pub lines: Range<usize>,
    /// The chosen one among all that can be chosen on the page.
    pub at: Option<usize>,
    pub focus: bool,
    /// The first row on the screen when it was drawn last.
    pub top: usize,
}

/// Draws some lines of a page as [`draw`] does all; gives the first row on the screen.
pub fn draw_part(
    page: &Page,
    part: &Part,
    pen: &mut Pen<'_>,
    theme: &Theme,
    note: &mut dyn FnMut(Rect, usize),
) -> usize {
    let Part { lines, at, focus, top } = part;
    let of = |lines: Range<usize>| page.lines.get(lines).unwrap_or_default();
    let before = of(0..lines.start).iter().filter(|line| line.entry.is_some()).count();
    let mut rows = set(of(lines.clone()), before, pen.width());
    let room = usize::from(pen.height());
    if rows.len() > room {
        rows.retain(|row| !row.is_gap());
    }
    let top = window(&rows, *top, room, *at);
    for (y, row) in rows.iter().skip(top).take(room).enumerate() {
        let y = y as u16;
        if let Some(entry) = row.entry {
            note(pen.place(0, y, pen.width(), 1), entry);
        }
        let style = (*focus && at.is_some() && row.entry == *at).then_some(theme.selected);
        if let Some(style) = style {
            pen.paint(y, style);
            if row.first {
                pen.at(0, y, "▸", style);
            }
        }
        row.draw(pen, y, style, theme);
    }
    let edge = pen.width().saturating_sub(1);
    if top > 0 {
        pen.cell(edge, 0, 1, "↑", theme.dim);
    }
    if rows.len() > top + room && room > 0 {
        pen.cell(edge, pen.height() - 1, 1, "↓", theme.dim);
    }
    top
}

/// The first row to draw: the chosen line is seen, and with it what stands around it up to the
/// lines that can be chosen before and after, as far as there is room.
fn window(rows: &[Row<'_>], top: usize, room: usize, chosen: Option<usize>) -> usize {
    let last_top = rows.len().saturating_sub(room);
    let mut top = top.min(last_top);
    let Some(chosen) = chosen else { return top };
    let of = |row: &Row<'_>| row.entry == Some(chosen);
    let (Some(first), Some(last)) = (rows.iter().position(of), rows.iter().rposition(of)) else {
        return top;
    };
    let before = rows.iter().take(first).rposition(|row| row.entry.is_some());
    let lead = before.map_or(0, |row| row + 1);
    let after = rows.iter().skip(last + 1).position(|row| row.entry.is_some());
    let tail = after.map_or(rows.len(), |row| last + 1 + row);
    top = top.min(lead).max(tail.saturating_sub(room));
    top.max((last + 1).saturating_sub(room)).min(first)
}

#[cfg(test)]
mod tests;
