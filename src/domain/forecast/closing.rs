//! Expansion that is to close in a quarter, by stage.

use super::quarter::Quarter;
use crate::domain::cell::Id;
use crate::domain::money::Money;
use crate::domain::records::Records;
use crate::domain::revenue::in_base;
use crate::domain::revenue::opportunity::{Opportunity, OpportunityStage};
use crate::domain::rules::Rules;
use chrono::NaiveDate;

/// The stages that are counted, the surest first.
pub const STAGES: [OpportunityStage; 4] = [
    OpportunityStage::Won,
    OpportunityStage::Proposed,
    OpportunityStage::Validated,
    OpportunityStage::Idea,
];

/// An opportunity that closes in the quarter.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Closing {
    pub account: Id,
    pub name: String,
    pub opportunity: Id,
    pub title: String,
    pub stage: OpportunityStage,
    /// The day it was won, else the day it is to close.
    pub on: NaiveDate,
    /// A year's value, minor units of the base currency; none: nobody said, or no rate.
    pub value: Option<i64>,
    /// The currency for which there is no rate.
    pub without_rate: Option<String>,
}

/// All of one stage.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Stage {
    pub stage: OpportunityStage,
    pub count: usize,
    /// Minor units of the base currency.
    pub amount: i64,
    /// How many of them are not in the amount.
    pub without_amount: usize,
}

/// Open, and not parked.
const fn open(stage: OpportunityStage) -> bool {
    use OpportunityStage::{Idea, Proposed, Validated};
    matches!(stage, Idea | Validated | Proposed)
}

/// Those of an account that close in the quarter, and how many open ones have no day.
#[must_use]
pub fn closing(records: &Records, quarter: Quarter, rules: &Rules) -> (Vec<Closing>, usize) {
    let all = &records.opportunities;
    let undated = all.iter().filter(|one| open(one.stage) && one.close_on.is_none()).count();
    let found = all.iter().filter_map(|one| {
        let on = match one.stage {
            OpportunityStage::Won => one.closed_on.or(one.close_on),
            stage if open(stage) => one.close_on,
            _ => None,
        };
        let on = on.filter(|on| quarter.holds(*on))?;
        let (value, without_rate) = value(one, rules);
        Some(Closing {
            account: records.account.id,
            name: records.account.name.clone(),
            opportunity: one.id,
            title: one.title.clone(),
            stage: one.stage,
            on,
            value,
            without_rate,
        })
    });
    (found.collect(), undated)
}

fn value(one: &Opportunity, rules: &Rules) -> (Option<i64>, Option<String>) {
    let Some(minor) = one.amount else { return (None, None) };
    let currency = one.currency.unwrap_or(rules.exchange.base);
    match in_base(Some(Money { minor, currency }), &rules.exchange) {
        Some(value) => (Some(value.minor), None),
        None => (None, Some(currency.to_string())),
    }
}

/// The sums by stage, the surest first; stages without any are there as well.
#[must_use]
pub fn by_stage(all: &[Closing]) -> Vec<Stage> {
    let sum = |stage| {
        let of = || all.iter().filter(move |one| one.stage == stage);
        let amount = of().filter_map(|one| one.value).fold(0, i64::saturating_add);
        let without_amount = of().filter(|one| one.value.is_none()).count();
        Stage { stage, count: of().count(), amount, without_amount }
    };
    STAGES.map(sum).to_vec()
}

/// The surest first, in a stage the largest.
pub(super) fn order(all: &mut [Closing]) {
    let place = |one: &Closing| STAGES.iter().position(|stage| *stage == one.stage);
    all.sort_by(|a, b| {
        let by = |one: &Closing| (place(one), std::cmp::Reverse(one.value));
        by(a).cmp(&by(b)).then_with(|| (&a.name, a.opportunity).cmp(&(&b.name, b.opportunity)))
    });
}
