//! What files would bring, before any of it is written.

use super::Start;
use super::files;
use super::page::{Around, Page, Turn, said};
use crate::desk::{Act, ActKind, Commit, Job, Reading};
use crate::domain::when::Order;
use crate::error::Result;
use crate::exchange::import::columns::Mapping;
use crate::exchange::import::field::Kind;
use crate::exchange::import::preview::Preview;
use crate::exchange::import::refusal::Refusal;
use crate::exchange::import::{self, Options, file};
use crate::text;
use crate::tui::action::{Opening, Wish};
use crate::tui::key::Input;
use crate::tui::keymap::Context;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::screen::book::Sight;
use crate::tui::widget::pen::Word;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::Path;

/// Rows of one sort told one by one.
const TOLD: usize = 200;

/// Columns of a line that is told.
const TEXT: usize = 74;

/// How a line of the preview is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    Plain,
    Dim,
    Title,
}

/// The page.
#[derive(Debug)]
pub struct Look {
    page: Page,
    /// What stood in the line.
    line: String,
    preview: Preview,
    lines: Vec<(String, Weight)>,
    /// The book holds nothing yet.
    is_first: bool,
}

impl Look {
    /// Reads the files that the line names and compares them with the book.
    ///
    /// # Errors
    /// No file is named, not one can be read, or the book cannot be.
    pub fn read(line: String, reading: &Reading, today: NaiveDate, order: Order) -> Result<Self> {
        let inputs = files::named(&line)?.iter().map(|path| file::open(path)).collect();
        let known = reading.known()?;
        let is_first = known.accounts.is_empty();
        let options = Options {
            kind: None,
            mapping: Mapping::default(),
            source: None,
            day_order: order,
            currency: reading.rules().exchange.base,
            today,
        };
        let preview = import::preview(inputs, &options, known)?;
        let lines = told(&preview);
        Ok(Self { page: Page::default(), line, preview, lines, is_first })
    }

    fn write(&self) -> Outcome {
        let act = Act::new(ActKind::Import, self.preview.label());
        let commit = Commit::new(act, self.preview.changes.clone());
        let mut wishes = vec![Wish::Ask(Job::Import { commit, seen: self.preview.last_step })];
        if self.is_first {
            wishes.push(Wish::Open(Opening::Start(Start::Checklist)));
        }
        Outcome::ClosesWith(wishes)
    }
}

/// What comes in, what does not, and why.
fn told(preview: &Preview) -> Vec<(String, Weight)> {
    let mut lines = Vec::new();
    let wrapped = |lines: &mut Vec<_>, text: &str, weight| {
        lines.extend(text::wrap(text, TEXT).into_iter().map(|line| (line, weight)));
    };
    for remark in preview.remarks() {
        wrapped(&mut lines, &remark, Weight::Plain);
    }
    let mut some = |title: &str, rows: Vec<String>| {
        if rows.is_empty() {
            return;
        }
        let count = rows.len();
        lines.push((format!("{title}: {count}"), Weight::Title));
        for row in rows.iter().take(TOLD) {
            wrapped(&mut lines, row, Weight::Dim);
        }
        if count > TOLD {
            lines.push((format!("… {} more", count - TOLD), Weight::Dim));
        }
    };
    some("Refused", preview.refused_rows.iter().map(told_row).collect());
    some("Unclear, left out", preview.unclear_rows.iter().map(told_row).collect());
    some("Yours stays", preview.stays.iter().map(ToString::to_string).collect());
    lines
}

/// A row under the name of its file: its directory was named a moment ago.
fn told_row(refusal: &Refusal) -> String {
    let name = Path::new(&refusal.file).file_name();
    let file = name.map_or_else(|| refusal.file.clone(), |name| name.display().to_string());
    Refusal { file, ..refusal.clone() }.to_string()
}

/// `accounts        22        0 …`, one line a kind under a line of titles.
fn counts(preview: &Preview, sight: &Sight<'_>) -> Vec<Vec<Word>> {
    let theme = sight.theme;
    let titles = ["new", "changed", "same", "unclear", "refused"];
    let line = |name: &str, cells: [String; 5]| {
        let cells = cells.map(|cell| format!("{cell:>9}")).concat();
        format!("{name:<14}{cells}")
    };
    let mut lines = vec![vec![(line("", titles.map(str::to_owned)), theme.dim)]];
    for kind in Kind::ALL {
        let Some(counts) = preview.by_kind.get(kind.word()) else { continue };
        let cells = [counts.new, counts.changed, counts.same, counts.unclear, counts.refused];
        let cells = cells.map(|count| if count == 0 { "·".to_owned() } else { count.to_string() });
        lines.push(vec![(line(kind.counted(2), cells), theme.text)]);
    }
    lines
}

impl Overlay for Look {
    fn context(&self) -> Context {
        Context::Start
    }

    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        match self.page.input(input, self.lines.len(), sight) {
            Turn::Take if self.preview.is_empty() => Outcome::Closes,
            Turn::Take => self.write(),
            Turn::Close => {
                let back = Opening::Start(Start::Import(self.line.clone()));
                Outcome::ClosesWith(vec![Wish::Open(back)])
            }
            Turn::Moved | Turn::TakeRow | Turn::Own => Outcome::Stays,
        }
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let theme = sight.theme;
        let mut lead = counts(&self.preview, sight);
        let nothing = self.preview.is_empty();
        if nothing {
            lead.push(said("Nothing new: the book holds all of this already.", sight));
        }
        let figure = match self.preview.files.len() {
            1 => "1 file".to_owned(),
            count => format!("{count} files"),
        };
        let around = Around {
            title: "What the files bring",
            figure: &figure,
            lead: &lead,
            foot: if nothing {
                "Enter close  Esc other files"
            } else {
                "Enter write it  Esc other files"
            },
            columns: 84,
            chooses: false,
        };
        let lines = &self.lines;
        self.page.draw(area, buffer, sight, &around, lines.len(), |pen, row, one, two| {
            let Some((line, weight)) = lines.get(row) else { return };
            let style = match weight {
                Weight::Plain => one,
                Weight::Dim => two,
                Weight::Title => one.patch(theme.strong),
            };
            pen.at(if *weight == Weight::Dim { 3 } else { 1 }, 0, line, style);
        });
    }
}
