//! What became of a contract, written down at one stroke: the next term with its worth, or the
//! loss with its reason.

use super::term;
use crate::domain::account::contract::{self, Contract, Renewal};
use crate::domain::account::{self, Stage, Status};
use crate::domain::cell::Id;
use crate::domain::change::{Change, Expected};
use crate::domain::money::Money;
use crate::domain::records::Records;
use crate::domain::revenue::{self, Revenue, RevenueKind, arr_on, sums_on};
use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    /// How it came out.
    Came { Renewed = "renewed", Lost = "lost", }
}

words! {
    /// Why the next term is worth something else.
    Moved { Bought = "more or less of it", Price = "another price", }
}

/// The next term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renewed {
    /// Its last day.
    pub to: NaiveDate,
    /// What it is worth a year; none: nothing is said about it.
    pub worth: Option<Money>,
    pub moved: Moved,
}

/// The end of the business.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// The last day on which they are a client.
    pub last: NaiveDate,
    pub reason: Option<String>,
    pub avoidable: Option<bool>,
}

/// What is written, and what the fields held that it changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Written {
    pub changes: Vec<Change>,
    pub expected: Vec<Expected>,
}

/// The first day of the next term; today where no end is on record.
#[must_use]
pub fn begins(records: &Records, today: NaiveDate) -> NaiveDate {
    let end = records.contract.as_ref().and_then(|contract| contract.ends_on);
    end.and_then(|end| end.succ_opt()).unwrap_or(today)
}

/// The end that the next term would have; none where the term is not known.
#[must_use]
pub fn proposed(records: &Records, today: NaiveDate) -> Option<NaiveDate> {
    let contract = records.contract.as_ref()?;
    let itself = contract.auto_renews == Some(true);
    if itself { term::renewed_past(contract, today) } else { term::renewed_to(contract) }
}

/// The old contract is settled, the next one has its notice and its term; what it is worth more
/// or less stands in the revenue history from its first day on.
///
/// # Errors
/// The worth cannot be set against what they paid until now: a sentence.
pub fn renewed(records: &Records, next: &Renewed, today: NaiveDate) -> Result<Written, String> {
    let entry = difference(records, next, today)?;
    let mut written = Written::default();
    let account = &records.account;
    match &records.contract {
        Some(old) if old.ends_on.is_some() => {
            let settled = Contract {
                renewal: Renewal::Signed,
                outcome_on: old
                    .outcome_on
                    .filter(|_| old.renewal == Renewal::Signed)
                    .or(Some(today)),
                lost_reason: None,
                ..old.clone()
            };
            written.contract(old, &settled);
            written.changes.push(contract::Change::Added(term_after(old, next, today)).into());
        }
        Some(old) => {
            // What was said of it before is over: the new end is a term to be renewed.
            let runs = Contract {
                ends_on: Some(next.to),
                renewal: Renewal::NotStarted,
                outcome_on: None,
                lost_reason: None,
                ..old.clone()
            };
            written.contract(old, &runs);
        }
        None => {
            let first = Contract { ends_on: Some(next.to), ..Contract::of(account.id) };
            written.changes.push(contract::Change::Added(first).into());
        }
    }
    let mut stays = account.clone();
    if account.status != Status::Prospect {
        stays.status = Status::Active;
        stays.leaves_on = None;
        stays.lost_on = None;
        stays.lost_reason = None;
        stays.lost_avoidable = None;
    }
    if matches!(account.stage, Some(Stage::Renewing | Stage::NoticeGiven)) {
        stays.stage = Some(Stage::Established);
    }
    written.account(account, &stays);
    written.changes.extend(entry.map(|entry| revenue::Change::Added(entry).into()));
    Ok(written)
}

/// The contract of the next term.
fn term_after(old: &Contract, next: &Renewed, today: NaiveDate) -> Contract {
    let usual = [term::renewed_to(old), term::renewed_past(old, today)].contains(&Some(next.to));
    Contract {
        id: Id(-1),
        starts_on: old.ends_on.and_then(|end| end.succ_opt()),
        ends_on: Some(next.to),
        // Another length tells of another term: first and last day say it.
        term_months: term::months(old).filter(|_| usual).map(i64::from),
        renewal: Renewal::NotStarted,
        outcome_on: None,
        lost_reason: None,
        ..old.clone()
    }
}

