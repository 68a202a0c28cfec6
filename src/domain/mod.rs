//! The rules of the trade, pure: no clock, file, SQL or terminal; today is an argument.

pub mod account;
pub mod book;
pub mod cell;
pub mod change;
pub mod contact;
pub mod day;
pub mod feedback;
pub mod growth;
pub mod money;
pub mod ours;
pub mod plan;
pub mod playbook;
pub mod record;
pub mod records;
pub mod revenue;
pub mod rules;
pub mod talk;
pub mod word;

pub mod agenda;
#[cfg(test)]
mod any_book;
pub mod around;
pub mod assess;
pub mod away;
pub mod brief;
pub mod capture;
pub mod completeness;
pub mod expansion;
pub mod forecast;
pub mod guide;
pub mod listing;
pub mod map;
pub mod mask;
pub mod metrics;
pub mod picture;
pub mod quadrant;
pub mod rank;
pub mod renewal;
pub mod retention;
pub mod risk;
pub mod score;
pub mod setup;
pub mod signal;
pub mod standing;
pub mod tier;
pub mod when;
