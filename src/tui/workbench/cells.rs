//! What is typed or pasted into cells of the grid, with the accounts that it starts from.

use super::Workbench;
use crate::domain::cell::Id;
use crate::domain::grid::basics::{Basics, Column, Ground, Way};
use crate::error::{Error, Kind, Result};
use crate::tui::action::{Opening, Wish};
use crate::tui::layer::Layer;
use crate::tui::layer::cell::{Begun, CellEntry, go_to};

impl Workbench {
    /// A cell that is typed into, with what was typed there and not taken.
    pub(super) fn cell(&self, begun: &Begun) -> Result<Layer> {
        let cells = self.basics(&begun.accounts)?;
        let subject = begun.subject();
        let draft = self.drafts.of(&subject).filter(|_| !self.app.writes(&subject));
        Ok(Layer::Over(Box::new(CellEntry::open(begun, cells, draft, self.ground()))))
    }

    pub(super) fn ground(&self) -> Ground {
        let shown = &self.app.shown;
        Ground { today: shown.today, order: self.order, base: shown.rules.exchange.base }
    }

    /// These accounts as the grid has them.
    pub(super) fn basics(&self, accounts: &[Id]) -> Result<Vec<Basics>> {
        let grid = self.app.shown.beside.grid.as_ref();
        let of = |account: &Id| grid?.row(*account).map(|row| row.basics.clone());
        let found: Option<Vec<Basics>> = accounts.iter().map(of).collect();
        found.ok_or_else(|| Error::new(Kind::NotFound, "the account is no longer in the book"))
    }
}

/// What goes on with a text that was typed into these cells.
pub(super) fn go_on(accounts: &[i64], column: &str) -> Vec<Wish> {
    let mut wishes = go_to(accounts, column);
    wishes.extend(Column::from_word(column).map(|column| {
        let accounts = accounts.iter().copied().map(Id).collect();
        Wish::Open(Opening::Cell(Begun { accounts, column, text: None, way: Way::Anew }))
    }));
    wishes
}
