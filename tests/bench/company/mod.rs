//! A made-up book of a stated size, believable in what its accounts hold and how unevenly.

mod account;
mod chance;
mod figures;
mod people;
mod plan;
mod talks;

pub use chance::Chance;

use chrono::{DateTime, Days, NaiveDate, Utc};
use std::error::Error;
use std::fmt::{Display, Formatter};
use std::path::Path;
use trellis::clock::{Clock, Moment};
use trellis::desk::{Act, ActKind, Desk};
use trellis::domain::account::{Account, Tier};
use trellis::domain::cell::Id;
use trellis::domain::change::Change;
use trellis::domain::rules::Rules;

/// Accounts of one commit.
const BATCH: usize = 250;

/// Weeks of score history.
const WEEKS: u64 = 26;

/// How large a book is made.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub accounts: usize,
}

impl Size {
    const fn contacts(self) -> usize {
        self.accounts * 10
    }

    const fn talks(self) -> usize {
        self.accounts * 100
    }
}

impl Display for Size {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let (contacts, talks) = (self.contacts(), self.talks());
        write!(f, "{} accounts, {contacts} contacts, {talks} talks", self.accounts)
    }
}

/// What is written down about one account after the other.
#[derive(Debug)]
pub struct Scribe {
    pub chance: Chance,
    pub today: NaiveDate,
    last: i64,
    changes: Vec<Change>,
}

impl Scribe {
    pub const fn id(&mut self) -> Id {
        self.last -= 1;
        Id(self.last)
    }

    pub fn add(&mut self, change: impl Into<Change>) {
        self.changes.push(change.into());
    }

    /// So many days before today; after it where negative.
    pub fn ago(&self, days: i64) -> NaiveDate {
        self.today - chrono::Duration::days(days)
    }

    /// A day between so many days ago and so many.
    pub fn some_day(&mut self, from: i64, to: i64) -> NaiveDate {
        let days = self.chance.between(to.min(from), from.max(to));
        self.ago(days)
    }
}

/// Makes the book at `path`, where none may be yet, and leaves it judged for `today`.
pub fn make(path: &Path, size: Size, today: NaiveDate) -> Result<(), Box<dyn Error>> {
    if path.exists() {
        return Err(format!("{} is there already", path.display()).into());
    }
    let mut scribe = Scribe { chance: Chance::new(7), today, last: 0, changes: Vec::new() };
    let accounts: Vec<Account> =
        (0..size.accounts).map(|number| account::account(&mut scribe, number)).collect();
    let contacts = shares(size.contacts(), &accounts, [25, 14, 6]);
    let talks = shares(size.talks(), &accounts, [45, 14, 5]);

    let at = Clock::Real.now().at;
    let mut desk = Desk::open(path, Rules::default(), at)?;
    let mut waiting = 0;
    for ((account, contacts), talks) in accounts.into_iter().zip(contacts).zip(talks) {
        account::write(&mut scribe, account, contacts, talks);
        waiting += 1;
        if waiting == BATCH {
            commit(&mut desk, &mut scribe, at)?;
            waiting = 0;
        }
    }
    commit(&mut desk, &mut scribe, at)?;
    for weeks in (0..WEEKS).rev() {
        let day = today.checked_sub_days(Days::new(7 * weeks)).ok_or("no such day")?;
        desk.assess_all(Moment { today: day, at })?;
    }
    desk.tidy()?;
    Ok(())
}

fn commit(desk: &mut Desk, scribe: &mut Scribe, at: DateTime<Utc>) -> Result<(), Box<dyn Error>> {
    let changes = std::mem::take(&mut scribe.changes);
    let act = Act::new(ActKind::Demo, "A made-up book");
    desk.commit(&act, &changes, Moment { today: scribe.today, at })?;
    Ok(())
}

/// Shares `total` out by tier, to the last one: the weights are those of strategic, growth and all
/// other accounts.
fn shares(total: usize, accounts: &[Account], weights: [usize; 3]) -> Vec<usize> {
    let [strategic, growth, other] = weights;
    let weight = |account: &Account| match account.tier {
        Some(Tier::Strategic) => strategic,
        Some(Tier::Growth) => growth,
        _ => other,
    };
    let whole: usize = accounts.iter().map(weight).sum();
    let (mut weighed, mut given) = (0, 0);
    accounts
        .iter()
        .map(|account| {
            weighed += weight(account);
            let share = total * weighed / whole - given;
            given += share;
            share
        })
        .collect()
}
