//! The clerk: a thread of its own that alone writes the book, so that the screen stays alive while
//! the disk is slow. Jobs go in, answers come out in the same order.

use super::Desk;
use super::act::{Commit, Receipt};
use crate::clock::{Clock, Moment};
use crate::domain::change::Clash;
use crate::domain::rules::Rules;
use crate::error::{Error, Kind, Result};
use crate::store::backup::Backup;
use chrono::{DateTime, NaiveDate, Utc};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

/// After this long without a write the log is written back into the book.
const TIDY_AFTER: Duration = Duration::from_secs(2);

/// Something to write.
#[derive(Clone, Debug, PartialEq)]
pub enum Job {
    /// Answered by *done* or by *clash*.
    Commit(Commit),
    /// Writes what files bring, after a copy of the book that was there before; refused where the
    /// book has gone on since the step `seen`.
    Import {
        commit: Commit,
        seen: i64,
    },
    /// Takes back the newest step that still stands.
    Undo,
    Redo,
    /// Judges the whole book where the kept list is not of today.
    Assess,
    /// Keeps a note of the program about its own work, as where somebody looked last.
    Note {
        key: &'static str,
        content: String,
    },
}

impl Job {
    /// Does the job on an open book.
    ///
    /// # Errors
    /// Whatever the desk fails with.
    pub fn run(self, desk: &mut Desk, now: Moment) -> Result<Answer> {
        Ok(match self {
            Self::Commit(commit) => match desk.commit_expecting(&commit, now)? {
                Ok(receipt) => Answer::Done(receipt),
                Err(clashes) => Answer::Clash(clashes),
            },
            Self::Import { commit, seen } => Answer::Done(desk.bring_in(&commit, seen, now)?),
            Self::Undo => Answer::Done(desk.undo(None, now)?),
            Self::Redo => Answer::Done(desk.redo(now)?),
            Self::Assess => Answer::Assessed(desk.assess_all(now)?),
            Self::Note { key, content } => {
                desk.note(key, &content)?;
                Answer::Noted
            }
        })
    }
}

/// What became of a job, of which each has exactly one, or of the day's backup.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Done(Receipt),
    /// Another program has changed fields that the commit edits: nothing was written.
    Clash(Vec<Clash>),
    Noted,
    /// So many accounts are judged for today.
    Assessed(usize),
    /// The day's backup lies here; answers no job.
    BackedUp(Backup),
    /// The day's backup could not be made; answers no job.
    NotBackedUp(Error),
    Failed(Error),
}

/// The UI's end of the thread.
#[derive(Debug)]
pub struct Clerk {
    jobs: Option<Sender<Job>>,
    answers: Receiver<Answer>,
    thread: Option<JoinHandle<()>>,
    waiting: usize,
}

impl Clerk {
    /// Starts the thread; it opens the book itself. `wake` is called on it after each answer.
    ///
    /// # Errors
    /// The system has no thread to give.
    pub fn start(
        book: PathBuf,
        rules: Rules,
        clock: Clock,
        wake: impl Fn() + Send + Sync + 'static,
    ) -> Result<Self> {
        let (jobs, incoming) = channel();
        let (outgoing, answers) = channel();
        let say = Say { outgoing, wake: Arc::new(wake) };
        let thread = Builder::new()
            .name("clerk".to_owned())
            .spawn(move || {
                Work::new(book, rules, clock, say).serve(&incoming);
            })
            .map_err(|error| Error::system("the book's thread", &error))?;
        Ok(Self { jobs: Some(jobs), answers, thread: Some(thread), waiting: 0 })
    }

    /// Hands over a job; its answer comes later.
    ///
    /// # Errors
    /// The thread is gone.
    pub fn ask(&mut self, job: Job) -> Result<()> {
        match &self.jobs {
            Some(jobs) if jobs.send(job).is_ok() => {
                self.waiting += 1;
                Ok(())
            }
            _ => Err(gone()),
        }
    }

