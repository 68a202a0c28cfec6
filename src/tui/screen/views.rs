//! The view on the screen, and the Book behind it, whose acts hold in all of them.

use super::agenda::AgendaScreen;
use super::book::{BookScreen, Concept, Sight, Target};
use super::expansion::expansion;
use super::grid::GridScreen;
use super::heading;
use super::leaves::Leaves;
use super::portfolio::portfolio;
use super::review::ReviewScreen;
use super::view::{Facing, Screen, View};
use super::whole::Want;
use crate::domain::cell::Id;
use crate::tui::action::{Action, Deed, Opening, Wish};
use crate::tui::footer::Space;
use crate::tui::key::{Input, Press};
use crate::tui::keymap::Context;
use crate::tui::start::Start;
use crate::tui::widget::pen::Pen;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Lines that a turn of the wheel moves by.
const NOTCH: isize = 3;

/// Below this a view beside the Book has no room to say anything.
const SMALLEST: (u16, u16) = (40, 10);

/// All views, and which of them is shown.
#[derive(Debug)]
pub struct Views {
    view: View,
    pub book: BookScreen,
    pub portfolio: Leaves,
    pub agenda: AgendaScreen,
    pub grid: GridScreen,
    pub expansion: Leaves,
    pub review: ReviewScreen,
    /// What of the topmost line lies where, in a view beside the Book.
    heading: Vec<(Rect, Target)>,
}

impl Default for Views {
    fn default() -> Self {
        Self {
            view: View::default(),
            book: BookScreen::default(),
            portfolio: portfolio(),
            agenda: AgendaScreen::default(),
            grid: GridScreen::default(),
            expansion: expansion(),
            review: ReviewScreen::default(),
            heading: Vec::new(),
        }
    }
}

impl Views {
    #[must_use]
    pub const fn view(&self) -> View {
        self.view
    }

    /// The view shown, where it is not the Book.
    #[must_use]
    pub fn beside(&self) -> Option<&dyn Screen> {
        match self.view {
            View::Book => None,
            View::Portfolio => Some(&self.portfolio),
            View::Agenda => Some(&self.agenda),
            View::Grid => Some(&self.grid),
            View::Expansion => Some(&self.expansion),
            View::Review => Some(&self.review),
        }
    }

    pub fn beside_mut(&mut self) -> Option<&mut dyn Screen> {
        match self.view {
            View::Book => None,
            View::Portfolio => Some(&mut self.portfolio),
            View::Agenda => Some(&mut self.agenda),
            View::Grid => Some(&mut self.grid),
            View::Expansion => Some(&mut self.expansion),
            View::Review => Some(&mut self.review),
        }
    }

    /// All but the Book, shown or not: what they remember holds on.
    pub fn all_beside(&mut self) -> [&mut dyn Screen; 5] {
        [
            &mut self.portfolio,
            &mut self.agenda,
            &mut self.grid,
            &mut self.expansion,
            &mut self.review,
        ]
    }

    /// Shows another view; what it needs is to be read before the next frame.
    pub fn show(&mut self, view: View) {
        if view == View::Book {
            self.book.turn_back();
        }
        if view == View::Grid {
            self.grid.open(self.book.looked_at().0);
        }
        if view != self.view {
            self.portfolio.left();
            self.expansion.left();
        }
        self.view = view;
    }

    /// What is to be read for the page of the whole book that is shown.
    #[must_use]
    pub fn wants(&self, sight: &Sight<'_>) -> Want {
        match self.view {
            View::Portfolio => self.portfolio.wants(sight),
            View::Expansion => self.expansion.wants(sight),
            _ => Want::Nothing,
        }
    }

    /// Nothing of what the view shows was read yet.
    #[must_use]
    pub fn is_unread(&self, sight: &Sight<'_>) -> bool {
        match self.view {
            View::Book => false,
            View::Portfolio => self.portfolio.is_unread(sight),
            View::Agenda => sight.beside.agenda.is_none(),
            View::Grid => sight.beside.grid.is_none(),
            View::Expansion => self.expansion.is_unread(sight),
            View::Review => sight.beside.ritual.is_none(),
        }
    }

    /// The account whose dossier is on the screen.
    #[must_use]
    pub fn account(&self, sight: &Sight<'_>) -> Option<Id> {
        match self.beside() {
            None => self.book.account(sight.book),
            Some(screen) => screen.facing(sight).account,
        }
    }

    #[must_use]
    pub fn context(&self, sight: &Sight<'_>) -> Context {
        self.beside().map_or_else(|| self.book.context(sight.whole), |view| view.context(sight))
    }

    #[must_use]
    pub fn concept(&self, sight: &Sight<'_>) -> Option<Concept> {
        self.beside().map_or_else(|| self.book.concept(sight), |view| view.concept(sight))
    }

    #[must_use]
    pub fn space(&self, sight: &Sight<'_>) -> Space {
        self.beside().map_or_else(|| self.book.space(sight), |view| view.space(sight))
    }

    /// What a key that is bound to an act does.
    pub fn update(&mut self, action: Action, sight: &Sight<'_>) -> Vec<Wish> {
        let before = self.account(sight);
        let wishes = match self.beside_mut().map(|view| view.update(action, sight)) {
            None => return self.book.update(action, sight),
            Some(Some(wishes)) => wishes,
            Some(None) => self.as_in_book(action, sight),
        };
        self.followed(before, wishes, sight)
    }

