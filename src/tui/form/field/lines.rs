//! A text of several lines, with its cursor.

use crate::text;
use crate::tui::action::{Action, TextAct};
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;
use ratatui_textarea::{CursorMove, DataCursor, TextArea, WrapMode};
use unicode_segmentation::UnicodeSegmentation;

/// Lines on the screen, however many the text has.
const LEAST: usize = 2;
const MOST: usize = 6;

/// The text.
#[derive(Clone, Debug)]
pub struct LinesEntry {
    area: TextArea<'static>,
    /// The same in one piece; line ends as they came stay until the text is changed.
    text: String,
}

impl LinesEntry {
    pub fn new(text: &str) -> Self {
        let mut area = area_of(text);
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area, text: text.to_owned() }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Line and character before the cursor.
    pub fn cursor(&self) -> (usize, usize) {
        let DataCursor(line, place) = self.area.cursor();
        (line, place)
    }

    /// Another text, and where the cursor stands in it.
    pub fn set(&mut self, text: &str, cursor: (usize, usize)) {
        let yank = self.area.yank_text();
        self.area = area_of(text);
        self.area.set_yank_text(yank);
        self.jump(cursor);
        text.clone_into(&mut self.text);
    }

    fn jump(&mut self, (line, place): (usize, usize)) {
        let short = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
        self.area.move_cursor(CursorMove::Jump(short(line), short(place)));
    }

    /// Puts text in at the cursor.
    pub fn insert(&mut self, new: &str) {
        if self.area.insert_str(new) {
            self.changed();
        }
    }

    /// Does what belongs to a text; false: the act is not one of those, or the cursor would leave
    /// the text upwards or downwards.
    pub fn act(&mut self, action: Action) -> bool {
        let before = self.area.cursor();
        match action {
            Action::Left => self.area.move_cursor(CursorMove::Back),
            Action::Right => self.area.move_cursor(CursorMove::Forward),
            Action::Up => {
                self.area.move_cursor(CursorMove::Up);
                return self.area.cursor() != before;
            }
            Action::Down => {
                self.area.move_cursor(CursorMove::Down);
                return self.area.cursor() != before;
            }
            Action::Text(act) => return self.text_act(act),
            _ => return false,
        }
        true
    }

    fn text_act(&mut self, act: TextAct) -> bool {
        let changed = match act {
            TextAct::Start if self.cursor().1 > 0 => {
                self.area.move_cursor(CursorMove::Head);
                false
            }
            TextAct::End if !self.after().is_empty() => {
                self.area.move_cursor(CursorMove::End);
                false
            }
            TextAct::WordLeft => {
                self.area.move_cursor(CursorMove::WordBack);
                false
            }
            TextAct::WordRight => {
                self.area.move_cursor(CursorMove::WordForward);
                false
            }
            TextAct::Start | TextAct::End => false,
            TextAct::DeleteBack => self.delete_back(),
            TextAct::DeleteForward => self.delete_forward(),
            TextAct::DeleteWordBack => self.area.delete_word(),
            TextAct::DeleteWordForward => self.area.delete_next_word(),
            TextAct::DeleteToStart => self.area.delete_line_by_head(),
            TextAct::DeleteToEnd => self.area.delete_line_by_end(),
            TextAct::Yank => self.area.paste(),
            TextAct::NewLine => {
                self.area.insert_newline();
                true
            }
            TextAct::Undo | TextAct::Redo => return false,
        };
        if changed {
            self.changed();
        }
        true
    }

    /// What stands after the cursor in its line.
    fn after(&self) -> String {
        let (line, place) = self.cursor();
        self.area
            .lines()
            .get(line)
            .map_or_else(String::new, |line| line.chars().skip(place).collect())
    }

    /// A character as a reader sees it, however many it is made of.
    fn delete_back(&mut self) -> bool {
        let (line, place) = self.cursor();
        let before: String = self
            .area
            .lines()
            .get(line)
            .map_or_else(String::new, |line| line.chars().take(place).collect());
        let chars = before.graphemes(true).next_back().map_or(1, |last| last.chars().count());
        (0..chars).fold(false, |changed, _| self.area.delete_char() || changed)
    }

    fn delete_forward(&mut self) -> bool {
        let after = self.after();
        let Some(next) = after.graphemes(true).next() else { return self.area.delete_next_char() };
        let chars = next.chars().count();
        let (line, place) = self.cursor();
        self.jump((line, place + chars));
        (0..chars).fold(false, |changed, _| self.area.delete_char() || changed)
    }

    fn changed(&mut self) {
        self.text = self.area.lines().join("\n");
    }

    /// The cursor to the character that is drawn at this place of the field.
    pub fn point(&mut self, column: usize, line: usize) {
        let top = usize::from(self.area.scroll_offset().0);
        let DataCursor(line, place) = self.area.screen_to_data(top + line, column);
        self.jump((line, place));
    }

    /// How many lines of the screen it takes.
    pub fn height(&self, columns: u16) -> u16 {
        // One column is left for the cursor behind a full line.
        let columns = usize::from(columns).saturating_sub(1).max(1);
        let mut lines = 0;
        for line in self.area.lines() {
            lines += (text::width(line) / columns).max(text::wrap(line, columns).len()).max(1);
            if lines >= MOST {
                break;
            }
        }
        lines.clamp(LEAST, MOST) as u16
    }

    /// Draws it; the cursor shows while it has the focus.
    pub fn draw(&mut self, area: Rect, buffer: &mut Buffer, focused: bool, theme: &Theme) {
        let cursor = Style::new().add_modifier(Modifier::REVERSED);
        self.area.set_cursor_style(if focused { cursor } else { Style::new() });
        self.area.set_style(theme.text);
        (&self.area).render(area, buffer);
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                let Some(cell) = buffer.cell_mut((x, y)) else { continue };
                if cell.symbol().chars().any(text::drives) {
                    let mark: String = text::shown(cell.symbol()).graphemes(true).take(1).collect();
                    cell.set_symbol(&mark);
                }
            }
        }
    }
}

fn area_of(text: &str) -> TextArea<'static> {
    let lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line).to_owned());
    let mut area = TextArea::new(lines.collect());
    // The field keeps a history of its own, the same for all kinds.
    area.set_max_histories(0);
    area.set_wrap_mode(WrapMode::WordOrGlyph);
    area.set_cursor_line_style(Style::new());
    area
}
