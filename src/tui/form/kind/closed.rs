//! A detractor or an upset that the user closes without a better talk, and why.

use crate::desk::{Act, Commit};
use crate::domain::feedback::closing;
use crate::domain::feedback::complaint;
use crate::domain::signal::Signal;
use crate::domain::signal::table;
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{FieldKind, FieldSpec, Spec};
use crate::tui::form::subject::Subject;
use crate::tui::form::values::Values;

fn subject_signal<'a>(subject: &Subject, facts: &'a Facts) -> Option<&'a Signal> {
    let Subject::Closed { code, .. } = subject else { return None };
    facts.dossier.as_ref()?.standing.signals.iter().find(|one| one.code == code)
}

pub(super) fn spec(subject: &Subject, facts: &Facts) -> Option<Spec> {
    let signal = subject_signal(subject, facts)?;
    let title = format!("Close by hand: {}", table::rule(signal.code)?.title);
    let lead = vec![signal.text.clone()];
    let field = FieldSpec::new("reason", "why", FieldKind::Line, "")
        .hint("what settled it, if no better talk did");
    Some(Spec { title, lead, fields: vec![field] })
}

pub(super) fn save(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Option<Commit> {
    let signal = subject_signal(subject, facts)?;
    let records = &facts.dossier.as_ref()?.records;
    let reason = values.needed("reason", "a few words on why");
    let closing = complaint::closing(signal, records, &reason, facts.today)?;
    let label = format!("{}: {} closed", facts.name(), table::rule(signal.code)?.title);
    let act = Act::edit(label, Some(records.account.id));
    Some(Commit::new(act, vec![closing::Change::Added(closing).into()]))
}

#[cfg(test)]
mod tests;
