//! The tiers that the figures suggest, gone over once a year: from which to which, why, and the
//! hours a week before and after. Source: the B2B account-management strategy article.

use super::Whose;
use crate::domain::account::{self, Account, Tier};
use crate::domain::cell::Id;
use crate::domain::change::{Change, Expected};
use crate::domain::day::{days_between, shift};
use crate::domain::money::Money;
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::standing::Standing;
use crate::domain::tier::{Reason, asked_for, hours_a_week, hours_of, open_expansion, suggestions};
use chrono::NaiveDate;
use std::collections::HashMap;

/// An account whose figures suggest another tier.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Differs {
    #[serde(flatten)]
    pub whose: Whose,
    pub arr: Option<Money>,
    /// None: nobody chose one.
    pub from: Option<Tier>,
    pub to: Tier,
    pub reason: Reason,
    /// Validated and proposed, minor units of the base currency.
    pub expansion: i64,
    /// In the weeks of the year in which its tier is gone over, or without one; and not told to
    /// rest.
    pub asked: bool,
    /// The next day on which it is gone over; none where that is now.
    pub next_on: Option<NaiveDate>,
    /// Hours a week before and after.
    pub hours: (f64, f64),
}

/// How many accounts have a tier, now and as suggested, and what that costs.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct TierCost {
    pub tier: Tier,
    pub accounts: (usize, usize),
    pub hours: (f64, f64),
}

/// The suggestions for the book.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Tiers {
    /// Those asked now first, then by ARR.
    pub differs: Vec<Differs>,
    /// One line a tier; an account without one is judged as Maintenance.
    pub costs: Vec<TierCost>,
    /// Hours a week now, and with all suggestions taken.
    pub hours: (f64, f64),
    /// Accounts of unknown ARR, of which nothing is suggested.
    pub unknown: Vec<Whose>,
    /// Accounts that have the tier their figures suggest.
    pub fitting: usize,
}

/// Takes these suggestions: the changes, and what the tiers are expected to be until then.
#[must_use]
pub fn accept<'a>(taken: impl IntoIterator<Item = &'a Differs>) -> (Vec<Change>, Vec<Expected>) {
    let (mut changes, mut expected) = (Vec::new(), Vec::new());
    for one in taken {
        let id = one.whose.account;
        let fields = vec![account::Field::Tier(Some(one.to))];
        let mut held = Account::named("", NaiveDate::MIN);
        (held.id, held.tier) = (id, one.from);
        expected.extend(held.expects(&fields));
        changes.push(account::Change::Edited { id, fields }.into());
    }
    (changes, expected)
}

#[derive(Debug, Default)]
pub(super) struct Tally {
    /// Open expansion of each, and when its tier is asked for: now, or on a day.
    known: HashMap<Id, (i64, Option<NaiveDate>)>,
}

impl Tally {
    pub(super) fn add(
        &mut self,
        records: &Records,
        standing: &Standing,
        rules: &Rules,
        today: NaiveDate,
    ) {
        let open = open_expansion(&records.opportunities, &rules.exchange);
        self.known.insert(standing.account, (open, next_on(standing, rules, today)));
    }

    pub(super) fn finish(self, standings: &[Standing], rules: &Rules) -> Tiers {
        let of = |account: Id| self.known.get(&account).copied().unwrap_or_default();
        let by_id: HashMap<Id, &Standing> =
            standings.iter().map(|standing| (standing.account, standing)).collect();
        let cost = |tier: Tier| hours_a_week(&rules.cadence(Some(tier)));
        let (mut differs, mut unknown, mut fitting) = (Vec::new(), Vec::new(), 0);
        let (mut now, mut then) = (Vec::new(), Vec::new());
        for one in suggestions(standings, |account| of(account).0, rules) {
            let Some(standing) = by_id.get(&one.account) else { continue };
            let judged = standing.tier.unwrap_or(Tier::Maintenance);
            now.push(judged);
            if one.reason == Reason::Unknown {
                unknown.push(Whose::of(standing));
                then.push(judged);
                continue;
            }
            then.push(one.tier);
            if standing.tier == Some(one.tier) {
                fitting += 1;
                continue;
            }
            let (expansion, next_on) = of(one.account);
            let next_on = next_on.filter(|_| standing.tier.is_some());
            differs.push(Differs {
                whose: Whose::of(standing),
                arr: standing.arr,
                from: standing.tier,
                to: one.tier,
                reason: one.reason,
                expansion,
                asked: next_on.is_none() && !rests(standing),
                next_on,
                hours: (cost(judged), cost(one.tier)),
            });
        }
        // The suggestions come by ARR, and equal ones keep their order.
        differs.sort_by_key(|one| !one.asked);
        unknown.sort_by(|one, two| (&one.name, one.account).cmp(&(&two.name, two.account)));
        let costs = Tier::ALL.iter().map(|tier| {
            let count = |all: &[Tier]| all.iter().filter(|one| *one == tier).count();
            let accounts = (count(&now), count(&then));
            let hours = |count: usize| count as f64 * cost(*tier);
            TierCost { tier: *tier, accounts, hours: (hours(accounts.0), hours(accounts.1)) }
        });
        Tiers {
            costs: costs.collect(),
            hours: (hours_of(now, rules), hours_of(then, rules)),
            differs,
            unknown,
            fitting,
        }
    }
}

/// The next day on which its tier is gone over; none where that is now.
fn next_on(standing: &Standing, rules: &Rules, today: NaiveDate) -> Option<NaiveDate> {
    let every = rules.days(Limit::TierEvery).max(1);
    let age = days_between(standing.created_on, today).max(0);
    let now = asked_for(standing.created_on, rules, today).is_some();
    (!now).then(|| shift(today, every - age % every))
}

/// The user told the question of its tier to rest.
fn rests(standing: &Standing) -> bool {
    standing.signals.iter().any(|one| one.code == "tier-differs" && one.silenced)
}
