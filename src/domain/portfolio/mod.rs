//! The book as one picture on a day: what is safe, who carries it, whom the time goes to, which
//! contracts come up. Sources: CustomerGauge's Account Success process (ladder, safe and at risk),
//! the B2B account-management strategy article (hours by tier), the field's standard practice
//! (runway), this project's own decision (what is out of proportion).

pub mod ladder;
pub mod runway;
pub mod time;

use super::around::Around;
use super::cell::Id;
use super::feedback::security::{RevenueState, Security, security};
use super::metrics::attention;
use super::metrics::leading::RevenueCoverage;
use super::metrics::spread::{Spread, spread};
use super::money::Currency;
use super::quadrant::{self, Chart};
use super::records::Records;
use super::retention::{LeftOut, Why};
use super::revenue::{Worth, worth_on};
use super::rules::Rules;
use super::rules::limit::Limit;
use super::standing::Standing;
use chrono::NaiveDate;
use ladder::{Rung, rungs};
use runway::{Due, Runway, due};
use std::collections::{HashMap, HashSet};
use time::{Time, time};

/// The accounts whose revenue stands so.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Secured {
    pub state: RevenueState,
    pub accounts: usize,
    /// Minor units of the base currency, as far as known.
    pub arr: i64,
    /// Of the known ARR of the book, 0-1; none without any.
    pub share: Option<f64>,
}

/// All of it, amounts in minor units of the base currency.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Portfolio {
    pub today: NaiveDate,
    pub currency: Currency,
    /// Accounts in the book.
    pub accounts: usize,
    /// Fewer accounts than make a percentage speak for itself.
    pub few: bool,
    /// Known ARR of the book.
    pub arr: i64,
    /// Safe, at risk, unknown.
    pub secured: Vec<Secured>,
    /// How much of the ARR was heard from.
    pub coverage: RevenueCoverage,
    /// Tiers, concentration, key accounts.
    pub spread: Spread,
    /// Account by account, the largest first.
    pub ladder: Vec<Rung>,
    /// Who stands where by what they say and what they pay.
    pub quadrant: Chart,
    pub time: Time,
    pub runway: Runway,
    /// Accounts in no sum: a currency without a rate.
    pub left_out: Vec<LeftOut>,
}

impl Portfolio {
    /// The account of that number, where it is in the book.
    #[must_use]
    pub fn rung(&self, account: Id) -> Option<&Rung> {
        self.ladder.iter().find(|one| one.account == account)
    }
}

/// What is gathered of each account on the way.
#[derive(Debug)]
pub struct Tally {
    today: NaiveDate,
    security: HashMap<Id, Security>,
    /// Talks that took place and agreed meetings missed.
    talks: HashMap<Id, (usize, usize)>,
    due: Vec<Due>,
    endless: HashSet<Id>,
    left_out: Vec<LeftOut>,
    quadrant: quadrant::Tally,
}

impl Tally {
    #[must_use]
    pub fn on(today: NaiveDate) -> Self {
        Self {
            today,
            security: HashMap::new(),
            talks: HashMap::new(),
            due: Vec::new(),
            endless: HashSet::new(),
            left_out: Vec::new(),
            quadrant: quadrant::Tally::default(),
        }
    }

    /// Counts one account and how it stands today.
    pub fn add(&mut self, records: &Records, standing: &Standing, rules: &Rules) {
        if !standing.in_book {
            return;
        }
        let (account, today) = (standing.account, self.today);
        self.quadrant.add(records, standing, rules, today);
        let Standing { map, score, arr, .. } = standing;
        let safe = security(records, map.nps, score, *arr, rules, today);
        self.security.insert(account, safe);
        let from = time::since(rules, today);
        self.talks.insert(account, attention::talks(records, from, today));
        match due(records, standing, rules, today) {
            Ok(due) => self.due.extend(due),
            Err(runway::NoEnd) => _ = self.endless.insert(account),
        }
        if let Worth::NoRate(currencies) = worth_on(&records.revenue, today, &rules.exchange) {
            let codes = currencies.iter().map(|one| one.code().to_owned());
            self.left_out.push(LeftOut {
                account,
                name: standing.name.clone(),
                why: Why::NoRate,
                currencies: codes.collect(),
            });
        }
    }

    /// The picture, with the standings of all accounts and what reviews gave each: an account and
    /// seconds.
    #[must_use]
    pub fn finish(
        self,
        standings: &[Standing],
        around: &Around,
        rules: &Rules,
        reviewed: &[(Id, i64)],
    ) -> Portfolio {
        let Self { today, security, talks, due, endless, left_out, quadrant } = self;
        let ladder = rungs(standings, around, rules, security);
        let spread = spread(standings, around, rules);
        let arr = spread.concentration.arr;
        let accounts = ladder.len();
        Portfolio {
            today,
            currency: rules.exchange.base,
            accounts,
            few: accounts < rules.count(Limit::FewAccounts),
            arr,
            secured: RevenueState::ALL.iter().map(|state| secured(*state, &ladder, arr)).collect(),
            coverage: coverage(&ladder, arr, rules),
            time: time(attention::attention(standings, &talks), reviewed, &ladder, rules, today),
            runway: runway::runway(due, &endless, standings, rules, today),
            spread,
            ladder,
            quadrant: quadrant.finish(standings, around, rules),
            left_out,
        }
    }
}

fn secured(state: RevenueState, ladder: &[Rung], whole: i64) -> Secured {
    let theirs = || ladder.iter().filter(|one| one.security.state == state);
    let arr = sum(theirs().filter_map(|one| one.arr));
    let share = (whole > 0).then(|| arr as f64 / whole as f64);
    Secured { state, accounts: theirs().count(), arr, share }
}

fn coverage(ladder: &[Rung], arr: i64, rules: &Rules) -> RevenueCoverage {
    let heard = sum(ladder.iter().filter(|one| one.security.heard).filter_map(|one| one.arr));
    RevenueCoverage {
        heard,
        arr,
        share: (arr > 0).then(|| heard as f64 / arr as f64),
        aim: rules.share(Limit::CoverageAim),
        unknown: ladder.iter().filter(|one| one.arr.is_none()).count(),
    }
}

/// An ARR under nothing is nothing in a sum of shares.
fn sum(amounts: impl Iterator<Item = i64>) -> i64 {
    amounts.fold(0, |sum: i64, minor| sum.saturating_add(minor.max(0)))
}

#[cfg(test)]
mod tests;
