//! The lines of a page set for a width: facts without room fall away, prose breaks, columns that a
//! narrow page has no room for are left out.

use crate::domain::page::{Cell, Line, Shape, Span, Tone};
use crate::text;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::{Pen, Word};
use ratatui::style::Style;

/// Where everything but the names of parts begins.
const INDENT: u16 = 3;
/// Columns of the labels, the gap after them with it.
const LABELS: (usize, usize) = (10, 20);
/// Wider lines are hard to follow.
const WIDEST: u16 = 116;
/// Columns of running text.
const PROSE: u16 = 92;
/// A sentence is not broken into less than this.
const LEAST: usize = 20;
/// What stands between two facts.
const BETWEEN: &str = " · ";

/// One row on the screen.
#[derive(Debug)]
pub struct Row<'a> {
    /// The place of its line among those that can be chosen.
    pub entry: Option<usize>,
    /// The first row of its line.
    pub first: bool,
    form: Form<'a>,
}

#[derive(Debug)]
enum Form<'a> {
    Title(&'a [Span]),
    Fact {
        label: &'a str,
        column: u16,
        spans: &'a [Span],
    },
    /// A row of a fact that is one sentence and breaks.
    Said {
        label: &'a str,
        column: u16,
        text: String,
        tone: Tone,
    },
    Cells(&'a [Cell]),
    Prose(String, Tone),
    Gap,
}

/// All rows of lines that are so many columns wide, after so many that can be chosen.
pub fn set(lines: &[Line], before: usize, columns: u16) -> Vec<Row<'_>> {
    let labels = lines.iter().filter_map(|line| match &line.shape {
        Shape::Fact { label, .. } => Some(text::width(&text::shown(label)) + 2),
        _ => None,
    });
    let most = if columns < 70 { 13 } else { LABELS.1 };
    let labels = labels.max().unwrap_or(0).clamp(LABELS.0, most) as u16;
    let mut rows = Vec::new();
    let mut entries = before;
    for line in lines {
        let entry = line.entry.is_some().then_some(entries);
        entries += usize::from(entry.is_some());
        for (nth, form) in forms(line, columns, INDENT + labels).into_iter().enumerate() {
            rows.push(Row { entry, first: nth == 0, form });
        }
    }
    rows
}

fn forms(line: &Line, columns: u16, column: u16) -> Vec<Form<'_>> {
    match &line.shape {
        Shape::Title(spans) => vec![Form::Title(spans)],
        Shape::Fact { label, spans } => {
            let broken = broken(label, spans, columns, column);
            if broken.is_empty() { vec![Form::Fact { label, column, spans }] } else { broken }
        }
        Shape::Row(cells) => vec![Form::Cells(cells)],
        Shape::Prose(span) => {
            let room = columns.saturating_sub(INDENT + 2).clamp(1, PROSE);
            let lines = text::wrap(&span.text, usize::from(room));
            lines.into_iter().map(|text| Form::Prose(text, span.tone)).collect()
        }
        Shape::Gap => vec![Form::Gap],
    }
}

/// The rows of a fact that is one sentence and wider than its room: there is no second fact to
/// leave out, and half a sentence says nothing.
fn broken<'a>(label: &'a str, spans: &'a [Span], columns: u16, column: u16) -> Vec<Form<'a>> {
    let [span] = spans else { return Vec::new() };
    let room = usize::from(columns.saturating_sub(1).min(WIDEST).saturating_sub(column));
    if room < LEAST || text::width(&text::shown(&span.text)) <= room {
        return Vec::new();
    }
    let lines = text::wrap(&span.text, room).into_iter().enumerate();
    let said = |(nth, text)| {
        let label = if nth == 0 { label } else { "" };
        Form::Said { label, column, text, tone: span.tone }
    };
    lines.map(said).collect()
}

impl Row<'_> {
    pub const fn is_gap(&self) -> bool {
        matches!(self.form, Form::Gap)
    }

    /// Draws it; `chosen` is its style where it is the chosen one.
    pub fn draw(&self, pen: &mut Pen<'_>, y: u16, chosen: Option<Style>, theme: &Theme) {
        let words = |spans: &[Span]| -> Vec<Word> {
            let style = |span: &Span| chosen.unwrap_or_else(|| theme.tone(span.tone));
            spans.iter().map(|span| (span.text.clone(), style(span))).collect()
        };
        let edge = pen.width().saturating_sub(1);
        match &self.form {
            Form::Title(spans) => {
                pen.words(1, y, edge.saturating_sub(1), &words(spans));
            }
            Form::Fact { label, column, spans } => {
                let style = chosen.unwrap_or(theme.dim);
                pen.cell(INDENT, y, column.saturating_sub(INDENT + 1), label, style);
                let room = edge.min(WIDEST).saturating_sub(*column);
                pen.words(*column, y, room, &words(fitting(spans, usize::from(room))));
            }
            Form::Said { label, column, text, tone } => {
                let style = chosen.unwrap_or(theme.dim);
                pen.cell(INDENT, y, column.saturating_sub(INDENT + 1), label, style);
                let style = chosen.unwrap_or_else(|| theme.tone(*tone));
                pen.cell(*column, y, edge.saturating_sub(*column), text, style);
            }
            Form::Cells(cells) => {
                let whole = pen.width();
                let room = edge.min(WIDEST).saturating_sub(INDENT);
                let mut x = INDENT;
                for (cell, wide) in widths(cells, whole, room) {
                    let words = words(&cell.spans);
                    let taken = words.iter().map(|(text, _)| text::width(&text::shown(text))).sum();
                    let blank =
                        if cell.right { usize::from(wide).saturating_sub(taken) } else { 0 };
                    let blank = blank as u16;
                    let columns = (wide - blank).min(edge.saturating_sub(x + blank));
                    pen.words(x + blank, y, columns, &words);
                    x += wide + 1;
                }
            }
            Form::Prose(text, tone) => {
                let style = chosen.unwrap_or_else(|| theme.tone(*tone));
                pen.cell(INDENT, y, edge.saturating_sub(INDENT), text, style);
            }
            Form::Gap => {}
        }
    }
}

/// The facts that there is room for; the first one stays and is cut. A fact begins with the sign
/// between facts, and goes on over the spans after it.
fn fitting(spans: &[Span], room: usize) -> &[Span] {
    let mut fits = spans;
    let wide = |spans: &[Span]| -> usize {
        spans.iter().map(|span| text::width(&text::shown(&span.text))).sum()
    };
    while wide(fits) > room {
        match fits.iter().rposition(|span| span.text.starts_with(BETWEEN)) {
            Some(fact) if fact > 0 => fits = fits.get(..fact).unwrap_or_default(),
            _ => break,
        }
    }
    fits
}

/// The cells that a page of `whole` columns shows, each with its columns of the `room` of a line.
fn widths(cells: &[Cell], whole: u16, room: u16) -> Vec<(&Cell, u16)> {
    let shown: Vec<&Cell> = cells.iter().filter(|cell| whole >= cell.from).collect();
    let fixed: u16 = shown.iter().map(|cell| cell.width).sum();
    let gaps = (shown.len() as u16).saturating_sub(1);
    let open = shown.iter().filter(|cell| cell.width == 0).count() as u16;
    let left = room.saturating_sub(fixed + gaps);
    let share = left.checked_div(open).unwrap_or(0);
    let columns = |cell: &Cell| if cell.width == 0 { share } else { cell.width };
    shown.into_iter().map(|cell| (cell, columns(cell))).collect()
}
