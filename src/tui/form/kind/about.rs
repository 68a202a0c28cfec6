//! Which opportunity a talk or a step is about.

use crate::domain::cell::Id;
use crate::domain::expansion::verdict::open;
use crate::domain::revenue::opportunity::Opportunity;
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{Choice, FieldKind, FieldSpec};
use crate::tui::form::values::Values;

const KEY: &str = "opportunity_id";

/// The field; none where nothing is open to be talked about. `held` is the one it is about.
pub(super) fn field(held: Option<Id>, facts: &Facts) -> Option<FieldSpec> {
    let all = &facts.dossier.as_ref()?.records.opportunities;
    let mut offered: Vec<&Opportunity> =
        all.iter().filter(|one| open(one.stage) || Some(one.id) == held).collect();
    if offered.is_empty() {
        return None;
    }
    offered.sort_by_key(|one| (one.title.to_lowercase(), one.id));
    let options =
        offered.iter().map(|one| Choice::new(one.id.0.to_string(), one.title.clone())).collect();
    let text = held.map(|id| id.0.to_string()).unwrap_or_default();
    let field = FieldSpec::new(KEY, "about", FieldKind::Choice { options, none: true }, text);
    Some(field.hint("the opportunity it moves on"))
}

/// The one that was chosen; as it was where there was nothing to choose.
pub(super) fn chosen(held: Option<Id>, facts: &Facts, values: &Values<'_>) -> Option<Id> {
    if field(held, facts).is_some() { values.id(KEY) } else { held }
}

#[cfg(test)]
mod tests;
