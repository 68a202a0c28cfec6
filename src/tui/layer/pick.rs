//! A list to choose from: type to find, Enter takes it.

use super::{Outcome, middle};
use crate::text;
use crate::tui::action::{Action, Wish};
use crate::tui::key::{Code, Input, Key, Press};
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, BorderType, Clear, Widget};

const COLUMNS: u16 = 58;

/// One line of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub label: String,
    /// Beside it, dim.
    pub note: String,
    /// What is wished for when it is taken.
    pub wishes: Vec<Wish>,
}

impl Item {
    #[must_use]
    pub fn new(label: impl Into<String>, note: impl Into<String>, wish: Wish) -> Self {
        Self { label: label.into(), note: note.into(), wishes: vec![wish] }
    }
}

/// The list, and how far somebody has come with choosing.
#[derive(Clone, Debug, PartialEq)]
pub struct Pick {
    title: String,
    /// What has to be known before choosing, one line each.
    lead: Vec<String>,
    items: Vec<Item>,
    sought: String,
    /// Among the found ones.
    chosen: usize,
    top: usize,
    lines: usize,
    rows: Vec<(Rect, usize)>,
    frame: Rect,
}

impl Pick {
    /// A list under a title; the first item is chosen.
    #[must_use]
    pub fn new(title: impl Into<String>, items: Vec<Item>) -> Self {
        Self {
            title: title.into(),
            lead: Vec::new(),
            items,
            sought: String::new(),
            chosen: 0,
            top: 0,
            lines: 1,
            rows: Vec::new(),
            frame: Rect::ZERO,
        }
    }

    /// With lines over the list: what is asked, what it touches.
    #[must_use]
    pub fn lead(mut self, lines: impl IntoIterator<Item = String>) -> Self {
        self.lead.extend(lines);
        self
    }

    /// With another item chosen at first.
    #[must_use]
    pub fn at(mut self, place: usize) -> Self {
        self.chosen = place.min(self.items.len().saturating_sub(1));
        self
    }

    pub fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        match input {
            Input::Key(key) => return self.key(*key, sight),
            Input::Paste(pasted) => {
                self.sought.extend(pasted.chars().filter(|letter| !letter.is_control()).take(80));
                self.chosen = 0;
            }
            Input::Pointer { press: Press::Click, x, y } => {
                let at = Position::new(*x, *y);
                if !self.frame.contains(at) {
                    return Outcome::Closes;
                }
                let clicked = self.rows.iter().find(|(row, _)| row.contains(at)).map(|row| row.1);
                if let Some(place) = clicked {
                    self.chosen = place;
                    return self.take();
                }
            }
            Input::Pointer { press: Press::WheelUp, .. } => self.choose(-1),
            Input::Pointer { press: Press::WheelDown, .. } => self.choose(1),
            Input::Focus => {}
        }
        Outcome::Stays
    }

    fn key(&mut self, key: Key, sight: &Sight<'_>) -> Outcome {
        if let Code::Char(letter) = key.code
            && !key.ctrl
            && !key.alt
        {
            self.sought.push(letter);
            self.chosen = 0;
            return Outcome::Stays;
        }
        if key.code == Code::Backspace {
            self.sought.pop();
            self.chosen = 0;
            return Outcome::Stays;
        }
        let page = isize::try_from(self.lines).unwrap_or(1);
        match sight.keymap.action(Context::Pick, key) {
            Some(Action::Up) => self.choose(-1),
            Some(Action::Down) => self.choose(1),
            Some(Action::PageUp) => self.choose(-page),
            Some(Action::PageDown) => self.choose(page),
            Some(Action::First) => self.choose(isize::MIN / 2),
            Some(Action::Last) => self.choose(isize::MAX / 2),
            Some(Action::Open) => return self.take(),
            Some(Action::Back) if !self.sought.is_empty() => {
                self.sought.clear();
                self.chosen = 0;
            }
            Some(Action::Back) => return Outcome::Closes,
            _ => {}
        }
        Outcome::Stays
    }

    fn choose(&mut self, by: isize) {
        let last = self.found().len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(by).min(last);
    }

    fn take(&self) -> Outcome {
        let found = self.found();
        match found.get(self.chosen).and_then(|place| self.items.get(*place)) {
            Some(item) => Outcome::ClosesWith(item.wishes.clone()),
            None => Outcome::Stays,
        }
    }

    /// The places of the items that hold what was typed; those that begin with it come first.
    fn found(&self) -> Vec<usize> {
        let sought = self.sought.to_lowercase();
        let label = |place: &usize| self.items.get(*place).map(|item| item.label.to_lowercase());
        let mut found: Vec<usize> = (0..self.items.len())
            .filter(|place| label(place).is_some_and(|label| label.contains(&sought)))
            .collect();
        found.sort_by_key(|place| !label(place).is_some_and(|label| label.starts_with(&sought)));
        found
    }

    pub fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let theme = sight.theme;
        let columns = usize::from(COLUMNS.min(area.width).saturating_sub(4));
        let lead: Vec<String> =
            self.lead.iter().flat_map(|line| text::wrap(line, columns)).collect();
        let found = self.found();
        let wanted = lead.len() + found.len().max(1) + 2;
        let frame = middle(area, COLUMNS, u16::try_from(wanted).unwrap_or(u16::MAX));
        self.frame = frame;
        Clear.render(frame, buffer);
        let title = if self.sought.is_empty() {
            format!(" {} ", text::shown(&self.title))
        } else {
            format!(" {} ─ {}▏", text::shown(&self.title), text::shown(&self.sought))
        };
        let block = Block::bordered()
            .border_type(BorderType::Thick)
            .border_style(theme.border_focus)
            .title(title)
            .title_bottom(" Enter take it  Esc close ");
        let inner = block.inner(frame);
        block.render(frame, buffer);
        self.rows.clear();
        let inside = usize::from(inner.width).saturating_sub(1);
        let mut y = inner.y;
        for line in &lead {
            if y < inner.bottom() {
                buffer.set_stringn(inner.x + 1, y, line, inside, theme.dim);
                y += 1;
            }
        }
        self.lines = usize::from(inner.bottom().saturating_sub(y)).max(1);
        self.top = self.top.min(self.chosen).max((self.chosen + 1).saturating_sub(self.lines));
        if found.is_empty() && y < inner.bottom() {
            let nothing = format!("nothing here is called “{}”", text::shown(&self.sought));
            buffer.set_stringn(inner.x + 1, y, text::fit(&nothing, inside), inside, theme.dim);
        }
        for (place, item) in found.iter().enumerate().skip(self.top).take(self.lines) {
            let Some(item) = self.items.get(*item) else { continue };
            if y >= inner.bottom() {
                break;
            }
            let row = Rect { y, height: 1, ..inner };
            self.rows.push((row, place));
            let chosen = place == self.chosen;
            let (style, dim) =
                if chosen { (theme.selected, theme.selected) } else { (theme.text, theme.dim) };
            buffer.set_style(row, if chosen { theme.selected } else { theme.text });
            let marker = if chosen { "▸" } else { " " };
            let label = text::fit(&format!("{marker}{}", text::shown(&item.label)), inside);
            let (end, _) = buffer.set_stringn(inner.x, y, &label, inside, style);
            let room = usize::from(inner.right().saturating_sub(end + 2));
            if room > 0 && !item.note.is_empty() {
                let note = text::fit(&text::shown(&item.note), room);
                let x = inner.right().saturating_sub(text::width(&note) as u16 + 1);
                buffer.set_stringn(x.max(end + 1), y, &note, room, dim);
            }
            y += 1;
        }
    }
}
