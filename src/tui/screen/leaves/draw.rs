//! One frame of a page of the whole book: the names of the pages in the border, the page, and what
//! the chosen figure stands on at the foot.

use super::{Hit, Leaves};
use crate::domain::page::Entry;
use crate::text;
use crate::tui::action::Action;
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use crate::tui::widget::border::{Borders, Weight};
use crate::tui::widget::pen::Pen;
use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};

/// Lines of the foot, with the rule over it.
const FOOT: u16 = 3;

/// From this height on there is room for it.
const ROOM_FOR_FOOT: u16 = 14;

impl Leaves {
    pub(super) fn frame(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        self.hits.clear();
        let theme = sight.theme;
        let mut borders = Borders::new(area);
        borders.outline(area, Weight::Heavy);
        borders.draw(buffer, theme.border, theme.border_focus);
        let page = self.page(sight);
        let figure = page.as_ref().map_or("", |page| page.figure.as_str());
        self.names(&mut Pen::new(buffer, area), figure, sight);
        let (Some(page), Some(slot)) = (page, self.slots.get_mut(self.shown)) else { return };
        let mut pen = Pen::new(buffer, area.inner(Margin::new(1, 1)));
        let foot = if pen.height() >= ROOM_FOR_FOOT { FOOT } else { 0 };
        let (width, room) = (pen.width(), pen.height() - foot);
        let hits = &mut self.hits;
        let mut note = |place: Rect, line| hits.push((place, Hit::Line(line)));
        slot.leaf.draw(&page, &mut slot.place, &mut pen.part(0, 0, width, room), sight, &mut note);
        let chosen = page.entries().nth(slot.place.place(&page));
        if let (Some(entry), true) = (chosen, foot > 0) {
            pen.repeat(0, room, width, "─", theme.border);
            told(&mut pen.part(1, room + 1, width.saturating_sub(2), foot - 1), entry, sight);
        }
    }

    /// `Quadrant ─ Ladder ─ Time`, as many as there is room for, the one that is shown among them;
    /// its figure at the right.
    fn names(&mut self, pen: &mut Pen<'_>, figure: &str, sight: &Sight<'_>) {
        let theme = sight.theme;
        let end = pen.width().saturating_sub(2);
        let wide = |place: usize| {
            self.slots.get(place).map_or(0, |slot| text::width(slot.leaf.name()) as u16 + 3)
        };
        // The first ones give way where the one that is shown would find no room.
        let mut first = 0;
        while first < self.shown && (first..=self.shown).map(wide).sum::<u16>() + 1 > end {
            first += 1;
        }
        let mut x = 1;
        for (place, slot) in self.slots.iter().enumerate().skip(first) {
            let name = slot.leaf.name();
            let columns = text::width(name) as u16;
            if x + columns + 2 > end {
                break;
            }
            let style = if place == self.shown { theme.title_focus } else { theme.dim };
            pen.at(x, 0, &format!(" {name} "), style);
            self.hits.push((pen.place(x, 0, columns + 2, 1), Hit::Leaf(place)));
            x += columns + 3;
        }
        let columns = text::width(&text::shown(figure)) as u16;
        if !figure.is_empty() && x + columns + 2 <= end {
            pen.at(end - columns - 1, 0, &format!(" {figure} "), theme.strong);
        }
    }
}

/// What the chosen figure stands on, and how its records are seen.
fn told(pen: &mut Pen<'_>, entry: &Entry, sight: &Sight<'_>) {
    let theme = sight.theme;
    let ground = &entry.ground;
    let records = match (ground.proofs.len(), sight.keymap.key(Context::Whole, Action::Why)) {
        (0, _) | (_, None) => String::new(),
        (1, Some(key)) => format!("{key} its record"),
        (count, Some(key)) => format!("{key} the {count} behind it"),
    };
    let columns = pen.width();
    pen.right(0, 0, columns, &records, theme.dim);
    let room = columns.saturating_sub(text::width(&records) as u16 + 2);
    let title = [(ground.title.clone(), theme.strong)];
    pen.words(0, 0, room, &title);
    pen.cell(0, 1, columns, &ground.says.join(" "), theme.dim);
}
