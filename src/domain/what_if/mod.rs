//! What if, over the whole book: weights, an account lost or won, a forecast changed on a copy in
//! memory. The copy is judged by the same rules as the book; nothing of it is ever written.

mod ahead;
mod answer;
mod change;
mod lever;
mod shift;
mod stroke;
mod trial;
mod tries;

pub use ahead::{Ahead, Counted, Year, year_end};
pub use answer::Answer;
pub use change::{brings, worth};
pub use lever::{Lever, Renewing, levers, renewing};
pub use shift::{Shift, Stand, shifts};
pub use stroke::{Stroke, stroke, weight_now};
pub use trial::Trial;
pub use tries::{Tries, Try};

use super::around::Around;
use super::cell::Id;
use super::records::Records;
use super::rules::Rules;
use super::standing::{Ranking, Standing};
use chrono::NaiveDate;

/// Accounts as the rules judge them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judged {
    /// By account number.
    pub standings: Vec<Standing>,
    pub around: Around,
    pub ranking: Ranking,
}

impl Judged {
    /// How an account stands.
    #[must_use]
    pub fn of(&self, account: Id) -> Option<&Standing> {
        let place = self.standings.binary_search_by(|one| one.account.cmp(&account)).ok()?;
        self.standings.get(place)
    }
}

/// The book as it is, in memory: what the copy is made of, and compared with.
#[derive(Clone, Debug, PartialEq)]
pub struct Real {
    pub today: NaiveDate,
    pub rules: Rules,
    /// By account number, of the same accounts as the standings.
    pub records: Vec<Records>,
    pub judged: Judged,
    pub answer: Answer,
    /// All that can be tried, in the order of the page.
    pub levers: Vec<Lever>,
}

impl Real {
    /// The book with all its records.
    #[must_use]
    pub fn of(mut records: Vec<Records>, judged: Judged, rules: Rules, today: NaiveDate) -> Self {
        records.sort_by_key(|one| one.account.id);
        let answer = Answer::of(&judged, &records, &rules, today);
        let levers = levers(&records, &judged, &rules, today);
        Self { today, rules, records, judged, answer, levers }
    }

    /// The lever that a line of the page is about.
    #[must_use]
    pub fn lever(&self, key: &str) -> Option<Lever> {
        let key = key.strip_prefix(Lever::TRIED).unwrap_or(key);
        self.levers.iter().copied().find(|one| one.key() == key)
    }

    /// The records of an account.
    #[must_use]
    pub fn records(&self, account: Id) -> Option<&Records> {
        let place = self.records.binary_search_by(|one| one.account.id.cmp(&account)).ok()?;
        self.records.get(place)
    }
}

#[cfg(test)]
pub(super) mod sample;
#[cfg(test)]
mod tests;
