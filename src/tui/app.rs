//! Routes inputs to the layers and the screen, and gathers what they wish for.

use super::action::{Action, Wish};
use super::footer::{self, Notice};
use super::key::{Input, Press};
use super::keymap::{self, Context};
use super::layer::help::Help;
use super::layer::message::{Message, sentence};
use super::layer::{Layer, Outcome};
use super::screen::book::{BookScreen, Sight};
use super::theme::Theme;
use crate::domain::book::page::LogPage;
use crate::domain::book::row::{Book, Dossier};
use crate::domain::cell::Id;
use crate::error::Error;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The smallest screen that has room for the two lowest lines.
const SMALLEST: (u16, u16) = (40, 10);

/// Lines that a turn of the wheel moves by.
const NOTCH: isize = 3;

/// What only the shell can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errand {
    Leave,
    Suspend,
    Redraw,
    Undo,
    Redo,
}

/// What there is to see: read by the shell, shown by the screen.
#[derive(Debug)]
pub struct Shown {
    pub book: Book,
    pub dossier: Option<Dossier>,
    pub log: Option<LogPage>,
    pub banner: Option<String>,
    pub today: NaiveDate,
    pub theme: Theme,
}

/// What was wished for and not read yet. The last wish stands: two hundred moves read once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wished {
    pub account: Option<Id>,
    /// Account and page.
    pub log: Option<(Id, usize)>,
}

/// The whole of what is on the screen.
#[derive(Debug)]
pub struct App {
    pub shown: Shown,
    pub wished: Wished,
    /// What was saved last; shown while there is nothing newer to say.
    pub saved: Notice,
    /// A change is on its way to the disk for longer than an eye blinks.
    pub saving: bool,
    notice: Option<Notice>,
    screen: BookScreen,
    layers: Vec<Layer>,
}

impl Shown {
    fn sight(&self) -> Sight<'_> {
        Sight {
            book: &self.book,
            dossier: self.dossier.as_ref(),
            log: self.log.as_ref(),
            banner: self.banner.as_deref(),
            today: self.today,
            theme: &self.theme,
        }
    }
}

impl App {
    #[must_use]
    pub fn new(shown: Shown) -> Self {
        Self {
            shown,
            wished: Wished::default(),
            saved: Notice::default(),
            saving: false,
            notice: None,
            screen: BookScreen::new(),
            layers: Vec::new(),
        }
    }

    /// Takes another list of accounts, and wishes for what is on the screen anew.
    pub fn renew(&mut self, book: Book) {
        let first = book.rows.first().map(|row| row.account);
        let account = self.screen.account(&book).or(first);
        self.screen.look_at(account);
        self.shown.book = book;
        self.shown.dossier.take_if(|_| account.is_none());
        self.wished.account = account;
        self.wished.log = self.screen.page_shown();
    }

    /// Where the next key is pressed.
    #[must_use]
    pub fn context(&self) -> Context {
        self.layers.last().map_or_else(|| self.screen.context(&self.shown.book), Layer::context)
    }

