//! One account while texts are entered into its cells: every entry is read, weighed and kept, and
//! in the end all of them are one list of changes.

use super::{Basics, Ground};
use crate::domain::account::contract::{self, Contract};
use crate::domain::account::{self, Account, Stage, Tier};
use crate::domain::cell::{Cell as _, Id};
use crate::domain::change::{Change, Expected};
use crate::domain::money::Money;
use crate::domain::plan::step::{self, Step};
use crate::domain::record::Record as _;
use crate::domain::revenue::moved::Unmoved;
use crate::domain::revenue::{self, Revenue};

/// How a text comes into a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub enum Way {
    /// In place of what stands there.
    Anew,
    /// What stands there, changed.
    Mended,
}

/// What a text means: while it is typed, and once it is done.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Said {
    /// `€1,200,000 a year, was €940k`.
    pub means: String,
    /// `ARR €940k → €1.20M`.
    pub did: String,
}

impl Said {
    pub(super) fn new(means: impl Into<String>, did: impl Into<String>) -> Self {
        Self { means: means.into(), did: did.into() }
    }

    pub(super) fn both(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { means: text.clone(), did: text }
    }
}

/// What a text comes to, or why it cannot stand there.
pub(super) type Read = Result<Said, String>;

/// An account, and what was entered so far.
#[derive(Clone, Debug)]
pub(super) struct Edit<'a> {
    pub(super) of: &'a Basics,
    pub(super) tier: Option<Tier>,
    pub(super) stage: Option<Stage>,
    pub(super) contract: Contract,
    arr: Option<Arr>,
    pub(super) step: Option<Step>,
}

#[derive(Clone, Debug, PartialEq)]
enum Arr {
    Entry(Revenue),
    /// The opening is taken back.
    Forgotten(Id),
}

impl<'a> Edit<'a> {
    pub(super) fn of(basics: &'a Basics) -> Self {
        let contract = basics.contract.clone();
        Self {
            of: basics,
            tier: basics.tier,
            stage: basics.stage,
            contract: contract.unwrap_or_else(|| Contract::of(basics.account)),
            arr: None,
            step: None,
        }
    }

    /// It differs from what there is.
    pub(super) fn differs(&self) -> bool {
        let contract = self.of.contract.as_ref();
        self.tier != self.of.tier
            || self.stage != self.of.stage
            || self.arr.is_some()
            || self.step.is_some()
            || contract.map_or_else(
                || self.contract != Contract::of(self.of.account),
                |held| *held != self.contract,
            )
    }

    /// Another yearly amount.
    pub(super) fn arr(&mut self, text: &str, ground: Ground) -> Read {
        let held = self.of.revenue;
        if text.starts_with('+') {
            return Err("the new figure as a whole; what comes to it has its entry in the Money \
                        tab"
            .to_owned());
        }
        let wanted = Money::typed(text, held.currency(ground.base))
            .ok_or("an amount, as 64000, 940k, 1.2m or 64000 USD")?;
        let account = self.of.account;
        let moved = held.moved_to(wanted, account, self.of.customer_since, ground.today);
        let entry = moved.map_err(|why| match why {
            Unmoved::Negative => "what it pays a year, 0 or more".to_owned(),
            Unmoved::Unclear => {
                "its revenue begins later or is of two currencies: see the Money tab".to_owned()
            }
            Unmoved::Currency(held) => {
                format!("until now it paid in {held}: two entries in the Money tab")
            }
        })?;
        let before = held.now.map_or_else(|| "–".to_owned(), Money::signed_short);
        let was = held.now.map_or_else(String::new, |now| format!(", was {}", now.signed_short()));
        let means = if wanted.minor == 0 {
            format!("nothing any more{was}")
        } else {
            format!("{} a year{was}", wanted.whole())
        };
        self.arr = entry.map(Arr::Entry);
        Ok(Said::new(means, format!("ARR {before} → {}", wanted.signed_short())))
    }

    /// Takes the only figure back.
    pub(super) fn forget_arr(&mut self) -> Read {
        match (self.of.revenue.opening, self.of.revenue.begun) {
            (Some(opening), _) => {
                self.arr = Some(Arr::Forgotten(opening));
                Ok(Said::new("not known; its opening is taken back", "ARR not known"))
            }
            (None, false) => Ok(Said::both("ARR not known")),
            (None, true) => {
                Err("its history knows it; 0 where it pays nothing any more".to_owned())
            }
        }
    }

    /// What all of it changes, and what it expects to find.
    pub(super) fn into_changes(self) -> (Vec<Change>, Vec<Expected>) {
        let (mut changes, mut expected) = (Vec::new(), Vec::new());
        let of = self.of;
        let mut fields = Vec::new();
        let mut held = |column, value| {
            expected.push(Expected { table: Account::TABLE, id: of.account, column, value });
        };
        if self.tier != of.tier {
            fields.push(account::Field::Tier(self.tier));
            held("tier", of.tier.store());
        }
        if self.stage != of.stage {
            fields.push(account::Field::Stage(self.stage));
            held("stage", of.stage.store());
        }
        if !fields.is_empty() {
            changes.push(account::Change::Edited { id: of.account, fields }.into());
        }
        if let Some(arr) = self.arr {
            expected.push(of.expects_worth());
            changes.push(match arr {
                Arr::Entry(entry) => revenue::Change::Added(entry).into(),
                Arr::Forgotten(opening) => revenue::Change::Removed(opening).into(),
            });
        }
        if let Some(old) = &of.contract {
            let fields = self.contract.fields_changed_from(old);
            expected.extend(old.expects(&fields));
            if !fields.is_empty() {
                changes.push(contract::Change::Edited { id: old.id, fields }.into());
            }
        } else if self.contract != Contract::of(of.account) {
            changes.push(contract::Change::Added(self.contract).into());
        }
        if let Some(new) = self.step {
            match of.step.as_ref().filter(|old| old.id == new.id) {
                Some(old) => {
                    let fields = new.fields_changed_from(old);
                    expected.extend(old.expects(&fields));
                    changes.push(step::Change::Edited { id: old.id, fields }.into());
                }
                None => changes.push(step::Change::Added(new).into()),
            }
        }
        (changes, expected)
    }
}
