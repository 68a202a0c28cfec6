//! A cycle of 90 days: the day it begins, and for a new one what it is for.

use super::priority;
use crate::desk::{Act, Commit};
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::day;
use crate::domain::plan::cycle::{self, CYCLE_DAYS, Plan};
use crate::domain::plan::priority::{Change as PriorityChange, MOST, Priority};
use crate::domain::signal::Signal;
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{FieldKind, FieldSpec, Spec};
use crate::tui::form::subject::Subject;
use crate::tui::form::values::Values;
use chrono::{Duration, NaiveDate};

/// Signals that stand over a new plan: what it may be for.
const NEEDS: usize = 3;

/// The cycle that is edited.
fn running(plan: i64, facts: &Facts) -> Option<&Plan> {
    let running = facts.dossier.as_ref()?.records.plan.as_ref();
    running.filter(|running| running.id == Id(plan))
}

pub(super) fn spec(subject: &Subject, facts: &Facts) -> Option<Spec> {
    let Subject::Plan { plan, .. } = subject else { return None };
    let old = match plan {
        Some(plan) => Some(running(*plan, facts)?),
        None => None,
    };
    let starts = old.map(|old| old.starts_on.to_string()).unwrap_or_default();
    let starts =
        FieldSpec::new("starts_on", "begins", FieldKind::Day, starts).hint("today, for 90 days");
    let name = facts.name();
    if old.is_some() {
        let title = format!("Cycle of {name}");
        return Some(Spec { title, lead: Vec::new(), fields: vec![starts] });
    }
    let mut fields = Vec::new();
    for place in 1..=MOST {
        let key = |field: &str| format!("{field}{place}");
        let of = |field: FieldSpec| FieldSpec { key: key(&field.key), ..field };
        let label = format!("priority {place}");
        fields.push(of(FieldSpec { label, ..priority::title("") }));
        fields.push(of(priority::kind(None)));
        fields.push(of(priority::metric("")));
    }
    fields.push(starts);
    let signals = facts.dossier.iter().flat_map(|dossier| &dossier.standing.signals);
    let needs = signals.filter(|signal| signal.live()).take(NEEDS);
    let lead = needs.map(|signal: &Signal| format!("{} {}", sign(signal), signal.text)).collect();
    Some(Spec { title: format!("Plan of 90 days · {name}"), lead, fields })
}

/// The mark that the signal has in the head.
const fn sign(signal: &Signal) -> &'static str {
    match signal.severity {
        crate::domain::signal::Severity::Now => "!",
        _ => "·",
    }
}

/// The day a cycle begins: today or before, but not so long ago that it is over already.
fn begins(facts: &Facts, values: &Values<'_>) -> NaiveDate {
    let day = values.day("starts_on").unwrap_or(facts.today);
    if day > facts.today {
        values.wrong("starts_on", "a cycle begins today or has begun; its steps lie ahead");
    }
    if day + Duration::days(CYCLE_DAYS) <= facts.today {
        values.wrong("starts_on", "such a cycle would be over: 90 days from its beginning");
    }
    day
}

pub(super) fn save(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Option<Commit> {
    let Subject::Plan { plan, .. } = subject else { return None };
    let old = match plan {
        Some(plan) => Some(running(*plan, facts)?),
        None => None,
    };
    let account = subject.account()?;
    let name = facts.name();
    if let Some(old) = old {
        let starts_on = if values.text("starts_on") == Some(old.starts_on.to_string()) {
            old.starts_on
        } else {
            begins(facts, values)
        };
        let new = Plan { starts_on, ..old.clone() };
        let fields = new.fields_changed_from(old);
        let expected = old.expects(&fields);
        let label = format!("Cycle of {name} begins {}", day::day(new.starts_on, facts.today));
        let changes = if fields.is_empty() {
            Vec::new()
        } else {
            vec![cycle::Change::Edited { id: old.id, fields }.into()]
        };
        return Some(Commit::new(Act::edit(label, Some(account)), changes).expecting(expected));
    }
    if facts.dossier.as_ref().is_some_and(|dossier| dossier.records.plan.is_some()) {
        values.wrong("starts_on", "a cycle is running already; end it first");
    }
    let plan =
        Plan { id: Id(-1), account_id: account, starts_on: begins(facts, values), ended_on: None };
    let mut changes: Vec<Change> = vec![cycle::Change::Added(plan).into()];
    let mut place = 0;
    for line in 1..=MOST {
        let key = |field: &str| format!("{field}{line}");
        let Some(title) = values.text(&key("title")) else {
            if values.text(&key("metric")).is_some() || values.text(&key("kind")).is_some() {
                values.wrong(&key("title"), "what is this priority?");
            }
            continue;
        };
        place += 1;
        let new = Priority {
            id: Id(0),
            plan_id: Id(-1),
            place,
            kind: priority::chosen_kind(&key("kind"), values),
            title,
            metric: values.text(&key("metric")),
        };
        changes.push(PriorityChange::Added(new).into());
    }
    Some(Commit::new(Act::edit(format!("Plan of 90 days for {name}"), Some(account)), changes))
}
