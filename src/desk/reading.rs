//! The reading side: what screens and commands ask, answered without a write.

use super::find::{Found, find};
use super::judge::{Appraisal, Detail, Judged};
use super::list;
use super::mark::{KEY, Mark};
use crate::domain::assess::assess;
use crate::domain::book::hit::Hits;
use crate::domain::book::known::Known;
use crate::domain::book::page::{LogEntry, LogPage, UnlinkedPage};
use crate::domain::book::row::{Book, Dossier};
use crate::domain::cell::Id;
use crate::domain::money::Currency;
use crate::domain::record::Record;
use crate::domain::rules::Rules;
use crate::domain::setup::Setup;
use crate::domain::standing::Ranked;
use crate::error::{Error, Kind, Result};
use crate::store::journal::Step;
use crate::store::{Mode, Store, Tx, read};
use chrono::NaiveDate;
use std::path::Path;
use std::time::Duration;

/// How long a screen waits for another program.
const PATIENCE: Duration = Duration::from_millis(250);

/// Pages of what no account claims that are read at once.
const UNLINKED_PAGES: usize = 10;

/// A book open for reading, and the rules it is judged by.
#[derive(Debug)]
pub struct Reading {
    pub(super) store: Store,
    pub(super) rules: Rules,
    /// The base currency where the book names none.
    pub(super) unnamed: Currency,
}

impl Reading {
    /// Opens a book that there is, for reading only.
    ///
    /// # Errors
    /// The file is gone, is no book, is damaged, or the disk says no.
    pub fn open(path: &Path, rules: Rules) -> Result<Self> {
        let store = Store::open(path, Mode::Read)?;
        store.patience(PATIENCE)?;
        Self::over(store, rules)
    }

    pub(super) fn over(store: Store, rules: Rules) -> Result<Self> {
        let mut reading = Self { store, unnamed: rules.exchange.base, rules };
        reading.rules = reading.store.read(|tx| reading.rules_in(tx))?;
        Ok(reading)
    }

    /// The rules, with what the book says of them at this moment.
    pub(super) fn rules_in(&self, tx: &Tx) -> Result<Rules> {
        let mut rules = self.rules.clone();
        read::rules::of_book(tx.connection(), &mut rules, self.unnamed)?;
        Ok(rules)
    }

    /// The rules with the base currency of this book as it was opened.
    #[must_use]
    pub const fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The same with what the book says at this moment: absences, what is off for a tier.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn rules_now(&self) -> Result<Rules> {
        self.store.read(|tx| self.rules_in(tx))
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    pub(super) fn mark(tx: &Tx) -> Result<Mark> {
        Ok(Mark::read(read::mark(tx.connection(), KEY)?.as_deref()))
    }

    /// Whether the kept list was judged for this day, by these rules, with every step seen.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn current(&self, today: NaiveDate) -> Result<bool> {
        self.store.read(|tx| {
            let step = read::last_step(tx.connection())?;
            Ok(Self::mark(tx)?.current(today, &self.rules_in(tx)?, step))
        })
    }

