//! The records of one account with what is tried written into them, in memory.

use super::lever::{is_open, renewing};
use super::tries::Try;
use crate::domain::account::Status;
use crate::domain::cell::Id;
use crate::domain::money::Money;
use crate::domain::records::{Exchange, Records};
use crate::domain::revenue::forecast::Forecast;
use crate::domain::revenue::opportunity::{Opportunity, OpportunityStage};
use crate::domain::revenue::{Revenue, RevenueKind, in_base, sums_on, worth_on};
use chrono::NaiveDate;

/// Newer than all records there are.
const NEWEST: Id = Id(i64::MAX);

/// The yearly value of an opportunity, minor units of the base currency; none: not recorded, or
/// no rate.
#[must_use]
pub fn worth(opportunity: &Opportunity, exchange: &Exchange) -> Option<i64> {
    let currency = opportunity.currency.unwrap_or(exchange.base);
    let amount = Money { minor: opportunity.amount?, currency };
    in_base(Some(amount), exchange).map(|amount| amount.minor).filter(|amount| *amount > 0)
}

/// The day on which a lost account went, as far as it is known.
#[must_use]
pub fn gone_on(records: &Records, today: NaiveDate) -> Option<NaiveDate> {
    records.account.lost_on.or(records.account.leaves_on).filter(|day| *day <= today)
}

/// What an account would bring if it came: a prospect what is on record for it, else what it was
/// asked to buy; a lost one what it paid before it went. None: nobody knows.
#[must_use]
pub fn brings(records: &Records, exchange: &Exchange, today: NaiveDate) -> Option<i64> {
    let paid = |day| {
        let worth = worth_on(&records.revenue, day, exchange).known();
        worth.map(|arr| arr.minor).filter(|arr| *arr > 0)
    };
    if records.account.status == Status::Lost {
        let mut days: Vec<NaiveDate> = records.revenue.iter().map(|one| one.on_date).collect();
        days.sort_unstable();
        return paid(today).or_else(|| days.into_iter().rev().find_map(paid));
    }
    let open = records.opportunities.iter().filter(|one| is_open(one.stage));
    let asked = open.filter_map(|one| worth(one, exchange)).fold(0, i64::saturating_add);
    paid(today).or((asked > 0).then_some(asked))
}

/// The account as it would be.
#[must_use]
pub fn changed<'a>(
    real: &Records,
    tries: impl IntoIterator<Item = &'a Try>,
    exchange: &Exchange,
    today: NaiveDate,
) -> Records {
    let mut records = real.clone();
    for one in tries {
        match *one {
            Try::Preset(_) | Try::Weight(..) => {}
            Try::Lost(_) => {
                records.account.status = Status::Lost;
                records.account.lost_on = Some(today);
            }
            Try::Won(_, amount) => come(&mut records, amount, exchange, today),
            Try::Renewal { account, outcome, probability, amount } => {
                let Some(ends_on) = renewing(&records, today).map(|one| one.ends_on) else {
                    continue;
                };
                records.forecasts.insert(
                    0,
                    Forecast {
                        id: NEWEST,
                        account_id: account,
                        on_date: today,
                        ends_on,
                        outcome,
                        probability,
                        new_amount: amount,
                        currency: amount.map(|_| exchange.base),
                        note: None,
                    },
                );
            }
            Try::Opportunity { opportunity, amount, .. } => {
                let mut open = records.opportunities.iter_mut();
                if let Some(won) = open.find(|one| one.id == opportunity) {
                    (won.stage, won.closed_on) = (OpportunityStage::Won, Some(today));
                }
                let first = sums_on(&records.revenue, today).is_empty();
                let kind = if first { RevenueKind::New } else { RevenueKind::Expansion };
                pays(&mut records, kind, amount, exchange, today);
            }
        }
    }
    records
}

/// An entry of today.
fn pays(
    records: &mut Records,
    kind: RevenueKind,
    amount: i64,
    exchange: &Exchange,
    on_date: NaiveDate,
) {
    records.revenue.push(Revenue {
        id: NEWEST,
        account_id: records.account.id,
        on_date,
        kind,
        amount,
        currency: exchange.base,
        note: None,
    });
}

/// A prospect signs; a lost account comes back, without the contract it had.
fn come(records: &mut Records, amount: Option<i64>, exchange: &Exchange, today: NaiveDate) {
    let kind = if records.account.status == Status::Lost {
        leave_before(records, today);
        records.contract = None;
        RevenueKind::Reactivation
    } else {
        for one in records.opportunities.iter_mut().filter(|one| is_open(one.stage)) {
            (one.stage, one.closed_on) = (OpportunityStage::Won, Some(today));
        }
        records.account.customer_since = records.account.customer_since.or(Some(today));
        RevenueKind::New
    };
    let account = &mut records.account;
    account.status = Status::Active;
    (account.lost_on, account.leaves_on, account.lost_reason) = (None, None, None);
    (account.lost_avoidable, account.archived_on) = (None, None);
    let paid = worth_on(&records.revenue, today, exchange).known().map_or(0, |arr| arr.minor);
    if let Some(more) = amount.map(|amount| amount.saturating_sub(paid)).filter(|more| *more != 0) {
        pays(records, kind, more, exchange, today);
    }
}

/// What a lost account still pays by its history ended on the day it went: what it pays from now
/// on is not what was kept. Without that day it is as if it had never gone.
fn leave_before(records: &mut Records, today: NaiveDate) {
    let Some(gone) = gone_on(records, today) else { return };
    records.revenue.retain(|one| one.on_date <= gone || one.kind == RevenueKind::OneTime);
    for (currency, minor) in sums_on(&records.revenue, gone) {
        if minor != 0 {
            records.revenue.push(Revenue {
                id: NEWEST,
                account_id: records.account.id,
                on_date: gone,
                kind: RevenueKind::Churn,
                amount: minor.saturating_neg(),
                currency,
                note: None,
            });
        }
    }
}
