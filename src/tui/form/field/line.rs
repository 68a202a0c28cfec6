//! One line of text, with its cursor.

use crate::text;
use crate::tui::action::Action;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::Pen;
use crate::tui::widget::readline::request;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;

/// The line.
#[derive(Clone, Debug, Default)]
pub struct LineEntry {
    input: Input,
    /// Columns of it that lie to the left of what is shown.
    left: usize,
}

impl LineEntry {
    pub fn new(text: &str) -> Self {
        Self { input: Input::from(text), left: 0 }
    }

    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Characters before the cursor.
    pub fn cursor(&self) -> usize {
        self.input.cursor()
    }

    /// Another text, the cursor after so many of its characters.
    pub fn set(&mut self, text: &str, cursor: usize) {
        let input = std::mem::take(&mut self.input);
        self.input = input.with_value(text.to_owned()).with_cursor(cursor);
    }

    /// Puts text in at the cursor.
    pub fn insert(&mut self, new: &str) {
        let at = self.cursor();
        let text = self.text();
        let whole: String =
            text.chars().take(at).chain(new.chars()).chain(text.chars().skip(at)).collect();
        self.set(&whole, at + new.chars().count());
    }

    /// Does what belongs to a line of text; false: the act is not one of those.
    pub fn act(&mut self, action: Action) -> bool {
        let Some(request) = request(action) else { return false };
        // Nothing to delete must not empty what a yank brings back.
        if request != InputRequest::DeleteTillEnd || self.cursor() < self.text().chars().count() {
            self.input.handle(request);
        }
        true
    }

    /// The cursor to the character that is drawn in this column.
    pub fn point(&mut self, column: usize) {
        let aim = self.left + column;
        let pieces = pieces(self.text());
        let before = pieces.iter().take_while(|piece| piece.end <= aim);
        let at = before.map(|piece| piece.chars).sum();
        self.input.handle(InputRequest::SetCursor(at));
    }

    /// Draws it with its cursor, the part around the cursor where it is too long.
    pub fn draw(&mut self, pen: &mut Pen<'_>, x: u16, y: u16, columns: u16, theme: &Theme) {
        let room = usize::from(columns).max(1);
        let pieces = pieces(self.text());
        let (mut before, mut place) = (0, 0);
        let mut under = 1;
        for piece in &pieces {
            if before + piece.chars > self.cursor() {
                under = (piece.end - piece.start).max(1);
                break;
            }
            before += piece.chars;
            place = piece.end;
        }
        self.left = self.left.min(place).max((place + under).saturating_sub(room));
        let right = self.left + room;
        let mut shown = String::new();
        for piece in &pieces {
            if piece.start >= self.left && piece.end <= right {
                shown.push_str(&piece.shown);
            } else if piece.end > self.left && piece.start < self.left {
                shown.extend(std::iter::repeat_n(' ', piece.end - self.left));
            }
        }
        pen.cell(x, y, columns, &shown, theme.text);
        let at = x.saturating_add(u16::try_from(place - self.left).unwrap_or(u16::MAX));
        cursor(pen, at, y, under as u16);
    }
}

/// Draws the cursor over so many columns.
pub fn cursor(pen: &mut Pen<'_>, x: u16, y: u16, columns: u16) {
    let cell: Rect = pen.place(x, y, columns, 1);
    let (buffer, _) = pen.buffer();
    buffer.set_style(cell, Style::new().add_modifier(Modifier::REVERSED));
}

/// One character as a reader sees it.
struct Piece {
    shown: String,
    start: usize,
    end: usize,
    /// How many it is made of.
    chars: usize,
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut start = 0;
    text.graphemes(true)
        .map(|grapheme| {
            let shown = text::shown(grapheme).into_owned();
            let end = start + text::width(&shown);
            let piece = Piece { shown, start, end, chars: grapheme.chars().count() };
            start = end;
            piece
        })
        .collect()
}
