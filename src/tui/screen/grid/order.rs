//! In which order the rows stand: that of the list when somebody began. A row keeps its place while
//! its figures change; its number says where the list has it by now.

use super::page::Line;
use crate::domain::book::row::BookRow;
use crate::domain::cell::Id;
use crate::domain::listing::Listing;
use crate::tui::screen::book::Sight;

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

/// One account, wherever it stands.
pub(super) fn line<'a>(account: Id, sight: &Sight<'a>) -> Option<Line<'a>> {
    let book = sight.whole.rows.iter().find(|row| row.account == account)?;
    Some(Line { book, row: sight.beside.grid.as_ref()?.row(account)?, place: None })
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

    /// Whether an account has a row.
    pub(super) fn shows(&self, account: Id, sight: &Sight<'_>) -> bool {
        if self.listing.as_ref() == Some(sight.listing) {
            return self.accounts.contains(&account);
        }
        listed(sight).any(|row| row.account == account)
    }

    /// The accounts in this order, as far as they are there and were read.
    pub(super) fn lines<'a>(&self, sight: &Sight<'a>) -> Vec<Line<'a>> {
        let Some(grid) = sight.beside.grid.as_ref() else { return Vec::new() };
        let held = self.listing.as_ref() == Some(sight.listing);
        // Sorted rather than hashed: the rows of a large book are looked up in one go.
        let mut places: Vec<(Id, usize)> =
            listed(sight).zip(1..).map(|(row, place)| (row.account, place)).collect();
        places.sort_unstable_by_key(|(id, _)| *id);
        let mut rows: Vec<&BookRow> = sight.whole.rows.iter().collect();
        rows.sort_unstable_by_key(|row| row.account);
        let line = |account: &Id| {
            let book = rows.binary_search_by_key(account, |row| row.account).ok()?;
            let place = places.binary_search_by_key(account, |(id, _)| *id).ok();
            Some(Line {
                book: rows.get(book)?,
                row: grid.row(*account)?,
                place: place.and_then(|place| places.get(place)).map(|(_, place)| *place),
            })
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
