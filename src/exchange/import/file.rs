//! One file as it lies on the disk, and its rows once its columns are understood.

use super::columns::{self, Columns};
use super::dialect::Dialect;
use super::encoding;
use super::field::{Field, Kind};
use super::refusal::{Reason, Refusal};
use super::row::{Cells, cells};
use super::table;
use super::{Input, Options};
use std::path::Path;

/// Larger files are no list of a person's clients, bytes.
const MOST_BYTES: u64 = 512 * 1024 * 1024;

/// Reads a file into text.
#[must_use]
pub fn open(path: &Path) -> Input {
    Input { name: path.display().to_string(), text: read(path) }
}

fn read(path: &Path) -> Result<String, Reason> {
    let system = |error: std::io::Error| Reason::new(format!("cannot be read: {error}"));
    let about = std::fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => {
            Reason::new("no such file").hint("check the path; one file an argument")
        }
        _ => system(error),
    })?;
    if about.is_dir() {
        return Err(Reason::new("this is a directory").hint("name the files in it"));
    }
    if !about.is_file() {
        return Err(Reason::new("this is no regular file").hint("save it to a file first"));
    }
    if about.len() > MOST_BYTES {
        return Err(Reason::new("the file is larger than 512 MB").hint("split it"));
    }
    encoding::text(&std::fs::read(path).map_err(system)?)
}

/// One row that can be read further.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub line: u64,
    pub cells: Cells,
}

/// A file whose columns are understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    pub file: String,
    pub columns: Columns,
    pub rows: Vec<Line>,
    /// Rows that are no rows.
    pub refused: Vec<Refusal>,
}

/// Finds the header and cuts the rows.
///
/// # Errors
/// The file as a whole is refused.
pub fn sheet(
    input: Input,
    options: &Options,
    dialects: &[Dialect],
    plain: &Dialect,
) -> Result<Sheet, Refusal> {
    let file = input.name;
    let refuse = |why: Reason| Refusal::file(&file, why);
    let text = input.text.map_err(refuse)?;
    let mut fault = None;
    let mut found = None;
    for delimiter in table::delimiters(&text) {
        let lines = table::lines(&text, delimiter);
        match columns::find(&lines, dialects, plain, options.kind, &options.mapping) {
            Ok((place, columns)) => {
                found = Some((lines, place, columns));
                break;
            }
            Err(why) => fault = fault.or(Some(why)),
        }
    }
    let Some((lines, place, mut columns)) = found else {
        return Err(refuse(fault.unwrap_or_else(|| Reason::new("the file holds no rows"))));
    };
    if let Some(source) = &options.source {
        columns.source.clone_from(source);
    }
    let width = lines.get(place).map_or(0, |line| line.cells.len());
    let mut sheet = Sheet { file: file.clone(), columns, rows: Vec::new(), refused: Vec::new() };
    for line in lines.into_iter().skip(place + 1) {
        let extra = line.cells.iter().skip(width).any(|cell| !cell.trim().is_empty());
        let fault = if line.unclosed {
            Some(
                Reason::new("a quote is opened in this row and never closed")
                    .hint("export the file again, or close the quote"),
            )
        } else if line.cells.len() < width || extra {
            let cells = match line.cells.len() {
                1 => "1 cell".to_owned(),
                many => format!("{many} cells"),
            };
            let text = format!("{cells} where the header has {width}");
            Some(Reason::new(text).hint("a quote or a delimiter is missing in this row"))
        } else if line.cells.iter().any(|cell| cell.contains('\0')) {
            Some(Reason::new("the row holds a zero byte").hint("export the file again"))
        } else {
            None
        };
        if let Some(fault) = fault {
            sheet.refused.push(fault.at(&file, line.line));
        } else {
            let cells = cells(&line, &sheet.columns);
            sheet.rows.push(Line { line: line.line, cells });
        }
    }
    Ok(sheet)
}

impl Sheet {
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.columns.kind
    }

    /// The cell of a field, for looking things up before the rows are read.
    #[must_use]
    pub fn cell<'a>(&self, row: &'a Line, field: Field) -> Option<&'a str> {
        self.columns.of(field).iter().find_map(|name| row.cells.get(name)).map(String::as_str)
    }
}
