//! The same step for several accounts: what, by when, who; each gets its own, in its running cycle.

use super::owner;
use crate::desk::{Act, Commit};
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::plan::step::{self, Step, StepKind};
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{FieldKind, FieldSpec, Spec};
use crate::tui::form::subject::Subject;
use crate::tui::form::values::Values;
use crate::tui::several::accounts::names;

/// The step, of no account yet, and who gets it.
fn asked<'a>(subject: &Subject, facts: &'a Facts) -> Option<(Step, Vec<(Id, &'a str)>)> {
    let Subject::StepForAll { accounts, kind } = subject else { return None };
    let mut step = Step::titled("", None, facts.today);
    step.kind = StepKind::from_word(kind)?;
    let known = |id: &i64| {
        let found = facts.accounts.iter().find(|(account, _)| account.0 == *id)?;
        Some((found.0, found.1.as_str()))
    };
    let accounts: Vec<(Id, &str)> = accounts.iter().filter_map(known).collect();
    (!accounts.is_empty()).then_some((step, accounts))
}

pub(super) fn spec(subject: &Subject, facts: &Facts) -> Option<Spec> {
    let (step, accounts) = asked(subject, facts)?;
    let title = match accounts.as_slice() {
        [(_, name)] => format!("New {} · {name}", step.kind),
        some => format!("New {} · {} accounts", step.kind, some.len()),
    };
    let [who, colleague] = owner::fields(&step, facts);
    let fields = vec![
        FieldSpec::new("title", "what", FieldKind::Line, ""),
        FieldSpec::new("due_on", "by", FieldKind::Day, "").hint("fri, +2w, 30 nov, eoq"),
        who,
        colleague,
        FieldSpec::new("note", "note", FieldKind::Lines, ""),
    ];
    let lead = vec![names(accounts.iter().map(|(_, name)| *name))];
    Some(Spec { title, lead, fields })
}

pub(super) fn save(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Option<Commit> {
    let (mut step, accounts) = asked(subject, facts)?;
    step.title = values.needed("title", "what is to be done?");
    step.due_on = values.day("due_on");
    step.first_due_on = step.due_on;
    step.note = values.text("note");
    owner::choose(&mut step, facts, values);
    let cycle = |account: Id| facts.cycles.iter().find(|(of, _)| *of == account);
    let changes: Vec<Change> = (1..)
        .zip(&accounts)
        .map(|(number, (account, _))| {
            let plan_id = cycle(*account).map(|(_, plan)| *plan);
            let own = Step { id: Id(-number), account_id: Some(*account), plan_id, ..step.clone() };
            step::Change::Added(own).into()
        })
        .collect();
    let act = match accounts.as_slice() {
        [(account, _)] => Act::edit(step.title.clone(), Some(*account)),
        some => Act::edit(format!("{} for {} accounts", step.title, some.len()), None),
    };
    Some(Commit::new(act, changes))
}
