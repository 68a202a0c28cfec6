//! The plans to be gone through: accounts without one, cycles that are over, plans that slip.

use crate::domain::account::Tier;
use crate::domain::cell::Id;
use crate::domain::money::Money;
use crate::domain::records::Records;
use crate::domain::signal::Signal;
use crate::domain::standing::Standing;
use crate::domain::word::words;
use std::cmp::Reverse;

words! {
    /// What is wrong with a plan, in the order in which it is gone through.
    Wrong { Over = "over", Slipping = "slipping", Missing = "no plan", }
}

/// One account whose plan wants a look.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct PlanLine {
    pub account: Id,
    pub name: String,
    pub tier: Option<Tier>,
    pub arr: Option<Money>,
    pub wrong: Wrong,
    pub plan: Option<Id>,
    /// 1-based day of the cycle.
    pub day: Option<i64>,
    /// Steps done, and all of them.
    pub done: usize,
    pub steps: usize,
    pub late: usize,
    /// `Cycle over since 20 Nov: 3 steps open.`
    pub says: String,
}

/// What is wrong with the plan of an account; none: nothing, or it was told to rest.
#[must_use]
pub fn look(records: &Records, standing: &Standing) -> Option<PlanLine> {
    let heard = |code: &str| {
        standing.signals.iter().find(|one: &&Signal| one.code == code && !one.silenced)
    };
    let told = |wrong, code: &str| heard(code).map(|signal| (wrong, signal.text.clone()));
    let missing = || {
        let says = "What is this account for in the next 90 days?".to_owned();
        standing.wants_plan.then_some((Wrong::Missing, says))
    };
    let found = told(Wrong::Over, "plan-late").or_else(|| told(Wrong::Slipping, "plan-slipping"));
    let (wrong, says) = found.or_else(missing)?;
    let progress = &standing.progress;
    Some(PlanLine {
        account: standing.account,
        name: standing.name.clone(),
        tier: standing.tier,
        arr: standing.arr,
        wrong,
        plan: records.plan.as_ref().map(|plan| plan.id),
        day: progress.day,
        done: progress.done,
        steps: progress.steps,
        late: progress.late,
        says,
    })
}

/// By what is wrong, then the largest first.
pub(super) fn sort(lines: &mut [PlanLine]) {
    lines.sort_by(|one, two| {
        let minor = |line: &PlanLine| Reverse(line.arr.map(|arr| arr.minor));
        (one.wrong, minor(one), &one.name, one.account).cmp(&(
            two.wrong,
            minor(two),
            &two.name,
            two.account,
        ))
    });
}
