//! The next step at the end of a talk: two fields, and the step they make.

use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::plan::step::{self, Step};
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{FieldKind, FieldSpec};
use crate::tui::form::values::Values;
use chrono::{Days, NaiveDate};

/// What is to be done next.
pub(super) const TITLE: &str = "next";
/// By when.
pub(super) const DAY: &str = "next_on";

pub(super) fn fields() -> [FieldSpec; 2] {
    [
        FieldSpec::new(TITLE, "next step", FieldKind::Line, "").hint("what you will do next"),
        FieldSpec::new(DAY, "by", FieldKind::Day, "").hint("a week from today"),
    ]
}

/// The step of the plan that the two fields ask for.
pub(super) fn step(account: Id, facts: &Facts, values: &Values<'_>) -> Option<Change> {
    let day = values.day(DAY);
    let Some(title) = values.text(TITLE) else {
        if day.is_some() {
            values.wrong(TITLE, "what is to be done by that day?");
        }
        return None;
    };
    let due = day.or_else(|| week_from(facts.today));
    let mut step = Step::titled(&title, due, facts.today);
    step.account_id = Some(account);
    step.plan_id = plan(facts);
    Some(step::Change::Added(step).into())
}

/// The running cycle.
pub(super) fn plan(facts: &Facts) -> Option<Id> {
    facts.dossier.as_ref()?.records.plan.as_ref().map(|plan| plan.id)
}

fn week_from(today: NaiveDate) -> Option<NaiveDate> {
    today.checked_add_days(Days::new(7))
}
