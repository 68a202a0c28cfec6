//! How complete the record of an account is. It says nothing about how the account does, and is
//! never mixed into the score. What belongs to a record is this project's own decision.

use super::account::Tier;
use super::account::goal::GoalStatus;
use super::account::own_score::Factor;
use super::contact::Role;
use super::ours::sponsors;
use super::records::Records;
use super::revenue::arr_on;
use chrono::NaiveDate;

/// One thing that a record should hold.
struct Item {
    what: &'static str,
    /// How to fill it in.
    how: &'static str,
    /// The tiers that want it; all others do without.
    of: &'static [Tier],
    filled: fn(&Records, NaiveDate) -> bool,
}

use Tier::{Growth, Maintenance, Strategic};

const ALL: &[Tier] = &[Strategic, Growth, Maintenance];
const WORKED: &[Tier] = &[Strategic, Growth];

const ITEMS: &[Item] = &[
    Item {
        what: "tier",
        how: "Strategic, Growth or Maintenance",
        of: ALL,
        filled: |records, _| records.account.tier.is_some(),
    },
    Item {
        what: "stage",
        how: "where in its life the client stands",
        of: ALL,
        filled: |records, _| records.account.stage.is_some(),
    },
    Item {
        what: "customer since",
        how: "the day they became a client",
        of: ALL,
        filled: |records, _| records.account.customer_since.is_some(),
    },
    Item {
        what: "ARR",
        how: "what they pay a year",
        of: ALL,
        filled: |records, today| arr_on(&records.revenue, today).is_some(),
    },
    Item {
        what: "end date",
        how: "the last day of the contract that runs",
        of: ALL,
        filled: |records, today| {
            let contract = records.contract.as_ref();
            contract.is_some_and(|one| one.ends_on.is_some_and(|end| end >= today))
        },
    },
    Item {
        what: "notice",
        how: "whether the contract renews by itself, and the notice before that",
        of: ALL,
        filled: |records, _| {
            records.contract.as_ref().is_some_and(|one| match one.auto_renews {
                Some(true) => one.notice_count.is_some() && one.notice_unit.is_some(),
                Some(false) => true,
                None => false,
            })
        },
    },
    Item { what: "people", how: "somebody at the client", of: ALL, filled: people },
    Item { what: "levels", how: "the level of each person on the map", of: ALL, filled: levels },
    Item {
        what: "champion",
        how: "who stands up for us there",
        of: WORKED,
        filled: |records, today| role(records, Role::Champion, today),
    },
    Item {
        what: "economic buyer",
        how: "who signs",
        of: WORKED,
        filled: |records, today| role(records, Role::EconomicBuyer, today),
    },
    Item {
        what: "sponsor pair",
        how: "their executive and ours",
        of: &[Strategic],
        filled: |records, today| {
            records.sponsors.iter().any(|pair| sponsors::whole(records, pair, today))
        },
    },
    Item {
        what: "goals",
        how: "what the client wants to reach",
        of: WORKED,
        filled: |records, _| records.goals.iter().any(|goal| goal.status == GoalStatus::Running),
    },
    Item {
        what: "discovery",
        how: "the five questions, asked once",
        of: ALL,
        filled: |records, _| !records.discoveries.is_empty(),
    },
    Item {
        what: "plan",
        how: "a running cycle of 90 days",
        of: WORKED,
        filled: |records, _| records.plan.as_ref().is_some_and(|plan| plan.ended_on.is_none()),
    },
    Item {
        what: "Pulse",
        how: "how the account feels, one digit",
        of: ALL,
        filled: |records, _| records.own_scores.iter().any(|one| one.factor == Factor::Pulse),
    },
];

/// Something that the record lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Missing {
    pub what: &'static str,
    /// What would fill it.
    pub how: &'static str,
}

/// How complete a record is on a day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Completeness {
    pub filled: usize,
    /// What the account's tier asks for.
    pub of: usize,
    /// 0-1.
    pub share: f64,
    /// What is filled in.
    pub there: Vec<&'static str>,
    /// The most useful first.
    pub missing: Vec<Missing>,
}

