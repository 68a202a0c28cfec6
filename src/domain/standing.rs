//! How an account stands on a day: what the rules make of its [`Records`], and its place in the
//! book.
//!
//! [`Records`]: super::records::Records

use super::account::own_score::Factor;
use super::account::{Status, Tier};
use super::cell::{Id, Value};
use super::change::Expected;
use super::map::Map;
use super::money::Money;
use super::score::Score;
use super::signal::Signal;
use super::word::words;
use chrono::NaiveDate;

/// Where standings are kept.
pub const TABLE: &str = "standing";

words! {
    /// A group of the list, in the order in which they are shown.
    Group {
        Now = "NOW", Soon = "SOON", TooLittleKnown = "TOO LITTLE KNOWN", InHand = "IN HAND",
        Fine = "FINE", Prospects = "PROSPECTS", Past = "PAST", Unlinked = "UNLINKED",
    }
}

/// Last day to give notice, and the end it is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct ActBy {
    pub act_by: NaiveDate,
    pub ends_on: NaiveDate,
}

/// How a running cycle goes.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Progress {
    /// 1-based day of the cycle; none: no running cycle.
    pub day: Option<i64>,
    pub steps: usize,
    pub done: usize,
    pub late: usize,
    /// Steps done by their first promised day / steps due by today or done; none: none due yet.
    pub completion: Option<f64>,
    /// Numerator and denominator of it.
    pub on_time: (usize, usize),
    /// The same for promises.
    pub promises_kept: Option<f64>,
}

/// The next dated step: what the list shows when nothing asks for attention.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct NextStep {
    pub step: Id,
    pub due_on: NaiveDate,
    pub title: String,
}

/// How one account stands.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Standing {
    pub account: Id,
    pub name: String,
    pub status: Status,
    pub in_book: bool,
    /// Put away by the user, whatever its status.
    pub archived: bool,
    pub tier: Option<Tier>,
    pub created_on: NaiveDate,
    /// In the book's base currency; none: unknown, or no rate.
    pub arr: Option<Money>,
    /// The figure as recorded, in its own currency.
    pub arr_recorded: Option<Money>,
    pub act_by: Option<ActBy>,
    pub map: Map,
    pub score: Score,
    pub progress: Progress,
    pub next_step: Option<NextStep>,
    pub last_two_way_on: Option<NaiveDate>,
    /// Strongest first; gaps, in-hand and silenced ones included and marked.
    pub signals: Vec<Signal>,
    /// Lacks a running cycle, and may be asked for one.
    pub wants_plan: bool,
    /// Factors for which the account holds a record or an own score.
    pub holds: Vec<Factor>,
}

impl Standing {
    /// That the account is worth what it was worth when this was read.
    #[must_use]
    pub fn expects_arr(&self) -> Expected {
        let value = self.arr.map_or(Value::Null, |arr| Value::Int(arr.minor));
        Expected { table: TABLE, id: self.account, column: "arr", value }
    }
}

/// Where an account stands in the list, and why there.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Ranked {
    pub account: Id,
    pub group: Group,
    /// A NOW that did not fit: leads SOON with `!`.
    pub pushed: bool,
    /// Worth of the strongest signal (5, 2, 0.5).
    pub strongest: f64,
    /// min(4, 0.25 × Σ the rest).
    pub rest: f64,
    /// 0-1; 0.5 for unknown ARR.
    pub arr_percentile: f64,
    /// (strongest + rest) × (1 + 2 × percentile).
    pub weight: f64,
    /// At most 12 columns: the strongest live signal's short word, or the next step's day.
    pub why: String,
}

impl Ranked {
    /// Of an account that came in since the list was made: nothing asks for it yet.
    #[must_use]
    pub const fn not_yet(account: Id) -> Self {
        Self {
            account,
            group: Group::Fine,
            pushed: false,
            strongest: 0.0,
            rest: 0.0,
            arr_percentile: 0.5,
            weight: 0.0,
            why: String::new(),
        }
    }
}

/// A soon or note code that holds for so many accounts that it is one line for the whole book.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct BookLine {
    pub code: &'static str,
    pub accounts: usize,
    pub text: String,
}

/// The order of the whole book.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Ranking {
    /// In the order of the list.
    pub rows: Vec<Ranked>,
    pub lines: Vec<BookLine>,
    /// All accounts with a live act signal, those pushed to SOON included.
    pub now_total: usize,
}
