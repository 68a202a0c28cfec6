//! What the list shows of an account, and all that the panes show of the selected one.

use crate::domain::account::{Stage, Status, Tier};
use crate::domain::around::Around;
use crate::domain::cell::Id;
use crate::domain::money::Money;
use crate::domain::records::Records;
use crate::domain::score::Band;
use crate::domain::standing::{BookLine, Group, Ranked, Standing};
use chrono::NaiveDate;

/// One line of the list.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct BookRow {
    pub account: Id,
    pub name: String,
    pub status: Status,
    pub tier: Option<Tier>,
    /// In the base currency.
    pub arr: Option<Money>,
    pub score: Option<f64>,
    pub band: Option<Band>,
    pub trend: Option<f64>,
    pub act_by: Option<NaiveDate>,
    /// The nine seats in three groups of three, one sign each: `●` fresh, `~` old, `·` empty,
    /// `✕` left, space beyond the target.
    pub seats: String,
    pub last_talk_on: Option<NaiveDate>,
    pub group: Group,
    pub pushed: bool,
    pub why: String,
    /// The day it was judged for; another day than today: draw dim until assessed again.
    pub judged_on: Option<NaiveDate>,
    pub stage: Option<Stage>,
    /// Put away by the user.
    pub archived: bool,
    /// The next dated step that is open.
    pub next_step: Option<Id>,
    pub next_step_on: Option<NaiveDate>,
    /// Codes of the signals that ask for attention, with commas between them.
    pub signals: String,
    /// Active people on the map: decision makers, influencers, users.
    pub people: [i64; 3],
}

/// The list as a whole.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Book {
    pub rows: Vec<BookRow>,
    pub lines: Vec<BookLine>,
    pub now_total: usize,
    /// Contacts and steps that no account claims.
    pub unlinked_contacts: usize,
    pub unlinked_steps: usize,
    /// Sum over the accounts in the book, base currency.
    pub arr_total: Option<Money>,
    /// Accounts in the book.
    pub accounts: usize,
}

/// Everything the panes show of one account.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Dossier {
    pub records: Records,
    pub standing: Standing,
    pub ranked: Ranked,
    /// What the rules ask of the book as a whole.
    #[serde(skip)]
    pub around: Around,
}