/// An account without a tier is asked for what Maintenance asks for.
#[must_use]
pub fn completeness(records: &Records, today: NaiveDate) -> Completeness {
    let tier = records.account.tier.unwrap_or(Maintenance);
    let wanted: Vec<&Item> = ITEMS.iter().filter(|item| item.of.contains(&tier)).collect();
    let open = wanted.iter().filter(|item| !(item.filled)(records, today));
    let missing: Vec<Missing> =
        open.map(|item| Missing { what: item.what, how: item.how }).collect();
    let there: Vec<&str> = wanted
        .iter()
        .map(|item| item.what)
        .filter(|what| !missing.iter().any(|one| one.what == *what))
        .collect();
    let (of, filled) = (wanted.len(), wanted.len() - missing.len());
    Completeness { filled, of, share: filled as f64 / of.max(1) as f64, there, missing }
}

fn people(records: &Records, today: NaiveDate) -> bool {
    records.contacts.iter().any(|contact| contact.active_on(today))
}

fn levels(records: &Records, today: NaiveDate) -> bool {
    let mut active = records.contacts.iter().filter(|contact| contact.active_on(today));
    people(records, today) && active.all(|contact| contact.level.is_some())
}

fn role(records: &Records, role: Role, today: NaiveDate) -> bool {
    let active = |one: &&super::contact::Contact| one.active_on(today);
    records.contacts.iter().filter(active).any(|contact| contact.roles.has(role))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::contract::{Contract, NoticeUnit};
    use crate::domain::account::{Account, Stage};
    use crate::domain::cell::Id;
    use crate::domain::contact::{Contact, Level};
    use crate::domain::signal::trial::{ago, ahead, today};

    fn missing(records: &Records) -> Vec<&'static str> {
        completeness(records, today()).missing.iter().map(|one| one.what).collect()
    }

    #[test]
    fn a_bare_account_lacks_what_its_tier_asks_for() {
        let mut records = Records::bare(Account::named("Contoso", ago(300)));
        let found = completeness(&records, today());
        assert_eq!((found.filled, found.of, found.share), (0, 10, 0.0));
        records.account.tier = Some(Growth);
        let found = completeness(&records, today());
        assert_eq!((found.filled, found.of), (1, 14));
        records.account.tier = Some(Strategic);
        let found = completeness(&records, today());
        assert_eq!((found.filled, found.of), (1, 15));
        assert!((found.share - 1.0 / 15.0).abs() < 1e-12);
    }

    #[test]
    fn what_is_filled_in_is_no_longer_missing() {
        let mut records = Records::bare(Account::named("Contoso", ago(300)));
        records.account.tier = Some(Maintenance);
        records.account.stage = Some(Stage::Established);
        let mut contract = Contract::of(Id(1));
        contract.ends_on = Some(ahead(40));
        contract.auto_renews = Some(true);
        records.contract = Some(contract);
        let mut roy = Contact::named("J. Roy", Some(Id(1)), ago(300));
        roy.left_on = Some(ago(1));
        records.contacts = vec![roy.clone()];
        assert_eq!(
            missing(&records),
            ["customer since", "ARR", "notice", "people", "levels", "discovery", "Pulse"]
        );
        records.contacts[0].left_on = None;
        assert!(missing(&records).contains(&"levels") && !missing(&records).contains(&"people"));
        records.contacts[0].level = Some(Level::User);
        assert!(!missing(&records).contains(&"levels"));
        let contract = records.contract.as_mut().expect("a contract");
        contract.notice_count = Some(3);
        assert!(missing(&records).contains(&"notice"), "three of what?");
        let contract = records.contract.as_mut().expect("a contract");
        contract.notice_unit = Some(NoticeUnit::Months);
        assert!(!missing(&records).contains(&"notice"));
    }
}
