//! An empty book: the three ways to begin, each with one sentence.

use super::Start;
use crate::tui::action::{Action, Opening, Wish};
use crate::tui::form::subject::Subject;

/// A way to begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Demo,
    Import,
    Account,
}

impl Way {
    pub const ALL: [Self; 3] = [Self::Demo, Self::Import, Self::Account];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Demo => "Look at the demo book",
            Self::Import => "Import files",
            Self::Account => "First account by hand",
        }
    }

    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Demo => "Two dozen made-up accounts in a file of their own; yours stays empty.",
            Self::Import => {
                "CSV files of your CRM or a spreadsheet; you see first what they bring."
            }
            Self::Account => "A name is enough to begin with.",
        }
    }

    #[must_use]
    pub fn wish(self) -> Wish {
        match self {
            Self::Demo => Wish::Program(Action::Demo),
            Self::Import => Wish::Open(Opening::Start(Start::Import(String::new()))),
            Self::Account => Wish::Open(Opening::Form(Subject::Account { account: None })),
        }
    }
}
