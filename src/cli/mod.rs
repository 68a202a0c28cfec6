//! The command line: what was asked for, done, and said in text or JSON.

mod account;
mod attention;
mod backup;
mod brief;
mod config;
mod demo;
mod due;
mod expansion;
mod explain;
mod figure;
mod find;
mod forecast;
mod history;
mod import;
mod json;
mod keys;
mod lines;
mod log;
mod metrics;
mod page;
mod plain;
mod playbook;
mod portfolio;
mod review;
mod show;
mod story;
mod undo;
mod why;

use crate::clock::Clock;
use crate::config::{Config, KeyLine, KeyTable};
use crate::desk::{Desk, Reading};
use crate::domain::rules::Rules;
use crate::error::{Error, Kind, Result};
use crate::paths::{BOOK_VARIABLE, Place};
use crate::text;
use chrono::{Datelike, NaiveDate};
use clap::{Parser, Subcommand};
use page::Page;
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

/// The version of everything that `--json` prints; it rises when a field changes its meaning.
pub const JSON_VERSION: u32 = 1;

const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  done, but rows of a file were refused
  2  what was asked for makes no sense as written
  3  a file that came from elsewhere cannot be read
  4  nothing by that name
  5  the book cannot be opened or trusted
  6  the disk, the directory or the terminal said no
  7  another program holds the book";

/// Your accounts: who needs you, why, and what you will do. Without a command it opens the book.
#[derive(Debug, Parser)]
#[command(name = "trellis", version, after_help = EXIT_CODES, disable_help_subcommand = true)]
struct Asked {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Option<Command>,
}

/// What every command takes.
#[derive(Debug, clap::Args)]
pub struct Common {
    /// The book's file; else the variable TRELLIS_DB, else book.db in the data directory
    #[arg(long, global = true, value_name = "FILE")]
    pub db: Option<PathBuf>,
    /// Work as if it were this day, as 2026-11-22
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    pub today: Option<NaiveDate>,
    /// Print JSON for programs instead of text
    #[arg(long, global = true)]
    pub json: bool,
    /// Print text, never open the screen: without a command, the list of accounts
    #[arg(long, global = true, conflicts_with = "json")]
    pub plain: bool,
    /// Hide names, money and free text: on the screen, with --plain, show and demo
    #[arg(long, global = true)]
    pub mask: bool,
    /// Draw and print with no signs but those of ASCII
    #[arg(long, global = true)]
    pub ascii: bool,
    /// What the config file of this user sets.
    #[arg(skip)]
    pub config: Config,
}

/// Prints the bindings with these keys set: the screen has them, the command line shows them.
pub type Keys = fn(&[KeyLine]) -> KeyTable;

#[derive(Debug, Subcommand)]
enum Command {
    /// Open a book of made-up accounts, kept apart from yours
    Demo(demo::Asked),
    /// Bring in what a CRM or a spreadsheet exported
    Import(import::Asked),
    /// Who needs you, in order, and why
    Attention(attention::Asked),
    /// Everything about one account
    Show(show::Asked),
    /// What an account's score and place are made of
    Why(account::Named),
    /// What a word, a figure or a code means, and how it is reckoned
    Explain(explain::Asked),
    /// Notes, talks, people and steps by the words in them
    Find(find::Asked),
    /// What to have at hand before a talk, on one screen
    Brief(account::Named),
    /// What falls due, day by day
    Due(due::Asked),
    /// Who is in the weekly review, and why; the minutes of the last one
    Review(review::Asked),
    /// Write down a talk, what they said and what comes of it, in one line
    Log(log::Asked),
    /// What to do when something happens, step by step
    #[command(subcommand)]
    Playbook(playbook::Asked),
    /// The book in figures: its revenue, what leads, how it stands
    Metrics(metrics::Asked),
    /// What could grow in the whole book, the QBRs ahead, the tiers suggested
    Expansion(expansion::Asked),
    /// The book as one picture: what is safe, whom the time goes to, which contracts come up
    Portfolio(portfolio::Asked),
    /// What a quarter may bring: its renewals, its expansion, its target
    Forecast(forecast::Asked),
    /// The week in sentences: what moved, the three biggest things to do, what comes next
    Story,
    /// Take back the newest change
    Undo(undo::Asked),
    /// Do again what was taken back last
    Redo,
    /// The changes made to the book, newest first
    History(history::Asked),
    /// Write a verified copy of the book
    Backup,
    /// Every act with its keys and its name in the config file
    Keys,
    /// The configuration
    #[command(subcommand)]
    Config(config::Asked),
}

