//! What is open by its stage, and what was won and lost this year.

use super::Whose;
use crate::domain::cell::Id;
use crate::domain::expansion::OpportunityLine;
use crate::domain::expansion::verdict::open;
use crate::domain::money::{Currency, Money};
use crate::domain::records::Records;
use crate::domain::revenue::opportunity::OpportunityStage::{self, Lost, Parked, Won};
use crate::domain::rules::Rules;
use crate::domain::standing::Standing;
use chrono::{Datelike, NaiveDate};

/// One of those that a sum is made of.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Item {
    #[serde(flatten)]
    pub whose: Whose,
    pub opportunity: Id,
    pub title: String,
    /// A year's value as recorded.
    pub value: Option<Money>,
    /// In the base currency; none without a value or a rate.
    pub value_in_base: Option<Money>,
    pub closed_on: Option<NaiveDate>,
}

/// All of a stage; of won and lost ones those of this calendar year.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Stage {
    pub stage: OpportunityStage,
    /// What is known of it, minor units of the base currency.
    pub sum: i64,
    /// Without a value.
    pub unvalued: usize,
    /// The largest first.
    pub items: Vec<Item>,
}

/// The stages of the book.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Stages {
    pub year: i32,
    /// Idea, validated, proposed; won and lost this year.
    pub stages: Vec<Stage>,
    /// Won or lost on a day that nobody wrote down: in no year.
    pub undated: Vec<Item>,
    /// Of a currency without a rate: in no sum.
    pub no_rate: Vec<Currency>,
    /// Open ones of accounts outside the book, as prospects: in no sum.
    pub outside: Vec<Item>,
}

impl Stages {
    #[must_use]
    pub fn of(&self, stage: OpportunityStage) -> Option<&Stage> {
        self.stages.iter().find(|one| one.stage == stage)
    }
}

#[derive(Debug)]
pub(super) struct Tally {
    today: NaiveDate,
    items: Vec<(OpportunityStage, Item)>,
    outside: Vec<Item>,
}

impl Tally {
    pub(super) const fn on(today: NaiveDate) -> Self {
        Self { today, items: Vec::new(), outside: Vec::new() }
    }

    pub(super) fn add(&mut self, standing: &Standing, lines: &[OpportunityLine]) {
        let item = |one: &OpportunityLine| Item {
            whose: Whose::of(standing),
            opportunity: one.id,
            title: one.title.clone(),
            value: one.value,
            value_in_base: one.value_in_base,
            closed_on: one.closed_on,
        };
        let counted = lines.iter().filter(|one| one.stage != Parked);
        self.items.extend(counted.map(|one| (one.stage, item(one))));
    }

    /// An account that is not in the book.
    pub(super) fn outside(&mut self, records: &Records, standing: &Standing) {
        if standing.archived {
            return;
        }
        let open = records.opportunities.iter().filter(|one| open(one.stage));
        self.outside.extend(open.map(|one| Item {
            whose: Whose::of(standing),
            opportunity: one.id,
            title: one.title.clone(),
            value: crate::domain::expansion::value(one),
            value_in_base: None,
            closed_on: None,
        }));
    }

    pub(super) fn finish(self, rules: &Rules) -> Stages {
        let Self { today, items, outside } = self;
        let closed = |stage| matches!(stage, Won | Lost);
        let mut no_rate: Vec<Currency> = Vec::new();
        let mut undated = Vec::new();
        let mut stages: Vec<Stage> = OpportunityStage::ALL
            .iter()
            .filter(|stage| **stage != Parked)
            .map(|stage| Stage { stage: *stage, sum: 0, unvalued: 0, items: Vec::new() })
            .collect();
        for (stage, item) in items {
            match item.closed_on.filter(|_| closed(stage)) {
                None if closed(stage) => {
                    undated.push(item);
                    continue;
                }
                Some(on) if on.year() != today.year() || on > today => continue,
                _ => {}
            }
            let Some(of) = stages.iter_mut().find(|one| one.stage == stage) else { continue };
            match (item.value, item.value_in_base) {
                (_, Some(value)) => of.sum = of.sum.saturating_add(value.minor),
                (Some(value), None) => no_rate.push(value.currency),
                (None, None) => of.unvalued += 1,
            }
            of.items.push(item);
        }
        for stage in &mut stages {
            stage.items.sort_by(|one, two| {
                let minor = |item: &Item| item.value_in_base.map(|value| value.minor);
                (minor(two), &one.whose.name, one.opportunity).cmp(&(
                    minor(one),
                    &two.whose.name,
                    two.opportunity,
                ))
            });
        }
        no_rate.retain(|one| *one != rules.exchange.base);
        no_rate.sort_unstable();
        no_rate.dedup();
        Stages { year: today.year(), stages, undated, no_rate, outside }
    }
}
