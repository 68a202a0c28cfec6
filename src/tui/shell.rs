//! The loop: waits, lets the application take what came, reads what it wishes for, draws.

use super::app::{App, Errand};
use super::footer::Notice;
use super::saved::{self, Saved};
use super::signals::{self, Signals};
use super::terminal::{self, Screen};
use super::wake::Waking;
use crate::clock::Clock;
use crate::desk::{ActKind, Answer, Clerk, Job, Reading};
use crate::error::{Kind, Result};
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
    pub app: App,
    pub reading: Reading,
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

/// Reads the list and all that stands beside it.
pub fn read_all(reading: &Reading, app: &mut App) -> Result<()> {
    app.renew(reading.book()?);
    let steps = reading.history(saved::STEPS)?;
    app.saved = steps.first().map_or_else(Notice::default, |newest| {
        let undo = steps.iter().find(|step| step.undone_by.is_none() && offers_undo(&step.kind));
        let backup = reading.backups().ok().and_then(|made| made.first().map(|newest| newest.at));
        let undo = undo.map(|step| step.label.as_str());
        Saved { at: &newest.at, backup, undo }.line(app.shown.today)
    });
    read_wished(reading, app)
}

/// Whether a step is one that somebody may want to take back.
fn offers_undo(kind: &str) -> bool {
    kind != ActKind::Undo.word() && kind != ActKind::Demo.word()
}

/// Reads what was wished for, once for however many keys.
fn read_wished(reading: &Reading, app: &mut App) -> Result<()> {
    let today = app.shown.today;
    if let Some(account) = app.wished.account {
        let dossier = reading.dossier(account, today);
        app.wished.account = app.wished.account.filter(|_| is_busy(&dossier));
        app.shown.dossier = Some(dossier?);
    }
    if let Some((account, page)) = app.wished.log {
        let log = reading.log(account, page, today);
        app.wished.log = app.wished.log.filter(|_| is_busy(&log));
        app.shown.log = Some(log?);
    }
    Ok(())
}

/// What another program kept from being read is worth another try at the next look.
fn is_busy<T>(read: &Result<T>) -> bool {
    read.as_ref().is_err_and(|error| error.kind == Kind::Busy)
}

impl Shell {
    /// Runs until somebody leaves, the terminal is gone or a signal ends it.
    pub fn turn(&mut self) -> Result<()> {
        let mut inputs = Vec::new();
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
                if let Some(errand) = self.app.input(&input)
                    && self.run(errand)?
                {
                    return Ok(());
                }
            }
            if let Err(error) = self.catch_up() {
                self.app.tell(&error);
            }
            self.draw()?;
        }
    }

    /// How long to wait for a key.
    fn patience(&self) -> Option<Duration> {
        let looks = self.rounds.patience();
        match self.asked {
            Some(asked) if !self.app.saving => {
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
            self.hear(answer);
        }
        if self.clerk.waiting() == 0 {
            self.asked = None;
        }
        self.app.saving = self.asked.is_some_and(|asked| asked.elapsed() >= BLINK);
        self.stale |= self.rounds.look(&self.reading)?;
        if self.stale {
            let read = read_all(&self.reading, &mut self.app);
            self.stale = is_busy(&read);
            read
        } else {
            read_wished(&self.reading, &mut self.app)
        }
    }

    fn draw(&mut self) -> Result<()> {
        let app = &mut self.app;
        self.screen.draw(|frame| app.draw(frame.area(), frame.buffer_mut()))
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
            Errand::Undo => self.change(Job::Undo),
            Errand::Redo => self.change(Job::Redo),
        }
        Ok(false)
    }

    fn change(&mut self, job: Job) {
        self.asked.get_or_insert_with(Instant::now);
        self.ask(job);
    }

    fn ask(&mut self, job: Job) {
        if let Err(error) = self.clerk.ask(job) {
            self.app.tell(&error);
        }
    }

    fn hear(&mut self, answer: Answer) {
        match answer {
            Answer::Done(receipt) => self.app.say(saved::done(&receipt)),
            Answer::Assessed(_) | Answer::BackedUp(_) => {}
            Answer::Failed(error) | Answer::NotBackedUp(error) => self.app.tell(&error),
        }
    }

    /// A new day has begun while the program stood open: everything is judged for it.
    fn follow_the_clock(&mut self) {
        let today = self.clock.now().today;
        if today != self.app.shown.today {
            self.app.shown.today = today;
            self.ask(Job::Assess);
        }
    }
}

/// What failed after the screen was gone.
pub fn unsaid(answers: Vec<Answer>) -> Result<()> {
    for answer in answers {
        if let Answer::Failed(error) = answer {
            return Err(error);
        }
    }
    Ok(())
}
