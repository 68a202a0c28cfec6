//! The sheet that an explanation stands on: its frame, a table above, running text below.

use crate::text;
use crate::tui::action::Action;
use crate::tui::key::{Input, Press};
use crate::tui::keymap::{Context, Keymap};
use crate::tui::layer::middle;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::{Pen, Word};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::{Block, BorderType, Clear, Widget};

const COLUMNS: u16 = 104;
/// Lines of the highest sheet.
pub const LINES: u16 = 32;

/// One line of the text; some can be chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    pub words: Vec<Word>,
    /// The place of the record that it tells of, among those of the text.
    pub record: Option<usize>,
}

/// Lines of text in the making, each as wide as the sheet.
#[derive(Debug)]
pub struct Text {
    pub lines: Vec<Line>,
    columns: usize,
}

impl Text {
    #[must_use]
    pub const fn new(columns: u16) -> Self {
        Self { lines: Vec::new(), columns: columns as usize }
    }

    /// How wide a line may be.
    #[must_use]
    pub const fn columns(&self) -> usize {
        self.columns
    }

    /// Running text, wrapped.
    pub fn say(&mut self, text: &str, style: Style) {
        self.indented(0, text, style);
    }

    /// The same, further in.
    pub fn indented(&mut self, by: usize, text: &str, style: Style) {
        for line in text::wrap(text, self.columns.saturating_sub(by).max(1)) {
            let words = vec![(format!("{}{line}", " ".repeat(by)), style)];
            self.lines.push(Line { words, record: None });
        }
    }

    /// A line of its own, in several styles.
    pub fn words(&mut self, words: Vec<Word>) {
        self.lines.push(Line { words, record: None });
    }

    /// An empty line, but not two and not at the top.
    pub fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.words.is_empty()) {
            self.lines.push(Line::default());
        }
    }
}

/// Where things were drawn, for the mouse.
#[derive(Debug, Default)]
pub struct Drawn {
    frame: Rect,
    rows: Vec<(Rect, Spot)>,
}

/// What an input means to whoever stands on the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meant {
    Act(Action),
    /// A click on this.
    On(Spot),
    /// A click beside the sheet.
    Beside,
    Nothing,
}

/// What can be clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    Row(usize),
    Record(usize),
}

impl Drawn {
    #[must_use]
    pub const fn new() -> Self {
        Self { frame: Rect::ZERO, rows: Vec::new() }
    }

    pub fn note(&mut self, place: Rect, spot: Spot) {
        self.rows.push((place, spot));
    }

    /// Whether the sheet lies there.
    #[must_use]
    pub const fn holds(&self, x: u16, y: u16) -> bool {
        self.frame.contains(Position::new(x, y))
    }

    #[must_use]
    pub fn spot(&self, x: u16, y: u16) -> Option<Spot> {
        let at = Position::new(x, y);
        self.rows.iter().find(|(place, _)| place.contains(at)).map(|(_, spot)| *spot)
    }

    /// What an input means here: keys by the table, the wheel as up and down, a click by what was
    /// drawn where.
    #[must_use]
    pub fn hear(&self, input: &Input, context: Context, keymap: &Keymap) -> Meant {
        match input {
            Input::Key(key) => keymap.action(context, *key).map_or(Meant::Nothing, Meant::Act),
            Input::Pointer { press: Press::WheelUp, .. } => Meant::Act(Action::Up),
            Input::Pointer { press: Press::WheelDown, .. } => Meant::Act(Action::Down),
            Input::Pointer { press: Press::Click, x, y } if !self.holds(*x, *y) => Meant::Beside,
            Input::Pointer { press: Press::Click, x, y } => {
                self.spot(*x, *y).map_or(Meant::Nothing, Meant::On)
            }
            Input::Focus | Input::Paste(_) => Meant::Nothing,
        }
    }

