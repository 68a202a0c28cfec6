//! What a quarter brings, as far as it can be told: the renewals that fall due in it and what was
//! said of them, the expansion that is to close, a target where there is one, and how good such
//! forecasts have been so far. Nothing is guessed: what nobody said is counted apart.

use super::closing::{self, Closing, Stage};
use super::due::{Counted, Due, State, due};
use super::hit::{self, HitRate, Said};
use super::loss::{self, Before};
use super::quarter::Quarter;
use crate::domain::account::contract::Contract;
use crate::domain::cell::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::records::Records;
use crate::domain::revenue::in_base;
use crate::domain::revenue::opportunity::OpportunityStage;
use crate::domain::rules::Rules;
use crate::domain::standing::Standing;
use chrono::NaiveDate;
use std::cmp::Reverse;

/// So many renewals, and what they are worth together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Sum {
    pub count: usize,
    /// ARR, minor units of the base currency.
    pub amount: i64,
    /// How many of them are not in the amount: ARR unknown, or no rate.
    pub without_amount: usize,
}

impl Sum {
    fn of<'a>(all: impl Iterator<Item = &'a Due>, amount: fn(&Due) -> Option<i64>) -> Self {
        all.fold(Self::default(), |sum, one| {
            let found = amount(one);
            Self {
                count: sum.count + 1,
                amount: sum.amount.saturating_add(found.unwrap_or(0)),
                without_amount: sum.without_amount + usize::from(found.is_none()),
            }
        })
    }
}

/// What the quarter is to bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Target {
    /// As it was set.
    pub set: Money,
    /// In the base currency; none: no rate.
    pub amount: Option<i64>,
    /// Of the target, what neither renewals (at their chance) nor won expansion bring; under 0
    /// where they bring more.
    pub gap: Option<i64>,
}

/// What was said of a renewal that is over, and what came of it.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Settled {
    pub account: Id,
    pub name: String,
    #[serde(flatten)]
    pub said: Said,
}

/// A loss, and what the score was before it.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Gone {
    pub account: Id,
    pub name: String,
    pub on: Option<NaiveDate>,
    pub reason: Option<String>,
    pub avoidable: Option<bool>,
    /// 90, 60 and 30 days before.
    pub before: [Before; 3],
}

/// The quarter.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Outlook {
    pub quarter: Quarter,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub today: NaiveDate,
    pub currency: Currency,
    /// All renewals that end in it.
    pub due: Sum,
    /// With what they are worth from the day after their end.
    pub signed: Sum,
    /// Not signed, and as good as sure.
    pub commit: Sum,
    /// Signed ones, and open ones by their chance: Σ ARR × p.
    pub expected: Sum,
    /// Open ones with a small chance or a score at risk.
    pub at_risk: Sum,
    /// Open ones of which nobody said anything: in none of the figures but *due*.
    pub no_forecast: Sum,
    pub lost: Sum,
    /// Accounts whose contract has no end on record: they fall due in no quarter.
    pub without_end: Vec<(Id, String)>,
    /// Open ones first, by their act-by dates; then the lost and the signed ones.
    pub renewals: Vec<Due>,
    pub expansion: Vec<Stage>,
    pub closing: Vec<Closing>,
    /// Open opportunities of the book without a day on which they close.
    pub undated: usize,
    pub target: Option<Target>,
    /// Over all forecasts that are settled.
    pub hit: Option<HitRate>,
    /// The newest first.
    pub settled: Vec<Settled>,
    /// The latest first.
    pub gone: Vec<Gone>,
}

impl Outlook {
    #[must_use]
    pub const fn money(&self, minor: i64) -> Money {
        Money { minor, currency: self.currency }
    }

    /// What is expected; none where nobody said anything, or no amount is known: no forecast is
    /// not one of nothing. What is lost to the last one brings 0.
    #[must_use]
    pub const fn foreseen(&self) -> Option<i64> {
        let some = self.expected.count > self.expected.without_amount;
        let all_lost = self.due.count > 0 && self.lost.count == self.due.count;
        if some || all_lost { Some(self.expected.amount) } else { None }
    }

    /// The sum of a stage of expansion.
    #[must_use]
    pub fn stage(&self, stage: OpportunityStage) -> Option<&Stage> {
        self.expansion.iter().find(|one| one.stage == stage)
    }

    /// Accounts left out of the sums for want of a rate, with the currencies.
    pub fn left_out(&self) -> impl Iterator<Item = (Id, &str, String)> {
        let due = self.renewals.iter().filter(|one| !one.without_rate.is_empty());
        let due = due.map(|one| (one.account, one.name.as_str(), one.without_rate.join(", ")));
        let closing = self
            .closing
            .iter()
            .filter_map(|one| Some((one.account, one.name.as_str(), one.without_rate.clone()?)));
        due.chain(closing)
    }
}

/// What is gathered of each account on the way there.
#[derive(Debug)]
pub struct Tally {
    quarter: Quarter,
    today: NaiveDate,
    /// By account.
    contracts: Vec<Contract>,
    renewals: Vec<Due>,
    without_end: Vec<(Id, String)>,
    closing: Vec<Closing>,
    undated: usize,
    settled: Vec<Settled>,
    gone: Vec<Gone>,
}

