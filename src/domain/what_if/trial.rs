//! The copy: judged again as far as what is tried reaches.

use super::change::changed;
use super::stroke::commonest;
use super::{Answer, Judged, Real, Tries};
use crate::domain::account::own_score::Factor;
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::cell::Id;
use crate::domain::rank::rank;
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::standing::Standing;
use std::collections::BTreeMap;

/// The book with what is tried.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    pub tries: Tries,
    pub judged: Judged,
    pub answer: Answer,
    rules: Rules,
    /// The accounts about which something is tried.
    copies: BTreeMap<Id, Records>,
}

impl Trial {
    /// Nothing is tried yet.
    #[must_use]
    pub fn of(real: &Real) -> Self {
        Self {
            tries: Tries::default(),
            judged: real.judged.clone(),
            answer: real.answer.clone(),
            rules: real.rules.clone(),
            copies: BTreeMap::new(),
        }
    }

    /// The records of an account with what is tried.
    #[must_use]
    pub fn records<'a>(&'a self, real: &'a Real, account: Id) -> Option<&'a Records> {
        self.copies.get(&account).or_else(|| real.records(account))
    }

    /// What a factor weighs with what is tried, for most accounts of the book.
    #[must_use]
    pub fn weight(&self, factor: Factor, real: &Real) -> f64 {
        self.rules.weight(factor, commonest(real))
    }

    /// Turns to what is tried now: only the accounts that it touches are judged again, and those
    /// that see another book around them because of it.
    pub fn turn_to(&mut self, tries: Tries, real: &Real) {
        let rules = tries.rules(&real.rules);
        let touched: Vec<Id> = {
            let both = self.tries.iter().chain(tries.iter());
            let mut touched: Vec<Id> = both.filter_map(super::Try::account).collect();
            touched.sort_unstable();
            touched.dedup();
            touched.retain(|account| !self.tries.of(*account).eq(tries.of(*account)));
            touched
        };
        for &account in &touched {
            self.copies.remove(&account);
            if let Some(records) =
                real.records(account).filter(|_| tries.of(account).next().is_some())
            {
                let exchange = &rules.exchange;
                let copy = changed(records, tries.of(account), exchange, real.today);
                self.copies.insert(account, copy);
            }
        }
        let all = rules != self.rules;
        self.rules = rules;
        self.tries = tries;
        if all {
            self.judge(real, |_| true);
        } else {
            self.judge(real, |one| touched.binary_search(&one.account).is_ok());
        }
        let around = Around::of(&self.judged.standings, &self.rules);
        if around != self.judged.around {
            let before = std::mem::replace(&mut self.judged.around, around.clone());
            let rules = self.rules.clone();
            // What the accounts say of the book does not depend on what they took it for, so the
            // second round is the last.
            self.judge(real, |one| around.differs_for(&before, one, &rules));
        }
        let Self { judged, rules, copies, .. } = self;
        judged.ranking = rank(&judged.standings, rules, real.today);
        let records = real.records.iter().map(|one| copies.get(&one.account.id).unwrap_or(one));
        self.answer = Answer::of(judged, records, rules, real.today);
    }

    fn judge(&mut self, real: &Real, again: impl Fn(&Standing) -> bool) {
        let Self { judged, rules, copies, .. } = self;
        for standing in judged.standings.iter_mut().filter(|one| again(one)) {
            let account = standing.account;
            if let Some(records) = copies.get(&account).or_else(|| real.records(account)) {
                *standing = assess(records, &judged.around, rules, real.today);
            }
        }
    }
}
