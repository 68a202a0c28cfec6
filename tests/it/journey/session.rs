//! The workbench driven by keys, in process: a real book on disk, no terminal, no thread, a frozen
//! day.

use chrono::{NaiveDate, Utc};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::sync::OnceLock;
use tempfile::TempDir;
use trellis::clock::{Clock, Moment};
use trellis::desk::{Act, Answer, Desk, Job, Reading};
use trellis::domain::account::{self, Account};
use trellis::domain::rules::Rules;
use trellis::exchange::demo;
use trellis::paths::Place;
use trellis::tui::app::App;
use trellis::tui::drafts::Drafts;
use trellis::tui::errand::Errand;
use trellis::tui::key::{Code, Input, Key};
use trellis::tui::shown::Shown;
use trellis::tui::theme::{Colours, Theme};
use trellis::tui::workbench::Workbench;

/// One run of the program, or several after each other on the same book.
#[derive(Debug)]
pub struct Session {
    pub directory: TempDir,
    pub place: Place,
    pub bench: Workbench,
    pub desk: Desk,
    /// What only a shell could have done, in order.
    pub errands: Vec<Errand>,
    /// Keys pressed so far; a paste counts as none.
    pub pressed: usize,
}

pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

pub fn now() -> Moment {
    Moment {
        today: today(),
        at: "2026-11-22T12:00:00Z".parse::<chrono::DateTime<Utc>>().expect("a time"),
    }
}

impl Session {
    /// On an empty book.
    pub fn empty() -> Self {
        let directory = TempDir::new().expect("a directory");
        let place = Place::of_book(directory.path().join("book.db"));
        drop(Desk::open(&place.book, Rules::default(), now().at).expect("a book"));
        Self::open(directory, place)
    }

    /// On a book with one account of which only the name is known.
    pub fn acme() -> Self {
        let directory = TempDir::new().expect("a directory");
        let place = Place::of_book(directory.path().join("book.db"));
        let mut desk = Desk::open(&place.book, Rules::default(), now().at).expect("a book");
        let account = account::Change::Added(Account::named("Acme", today())).into();
        desk.commit(&Act::edit("Acme", None), &[account], now()).expect("an account");
        drop(desk);
        Self::open(directory, place)
    }

    /// On the demo book, which is made once for all tests.
    pub fn demo() -> Self {
        static MADE: OnceLock<Vec<u8>> = OnceLock::new();
        let directory = TempDir::new().expect("a directory");
        let place = Place::of_book(directory.path().join("demo.db"));
        let made = MADE.get_or_init(|| {
            let first = TempDir::new().expect("a directory");
            let place = Place::of_book(first.path().join("demo.db"));
            demo::prepare(&place, true, &Rules::default(), Clock::Fixed(today()).now())
                .expect("a demo");
            std::fs::read(&place.book).expect("a file")
        });
        std::fs::write(&place.book, made).expect("written");
        Self::open(directory, place)
    }

    /// On the book that lies in this directory.
    pub fn open(directory: TempDir, place: Place) -> Self {
        let mut desk = Desk::open(&place.book, Rules::default(), now().at).expect("a book");
        desk.assess_all(now()).expect("judged");
        let bench = bench(&place);
        let (errands, pressed) = (Vec::new(), 0);
        let mut session = Self { directory, place, bench, desk, errands, pressed };
        session.draw(120, 36);
        session
    }

    /// The program ends here and is started again.
    pub fn restart(self) -> Self {
        let Self { directory, place, mut bench, mut desk, .. } = self;
        if let Some(note) = bench.note() {
            note.run(&mut desk, now()).expect("noted");
        }
        drop((bench, desk));
        Self::open(directory, place)
    }