impl Tally {
    /// Over all contracts of the book: of an account, only the one that ends last is a fact that
    /// its rules ask for.
    #[must_use]
    pub fn over(quarter: Quarter, today: NaiveDate, mut contracts: Vec<Contract>) -> Self {
        contracts.sort_by_key(|one| (one.account_id, one.ends_on, one.id));
        Self {
            quarter,
            today,
            contracts,
            renewals: Vec::new(),
            without_end: Vec::new(),
            closing: Vec::new(),
            undated: 0,
            settled: Vec::new(),
            gone: Vec::new(),
        }
    }

    /// Looks at one account.
    pub fn add(&mut self, records: &Records, standing: &Standing, rules: &Rules) {
        let (account, name) = (records.account.id, &records.account.name);
        let begins = self.contracts.partition_point(|one| one.account_id < account);
        let ends = self.contracts.partition_point(|one| one.account_id <= account);
        let theirs = self.contracts.get(begins..ends).unwrap_or_default();
        self.renewals.extend(due(records, standing, theirs, self.quarter, rules, self.today));
        if standing.in_book {
            if theirs.iter().all(|one| one.ends_on.is_none()) {
                self.without_end.push((account, name.clone()));
            }
            let (closing, undated) = closing::closing(records, self.quarter, rules);
            self.closing.extend(closing);
            self.undated += undated;
        }
        let settled = hit::said(records, rules, self.today).into_iter();
        let settled = settled.filter(|said| said.squared.is_some());
        self.settled.extend(settled.map(|said| Settled { account, name: name.clone(), said }));
        self.gone.extend(loss::loss(records, self.today).map(|loss| Gone {
            account,
            name: name.clone(),
            on: loss.on,
            reason: loss.reason,
            avoidable: loss.avoidable,
            before: loss.before,
        }));
    }

    /// The figures; `target` is what was set for the quarter.
    #[must_use]
    pub fn finish(mut self, target: Option<Money>, rules: &Rules) -> Outlook {
        let place = |one: &Due| match one.state {
            State::Open => 0,
            State::Lost => 1,
            State::Signed => 2,
        };
        self.renewals.sort_by(|a, b| {
            let by = |one: &Due| (place(one), one.act_by, Reverse(one.arr));
            by(a).cmp(&by(b)).then_with(|| (&a.name, a.account).cmp(&(&b.name, b.account)))
        });
        closing::order(&mut self.closing);
        self.settled.sort_by_key(|one| {
            let said = &one.said.forecast;
            (Reverse(said.ends_on), Reverse(said.on_date), one.account)
        });
        self.gone.sort_by_key(|one| (Reverse(one.on), one.account));
        let all = &self.renewals;
        let open = || all.iter().filter(|one| one.state == State::Open);
        let counted = |counted| open().filter(move |one| one.counted == counted);
        let in_state = |state| all.iter().filter(move |one| one.state == state);
        let expansion = closing::by_stage(&self.closing);
        let expected = expected(all);
        let won = expansion.iter().find(|one| one.stage == OpportunityStage::Won);
        let won = won.map_or(0, |won| won.amount);
        let target = target.map(|set| {
            let amount = in_base(Some(set), &rules.exchange).map(|amount| amount.minor);
            let brings = expected.amount.saturating_add(won);
            Target { set, amount, gap: amount.map(|amount| amount.saturating_sub(brings)) }
        });
        Outlook {
            quarter: self.quarter,
            from: self.quarter.from(),
            to: self.quarter.to(),
            today: self.today,
            currency: rules.exchange.base,
            due: Sum::of(all.iter(), |one| one.arr),
            signed: Sum::of(in_state(State::Signed), |one| one.then),
            commit: Sum::of(counted(Counted::Commit), |one| one.then),
            expected,
            at_risk: Sum::of(open().filter(|one| one.at_risk()), |one| one.arr),
            no_forecast: Sum::of(counted(Counted::Unsaid), |one| one.arr),
            lost: Sum::of(in_state(State::Lost), |one| one.arr),
            without_end: self.without_end,
            expansion,
            closing: self.closing,
            undated: self.undated,
            target,
            hit: hit::rate(self.settled.iter().map(|one| &one.said)),
            settled: self.settled,
            gone: self.gone,
            renewals: self.renewals,
        }
    }
}

/// Σ ARR × p over what is signed and what something was said of, rounded once.
fn expected(all: &[Due]) -> Sum {
    let counts = || all.iter().filter(|one| one.state != State::Lost && one.percent().is_some());
    let hundredths: i128 = counts().filter_map(Due::hundredths).sum();
    let half = if hundredths < 0 { -50 } else { 50 };
    Sum {
        count: counts().count(),
        amount: i64::try_from((hundredths + half) / 100).unwrap_or(i64::MAX),
        without_amount: counts().filter(|one| one.then.is_none()).count(),
    }
}

#[cfg(test)]
mod tests;