    /// How wide the inside of a frame is going to be.
    #[must_use]
    pub fn columns(area: Rect) -> u16 {
        let aside = if area.width > 100 { 8 } else { 0 };
        COLUMNS.min(area.width - aside).saturating_sub(2)
    }

    /// Lays the frame and gives what is inside it. The two lowest lines of the screen stay free.
    pub fn begin(
        &mut self,
        area: Rect,
        buffer: &mut Buffer,
        theme: &Theme,
        title: &[Word],
        foot: &str,
        lines: u16,
    ) -> Rect {
        let low = if area.height > 12 { 2 } else { 0 };
        let room = Rect { height: area.height - low, ..area };
        let frame = middle(room, Self::columns(area).saturating_add(2), lines.min(LINES));
        self.rows.clear();
        self.frame = frame;
        Clear.render(frame, buffer);
        let block = Block::bordered()
            .border_type(BorderType::Thick)
            .border_style(theme.border_focus)
            .title_bottom(if foot.is_empty() { String::new() } else { format!(" {foot} ") });
        let inner = block.inner(frame);
        block.render(frame, buffer);
        let mut pen = Pen::new(buffer, frame);
        let columns = pen.width().saturating_sub(5);
        if columns > 0 {
            pen.cell(1, 0, 1, " ", theme.text);
            let end = pen.words(2, 0, columns, title);
            pen.cell(end, 0, 1, " ", theme.text);
        }
        inner
    }

    /// Lays a text on its sheet, one line of it chosen, and with it what stands under it up to the
    /// next one that can be; gives the first line that is seen.
    pub fn lay(
        &mut self,
        (area, buffer): (Rect, &mut Buffer),
        theme: &Theme,
        (title, foot): (&[Word], &str),
        text: &Text,
        (top, chosen): (usize, usize),
    ) -> usize {
        let lines = u16::try_from(text.lines.len() + 2).unwrap_or(u16::MAX);
        let inner = self.begin(area, buffer, theme, title, foot, lines);
        let at = text.lines.iter().position(|line| line.record == Some(chosen)).unwrap_or(0);
        let under = text.lines.iter().skip(at + 1).take_while(|line| line.record.is_none()).count();
        let top = top.max((at + 1 + under).saturating_sub(usize::from(inner.height)));
        draw(&mut Pen::new(buffer, inner), text, top, Some(chosen), self, theme)
    }
}

/// Draws lines of text from `top` on, so that the chosen record is among them; `top` comes back
/// held to what there is.
pub fn draw(
    pen: &mut Pen<'_>,
    text: &Text,
    top: usize,
    chosen: Option<usize>,
    drawn: &mut Drawn,
    theme: &Theme,
) -> usize {
    let room = usize::from(pen.height());
    let mut top = top.min(text.lines.len().saturating_sub(room));
    if let Some(place) =
        chosen.and_then(|one| text.lines.iter().position(|line| line.record == Some(one)))
    {
        top = top.min(place).max((place + 1).saturating_sub(room));
    }
    let more = text.lines.len() > top + room;
    for (y, line) in text.lines.iter().skip(top).take(room).enumerate() {
        let y = y as u16;
        if let Some(record) = line.record {
            drawn.note(pen.place(0, y, pen.width(), 1), Spot::Record(record));
        }
        let selected = line.record.is_some() && line.record == chosen;
        if selected {
            pen.paint(y, theme.selected);
        }
        let style = |style: Style| if selected { theme.selected } else { style };
        let words = line.words.iter().map(|(word, own)| (word.clone(), style(*own)));
        let words: Vec<Word> = words.collect();
        pen.words(1, y, pen.width().saturating_sub(2), &words);
        if selected {
            // Over the blanks that a record's line begins with.
            pen.at(1, y, "▸", theme.selected);
        }
    }
    if more && pen.height() > 0 {
        let (x, y) = (pen.width().saturating_sub(1), pen.height() - 1);
        pen.cell(x, y, 1, "↓", theme.dim);
    }
    top
}
