//! What each act does to the view, and what the view then wishes for.

use super::spot::Spot;
use super::{BookScreen, MapView, Pane, Sight, Tab, Target, fold, score, signals};
use crate::domain::book::row::{Book, Dossier};
use crate::domain::cell::Id;
use crate::tui::action::{Action, Deed, Wish};

/// Lines that a page of a pane moves by; the panes are about this high.
const PAGE: isize = 10;

/// What the shell has read for the view: a wish is due when it changes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Looked {
    account: Option<Id>,
    tab: Tab,
    page: usize,
}

impl BookScreen {
    /// Does what was asked, as far as this view knows how; the rest is the shell's.
    pub fn update(&mut self, action: Action, sight: &Sight<'_>) -> Vec<Wish> {
        self.hidden = None;
        if let Some(wishes) = self.act(action, sight) {
            return wishes;
        }
        let before = self.looked();
        match action {
            Action::Up => self.step_by(-1, sight),
            Action::Down => self.step_by(1, sight),
            Action::PageUp => self.step_by(-PAGE, sight),
            Action::PageDown => self.step_by(PAGE, sight),
            Action::First => self.step_by(isize::MIN / 2, sight),
            Action::Last => self.step_by(isize::MAX / 2, sight),
            Action::Left => self.across(-1, sight),
            Action::Right => self.across(1, sight),
            Action::NextGroup => self.go_to_group(1, sight),
            Action::PreviousGroup => self.go_to_group(-1, sight),
            Action::NextPane => self.pane = turned(&Pane::ALL, self.pane, 1),
            Action::PreviousPane => self.pane = turned(&Pane::ALL, self.pane, -1),
            Action::NextTab if self.shows(Pane::Tab) => self.tab = turned(&Tab::ALL, self.tab, 1),
            Action::PreviousTab if self.shows(Pane::Tab) => {
                self.tab = turned(&Tab::ALL, self.tab, -1);
            }
            Action::Back => return self.back(sight),
            Action::Zoom if self.single => {
                let says = "This window has room for one pane; Tab goes to the next.";
                return vec![Wish::Say(says.to_owned())];
            }
            Action::Zoom => self.zoom = !self.zoom,
            Action::NextSignal if self.shows(Pane::Head) => {
                if let Some(dossier) = self.dossier(sight) {
                    let told = signals::told(dossier);
                    let next = self.signal_place(&told) + 1;
                    self.go_to_signal(if next < told.len() { next } else { 0 }, &told);
                }
            }
            Action::MapView if self.shows(Pane::Map) => {
                self.turn_map(sight);
            }
            // What cannot be seen is brought into sight first.
            Action::Open | Action::NextSignal => self.pane = Pane::Head,
            Action::MapView => self.pane = Pane::Map,
            Action::NextTab | Action::PreviousTab => self.pane = Pane::Tab,
            Action::History => (self.pane, self.tab) = (Pane::Tab, Tab::History),
            _ => {}
        }
        self.wishes_since(before)
    }

    /// A click: the pane takes the focus, what lies under the mouse is chosen; what was chosen
    /// before the click is opened.
    pub fn click(&mut self, target: Target, sight: &Sight<'_>) -> Vec<Wish> {
        if self.is_chosen(target, sight) {
            return self.update(Action::Open, sight);
        }
        let before = self.looked();
        match target {
            Target::Pane(pane) => self.pane = pane,
            Target::Way(way) => return self.begin(way),
            // The topmost line is not the Book's alone.
            Target::View(_) | Target::Setup => {}
            Target::Account(id) => {
                self.pane = Pane::List;
                self.spot = Spot::Account;
                self.look_at(Some(id));
            }
            Target::Spot(spot) => (self.pane, self.spot) = (Pane::List, spot),
            Target::Tab(tab) => (self.pane, self.tab) = (Pane::Tab, tab),
            Target::Signal(signal) => {
                self.pane = Pane::Head;
                if let Some(dossier) = self.dossier(sight) {
                    self.go_to_signal(signal, &signals::told(dossier));
                }
            }
            Target::Seat(row, column) => {
                (self.pane, self.seat, self.sitter) = (Pane::Map, (row, column), None);
            }
            Target::Person(person) => (self.pane, self.sitter) = (Pane::Map, Some(person)),
            Target::Factor(factor) => (self.pane, self.factor) = (Pane::Score, Some(factor)),
            Target::Step(line) => {
                self.pane = Pane::Tab;
                self.plan.choose(line);
            }
            Target::Talk(talk) => {
                self.pane = Pane::Tab;
                self.talk.go_to(talk);
            }
            Target::Line(line) => {
                self.pane = Pane::Tab;
                self.go_to_entry(line);
            }
        }
        self.wishes_since(before)
    }