    /// Takes one input, with all that comes of it.
    pub fn input(&mut self, input: &Input) {
        if matches!(input, Input::Key(_)) {
            self.pressed += 1;
        }
        let mut errands = self.bench.input(input);
        while !errands.is_empty() {
            for errand in errands {
                match errand {
                    Errand::Ask(job) => self.run(job),
                    other => self.errands.push(other),
                }
            }
            errands = self.bench.app.take_errands();
        }
        self.bench.read_wished().expect("read");
    }

    fn run(&mut self, job: Job) {
        let answer = job.run(&mut self.desk, now()).unwrap_or_else(Answer::Failed);
        self.bench.hear(answer);
        self.bench.read_all().expect("read");
    }

    /// Presses keys: letters as they stand, others by their name in angle brackets, as `a`,
    /// `<Tab>`, `<Ctrl-S>`, `<Space>`, `<Down>`; `<lt>` is the bracket itself.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for key in read(keys) {
            self.input(&Input::Key(key));
        }
        self
    }

    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.input(&Input::Paste(text.to_owned()));
        self
    }

    /// What is on the screen at this size, line by line.
    pub fn draw(&mut self, width: u16, height: u16) -> String {
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        self.bench.app.draw(area, &mut buffer);
        let symbols: Vec<_> = buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect();
        symbols.chunks(usize::from(width).max(1)).map(|row| row.concat() + "\n").collect()
    }

    /// What is on the screen at 120 x 36.
    pub fn screen(&mut self) -> String {
        self.draw(120, 36)
    }

    /// The screen holds this text.
    #[track_caller]
    pub fn sees(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(screen.contains(text), "“{text}” is not on the screen:\n{screen}");
        self
    }

    /// The screen does not hold this text.
    #[track_caller]
    pub fn misses(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(!screen.contains(text), "“{text}” is on the screen:\n{screen}");
        self
    }
}

fn bench(place: &Place) -> Workbench {
    let reading = Reading::open(&place.book, Rules::default()).expect("a book");
    let app = App::new(Shown::on(today(), Theme::new(Colours::Without)));
    let mut bench = Workbench::new(app, reading, Drafts::load(&place.drafts).expect("drafts"));
    bench.read_all().expect("read");
    bench.offer_drafts();
    bench
}

/// The keys that a text names.
pub fn read(keys: &str) -> Vec<Key> {
    let mut read = Vec::new();
    let mut rest = keys.chars();
    while let Some(letter) = rest.next() {
        if letter != '<' {
            read.push(Key::letter(letter));
            continue;
        }
        let name: String = rest.by_ref().take_while(|letter| *letter != '>').collect();
        read.push(named(&name));
    }
    read
}

fn named(name: &str) -> Key {
    if name.chars().count() > 1 {
        for (prefix, ctrl, shift, alt) in [
            ("Ctrl-", true, false, false),
            ("Shift-", false, true, false),
            ("Alt-", false, false, true),
        ] {
            if let Some(rest) = name.strip_prefix(prefix) {
                let key = named(rest);
                let code = match key.code {
                    Code::Char(letter) if ctrl => Code::Char(letter.to_ascii_lowercase()),
                    code => code,
                };
                return Key {
                    code,
                    ctrl: key.ctrl | ctrl,
                    shift: key.shift | shift,
                    alt: key.alt | alt,
                };
            }
        }
    }
    Key::of(match name {
        "Enter" => Code::Enter,
        "Esc" => Code::Esc,
        "Tab" => Code::Tab,
        "Space" => Code::Char(' '),
        "Backspace" => Code::Backspace,
        "Up" => Code::Up,
        "Down" => Code::Down,
        "Left" => Code::Left,
        "Right" => Code::Right,
        "Home" => Code::Home,
        "End" => Code::End,
        "PgUp" => Code::PageUp,
        "PgDn" => Code::PageDown,
        "Del" => Code::Delete,
        "F4" => Code::F(4),
        "lt" => Code::Char('<'),
        one if one.chars().count() == 1 => Code::Char(one.chars().next().expect("a letter")),
        other => panic!("no key is called {other}"),
    })
}
