//! Read models: one file per question that the desk asks, and the derived tables behind two of
//! them. All take a connection, so that they answer inside a transaction as well as outside.

mod account;
mod as_of;
mod clash;
mod history;
mod known;
mod log;
mod mark;
mod records;
mod relation;
pub(crate) mod review;
mod row;
pub(crate) mod rule_change;
pub(crate) mod rules;
pub(crate) mod score;
mod search;
mod setup;
pub(crate) mod standing;
mod talk;
mod unlinked;
mod written;

pub(crate) use account::{AccountName, by_id, every, names, naming};
pub(crate) use clash::clashes;
pub(crate) use history::history;
pub(crate) use known::known;
pub(crate) use log::{entry, log};
pub(crate) use mark::{last_step, mark, set_mark};
pub(crate) use records::{one, stream};
pub(crate) use search::search;
pub(crate) use setup::{imported, setup};
pub(crate) use unlinked::{unlinked, unlinked_counts};
