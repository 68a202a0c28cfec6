//! The grid of the whole book, and of what a change has touched of it.

use super::Reading;
use super::mark::{KEY, Mark};
use crate::domain::around::Around;
use crate::domain::cell::Id;
use crate::domain::grid::{Grid, Row};
use crate::error::{Kind, Result};
use crate::store::{Tx, read};
use chrono::NaiveDate;

impl Reading {
    /// Every account with its factors, as of today.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn grid(&self, today: NaiveDate) -> Result<Grid> {
        self.store.read(|tx| {
            let around = around(tx)?;
            self.whole_grid(tx, &around, today)
        })
    }

    fn whole_grid(&self, tx: &Tx, around: &Around, today: NaiveDate) -> Result<Grid> {
        let rules = self.rules_in(tx)?;
        let mut rows = Vec::new();
        read::stream(tx.connection(), today, |records| {
            rows.push(Row::of(&records, around, &rules, today));
            Ok(())
        })?;
        Ok(Grid::new(rows, around.in_use.clone(), today))
    }

    /// Reads these accounts of it again; all of them on another day, and where other
    /// factors count by now.
    ///
    /// # Errors
    /// The book cannot be read; then it is as it was.
    pub fn grid_again(&self, grid: &mut Grid, touched: &[Id], today: NaiveDate) -> Result<()> {
        self.store.read(|tx| {
            let around = around(tx)?;
            if around.in_use != grid.in_use || today != grid.day {
                *grid = self.whole_grid(tx, &around, today)?;
                return Ok(());
            }
            let rules = self.rules_in(tx)?;
            for &account in touched {
                match read::one(tx.connection(), account, today) {
                    Ok(records) => grid.put(Row::of(&records, &around, &rules, today)),
                    Err(error) if error.kind == Kind::NotFound => grid.take_out(account),
                    Err(error) => return Err(error),
                }
            }
            Ok(())
        })
    }
}

/// What the book was like around its accounts when it was last judged.
fn around(tx: &Tx) -> Result<Around> {
    Ok(Mark::read(read::mark(tx.connection(), KEY)?.as_deref()).around)
}

#[cfg(test)]
mod tests;
