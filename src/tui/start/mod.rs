//! The beginning of a book: what comes in, from where, and the few decisions that make a bare list
//! of names worth opening. Each part is a layer; what it needs is read when it opens.

mod checklist;
mod columns;
mod currency;
mod figures;
mod files;
mod import;
mod levels;
pub mod page;
mod preview;
mod pulse;
mod tiers;
pub mod welcome;

use super::layer::Layer;
use crate::desk::Reading;
use crate::domain::when::Order;
use crate::error::{Kind, Result};
use chrono::NaiveDate;

/// A part of beginning a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// What is done and what is open.
    Checklist,
    /// Which files; with what stands in the line.
    Import(String),
    /// What the files in the line bring.
    Read(String),
    /// From a spreadsheet.
    Columns,
    Tiers,
    /// Usage, tickets, invoices, surveys: whether there are any.
    Figures,
    Levels,
    Pulse,
    Currency,
}

/// The layer of a part, with all that it needs read; `order` is the user's own of day and month.
///
/// # Errors
/// The book cannot be read.
pub fn layer(start: Start, reading: &Reading, today: NaiveDate, order: Order) -> Result<Layer> {
    let import = |line, wrong: Option<&_>| import::Import::new(line, &files::at_hand(), wrong);
    Ok(Layer::Over(match start {
        Start::Checklist => Box::new(checklist::Checklist::new()),
        Start::Import(line) => Box::new(import(line, None)),
        Start::Read(line) => match preview::Look::read(line.clone(), reading, today, order) {
            Ok(look) => Box::new(look),
            // What is wrong with the line is said at the line.
            Err(error) if matches!(error.kind, Kind::Book | Kind::Busy) => return Err(error),
            Err(error) => Box::new(import(line, Some(&error))),
        },
        Start::Columns => Box::new(columns::Columns::read(reading, today, order)?),
        Start::Tiers => Box::new(tiers::Tiers::read(reading, today)?),
        Start::Figures => return Ok(Layer::Pick(figures::pick(reading, today)?)),
        Start::Levels => Box::new(levels::Levels::read(reading)?),
        Start::Pulse => Box::new(pulse::Pulse::read(reading, today)?),
        Start::Currency => return Ok(Layer::Pick(currency::pick(reading)?)),
    }))
}

#[cfg(test)]
mod tests;
