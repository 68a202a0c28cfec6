//! What became of one account's revenue over a period.

use super::Came;
use crate::domain::account::{Account, Status, Tier};
use crate::domain::cell::Id;
use crate::domain::money::Money;
use crate::domain::records::Exchange;
use crate::domain::revenue::{Revenue, RevenueKind, Worth, in_base, worth_on};
use crate::domain::word::words;
use chrono::NaiveDate;

/// An account with its revenue history.
#[derive(Clone, Copy, Debug)]
pub struct Ledger<'a> {
    pub account: &'a Account,
    pub entries: &'a [Revenue],
}

words! {
    /// What became of an account.
    Kept {
        Grown = "grown", Same = "same", Shrunk = "shrunk", Lost = "lost",
        /// Without ARR at the start.
        Came = "came in",
    }
}

words! {
    /// Why an account is in no sum.
    Why {
        NoRate = "no rate", PutAway = "put away", LostWithoutDay = "lost, no day recorded",
    }
}

/// An account in no sum.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct LeftOut {
    pub account: Id,
    pub name: String,
    pub why: Why,
    /// The currencies without a rate.
    pub currencies: Vec<String>,
}

/// One account over the period, minor units of the base currency.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Moved {
    pub account: Id,
    pub name: String,
    pub tier: Option<Tier>,
    /// ARR at the end of the day before the period; 0: not of the cohort.
    pub start: i64,
    /// ARR at the end of the last day.
    pub end: i64,
    /// Of it, what the account paid at the start and what grew out of that.
    pub kept: i64,
    /// Of what it grew, dearer prices.
    pub price: i64,
    pub new: i64,
    pub reactivated: i64,
    pub opening: i64,
    pub verdict: Kept,
    /// ARR of the cohort against the start, 0.1 for a tenth more; none without a start.
    pub growth: Option<f64>,
}

/// None: the account had ARR neither at the start nor at the end, or is a prospect.
///
/// # Errors
/// The account is in no sum, and why.
pub fn moved(
    Ledger { account, entries }: Ledger<'_>,
    from: NaiveDate,
    to: NaiveDate,
    exchange: &Exchange,
) -> Result<Option<Moved>, LeftOut> {
    let left_out = |why, currencies| LeftOut {
        account: account.id,
        name: account.name.clone(),
        why,
        currencies,
    };
    if account.status == Status::Prospect {
        return Ok(None);
    }
    let first = from.pred_opt().unwrap_or(from);
    let (start, end) =
        (worth(account, entries, first, exchange), worth(account, entries, to, exchange));
    let (start, end) = match (start, end) {
        (Ok(0), Ok(0)) => return Ok(None),
        (Ok(start), Ok(end)) => (start, end),
        (Err(why), _) | (_, Err(why)) => return Err(left_out(why.0, why.1)),
    };
    if account.status != Status::Lost && account.archived_on.is_some() {
        return Err(left_out(Why::PutAway, Vec::new()));
    }
    let inside = |kinds: &'static [RevenueKind]| {
        let entries = entries.iter().filter(move |one| {
            kinds.contains(&one.kind) && one.on_date >= from && one.on_date <= to
        });
        entries.filter_map(|one| {
            let amount = Money { minor: one.amount, currency: one.currency };
            Some((one, in_base(Some(amount), exchange)?.minor))
        })
    };
    let (kept, came) = if start > 0 {
        let sum =
            |kind| inside(kind).fold(0_i64, |sum, (_, amount)| sum.saturating_add(amount)).max(0);
        let came = [
            sum(&[RevenueKind::New]),
            sum(&[RevenueKind::Reactivation]),
            sum(&[RevenueKind::Opening]),
        ];
        split(end, came)
    } else {
        let came = way_in(entries, first, inside(CAME).map(|(one, _)| one));
        (
            0,
            [Came::New, Came::Reactivated, Came::Opening]
                .map(|one| if one == came { end } else { 0 }),
        )
    };
    let grown = kept.saturating_sub(start);
    let price =
        inside(&[RevenueKind::Price]).fold(0_i64, |sum, (_, moved)| sum.saturating_add(moved));
    let verdict = match () {
        () if start == 0 => Kept::Came,
        () if grown > 0 => Kept::Grown,
        () if grown == 0 => Kept::Same,
        () if kept > 0 => Kept::Shrunk,
        () => Kept::Lost,
    };
    let [new, reactivated, opening] = came;
    Ok(Some(Moved {
        account: account.id,
        name: account.name.clone(),
        tier: account.tier,
        start,
        end,
        kept,
        price: if verdict == Kept::Grown { price.clamp(0, grown) } else { 0 },
        new,
        reactivated,
        opening,
        verdict,
        growth: (start > 0).then(|| grown as f64 / start as f64),
    }))
}

const CAME: &[RevenueKind] = &[RevenueKind::New, RevenueKind::Reactivation, RevenueKind::Opening];

/// ARR at the end of a day, never under 0; nothing recorded is no ARR. Who is lost has none from
/// the day it was lost.
fn worth(
    account: &Account,
    entries: &[Revenue],
    day: NaiveDate,
    exchange: &Exchange,
) -> Result<i64, (Why, Vec<String>)> {
    let minor = match worth_on(entries, day, exchange) {
        Worth::Unknown => 0,
        Worth::Known(money) => money.minor.max(0),
        Worth::NoRate(without) => {
            let codes = without.iter().map(|currency| currency.code().to_owned()).collect();
            return Err((Why::NoRate, codes));
        }
    };
    if account.status != Status::Lost || minor == 0 {
        return Ok(minor);
    }
    match account.lost_on.or(account.leaves_on) {
        Some(left) if left <= day => Ok(0),
        None if pays_on(entries, exchange) => Err((Why::LostWithoutDay, Vec::new())),
        _ => Ok(minor),
    }
}

/// Still paying by all that is recorded: of a lost account nobody knows since when it does not.
fn pays_on(entries: &[Revenue], exchange: &Exchange) -> bool {
    worth_on(entries, NaiveDate::MAX, exchange)
        != Worth::Known(Money { minor: 0, currency: exchange.base })
}

/// What of the ARR at the end belongs to the cohort, and what came in beside it: never more than
/// is left at the end.
fn split(end: i64, came: [i64; 3]) -> (i64, [i64; 3]) {
    let mut left = end;
    // Reactivated first: it is what fits an account that paid before.
    let mut taken = [0; 3];
    for place in [1, 0, 2] {
        if let (Some(amount), Some(slot)) = (came.get(place), taken.get_mut(place)) {
            *slot = (*amount).min(left);
            left -= *slot;
        }
    }
    (left, taken)
}

/// How an account without ARR at the start came in: by the first entry that says so; without one
/// it is back where it ever paid before, else new.
fn way_in<'a>(
    entries: &[Revenue],
    first: NaiveDate,
    came: impl Iterator<Item = &'a Revenue>,
) -> Came {
    let paid =
        |one: &Revenue| one.amount > 0 && one.kind != RevenueKind::OneTime && one.on_date <= first;
    match came.min_by_key(|one| (one.on_date, one.id)).map(|one| one.kind) {
        Some(RevenueKind::Opening) => Came::Opening,
        Some(RevenueKind::Reactivation) => Came::Reactivated,
        None if entries.iter().any(paid) => Came::Reactivated,
        _ => Came::New,
    }
}
