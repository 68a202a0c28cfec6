//! Draws a form: labels at the left, dim; what stands in the fields beside them.
//!
//! ```text
//! ┏ Talk with Contoso ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
//! ┃       day   today                    Sun 22 Nov, today      ┃
//! ┃      kind ▸ call  meeting  message  event                   ┃
//! ┃       who   Dana Petrov, Karl Ott                           ┃
//! ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
//! ```

use super::Form;
use super::field::resolved::{Resolved, resolved};
use super::field::{ChoiceEntry, Entry, cursor};
use super::rows::{Columns, Row, chosen};
use super::view::Hit;
use crate::text;
use crate::tui::action::Action;
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::Pen;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, BorderType, Clear, Widget};

/// Columns of a form where there is room.
const WIDEST: u16 = 84;
/// Up to it a form takes the whole width: slivers of the view beside it are noise.
const NARROW: u16 = 90;
/// Where the resolved day or amount stands, from the beginning of the value.
const BESIDE: u16 = 22;

impl Form {
    pub fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let area = area.intersection(buffer.area);
        // The two lowest lines, with the keys, stay to be read.
        let feet = if area.height >= 10 { 2 } else { 0 };
        let area = Rect { height: area.height - feet, ..area };
        let width = if area.width <= NARROW { area.width } else { WIDEST };
        let inside = width.saturating_sub(2);
        let most = area.height.saturating_sub(2);
        let columns = Columns::of(&self.fields, inside);
        let rows = self.rows(columns, inside, most);
        let calm = self.fields.len() + self.lead.len() + 4;
        let frame = frame(area, width, rows.len(), calm);
        Clear.render(frame, buffer);
        let inner = self.draw_border(frame, buffer, sight);
        let lines = usize::from(inner.height);
        // A line of air above and below, where there is room for it.
        let air = usize::from(lines >= rows.len() + 2);
        let (first, last) = self.in_focus(&rows);
        self.view.show(first, last, lines.max(1), rows.len());
        let hidden = (self.view.top, rows.len().saturating_sub(self.view.top + lines));
        draw_hidden(hidden, frame, buffer, sight.theme);
        self.view.hits.clear();
        let theme = sight.theme;
        let mut pen = Pen::new(buffer, inner);
        for (y, row) in rows.iter().skip(self.view.top).take(lines).enumerate() {
            let y = u16::try_from(y + air).unwrap_or(u16::MAX);
            self.draw_row(&mut pen, y, row, columns, theme);
        }
        // All lines of a text are drawn by one hand.
        for place in 0..self.fields.len() {
            self.draw_lines(&mut pen, &rows, place, air, columns, theme);
        }
    }

    fn draw_border(&self, frame: Rect, buffer: &mut Buffer, sight: &Sight<'_>) -> Rect {
        let theme = sight.theme;
        let room = usize::from(frame.width).saturating_sub(6);
        let key = sight.keymap.key(Context::Form, Action::AsItWas);
        let key = key.map(|key| key.to_string()).unwrap_or_default();
        let says = if !self.conflicts.is_empty() {
            "which of the two?".to_owned()
        } else if self.restored {
            format!("typed earlier, not saved; {key} as it was")
        } else if self.put_away.is_some() && self.fields.iter().all(|field| !field.edited()) {
            format!("as it was; {key} what was typed")
        } else {
            String::new()
        };
        let mut block = Block::bordered()
            .border_type(BorderType::Thick)
            .border_style(theme.border_focus)
            .title_style(theme.title_focus)
            .title(format!(" {} ", text::fit(&text::shown(&self.title), room)));
        if !says.is_empty() {
            block = block.title_bottom(format!(" {} ", text::fit(&says, room)));
        }
        let inner = block.inner(frame);
        block.render(frame, buffer);
        inner
    }

    fn draw_row(&mut self, pen: &mut Pen<'_>, y: u16, row: &Row, columns: Columns, theme: &Theme) {
        let Columns { value: x, room, .. } = columns;
        let line = pen.place(0, y, pen.width(), 1);
        match row {
            Row::Blank => {}
            Row::Failure(text) => _ = pen.at(1, y, text, theme.alarm),
            Row::Lead(text) => _ = pen.at(1, y, text, theme.dim),
            Row::Field { field, line: nth } => {
                let hit = Hit::Field { field: *field, x: line.x + x, line: *nth };
                self.view.hits.push((line, hit));
                self.draw_field(pen, y, *field, *nth, columns, theme);
            }
            Row::Option { field, place } => {
                self.view.hits.push((line, Hit::Option { field: *field, place: *place }));
                self.draw_option(pen, y, *field, *place, columns, theme);
            }
            Row::More { count, .. } => {
                pen.cell(x + 2, y, room.saturating_sub(2), &format!("{count} more"), theme.dim);
            }
            Row::Nothing { field } => {
                let sought = self.fields.get(*field).map_or("", |field| field.sought());
                let says = format!("nothing here is called “{sought}”");
                pen.cell(x, y, room, &says, theme.dim);
            }
            Row::Error { text, .. } => _ = pen.cell(x, y, room, text, theme.alarm),
            Row::Says { field: Some(_), text } => _ = pen.cell(x, y, room, text, theme.dim),
            Row::Says { field: None, text } => _ = pen.at(1, y, text, theme.text),
            Row::Theirs { text } => _ = pen.cell(x, y, room, text, theme.state_watch),
            Row::Answers => self.draw_answers(pen, y, columns, theme),
            Row::Save => self.draw_ways_out(pen, y, x, theme),
        }
    }

    fn draw_field(
        &mut self,
        pen: &mut Pen<'_>,
        y: u16,
        place: usize,
        line: usize,
        columns: Columns,
        theme: &Theme,
    ) {
        let focused = place == self.focus;
        let asked = !self.conflicts.is_empty();
        let (today, order) = (self.facts.today, self.facts.order);
        let Some(field) = self.fields.get_mut(place) else { return };
        let Columns { label, value: x, room } = columns;
        if line == 0 {
            let style = if focused { theme.accent } else { theme.dim };
            pen.right(0, y, label, &field.spec.label, style);
            if focused {
                pen.cell(label + 1, y, 1, "▸", theme.accent);
            }
        }
        let empty = field.text().is_empty();
        let fresh = field.is_fresh();
        match &mut field.entry {
            Entry::Line(entry) => {
                let beside = resolved(&field.spec.kind, entry.text(), today, order);
                let wide = u16::try_from(text::width(&text::shown(entry.text()))).unwrap_or(room);
                let at = BESIDE.max(wide + 2);
                let fits = beside.is_some() && at + 6 < room;
                let room_left = if fits { at.saturating_sub(1) } else { room };
                if focused && fresh && !asked {
                    let end = pen.cell(x, y, room_left, entry.text(), theme.text);
                    cursor(pen, x, y, end - x);
                } else if focused && !asked {
                    entry.draw(pen, x, y, room_left, theme);
                } else {
                    pen.cell(x, y, room_left, entry.text(), theme.text);
                }
                match beside.filter(|_| fits) {
                    Some(Resolved::Means(text)) => {
                        pen.cell(x + at, y, room - at, &text, theme.dim);
                    }
                    Some(Resolved::Asks(text)) if focused => {
                        pen.cell(x + at, y, room - at, &text, theme.dim);
                    }
                    Some(Resolved::Asks(_)) => {
                        pen.cell(x + at, y, room - at, "?", theme.state_watch);
                    }
                    None => {}
                }
            }
            // Drawn with all their lines at once.
            Entry::Lines(_) => {}
            Entry::Choice(choice) => {
                let hint = &field.spec.hint;
                draw_choice(pen, (x, y), line, room, (choice, hint), focused && !asked, theme);
            }
        }
        if empty && field.sought().is_empty() && line == 0 {
            let inlined = match &field.entry {
                Entry::Choice(choice) => focused && inline(choice, room),
                Entry::Line(_) | Entry::Lines(_) => false,
            };
            if inlined || matches!(field.entry, Entry::Lines(_)) {
                return;
            }
            let beside = u16::from(focused && matches!(field.entry, Entry::Line(_)));
            let hint = &field.spec.hint;
            pen.cell(x + beside, y, room.saturating_sub(beside), hint, theme.dim);
        }
    }

    fn draw_option(
        &self,
        pen: &mut Pen<'_>,
        y: u16,
        field: usize,
        place: usize,
        columns: Columns,
        theme: &Theme,
    ) {
        let Some(Entry::Choice(choice)) = self.fields.get(field).map(|field| &field.entry) else {
            return;
        };
        let Some(option) = choice.found().get(place).copied() else { return };
        let at = place == choice.at();
        let sign = match (choice.is_many(), choice.has(option)) {
            (true, true) => "✓",
            (false, _) if at => "▸",
            _ => " ",
        };
        let label = option.map_or("nothing", |option| option.label.as_str());
        let style = match (at, option) {
            (true, _) => theme.selected,
            (false, None) => theme.dim,
            (false, Some(_)) => theme.text,
        };
        let line = text::pad_right(&format!("{sign} {label}"), usize::from(columns.room));
        pen.cell(columns.value, y, columns.room, &line, style);
    }

    fn draw_answers(&mut self, pen: &mut Pen<'_>, y: u16, columns: Columns, theme: &Theme) {
        let Some(conflict) = self.conflicts.first() else { return };
        let mut x = columns.value;
        for (nth, answer) in conflict.answers(&self.fields).iter().enumerate() {
            let chosen = nth == conflict.at;
            let style = if chosen { theme.selected } else { theme.text };
            let sign = if chosen { "▸" } else { " " };
            let from = x;
            x = pen.at(x, y, &format!("{sign}{} ", answer.label()), style);
            self.view.hits.push((pen.place(from, y, x - from, 1), Hit::Answer(nth)));
            x += 1;
        }
    }

    fn draw_ways_out(&mut self, pen: &mut Pen<'_>, y: u16, x: u16, theme: &Theme) {
        let focused = self.focus >= self.fields.len();
        let (sign, style) = if focused { ("▸", theme.selected) } else { (" ", theme.dim) };
        let end = pen.at(x.saturating_sub(1), y, &format!("{sign}Save "), style);
        self.view.hits.push((pen.place(x - 1, y, end + 1 - x, 1), Hit::Save));
        let close = pen.at(end + 2, y, "Close", theme.dim);
        self.view.hits.push((pen.place(end + 2, y, close - end - 2, 1), Hit::Close));
    }

    /// Draws a text of several lines, as much of it as shows.
    fn draw_lines(
        &mut self,
        pen: &mut Pen<'_>,
        rows: &[Row],
        place: usize,
        air: usize,
        columns: Columns,
        theme: &Theme,
    ) {
        let focused = place == self.focus && self.conflicts.is_empty();
        let top = self.view.top;
        let Some(field) = self.fields.get_mut(place) else { return };
        let Entry::Lines(lines) = &mut field.entry else { return };
        let own = |row: &Row| matches!(row, Row::Field { field, .. } if *field == place);
        let Some(first) = rows.iter().position(own) else { return };
        let height = lines.height(columns.room);
        let sheet = Rect::new(0, 0, columns.room, height);
        let mut drawn = Buffer::empty(sheet);
        lines.draw(sheet, &mut drawn, focused, theme);
        if lines.text().is_empty() {
            let x = u16::from(focused);
            Pen::new(&mut drawn, sheet).at(x, 0, &field.spec.hint, theme.dim);
        }
        let (buffer, area) = pen.buffer();
        for line in 0..height {
            let at = (first + usize::from(line) + air).checked_sub(top);
            let Some(y) = at.and_then(|at| u16::try_from(at).ok()).filter(|y| *y < area.height)
            else {
                continue;
            };
            for x in 0..columns.room {
                let to = (area.x + columns.value + x, area.y + y);
                if to.0 < area.right()
                    && let (Some(from), Some(cell)) = (drawn.cell((x, line)), buffer.cell_mut(to))
                {
                    *cell = from.clone();
                }
            }
        }
    }
}