    /// Says one line.
    pub fn say(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: text.into(), alarm: false });
    }

    /// Tells an error: what there is something to do about stays until it is read.
    pub fn tell(&mut self, error: &Error) {
        if error.hint.is_some() {
            let message = Message::of(error);
            // What goes on failing is told once.
            if !matches!(self.layers.last(), Some(Layer::Message(top)) if *top == message) {
                self.layers.push(Layer::Message(message));
            }
        } else {
            self.notice = Some(Notice { text: sentence(&error.message), alarm: true });
        }
    }

    /// Takes an input; what only the shell can do comes back.
    pub fn input(&mut self, input: &Input) -> Option<Errand> {
        if let Input::Key(_) | Input::Pointer { press: Press::Click, .. } = input {
            self.notice = None;
        }
        if let Input::Key(key) = input {
            // What passes under a layer as well.
            if let Some(action) = keymap::resolve(Context::Always, *key) {
                return self.act(action);
            }
        }
        if let Some(layer) = self.layers.last_mut() {
            match layer.input(input) {
                Outcome::Stays => {}
                Outcome::Closes => {
                    self.layers.pop();
                }
                Outcome::Does(action) => {
                    self.layers.pop();
                    return self.act(action);
                }
            }
            return None;
        }
        match input {
            Input::Key(key) => {
                let action = keymap::resolve(self.screen.context(&self.shown.book), *key)?;
                return self.act(action);
            }
            Input::Pointer { press, x, y } => self.point(*press, *x, *y),
            Input::Focus | Input::Paste(_) => {}
        }
        None
    }

    fn point(&mut self, press: Press, x: u16, y: u16) {
        let sight = self.shown.sight();
        let (target, pane) = (self.screen.hit(x, y), self.screen.pane_at(x, y));
        let wishes = match (press, target, pane) {
            (Press::Click, Some(target), _) => self.screen.click(target),
            (Press::WheelUp, _, Some(pane)) => self.screen.wheel(pane, -NOTCH, &sight),
            (Press::WheelDown, _, Some(pane)) => self.screen.wheel(pane, NOTCH, &sight),
            _ => Vec::new(),
        };
        self.wish(wishes);
    }

    fn act(&mut self, action: Action) -> Option<Errand> {
        match action {
            Action::Leave | Action::Quit => Some(Errand::Leave),
            Action::Suspend => Some(Errand::Suspend),
            Action::Redraw => Some(Errand::Redraw),
            Action::Undo => Some(Errand::Undo),
            Action::Redo => Some(Errand::Redo),
            Action::Help => {
                self.layers.push(Layer::Help(Help::new(self.screen.context(&self.shown.book))));
                None
            }
            other => {
                let wishes = self.screen.update(other, &self.shown.sight());
                self.wish(wishes);
                None
            }
        }
    }

    fn wish(&mut self, wishes: Vec<Wish>) {
        for wish in wishes {
            match wish {
                Wish::Account(account) => self.wished.account = Some(account),
                Wish::Log { account, page } => self.wished.log = Some((account, page)),
                Wish::Say(text) => self.say(text),
            }
        }
    }

    /// Draws everything: the view, the two lowest lines, the layers over them.
    pub fn draw(&mut self, area: Rect, buffer: &mut Buffer) {
        let theme = self.shown.theme;
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
            footer::draw_keys(self.context(), line(1), buffer, &theme);
        }
        for layer in &mut self.layers {
            layer.draw(area, buffer, &theme);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Kind;
    use crate::tui::key::{Code, Key};
    use crate::tui::screen::book::fixture;
    use crate::tui::theme::Colours;

    fn app() -> App {
        App::new(Shown {
            book: Book::default(),
            dossier: None,
            log: None,
            banner: None,
            today: NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date"),
            theme: Theme::new(Colours::Without),
        })
    }

    fn press(app: &mut App, key: Key) -> Option<Errand> {
        app.input(&Input::Key(key))
    }

    fn drawn(app: &mut App, width: u16, height: u16) -> String {
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        app.draw(area, &mut buffer);
        buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect()
    }

    #[test]
    fn under_a_layer_only_the_keys_of_the_program_act() {
        let mut app = app();
        assert_eq!(press(&mut app, Key::letter('u')), Some(Errand::Undo));
        assert_eq!(press(&mut app, Key::letter('?')), None);
        assert_eq!(app.context(), Context::Help);
        assert_eq!(press(&mut app, Key::letter('u')), None);
        assert_eq!(press(&mut app, Key::ctrl(Code::Char('l'))), Some(Errand::Redraw));
        assert_eq!(press(&mut app, Key::ctrl(Code::Char('z'))), Some(Errand::Suspend));
        assert_eq!(press(&mut app, Key::ctrl(Code::Char('c'))), Some(Errand::Leave));
    }

    #[test]
    fn q_closes_a_layer_and_leaves_at_the_top() {
        let mut app = app();
        app.tell(&Error::new(Kind::Busy, "another program writes").hint("try again"));
        assert_eq!(app.context(), Context::Message);
        assert_eq!(press(&mut app, Key::letter('q')), None);
        assert_eq!(app.context(), Context::Program);
        assert_eq!(press(&mut app, Key::of(Code::Esc)), None);
        assert_eq!(press(&mut app, Key::letter('q')), Some(Errand::Leave));
    }

    #[test]
    fn what_goes_on_failing_is_told_once() {
        let mut app = app();
        for _ in 0..3 {
            app.tell(&Error::new(Kind::Busy, "another program writes").hint("try again"));
        }
        assert!(drawn(&mut app, 80, 24).contains("Another program writes."));
        press(&mut app, Key::of(Code::Enter));
        assert_eq!(app.context(), Context::Program);
    }

    #[test]
    fn a_notice_stays_until_the_next_key() {
        let mut app = app();
        app.say("Undone: “talk”.");
        assert!(drawn(&mut app, 80, 24).contains("Undone: “talk”."));
        assert!(drawn(&mut app, 80, 24).contains("Undone: “talk”."));
        press(&mut app, Key::of(Code::Down));
        assert!(!drawn(&mut app, 80, 24).contains("Undone"));
        app.saving = true;
        assert!(drawn(&mut app, 80, 24).contains("saving…"));
    }

    #[test]
    fn a_book_that_changes_under_the_log_brings_the_log_of_who_is_left() {
        let mut app = app();
        let mut book = fixture::book();
        book.rows.truncate(2);
        app.renew(book.clone());
        assert_eq!(app.wished, Wished { account: Some(Id(1)), log: None });
        press(&mut app, Key::letter(']'));
        assert_eq!(app.wished.log, Some((Id(1), 0)));
        app.wished = Wished::default();
        book.rows.remove(0);
        app.renew(book);
        assert_eq!(app.wished, Wished { account: Some(Id(2)), log: Some((Id(2), 0)) });
        app.wished = Wished::default();
        app.renew(Book::default());
        assert_eq!(app.wished, Wished::default());
        assert_eq!(app.context(), Context::Program);
    }

    #[test]
    fn a_paste_into_the_view_does_nothing() {
        assert_eq!(app().input(&Input::Paste("quit".to_owned())), None);
    }

    #[test]
    fn no_size_is_too_small_for_a_layer() {
        for (width, height) in [(0, 0), (1, 1), (39, 9), (40, 10), (300, 100)] {
            let mut app = app();
            press(&mut app, Key::letter('?'));
            drawn(&mut app, width, height);
            app.tell(&Error::new(Kind::Busy, "another program writes").hint("try again"));
            drawn(&mut app, width, height);
        }
    }
}