    /// Whether that is what Enter would act on.
    fn is_chosen(&self, target: Target, sight: &Sight<'_>) -> bool {
        match (self.pane, target) {
            (Pane::List, Target::Account(id)) => {
                self.spot == Spot::Account && self.account == Some(id)
            }
            (Pane::List, Target::Spot(spot)) => self.spot == spot,
            (Pane::Head, Target::Signal(signal)) => self.signal == signal,
            (Pane::Map, Target::Seat(row, column)) => self.seat == (row, column),
            (Pane::Map, Target::Person(person)) => self.sitter == Some(person),
            (Pane::Score, Target::Factor(factor)) => self.factor == Some(factor),
            (Pane::Tab, Target::Step(line)) => self.plan.is_at(line),
            (Pane::Tab, Target::Talk(talk)) => {
                self.page(sight).is_some_and(|page| self.talk_place(page) == talk)
            }
            (Pane::Tab, Target::Line(line)) => self.is_at_entry(line, sight),
            _ => false,
        }
    }

    /// The wheel turned over a pane, down for positive notches; the focus stays where it is.
    pub fn wheel(&mut self, pane: Pane, notches: isize, sight: &Sight<'_>) -> Vec<Wish> {
        let before = self.looked();
        let focus = std::mem::replace(&mut self.pane, pane);
        self.step_by(notches, sight);
        self.pane = focus;
        self.wishes_since(before)
    }

    fn shows(&self, pane: Pane) -> bool {
        !self.alone() || self.pane == pane
    }

    pub(super) const fn looked(&self) -> Looked {
        Looked { account: self.account, tab: self.tab, page: self.talk_page }
    }

    pub(super) fn wishes_since(&self, before: Looked) -> Vec<Wish> {
        let now = self.looked();
        let Some(account) = now.account.filter(|_| now != before) else { return Vec::new() };
        let mut wishes = Vec::new();
        if now.account != before.account {
            wishes.push(Wish::Account(account));
        }
        if now.tab == Tab::Log {
            wishes.push(Wish::Log { account, page: now.page });
        }
        wishes
    }

    /// Up and down in the focused pane.
    fn step_by(&mut self, lines: isize, sight: &Sight<'_>) {
        match (self.pane, self.tab) {
            (Pane::List, _) => self.list_by(lines, lines.unsigned_abs() > 1000, sight),
            (Pane::Head, _) => {
                if let Some(dossier) = self.dossier(sight) {
                    let told = signals::told(dossier);
                    let next = moved(self.signal_place(&told), lines, told.len());
                    self.go_to_signal(next, &told);
                }
            }
            (Pane::Map, _) if self.map_view != MapView::Coverage => self.walk_down(lines, sight),
            (Pane::Map, _) => {
                if let Some(dossier) = self.dossier(sight) {
                    self.seat = self.seat(&dossier.standing.map);
                }
                self.sitter = None;
                self.seat.0 = moved(self.seat.0, lines, self.map_rows(sight));
                self.across(0, sight);
            }
            (Pane::Score, _) => {
                if let Some(dossier) = self.dossier(sight) {
                    let factors = score::factors(&dossier.standing.score);
                    let next = moved(score::place(&factors, self.factor), lines, factors.len());
                    self.factor = factors.get(next).map(|factor| factor.factor);
                }
            }
            (Pane::Tab, Tab::Plan) => {
                if let Some(dossier) = self.dossier(sight) {
                    self.plan.step_by(lines, dossier);
                }
            }
            (Pane::Tab, Tab::Log) => self.talk_by(lines, sight),
            (Pane::Tab, Tab::Feedback | Tab::Money | Tab::Expand | Tab::File | Tab::History) => {
                self.page_by(lines, sight);
            }
        }
    }

