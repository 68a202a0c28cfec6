//! A step that is not to be done, and why.

use crate::desk::{Act, Commit};
use crate::domain::plan::step::{self, Step, StepKind, StepStatus};
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{FieldKind, FieldSpec, Spec};
use crate::tui::form::subject::Subject;
use crate::tui::form::values::Values;

fn subject_step<'a>(subject: &Subject, facts: &'a Facts) -> Option<&'a Step> {
    match subject {
        Subject::Dropped { step, .. } => facts.step(*step),
        _ => None,
    }
}

pub(super) fn spec(subject: &Subject, facts: &Facts) -> Option<Spec> {
    let step = subject_step(subject, facts)?;
    let mut lead = vec!["It leaves the plan and counts neither as done nor as late.".to_owned()];
    if step.kind == StepKind::Promise {
        lead.push("The client was promised this: tell them first.".to_owned());
    }
    let field = FieldSpec::new("drop_reason", "why", FieldKind::Line, "")
        .hint("what has changed since it was planned");
    Some(Spec { title: format!("Drop: {}", step.title), lead, fields: vec![field] })
}

pub(super) fn save(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Option<Commit> {
    let old = subject_step(subject, facts)?;
    let mut new = old.clone();
    new.status = StepStatus::Dropped;
    new.done_on = None;
    new.drop_reason = Some(values.needed("drop_reason", "a few words on why"));
    let fields = new.fields_changed_from(old);
    let expected = old.expects(&fields);
    let act = Act::edit(format!("{} dropped", old.title), old.account_id);
    let changes = vec![step::Change::Edited { id: old.id, fields }.into()];
    Some(Commit::new(act, changes).expecting(expected))
}
