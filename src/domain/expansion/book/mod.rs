//! What could grow in the whole book: all open opportunities, ranked and gated; the QBRs ahead and
//! what to bring to them; what they don't buy yet; the tiers that the figures suggest. Prospects and
//! who was lost stand in no list and no sum. Sources: the account-management guide, the B2B
//! account-management strategy article (tiers).

pub mod qbr;
pub mod room;
pub mod stage;
pub mod tiers;

use super::verdict::Verdict;
use super::{Expansion, OpportunityLine, expansion, talk};
use crate::domain::cell::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::plan::step::Step;
use crate::domain::records::Records;
use crate::domain::revenue::offering::Offering;
use crate::domain::revenue::opportunity::Opportunity;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::standing::Standing;
use chrono::NaiveDate;
use qbr::Qbrs;
use room::Room;
use stage::Stages;
use std::cmp::Reverse;
use tiers::Tiers;

/// An account by its name.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Whose {
    pub account: Id,
    pub name: String,
}

impl Whose {
    #[must_use]
    pub fn of(standing: &Standing) -> Self {
        Self { account: standing.account, name: standing.name.clone() }
    }
}

/// An open opportunity of an account in the book.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Chance {
    #[serde(flatten)]
    pub whose: Whose,
    pub arr: Option<Money>,
    pub opportunity: OpportunityLine,
    /// Not talked about for long.
    pub quiet: bool,
    /// The talk to be planned; none where one is planned, or the account wants repair first.
    #[serde(skip)]
    pub talk: Option<Step>,
    #[serde(skip)]
    pub record: Opportunity,
}

impl Chance {
    /// None where it is not open, which no chance is.
    #[must_use]
    pub fn verdict(&self) -> Option<Verdict> {
        self.opportunity.judged.as_ref().map(|judged| judged.verdict)
    }
}

/// The whole of it on a day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Grown {
    pub today: NaiveDate,
    /// The currency of the sums.
    pub currency: Currency,
    /// Accounts in the book.
    pub accounts: usize,
    /// By verdict, then by value and ease.
    pub chances: Vec<Chance>,
    /// So many cases are pursued well at one account in a quarter.
    pub most: usize,
    /// Accounts with more than that to pursue.
    pub crowded: Vec<Whose>,
    pub stages: Stages,
    pub qbrs: Qbrs,
    pub room: Room,
    pub tiers: Tiers,
}

impl Grown {
    /// Those that come to a verdict.
    pub fn judged(&self, verdict: Verdict) -> impl Iterator<Item = &Chance> {
        self.chances.iter().filter(move |one| one.verdict() == Some(verdict))
    }

    #[must_use]
    pub fn chance(&self, opportunity: Id) -> Option<&Chance> {
        self.chances.iter().find(|one| one.opportunity.id == opportunity)
    }
}

/// What is gathered of each account on the way.
#[derive(Debug)]
pub struct Tally {
    today: NaiveDate,
    offerings: Vec<Offering>,
    chances: Vec<Chance>,
    stages: stage::Tally,
    qbrs: qbr::Tally,
    room: room::Tally,
    tiers: tiers::Tally,
}

impl Tally {
    /// `offerings` are all that we sell.
    #[must_use]
    pub fn on(today: NaiveDate, offerings: Vec<Offering>) -> Self {
        Self {
            today,
            offerings,
            chances: Vec::new(),
            stages: stage::Tally::on(today),
            qbrs: qbr::Tally::on(today),
            room: room::Tally::default(),
            tiers: tiers::Tally::default(),
        }
    }

    /// Takes one account.
    pub fn add(&mut self, mut records: Records, standing: &Standing, rules: &Rules) {
        if !standing.in_book {
            self.stages.outside(&records, standing);
            return;
        }
        let today = self.today;
        records.offerings.clone_from(&self.offerings);
        let found = expansion(&records, standing, rules, today);
        self.stages.add(standing, &found.opportunities);
        self.tiers.add(&records, standing, rules, today);
        self.room.add(&records, standing, &found, today);
        self.qbrs.add(&records, standing, &found, rules);
        self.chances.extend(chances(found, &records, standing, rules, today));
    }

    /// All accounts were taken: `standings` are theirs.
    #[must_use]
    pub fn finish(self, standings: &[Standing], rules: &Rules) -> Grown {
        let mut chances = self.chances;
        sort(&mut chances);
        let most = rules.count(Limit::PursuedAtOnce);
        Grown {
            today: self.today,
            currency: rules.exchange.base,
            accounts: standings.iter().filter(|standing| standing.in_book).count(),
            crowded: crowded(&chances, most),
            most,
            stages: self.stages.finish(rules),
            qbrs: self.qbrs.finish(),
            room: self.room.finish(&self.offerings, self.today),
            tiers: self.tiers.finish(standings, rules),
            chances,
        }
    }
}

fn chances(
    found: Expansion,
    records: &Records,
    standing: &Standing,
    rules: &Rules,
    today: NaiveDate,
) -> Vec<Chance> {
    let open = found.opportunities.into_iter().filter(|one| one.judged.is_some());
    let chance = |one: OpportunityLine| {
        let record = records.opportunities.iter().find(|record| record.id == one.id)?.clone();
        Some(Chance {
            whose: Whose::of(standing),
            arr: standing.arr,
            quiet: talk::quiet(&one, rules, today),
            talk: talk::next(&one, records, rules, today),
            record,
            opportunity: one,
        })
    };
    open.filter_map(chance).collect()
}

/// What is to be pursued first, what waits last; among equals the highest rank, unknown ones last.
fn sort(chances: &mut [Chance]) {
    let minor = |amount: Option<Money>| Reverse(amount.map(|amount| amount.minor));
    chances.sort_by(|one, two| {
        let key =
            |chance: &Chance| (chance.verdict(), minor(chance.opportunity.rank), minor(chance.arr));
        key(one).cmp(&key(two)).then_with(|| {
            let name = |chance: &'_ Chance| (chance.whose.name.clone(), chance.opportunity.id);
            name(one).cmp(&name(two))
        })
    });
}

/// Accounts with more to pursue than a quarter holds.
fn crowded(chances: &[Chance], most: usize) -> Vec<Whose> {
    let pursued = || chances.iter().filter(|one| one.verdict() == Some(Verdict::Pursue));
    let of = |account: Id| pursued().filter(|one| one.whose.account == account).count();
    let mut whose: Vec<Whose> = Vec::new();
    for one in pursued().map(|one| &one.whose) {
        if of(one.account) > most && !whose.contains(one) {
            whose.push(one.clone());
        }
    }
    whose
}

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) mod trial;
