//! The loop: waits, lets the application take what came, reads what it wishes for, draws.

use super::editor;
use super::errand::Errand;
use super::signals::{self, Signals};
use super::terminal::{self, Screen};
use super::wake::Waking;
use super::workbench::{Workbench, is_busy};
use crate::clock::Clock;
use crate::desk::{Answer, Clerk, Job, Reading};
use crate::error::{Error, Kind, Result};
use std::time::{Duration, Instant};

/// How often another program's changes are looked for while somebody is at the keyboard.
const LOOKS_EVERY: Duration = Duration::from_secs(2);
/// How long after the last key somebody still is. After it the program sleeps.
const SOMEBODY_THERE: Duration = Duration::from_secs(30);
/// How long a change may take without a word about it.
const BLINK: Duration = Duration::from_millis(50);

/// All that the loop holds.
#[derive(Debug)]
pub struct Shell {
    pub bench: Workbench,
    pub clerk: Clerk,
    pub screen: Screen,
    pub signals: Signals,
    pub waking: Waking,
    pub clock: Clock,
    pub rounds: Rounds,
    /// When the oldest change that has no answer yet was handed to the clerk.
    pub asked: Option<Instant>,
    /// What is on the screen has changed in the book, and was not read yet.
    pub stale: bool,
    /// What comes after the last errand.
    pub ends_with: Ending,
}

/// What comes after the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ending {
    #[default]
    Leave,
    /// The demo book.
    Demo,
}

/// When somebody was here last, and how much of the book is on the screen.
#[derive(Debug)]
pub struct Rounds {
    last_key: Instant,
    last_look: Instant,
    /// Moves when another connection has written.
    version: i64,
    /// The newest step of the journal that is on the screen.
    step: i64,
}

impl Rounds {
    /// As of now.
    pub fn begin(reading: &Reading) -> Result<Self> {
        let now = Instant::now();
        let (version, step) = (reading.data_version()?, reading.last_step()?);
        Ok(Self { last_key: now, last_look: now, version, step })
    }

    /// How long to wait for a key before the next look; none: until one comes.
    fn patience(&self) -> Option<Duration> {
        let there = self.last_key.elapsed() < SOMEBODY_THERE;
        there.then(|| LOOKS_EVERY.saturating_sub(self.last_look.elapsed()))
    }

    /// Whether anybody wrote since the last look.
    fn look(&mut self, reading: &Reading) -> Result<bool> {
        self.last_look = Instant::now();
        let version = reading.data_version()?;
        if version == self.version {
            return Ok(false);
        }
        self.version = version;
        // Tidying up moves the version as well.
        let step = reading.last_step()?;
        let written = step != self.step;
        self.step = step;
        Ok(written)
    }
}

impl Shell {
    /// Runs until somebody leaves, the terminal is gone or a signal ends it.
    pub fn turn(&mut self) -> Result<()> {
        let mut inputs = Vec::new();
        self.bench.app.ask(Job::Assess, None);
        self.run_errands()?;
        loop {
            if !self.screen.wait(&self.waking, self.patience(), &mut inputs)? {
                self.signals.ending().hang_up();
            }
            if self.signals.ending().signal().is_some() {
                return Ok(());
            }
            if let Some(panic) = terminal::panicked() {
                return Err(panic);
            }
            if self.signals.take_continued() {
                self.screen.resume()?;
            }
            if !inputs.is_empty() {
                self.rounds.last_key = Instant::now();
                self.follow_the_clock();
            }
            for input in inputs.drain(..) {
                for errand in self.bench.input(&input) {
                    if self.run(errand)? {
                        return Ok(());
                    }
                }
            }
            self.bench.write_drafts();
            if let Err(error) = self.catch_up() {
                self.bench.tell(&error);
            }
            for errand in self.bench.input_held() {
                if self.run(errand)? {
                    return Ok(());
                }
            }
            if self.run_errands()? {
                return Ok(());
            }
            self.draw()?;
        }
    }

