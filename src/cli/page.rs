//! What a command says, put together piece by piece; rows of cells as aligned text.

use crate::text;

/// Where the text of a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Left,
    Right,
}

/// A text that grows.
#[derive(Debug, Default)]
pub struct Page(String);

impl Page {
    /// Puts a piece at the end.
    pub fn put(&mut self, piece: impl AsRef<str>) {
        self.0.push_str(piece.as_ref());
    }

    /// Puts rows of cells at the end, see [`lines`].
    pub fn table(&mut self, columns: &[(Side, usize)], rows: &[Vec<String>]) {
        for line in lines(columns, rows) {
            self.put(line);
            self.put("\n");
        }
    }
}

impl AsRef<str> for Page {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<Page> for String {
    fn from(page: Page) -> Self {
        page.0
    }
}

/// Lines of cells, each column as wide as its widest cell but no wider than its limit, two spaces
/// apart, after an indent of two.
#[must_use]
pub fn lines(columns: &[(Side, usize)], rows: &[Vec<String>]) -> Vec<String> {
    let widths: Vec<usize> = columns
        .iter()
        .enumerate()
        .map(|(at, (_, limit))| {
            let cells = rows.iter().filter_map(|row| row.get(at));
            cells.map(|cell| text::width(&text::shown(cell))).max().unwrap_or(0).min(*limit)
        })
        .collect();
    rows.iter()
        .map(|row| {
            let mut line = String::new();
            for ((cell, (side, _)), width) in row.iter().zip(columns).zip(&widths) {
                line.push_str("  ");
                line.push_str(&match side {
                    Side::Left => text::pad_right(cell, *width),
                    Side::Right => text::pad_left(cell, *width),
                });
            }
            line.trim_end().to_owned()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let rows = [row(["Contoso", "940k", "x"]), row(["Wide World Importers", "9k", ""])];
        let columns = [(Side::Left, 12), (Side::Right, 9), (Side::Left, 9)];
        assert_eq!(lines(&columns, &rows), ["  Contoso       940k  x", "  Wide World…     9k"]);
    }

    #[test]
    fn foreign_text_cannot_break_the_line() {
        let rows = [vec!["a\u{1b}[2J\nb".to_owned()]];
        assert_eq!(lines(&[(Side::Left, 20)], &rows), ["  a␛[2J␤b"]);
    }
}