/// Where the form lies: in the middle as it is opened; it grows downwards and moves up only where
/// it must.
fn frame(area: Rect, width: u16, rows: usize, calm: usize) -> Rect {
    let high = |rows: usize| u16::try_from(rows + 4).unwrap_or(u16::MAX).min(area.height);
    let (height, calm) = (high(rows), high(calm));
    let y = area.y + (area.height - calm.min(height)) / 2;
    let y = y.min(area.bottom() - height);
    Rect { x: area.x + (area.width - width) / 2, y, width, height }
}

/// How many lines lie above and below what shows, in the border's right corners.
fn draw_hidden(hidden: (usize, usize), frame: Rect, buffer: &mut Buffer, theme: &Theme) {
    if frame.height == 0 {
        return;
    }
    let mut pen = Pen::new(buffer, frame);
    let columns = frame.width.saturating_sub(2);
    if hidden.0 > 0 {
        pen.right(0, 0, columns, &format!(" ↑ {} ", hidden.0), theme.dim);
    }
    if hidden.1 > 0 {
        pen.right(0, frame.height - 1, columns, &format!(" ↓ {} ", hidden.1), theme.dim);
    }
}

/// All options fit beside each other.
fn inline(choice: &ChoiceEntry, room: u16) -> bool {
    let wide: usize = choice.found().iter().map(|option| text::width(word(*option)) + 2).sum();
    !choice.is_many() && !choice.is_open() && wide <= usize::from(room)
}

