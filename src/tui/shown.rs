//! What there is to see: read from the book, handed to the screen and its layers.

use super::keymap::Keymap;
use super::screen::book::Sight;
use super::screen::whole::Whole;
use super::theme::Theme;
use crate::config::playbooks::Shelf;
use crate::domain::agenda::Agenda;
use crate::domain::book::page::{LogPage, UnlinkedPage};
use crate::domain::book::row::{Book, Dossier};
use crate::domain::cell::Id;
use crate::domain::grid::Grid;
use crate::domain::listing::Listing;
use crate::domain::page::{Case, Page, Pages, Sheet};
use crate::domain::picture::{Picture, picture};
use crate::domain::review::ritual::Ritual;
use crate::domain::rules::Rules;
use crate::domain::setup::Setup;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use ratatui::layout::Rect;
use std::cell::{Cell, OnceCell};

/// What is made of a dossier when somebody looks at it, once for each dossier that is read.
#[derive(Clone, Debug, Default)]
pub struct Looks {
    picture: OnceCell<Picture>,
    pages: Pages,
}

impl Looks {
    /// The whole picture of the account.
    pub fn picture(&self, of: &Dossier, rules: &Rules, today: NaiveDate) -> &Picture {
        let whole = || picture(&of.records, &of.standing, &of.around, rules, today);
        self.picture.get_or_init(whole)
    }

    /// What stands on one of its tabs.
    pub fn page(&self, sheet: Sheet, of: &Dossier, rules: &Rules, today: NaiveDate) -> &Page {
        let picture = self.picture(of, rules, today);
        let (records, standing) = (&of.records, &of.standing);
        self.pages.page(sheet, &Case { records, standing, picture, rules, today })
    }
}

/// What the views beside the Book show; read when they are, and after a change.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    pub agenda: Option<Agenda>,
    pub grid: Option<Grid>,
    pub ritual: Option<Ritual>,
    /// What the pages of the whole book show.
    pub whole: Whole,
    /// Where in the review somebody stood, as it was noted last.
    pub stood: Option<String>,
    /// Where the chosen cell of the grid was drawn last: what is typed into it stands there.
    pub spot: Cell<Rect>,
}

/// What there is to see: read by the shell, shown by the screen.
#[derive(Debug)]
pub struct Shown {
    /// What the list shows, in its order.
    pub book: Book,
    /// The whole book, where the list shows less of it or has another order.
    pub whole: Option<Book>,
    pub listing: Listing,
    pub dossier: Option<Dossier>,
    /// What was made of the dossier for its tabs.
    pub looks: Looks,
    pub log: Option<LogPage>,
    /// What was written of an account, once its tab was open.
    pub history: Option<(Id, Page)>,
    /// What no account claims, once somebody asked for it.
    pub unlinked: Option<UnlinkedPage>,
    pub banner: Option<String>,
    pub today: NaiveDate,
    /// As they stand for this book.
    pub rules: Rules,
    pub theme: Theme,
    pub keymap: Keymap,
    /// Names and money are hidden.
    pub mask: bool,
    /// How far the book is set up, while that is of interest.
    pub setup: Option<Setup>,
    pub shelf: Shelf,
    /// What the views beside the Book show.
    pub beside: Beside,
    /// When the last key came.
    pub at: DateTime<Utc>,
}

impl Shown {
    /// Nothing yet, on a day.
    #[must_use]
    pub fn on(today: NaiveDate, theme: Theme) -> Self {
        Self {
            book: Book::default(),
            whole: None,
            listing: Listing::default(),
            dossier: None,
            looks: Looks::default(),
            log: None,
            history: None,
            unlinked: None,
            banner: None,
            today,
            rules: Rules::default(),
            theme,
            keymap: Keymap::default(),
            mask: false,
            setup: None,
            shelf: Shelf::default(),
            beside: Beside::default(),
            at: today.and_time(NaiveTime::MIN).and_utc(),
        }
    }

    /// All accounts, whatever the list shows of them.
    #[must_use]
    pub fn whole(&self) -> &Book {
        self.whole.as_ref().unwrap_or(&self.book)
    }

    /// Takes the whole book, and shows of it what the list is to show.
    pub fn list(&mut self, whole: Book) {
        if self.listing.is_plain() {
            (self.book, self.whole) = (whole, None);
        } else {
            self.book = self.listing.of(&whole, self.today);
            self.whole = Some(whole);
        }
    }

    /// What the screen and its layers are handed.
    #[must_use]
    pub fn sight(&self) -> Sight<'_> {
        Sight {
            book: &self.book,
            whole: self.whole(),
            listing: &self.listing,
            dossier: self.dossier.as_ref(),
            looks: &self.looks,
            log: self.log.as_ref(),
            history: self.history.as_ref(),
            unlinked: self.unlinked.as_ref(),
            banner: self.banner.as_deref(),
            today: self.today,
            rules: &self.rules,
            theme: &self.theme,
            keymap: &self.keymap,
            mask: self.mask,
            setup: self.setup,
            shelf: &self.shelf,
            beside: &self.beside,
            at: self.at,
        }
    }
}
