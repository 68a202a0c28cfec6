//! A view of the whole book: a row of pages, one of them shown, its chosen figure explained at the
//! foot.
//!
//! ```text
//! ┏ Quadrant ─ Ladder ─ Time ─ Runway ─ Retention ─ Forecast ━━━━━━━━━━━━━━━━━━━━━━┓
//! ┃ the page                                                                       ┃
//! ┃▸ its chosen line                                                               ┃
//! ┃────────────────────────────────────────────────────────────────────────────────┃
//! ┃ what the chosen figure stands on                          w its records        ┃
//! ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
//! ```

mod act;
mod draw;

use super::book::{Concept, Sight};
use super::view::{At, Facing, Screen};
use super::whole::Want;
use crate::desk::Receipt;
use crate::domain::page::{Entry, Kind, Page};
use crate::error::Error;
use crate::tui::action::{Action, Deed, Wish};
use crate::tui::footer::Space;
use crate::tui::keymap::Context;
use crate::tui::widget::page::{self, PagePlace};
use crate::tui::widget::pen::Pen;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::cell::RefCell;
use std::fmt::Debug;
use std::rc::Rc;

/// What is chosen on a page.
#[derive(Clone, Copy, Debug)]
pub struct Here<'a> {
    pub page: &'a Page,
    /// Its place among the lines that can be chosen.
    pub at: usize,
    /// None: nothing on it can be chosen.
    pub entry: Option<&'a Entry>,
}

/// One page of a view of the whole book.
pub trait Leaf: Debug {
    /// Its name on the line of pages.
    fn name(&self) -> &'static str;

    /// What is to be read for it.
    fn wants(&self, sight: &Sight<'_>) -> Want;

    /// Its lines; none: what it shows was not read yet. Made once, and again after a key that the
    /// leaf took for its own, and after each reading.
    fn page(&self, sight: &Sight<'_>) -> Option<Page>;

    /// Its own keys change its lines; false: they only move on them.
    fn changes(&self) -> bool {
        true
    }

    /// Where its keys are pressed.
    fn context(&self) -> Context {
        Context::Whole
    }

    /// What an act does on this page; none: what it does on all of them.
    fn update(
        &mut self,
        _action: Action,
        _here: &Here<'_>,
        _place: &mut PagePlace,
        _sight: &Sight<'_>,
    ) -> Option<Vec<Wish>> {
        None
    }

    /// What a deed that was chosen from a list does on this page; none: it is the Book's.
    fn perform(&mut self, _deed: &Deed, _sight: &Sight<'_>) -> Option<Vec<Wish>> {
        None
    }

    /// Draws it; `note` hears which of the lines that can be chosen lies where.
    fn draw(
        &mut self,
        page: &Page,
        place: &mut PagePlace,
        pen: &mut Pen<'_>,
        sight: &Sight<'_>,
        note: &mut dyn FnMut(Rect, usize),
    ) {
        page::draw(page, place, pen, true, sight.theme, note);
    }

    /// What Space does on a line that writes nothing by it.
    fn space(&self, _entry: &Entry) -> Option<&'static str> {
        None
    }

    /// Another page or view is shown: what was only tried is forgotten.
    fn left(&mut self) {}

    /// The topic of the guide that explains it.
    fn concept(&self) -> &'static str;
}

/// A page, where somebody is on it, and its lines as they were made last.
#[derive(Debug)]
struct Slot {
    leaf: Box<dyn Leaf>,
    place: PagePlace,
    /// The reading that they were made of.
    made: RefCell<Option<(u64, Rc<Page>)>>,
}

/// What can be clicked.
#[derive(Clone, Copy, Debug)]
enum Hit {
    Leaf(usize),
    Line(usize),
}

/// A row of pages.
#[derive(Debug)]
pub struct Leaves {
    slots: Vec<Slot>,
    shown: usize,
    /// Something is being written: a line that has just been done is not done again.
    writing: bool,
    hits: Vec<(Rect, Hit)>,
}

impl Leaves {
    #[must_use]
    pub fn of(leaves: Vec<Box<dyn Leaf>>) -> Self {
        let slot = |leaf| Slot { leaf, place: PagePlace::default(), made: RefCell::default() };
        let slots = leaves.into_iter().map(slot).collect();
        Self { slots, shown: 0, writing: false, hits: Vec::new() }
    }

    fn slot(&self) -> Option<&Slot> {
        self.slots.get(self.shown)
    }

    /// What is to be read for the page that is shown.
    #[must_use]
    pub fn wants(&self, sight: &Sight<'_>) -> Want {
        self.slot().map_or(Want::Nothing, |slot| slot.leaf.wants(sight))
    }

    /// What the page shows was not read yet.
    #[must_use]
    pub fn is_unread(&self, sight: &Sight<'_>) -> bool {
        self.page(sight).is_none()
    }

    /// The page with this name is the one shown.
    pub fn turn_to(&mut self, name: &str) {
        if let Some(place) = self.slots.iter().position(|slot| slot.leaf.name() == name) {
            self.show(place);
        }
    }

    /// Another view is shown.
    pub fn left(&mut self) {
        if let Some(slot) = self.slots.get_mut(self.shown) {
            slot.leaf.left();
            slot.made.take();
        }
    }

    fn show(&mut self, place: usize) {
        if place != self.shown {
            self.left();
            self.shown = place;
        }
    }