    /// An act that the view leaves to the Book: for what it faces, also where a filter hides it.
    fn as_in_book(&mut self, action: Action, sight: &Sight<'_>) -> Vec<Wish> {
        match action {
            Action::Back => vec![Wish::Program(Action::View(View::Book))],
            // The list is the Book's.
            Action::Find => vec![
                Wish::Program(Action::View(View::Book)),
                Wish::Open(Opening::Find(self.account(sight))),
            ],
            _ => {
                self.face(sight);
                let whole = Sight { book: sight.whole, ..*sight };
                self.book.act_for(action, &whole)
            }
        }
    }

    /// Turns the Book to what the view is about.
    fn face(&mut self, sight: &Sight<'_>) {
        if let Some(facing) = self.beside().map(|view| view.facing(sight)) {
            self.book.face(&facing);
        }
    }

    /// Does what was chosen from a list, or the last deed again.
    pub fn perform(&mut self, deed: Deed, sight: &Sight<'_>) -> Vec<Wish> {
        let before = self.account(sight);
        let wishes = match self.beside_mut().map(|view| view.perform(&deed, sight)) {
            None => return self.book.perform(deed, sight),
            Some(Some(wishes)) => wishes,
            // Who goes to an account wants to see it.
            Some(None) if matches!(deed, Deed::GoTo(_) | Deed::Filter(_)) => {
                vec![Wish::Program(Action::View(View::Book)), Wish::Do(deed)]
            }
            Some(None) => match deed {
                Deed::Act(action) => return self.update(action, sight),
                deed => {
                    self.face(sight);
                    let whole = Sight { book: sight.whole, ..*sight };
                    self.book.perform(deed, &whole)
                }
            },
        };
        self.followed(before, wishes, sight)
    }

    /// What is typed into the view itself; none: it is a key like others.
    pub fn typed(&mut self, input: &Input, sight: &Sight<'_>) -> Option<Vec<Wish>> {
        let before = self.account(sight);
        let wishes = self.beside_mut()?.typed(input, sight)?;
        Some(self.followed(before, wishes, sight))
    }

    /// A click or a turn of the wheel.
    pub fn point(&mut self, press: Press, x: u16, y: u16, sight: &Sight<'_>) -> Vec<Wish> {
        let before = self.account(sight);
        let at = Position::new(x, y);
        let heading = self.heading.iter().find(|(place, _)| place.contains(at));
        if press == Press::Click
            && let Some((_, target)) = heading
        {
            return head(*target).unwrap_or_default();
        }
        let wishes = match (self.beside_mut(), press) {
            (None, _) => return self.point_in_book(press, x, y, sight),
            (Some(view), Press::Click) => view.click(x, y, sight),
            (Some(view), Press::WheelUp) => view.wheel(x, y, -NOTCH, sight),
            (Some(view), Press::WheelDown) => view.wheel(x, y, NOTCH, sight),
        };
        self.followed(before, wishes, sight)
    }

    fn point_in_book(&mut self, press: Press, x: u16, y: u16, sight: &Sight<'_>) -> Vec<Wish> {
        let (target, pane) = (self.book.hit(x, y), self.book.pane_at(x, y));
        match (press, target, pane) {
            (Press::Click, Some(target), _) => {
                head(target).unwrap_or_else(|| self.book.click(target, sight))
            }
            (Press::WheelUp, _, Some(pane)) => self.book.wheel(pane, -NOTCH, sight),
            (Press::WheelDown, _, Some(pane)) => self.book.wheel(pane, NOTCH, sight),
            _ => Vec::new(),
        }
    }

    /// Another account is faced: it is to be read.
    fn followed(
        &mut self,
        before: Option<Id>,
        mut wishes: Vec<Wish>,
        sight: &Sight<'_>,
    ) -> Vec<Wish> {
        let now = self.account(sight);
        if let Some(account) = now.filter(|_| now != before) {
            wishes.insert(0, Wish::Account(account));
        }
        wishes
    }

    /// What the view is about, for whoever reads it.
    #[must_use]
    pub fn facing(&self, sight: &Sight<'_>) -> Option<Facing> {
        self.beside().map(|view| view.facing(sight))
    }

    /// Draws the view into its area: all of the screen but the lines of the shell.
    pub fn draw(&mut self, buffer: &mut Buffer, area: Rect, sight: &Sight<'_>) {
        self.heading.clear();
        let tiny = area.width < SMALLEST.0 || area.height < SMALLEST.1;
        if self.view == View::Book || tiny {
            return self.book.draw(buffer, area, sight);
        }
        let line = Rect { height: 1, ..area };
        self.heading = heading::draw(&mut Pen::new(buffer, line), self.view, sight);
        let rest = Rect { y: area.y + 1, height: area.height - 1, ..area };
        if let Some(view) = self.beside_mut() {
            view.draw(rest, buffer, sight);
        }
    }
}

/// What a click on the topmost line does.
fn head(target: Target) -> Option<Vec<Wish>> {
    match target {
        Target::View(view) => Some(vec![Wish::Program(Action::View(view))]),
        Target::Setup => Some(vec![Wish::Open(Opening::Start(Start::Checklist))]),
        _ => None,
    }
}
