//! Pages: what is too long to be held whole, shown 200 at a time.

use crate::domain::cell::Id;
use crate::domain::contact::Contact;
use crate::domain::plan::step::Step;
use crate::domain::talk::Talk;

/// Entries on one page.
pub const PAGE: usize = 200;

/// One talk of the log with who took part.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct LogEntry {
    pub talk: Talk,
    /// Contact and name, by name.
    pub people: Vec<(Id, String)>,
}

/// A page of an account's log, newest first.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct LogPage {
    pub account: Id,
    /// 0-based.
    pub page: usize,
    /// Talks of the account on all pages.
    pub total: usize,
    pub entries: Vec<LogEntry>,
}

impl LogPage {
    /// Pages there are; one for an empty log.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.total.div_ceil(PAGE).max(1)
    }
}

/// What no account claims: came in from files, waits to be placed.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct UnlinkedPage {
    /// 0-based.
    pub page: usize,
    pub contacts_total: usize,
    pub steps_total: usize,
    /// By name.
    pub contacts: Vec<Contact>,
    /// By due day.
    pub steps: Vec<Step>,
}
