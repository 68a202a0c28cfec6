//! The lines that a form consists of, in order: one for each field, with what belongs to it below.

use super::field::{Entry, Field};
use super::values::Values;
use super::{Form, kind};
use crate::text;
use std::ops::Range;

/// Options that show at once.
const OPTIONS: usize = 7;
/// Lines that the words of several chosen options may take.
const CHOSEN: usize = 3;
/// Columns that labels get at most.
const LABELS: u16 = 22;

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    Blank,
    Lead(String),
    Failure(String),
    /// The nth line of a field.
    Field {
        field: usize,
        line: usize,
    },
    /// An option by its place among the found ones.
    Option {
        field: usize,
        place: usize,
    },
    /// So many options more.
    More {
        field: usize,
        count: usize,
    },
    /// Nothing was found.
    Nothing {
        field: usize,
    },
    Error {
        field: usize,
        text: String,
    },
    /// What the texts come to so far; under a field, or over all of them.
    Says {
        field: Option<usize>,
        text: String,
    },
    /// What another program has written there.
    Theirs {
        text: String,
    },
    Answers,
    /// Below all fields: what they come to.
    Save,
}

/// The columns of a form of this width.
#[derive(Clone, Copy, Debug)]
pub struct Columns {
    /// Where labels end.
    pub label: u16,
    /// Where values begin.
    pub value: u16,
    /// How wide they may be.
    pub room: u16,
}

impl Columns {
    pub fn of(fields: &[Field], width: u16) -> Self {
        let widest = fields.iter().map(|field| text::width(&text::shown(&field.spec.label))).max();
        let widest = u16::try_from(widest.unwrap_or(0)).unwrap_or(LABELS);
        let label = widest.min(LABELS).min(width / 3) + 1;
        let value = label + 3;
        Self { label, value, room: width.saturating_sub(value + 1).max(1) }
    }
}

impl Form {
    /// All lines, for so many columns and a screen that shows so many of them.
    pub(super) fn rows(&self, columns: Columns, width: u16, lines: u16) -> Vec<Row> {
        let whole = usize::from(width.saturating_sub(2)).max(1);
        let mut rows = Vec::new();
        let wrapped = |text: &str| text::wrap(text, whole);
        rows.extend(self.failure.iter().flat_map(|text| wrapped(text)).map(Row::Failure));
        rows.extend(self.lead.iter().flat_map(|text| wrapped(text)).map(Row::Lead));
        let says = self.says();
        let under = |key: &str| -> Vec<Row> {
            let field = self.fields.iter().position(|field| field.spec.key == key);
            let room = if field.is_some() { usize::from(columns.room) } else { whole };
            let texts = says.iter().filter(|(one, _)| *one == key);
            let lines = texts.flat_map(|(_, text)| text::wrap(text, room.max(1)));
            lines.map(|text| Row::Says { field, text }).collect()
        };
        rows.extend(under(""));
        if !rows.is_empty() && lines > 8 {
            rows.push(Row::Blank);
        }
        for (place, field) in self.fields.iter().enumerate() {
            let count = height(field, columns.room);
            rows.extend((0..count).map(|line| Row::Field { field: place, line }));
            rows.extend(under(&field.spec.key));
            self.add_below(&mut rows, place, field, columns, lines);
        }
        if self.conflicts.first().is_some_and(|conflict| conflict.field.is_none()) {
            self.add_question(&mut rows, columns);
        }
        if self.conflicts.is_empty() {
            if lines > 8 {
                rows.push(Row::Blank);
            }
            rows.push(Row::Save);
        }
        rows
    }

    /// What the texts come to, while nothing is asked.
    fn says(&self) -> kind::Says {
        let texts = self.texts();
        let values = Values::new(&texts, self.facts.today).in_order(self.facts.order);
        kind::says(&self.subject, &self.facts, &values)
    }

    fn add_below(
        &self,
        rows: &mut Vec<Row>,
        place: usize,
        field: &Field,
        columns: Columns,
        lines: u16,
    ) {
        for error in self.errors.iter().filter(|error| error.key == field.spec.key) {
            let room = usize::from(columns.room).saturating_sub(2).max(1);
            let texts = text::wrap(&error.message, room).into_iter().enumerate();
            rows.extend(texts.map(|(nth, text)| {
                let sign = if nth == 0 { "✕" } else { " " };
                Row::Error { field: place, text: format!("{sign} {text}") }
            }));
        }
        if self.conflicts.first().is_some_and(|conflict| conflict.field == Some(place)) {
            self.add_question(rows, columns);
        } else if place == self.focus
            && let Entry::Choice(choice) = &field.entry
            && choice.is_open()
        {
            let found = choice.found().len();
            let most = OPTIONS.min(usize::from(lines).saturating_sub(2)).max(1);
            let shown = window(found, choice.at(), most);
            let rest = found - shown.len();
            rows.extend(shown.map(|option| Row::Option { field: place, place: option }));
            if found == 0 {
                rows.push(Row::Nothing { field: place });
            } else if rest > 0 {
                rows.push(Row::More { field: place, count: rest });
            }
        }
    }

    fn add_question(&self, rows: &mut Vec<Row>, columns: Columns) {
        let Some(conflict) = self.conflicts.first() else { return };
        let says = format!("changed meanwhile: {}", conflict.shown);
        let texts = text::wrap(&says, usize::from(columns.room));
        rows.extend(texts.into_iter().take(5).map(|text| Row::Theirs { text }));
        rows.push(Row::Answers);
    }

    /// The lines that have to be seen: the field in focus with all that belongs to it.
    pub(super) fn in_focus(&self, rows: &[Row]) -> (usize, usize) {
        let mine = |row: &Row| match row {
            Row::Field { field, .. }
            | Row::Option { field, .. }
            | Row::More { field, .. }
            | Row::Nothing { field }
            | Row::Error { field, .. } => *field == self.focus,
            Row::Says { field, .. } => *field == Some(self.focus),
            Row::Theirs { .. } | Row::Answers => true,
            Row::Save => self.focus >= self.fields.len(),
            Row::Failure(_) => self.fields.is_empty(),
            Row::Blank | Row::Lead(_) => false,
        };
        let first = rows.iter().position(mine).unwrap_or(0);
        let last = rows.iter().rposition(mine).unwrap_or(0);
        // What stands above the first field is seen with it.
        (if self.focus == 0 { 0 } else { first }, last)
    }
}

/// How many lines a field takes.
fn height(field: &Field, room: u16) -> usize {
    match &field.entry {
        Entry::Lines(lines) => usize::from(lines.height(room)),
        Entry::Choice(choice) if choice.is_many() => {
            chosen(&choice.labels(), room).len().clamp(1, CHOSEN)
        }
        Entry::Line(_) | Entry::Choice(_) => 1,
    }
}

/// The words of what is chosen, in lines.
pub fn chosen(labels: &[&str], room: u16) -> Vec<String> {
    text::wrap(&labels.join(", "), usize::from(room))
}

/// The places of at most so many, the chosen one among them.
fn window(count: usize, at: usize, most: usize) -> Range<usize> {
    let first = (at + 1).saturating_sub(most.div_ceil(2) + 1).min(count.saturating_sub(most));
    first..(first + most).min(count)
}
