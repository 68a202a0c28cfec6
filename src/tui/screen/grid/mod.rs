//! The Grid view: every account in a row, to be gone through by keys as a spreadsheet is. Its pages
//! say what stands in the columns; rows, moves, ranges and the frame are the same for all.
//!
//! ```text
//! ┏ Grid ─ Factors ─ Basics ━━━━━━━━━━━━━━━ 3 stale · 41 unknown ━ 24 ┓
//! ┃      account        score  Payment  Revenue  Pulse   Feedback     ┃
//! ┃▸  1  Contoso         5.2▼   8.0      5.5    ▸ 7 me    3.5~        ┃
//! ┃   2  Litware         6.9    ?        7.1      6 me~   –           ┃
//! ┡ Contoso ─ Pulse 7, mine ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┩
//! │ Your 7 holds until 22 Dec; the records say nothing.               │
//! └───────────────────────────────────────────────────────────────────┘
//! ```

pub mod basics;
mod draw;
mod factors;
mod moves;
mod order;
pub mod page;

use super::book::{Concept, Sight};
use super::view::{Facing, Screen};
use crate::desk::Receipt;
use crate::domain::cell::Id;
use crate::error::Error;
use crate::tui::action::{Action, Deed, Wish};
use crate::tui::footer::Space;
use crate::tui::form::draft::Draft;
use crate::tui::key::Input;
use crate::tui::keymap::Context;
use basics::BasicsPage;
use factors::Factors;
use moves::Spot;
use order::Order;
use page::{Answer, Chosen, GridPage, Line};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// How many pages there are.
const PAGES: usize = 2;

/// Which of them are the basics.
const BASICS: usize = 1;

/// Where somebody is in the grid.
#[derive(Debug)]
pub struct GridScreen {
    pages: [Box<dyn GridPage>; PAGES],
    page: usize,
    order: Order,
    spot: Spot,
    /// First row and, for each page, first column of the last frame.
    top: usize,
    left: [usize; PAGES],
    /// Rows that the last frame had room for.
    height: usize,
    /// Which cell the last frame drew where, and where its pages are called.
    hits: Vec<(Rect, Hit)>,
}

/// What can be clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hit {
    Cell(usize, usize),
    Page(usize),
}

impl Default for GridScreen {
    fn default() -> Self {
        Self {
            pages: [Box::new(Factors::default()), Box::new(BasicsPage::default())],
            page: 0,
            order: Order::default(),
            spot: Spot::default(),
            top: 0,
            left: [0; PAGES],
            height: 1,
            hits: Vec::new(),
        }
    }
}

impl GridScreen {
    /// Somebody comes to the view: its rows stand as the list has them now, and the account that
    /// was looked at elsewhere is the chosen one.
    pub fn open(&mut self, account: Option<Id>) {
        self.order.forget();
        self.page_mut().close();
        self.spot.look_at(account);
    }

    fn page(&self) -> &dyn GridPage {
        &*self.pages[self.page.min(PAGES - 1)]
    }

    fn page_mut(&mut self) -> &mut dyn GridPage {
        &mut *self.pages[self.page.min(PAGES - 1)]
    }

    fn columns(&self) -> usize {
        self.page().columns().len()
    }