    /// Jobs that have no answer yet.
    #[must_use]
    pub const fn waiting(&self) -> usize {
        self.waiting
    }

    /// The answers that have come since the last time.
    pub fn answers(&mut self) -> Vec<Answer> {
        let mut come = Vec::new();
        loop {
            match self.answers.try_recv() {
                Ok(answer @ (Answer::BackedUp(_) | Answer::NotBackedUp(_))) => come.push(answer),
                Ok(answer) => {
                    self.waiting = self.waiting.saturating_sub(1);
                    come.push(answer);
                }
                Err(TryRecvError::Empty) => return come,
                Err(TryRecvError::Disconnected) => {
                    if self.waiting > 0 {
                        self.waiting = 0;
                        come.push(Answer::Failed(gone()));
                    }
                    return come;
                }
            }
        }
    }

    /// Waits for the open jobs and closes the book. Gives the answers that nobody has seen.
    ///
    /// # Errors
    /// The thread broke down.
    pub fn finish(mut self) -> Result<Vec<Answer>> {
        self.jobs = None;
        let ended = self.thread.take().is_none_or(|thread| thread.join().is_ok());
        let unseen = self.answers();
        if ended { Ok(unseen) } else { Err(gone()) }
    }
}

fn gone() -> Error {
    Error::new(Kind::System, "the part of the program that writes the book has broken down")
        .hint("what was saved before is safe: start trellis again")
}

/// The way back to the screen, for the clerk and for the backup.
#[derive(Clone)]
struct Say {
    outgoing: Sender<Answer>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl Say {
    /// False once nobody listens any more: the program ends.
    fn say(&self, answer: Answer) -> bool {
        let heard = self.outgoing.send(answer).is_ok();
        (self.wake)();
        heard
    }
}

/// The thread's own end.
struct Work {
    book: PathBuf,
    rules: Rules,
    clock: Clock,
    say: Say,
    /// Opened at the first job; tried again at the next where that failed.
    desk: Option<Desk>,
    /// Runs after the first commit of a day.
    backup: Option<JoinHandle<()>>,
    /// The (UTC) day it was last begun on.
    backup_on: Option<NaiveDate>,
}

impl Work {
    const fn new(book: PathBuf, rules: Rules, clock: Clock, say: Say) -> Self {
        Self { book, rules, clock, say, desk: None, backup: None, backup_on: None }
    }

