//! What stands on a tab of an account: lines of words and figures, without a terminal. The screen
//! draws a page at any width, the command line prints it; its rules and its words are here, once.

mod entry;
pub mod expand;
pub mod feedback;
pub mod file;
pub mod history;
pub mod kind;
mod line;
pub mod log;
pub mod money;
pub mod people;
pub mod plan;
pub mod then;
#[cfg(test)]
mod trial;
pub mod whole;

pub use entry::{Doing, Entry, Ground, Link, Proof, Whom};
pub use kind::Kind;
pub use line::{Cell, Line, Shape, Span, Tone};

use super::picture::Picture;
use super::records::Records;
use super::rules::Rules;
use super::standing::Standing;
use super::word::words;
use chrono::NaiveDate;
use std::cell::OnceCell;

words! {
    /// Which tab a page stands on.
    Sheet {
        Feedback = "feedback",
        Money = "money",
        Expand = "expand",
        File = "file",
        /// Made of the journal, which is read apart: see [`history`].
        History = "history",
    }
}

/// What a page is made of.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    pub records: &'a Records,
    pub standing: &'a Standing,
    pub picture: &'a Picture,
    pub rules: &'a Rules,
    pub today: NaiveDate,
}

/// One tab of one account on a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Beside the name of the tab: `NPS −40`; empty: none.
    pub figure: String,
    pub lines: Vec<Line>,
}

impl Page {
    /// The lines that can be chosen, in order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.lines.iter().filter_map(|line| line.entry.as_ref())
    }
}

impl Sheet {
    /// The page of this tab.
    #[must_use]
    pub fn page(self, case: &Case<'_>) -> Page {
        match self {
            Self::Feedback => feedback::page(case),
            Self::Money => money::page(case),
            Self::Expand => expand::page(case),
            Self::File => file::page(case),
            Self::History => Page::default(),
        }
    }
}

/// The pages of an account, each made when it is first looked at.
#[derive(Clone, Debug, Default)]
pub struct Pages([OnceCell<Page>; Sheet::ALL.len()]);

impl Pages {
    /// The page of a tab; `case` has to be the same each time.
    pub fn page(&self, sheet: Sheet, case: &Case<'_>) -> &Page {
        self.0[sheet as usize].get_or_init(|| sheet.page(case))
    }
}
