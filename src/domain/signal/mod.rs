//! What a rule found about an account, kept calm.

mod adoption;
pub mod answer;
mod book;
pub(crate) mod calm;
mod champion;
mod contact;
mod contradiction;
mod expansion;
pub(crate) mod facts;
mod feedback;
mod found;
mod growth;
mod hand;
mod health;
mod money;
mod people;
mod plan;
mod renewal;
pub mod rest;
mod rhythm;
pub(crate) mod sentence;
pub mod table;
#[cfg(test)]
pub(crate) mod trial;

use super::cell::Id;
use super::word::words;
use chrono::NaiveDate;

words! {
    Severity { Now = "now", Soon = "soon", Note = "note", }
}

/// One finding of one rule on one account.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Signal {
    /// As `champion-left`; the row of the signal table.
    pub code: &'static str,
    pub severity: Severity,
    /// One sentence with its evidence: `Champion left: T. Lee, 16 Nov. Nobody took over.`
    pub text: String,
    /// At most 12 columns, for the list: `champion`, `renewal`, `no step`.
    pub short: &'static str,
    pub since: Option<NaiveDate>,
    /// The contact or step it is about.
    pub about: Option<(&'static str, Id)>,
    /// Something never recorded: never in the order, asked at most once a week.
    pub gap: bool,
    /// An open dated step serves it: (step, its due day).
    pub in_hand: Option<(Id, Option<NaiveDate>)>,
    /// Told *later* or *not here*.
    pub silenced: bool,
    /// Codes of the signals that this one stands for, with their sentences.
    pub swallowed: Vec<(&'static str, String)>,
}

impl Signal {
    /// Asks for attention: neither in hand nor silenced nor a mere gap.
    #[must_use]
    pub const fn live(&self) -> bool {
        self.in_hand.is_none() && !self.silenced && !self.gap
    }
}
