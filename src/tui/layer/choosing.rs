//! What all lists to choose from share: letters seek, arrows choose, Enter and a click take.

use super::middle;
use crate::text;
use crate::tui::action::Action;
use crate::tui::key::{Code, Input, Key, Press};
use crate::tui::keymap::{Context, Keymap};
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, BorderType, Clear, Widget};

/// Letters of a paste that are taken.
const PASTED: usize = 80;

/// How far somebody has come with choosing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choosing {
    sought: String,
    /// Among the found ones.
    chosen: usize,
    /// First line on the screen, and lines there is room for.
    top: usize,
    room: usize,
    /// Which of the found ones was drawn where.
    rows: Vec<(Rect, usize)>,
    /// All that was drawn.
    frame: Rect,
}

/// What an input meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    Nothing,
    Closes,
    /// The one at this place among the found ones.
    Takes(usize),
}

impl Choosing {
    /// With another one chosen at first.
    #[must_use]
    pub fn at(chosen: usize) -> Self {
        Self { chosen, ..Self::default() }
    }

    #[must_use]
    pub fn sought(&self) -> &str {
        &self.sought
    }

    #[must_use]
    pub const fn chosen(&self) -> usize {
        self.chosen
    }

    /// Takes an input; `found` counts what is found by a text.
    pub fn input(
        &mut self,
        input: &Input,
        keymap: &Keymap,
        context: Context,
        found: impl Fn(&str) -> usize,
    ) -> Heard {
        match input {
            Input::Key(key) => return self.key(*key, keymap, context, found),
            Input::Paste(pasted) => {
                self.sought
                    .extend(pasted.chars().filter(|letter| !letter.is_control()).take(PASTED));
                self.chosen = 0;
            }
            Input::Pointer { press: Press::Click, x, y } => {
                let at = Position::new(*x, *y);
                if !self.frame.contains(at) {
                    return Heard::Closes;
                }
                if let Some((_, place)) = self.rows.iter().find(|(row, _)| row.contains(at)) {
                    self.chosen = *place;
                    return Heard::Takes(self.chosen);
                }
            }
            Input::Pointer { press: Press::WheelUp, .. } => self.choose(-1, &found),
            Input::Pointer { press: Press::WheelDown, .. } => self.choose(1, &found),
            Input::Focus => {}
        }
        Heard::Nothing
    }

    fn key(
        &mut self,
        key: Key,
        keymap: &Keymap,
        context: Context,
        found: impl Fn(&str) -> usize,
    ) -> Heard {
        // Letters come before keys, but while nothing is sought a key that is a letter acts.
        if let Code::Char(letter) = key.code
            && key.is_letter()
            && (!self.sought.is_empty() || keymap.action(context, key).is_none())
        {
            self.sought.push(letter);
            self.chosen = 0;
            return Heard::Nothing;
        }
        if key.code == Code::Backspace {
            self.sought.pop();
            self.chosen = 0;
            return Heard::Nothing;
        }
        let page = isize::try_from(self.room.max(1)).unwrap_or(1);
        match keymap.action(context, key) {
            Some(Action::Up) => self.choose(-1, &found),
            Some(Action::Down) => self.choose(1, &found),
            Some(Action::PageUp) => self.choose(-page, &found),
            Some(Action::PageDown) => self.choose(page, &found),
            Some(Action::First) => self.choose(isize::MIN / 2, &found),
            Some(Action::Last) => self.choose(isize::MAX / 2, &found),
            Some(Action::Open) if self.chosen < found(&self.sought) => {
                return Heard::Takes(self.chosen);
            }
            Some(Action::Back) if self.sought.is_empty() => return Heard::Closes,
            Some(Action::Back) => {
                self.sought.clear();
                self.chosen = 0;
            }
            _ => {}
        }
        Heard::Nothing
    }

    fn choose(&mut self, by: isize, found: impl Fn(&str) -> usize) {
        let last = found(&self.sought).saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(by).min(last);
    }

    /// Draws the frame for so many lines, with what is sought in its title; gives what is inside.
    pub fn frame(
        &mut self,
        (area, columns, lines): (Rect, u16, usize),
        (title, foot): (&str, &str),
        buffer: &mut Buffer,
        theme: &Theme,
    ) -> Rect {
        let height = u16::try_from(lines.max(1) + 2).unwrap_or(u16::MAX);
        self.frame = middle(area, columns, height);
        self.rows.clear();
        Clear.render(self.frame, buffer);
        let title = if self.sought.is_empty() {
            format!(" {} ", text::shown(title))
        } else {
            format!(" {} ─ {}▏", text::shown(title), text::shown(&self.sought))
        };
        let block = Block::bordered()
            .border_type(BorderType::Thick)
            .border_style(theme.border_focus)
            .title(title)
            .title_bottom(format!(" {foot} "));
        let inner = block.inner(self.frame);
        block.render(self.frame, buffer);
        inner
    }

    /// The first line to draw where there is room for `room`, so that the lines from `upper` to
    /// `chosen` are seen.
    pub fn window(&mut self, room: usize, upper: usize, chosen: usize) -> usize {
        self.room = room.max(1);
        self.top = self.top.min(upper).max((chosen + 1).saturating_sub(self.room));
        self.top
    }

    /// One of the found ones is drawn here.
    pub fn drawn(&mut self, row: Rect, place: usize) {
        self.rows.push((row, place));
    }

    /// Says that nothing is found.
    pub fn draw_nothing(&self, at: (u16, u16), columns: usize, buffer: &mut Buffer, theme: &Theme) {
        let nothing = format!("nothing here is called “{}”", text::shown(&self.sought));
        let line = text::fit(&nothing, columns);
        buffer.set_stringn(at.0, at.1, line, columns, theme.dim);
    }
}
