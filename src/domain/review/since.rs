//! From when on something is news: the account's last own review, and what was written down after
//! it about the time before.

use crate::domain::account::Account;
use crate::domain::cell::Id;
use crate::domain::plan::step::Step;
use chrono::NaiveDate;

/// The last look at an account, and what its records alone do not tell.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Since {
    /// What is dated later is news.
    pub on: NaiveDate,
    /// It was reviewed on that day; else it came into the book on it.
    pub reviewed: bool,
    /// Answers, revenue, talks and people who left that are dated before, and were written down
    /// after: news as well.
    pub late: Vec<(&'static str, Id)>,
    /// Steps done since then that no running cycle holds.
    pub closed: Vec<Step>,
}

impl Since {
    /// Since a review, or since the account came into the book.
    #[must_use]
    pub fn review(reviewed_on: Option<NaiveDate>, account: &Account) -> Self {
        Self {
            on: reviewed_on.unwrap_or(account.created_on),
            reviewed: reviewed_on.is_some(),
            late: Vec::new(),
            closed: Vec::new(),
        }
    }

    /// Since the account's last own review.
    #[must_use]
    pub fn last(account: &Account) -> Self {
        Self::review(account.reviewed_on, account)
    }

    /// Whether a record of that day is news on `today`.
    #[must_use]
    pub fn is_news(&self, record: (&'static str, Id), day: NaiveDate, today: NaiveDate) -> bool {
        day <= today && (day > self.on || self.late.contains(&record))
    }
}
