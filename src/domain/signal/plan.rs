//! The 90-day plan: promises, a cycle that is over, steps that slip.

use super::facts::{Facts, shift};
use super::found::Found;
use super::sentence::{and_more, count, day};
use crate::domain::plan::cycle::CYCLE_DAYS;
use crate::domain::plan::progress;
use crate::domain::plan::step::{Step, StepKind, StepOwner};
use crate::domain::rules::limit::Limit;

pub(super) fn promise_late(facts: &Facts<'_>) -> Option<Found> {
    let late = |step: &&Step| {
        step.kind == StepKind::Promise
            && step.owner != StepOwner::Client
            && progress::late(step, facts.today)
    };
    let mut broken: Vec<&Step> = facts.records.steps.iter().filter(late).collect();
    broken.sort_by_key(|step| (step.due_on, step.id));
    let first = *broken.first()?;
    let due = first.due_on?;
    let whom = first.contact_id.and_then(|id| facts.contact(id));
    let whom = whom.map(|contact| format!(" for {}", contact.name)).unwrap_or_default();
    let text = format!(
        "Promise late {} d: {}{whom}, due {}{}",
        facts.ago(due),
        first.title,
        day(due, facts.today),
        and_more(broken.len() - 1)
    );
    let newest = broken.last()?.due_on?;
    Some(Found::event(text).since(Some(due)).newest(newest).about("step", first.id))
}

pub(super) fn late(facts: &Facts<'_>) -> Option<Found> {
    let plan = facts.records.plan.as_ref().filter(|plan| plan.ended_on.is_none())?;
    let end = shift(plan.starts_on, CYCLE_DAYS);
    let open = facts
        .records
        .steps
        .iter()
        .filter(|step| step.plan_id == Some(plan.id) && step.status.open())
        .count();
    let text = format!("Cycle over since {}: {} open.", day(end, facts.today), count(open, "step"));
    (facts.today >= end).then(|| Found::event(text).on(end).about("plan", plan.id))
}

pub(super) fn slipping(facts: &Facts<'_>) -> Option<Found> {
    let (kept, due) = facts.progress.on_time;
    let completion = facts.progress.completion?;
    let text = format!("Plan slipping: {kept} of {due} steps due were done on time.");
    let below = facts.rules.share(Limit::SlippingBelow) - super::facts::TINY;
    (due >= facts.rules.count(Limit::SlippingDue) && completion < below).then(|| Found::event(text))
}

/// A Strategic or Growth account without a running cycle.
pub(super) fn lacking(facts: &Facts<'_>) -> bool {
    facts.strategic_or_growth() && facts.records.plan.is_none()
}

pub(super) fn missing(facts: &Facts<'_>) -> Option<Found> {
    (lacking(facts) && facts.around.asks_plan(facts.records.account.id))
        .then(|| Found::gap("No plan: what is this account for in the next 90 days?"))
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Trial, ago, ahead};
    use crate::domain::account::Tier;
    use crate::domain::cell::Id;
    use crate::domain::plan::step::{StepKind, StepOwner, StepStatus};

    #[test]
    fn a_promise_is_late_the_day_after_it_was_due() {
        let mut trial = Trial::new();
        let ott = trial.contact("K. Ott", None, &[]);
        trial.step(ago(4), |_| {});
        trial.step(ago(0), |step| step.kind = StepKind::Promise);
        trial.step(ago(9), |step| {
            step.kind = StepKind::Promise;
            step.owner = StepOwner::Client;
        });
        trial.step(ago(9), |step| {
            step.kind = StepKind::Promise;
            step.status = StepStatus::Old;
        });
        assert!(trial.found("promise-late").is_none());
        trial.step(ago(4), |step| {
            step.kind = StepKind::Promise;
            step.contact_id = Some(ott);
        });
        let text = trial.event("promise-late").expect("raised");
        assert_eq!(text, "Promise late 4 d: ROI sheet for K. Ott, due 18 Nov");
    }

    #[test]
    fn a_cycle_is_over_after_its_90_days() {
        let mut trial = Trial::new();
        trial.plan(89);
        trial.step(ahead(3), |_| {});
        assert!(trial.found("plan-late").is_none(), "day 90");
        trial.plan(90);
        assert_eq!(
            trial.event("plan-late").as_deref(),
            Some("Cycle over since 22 Nov: 1 step open.")
        );
    }

    #[test]
    fn a_plan_slips_under_70_percent_of_three_steps_due() {
        let mut trial = Trial::new();
        trial.plan(40);
        let done = |step: &mut crate::domain::plan::step::Step| {
            step.status = StepStatus::Done;
            step.done_on = step.due_on;
        };
        trial.step(ago(5), |_| {});
        trial.step(ago(5), done);
        assert!(trial.found("plan-slipping").is_none(), "only two due");
        trial.step(ago(5), done);
        let text = trial.event("plan-slipping").expect("2 of 3 are 67 %");
        assert_eq!(text, "Plan slipping: 2 of 3 steps due were done on time.");
        trial.step(ago(5), done);
        assert!(trial.found("plan-slipping").is_none(), "3 of 4 are 75 %");
    }

    #[test]
    fn only_strategic_and_growth_accounts_want_a_plan() {
        let mut trial = Trial::new();
        assert!(trial.gap("no-plan"));
        trial.plan(3);
        assert!(trial.found("no-plan").is_none());
        trial.records.plan = None;
        trial.around.ask_plan = vec![Id(7), Id(8), Id(9)];
        assert!(trial.found("no-plan").is_none(), "three larger accounts are asked");
        trial.around.ask_plan = vec![Id(1), Id(9)];
        assert!(trial.gap("no-plan"));
        trial.records.account.tier = Some(Tier::Maintenance);
        assert!(trial.found("no-plan").is_none());
    }
}
