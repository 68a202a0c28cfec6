//! Which step of the plan a talk does: the call that was to be made.

use crate::domain::cell::Id;
use crate::domain::change::{Change, Expected};
use crate::domain::plan::called;
use crate::domain::plan::step::{self, Field, Step, StepStatus};
use crate::domain::talk::Talk;
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{Choice, FieldKind, FieldSpec};
use crate::tui::form::values::Values;

const KEY: &str = "step_id";

fn offered(facts: &Facts) -> Vec<&Step> {
    let Some(dossier) = &facts.dossier else { return Vec::new() };
    let records = &dossier.records;
    let mut steps: Vec<&Step> =
        records.steps.iter().filter(|step| called::by_talk(step, records)).collect();
    steps.sort_by_key(|step| (step.due_on.is_none(), step.due_on, step.id));
    steps
}

/// The field; none where no call is to be made. `with` is who the talk was begun for.
pub(super) fn field(with: Option<Id>, facts: &Facts) -> Option<FieldSpec> {
    let steps = offered(facts);
    if steps.is_empty() {
        return None;
    }
    let records = &facts.dossier.as_ref()?.records;
    let meant = with.and_then(|contact| called::with(contact, records));
    let options =
        steps.iter().map(|step| Choice::new(step.id.0.to_string(), step.title.clone())).collect();
    let text = meant.map(|step| step.id.0.to_string()).unwrap_or_default();
    let field = FieldSpec::new(KEY, "does", FieldKind::Choice { options, none: true }, text);
    Some(field.hint("the step of the plan that is done with it"))
}

/// The chosen step, done with the talk. Whoever was not reached is still to be called.
pub(super) fn change(
    talk: &Talk,
    facts: &Facts,
    values: &Values<'_>,
) -> Option<(Change, Vec<Expected>)> {
    let chosen = values.id(KEY).filter(|_| talk.two_way)?;
    let step = offered(facts).into_iter().find(|step| step.id == chosen)?;
    let fields = vec![
        Field::Status(StepStatus::Done),
        Field::DoneOn(Some(talk.on_date)),
        Field::TalkId(Some(talk.id)),
    ];
    let expected = step.expects(&fields);
    Some((step::Change::Edited { id: step.id, fields }.into(), expected))
}

#[cfg(test)]
mod tests;