    /// So many pages further, around the end.
    fn turn(&mut self, by: isize) -> Vec<Wish> {
        let count = self.slots.len().max(1).cast_signed();
        let next = (self.shown.cast_signed() + by).rem_euclid(count);
        self.show(next.unsigned_abs());
        vec![Wish::Look]
    }

    /// The lines of the page that is shown.
    fn page(&self, sight: &Sight<'_>) -> Option<Rc<Page>> {
        let slot = self.slot()?;
        let reading = sight.beside.whole.stamp;
        let mut made = slot.made.borrow_mut();
        if made.as_ref().is_none_or(|(of, _)| *of != reading) {
            *made = slot.leaf.page(sight).map(|page| (reading, Rc::new(page)));
        }
        made.as_ref().map(|(_, page)| Rc::clone(page))
    }

    /// Does something with the chosen line.
    fn chosen<T>(&self, sight: &Sight<'_>, then: impl FnOnce(&Entry) -> T) -> Option<T> {
        let page = self.page(sight)?;
        let at = self.slot()?.place.place(&page);
        page.entries().nth(at).map(then)
    }

    /// So many lines that can be chosen further; without any, the page itself moves.
    fn step_by(&mut self, by: isize, sight: &Sight<'_>) {
        let Some(page) = self.page(sight) else { return };
        let Some(slot) = self.slots.get_mut(self.shown) else { return };
        let last = page.entries().count().checked_sub(1);
        match last {
            None => slot.place.top = slot.place.top.saturating_add_signed(by),
            Some(last) => {
                let at = slot.place.place(&page);
                slot.place.go_to(at.saturating_add_signed(by).min(last));
            }
        }
    }
}

impl Screen for Leaves {
    fn context(&self, _sight: &Sight<'_>) -> Context {
        self.slot().map_or(Context::Whole, |slot| slot.leaf.context())
    }

    fn update(&mut self, action: Action, sight: &Sight<'_>) -> Option<Vec<Wish>> {
        let before = self.wants(sight);
        let wishes = match self.own(action, sight) {
            Some(mut wishes) => {
                if self.wants(sight) != before {
                    wishes.push(Wish::Look);
                }
                Some(wishes)
            }
            None => self.act(action, sight),
        };
        self.writing |= wishes.iter().flatten().any(|wish| matches!(wish, Wish::Commit(_)));
        wishes
    }

    fn waits(&self) -> bool {
        self.writing
    }

    fn heard(&mut self, _receipt: &Receipt) {
        self.writing = false;
    }

    fn failed(&mut self, _error: &Error) {
        self.writing = false;
    }

    fn perform(&mut self, deed: &Deed, sight: &Sight<'_>) -> Option<Vec<Wish>> {
        let slot = self.slots.get_mut(self.shown)?;
        let mut wishes = slot.leaf.perform(deed, sight)?;
        slot.made.take();
        wishes.push(Wish::Look);
        Some(wishes)
    }

    fn facing(&self, sight: &Sight<'_>) -> Facing {
        let face = |entry: &Entry| {
            let Some(whom) = &entry.whom else { return Facing::default() };
            let step = entry.link.filter(|link| link.kind == Kind::Step).and_then(|link| link.id);
            let at = match (step, &whom.signal) {
                (Some(step), _) => At::Step(step),
                (None, Some(code)) => At::Signal(code.clone()),
                (None, None) => At::Account,
            };
            Facing { account: Some(whom.account), at }
        };
        self.chosen(sight, face).unwrap_or_default()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        self.frame(area, buffer, sight);
    }

    fn click(&mut self, x: u16, y: u16, sight: &Sight<'_>) -> Vec<Wish> {
        let at = Position::new(x, y);
        let hit = self.hits.iter().rev().find(|(place, _)| place.contains(at)).map(|(_, hit)| *hit);
        match hit {
            Some(Hit::Leaf(place)) => {
                self.show(place);
                vec![Wish::Look]
            }
            Some(Hit::Line(line)) => {
                let Some(page) = self.page(sight) else { return Vec::new() };
                let Some(slot) = self.slots.get_mut(self.shown) else { return Vec::new() };
                if slot.place.place(&page) == line {
                    return self.update(Action::Open, sight).unwrap_or_default();
                }
                slot.place.go_to(line);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    fn wheel(&mut self, _x: u16, _y: u16, notches: isize, sight: &Sight<'_>) -> Vec<Wish> {
        self.step_by(notches, sight);
        Vec::new()
    }

    fn concept(&self, sight: &Sight<'_>) -> Option<Concept> {
        let of_line = self.chosen(sight, |entry| entry.ground.topic).filter(|key| !key.is_empty());
        let key = of_line.or_else(|| self.slot().map(|slot| slot.leaf.concept()))?;
        Some(Concept::named(key))
    }

    fn space(&self, sight: &Sight<'_>) -> Space {
        let leaf = self.slot().map(|slot| &slot.leaf);
        let says = |entry: &Entry| match &entry.doing {
            Some(doing) => Some(doing.says),
            None => leaf.and_then(|leaf| leaf.space(entry)),
        };
        let space = |entry: &Entry| match says(entry) {
            Some(says) => Space::Does(says),
            None if act::has_done(entry) => Space::AsBound,
            None => Space::Nothing,
        };
        self.chosen(sight, space).unwrap_or(Space::Nothing)
    }
}