/// The entry that makes the worth of today that of the next term; none where it is the same.
fn difference(
    records: &Records,
    next: &Renewed,
    today: NaiveDate,
) -> Result<Option<Revenue>, String> {
    let Some(wanted) = next.worth else { return Ok(None) };
    if wanted.minor <= 0 {
        return Err("what pays nothing any more is lost".to_owned());
    }
    let from = begins(records, today);
    let entry = |kind, on_date, amount| Revenue {
        id: Id(0),
        account_id: records.account.id,
        on_date,
        kind,
        amount,
        currency: wanted.currency,
        note: None,
    };
    let lasting = records.revenue.iter().any(|one| one.kind != RevenueKind::OneTime);
    let Some(now) = arr_on(&records.revenue, from) else {
        if lasting && arr_on(&records.revenue, today).is_none() {
            return Err("two currencies stand side by side: mend it in the Money tab".to_owned());
        }
        return Ok(Some(entry(RevenueKind::Opening, from.min(today), wanted.minor)));
    };
    if now.minor > 0 && now.currency != wanted.currency {
        return Err(format!(
            "until now they pay in {}: two entries in the Money tab",
            now.currency
        ));
    }
    let more = wanted.minor.saturating_sub(now.minor);
    let kind = match (now.minor, next.moved) {
        _ if more == 0 => return Ok(None),
        (..=0, _) => RevenueKind::Reactivation,
        (_, Moved::Price) => RevenueKind::Price,
        _ if more > 0 => RevenueKind::Expansion,
        _ => RevenueKind::Contraction,
    };
    Ok(Some(entry(kind, from, more)))
}

/// The contract is lost, the account leaves or has left, and its revenue ends with its last day.
#[must_use]
pub fn lost(records: &Records, loss: &Lost, today: NaiveDate) -> Written {
    let mut written = Written::default();
    if let Some(old) = &records.contract {
        let ended = Contract {
            renewal: Renewal::Lost,
            outcome_on: old.outcome_on.filter(|_| old.renewal == Renewal::Lost).or(Some(today)),
            lost_reason: loss.reason.clone(),
            ..old.clone()
        };
        written.contract(old, &ended);
    }
    let account = &records.account;
    let mut leaves = account.clone();
    leaves.leaves_on = Some(loss.last);
    leaves.lost_reason.clone_from(&loss.reason);
    leaves.lost_avoidable = loss.avoidable;
    if loss.last < today {
        leaves.status = Status::Lost;
        leaves.lost_on = Some(loss.last);
    } else {
        leaves.status = Status::Notified;
        leaves.stage = Some(Stage::NoticeGiven);
        leaves.lost_on = None;
    }
    written.account(account, &leaves);
    written.changes.extend(
        churn(records, loss.last).into_iter().map(|one| revenue::Change::Added(one).into()),
    );
    written
}

/// All that they would still pay after their last day, taken away on the day after it, each
/// currency by itself.
fn churn(records: &Records, last: NaiveDate) -> Vec<Revenue> {
    let newest = records.revenue.iter().map(|entry| entry.on_date).max();
    let (Some(after), Some(newest)) = (last.succ_opt(), newest) else { return Vec::new() };
    let rest = sums_on(&records.revenue, newest.max(after)).into_iter();
    rest.filter(|(_, minor)| *minor > 0)
        .map(|(currency, minor)| Revenue {
            id: Id(0),
            account_id: records.account.id,
            on_date: after,
            kind: RevenueKind::Churn,
            amount: -minor,
            currency,
            note: None,
        })
        .collect()
}

impl Written {
    fn contract(&mut self, old: &Contract, new: &Contract) {
        let fields = new.fields_changed_from(old);
        self.expected.extend(old.expects(&fields));
        if !fields.is_empty() {
            self.changes.push(contract::Change::Edited { id: old.id, fields }.into());
        }
    }

    fn account(&mut self, old: &account::Account, new: &account::Account) {
        let fields = new.fields_changed_from(old);
        self.expected.extend(old.expects(&fields));
        if !fields.is_empty() {
            self.changes.push(account::Change::Edited { id: old.id, fields }.into());
        }
    }
}

#[cfg(test)]
mod tests;