/// What a command has to say.
#[derive(Debug)]
pub struct Answer {
    pub text: String,
    pub code: u8,
}

impl From<Page> for Answer {
    fn from(page: Page) -> Self {
        String::from(page).into()
    }
}

impl From<String> for Answer {
    fn from(text: String) -> Self {
        Self { text, code: 0 }
    }
}

/// What the program does after the command line.
#[derive(Debug)]
pub enum Next {
    Exit(u8),
    /// Open this book on the screen.
    Screen {
        place: Place,
        clock: Clock,
        banner: Option<&'static str>,
        config: Config,
        /// The weekly review comes first, not the view that was shown last.
        reviews: bool,
    },
}

impl Common {
    fn variable() -> Option<PathBuf> {
        std::env::var_os(BOOK_VARIABLE).map(PathBuf::from)
    }

    /// # Errors
    /// There is no directory to look in.
    pub fn place(&self) -> Result<Place> {
        Place::of_user(self.db.as_deref(), Self::variable().as_deref())
    }

    /// The rules that the config file leaves in force.
    #[must_use]
    pub const fn rules(&self) -> &Rules {
        &self.config.rules
    }

    fn demo_place(&self) -> Result<Place> {
        Place::of_demo(self.db.as_deref(), Self::variable().as_deref())
    }

    #[must_use]
    pub fn clock(&self) -> Clock {
        self.today.map_or(Clock::Real, Clock::Fixed)
    }

    /// The book, for a command that only looks.
    ///
    /// # Errors
    /// There is none, or it cannot be opened.
    pub fn reading(&self) -> Result<Reading> {
        let book = self.place()?.book;
        Desk::bring_up_to_date(&book, self.clock().now().at)?;
        Reading::open(&book, self.rules().clone()).map_err(|error| match error.kind {
            Kind::NotFound => error.hint("trellis import FILE… begins one, trellis demo shows one"),
            _ => error,
        })
    }

    /// The book, for a command that writes into what there is.
    ///
    /// # Errors
    /// There is none, or it cannot be opened.
    pub fn desk(&self) -> Result<Desk> {
        // Opening it to write would make a new one where there is none.
        drop(self.reading()?);
        Desk::open(&self.place()?.book, self.rules().clone(), self.clock().now().at)
    }
}

/// The demo book beside another one, for somebody who asks for it on the screen.
///
/// # Errors
/// The demo book can be neither made nor opened.
pub fn demo_beside(place: &Place, clock: Clock, config: Config) -> Result<Next> {
    let place = Place::of_book(place.book.with_file_name("demo.db"));
    crate::exchange::demo::prepare(&place, false, &config.rules, clock.now())?;
    Ok(Next::Screen { place, clock, banner: Some(demo::BANNER), config, reviews: false })
}

/// A day in a year of four digits: the rules look back from it, and the book orders days as text.
fn day(text: &str) -> std::result::Result<NaiveDate, String> {
    let day = text.parse().ok().filter(|day: &NaiveDate| (1..=9999).contains(&day.year()));
    day.ok_or_else(|| "a day, as 2026-11-22".to_owned())
}

/// Does what the arguments ask for; what there is to say goes to `out`, errors to `err`.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    keys: Keys,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Next {
    let mut asked = match Asked::try_parse_from(args) {
        Ok(asked) => asked,
        Err(error) => {
            let text = error.render().to_string();
            if error.use_stderr() {
                // Nobody is left to be told that telling failed.
                let _ = err.write_all(text.as_bytes());
                return Next::Exit(Kind::Usage.exit_code());
            }
            return say(&Answer::from(text), out, err);
        }
    };
    let Common { plain, ascii, mask, .. } = asked.common;
    let config = Config::of_user();
    asked.common.config = config.clone();
    // The screen opens with what is wrong in it, and `config` tells it itself.
    if !matches!(asked.command, Some(Command::Config(_))) && (asked.command.is_some() || plain) {
        warn(&config, err);
    }
    match obey(asked, keys, out) {
        Ok(Reply::Say(answer)) if plain || ascii => {
            let text = text::ascii::ascii(&answer.text).into_owned();
            say(&Answer { text, ..answer }, out, err)
        }
        Ok(Reply::Say(answer)) => say(&answer, out, err),
        Ok(Reply::Open(place, clock, first)) => {
            let banner = (first == First::Demo).then_some(demo::BANNER);
            let reviews = first == First::Review;
            let mut config = config;
            config.ascii = if ascii { Some(true) } else { config.ascii };
            config.mask |= mask;
            Next::Screen { place, clock, banner, config, reviews }
        }
        Err(error) => Next::Exit(complain(&error, err)),
    }
}

