//! A finding before it is calmed: what one rule says about one account.

use crate::domain::cell::Id;
use chrono::NaiveDate;

/// What a rule found; its code and severity are its row's.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub(super) text: String,
    /// In place of the row's short word.
    pub(super) short: Option<&'static str>,
    /// The day it began.
    pub(super) since: Option<NaiveDate>,
    /// The day of the newest evidence: what was planned or silenced before it no longer covers it.
    pub(super) newest: Option<NaiveDate>,
    pub(super) about: Option<(&'static str, Id)>,
    /// Something never recorded.
    pub(super) gap: bool,
}

impl Found {
    /// An event: something that was recorded and asks for an answer.
    pub(super) fn event(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    /// Something that was never recorded.
    pub(super) fn gap(text: impl Into<String>) -> Self {
        Self { text: text.into(), gap: true, ..Self::default() }
    }

    pub(super) fn since(self, since: Option<NaiveDate>) -> Self {
        Self { since, ..self }
    }

    pub(super) fn newest(self, newest: NaiveDate) -> Self {
        Self { newest: Some(newest), ..self }
    }

    /// It began with its newest evidence.
    pub(super) fn on(self, day: NaiveDate) -> Self {
        Self { since: Some(day), newest: Some(day), ..self }
    }

    pub(super) fn about(self, table: &'static str, id: Id) -> Self {
        Self { about: Some((table, id)), ..self }
    }

    pub(super) fn short(self, short: &'static str) -> Self {
        Self { short: Some(short), ..self }
    }
}
