//! The cell that is chosen: where it stands, how keys move it, what range begins there.

use super::page::{Chosen, Line, Then};
use crate::domain::cell::Id;
use crate::tui::action::Action;

/// Where somebody is on the rows, which all pages share, and in the columns of one page.
#[derive(Debug, Default)]
pub(super) struct Spot {
    /// The account of the chosen row, and the row it stood in.
    account: Option<Id>,
    row: usize,
    /// The chosen column of each page.
    columns: [usize; super::PAGES],
    /// The other corner of a range.
    anchor: Option<(Id, usize)>,
    /// Every move extends the range.
    extends: bool,
}

impl Spot {
    /// The account looked at, which it has been told or found by itself.
    pub(super) const fn account(&self) -> Option<Id> {
        self.account
    }

    /// To the row of an account, in the column where it is.
    pub(super) fn look_at(&mut self, account: Option<Id>) {
        if self.account != account {
            self.account = account;
            self.end();
        }
    }

    /// To a cell of an account, whether or not its row is known yet.
    pub(super) fn look_in(&mut self, page: usize, account: Id, column: usize) {
        self.look_at(Some(account));
        self.end();
        if let Some(held) = self.columns.get_mut(page) {
            *held = column;
        }
    }

    pub(super) const fn ranges(&self) -> bool {
        self.anchor.is_some()
    }

    /// The range ends; the chosen cell stays.
    pub(super) fn end(&mut self) {
        (self.anchor, self.extends) = (None, false);
    }

    /// What is chosen among these.
    pub(super) fn chosen<'a>(&self, page: usize, lines: &'a [Line<'a>]) -> Chosen<'a> {
        let place = |account: Id| lines.iter().position(|line| line.account() == account);
        let row = self.account.and_then(place).unwrap_or(self.row);
        let anchor = self.anchor.and_then(|(account, column)| Some((place(account)?, column)));
        let column = self.columns.get(page).copied().unwrap_or_default();
        Chosen { lines, row: row.min(lines.len().saturating_sub(1)), column, anchor }
    }

    fn go(&mut self, page: usize, row: usize, column: usize, lines: &[Line<'_>]) {
        self.row = row;
        self.account = lines.get(row).map(Line::account);
        if let Some(held) = self.columns.get_mut(page) {
            *held = column;
        }
    }

    /// Chooses a cell; a range that is drawn by every move grows with it.
    pub(super) fn choose(&mut self, page: usize, cell: (usize, usize), lines: &[Line<'_>]) {
        if !self.extends {
            self.anchor = None;
        }
        self.go(page, cell.0, cell.1, lines);
    }

    /// Goes where an act wants it.
    pub(super) fn follow(&mut self, page: usize, then: Then, columns: usize, lines: &[Line<'_>]) {
        let on = self.chosen(page, lines);
        let (row, column) = (on.row, on.column);
        match then {
            Then::Stays => {}
            Then::Ends => self.end(),
            // After a range was filled its first cell is the one to go on from.
            Then::Down | Then::Right if on.is_range() => {
                let (row, column) = (*on.rows().start(), *on.columns().start());
                self.end();
                self.go(page, row, column, lines);
            }
            Then::Down => {
                self.go(page, (row + 1).min(lines.len().saturating_sub(1)), column, lines);
            }
            Then::Right => self.go(page, row, (column + 1).min(columns - 1), lines),
            Then::To(row, column) => {
                self.end();
                self.go(page, row, column, lines);
            }
        }
    }

    /// Moves, as far as this act is a move; `height` rows are a page.
    pub(super) fn moved(
        &mut self,
        action: Action,
        (page, columns, height): (usize, usize, usize),
        lines: &[Line<'_>],
    ) -> bool {
        let on = self.chosen(page, lines);
        let (rows, far) = (lines.len(), height.max(1).cast_signed());
        let (down, across) = match action {
            Action::Up | Action::ExtendUp => (-1, 0),
            Action::Down | Action::ExtendDown => (1, 0),
            Action::Left | Action::ExtendLeft => (0, -1),
            Action::Right | Action::ExtendRight => (0, 1),
            Action::PageUp => (-far, 0),
            Action::PageDown => (far, 0),
            Action::PreviousGroup => (isize::MIN / 2, 0),
            Action::NextGroup => (isize::MAX / 2, 0),
            Action::First => (0, isize::MIN / 2),
            Action::Last => (0, isize::MAX / 2),
            Action::Mark | Action::MarkAll => (0, 0),
            _ => return false,
        };
        let last = |count: usize| count.saturating_sub(1);
        let row = on.row.saturating_add_signed(down).min(last(rows));
        let column = on.column.saturating_add_signed(across).min(last(columns));
        let here = lines.get(on.row).map(|line| (line.account(), on.column));
        match action {
            Action::ExtendUp | Action::ExtendDown | Action::ExtendLeft | Action::ExtendRight => {
                self.anchor = self.anchor.or(here);
            }
            // Once more ends it.
            Action::Mark if self.extends => self.end(),
            Action::Mark => (self.anchor, self.extends) = (here, true),
            Action::MarkAll => {
                let first = lines.first().map(|line| (line.account(), on.column));
                (self.anchor, self.extends) = (first, false);
                self.go(page, last(rows), on.column, lines);
                return true;
            }
            _ if !self.extends => self.anchor = None,
            _ => {}
        }
        self.go(page, row, column, lines);
        true
    }
}