    fn serve(mut self, jobs: &Receiver<Job>) {
        let mut untidy = false;
        loop {
            let next = if untidy {
                jobs.recv_timeout(TIDY_AFTER)
            } else {
                jobs.recv().map_err(|_| RecvTimeoutError::Disconnected)
            };
            match next {
                Ok(job) => {
                    let answer = self.work(job).unwrap_or_else(Answer::Failed);
                    untidy = true;
                    if matches!(answer, Answer::Done(_)) {
                        self.back_up(self.clock.now().at);
                    }
                    if !self.say.say(answer) {
                        break;
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    untidy = false;
                    self.tidy();
                }
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        if let Some(backup) = self.backup.take() {
            let _said_already = backup.join();
        }
        self.tidy();
    }

    fn work(&mut self, job: Job) -> Result<Answer> {
        let now = self.clock.now();
        let desk = match &mut self.desk {
            Some(desk) => desk,
            empty => empty.insert(Desk::open(&self.book, self.rules.clone(), now.at)?),
        };
        let note = matches!(job, Job::Note { .. });
        match job.run(desk, now) {
            // What is merely not found again at the next start is nothing to stop anybody for.
            Err(_) if note => Ok(Answer::Noted),
            answer => answer,
        }
    }

    /// Makes the day's backup beside the work, with a connection of its own.
    fn back_up(&mut self, at: DateTime<Utc>) {
        let running = self.backup.as_ref().is_some_and(|backup| !backup.is_finished());
        if running || self.backup_on == Some(at.date_naive()) {
            return;
        }
        self.backup_on = Some(at.date_naive());
        let (book, rules, say) = (self.book.clone(), self.rules.clone(), self.say.clone());
        let run = move || {
            let made = Desk::open(&book, rules, at).and_then(|desk| desk.backup_if_due(at));
            match made {
                Ok(Some(backup)) => say.say(Answer::BackedUp(backup)),
                Ok(None) => true,
                Err(error) => say.say(Answer::NotBackedUp(error)),
            };
        };
        match Builder::new().name("backup".to_owned()).spawn(run) {
            Ok(backup) => self.backup = Some(backup),
            Err(error) => {
                self.say.say(Answer::NotBackedUp(Error::system("the backup's thread", &error)));
            }
        }
    }

    /// Everything is safe in the log already: where tidying fails it is done the next time.
    fn tidy(&self) {
        if let Some(desk) = &self.desk {
            let _later = desk.tidy();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::act::Act;
    use super::super::sample::{book, day, now, talk_with};
    use super::*;
    use crate::domain::cell::Id;
    use crate::domain::talk::Talk;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn what_was_asked_is_written_before_the_clerk_goes() {
        let (directory, desk) = book(2);
        let path = directory.path().join("book.db");
        let woken = Arc::new(AtomicUsize::new(0));
        let bell = Arc::clone(&woken);
        let mut clerk = Clerk::start(path, Rules::default(), Clock::Fixed(day(22)), move || {
            bell.fetch_add(1, Ordering::SeqCst);
        })
        .expect("a thread");
        let talk = |account: i64| {
            Job::Commit(Commit::new(
                Act::edit("Talk", Some(Id(account))),
                talk_with(Id(account), Id(account), day(22)),
            ))
        };
        for job in [Job::Assess, talk(1), talk(9), Job::Undo, Job::Redo] {
            clerk.ask(job).expect("it listens");
        }
        let answers = clerk.finish().expect("it ends in order");
        let kinds: Vec<&str> = answers
            .iter()
            .filter_map(|answer| match answer {
                Answer::Assessed(2) => Some("assessed"),
                Answer::Done(receipt) => Some(receipt.kind.word()),
                Answer::Failed(_) => Some("failed"),
                _ => None,
            })
            .collect();
        assert_eq!(kinds, ["assessed", "edit", "failed", "undo", "redo"]);
        assert!(answers.iter().any(|answer| matches!(answer, Answer::BackedUp(_))));
        assert_eq!(woken.load(Ordering::SeqCst), 6);
        assert_eq!(desk.every::<Talk>().expect("talks").len(), 1);
        assert!(desk.current(now(22).today).expect("a mark"));
    }

    #[test]
    fn a_program_that_stays_open_makes_a_backup_each_day() {
        let (directory, _desk) = book(1);
        let (outgoing, answers) = channel();
        let say = Say { outgoing, wake: Arc::new(|| ()) };
        let path = directory.path().join("book.db");
        let mut work = Work::new(path, Rules::default(), Clock::Fixed(day(22)), say);
        let mut made = || {
            [22, 22, 23].map(|of| {
                work.back_up(now(of).at);
                if let Some(backup) = work.backup.take() {
                    backup.join().expect("an end");
                }
                answers.try_iter().count()
            })
        };
        assert_eq!(made(), [1, 0, 1]);
    }

    #[test]
    fn a_book_that_cannot_be_opened_fails_each_job_and_no_more() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("book.db");
        std::fs::write(&path, "no book at all, but a letter").expect("a file");
        let mut clerk =
            Clerk::start(path, Rules::default(), Clock::Fixed(day(22)), || ()).expect("a thread");
        clerk.ask(Job::Assess).expect("it listens");
        clerk.ask(Job::Undo).expect("it listens");
        assert_eq!(clerk.waiting(), 2);
        let answers = clerk.finish().expect("it ends in order");
        assert!(matches!(answers.as_slice(), [Answer::Failed(_), Answer::Failed(_)]));
    }
}
