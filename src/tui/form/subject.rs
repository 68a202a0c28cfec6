//! What a form is about: which record, of which account, new or already there.

use crate::domain::cell::Id;
use crate::domain::page::Kind;
use serde::{Deserialize, Serialize};

/// One form. It names its draft as well: the same subject opened again finds what was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Subject {
    /// None: a new one.
    Account {
        account: Option<i64>,
    },
    /// The contract that ends last, or a first one.
    Contract {
        account: i64,
    },
    /// What became of the contract: renewed or lost.
    Outcome {
        account: i64,
    },
    Revenue {
        account: i64,
        entry: Option<i64>,
    },
    /// Without account it is an unlinked one.
    Person {
        account: Option<i64>,
        contact: Option<i64>,
        level: Option<String>,
    },
    /// Left the company: when, where to, who takes over.
    Left {
        account: i64,
        contact: i64,
    },
    /// `with` is who takes part in a new one, `about` the opportunity that it is about.
    Talk {
        account: i64,
        talk: Option<i64>,
        with: Option<i64>,
        #[serde(default)]
        about: Option<i64>,
    },
    Plan {
        account: i64,
        plan: Option<i64>,
    },
    Priority {
        account: i64,
        priority: Option<i64>,
    },
    /// `kind` is the word of a new one; `signal` the code that a new one serves, `about` the
    /// opportunity that it moves on.
    Step {
        account: Option<i64>,
        step: Option<i64>,
        kind: String,
        signal: Option<String>,
        #[serde(default)]
        about: Option<i64>,
    },
    /// The same step for each of these accounts; `kind` is its word.
    StepForAll {
        accounts: Vec<i64>,
        kind: String,
    },
    /// A meeting is done and becomes a talk.
    Held {
        account: i64,
        step: i64,
    },
    /// Another day for a step.
    Moved {
        account: Option<i64>,
        step: i64,
    },
    /// A step that is not to be done, with the reason.
    Dropped {
        account: Option<i64>,
        step: i64,
    },
    /// The end of a cycle: carry, drop or done for each open step.
    CycleEnd {
        account: i64,
    },
    /// An own score; `factor` is its word, `points` what was already pressed.
    Score {
        account: i64,
        factor: Option<String>,
        points: Option<i64>,
    },
    /// A signal rests until a day, with a reason; `code` is the signal's, `here` says that it is
    /// switched off rather than put off.
    Later {
        account: i64,
        code: String,
        here: bool,
    },
    /// A record of any kind that has no form of its own making: `kind` is its word, `with` what a
    /// new one is about, where its kind asks for it. Without account it belongs to the whole book.
    Record {
        kind: String,
        account: Option<i64>,
        id: Option<i64>,
        with: Option<i64>,
    },
    /// A line that says what happened, begun on this account; it has a layer of its own.
    Capture {
        account: Option<i64>,
    },
    /// A cell of the grid, or as many below each other; it has a layer of its own.
    Cell {
        accounts: Vec<i64>,
        /// The word of its column.
        column: String,
    },
    /// A signal is closed by hand, with a reason.
    Closed {
        account: i64,
        code: String,
    },
    /// One line about an account, for its log.
    Note {
        account: i64,
    },
    /// One of the three things for next week that a review ends with, in words.
    Promised {
        review: i64,
        place: i64,
    },
    /// What a quarter, as `2026-Q4`, is to bring.
    Target {
        quarter: String,
    },
}

impl Subject {
    /// The account whose records the form needs.
    #[must_use]
    pub fn account(&self) -> Option<Id> {
        match self {
            Self::StepForAll { .. } | Self::Promised { .. } | Self::Target { .. } => None,
            Self::Account { account }
            | Self::Person { account, .. }
            | Self::Step { account, .. }
            | Self::Moved { account, .. }
            | Self::Dropped { account, .. }
            | Self::Capture { account }
            | Self::Record { account, .. } => account.map(Id),
            Self::Contract { account }
            | Self::Outcome { account }
            | Self::Revenue { account, .. }
            | Self::Left { account, .. }
            | Self::Talk { account, .. }
            | Self::Plan { account, .. }
            | Self::Priority { account, .. }
            | Self::Held { account, .. }
            | Self::CycleEnd { account }
            | Self::Score { account, .. }
            | Self::Later { account, .. }
            | Self::Note { account }
            | Self::Closed { account, .. } => Some(Id(*account)),
            Self::Cell { accounts, .. } => match accounts.as_slice() {
                [one] => Some(Id(*one)),
                _ => None,
            },
        }
    }

    /// What a record that it writes is called.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        Some(match self {
            Self::Account { .. } => Kind::Account,
            Self::Contract { .. } => Kind::Contract,
            Self::Revenue { .. } => Kind::Revenue,
            Self::Person { .. } => Kind::Contact,
            Self::Talk { .. } => Kind::Talk,
            Self::Plan { .. } => Kind::Plan,
            Self::Priority { .. } => Kind::Priority,
            Self::Step { .. } => Kind::Step,
            Self::Score { .. } => Kind::OwnScore,
            Self::Record { kind, .. } => return Kind::from_word(kind),
            _ => return None,
        })
    }

    /// The form edits a record that is in the book already.
    #[must_use]
    pub const fn is_there(&self) -> bool {
        matches!(
            self,
            Self::Account { account: Some(_) }
                | Self::Contract { .. }
                | Self::Outcome { .. }
                | Self::Revenue { entry: Some(_), .. }
                | Self::Person { contact: Some(_), .. }
                | Self::Talk { talk: Some(_), .. }
                | Self::Plan { plan: Some(_), .. }
                | Self::Priority { priority: Some(_), .. }
                | Self::Step { step: Some(_), .. }
                | Self::Record { id: Some(_), .. }
        )
    }
}