    fn chosen<'a>(&self, lines: &'a [Line<'a>]) -> Chosen<'a> {
        self.spot.chosen(self.page, lines)
    }

    /// Does what a page wants, and goes where it wants to.
    fn follow(&mut self, answer: Answer, lines: &[Line<'_>]) -> Vec<Wish> {
        let columns = self.columns();
        self.spot.follow(self.page, answer.then, columns, lines);
        answer.wishes
    }

    fn turn(&mut self, by: isize) {
        self.page_mut().close();
        self.spot.end();
        let turned = self.page.cast_signed() + by;
        self.page = turned.rem_euclid(PAGES.cast_signed()).unsigned_abs();
    }

    /// On to another page, as far as this act leads there.
    fn leafed(&mut self, action: Action) -> Option<Vec<Wish>> {
        match action {
            Action::NextPane | Action::NextTab => self.turn(1),
            Action::PreviousPane | Action::PreviousTab => self.turn(-1),
            _ => return None,
        }
        Some(Vec::new())
    }

    /// Esc: the range ends, then the rows are ordered anew; none: it is the book's.
    fn back(&mut self, sight: &Sight<'_>) -> Option<Vec<Wish>> {
        if self.spot.ranges() {
            self.spot.end();
        } else if self.order.is_old(sight) {
            self.order.forget();
        } else {
            return None;
        }
        Some(Vec::new())
    }
}

impl Screen for GridScreen {
    fn context(&self, _: &Sight<'_>) -> Context {
        self.page().context()
    }

    fn update(&mut self, action: Action, sight: &Sight<'_>) -> Option<Vec<Wish>> {
        self.order.hold(sight);
        let lines = self.order.lines(sight);
        if lines.is_empty() {
            // Its pages can be seen all the same.
            return self.leafed(action);
        }
        let on = self.chosen(&lines);
        self.spot.look_at(on.line().map(Line::account));
        if let Some(answer) = self.page_mut().update(action, &on, sight) {
            return Some(self.follow(answer, &lines));
        }
        let sizes = (self.page, self.columns(), self.height);
        if self.spot.moved(action, sizes, &lines) {
            self.page_mut().leave();
            return Some(Vec::new());
        }
        match action {
            Action::Back => self.back(sight),
            Action::Sort => {
                // Another order is chosen from the list of orders; the one there is holds anew.
                self.order.forget();
                None
            }
            _ => self.leafed(action),
        }
    }

    fn typed(&mut self, input: &Input, sight: &Sight<'_>) -> Option<Vec<Wish>> {
        self.order.hold(sight);
        let lines = self.order.lines(sight);
        let on = self.chosen(&lines);
        on.line()?;
        let answer = self.page_mut().typed(input, &on, sight)?;
        Some(self.follow(answer, &lines))
    }

    fn perform(&mut self, deed: &Deed, _: &Sight<'_>) -> Option<Vec<Wish>> {
        match deed {
            Deed::Cell(account, column) => {
                self.page_mut().leave();
                self.page = BASICS;
                self.spot.look_in(self.page, *account, *column as usize);
            }
            Deed::Taken(..) => self.page_mut().taken(deed),
            _ => return None,
        }
        Some(Vec::new())
    }

    fn facing(&self, sight: &Sight<'_>) -> Facing {
        // Asked with every key: the chosen row alone is enough, where there is one.
        let one = self.spot.account().filter(|account| self.order.shows(*account, sight));
        let one = one.and_then(|account| order::line(account, sight));
        if let Some(line) = one {
            let on = Chosen { row: 0, anchor: None, ..self.spot.chosen(self.page, &[]) };
            let lines = [line];
            let on = Chosen { lines: &lines, ..on };
            return Facing { account: Some(line.account()), at: self.page().at(&on) };
        }
        let lines = self.order.lines(sight);
        let on = self.chosen(&lines);
        Facing { account: on.line().map(Line::account), at: self.page().at(&on) }
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        self.order.hold(sight);
        draw::draw(self, area, buffer, sight);
    }

    fn click(&mut self, x: u16, y: u16, sight: &Sight<'_>) -> Vec<Wish> {
        let at = Position::new(x, y);
        let hit = self.hits.iter().rev().find(|(place, _)| place.contains(at)).map(|(_, hit)| *hit);
        match hit {
            Some(Hit::Page(page)) => self.turn(page.cast_signed() - self.page.cast_signed()),
            Some(Hit::Cell(row, column)) => {
                let lines = self.order.lines(sight);
                let on = self.chosen(&lines);
                if (on.row, on.column) == (row, column) {
                    return self.update(Action::Open, sight).unwrap_or_default();
                }
                self.page_mut().leave();
                self.spot.choose(self.page, (row, column), &lines);
            }
            None => {}
        }
        Vec::new()
    }

    fn wheel(&mut self, _: u16, _: u16, notches: isize, sight: &Sight<'_>) -> Vec<Wish> {
        let lines = self.order.lines(sight);
        let on = self.chosen(&lines);
        let row = on.row.saturating_add_signed(notches).min(lines.len().saturating_sub(1));
        self.page_mut().leave();
        self.spot.choose(self.page, (row, on.column), &lines);
        Vec::new()
    }

    fn concept(&self, sight: &Sight<'_>) -> Option<Concept> {
        let lines = self.order.lines(sight);
        self.page().concept(&self.chosen(&lines))
    }

    fn space(&self, _: &Sight<'_>) -> Space {
        self.page().space()
    }

    fn waits(&self) -> bool {
        self.page().waits()
    }

    fn heard(&mut self, receipt: &Receipt) {
        self.pages.iter_mut().for_each(|page| page.heard(receipt));
    }

    fn failed(&mut self, error: &Error) {
        self.pages.iter_mut().for_each(|page| page.failed(error));
    }

    fn draft(&self) -> Option<Draft> {
        self.pages.iter().find_map(|page| page.draft())
    }
}

#[cfg(test)]
mod tests;
