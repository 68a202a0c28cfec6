//! Writes text into a part of the screen: safe to show, never past the edge, cut with `…`.

use crate::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// A stretch of text in one style.
pub type Word = (String, Style);

/// Writes inside one area; coordinates count from its upper left corner.
#[derive(Debug)]
pub struct Pen<'a> {
    buffer: &'a mut Buffer,
    area: Rect,
}

impl<'a> Pen<'a> {
    /// The part of the area that lies on the buffer.
    pub fn new(buffer: &'a mut Buffer, area: Rect) -> Self {
        let area = area.intersection(buffer.area);
        Self { buffer, area }
    }

    #[must_use]
    pub const fn width(&self) -> u16 {
        self.area.width
    }

    #[must_use]
    pub const fn height(&self) -> u16 {
        self.area.height
    }

    /// A pen for a part of this one's area.
    pub fn part(&mut self, x: u16, y: u16, width: u16, height: u16) -> Pen<'_> {
        let part =
            Rect::new(self.area.x.saturating_add(x), self.area.y.saturating_add(y), width, height);
        let area = part.intersection(self.area);
        Pen { buffer: self.buffer, area }
    }

    /// Where a line of this pen lies on the screen.
    #[must_use]
    pub fn place(&self, x: u16, y: u16, width: u16, height: u16) -> Rect {
        Rect::new(self.area.x.saturating_add(x), self.area.y.saturating_add(y), width, height)
            .intersection(self.area)
    }

    /// Writes at most `columns`, cut at the edge; gives the column after the text.
    pub fn cell(&mut self, x: u16, y: u16, columns: u16, text: &str, style: Style) -> u16 {
        let room = columns.min(self.area.width.saturating_sub(x));
        if room == 0 || y >= self.area.height {
            return x;
        }
        let text = text::fit(text, usize::from(room));
        let (end, _) = self.buffer.set_stringn(
            self.area.x + x,
            self.area.y + y,
            &text,
            usize::from(room),
            // A title must not keep the weight of the border that it is set into.
            Style::reset().patch(style),
        );
        end - self.area.x
    }

    /// Writes up to the edge.
    pub fn at(&mut self, x: u16, y: u16, text: &str, style: Style) -> u16 {
        self.cell(x, y, self.area.width, text, style)
    }

    /// Writes so that the text ends at column `x + columns`.
    pub fn right(&mut self, x: u16, y: u16, columns: u16, text: &str, style: Style) {
        let text = text::fit(text, usize::from(columns));
        let wide = text::width(&text) as u16;
        self.cell(x + columns.saturating_sub(wide), y, wide, &text, style);
    }

    /// Writes words one after the other in at most `columns`; what does not fit is cut.
    pub fn words(&mut self, x: u16, y: u16, columns: u16, words: &[Word]) -> u16 {
        let end = x.saturating_add(columns).min(self.area.width);
        let mut left: u16 =
            words.iter().map(|(text, _)| text::width(&text::shown(text)) as u16).sum();
        let mut x = x;
        for (text, style) in words {
            let wide = text::width(&text::shown(text)) as u16;
            left -= wide.min(left);
            let room = end.saturating_sub(x);
            // The cut is marked in the last word that shows, not in one after it.
            if wide == room && left > 0 {
                return self.cell(x, y, room, &format!("{text}{}", text::ELLIPSIS), *style);
            }
            x = self.cell(x, y, room, text, *style);
            if wide > room {
                break;
            }
        }
        x
    }

    /// Sets the style of a whole line.
    pub fn paint(&mut self, y: u16, style: Style) {
        let line = self.place(0, y, self.area.width, 1);
        self.buffer.set_style(line, style);
    }

    /// The same sign over a stretch of the line.
    pub fn repeat(&mut self, x: u16, y: u16, columns: u16, sign: &str, style: Style) {
        let columns = columns.min(self.area.width.saturating_sub(x));
        self.cell(x, y, columns, &sign.repeat(usize::from(columns)), style);
    }

    /// The buffer itself, for drawings made of cells.
    pub fn buffer(&mut self) -> (&mut Buffer, Rect) {
        (self.buffer, self.area)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(columns: u16, draw: impl Fn(&mut Pen<'_>)) -> String {
        let area = Rect::new(0, 0, columns, 1);
        let mut buffer = Buffer::empty(area);
        draw(&mut Pen::new(&mut buffer, area));
        (0..columns).map(|x| buffer[(x, 0)].symbol().to_owned()).collect()
    }

    #[test]
    fn text_stays_inside_and_is_safe() {
        let style = Style::new();
        assert_eq!(drawn(6, |pen| _ = pen.at(1, 0, "Northwind", style)), " Nort…");
        assert_eq!(drawn(6, |pen| pen.right(0, 0, 5, "7.4", style)), "  7.4 ");
        assert_eq!(drawn(6, |pen| _ = pen.at(9, 0, "out", style)), "      ");
        assert_eq!(drawn(6, |pen| _ = pen.at(0, 5, "out", style)), "      ");
        assert_eq!(drawn(6, |pen| _ = pen.at(0, 0, "a\u{1b}[2J", style)), "a␛[2J ");
    }

    #[test]
    fn words_follow_each_other_and_the_cut_shows() {
        let style = Style::new();
        let words = [("last ".to_owned(), style), ("talk".to_owned(), style)];
        assert_eq!(drawn(10, |pen| _ = pen.words(0, 0, 10, &words)), "last talk ");
        assert_eq!(drawn(10, |pen| _ = pen.words(0, 0, 7, &words)), "last t…   ");
        assert_eq!(drawn(10, |pen| _ = pen.words(0, 0, 5, &words)), "last…     ");
    }
}
