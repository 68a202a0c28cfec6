//! The Book view: who needs me, whom we know, the score, the plan.
//!
//! ```text
//! ┏ Accounts ━━━━━━━━━━ 45/45 ┓┌ Contoso ─ Strategic ────── €940k ┐
//! ┃ NOW 3 ────────────────────┃│ the account's days and signals   │
//! ┃▸Contoso    S 940k 5.2▼ 69d┃├ Who we know ──────┬ Score 5.2 ───┤
//! ┃ SOON 6 ───────────────────┃│ the map           │ ten factors  │
//! ┃ …                         ┃├ Plan ┬ Log ───────┴──────────────┤
//! ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━┛└──────────────────────────────────┘
//! ```

mod act;
mod advice;
mod cell;
mod chosen;
mod concept;
mod draw;
mod empty;
mod face;
mod feet;
mod fold;
pub(in crate::tui::screen) mod frame;
pub(in crate::tui::screen) mod head;
mod held;
pub(in crate::tui::screen) mod hit;
mod list;
mod log;
pub(in crate::tui::screen) mod map;
mod page;
mod people;
mod plan;
mod plan_line;
mod row;
pub(in crate::tui::screen) mod score;
mod seat;
pub(in crate::tui::screen) mod signals;
mod single;
mod size;
mod spot;
mod spread;
pub(in crate::tui::screen) mod step_line;
mod tabs;
mod tree;
mod update;
mod walk;
mod weeks;

#[cfg(test)]
pub mod fixture;
#[cfg(test)]
mod tests;

pub use chosen::Chosen;
pub use concept::Concept;
pub use hit::Target;

use crate::config::playbooks::Shelf;
use crate::domain::account::own_score::Factor;
use crate::domain::book::page::{LogPage, UnlinkedPage};
use crate::domain::book::row::{Book, BookRow, Dossier};
use crate::domain::cell::Id;
use crate::domain::listing::Listing;
use crate::domain::page::{Page, Sheet};
use crate::domain::picture::Picture;
use crate::domain::rules::Rules;
use crate::domain::setup::Setup;
use crate::domain::standing::Group;
use crate::tui::action::Deed;
use crate::tui::keymap::{Context, Keymap};
use crate::tui::shown::{Beside, Looks};
use crate::tui::theme::Theme;
use crate::tui::widget::page::PagePlace;
use chrono::{DateTime, NaiveDate, Utc};
use held::Held;
use hit::Hits;
use plan_line::PlanPlace;
use spot::Spot;
use std::collections::BTreeSet;

/// A part of the view that can have the focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    #[default]
    List,
    Head,
    Map,
    Score,
    Tab,
}

impl Pane {
    pub const ALL: [Self; 5] = [Self::List, Self::Head, Self::Map, Self::Score, Self::Tab];
}

/// What the lowest pane shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    #[default]
    Plan,
    Log,
    Feedback,
    Money,
    Expand,
    File,
    History,
}

impl Tab {
    pub const ALL: [Self; 7] = [
        Self::Plan,
        Self::Log,
        Self::Feedback,
        Self::Money,
        Self::Expand,
        Self::File,
        Self::History,
    ];

    /// The page that stands on it; none: a list of its own.
    #[must_use]
    pub const fn sheet(self) -> Option<Sheet> {
        match self {
            Self::Feedback => Some(Sheet::Feedback),
            Self::Money => Some(Sheet::Money),
            Self::Expand => Some(Sheet::Expand),
            Self::File => Some(Sheet::File),
            Self::History => Some(Sheet::History),
            Self::Plan | Self::Log => None,
        }
    }

    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Plan => "Plan",
            Self::Log => "Log",
            Self::Feedback => "Feedback",
            Self::Money => "Money",
            Self::Expand => "Expand",
            Self::File => "File",
            Self::History => "History",
        }
    }

    /// The same in as few columns as it can be read in.
    const fn short(self) -> &'static str {
        match self {
            Self::Feedback => "Feedb",
            Self::History => "Hist",
            other => other.title(),
        }
    }
}

/// How the map shows the people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MapView {
    #[default]
    Coverage,
    Feedback,
    Warmth,
    Power,
    /// Who reports to whom.
    Tree,
}

impl MapView {
    pub const ALL: [Self; 5] =
        [Self::Coverage, Self::Feedback, Self::Warmth, Self::Power, Self::Tree];

    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Coverage => "Coverage",
            Self::Feedback => "Feedback",
            Self::Warmth => "Warmth",
            Self::Power => "Power",
            Self::Tree => "Reports to",
        }
    }
}

/// What there is to see: read by the shell, handed in with each key and each frame.
#[derive(Clone, Copy, Debug)]
pub struct Sight<'a> {
    /// What the list shows, in its order: less than the whole where somebody filters.
    pub book: &'a Book,
    pub whole: &'a Book,
    pub listing: &'a Listing,
    /// Of the account last wished for; another one's is not drawn.
    pub dossier: Option<&'a Dossier>,
    /// What was made of it for the tabs.
    pub looks: &'a Looks,
    /// The page of the log last wished for; another account's is not drawn.
    pub log: Option<&'a LogPage>,
    /// What was written of an account, once its tab was open; another account's is not drawn.
    pub history: Option<&'a (Id, Page)>,
    /// What no account claims, once somebody asked for it.
    pub unlinked: Option<&'a UnlinkedPage>,
    /// A few words beside the view's name, as `demo book`.
    pub banner: Option<&'a str>,
    pub today: NaiveDate,
    /// As they stand for this book.
    pub rules: &'a Rules,
    pub theme: &'a Theme,
    pub keymap: &'a Keymap,
    /// Names and money are hidden.
    pub mask: bool,
    /// How far the book is set up, while that is of interest.
    pub setup: Option<Setup>,
    /// The playbooks.
    pub shelf: &'a Shelf,
    /// What the views beside the Book show.
    pub beside: &'a Beside,
    /// When the last key came.
    pub at: DateTime<Utc>,
}

