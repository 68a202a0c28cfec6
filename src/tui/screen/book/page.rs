//! A tab that is a page: its lines set for any width, one of them chosen, the rest a scroll away.
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

use super::hit::{Hits, Target};
use super::update::moved;
use super::{BookScreen, Pane, Sight};
use crate::domain::page::{Entry, Page, Sheet};
use crate::tui::footer::Space;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::Pen;
use set::{Row, set};

impl BookScreen {
    /// The page of the open tab, once its account was read.
    pub(super) fn sheet<'a>(&self, sight: &Sight<'a>) -> Option<(Sheet, &'a Page)> {
        let sheet = self.tab.sheet()?;
        self.dossier(sight)?;
        Some((sheet, sight.page(sheet)?))
    }

    /// Where on its page somebody is.
    const fn page_place(&self, sheet: Sheet) -> &PagePlace {
        &self.pages[sheet as usize]
    }

    /// The chosen line of the open tab, where it is a page.
    pub(super) fn chosen_entry<'a>(&self, sight: &Sight<'a>) -> Option<&'a Entry> {
        let (sheet, page) = self.sheet(sight)?;
        page.entries().nth(self.page_place(sheet).place(page))
    }

    /// What Space does with what is chosen.
    #[must_use]
    pub fn space(&self, sight: &Sight<'_>) -> Space {
        if self.pane != Pane::Tab || self.tab.sheet().is_none() {
            return Space::AsBound;
        }
        let doing = self.chosen_entry(sight).and_then(|entry| entry.doing.as_ref());
        doing.map_or(Space::Nothing, |doing| Space::Does(doing.says))
    }

    /// Up and down among the lines that can be chosen; without any, the page itself moves.
    pub(super) fn page_by(&mut self, lines: isize, sight: &Sight<'_>) {
        let Some((sheet, page)) = self.sheet(sight) else { return };
        let count = page.entries().count();
        let place = &mut self.pages[sheet as usize];
        if count == 0 {
            place.top = place.top.saturating_add_signed(lines);
        } else {
            place.go_to(moved(place.place(page), lines, count));
        }
    }

    /// To one of its lines.
    pub(super) fn go_to_entry(&mut self, at: usize) {
        if let Some(sheet) = self.tab.sheet() {
            self.pages[sheet as usize].go_to(at);
        }
    }

    /// Whether this line of the open tab is the chosen one.
    pub(super) fn is_at_entry(&self, at: usize, sight: &Sight<'_>) -> bool {
        self.sheet(sight).is_some_and(|(sheet, page)| self.page_place(sheet).place(page) == at)
    }

    /// To the line of a record that has just come into the book.
    pub(super) fn seek_entry(&mut self, key: &str) {
        if let Some(sheet) = self.tab.sheet() {
            self.pages[sheet as usize].seek(key);
        }
    }
}

pub fn draw(screen: &mut BookScreen, mut pen: Pen<'_>, sight: &Sight<'_>, hits: &mut Hits) {
    let Some((sheet, page)) = screen.sheet(sight) else { return };
    let focus = screen.pane == Pane::Tab;
    paint(page, &mut screen.pages[sheet as usize], &mut pen, focus, sight.theme, hits);
}

/// Draws a page as far as there is room, and notes what somebody sees chosen.
fn paint(
    page: &Page,
    place: &mut PagePlace,
    pen: &mut Pen<'_>,
    focus: bool,
    theme: &Theme,
    hits: &mut Hits,
) {
    let mut rows = set(page, pen.width());
    let room = usize::from(pen.height());
    if rows.len() > room {
        rows.retain(|row| !row.is_gap());
    }
    let at = place.place(page);
    let chosen = page.entries().nth(at);
    let top = window(&rows, place.top, room, chosen.is_some().then_some(at));
    for (y, row) in rows.iter().skip(top).take(room).enumerate() {
        let y = y as u16;
        if let Some(entry) = row.entry {
            hits.note(pen.place(0, y, pen.width(), 1), Target::Line(entry));
        }
        let style = (focus && row.entry == Some(at)).then_some(theme.selected);
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
    place.drawn(at, chosen.map(|entry| entry.key.as_str()), focus, top);
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
