//! The page that every part of beginning a book stands on: a frame with a title, a few lines that
//! say what it is for, and rows to move through.

use crate::text;
use crate::tui::action::Action;
use crate::tui::key::{Input, Press};
use crate::tui::keymap::Context;
use crate::tui::layer::middle;
use crate::tui::screen::book::Sight;
use crate::tui::widget::pen::{Pen, Word};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::{Block, BorderType, Clear, Widget};

/// Lines that a turn of the wheel moves by.
const NOTCH: isize = 3;

/// What an input means to any page.
#[derive(Clone, Debug, PartialEq)]
pub enum Turn {
    /// It moved through the rows.
    Moved,
    /// Enter.
    Take,
    /// A click on a row, which is chosen now.
    TakeRow,
    Close,
    /// The page's own to understand.
    Own,
}

/// Where somebody is on the page, and what was drawn where.
#[derive(Debug, Default)]
pub struct Page {
    pub chosen: usize,
    top: usize,
    lines: usize,
    /// No row is chosen.
    scrolls: bool,
    rows: Vec<(Rect, usize)>,
    frame: Rect,
}

/// What stands around the rows.
#[derive(Debug)]
pub struct Around<'a> {
    pub title: &'a str,
    /// In the upper border, at the right.
    pub figure: &'a str,
    pub lead: &'a [Vec<Word>],
    /// In the lower border.
    pub foot: &'a str,
    pub columns: u16,
    /// A row can be chosen; else the rows only move past.
    pub chooses: bool,
}

impl Page {
    /// With another row chosen at first.
    #[must_use]
    pub fn at(chosen: usize) -> Self {
        Self { chosen, ..Self::default() }
    }

    /// Moves through `count` rows, and tells what else was meant.
    pub fn input(&mut self, input: &Input, count: usize, sight: &Sight<'_>) -> Turn {
        match input {
            Input::Key(key) => {
                let page = self.lines.max(1).cast_signed();
                match sight.keymap.action(Context::Start, *key) {
                    Some(Action::Up) => self.pass(-1, count),
                    Some(Action::Down) => self.pass(1, count),
                    Some(Action::PageUp) => self.pass(-page, count),
                    Some(Action::PageDown) => self.pass(page, count),
                    Some(Action::First) => self.pass(isize::MIN / 2, count),
                    Some(Action::Last) => self.pass(isize::MAX / 2, count),
                    Some(Action::Open) => return Turn::Take,
                    Some(Action::Back) => return Turn::Close,
                    _ => return Turn::Own,
                }
            }
            Input::Pointer { press: Press::Click, x, y } => {
                let at = Position::new(*x, *y);
                if !self.frame.contains(at) {
                    return Turn::Close;
                }
                if let Some((_, row)) = self.rows.iter().find(|(place, _)| place.contains(at)) {
                    self.chosen = *row;
                    return Turn::TakeRow;
                }
            }
            Input::Pointer { press: Press::WheelUp, .. } => self.pass(-NOTCH, count),
            Input::Pointer { press: Press::WheelDown, .. } => self.pass(NOTCH, count),
            Input::Paste(_) | Input::Focus => return Turn::Own,
        }
        Turn::Moved
    }

    /// Moves on; where no row is chosen, the rows move at once.
    fn pass(&mut self, by: isize, count: usize) {
        if self.scrolls && by < 0 {
            self.chosen = self.top;
        } else if self.scrolls {
            self.chosen = (self.top + self.lines).saturating_sub(1);
        }
        self.choose(by, count);
    }

    pub fn choose(&mut self, by: isize, count: usize) {
        let last = count.saturating_sub(1);
        self.chosen = self.chosen.min(last).saturating_add_signed(by).min(last);
    }

    /// Draws the frame with its lines, then each row that has room: `draw` gets the pen of the
    /// row's line, its number, and the style of what is said first and second in it.
    pub fn draw(
        &mut self,
        area: Rect,
        buffer: &mut Buffer,
        sight: &Sight<'_>,
        around: &Around<'_>,
        count: usize,
        mut draw: impl FnMut(&mut Pen<'_>, usize, Style, Style),
    ) {
        let theme = sight.theme;
        self.scrolls = !around.chooses;
        self.rows.clear();
        let gap = usize::from(!around.lead.is_empty() && count > 0);
        let wanted = around.lead.len() + gap + count + 2;
        let frame = middle(area, around.columns, u16::try_from(wanted).unwrap_or(u16::MAX));
        self.frame = frame;
        Clear.render(frame, buffer);
        let title = format!(" {} ", text::shown(around.title));
        let block = Block::bordered()
            .border_type(BorderType::Thick)
            .border_style(theme.border_focus)
            .title(title)
            .title_bottom(format!(" {} ", around.foot));
        let inner = block.inner(frame);
        block.render(frame, buffer);
        if !around.figure.is_empty() {
            let upper = Rect { height: 1, ..frame };
            let wide = frame.width.saturating_sub(text::width(around.title) as u16 + 8);
            let mut pen = Pen::new(buffer, upper);
            let figure = format!(" {} ", around.figure);
            let x = frame.width.saturating_sub(wide + 2);
            pen.right(x, 0, wide, &figure, theme.dim);
        }
        let mut pen = Pen::new(buffer, inner);
        let width = pen.width().saturating_sub(2);
        let mut y = 0;
        // Where there is little room, the rows come before the words.
        let room = usize::from(pen.height()).saturating_sub(count.min(3));
        for line in around.lead.iter().take(room) {
            pen.words(1, y, width, line);
            y += 1;
        }
        if usize::from(pen.height().saturating_sub(y)) > count.min(3) {
            y += gap as u16;
        }
        self.lines = usize::from(pen.height().saturating_sub(y)).max(1);
        self.chosen = self.chosen.min(count.saturating_sub(1));
        self.top = self.top.min(self.chosen).max((self.chosen + 1).saturating_sub(self.lines));
        for row in (self.top..count).take(self.lines) {
            if y >= pen.height() {
                break;
            }
            let chosen = around.chooses && row == self.chosen;
            let (first, second) =
                if chosen { (theme.selected, theme.selected) } else { (theme.text, theme.dim) };
            let place = pen.place(0, y, pen.width(), 1);
            let mut line = pen.part(0, y, place.width, 1);
            line.paint(0, first);
            if chosen {
                line.cell(0, 0, 1, "▸", first);
            }
            draw(&mut line, row, first, second);
            self.rows.push((place, row));
            y += 1;
        }
    }
}

/// A line of dim words.
pub fn said(text: &str, sight: &Sight<'_>) -> Vec<Word> {
    vec![(text.to_owned(), sight.theme.dim)]
}
