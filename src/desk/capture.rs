//! The capture line against the book: whom its words may mean, and the cycle its steps join.

use super::Reading;
use crate::domain::account::Account;
use crate::domain::away;
use crate::domain::capture::{self, Captured, Ground};
use crate::domain::cell::Id;
use crate::domain::contact::Contact;
use crate::domain::plan::cycle::Plan;
use crate::domain::when::Order;
use crate::error::Result;
use crate::store::read;
use chrono::NaiveDate;
use std::cell::RefCell;

impl Reading {
    /// What somebody typed, understood; `here` is the account that is looked at.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn capture(
        &self,
        text: &str,
        here: Option<Id>,
        (today, order): (NaiveDate, Order),
    ) -> Result<Captured> {
        self.store.read(|tx| {
            let accounts: Vec<(Id, String)> = read::names(tx.connection())?
                .into_iter()
                .map(|account| (account.id, account.name))
                .collect();
            let failed = RefCell::new(None);
            let people = |account: Id| {
                let people = read::naming::<Contact>(tx.connection(), "account_id", account);
                people.unwrap_or_else(|error| {
                    failed.replace(Some(error));
                    Vec::new()
                })
            };
            let ground = Ground { today, order, accounts: &accounts, people: &people, here };
            let found = capture::read(text, &ground);
            failed.take().map_or(Ok(found), Err)
        })
    }

    /// Every account with its name, for lines that name one.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn names(&self) -> Result<Vec<(Id, String)>> {
        self.store.read(|tx| {
            let all = read::names(tx.connection())?;
            Ok(all.into_iter().map(|account| (account.id, account.name)).collect())
        })
    }

    /// The cycle of an account that runs on a day.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn cycle(&self, account: Id, today: NaiveDate) -> Result<Option<Id>> {
        let plans: Vec<Plan> = self.naming("account_id", account)?;
        let runs = |plan: &&Plan| {
            plan.starts_on <= today && plan.ended_on.is_none_or(|ended| ended > today)
        };
        Ok(plans.iter().filter(runs).max_by_key(|plan| (plan.starts_on, plan.id)).map(|one| one.id))
    }

    /// The last day on which the next talk with an account is in time, where one was ever had.
    /// Days away do not count.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn next_talk_by(&self, account: Id, today: NaiveDate) -> Result<Option<NaiveDate>> {
        let records = self.store.read(|tx| read::one(tx.connection(), account, today))?;
        let rules = self.store.read(|tx| self.rules_in(tx))?;
        let every = |account: &Account| rules.talk_every(account);
        // Nobody owes a talk to whoever is no client.
        let last = records.last_two_way_on.filter(|_| records.account.in_book());
        Ok(last.map(|last| away::reached(last, every(&records.account), &rules.away)))
    }
}
