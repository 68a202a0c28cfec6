//! Another day for a step. The day it was first promised for stays.

use crate::desk::{Act, Commit};
use crate::domain::day;
use crate::domain::plan::step::{self, Step};
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{FieldKind, FieldSpec, Spec};
use crate::tui::form::subject::Subject;
use crate::tui::form::values::Values;

fn subject_step<'a>(subject: &Subject, facts: &'a Facts) -> Option<&'a Step> {
    match subject {
        Subject::Moved { step, .. } => facts.step(*step),
        _ => None,
    }
}

pub(super) fn spec(subject: &Subject, facts: &Facts) -> Option<Spec> {
    let step = subject_step(subject, facts)?;
    let shown = |on| day::day(on, facts.today);
    let now = match (step.due_on, step.first_due_on) {
        (None, _) => "It has no day yet.".to_owned(),
        (Some(due), Some(first)) if first != due => {
            format!("Now {}, at first {}.", shown(due), shown(first))
        }
        (Some(due), _) => format!("Now {}.", shown(due)),
    };
    let field = FieldSpec::new("due_on", "new day", FieldKind::Day, "").hint("fri, +2w, 30 nov");
    Some(Spec { title: format!("Move: {}", step.title), lead: vec![now], fields: vec![field] })
}

pub(super) fn save(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Option<Commit> {
    let old = subject_step(subject, facts)?;
    let to = values.day_needed("due_on");
    let mut new = old.clone();
    new.due_on = Some(to);
    new.first_due_on = old.first_due_on.or(old.due_on).or(Some(to));
    let fields = new.fields_changed_from(old);
    let expected = old.expects(&fields);
    let label = format!("{} moved to {}", old.title, day::day(to, facts.today));
    let changes = if fields.is_empty() {
        Vec::new()
    } else {
        vec![step::Change::Edited { id: old.id, fields }.into()]
    };
    Some(Commit::new(Act::edit(label, old.account_id), changes).expecting(expected))
}