    /// Up and down in the log, over the edge of its page into the next one.
    fn talk_by(&mut self, lines: isize, sight: &Sight<'_>) {
        let Some(page) = self.page(sight) else { return };
        let count = page.entries.len();
        let at = self.talk_place(page);
        let far = lines.unsigned_abs() > PAGE.unsigned_abs();
        if far && lines > 0 {
            self.talk_page = page.pages() - 1;
            // The last one there is: drawing holds it to the page's end.
            self.talk.go_to(usize::MAX);
        } else if far {
            (self.talk_page, self.talk_top) = (0, 0);
            self.talk.go_to(0);
        } else if lines > 0 && at.saturating_add(1) >= count && page.page + 1 < page.pages() {
            self.talk_page = page.page + 1;
            self.talk.go_to(0);
            self.talk_top = 0;
        } else if lines < 0 && at == 0 && page.page > 0 {
            self.talk_page = page.page - 1;
            self.talk.go_to(usize::MAX);
        } else {
            self.talk.go_to(moved(at, lines, count));
        }
    }

    /// The levels, and below them whoever is not placed.
    fn map_rows(&self, sight: &Sight<'_>) -> usize {
        let waiting = |dossier: &Dossier| !dossier.standing.map.not_placed.is_empty();
        if self.dossier(sight).is_some_and(waiting) { 4 } else { 3 }
    }

    /// Left and right on the map.
    fn across(&mut self, seats: isize, sight: &Sight<'_>) {
        if self.map_view != MapView::Coverage {
            return self.walk_across(seats, sight);
        }
        let Some(dossier) = self.dossier(sight) else { return };
        let map = &dossier.standing.map;
        let (level, seat) = self.seat(map);
        let count = match map.rows.get(level) {
            Some(row) => row.target.max(row.seats.len()),
            None => map.not_placed.len(),
        };
        self.seat = (level, moved(seat, seats, count));
        self.hold_seat(map);
    }

    /// To the account at this place of the list.
    pub(super) fn go_to(&mut self, place: usize, sight: &Sight<'_>) {
        self.spot = Spot::Account;
        self.unfold_around(sight.book, place);
        self.look_at(sight.book.rows.get(place).map(|row| row.account));
    }

    /// Opens the fold that would hide this account.
    pub(super) fn unfold_around(&mut self, book: &Book, place: usize) {
        if let Some(group) = fold::folds(book, place)
            && !self.unfolded.contains(&group)
        {
            self.unfolded.push(group);
        }
    }

    /// The first account of the next group, of this one, or of the one before it.
    fn go_to_group(&mut self, way: isize, sight: &Sight<'_>) {
        if !sight.listing.grouped() {
            return;
        }
        let place = self.place(sight.book).unwrap_or(0);
        let firsts = fold::runs(sight.book).into_iter().map(|(_, first, _)| first);
        let target = if way > 0 {
            firsts.into_iter().find(|first| *first > place)
        } else {
            firsts.into_iter().take_while(|first| *first < place).last()
        };
        if let Some(target) = target {
            self.go_to(target, sight);
        }
    }

    /// Out of the zoom, back to the list; there the marks go, then the filter, then opened folds.
    fn back(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        if std::mem::take(&mut self.zoom) && !self.single {
            // One thing at a time, but where it cannot be seen it is none.
        } else if self.pane == Pane::Tab && !self.marked_steps(sight).is_empty() {
            self.plan.marked.clear();
        } else if self.pane != Pane::List {
            self.pane = Pane::List;
        } else if !self.marked.is_empty() {
            self.marked.clear();
        } else if sight.listing.filters() {
            return vec![Wish::Do(Deed::Filter(String::new()))];
        } else {
            self.unfolded.clear();
        }
        Vec::new()
    }
}

/// `from` moved, held between 0 and the last of `count`.
pub(super) fn moved(from: usize, by: isize, count: usize) -> usize {
    let last = count.saturating_sub(1);
    from.min(last).saturating_add_signed(by).min(last)
}

/// The neighbour in a closed list that turns around at its ends.
pub(super) fn turned<T: Copy + PartialEq>(all: &[T], from: T, by: isize) -> T {
    let place = all.iter().position(|one| *one == from).unwrap_or(0).cast_signed();
    let next = (place + by).rem_euclid(all.len().cast_signed());
    all.get(next.unsigned_abs()).copied().unwrap_or(from)
}
