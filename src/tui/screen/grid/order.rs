//! In which order the rows stand: that of the list when somebody began. A row keeps its place while
//! its figures change; its number says where the list has it by now.

use super::page::Line;
use crate::domain::book::row::BookRow;
use crate::domain::cell::Id;
use crate::domain::listing::Listing;
use crate::tui::screen::book::Sight;
use std::collections::BTreeMap;

/// The order, and what was listed when it was made.
#[derive(Debug, Default)]
pub(super) struct Order {
    accounts: Vec<Id>,
    listing: Option<Listing>,
}

/// What the grid shows of the list: prospects and the lost ones only where somebody asks for them.
fn listed<'a>(sight: &Sight<'a>) -> impl Iterator<Item = &'a BookRow> {
    let asked = sight.listing.filters();
    let rows = sight.book.rows.iter();
    rows.filter(move |row| asked || (row.status.counts() && !row.archived))
}

impl Order {
    /// The rows are ordered anew at the next look.
    pub(super) fn forget(&mut self) {
        self.listing = None;
    }

    /// Makes the order where there is none yet, or another list is asked for; whoever has come in
    /// since then stands at the end.
    pub(super) fn hold(&mut self, sight: &Sight<'_>) {
        if self.listing.as_ref() != Some(sight.listing) {
            self.accounts = listed(sight).map(|row| row.account).collect();
            self.listing = Some(sight.listing.clone());
        } else if listed(sight).count() > self.accounts.len() {
            let mut known = self.accounts.clone();
            known.sort_unstable();
            let new = listed(sight).map(|row| row.account);
            self.accounts.extend(new.filter(|id| known.binary_search(id).is_err()));
        }
    }

    /// The accounts in this order, as far as they are there and were read.
    pub(super) fn lines<'a>(&self, sight: &Sight<'a>) -> Vec<Line<'a>> {
        let Some(grid) = sight.beside.grid.as_ref() else { return Vec::new() };
        let held = self.listing.as_ref() == Some(sight.listing);
        let places: BTreeMap<Id, usize> =
            listed(sight).zip(1..).map(|(row, place)| (row.account, place)).collect();
        let rows: BTreeMap<Id, &BookRow> =
            sight.whole.rows.iter().map(|row| (row.account, row)).collect();
        let line = |account: &Id| {
            let (book, row) = (*rows.get(account)?, grid.row(*account)?);
            Some(Line { book, row, place: places.get(account).copied() })
        };
        if held {
            return self.accounts.iter().filter_map(line).collect();
        }
        listed(sight).map(|row| row.account).filter_map(|account| line(&account)).collect()
    }

    /// Another order than the list has by now.
    pub(super) fn is_old(&self, sight: &Sight<'_>) -> bool {
        self.listing.is_some()
            && !listed(sight).map(|row| row.account).eq(self.accounts.iter().copied())
    }
}
