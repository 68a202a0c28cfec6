//! The contracts that come up: by when to act on each, when it ends, how far its renewal is.

use crate::domain::account::Status;
use crate::domain::account::contract::{Contract, Renewal};
use crate::domain::cell::Id;
use crate::domain::day::shift;
use crate::domain::forecast::ask;
use crate::domain::forecast::due::chance;
use crate::domain::records::Records;
use crate::domain::renewal::clock::{Phase, wanting};
use crate::domain::renewal::view;
use crate::domain::revenue::forecast::Forecast;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::Band;
use crate::domain::standing::{ActBy, Standing};
use chrono::{Datelike, NaiveDate};
use std::collections::HashSet;

/// One contract.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Due {
    pub account: Id,
    pub name: String,
    pub contract: Contract,
    pub act: ActBy,
    /// What is next on it: the last day to act, once that is over the end. Before today: past.
    pub next_on: NaiveDate,
    /// Something should have been written down: what became of it.
    pub question: Option<String>,
    /// They gave notice, or the contract is lost: the day they leave.
    pub leaves_on: Option<NaiveDate>,
    /// None: an account that leaves has nothing left to renew.
    pub phase: Option<Phase>,
    /// The renewal wants something now: talks begun, at last a yes.
    pub wants: bool,
    /// My newest forecast for this end.
    pub forecast: Option<Forecast>,
    /// A forecast is due.
    pub asked: bool,
    /// Minor units of the base currency.
    pub arr: Option<i64>,
    pub score: Option<f64>,
    pub band: Option<Band>,
    /// What the clock asks for, or why it asks for nothing.
    pub text: String,
}

impl Due {
    /// The last day to act or the end is over, and what came of it is not on record.
    #[must_use]
    pub const fn past(&self) -> bool {
        self.question.is_some()
    }

    /// The chance that it renews, 0-1: an outcome *lost* at 80 % is 0.2. None without a forecast.
    #[must_use]
    pub fn chance(&self) -> Option<f64> {
        self.forecast.as_ref().map(|said| chance(said) as f64 / 100.0)
    }
}

/// An account in the book of which no end of a contract is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoEnd;

/// What falls into a month.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Month {
    /// Its first day.
    pub first: NaiveDate,
    /// Contracts whose last day to act lies in it, and their ARR as far as known.
    pub acts: usize,
    pub act_arr: i64,
    /// Contracts that end in it, and their ARR as far as known.
    pub ends: usize,
    pub end_arr: i64,
}

/// An account without an end.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Endless {
    pub account: Id,
    pub name: String,
    pub arr: Option<i64>,
}

/// The contracts of the days ahead.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Runway {
    pub until: NaiveDate,
    pub days: i64,
    /// What is past first, then by what is next on them.
    pub contracts: Vec<Due>,
    /// The months from this one to the last day, those without anything left out.
    pub months: Vec<Month>,
    /// Accounts of which no end is known, the largest first.
    pub endless: Vec<Endless>,
}

/// The contract of an account, where something on it comes up or is past.
///
/// # Errors
/// No end of a contract is known.
pub(super) fn due(
    records: &Records,
    standing: &Standing,
    rules: &Rules,
    today: NaiveDate,
) -> Result<Option<Due>, NoEnd> {
    let seen = view(records, rules, today);
    let notified = records.status(today) == Status::Notified;
    let (Some(contract), Some(act)) = (&records.contract, seen.act_by) else {
        return if notified { Ok(None) } else { Err(NoEnd) };
    };
    let leaves = notified || contract.renewal == Renewal::Lost;
    let leaves_on = leaves.then(|| seen.leaves_on.unwrap_or(act.ends_on));
    let ahead = if act.act_by >= today { act.act_by } else { act.ends_on };
    let question = seen.question.as_ref();
    // A question could be asked from the day after on.
    let over = question.map(|one| one.since.pred_opt().unwrap_or(one.since));
    let next_on = over.or(leaves_on).unwrap_or(ahead);
    let until = until(rules, today);
    if question.is_none() && !(today..=until).contains(&next_on) {
        return Ok(None);
    }
    Ok(Some(Due {
        account: standing.account,
        name: standing.name.clone(),
        contract: contract.clone(),
        act,
        next_on,
        leaves_on,
        phase: seen.clock.map(|clock| clock.phase),
        wants: seen.clock.is_some_and(|clock| wanting(clock.phase, contract.renewal)),
        forecast: ask::current(records, today).cloned(),
        asked: ask::ask(records, rules, today).is_some(),
        arr: standing.arr.map(|arr| arr.minor),
        score: standing.score.value,
        band: standing.score.band,
        question: question.map(|one| one.text.clone()),
        text: seen.text,
    }))
}

fn until(rules: &Rules, today: NaiveDate) -> NaiveDate {
    shift(today, rules.days(Limit::RunwayDays))
}

pub(super) fn runway(
    mut contracts: Vec<Due>,
    endless: &HashSet<Id>,
    standings: &[Standing],
    rules: &Rules,
    today: NaiveDate,
) -> Runway {
    let until = until(rules, today);
    contracts.sort_by(|a, b| {
        (!a.past(), a.next_on, b.arr, &a.name, a.account).cmp(&(
            !b.past(),
            b.next_on,
            a.arr,
            &b.name,
            b.account,
        ))
    });
    let endless = standings.iter().filter(|one| endless.contains(&one.account));
    let mut endless: Vec<Endless> = endless
        .map(|one| Endless {
            account: one.account,
            name: one.name.clone(),
            arr: one.arr.map(|arr| arr.minor),
        })
        .collect();
    endless.sort_by(|a, b| (b.arr, &a.name, a.account).cmp(&(a.arr, &b.name, b.account)));
    Runway {
        until,
        days: rules.days(Limit::RunwayDays),
        months: months(&contracts, today, until),
        contracts,
        endless,
    }
}

fn months(contracts: &[Due], today: NaiveDate, until: NaiveDate) -> Vec<Month> {
    let mut months: Vec<Month> = Vec::new();
    let mut note = |on: NaiveDate, acts: bool, arr: Option<i64>| {
        let Some(first) = on.with_day(1).filter(|_| (today..=until).contains(&on)) else { return };
        let place = months.partition_point(|month| month.first < first);
        if months.get(place).is_none_or(|month| month.first != first) {
            months.insert(place, Month { first, ..Month::default() });
        }
        if let Some(month) = months.get_mut(place) {
            let (count, sum) = if acts {
                (&mut month.acts, &mut month.act_arr)
            } else {
                (&mut month.ends, &mut month.end_arr)
            };
            *count += 1;
            *sum = sum.saturating_add(arr.unwrap_or(0));
        }
    };
    for one in contracts {
        // Who leaves has nothing left to act on.
        if one.leaves_on.is_none() {
            note(one.act.act_by, true, one.arr);
        }
        note(one.leaves_on.unwrap_or(one.act.ends_on), false, one.arr);
    }
    months
}
