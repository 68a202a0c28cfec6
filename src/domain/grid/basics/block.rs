//! A block of cells from a spreadsheet: lines, with tabs between the cells.

use super::edit::Way;
use super::entry::{Cell, Entry, Made, enter};
use super::{Basics, COLUMNS, Column, Ground};

/// One cell that was pasted and where it falls.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted {
    /// Counted from 1, as pasted.
    pub line: usize,
    /// Its place among the rows.
    pub row: usize,
    pub column: Column,
    pub text: String,
    pub made: Made,
}

/// What a paste would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    /// Cells with a text, row by row.
    pub cells: Vec<Pasted>,
    pub entry: Entry,
    /// What of it falls beside the sheet, and what was taken as given, a sentence each.
    pub notes: Vec<String>,
}

impl Block {
    /// Cells that change something.
    #[must_use]
    pub fn fitting(&self) -> usize {
        self.cells.iter().filter(|cell| matches!(cell.made, Made::Said(_))).count()
    }

    /// Cells that do not fit.
    #[must_use]
    pub fn wrong(&self) -> usize {
        self.cells.iter().filter(|cell| matches!(cell.made, Made::Wrong(_))).count()
    }
}

/// Lines of cells, as a spreadsheet copies them; an empty last line is none.
fn lines(text: &str) -> Vec<Vec<&str>> {
    let text = text.trim_end_matches('\n');
    text.lines().map(|line| line.split('\t').map(|cell| unquoted(cell.trim())).collect()).collect()
}

/// A cell that a spreadsheet has put into quotes.
fn unquoted(cell: &str) -> &str {
    cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')).unwrap_or(cell).trim()
}

/// Fills the block in from a cell on, to the right and down. One single cell fills all of the
/// `marked` rows.
#[must_use]
pub fn paste(
    text: &str,
    rows: &[&Basics],
    (row, column): (usize, Column),
    marked: usize,
    ground: Ground,
) -> Block {
    // A terminal hands over the ends of lines as carriage returns.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut lines = lines(&text);
    let mut notes = Vec::new();
    if let [only] = lines.as_slice()
        && only.len() == 1
    {
        lines = vec![only.clone(); marked.max(1)];
    }
    let first = COLUMNS.iter().position(|spec| spec.column == column).unwrap_or_default();
    let columns = COLUMNS.get(first..).unwrap_or_default();
    let mut skipped = 0;
    if lines.len() > 1 && is_title(&lines, columns, rows.get(row).copied(), ground) {
        lines.remove(0);
        skipped = 1;
        notes.push("The first line holds titles; it is left out.".to_owned());
    }
    let room = rows.len().saturating_sub(row);
    if lines.len() > room {
        let over = lines.len() - room;
        notes.push(match over {
            1 => "1 line falls below the last account; it is left out.".to_owned(),
            over => format!("{over} lines fall below the last account; they are left out."),
        });
    }
    if lines.iter().any(|line| line.len() > columns.len()) {
        let last = COLUMNS.last().map_or("", |spec| spec.title);
        notes.push(format!("Columns right of “{last}” are left out."));
    }
    let mut places = Vec::new();
    for (nth, line) in lines.iter().take(room).enumerate() {
        for (text, spec) in line.iter().zip(columns).filter(|(text, _)| !text.is_empty()) {
            places.push((nth, row + nth, spec.column, *text));
        }
    }
    let cells: Vec<Cell<'_>> = places
        .iter()
        .filter_map(|(_, row, column, text)| {
            let of = *rows.get(*row)?;
            Some(Cell { of, column: *column, text, way: Way::Anew })
        })
        .collect();
    let entry = enter(&cells, ground);
    let cells: Vec<Pasted> = places
        .iter()
        .zip(&entry.made)
        .map(|((nth, row, column, text), made)| Pasted {
            line: nth + 1 + skipped,
            row: *row,
            column: *column,
            text: (*text).to_owned(),
            made: made.clone(),
        })
        .collect();
    let named = cells.iter().filter(|cell| rows.iter().any(|row| row.name == cell.text)).count();
    if named > 0 {
        notes.push(
            "It holds names of accounts: “paste columns from a spreadsheet” matches by name."
                .to_owned(),
        );
    }
    Block { cells, entry, notes }
}

/// Nothing in the first line fits its column, and something in the second does.
fn is_title(
    lines: &[Vec<&str>],
    columns: &[super::Spec],
    of: Option<&Basics>,
    ground: Ground,
) -> bool {
    let Some(of) = of else { return false };
    let fits = |line: usize| {
        let cells = lines.get(line).into_iter().flatten().zip(columns);
        let mut cells = cells.filter(|(text, _)| !text.is_empty());
        cells.any(|(text, spec)| {
            let cell = Cell { of, column: spec.column, text, way: Way::Anew };
            enter(&[cell], ground).wrong().is_none()
        })
    };
    let title = |(text, spec): (&&str, &super::Spec)| {
        let text = text.to_lowercase();
        text == spec.title.to_lowercase() || text == spec.column.word().to_lowercase()
    };
    let named = lines.first().into_iter().flatten().zip(columns).any(title);
    let said = lines.first().is_some_and(|line| line.iter().any(|text| !text.is_empty()));
    named || said && !fits(0) && fits(1)
}
