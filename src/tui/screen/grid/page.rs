//! What every page of the grid has: its columns, its cells, and what its keys do to the cells that
//! are chosen. Rows, moves, ranges and the frame are the grid's own.

use crate::desk::Receipt;
use crate::domain::book::row::BookRow;
use crate::domain::cell::Id;
use crate::domain::grid::Row;
use crate::error::Error;
use crate::tui::action::{Action, Deed, Wish};
use crate::tui::footer::Space;
use crate::tui::form::draft::Draft;
use crate::tui::key::Input;
use crate::tui::keymap::Context;
use crate::tui::screen::book::{Concept, Sight};
use crate::tui::screen::view::At;
use crate::tui::widget::pen::Word;
use std::fmt::Debug;
use std::ops::RangeInclusive;

/// One column: its head, and how wide its cells are; a blank follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    pub title: &'static str,
    pub width: u16,
    /// Figures end where the column ends.
    pub right: bool,
}

impl Column {
    /// The last one takes the columns that are left, where its words begin at the left.
    #[must_use]
    pub fn stretched(self, last: bool, left: u16) -> Self {
        let width = if last && !self.right { self.width.max(left) } else { self.width };
        Self { width, ..self }
    }
}

/// One account of the grid: how the list has it, and what stands in its cells.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    pub book: &'a BookRow,
    pub row: &'a Row,
    /// Its place in the list by now, from 1; none: the list does not show it any more.
    pub place: Option<usize>,
}

impl Line<'_> {
    #[must_use]
    pub const fn account(&self) -> Id {
        self.book.account
    }
}

/// What a key is meant for: one cell, or a range around it.
#[derive(Clone, Copy, Debug)]
pub struct Chosen<'a> {
    /// In the order in which they are drawn.
    pub lines: &'a [Line<'a>],
    pub row: usize,
    pub column: usize,
    /// The other corner of the range.
    pub anchor: Option<(usize, usize)>,
}

impl<'a> Chosen<'a> {
    /// The account of the chosen cell.
    #[must_use]
    pub fn line(&self) -> Option<&'a Line<'a>> {
        self.lines.get(self.row)
    }

    /// The account above it.
    #[must_use]
    pub fn above(&self) -> Option<&'a Line<'a>> {
        self.lines.get(self.row.checked_sub(1)?)
    }

    #[must_use]
    pub const fn is_range(&self) -> bool {
        self.anchor.is_some()
    }

    #[must_use]
    pub fn rows(&self) -> RangeInclusive<usize> {
        let other = self.anchor.map_or(self.row, |(row, _)| row);
        self.row.min(other)..=self.row.max(other)
    }

    #[must_use]
    pub fn columns(&self) -> RangeInclusive<usize> {
        let other = self.anchor.map_or(self.column, |(_, column)| column);
        self.column.min(other)..=self.column.max(other)
    }

    /// Whether a cell is the chosen one or lies in the range.
    #[must_use]
    pub fn holds(&self, row: usize, column: usize) -> bool {
        self.rows().contains(&row) && self.columns().contains(&column)
    }

    /// All cells that are meant, account by account.
    pub fn cells(&self) -> impl Iterator<Item = (&'a Line<'a>, usize)> {
        let (rows, columns) = (self.rows(), self.columns());
        let lines = self.lines.get(rows).unwrap_or_default();
        lines.iter().flat_map(move |line| columns.clone().map(move |column| (line, column)))
    }
}

/// Where to go after an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    Stays,
    /// A range ends, what is chosen stays.
    Ends,
    /// To the cell below; a range ends and its corner stays chosen.
    Down,
    Right,
    /// To a row and a column.
    To(usize, usize),
}

/// What an act on the page comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub wishes: Vec<Wish>,
    pub then: Then,
}

impl Answer {
    #[must_use]
    pub const fn new(wishes: Vec<Wish>, then: Then) -> Self {
        Self { wishes, then }
    }

    /// One line for the person at the keyboard, and nothing else.
    #[must_use]
    pub fn says(text: impl Into<String>) -> Self {
        Self::new(vec![Wish::Say(text.into())], Then::Stays)
    }
}

/// One page of the grid.
pub trait GridPage: Debug {
    /// Its name among the pages.
    fn title(&self) -> &'static str;

    /// What it is for, where no account stands in it yet.
    fn purpose(&self) -> &'static str;

    fn columns(&self) -> &'static [Column];

    /// Where keys are pressed: another place while something is typed into a cell.
    fn context(&self) -> Context {
        Context::Grid
    }

    /// What stands in a cell. `chosen`: it is the one that is typed into.
    fn cell(&self, line: &Line<'_>, column: usize, chosen: bool, sight: &Sight<'_>) -> Word;

    /// What an act does to what is chosen; none: it is the grid's own (a move, a range, the order),
    /// or the book's.
    fn update(&mut self, action: Action, on: &Chosen<'_>, sight: &Sight<'_>) -> Option<Answer>;

    /// Text typed or pasted into a cell; none: it is a key of the table.
    fn typed(&mut self, _input: &Input, _on: &Chosen<'_>, _sight: &Sight<'_>) -> Option<Answer> {
        None
    }

    /// What was typed over the page was taken.
    fn taken(&mut self, _deed: &Deed) {}

    /// Somebody goes to another cell: what was begun here is ended.
    fn leave(&mut self) {}

    /// Somebody goes to another page or comes to the view anew.
    fn close(&mut self) {
        self.leave();
    }

    /// Beside the title of the page: `12 stale · 30 unknown`; empty: nothing.
    fn figure(&self, _lines: &[Line<'_>]) -> String {
        String::new()
    }

    /// Over the lines below: the chosen cell in a few words.
    fn heading(&self, on: &Chosen<'_>, sight: &Sight<'_>) -> Vec<Word>;

    /// Beside it: how a cell is written.
    fn hint(&self, _on: &Chosen<'_>) -> &'static str {
        ""
    }

    /// What the chosen cell rests on, in so many columns.
    fn below(&self, on: &Chosen<'_>, columns: u16, sight: &Sight<'_>) -> Vec<Vec<Word>>;

    /// What the acts of the book are about.
    fn at(&self, on: &Chosen<'_>) -> At;

    /// The word of the trade that the help begins with.
    fn concept(&self, on: &Chosen<'_>) -> Option<Concept>;

    /// What Space does with what is chosen.
    fn space(&self) -> Space {
        Space::Nothing
    }

    /// A commit is on its way that the next key must see.
    fn waits(&self) -> bool {
        false
    }

    /// Something was written, by this page or by another part of the program.
    fn heard(&mut self, _receipt: &Receipt) {}

    /// Something could not be written.
    fn failed(&mut self, _error: &Error) {}

    /// What was typed into a cell and is not in the book yet.
    fn draft(&self) -> Option<Draft> {
        None
    }
}
