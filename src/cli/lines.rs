//! A page of the screen as text: the same lines, with the room that paper has.

use super::page::Page;
use crate::domain::page::{self, Cell, Line, Shape, Span};
use crate::text;

/// Columns of the text.
const WIDTH: usize = 110;
/// Columns of a text that takes what the others leave.
pub const REST: usize = 70;
/// Columns of any other text before the last one: paper has more room than a pane.
const INNER: usize = 36;
/// The last text has so many columns whatever stands before it.
const LEAST: usize = 30;

/// The lines of a page under its name and its figure.
pub fn under(title: &str, of: &page::Page) -> Page {
    let mut said = Page::default();
    let figure = if of.figure.is_empty() { String::new() } else { format!(" · {}", of.figure) };
    said.put(format!("{title}{}\n", text::shown(&figure)));
    if !matches!(of.lines.first().map(|line| &line.shape), Some(Shape::Title(_))) {
        said.put("\n");
    }
    let labels = of.lines.iter().filter_map(|line| match &line.shape {
        Shape::Fact { label, .. } => Some(text::width(&text::shown(label))),
        _ => None,
    });
    let labels = labels.max().unwrap_or(0);
    let mut rest = of.lines.as_slice();
    while let Some(line) = rest.first() {
        match &line.shape {
            Shape::Title(spans) => said.put(format!("\n{}\n", joined(spans).trim_end())),
            Shape::Fact { label, spans } => {
                let told = text::wrap(&joined(spans), WIDTH.saturating_sub(labels + 4));
                for (nth, told) in told.iter().enumerate() {
                    let label = if nth == 0 { label.as_str() } else { "" };
                    said.put(format!("  {}  {told}\n", text::pad_right(label, labels)));
                }
            }
            Shape::Row(_) => {
                let end = rest.iter().position(|line| cells(line).is_none()).unwrap_or(rest.len());
                let (rows, after) = rest.split_at(end);
                put_rows(&mut said, rows);
                rest = after;
                continue;
            }
            Shape::Prose(span) => {
                for told in text::wrap(&span.text, WIDTH) {
                    said.put(format!("  {told}\n"));
                }
            }
            Shape::Gap => {}
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    said
}

const fn cells(line: &Line) -> Option<&Vec<Cell>> {
    match &line.shape {
        Shape::Row(cells) => Some(cells),
        _ => None,
    }
}

/// Rows that follow each other stand under each other; what ends a row is told whole.
fn put_rows(said: &mut Page, rows: &[Line]) {
    let rows: Vec<&Vec<Cell>> = rows.iter().filter_map(cells).collect();
    let count = rows.iter().map(|row| row.len()).max().unwrap_or(0);
    let mut columns = vec![0; count];
    for row in &rows {
        let inner = row.iter().take(row.len() - usize::from(ending(row).is_some()));
        for (column, cell) in columns.iter_mut().zip(inner) {
            let most = if cell.width == 0 { REST } else { INNER.max(usize::from(cell.width)) };
            *column = text::width(&joined(&cell.spans)).min(most).max(*column);
        }
    }
    for row in rows {
        let mut line = String::new();
        let end = ending(row);
        for (cell, column) in row.iter().zip(&columns).take(row.len() - usize::from(end.is_some()))
        {
            let told = joined(&cell.spans);
            line.push_str("  ");
            line.push_str(&if cell.right {
                text::pad_left(&told, *column)
            } else {
                text::pad_right(&told, *column)
            });
        }
        line.push_str("  ");
        let indent = text::width(&line);
        let told = end.map_or_else(String::new, |cell| joined(&cell.spans));
        let room = WIDTH.saturating_sub(indent).max(LEAST);
        // What fits keeps its own blanks: a bar begins where the one above it ends.
        let told = if text::width(&told) <= room { vec![told] } else { text::wrap(&told, room) };
        for (nth, told) in told.iter().enumerate() {
            if nth > 0 {
                line = " ".repeat(indent);
            }
            line.push_str(told);
            said.put(format!("{}\n", line.trim_end()));
        }
    }
}

/// The cell that ends a row, where nothing has to stand under it.
fn ending(row: &[Cell]) -> Option<&Cell> {
    row.last().filter(|cell| !cell.right)
}

fn joined(spans: &[Span]) -> String {
    let texts: Vec<_> = spans.iter().map(|span| text::shown(&span.text)).collect();
    texts.concat()
}
