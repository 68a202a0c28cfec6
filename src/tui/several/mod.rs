//! What is done to several steps or accounts together: one commit, one undo. What they hold is
//! read at the moment it is done, so that a view needs to know their numbers only; the toast
//! counts, and says what was left out and why.

mod absence;
pub mod accounts;
pub mod steps;

use super::action::Wish;
use super::layer::pick::Item;
use super::screen::book::Sight;
use super::widget::phrase;
use crate::desk::Reading;
use crate::domain::cell::Id;
use crate::domain::when;
use crate::error::Result;
use accounts::OnAccounts;
use steps::OnSteps;

/// Days to choose from, as people say them.
pub const DAYS: [&str; 7] =
    ["tomorrow", "mon", "fri", "in 1 week", "in 2 weeks", "in 1 month", "eoq"];

/// What is done, and to which.
#[derive(Clone, Debug, PartialEq)]
pub enum Several {
    /// To steps of any accounts, or of none; `note` is said before it is asked for anything.
    Steps {
        steps: Vec<Id>,
        deed: OnSteps,
        note: Option<String>,
    },
    Accounts {
        accounts: Vec<Id>,
        deed: OnAccounts,
    },
    /// What falls into this absence is moved or handed over; none: into the one ahead. Where
    /// nobody asked, one that nothing falls into is not spoken of.
    Inside {
        away: Option<Id>,
        asked: bool,
    },
}

impl Several {
    /// A deed on steps.
    #[must_use]
    pub const fn steps(steps: Vec<Id>, deed: OnSteps) -> Self {
        Self::Steps { steps, deed, note: None }
    }

    /// What it comes to: a commit, a question, or a line that says why neither.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn wishes(&self, reading: &Reading, sight: &Sight<'_>) -> Result<Vec<Wish>> {
        match self {
            Self::Steps { steps, deed, note } => {
                steps::wishes(steps, deed, note.as_deref(), reading, sight)
            }
            Self::Inside { away, asked } => absence::wishes((*away, *asked), reading, sight),
            Self::Accounts { accounts, deed } => accounts::wishes(accounts, deed, reading, sight),
        }
    }

    /// What a text means that is typed into its question, where it is none of the lines.
    #[must_use]
    pub fn typed(&self, text: &str, sight: &Sight<'_>) -> Option<Item> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let day = || when::day_in(text, sight.today, sight.listing.order);
        let (then, note) = match self {
            Self::Steps { steps, deed, .. } => {
                let (deed, note) = match deed {
                    OnSteps::Move => {
                        let day = day().filter(|day| *day >= sight.today)?;
                        (OnSteps::MoveTo(day), phrase::weekday(day, sight.today))
                    }
                    OnSteps::Drop => (OnSteps::DropFor(text.to_owned()), String::new()),
                    OnSteps::Hand => {
                        (OnSteps::HandTo(Some(text.to_owned())), "a colleague".to_owned())
                    }
                    _ => return None,
                };
                (Self::steps(steps.clone(), deed), note)
            }
            Self::Accounts { accounts, deed: OnAccounts::Later } => {
                let day = day().filter(|day| *day > sight.today)?;
                let deed = OnAccounts::LaterUntil(day);
                let then = Self::Accounts { accounts: accounts.clone(), deed };
                (then, phrase::weekday(day, sight.today))
            }
            Self::Accounts { .. } | Self::Inside { .. } => return None,
        };
        Some(Item::new(text, note, Wish::Together(then)))
    }
}
