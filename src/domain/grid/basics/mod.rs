//! The sheet of what has to be known of every account: what it pays, until when, how much of the
//! user's time it is meant to get, and what comes next.

pub mod block;
mod column;
mod contract;
mod edit;
mod entry;
mod step;

pub use column::{COLUMNS, Column, Spec};
pub use edit::Way;
pub use entry::{Cell, Entry, Made, enter};

use crate::domain::account::contract::Contract;
use crate::domain::account::{Stage, Tier};
use crate::domain::cell::{Id, Value};
use crate::domain::change::Expected;
use crate::domain::money::{Currency, Money};
use crate::domain::plan::progress;
use crate::domain::plan::step::Step;
use crate::domain::records::Records;
use crate::domain::revenue::moved::Held;
use crate::domain::standing;
use crate::domain::when::Order;
use chrono::NaiveDate;

/// What stands in the row of an account, and what an entry into it starts from.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Basics {
    pub account: Id,
    pub name: String,
    pub tier: Option<Tier>,
    pub stage: Option<Stage>,
    pub customer_since: Option<NaiveDate>,
    pub revenue: Held,
    /// Its ARR in the base currency, as it was last judged.
    pub worth: Option<Money>,
    /// The one that ends last.
    pub contract: Option<Contract>,
    /// The running cycle of the plan.
    pub cycle: Option<Id>,
    /// The next dated step that is open.
    pub step: Option<Step>,
}

impl Basics {
    /// An account of which nothing else is known.
    #[must_use]
    pub fn bare(account: Id, name: &str) -> Self {
        Self {
            account,
            name: name.to_owned(),
            tier: None,
            stage: None,
            customer_since: None,
            revenue: Held::default(),
            worth: None,
            contract: None,
            cycle: None,
            step: None,
        }
    }

    /// What the records of an account say; `worth` is its ARR in the base currency.
    #[must_use]
    pub fn of(records: &Records, worth: Option<Money>, today: NaiveDate) -> Self {
        let account = &records.account;
        let next = progress::next_step(records, today).map(|next| next.step);
        let step = records.steps.iter().find(|step| Some(step.id) == next);
        Self {
            tier: account.tier,
            stage: account.stage,
            customer_since: account.customer_since,
            revenue: Held::of(&records.revenue, today),
            worth,
            contract: records.contract.clone(),
            cycle: records.plan.as_ref().map(|plan| plan.id),
            step: step.cloned(),
            ..Self::bare(account.id, &account.name)
        }
    }

    /// That the account is worth what it was worth when this was read.
    fn expects_worth(&self) -> Expected {
        let value = self.worth.map_or(Value::Null, |worth| Value::Int(worth.minor));
        Expected { table: standing::TABLE, id: self.account, column: "arr", value }
    }
}

/// What an entry is read against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ground {
    pub today: NaiveDate,
    /// What `01/12` begins with.
    pub order: Order,
    /// What an amount without a currency is in, where the account pays nothing yet.
    pub base: Currency,
}

#[cfg(test)]
mod tests;
