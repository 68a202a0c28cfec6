//! What is read of the book: all of it after a change, or what was wished for since.

use super::{Workbench, is_busy};
use crate::desk::ActKind;
use crate::domain::history::{self, HISTORY};
use crate::domain::mask;
use crate::domain::page;
use crate::domain::setup::PUT_AWAY;
use crate::error::Result;
use crate::tui::footer::Notice;
use crate::tui::looked::{self, Looked};
use crate::tui::mask::LASTS;
use crate::tui::saved::{self, Saved};
use crate::tui::screen::book::Tab;
use crate::tui::screen::view::View;
use crate::tui::shown::Looks;

impl Workbench {
    /// Reads the list and all that stands beside it.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn read_all(&mut self) -> Result<()> {
        let Self { app, reading, looked, order, .. } = self;
        if looked.is_none() {
            let mut before = Looked::read(reading.noted(looked::KEY)?.as_deref());
            before.listing.order = *order;
            app.look_again(&before);
            if app.shown.mask {
                app.shown.cover();
            }
            *looked = Some(before);
        }
        app.shown.rules = reading.rules_now()?;
        if app.shown.mask {
            mask::rules(&mut app.shown.rules);
        }
        let mut book = reading.book()?;
        if app.shown.mask {
            mask::book(&mut book);
        }
        app.renew(book);
        self.read_view(true)?;
        self.app.wished.view = false;
        let Self { app, reading, .. } = self;
        if app.shown.mask {
            app.saved = Notice { text: LASTS.to_owned(), alarm: false };
            return self.read_wished();
        }
        if app.shown.unlinked.is_some() {
            app.shown.unlinked = Some(reading.unlinked_all()?);
        }
        let steps = reading.history(saved::STEPS)?;
        app.saved = steps.first().map_or_else(Notice::default, |newest| {
            let undo =
                steps.iter().find(|step| step.undone_by.is_none() && offers_undo(&step.kind));
            let backup =
                reading.backups().ok().and_then(|made| made.first().map(|newest| newest.at));
            let undo = undo.map(|step| step.label.as_str());
            Saved { at: &newest.at, backup, undo }.line(app.shown.today)
        });
        self.read_setup()?;
        self.read_wished()
    }

    /// How far the book is set up: of interest once somebody has looked at it, and after an import
    /// until it was put away.
    fn read_setup(&mut self) -> Result<()> {
        let Self { app, reading, .. } = self;
        let asked = app.shown.setup.is_some()
            || (reading.imported()? && reading.noted(PUT_AWAY)?.is_none());
        app.shown.setup = if asked { Some(reading.setup()?) } else { None };
        Ok(())
    }

    /// Reads what was written of the account looked at, where its tab is open.
    fn read_history(&mut self) -> Result<()> {
        let Self { app, reading, .. } = self;
        let looked = app.looked();
        let (Some(account), Tab::History, View::Book) = (looked.account, looked.tab, looked.view)
        else {
            return Ok(());
        };
        if app.shown.history.as_ref().is_some_and(|(whose, _)| *whose == account) {
            return Ok(());
        }
        let today = app.shown.today;
        let mut history = reading.history_of(account, HISTORY, today)?;
        if app.shown.mask {
            history::hide(&mut history);
        }
        app.shown.history = Some((account, page::history::page(&history, today)));
        Ok(())
    }

    /// Reads what was wished for, once for however many keys.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn read_wished(&mut self) -> Result<()> {
        let want = self.app.wants();
        self.app.shown.beside.whole.turned_to(want);
        if std::mem::take(&mut self.app.wished.anew) {
            let read = self.read_all();
            self.app.wished.anew = is_busy(&read);
            return read;
        }
        if self.app.wished.view {
            let read = self.read_view(false);
            self.app.wished.view = is_busy(&read);
            read?;
        }
        let Self { app, reading, .. } = self;
        let today = app.shown.today;
        if let Some(account) = app.wished.account {
            let dossier = reading.dossier(account, today);
            app.wished.account = app.wished.account.filter(|_| is_busy(&dossier));
            app.shown.looks = Looks::default();
            app.shown.history = None;
            app.shown.dossier = Some(match dossier? {
                open if app.shown.mask => reading.masked(open, today)?,
                open => open,
            });
        }
        if let Some((account, page)) = app.wished.log {
            let log = reading.log(account, page, today);
            app.wished.log = app.wished.log.filter(|_| is_busy(&log));
            let mut log = log?;
            if app.shown.mask {
                mask::log(&mut log);
            }
            app.shown.log = Some(log);
        }
        self.read_history()
    }
}

/// Whether a step is one that somebody may want to take back.
fn offers_undo(kind: &str) -> bool {
    kind != ActKind::Undo.word() && kind != ActKind::Demo.word()
}
