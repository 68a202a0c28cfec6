//! One line about an account: what was thought, not said.

use crate::desk::{Act, Commit};
use crate::domain::cell::Id;
use crate::domain::talk::{self, Talk, TalkKind};
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{FieldKind, FieldSpec, Spec};
use crate::tui::form::subject::Subject;
use crate::tui::form::values::Values;

const KEY: &str = "summary";

/// What writing it is called in the history.
#[must_use]
pub fn label(account: &str) -> String {
    format!("Note on {account}")
}

pub(super) fn spec(subject: &Subject, facts: &Facts) -> Option<Spec> {
    let Subject::Note { .. } = subject else { return None };
    let field = FieldSpec::new(KEY, "note", FieldKind::Line, "")
        .hint("a line for later; it stands in the log");
    Some(Spec { title: label(facts.name()), lead: Vec::new(), fields: vec![field] })
}

pub(super) fn save(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Option<Commit> {
    let Subject::Note { account } = subject else { return None };
    let account = Id(*account);
    let note = Talk {
        two_way: false,
        summary: values.needed(KEY, "what is to be remembered"),
        ..Talk::on(facts.today, TalkKind::Note, Some(account))
    };
    let act = Act::edit(label(facts.name()), Some(account));
    Some(Commit::new(act, vec![talk::Change::Added(note).into()]))
}

#[cfg(test)]
mod tests;