/// What of the config file does not hold, beside the answer: its numbers are others than expected.
fn warn(config: &Config, err: &mut dyn Write) {
    for fault in &config.faults {
        // Nobody is left to be told that telling failed.
        let _ = writeln!(err, "trellis: {}", text::shown(&fault.sentence()));
    }
}

/// An answer, or a book to open on the screen.
enum Reply {
    Say(Answer),
    Open(Place, Clock, First),
}

/// What is seen first of a book that is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum First {
    /// What was shown last.
    Shown,
    /// The same of the demo book, and that it is the demo.
    Demo,
    Review,
}

fn obey(asked: Asked, keys: Keys, out: &mut dyn Write) -> Result<Reply> {
    let Asked { common, command } = asked;
    let Some(command) = command else {
        if common.plain {
            return Ok(Reply::Say(plain::run(&common)?));
        }
        return Ok(Reply::Open(common.place()?, common.clock(), First::Shown));
    };
    let masks = |command: &Command| {
        use Command::{Demo, Expansion, Forecast, Metrics, Portfolio, Review, Show, Story};
        let pages = matches!(command, Portfolio(_) | Metrics(_) | Forecast(_) | Expansion(_));
        pages || matches!(command, Demo(_) | Show(_) | Review(_) | Story)
    };
    if common.mask && !masks(&command) {
        let told = "--mask hides names on the screen, in show, review, portfolio, metrics, \
                    forecast, expansion, story and in the list of --plain";
        return Err(Error::new(Kind::Usage, told));
    }
    if common.mask && common.json && matches!(command, Command::Metrics(_)) {
        return Err(Error::new(Kind::Usage, "--mask hides names in text, not in --json"));
    }
    let answer = match command {
        Command::Demo(asked) => return demo::run(&asked, &common),
        Command::Attention(asked) => attention::run(&asked, &common)?,
        Command::Import(asked) => import::run(&asked, &common, out)?,
        Command::Show(asked) => show::run(&asked, &common)?,
        Command::Why(asked) => why::run(&asked, &common)?,
        Command::Explain(asked) => explain::run(&asked, &common)?,
        Command::Find(asked) => find::run(&asked, &common)?,
        Command::Brief(asked) => brief::run(&asked, &common)?,
        Command::Due(asked) => due::run(&asked, &common)?,
        Command::Review(asked) => return review::run(&asked, &common),
        Command::Log(asked) => log::run(&asked, &common)?,
        Command::Playbook(asked) => playbook::run(&asked, &common)?,
        Command::Metrics(asked) => metrics::run(&asked, &common)?,
        Command::Expansion(asked) => expansion::run(&asked, &common)?,
        Command::Portfolio(asked) => portfolio::run(&asked, &common)?,
        Command::Forecast(asked) => forecast::run(&asked, &common)?,
        Command::Story => story::run(&common)?,
        Command::Undo(asked) => undo::undo(&asked, &common)?,
        Command::Redo => undo::redo(&common)?,
        Command::History(asked) => history::run(&asked, &common)?,
        Command::Backup => backup::run(&common)?,
        Command::Keys => keys::run(&common, keys)?,
        Command::Config(asked) => config::run(&asked, &common, keys)?,
    };
    Ok(Reply::Say(answer))
}

/// Writes the answer. A reader who left early, as `head` does, is no error.
fn say(answer: &Answer, out: &mut dyn Write, err: &mut dyn Write) -> Next {
    match out.write_all(answer.text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Next::Exit(answer.code),
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Next::Exit(answer.code),
        Err(error) => {
            Next::Exit(complain(&Error::system("the answer could not be written", &error), err))
        }
    }
}

/// Says what went wrong and what to do; the exit code is that of its kind.
pub fn complain(error: &Error, err: &mut dyn Write) -> u8 {
    let mut said = Page::default();
    said.put(format!("trellis: {}\n", text::shown(&error.message)));
    if let Some(hint) = &error.hint {
        said.put(format!("  {}\n", text::shown(hint)));
    }
    // Nobody is left to be told that telling failed.
    let _ = err.write_all(said.as_ref().as_bytes());
    error.kind.exit_code()
}
