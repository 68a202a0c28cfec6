//! What the list shows of the book, and in which order.

mod filter;
mod key;
mod order;

pub use filter::Filter;

use super::book::row::{Book, BookRow};
use super::standing::Group;
use super::when::Order;
use super::word::words;
use chrono::NaiveDate;

words! {
    /// The order of the list.
    Sort {
        /// Who needs me, in groups.
        Need = "who needs me", Name = "name", Arr = "ARR", Score = "score", ActBy = "act-by date",
        LastTalk = "last talk",
    }
}

/// How the list is to be shown: all of the book by need, unless somebody asked for less of it or
/// for another order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// As it was typed; see [`Filter`].
    pub filter: String,
    pub sort: Sort,
    /// What a day as `01/12` begins with in the filter.
    pub order: Order,
}

impl Default for Listing {
    fn default() -> Self {
        Self { filter: String::new(), sort: Sort::Need, order: Order::DayFirst }
    }
}

impl Listing {
    /// Shows less than the whole book.
    #[must_use]
    pub fn filters(&self) -> bool {
        !self.filter.trim().is_empty()
    }

    /// Asks for a part of a name.
    #[must_use]
    pub fn names(&self, today: NaiveDate) -> bool {
        Filter::read(&self.filter, (today, self.order)).names()
    }

    /// The accounts stand under the headings of their groups.
    #[must_use]
    pub fn grouped(&self) -> bool {
        self.sort == Sort::Need
    }

    /// The whole book, as it was judged.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        !self.filters() && self.grouped()
    }

    /// What is to be shown of the whole book. Its sums stay those of the whole.
    #[must_use]
    pub fn of(&self, whole: &Book, today: NaiveDate) -> Book {
        let filter = Filter::read(&self.filter, (today, self.order));
        let mut rows: Vec<BookRow> =
            whole.rows.iter().filter(|row| filter.shows(row)).cloned().collect();
        order::sort(&mut rows, self.sort);
        let mut shown = Book {
            rows,
            lines: whole.lines.clone(),
            now_total: whole.now_total,
            unlinked_contacts: whole.unlinked_contacts,
            unlinked_steps: whole.unlinked_steps,
            arr_total: whole.arr_total,
            accounts: whole.accounts,
        };
        if self.filters() {
            let now = |row: &&BookRow| row.group == Group::Now || row.pushed;
            shown.now_total = shown.rows.iter().filter(now).count();
            // What belongs to no account is none of what was asked for.
            shown.unlinked_contacts = 0;
            shown.unlinked_steps = 0;
            shown.lines.clear();
        }
        shown
    }
}

#[cfg(test)]
mod tests;
