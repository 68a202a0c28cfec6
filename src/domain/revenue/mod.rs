//! The revenue history: every change of an account's ARR, and the figure for a day.

pub mod arr;
pub mod ask;
pub mod bridge;
pub mod forecast;
pub mod history;
pub mod moved;
pub mod offering;
pub mod opportunity;
pub mod quarters;
pub mod unit;
pub mod value_item;
pub mod whitespace;
mod worth;

pub(crate) use arr::sums_on;
pub use arr::{Growth, arr_on, ends_on, growth, in_base};
pub use worth::{Worth, worth_on};

use super::cell::Id;
use super::money::Currency;
use super::record::record;
use super::word::words;
use chrono::NaiveDate;

words! {
    RevenueKind {
        Opening = "opening", New = "new", Expansion = "expansion", Contraction = "contraction",
        Price = "price", Churn = "churn", Reactivation = "reactivation", OneTime = "one-time",
    }
}

record! {
    /// One entry: the amount by which ARR changes on that day (one-time entries change none).
    Revenue in "revenue" {
        AccountId account_id: Id,
        OnDate on_date: NaiveDate,
        Kind kind: RevenueKind,
        /// Minor units, signed.
        Amount amount: i64,
        Currency currency: Currency,
        Note note: Option<String>,
    }
}
