//! What comes of it: the figures that are told beside those of the book as it is.

use super::Judged;
use super::ahead::Ahead;
use crate::domain::cell::Id;
use crate::domain::metrics::since;
use crate::domain::metrics::spread::{Spread, spread};
use crate::domain::records::Records;
use crate::domain::retention::{Ledger, Retention, retention};
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::Band;
use crate::domain::tier::key_accounts;
use chrono::NaiveDate;

/// The figures of a book, as it is or with what is tried.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Accounts in the book.
    pub accounts: usize,
    /// Risk, watch, healthy, too little known.
    pub bands: [usize; 4],
    /// All that stand in NOW, those pushed to SOON included.
    pub now: usize,
    /// Known ARR of the book, minor units of the base currency.
    pub arr: i64,
    /// Over the last 365 days.
    pub retention: Retention,
    pub spread: Spread,
    /// The largest first.
    pub key: Vec<Id>,
    pub ahead: Ahead,
    /// So few accounts that a percentage does not speak for itself.
    pub few: bool,
}

impl Answer {
    /// `records` are those of the judged accounts.
    #[must_use]
    pub fn of<'a>(
        judged: &Judged,
        records: impl IntoIterator<Item = &'a Records> + Clone,
        rules: &Rules,
        today: NaiveDate,
    ) -> Self {
        let book = || judged.standings.iter().filter(|one| one.in_book);
        let band = |band: Option<Band>| book().filter(|one| one.score.band == band).count();
        let accounts = book().count();
        let ledgers = records
            .clone()
            .into_iter()
            .map(|one| Ledger { account: &one.account, entries: &one.revenue });
        let mut ahead = Ahead::default();
        for one in records.into_iter().filter(|one| one.account.in_book()) {
            ahead.add(one, rules, today);
        }
        ahead.finish();
        let arr = book().filter_map(|one| one.arr);
        Self {
            accounts,
            bands: [Some(Band::Risk), Some(Band::Watch), Some(Band::Healthy), None].map(band),
            now: judged.ranking.now_total,
            arr: arr.fold(0, |sum: i64, arr| sum.saturating_add(arr.minor)),
            retention: retention(ledgers, since(today), today, &rules.exchange, None),
            spread: spread(&judged.standings, &judged.around, rules),
            key: key_accounts(&judged.standings, rules),
            ahead,
            few: accounts < rules.count(Limit::FewAccounts),
        }
    }
}