    /// How long to wait for a key.
    fn patience(&self) -> Option<Duration> {
        let looks = self.rounds.patience();
        let looks = match (looks, self.bench.drafts.due_in()) {
            (Some(looks), Some(due)) => Some(looks.min(due)),
            (looks, due) => looks.or(due),
        };
        match self.asked {
            Some(asked) if !self.bench.app.saving => {
                let blink = BLINK.saturating_sub(asked.elapsed());
                Some(looks.map_or(blink, |looks| looks.min(blink)))
            }
            _ => looks,
        }
    }

    /// Hears what the clerk has done, looks what others did, reads what has to be shown.
    fn catch_up(&mut self) -> Result<()> {
        for answer in self.clerk.answers() {
            self.stale = true;
            self.bench.hear(answer);
        }
        if self.clerk.waiting() == 0 {
            self.asked = None;
        }
        self.bench.app.saving = self.asked.is_some_and(|asked| asked.elapsed() >= BLINK);
        self.stale |= self.rounds.look(&self.bench.reading)?;
        if self.stale {
            let read = self.bench.read_all();
            self.stale = is_busy(&read);
            read
        } else {
            self.bench.read_wished()
        }
    }

    fn draw(&mut self) -> Result<()> {
        let app = &mut self.bench.app;
        self.screen.draw(|frame| app.draw(frame.area(), frame.buffer_mut()))
    }

    /// Does what nobody pressed a key for; true: one was the last.
    fn run_errands(&mut self) -> Result<bool> {
        for errand in self.bench.app.take_errands() {
            if self.run(errand)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Does an errand; true: it was the last.
    fn run(&mut self, errand: Errand) -> Result<bool> {
        match errand {
            Errand::Leave => return Ok(true),
            Errand::Suspend => {
                terminal::restore();
                signals::stop();
                self.screen.resume()?;
            }
            Errand::Redraw => self.screen.clear()?,
            Errand::Ask(job) => self.change(job),
            Errand::Demo => {
                self.ends_with = Ending::Demo;
                return Ok(true);
            }
            Errand::Editor(text) => self.edit(&text)?,
            Errand::Copy(text) => self.screen.copy(&text)?,
        }
        Ok(false)
    }

    /// Lets the user's own editor change a text. Until it ends, the terminal and its Ctrl-C are
    /// the editor's.
    fn edit(&mut self, text: &str) -> Result<()> {
        if let Err(error) = self.bench.drafts.write() {
            self.bench.tell(&error);
        }
        let tty = self.screen.tty()?;
        terminal::restore();
        self.signals.ignore_keyboard();
        let edited = editor::edit(text, &tty);
        self.signals.hear_keyboard()?;
        self.screen.resume()?;
        match edited {
            Ok(Some(text)) => self.bench.edited(&text),
            Ok(None) => {}
            Err(error) => self.bench.tell(&error),
        }
        Ok(())
    }

    fn change(&mut self, job: Job) {
        self.asked.get_or_insert_with(Instant::now);
        if let Err(error) = self.clerk.ask(job) {
            self.bench.app.unasked(&error);
        }
    }

    /// Whatever the day has become is what everything is judged for.
    fn follow_the_clock(&mut self) {
        let now = self.clock.now();
        self.bench.app.shown.at = now.at;
        if let Some(job) = self.bench.begin_day(now.today) {
            self.bench.app.ask(job, None);
        }
    }
}

/// What failed after the screen was gone.
pub fn unsaid(answers: Vec<Answer>) -> Result<()> {
    for answer in answers {
        match answer {
            Answer::Failed(error) | Answer::NotBackedUp(error) => return Err(error),
            Answer::Clash(_) => {
                let says =
                    "another program has changed the same fields: the last form is not saved";
                return Err(Error::new(Kind::Busy, says)
                    .hint("what was typed is kept, and offered at the next start"));
            }
            _ => {}
        }
    }
    Ok(())
}