impl<'a> Sight<'a> {
    /// The whole picture of the account whose dossier was read.
    #[must_use]
    pub fn picture(&self) -> Option<&'a Picture> {
        Some(self.looks.picture(self.dossier?, self.rules, self.today))
    }

    /// What stands on one of its tabs.
    #[must_use]
    pub fn page(&self, sheet: Sheet) -> Option<&'a Page> {
        let dossier = self.dossier?;
        if sheet == Sheet::History {
            let (account, page) = self.history?;
            return (*account == dossier.records.account.id).then_some(page);
        }
        Some(self.looks.page(sheet, dossier, self.rules, self.today))
    }
}

/// Where the person looks in the Book view.
#[derive(Debug, Default)]
pub struct BookScreen {
    account: Option<Id>,
    /// Who was looked at before the list hid them, and who took their place.
    hidden: Option<(Id, Option<Id>)>,
    pane: Pane,
    zoom: bool,
    /// The last frame had room for one pane only.
    single: bool,
    tab: Tab,
    map_view: MapView,
    /// Which line of the list is chosen.
    spot: Spot,
    /// First line of the list on the screen.
    top: usize,
    /// Groups whose folded accounts were asked for.
    unfolded: Vec<Group>,
    signal: usize,
    /// Its code: the order changes with what is done.
    signalled: Option<&'static str>,
    /// Row and column.
    seat: (usize, usize),
    /// Who sat there when it was chosen: a seat that is refreshed moves in its row.
    sitter: Option<Id>,
    /// None: the one that costs most.
    factor: Option<Factor>,
    plan: PlanPlace,
    talk: Held,
    talk_top: usize,
    talk_page: usize,
    /// On each tab that is a page.
    pages: [PagePlace; Sheet::ALL.len()],
    /// Accounts that a deed is done to together.
    marked: BTreeSet<Id>,
    /// What `.` does again.
    last: Option<Deed>,
    /// Which way to begin an empty book.
    beginning: usize,
    /// Where the focus was before another view turned to something here.
    focus: Option<(Pane, Tab)>,
    hits: Hits,
}

impl BookScreen {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The account looked at: the chosen one, while the book holds it, else the first.
    #[must_use]
    pub fn account(&self, book: &Book) -> Option<Id> {
        self.place(book).and_then(|place| book.rows.get(place)).map(|row| row.account)
    }

    /// Where keys are pressed.
    #[must_use]
    pub const fn context(&self, book: &Book) -> Context {
        match (self.pane, self.tab) {
            // Nothing to look at but the ways to begin.
            _ if book.rows.is_empty() => Context::Welcome,
            (Pane::List, _) => Context::List,
            (Pane::Head, _) => Context::Head,
            (Pane::Map, _) => Context::Map,
            (Pane::Score, _) => Context::Score,
            (Pane::Tab, Tab::Plan) => Context::Plan,
            (Pane::Tab, Tab::Log) => Context::Log,
            (Pane::Tab, Tab::Feedback) => Context::Feedback,
            (Pane::Tab, Tab::Money) => Context::Money,
            (Pane::Tab, Tab::Expand) => Context::Expand,
            (Pane::Tab, Tab::File) => Context::File,
            (Pane::Tab, Tab::History) => Context::History,
        }
    }

    /// The page of the log that is on the screen, to be read anew after a change.
    #[must_use]
    pub fn page_shown(&self) -> Option<(Id, usize)> {
        self.account.filter(|_| self.tab == Tab::Log).map(|account| (account, self.talk_page))
    }

    /// One pane fills the view.
    const fn alone(&self) -> bool {
        self.zoom || self.single
    }

    /// The account's place in the list.
    #[must_use]
    pub fn place(&self, book: &Book) -> Option<usize> {
        let chosen = self.account?;
        book.rows.iter().position(|row| row.account == chosen)
    }

    fn row<'a>(&self, book: &'a Book) -> Option<&'a BookRow> {
        book.rows.get(self.place(book)?)
    }

    /// What is known of the account looked at, once it was read.
    fn dossier<'a>(&self, sight: &Sight<'a>) -> Option<&'a Dossier> {
        sight.dossier.filter(|dossier| Some(dossier.records.account.id) == self.account)
    }

    /// The account and the tab, to be found again at the next start.
    #[must_use]
    pub const fn looked_at(&self) -> (Option<Id>, Tab) {
        // Another view may have turned the tab to what it is about.
        let tab = match self.focus {
            Some((_, tab)) => tab,
            None => self.tab,
        };
        (self.account, tab)
    }

    /// As it was at the end of another run.
    pub const fn look_again(&mut self, account: Option<Id>, tab: Tab) {
        (self.account, self.tab) = (account, tab);
    }

    /// Chooses an account without asking for its dossier: at the start, and after undo.
    pub fn look_at(&mut self, account: Option<Id>) {
        if self.account != account {
            self.account = account;
            self.spot = Spot::Account;
            (self.signal, self.signalled) = (0, None);
            self.seat = (0, 0);
            self.sitter = None;
            self.factor = None;
            self.plan = PlanPlace::default();
            self.talk = Held::default();
            self.talk_top = 0;
            self.talk_page = 0;
            self.pages = Default::default();
        }
    }
}
