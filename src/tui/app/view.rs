//! The view on the screen: shown, read, and what it keeps waiting.

use super::App;
use crate::tui::action::Action;
use crate::tui::key::Input;
use crate::tui::screen::view::{Screen, View};
use crate::tui::screen::whole::Want;

impl App {
    /// Shows another view, or the one that is shown anew.
    pub fn show(&mut self, view: View) {
        self.screen.show(view);
        self.wished.view = view != View::Book;
        let book = &mut self.screen.book;
        // What was on the screen may have been about no account: the Book always shows one.
        if view == View::Book && book.account(&self.shown.book).is_none() {
            book.look_at(self.shown.book.rows.first().map(|row| row.account));
        }
        self.look_anew();
    }

    #[must_use]
    pub const fn view(&self) -> View {
        self.screen.view()
    }

    /// What the view beside the Book shows was read: another account may be faced.
    pub fn view_read(&mut self) {
        let faced = self.screen.account(&self.shown.sight());
        let read = self.shown.dossier.as_ref().map(|dossier| dossier.records.account.id);
        if faced != read {
            self.wished.account = faced;
        }
        if let Some(action) = self.once_read.take() {
            self.act(action);
        }
    }

    /// The review as it was just read shows what the whole book is gone through for.
    pub fn surveys(&mut self) -> bool {
        self.screen.review.follow(&self.shown.sight());
        self.screen.review.surveys()
    }

    /// What is to be read for the page of the whole book that is shown.
    #[must_use]
    pub fn wants(&self) -> Want {
        self.screen.wants(&self.shown.sight())
    }

    /// The view must see what becomes of its last commit before it can hear another key.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.written.is_waiting()
            && self.layers.is_empty()
            && (self.written.cell() || self.screen.beside().is_some_and(Screen::waits))
    }

    /// The input acts on what is wished for and not read yet: an account, or a view. Moves can wait
    /// as long as there is something to move in.
    #[must_use]
    pub fn acts_unread(&self, input: &Input) -> bool {
        let Input::Key(key) = input else { return false };
        if !self.layers.is_empty() {
            return false;
        }
        let action = self.shown.keymap.action(self.context(), *key);
        let moves = action.is_some_and(Action::moves);
        let there = moves && !self.screen.is_unread(&self.shown.sight());
        (self.wished.account.is_some() && !moves)
            || (self.wished.view && !there && !action.is_some_and(Action::turns))
    }
}
