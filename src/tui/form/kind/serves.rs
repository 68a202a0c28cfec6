//! What a step serves: a priority of the cycle, the cycle as a whole, or nothing of it.

use super::next;
use crate::domain::cell::Id;
use crate::domain::plan::step::Step;
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{Choice, FieldKind, FieldSpec};
use crate::tui::form::values::Values;

const KEY: &str = "priority_id";

/// In the cycle, under no priority.
const PLAN: &str = "plan";

/// The field; none where no cycle runs. `step` is the one that is edited.
pub(super) fn field(step: Option<&Step>, facts: &Facts) -> Option<FieldSpec> {
    let records = &facts.dossier.as_ref()?.records;
    let plan = records.plan.as_ref()?;
    let mut options: Vec<Choice> = records
        .priorities
        .iter()
        .map(|one| Choice::new(one.id.0.to_string(), format!("P{} {}", one.place, one.title)))
        .collect();
    let text = match (step, records.priorities.as_slice()) {
        (Some(step), _) if step.plan_id != Some(plan.id) => String::new(),
        (Some(step), all) => step
            .priority_id
            .filter(|id| all.iter().any(|one| one.id == *id))
            .map_or_else(|| PLAN.to_owned(), |id| id.0.to_string()),
        (None, [only]) => only.id.0.to_string(),
        (None, _) => PLAN.to_owned(),
    };
    options.push(Choice::new(PLAN, "the plan, no priority of it"));
    let field = FieldSpec::new(KEY, "serves", FieldKind::Choice { options, none: true }, text);
    Some(field.hint("nothing of the plan: a loose step"))
}

/// Cycle and priority of the step, as chosen; as they were where there was nothing to choose.
pub(super) fn chosen(old: &Step, facts: &Facts, values: &Values<'_>) -> (Option<Id>, Option<Id>) {
    let Some(plan) = next::plan(facts) else { return (old.plan_id, old.priority_id) };
    match (values.text(KEY), values.id(KEY)) {
        (None, _) => (old.plan_id.filter(|id| *id != plan), None),
        (Some(_), priority) => (Some(plan), priority),
    }
}