fn word(option: Option<&super::spec::Choice>) -> &str {
    option.map_or("–", |option| option.label.as_str())
}

fn draw_choice(
    pen: &mut Pen<'_>,
    (x, y): (u16, u16),
    line: usize,
    room: u16,
    (choice, hint): (&ChoiceEntry, &str),
    focused: bool,
    theme: &Theme,
) {
    if !choice.sought().is_empty() {
        if line == 0 {
            let end = pen.cell(x, y, room.saturating_sub(1), choice.sought(), theme.text);
            cursor(pen, end, y, 1);
            if choice.is_many() {
                let taken = format!("  {}", choice.labels().join(", "));
                pen.cell(end + 1, y, (x + room).saturating_sub(end + 1), &taken, theme.dim);
            }
        }
    } else if focused && inline(choice, room) {
        let mut at = x;
        for option in choice.found() {
            let style = if choice.has(option) { theme.selected } else { theme.dim };
            at = pen.at(at, y, word(option), style) + 2;
        }
    } else {
        let lines = chosen(&choice.labels(), room);
        let text = match lines.get(line) {
            Some(text) if line == 2 && lines.len() > 3 => format!("{text} {}", text::ELLIPSIS),
            Some(text) => text.clone(),
            None => String::new(),
        };
        let end = pen.cell(x, y, room, &text, theme.text);
        if focused && line == 0 {
            if !choice.is_open() && lines.len() <= 1 {
                let at = if text.is_empty() { end } else { end + 2 };
                let hinted = text.is_empty() && !hint.is_empty();
                let says = if hinted { hint } else { "Space shows all" };
                pen.cell(at, y, (x + room).saturating_sub(at), says, theme.dim);
            }
            if choice.is_open() {
                cursor(pen, end, y, 1);
            }
        }
    }
}