    /// The list as it was last judged, at once; rows of another day say so in `judged_on`.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn book(&self) -> Result<Book> {
        self.store.read(|tx| {
            let mark = Self::mark(tx)?;
            let rows = read::standing::kept(tx.connection())?
                .into_iter()
                .map(|kept| (kept.row, kept.in_book))
                .collect();
            let unlinked = read::unlinked_counts(tx.connection())?;
            Ok(list::book(rows, mark.lines, mark.now_total, unlinked, &self.rules_in(tx)?))
        })
    }

    /// Judges the whole book for a day, and keeps nothing of it.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn appraise(&self, today: NaiveDate) -> Result<Appraisal> {
        self.store.read(|tx| {
            let guess = Self::mark(tx)?.around;
            let rules = self.rules_in(tx)?;
            let judged = Judged::all(tx, &rules, today, &guess, Detail::Whole)?;
            let book = list::book(
                list::rows(&judged),
                judged.ranking.lines.clone(),
                judged.ranking.now_total,
                read::unlinked_counts(tx.connection())?,
                &rules,
            );
            Ok(Appraisal {
                today,
                around: judged.around,
                standings: judged.standings,
                ranking: judged.ranking,
                book,
            })
        })
    }

    /// One account as of today, at once: its place in the list is the one it was last given.
    ///
    /// # Errors
    /// There is no such account, or the book cannot be read.
    pub fn dossier(&self, account: Id, today: NaiveDate) -> Result<Dossier> {
        self.store.read(|tx| {
            let around = Self::mark(tx)?.around;
            let records = read::one(tx.connection(), account, today)?;
            let standing = assess(&records, &around, &self.rules_in(tx)?, today);
            let ranked = read::standing::ranked(tx.connection(), account)?
                .unwrap_or_else(|| Ranked::not_yet(account));
            Ok(Dossier { records, standing, ranked, around })
        })
    }

    /// One account for any day, the whole book judged for that day where it is not already.
    ///
    /// # Errors
    /// There is no such account, or the book cannot be read.
    pub fn dossier_on(&self, account: Id, today: NaiveDate) -> Result<Dossier> {
        if self.current(today)? {
            return self.dossier(account, today);
        }
        let Appraisal { around, ranking, .. } = self.appraise(today)?;
        let (records, rules) = self
            .store
            .read(|tx| Ok((read::one(tx.connection(), account, today)?, self.rules_in(tx)?)))?;
        let standing = assess(&records, &around, &rules, today);
        let ranked = ranking
            .rows
            .into_iter()
            .find(|ranked| ranked.account == account)
            .unwrap_or_else(|| Ranked::not_yet(account));
        Ok(Dossier { records, standing, ranked, around })
    }

    /// A page of an account's talks, newest first.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn log(&self, account: Id, page: usize, today: NaiveDate) -> Result<LogPage> {
        self.store.read(|tx| read::log(tx.connection(), account, page, today))
    }

    /// A page of the contacts and steps that no account claims.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn unlinked(&self, page: usize) -> Result<UnlinkedPage> {
        self.store.read(|tx| read::unlinked(tx.connection(), page))
    }

    /// The contacts and steps that no account claims, as many as a person looks through.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn unlinked_all(&self) -> Result<UnlinkedPage> {
        self.store.read(Self::unlinked_in)
    }

    /// The same within a reading that goes on.
    pub(super) fn unlinked_in(tx: &Tx) -> Result<UnlinkedPage> {
        let mut all = read::unlinked(tx.connection(), 0)?;
        for page in 1..UNLINKED_PAGES {
            if all.contacts.len() == all.contacts_total && all.steps.len() == all.steps_total {
                break;
            }
            let more = read::unlinked(tx.connection(), page)?;
            all.contacts.extend(more.contacts);
            all.steps.extend(more.steps);
        }
        Ok(all)
    }

    /// The newest steps of the journal, newest first.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn history(&self, limit: usize) -> Result<Vec<Step>> {
        self.store.history(limit)
    }

    /// The account that a person means by `text`.
    ///
    /// # Errors
    /// None by that name, or several.
    pub fn find_account(&self, text: &str) -> Result<Found> {
        find(text, &self.store.read(|tx| read::names(tx.connection()))?)
    }

    /// The records in which every word of `sought` begins a word, the newest first; those of one
    /// account where one is named.
    ///
    /// # Errors
    /// No word of two letters, or the book cannot be read.
    pub fn search(&self, sought: &str, account: Option<Id>) -> Result<Hits> {
        self.store.read(|tx| read::search(tx.connection(), sought, account))
    }

    /// Every record of one kind, by number.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn every<R: Record>(&self) -> Result<Vec<R>> {
        self.store.read(|tx| read::every(tx.connection()))
    }

    /// One record by its number.
    ///
    /// # Errors
    /// There is none, or the book cannot be read.
    pub fn record<R: Record>(&self, id: Id) -> Result<R> {
        self.store.read(|tx| read::by_id(tx.connection(), id))?.ok_or_else(|| {
            Error::new(Kind::NotFound, format!("there is no {} with the number {}", R::TABLE, id.0))
        })
    }

    /// The records of one kind that name another one in this column, by number: who took part in
    /// a talk.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn naming<R: Record>(&self, column: &'static str, named: Id) -> Result<Vec<R>> {
        self.store.read(|tx| read::naming(tx.connection(), column, named))
    }

    /// One talk with who took part; none where it is gone.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn talk(&self, talk: Id) -> Result<Option<LogEntry>> {
        self.store.read(|tx| read::entry(tx.connection(), talk))
    }

    /// A note of the program about its own work; see [`super::Desk::note`].
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn noted(&self, key: &str) -> Result<Option<String>> {
        self.store.read(|tx| read::mark(tx.connection(), key))
    }

    /// How far the book is set up.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn setup(&self) -> Result<Setup> {
        self.store.read(|tx| read::setup(tx.connection()))
    }

    /// Whether files were ever brought into the book.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn imported(&self) -> Result<bool> {
        self.store.read(|tx| read::imported(tx.connection()))
    }

    /// What an import compares the rows of its files with.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn known(&self) -> Result<Known> {
        self.store.read(|tx| read::known(tx.connection()))
    }

    /// The number of the newest step of the journal; 0 in a new book.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn last_step(&self) -> Result<i64> {
        self.store.last_step()
    }

    /// Moves when another connection has written; compare [`Self::last_step`] then, since tidying
    /// up moves it as well.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn data_version(&self) -> Result<i64> {
        self.store.data_version()
    }
}
