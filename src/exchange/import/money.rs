//! ARR and the contract's end from a list of accounts. ARR is no field but a history: a new figure
//! appends the difference.

use super::field::Field;
use super::index::Index;
use super::kept::Stays;
use super::refusal::Reason;
use super::row::Row;
use crate::domain::account::Account;
use crate::domain::account::contract::{self, Contract};
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::money::Money;
use crate::domain::revenue::{self, Revenue, RevenueKind};
use chrono::NaiveDate;

/// What a row says about the money side of its account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub arr: Option<Money>,
    pub ends_on: Option<NaiveDate>,
}

impl Said {
    /// # Errors
    /// No amount, or no day.
    pub fn by(row: &Row) -> Result<Self, Reason> {
        Ok(Self { arr: row.amount(Field::Arr)?, ends_on: row.day(Field::EndsOn)? })
    }
}

/// What follows from it.
#[derive(Debug, Default, PartialEq)]
pub struct Follows {
    pub changes: Vec<Change>,
    pub stays: Vec<Stays>,
}

/// Weighs what the row says against the book. `before`: what it said when it was last read.
pub fn weigh(
    index: &mut Index,
    account: &Account,
    now: Said,
    before: Option<Said>,
    today: NaiveDate,
) -> Follows {
    let mut follows = Follows::default();
    if let Some(arr) = now.arr.filter(|_| before.is_none_or(|before| before.arr != now.arr)) {
        weigh_arr(index, account, arr, before.and_then(|before| before.arr), today, &mut follows);
    }
    if let Some(end) = now.ends_on.filter(|_| before.is_none_or(|said| said.ends_on != now.ends_on))
    {
        weigh_end(index, account.id, end, before.and_then(|said| said.ends_on), &mut follows);
    }
    follows
}

fn weigh_arr(
    index: &mut Index,
    account: &Account,
    arr: Money,
    before: Option<Money>,
    today: NaiveDate,
    follows: &mut Follows,
) {
    let history: Vec<&Revenue> = index
        .revenue
        .iter()
        .filter(|entry| entry.account_id == account.id && entry.kind != RevenueKind::OneTime)
        .collect();
    let one_currency = history.iter().all(|entry| entry.currency == arr.currency);
    let standing: i64 =
        history.iter().filter(|entry| entry.on_date <= today).map(|entry| entry.amount).sum();
    let (kind, on_date, amount) = if history.is_empty() {
        let since = account.customer_since.filter(|since| *since <= today).unwrap_or(today);
        (RevenueKind::Opening, since, arr.minor)
    } else if one_currency && standing == arr.minor {
        return;
    } else if one_currency && before.is_some_and(|before| before.minor == standing) {
        let kind = match (standing, arr.minor - standing) {
            (_, _) if arr.minor == 0 => RevenueKind::Churn,
            (0, _) => RevenueKind::Reactivation,
            (_, more) if more > 0 => RevenueKind::Expansion,
            _ => RevenueKind::Contraction,
        };
        (kind, today, arr.minor - standing)
    } else {
        let currency = history.first().map_or(arr.currency, |entry| entry.currency);
        follows.stays.push(Stays {
            field: "arr",
            ours: Money { minor: standing, currency }.signed_short(),
            theirs: arr.signed_short(),
        });
        return;
    };
    let entry = Revenue {
        id: index.fresh_id(),
        account_id: account.id,
        on_date,
        kind,
        amount,
        currency: arr.currency,
        note: None,
    };
    index.revenue.push(entry.clone());
    follows.changes.push(revenue::Change::Added(entry).into());
}

fn weigh_end(
    index: &mut Index,
    account: Id,
    end: NaiveDate,
    before: Option<NaiveDate>,
    follows: &mut Follows,
) {
    let current = index
        .contracts
        .iter_mut()
        .filter(|contract| contract.account_id == account)
        .max_by_key(|contract| contract.ends_on);
    match current {
        Some(contract) if contract.ends_on == Some(end) => {}
        Some(contract) if contract.ends_on.is_none() || contract.ends_on == before => {
            contract.ends_on = Some(end);
            let fields = vec![contract::Field::EndsOn(Some(end))];
            follows.changes.push(contract::Change::Edited { id: contract.id, fields }.into());
        }
        Some(contract) => follows.stays.push(Stays {
            field: "ends_on",
            ours: contract.ends_on.map(|day| day.to_string()).unwrap_or_default(),
            theirs: end.to_string(),
        }),
        None => {
            let contract =
                Contract { id: index.fresh_id(), ends_on: Some(end), ..Contract::of(account) };
            index.contracts.push(contract.clone());
            follows.changes.push(contract::Change::Added(contract).into());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Currency;

    fn day(month: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, 1).expect("a day")
    }

    fn euros(minor: i64) -> Said {
        Said { arr: Some(Money { minor, currency: Currency::EUR }), ends_on: None }
    }

    fn entry(follows: &Follows) -> (RevenueKind, i64, NaiveDate) {
        match follows.changes.as_slice() {
            [Change::Revenue(revenue::Change::Added(entry))] => {
                (entry.kind, entry.amount, entry.on_date)
            }
            other => panic!("one entry: {other:?}"),
        }
    }

    #[test]
    fn a_figure_opens_the_history_and_a_new_one_appends_the_difference() {
        let mut index = Index::default();
        let account =
            Account { id: Id(1), customer_since: Some(day(3)), ..Account::named("Acme", day(11)) };
        let first = weigh(&mut index, &account, euros(100), None, day(11));
        assert_eq!(entry(&first), (RevenueKind::Opening, 100, day(3)));
        let same = weigh(&mut index, &account, euros(100), Some(euros(100)), day(11));
        assert_eq!(same, Follows::default());
        let more = weigh(&mut index, &account, euros(130), Some(euros(100)), day(11));
        assert_eq!(entry(&more), (RevenueKind::Expansion, 30, day(11)));
        let less = weigh(&mut index, &account, euros(90), Some(euros(130)), day(11));
        assert_eq!(entry(&less), (RevenueKind::Contraction, -40, day(11)));
        let gone = weigh(&mut index, &account, euros(0), Some(euros(90)), day(11));
        assert_eq!(entry(&gone), (RevenueKind::Churn, -90, day(11)));
        // The user's own entry stands against a file that says something else.
        let other = weigh(&mut index, &account, euros(70), Some(euros(50)), day(11));
        assert_eq!((other.changes.len(), other.stays.len()), (0, 1));
    }

    #[test]
    fn an_end_makes_a_contract_and_moves_it_unless_the_user_did() {
        let mut index = Index::default();
        let account = Account { id: Id(1), ..Account::named("Acme", day(1)) };
        let ends = |month| Said { arr: None, ends_on: Some(day(month)) };
        assert_eq!(weigh(&mut index, &account, ends(5), None, day(1)).changes.len(), 1);
        assert_eq!(weigh(&mut index, &account, ends(6), Some(ends(5)), day(1)).changes.len(), 1);
        let moved = weigh(&mut index, &account, ends(8), Some(ends(7)), day(1));
        assert_eq!((moved.changes.len(), moved.stays.len()), (0, 1));
        assert_eq!(index.contracts.len(), 1);
    }
}
