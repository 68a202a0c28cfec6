//! Routes inputs to the layers and the screen, and gathers what they wish for.

mod answers;
mod view;

use super::action::{Action, Opening, Wish};
use super::clipboard;
use super::errand::{Errand, Wished};
use super::footer::{self, Notice, Space};
use super::form::Form;
use super::form::written::Written;
use super::glyph;
use super::key::{Input, Key, Press};
use super::keymap::Context;
use super::layer::help::Help;
use super::layer::message::{Message, sentence};
use super::layer::stack::Stack;
use super::layer::{Layer, Outcome};
use super::looked::Looked;
use super::mask;
use super::screen::view::View;
use super::screen::views::Views;
use super::shown::Shown;
use crate::desk::{Job, Reading, Receipt};
use crate::domain::book::row::Book;
use crate::domain::cell::Id;
use crate::domain::guide::topics;
use crate::domain::listing::Listing;
use crate::error::{Error, Result};
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// The smallest screen that has room for the two lowest lines.
const SMALLEST: (u16, u16) = (40, 10);

/// The whole of what is on the screen.
#[derive(Debug)]
pub struct App {
    pub shown: Shown,
    pub wished: Wished,
    /// What was saved last; shown while there is nothing newer to say.
    pub saved: Notice,
    /// A change is on its way to the disk for longer than an eye blinks.
    pub saving: bool,
    /// The terminal draws no signs but ASCII.
    pub ascii: bool,
    notice: Option<Notice>,
    screen: Views,
    layers: Stack,
    errands: Vec<Errand>,
    /// Which key the footer shows where.
    keys: Vec<(Rect, Key)>,
    written: Written,
    /// To be done once the view is read.
    once_read: Option<Action>,
    /// What a line has just brought into the book, to be told with what comes of it.
    logged: Option<(Id, Receipt)>,
}

/// Beside what was copied, where that is not the whole of it.
const TOO_LONG: &str = "It is too long for a clipboard: the end is missing.";

impl App {
    #[must_use]
    pub fn new(shown: Shown) -> Self {
        Self {
            shown,
            wished: Wished::default(),
            saved: Notice::default(),
            saving: false,
            ascii: false,
            notice: None,
            screen: Views::default(),
            layers: Stack::default(),
            errands: Vec::new(),
            keys: Vec::new(),
            written: Written::default(),
            once_read: None,
            logged: None,
        }
    }

    /// Takes another list of accounts, and wishes for what is on the screen anew.
    pub fn renew(&mut self, book: Book) {
        // Where the account is gone, or out of the filter, its neighbour takes its place.
        let place = self.screen.book.place(&self.shown.book).unwrap_or(0);
        self.screen.book.forget_gone(&book);
        self.shown.list(book);
        let rows = &self.shown.book.rows;
        let neighbour = rows.get(place).or(rows.last()).map(|row| row.account);
        let account = self.screen.book.account(&self.shown.book).or(neighbour);
        self.screen.book.look_at(account);
        self.look_anew();
    }

    /// Wishes for the account that the view is about.
    fn look_anew(&mut self) {
        let account = self.screen.account(&self.shown.sight());
        self.shown.dossier.take_if(|_| account.is_none());
        self.wished.account = account;
        self.wished.log = self.screen.book.page_shown();
    }

    /// Shows the list another way; the account looked at stays where it is to be seen.
    fn list(&mut self, listing: Listing) {
        if self.shown.listing == listing {
            return;
        }
        self.shown.listing = listing;
        let book = std::mem::take(&mut self.shown.book);
        let whole = self.shown.whole.take().unwrap_or(book);
        self.shown.list(whole);
        if self.screen.book.stay(&self.shown.book) {
            self.look_anew();
        }
    }

    /// Where somebody looks, to be found again at the next start.
    #[must_use]
    pub fn looked(&self) -> Looked {
        let (account, tab) = self.screen.book.looked_at();
        let (listing, view) = (self.shown.listing.clone(), self.view());
        Looked { listing, tab, account, view }
    }

