//! From foreign files to changes: read, map, match, preview, apply. The same file twice changes
//! nothing; what the user changed since stays; one undo takes an import back.

pub mod amount;
pub mod columns;
pub mod day;
pub mod dialect;
pub mod draft;
pub mod encoding;
pub mod field;
pub mod file;
pub mod index;
pub mod intake;
pub mod kept;
pub mod matching;
pub mod money;
pub mod preview;
pub mod refusal;
pub mod row;
pub mod table;

use crate::clock::Moment;
use crate::desk::{Act, ActKind, Desk, Receipt};
use crate::domain::book::import_batch::{self, ImportBatch};
use crate::domain::book::known::Known;
use crate::domain::cell::Id;
use crate::domain::money::Currency;
use crate::domain::when::Order;
use crate::error::{Error, Kind as ErrorKind, Result};
use chrono::NaiveDate;
use columns::Mapping;
use day::Told;
use field::Kind;
use index::Index;
use intake::Intake;
use preview::{FileRead, Preview};
use refusal::Reason;
use row::Manner;

/// A file by its name and its text, or why it has none.
#[derive(Clone, Debug)]
pub struct Input {
    pub name: String,
    pub text: std::result::Result<String, Reason>,
}

/// What the user said about the files.
#[derive(Clone, Debug)]
pub struct Options {
    /// What the rows are; none: told by the header.
    pub kind: Option<Kind>,
    pub mapping: Mapping,
    /// The program whose ids these are; none: the dialect's.
    pub source: Option<String>,
    /// For columns of days that could be read either way.
    pub day_order: Order,
    /// For amounts that name no currency.
    pub currency: Currency,
    pub today: NaiveDate,
}

/// Works out what the files bring to the book, without changing anything.
///
/// # Errors
/// Not one file can be read; the error names the first one's fault.
pub fn preview(inputs: Vec<Input>, options: &Options, known: Known) -> Result<Preview> {
    let dialects = dialect::recognised()?;
    let plain = dialect::plain()?;
    let preview = Preview { last_step: known.last_step, ..Preview::default() };
    let mut intake = Intake { index: Index::of(known), preview, today: options.today };
    let mut sheets = Vec::new();
    for input in inputs {
        match file::sheet(input, options, &dialects, &plain) {
            Ok(sheet) => sheets.push(sheet),
            Err(refusal) => {
                intake.preview.total.refused += 1;
                intake.preview.refused_rows.push(refusal);
            }
        }
    }
    if sheets.is_empty() {
        return Err(match intake.preview.refused_rows.first() {
            None => Error::new(ErrorKind::Usage, "no file to import").hint("name one or more"),
            Some(first) => {
                let error =
                    Error::new(ErrorKind::Input, format!("{}: {}", first.file, first.reason));
                match &first.hint {
                    Some(hint) => error.hint(hint.clone()),
                    None => error,
                }
            }
        });
    }
    // Accounts first: the rest refers to them.
    sheets.sort_by_key(file::Sheet::kind);
    for sheet in &mut sheets {
        let refused = std::mem::take(&mut sheet.refused);
        intake.preview.count(sheet.kind(), |counts| counts.refused += refused.len());
        if sheet.rows.is_empty() && refused.is_empty() {
            let note = format!("{}: no row stands under the header", sheet.file);
            intake.preview.notes.push(note);
        }
        intake.preview.files.push(FileRead {
            file: sheet.file.clone(),
            kind: sheet.kind(),
            dialect: sheet.columns.dialect.clone(),
            rows: sheet.rows.len() + refused.len(),
        });
        intake.preview.refused_rows.extend(refused);
    }
    for sheet in &sheets {
        let manner = Manner::learn(&sheet.columns, &sheet.rows, options);
        note_days(&mut intake.preview, &sheet.file, &manner);
        intake.take(sheet, &manner);
    }
    let mut preview = intake.preview;
    preview
        .refused_rows
        .sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
    if !preview.changes.is_empty() {
        let batch = batch(&preview, options.today);
        preview.changes.push(batch.into());
    }
    Ok(preview)
}

/// Puts what the preview found into the book, as one step that one undo takes back.
///
/// # Errors
/// The book was changed since the preview, or does not take it; then nothing was changed.
pub fn apply(desk: &mut Desk, preview: &Preview, now: Moment) -> Result<Receipt> {
    if desk.last_step()? != preview.last_step {
        return Err(Error::new(
            ErrorKind::Busy,
            "the book was changed since the files were compared with it",
        )
        .hint("import them again; nothing was written"));
    }
    let act = Act::new(ActKind::Import, preview.label());
    desk.commit(&act, &preview.changes, now)
}

fn note_days(preview: &mut Preview, file: &str, manner: &Manner) {
    let read = match manner.default_order {
        Order::DayFirst => "day first",
        Order::MonthFirst => "month first",
    };
    for (column, told) in &manner.orders {
        let note = match told {
            Told::Either => format!("could be read either way; read with the {read}"),
            Told::Both => format!("mixes day first and month first; read with the {read}"),
            Told::Nothing | Told::Order(_) => continue,
        };
        preview.notes.push(format!("{file}: the days in “{column}” {note}"));
    }
}

/// The record of this import in the book.
fn batch(preview: &Preview, today: NaiveDate) -> import_batch::Change {
    let files: Vec<&str> = preview.files.iter().map(|read| read.file.as_str()).collect();
    import_batch::Change::Added(ImportBatch {
        id: Id(0),
        on_date: today,
        files: files.join("\n"),
        counts: serde_json::to_string(&preview.by_kind).unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod trial;