    /// Looks where somebody looked before; the book is to be read after it.
    pub fn look_again(&mut self, looked: &Looked) {
        self.shown.listing = looked.listing.clone();
        self.screen.book.look_again(looked.account, looked.tab);
        self.screen.show(looked.view);
        self.wished.view = looked.view != View::Book;
    }

    /// Nothing lies over the view.
    #[must_use]
    pub const fn is_bare(&self) -> bool {
        self.layers.is_empty()
    }

    /// Where the next key is pressed.
    #[must_use]
    pub fn context(&self) -> Context {
        self.layers.context().unwrap_or_else(|| self.screen.context(&self.shown.sight()))
    }

    /// Says one line.
    pub fn say(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: text.into(), alarm: false });
    }

    /// Tells an error: what there is something to do about stays until it is read.
    pub fn tell(&mut self, error: &Error) {
        if error.hint.is_some() {
            self.layers.tell(Message::of(error));
        } else {
            self.notice = Some(Notice { text: sentence(&error.message), alarm: true });
        }
    }

    /// Takes an input; what only the shell can do comes back, in order.
    pub fn input(&mut self, input: &Input) -> Vec<Errand> {
        if let Input::Key(_) | Input::Pointer { press: Press::Click, .. } = input {
            self.notice = None;
        }
        if let Input::Pointer { press: Press::Click, x, y } = input
            && let Some((_, key)) =
                self.keys.iter().find(|(place, _)| place.contains(Position::new(*x, *y)))
        {
            return self.input(&Input::Key(*key));
        }
        if let Input::Key(key) = input
            // What passes under a layer as well, unless the layer has another use for the key.
            && let Some((Context::Always, action)) =
                self.shown.keymap.resolve(self.context(), *key)
        {
            self.act(action);
        } else if let Some(outcome) = self.layers.input(input, &self.shown.sight()) {
            self.follow(outcome);
        } else if let Some(wishes) = self.screen.typed(input, &self.shown.sight()) {
            self.wish(wishes);
        } else {
            match input {
                Input::Key(key) => {
                    if let Some(action) = self.shown.keymap.action(self.context(), *key) {
                        self.act(action);
                    }
                }
                Input::Pointer { press, x, y } => self.point(*press, *x, *y),
                Input::Focus | Input::Paste(_) => {}
            }
        }
        self.take_errands()
    }

    /// What only the shell can do and has not been told yet.
    pub fn take_errands(&mut self) -> Vec<Errand> {
        std::mem::take(&mut self.errands)
    }

    /// Does what a layer made of an input.
    fn follow(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Stays => {}
            Outcome::Closes => self.layers.close(),
            Outcome::Does(action) => {
                self.layers.close();
                self.act(action);
            }
            Outcome::Wishes(wishes) => self.wish(wishes),
            Outcome::ClosesWith(wishes) => {
                self.layers.close();
                self.wish(wishes);
            }
            Outcome::Writes(commit) => {
                let layer = self.layers.take();
                self.ask(Job::Commit(commit), layer);
            }
            Outcome::WritesThen(commit, wishes) => {
                self.follow(Outcome::Writes(commit));
                self.wish(wishes);
            }
        }
    }

    /// Lets the layer on top read what it needs.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn read_layer(&mut self, reading: &Reading, today: NaiveDate) -> Result<()> {
        self.layers.read(reading, today)
    }

    /// Lays something over the view.
    pub fn open(&mut self, layer: Layer) {
        self.layers.open(layer);
    }

    /// The form on top.
    pub fn form(&mut self) -> Option<&mut Form> {
        self.layers.form()
    }

    fn point(&mut self, press: Press, x: u16, y: u16) {
        let wishes = self.screen.point(press, x, y, &self.shown.sight());
        self.wish(wishes);
    }

    fn act(&mut self, action: Action) {
        if self.shown.mask && mask::changes(action) {
            return self.say(mask::REFUSED);
        }
        match action {
            Action::Mask => self.mask(),
            Action::View(view) => self.show(view),
            // f is *fine* at the accounts of a review: nobody is led away from it by that key.
            Action::Forecast if self.view() == View::Review => {
                self.say("2 and Tab lead to the forecast.");
            }
            Action::Forecast | Action::Story => {
                let page = if action == Action::Story { "Story" } else { "Forecast" };
                self.screen.portfolio.turn_to(page);
                self.show(View::Portfolio);
            }
            // The walk begins once the grid is read.
            Action::Stale if self.view() != View::Grid => {
                self.show(View::Grid);
                self.once_read = Some(action);
            }
            Action::Leave | Action::Quit => self.errands.push(Errand::Leave),
            Action::Suspend => self.errands.push(Errand::Suspend),
            Action::Redraw => self.errands.push(Errand::Redraw),
            Action::Unsaved => self.wished.openings.push(Opening::Unsaved),
            Action::Demo => self.errands.push(Errand::Demo),
            Action::Editor => {
                if let Some(form) = self.layers.form() {
                    self.errands.push(Errand::Editor(form.text().to_owned()));
                }
            }
            Action::Undo => self.ask(Job::Undo, None),
            Action::Redo => self.ask(Job::Redo, None),
            Action::Help => {
                let sight = self.shown.sight();
                let context = self.screen.context(&sight);
                let topics = topics(sight.rules, sight.shelf.all());
                let about = self.screen.concept(&sight);
                let about = about.and_then(|about| about.of(&topics)).cloned();
                self.layers.open(Layer::Help(Help::new(context).explaining(topics, about)));
            }
            other => {
                let wishes = self.screen.update(other, &self.shown.sight());
                self.wish(wishes);
            }
        }
    }

    pub(super) fn wish(&mut self, wishes: Vec<Wish>) {
        for wish in wishes {
            match wish {
                Wish::Open(opening) if self.shown.mask && !mask::may_open(&opening) => {
                    self.say(mask::refused(&opening));
                }
                Wish::Commit(_) | Wish::Together(_) if self.shown.mask => self.say(mask::REFUSED),
                Wish::Account(account) => self.wished.account = Some(account),
                Wish::Log { account, page } => self.wished.log = Some((account, page)),
                Wish::Say(text) => self.say(text),
                Wish::Open(opening) => self.wished.openings.push(opening),
                Wish::Commit(commit) => self.ask(Job::Commit(commit), None),
                Wish::Together(several) => self.wished.together.push(several),
                Wish::Ask(job) => self.ask(job, None),
                Wish::Do(deed) => {
                    let wishes = self.screen.perform(deed, &self.shown.sight());
                    self.wish(wishes);
                }
                Wish::List(listing) => self.list(listing),
                Wish::Program(action) => self.act(action),
                Wish::Copy { text, says } => {
                    let all = clipboard::fits(&text);
                    self.errands.push(Errand::Copy(text));
                    self.say(if all { says } else { format!("{says} {TOO_LONG}") });
                }
                Wish::Survey | Wish::Look => self.wished.view = true,
                Wish::Discard(subject) => self.wished.discards.push(subject),
            }
        }
    }

    /// Draws everything: the view, the two lowest lines, the layers over them.
    pub fn draw(&mut self, area: Rect, buffer: &mut Buffer) {
        let theme = self.shown.theme;
        self.keys.clear();
        if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
            self.screen.draw(buffer, area, &self.shown.sight());
        } else {
            let view = Rect { height: area.height - 2, ..area };
            let line = |back: u16| Rect { y: area.bottom() - back, height: 1, ..area };
            self.screen.draw(buffer, view, &self.shown.sight());
            let saving = Notice { text: "saving…".to_owned(), alarm: false };
            let said = self.notice.as_ref().unwrap_or(&self.saved);
            let notice = if self.saving { &saving } else { said };
            footer::draw_notice(notice, line(2), buffer, &theme);
            let keymap = &self.shown.keymap;
            let space = if self.layers.is_empty() {
                self.screen.space(&self.shown.sight())
            } else {
                Space::AsBound
            };
            self.keys = footer::draw_keys(keymap, self.context(), space, line(1), buffer, &theme);
        }
        let sight = self.shown.sight();
        self.layers.draw(area, buffer, &sight);
        if self.ascii {
            glyph::plain(buffer);
        }
    }
}

#[cfg(test)]
mod tests;
