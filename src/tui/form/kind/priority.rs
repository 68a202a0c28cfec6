//! What a cycle is for: one of its up to three priorities.

use crate::desk::{Act, Commit};
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::plan::priority::{self, MOST, Priority, PriorityKind};
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{Choice, FieldKind, FieldSpec, Spec};
use crate::tui::form::subject::Subject;
use crate::tui::form::values::Values;

pub(super) fn title(text: &str) -> FieldSpec {
    FieldSpec::new("title", "priority", FieldKind::Line, text).hint("win back Operations")
}

pub(super) fn kind(kind: Option<PriorityKind>) -> FieldSpec {
    let options = FieldKind::Choice { options: Choice::words(PriorityKind::ALL), none: true };
    let text = kind.map(|kind| kind.to_string()).unwrap_or_default();
    FieldSpec::new("kind", "kind", options, text).hint("goal, unless it is another")
}

pub(super) fn metric(text: &str) -> FieldSpec {
    FieldSpec::new("metric", "seen by", FieldKind::Line, text).hint("active seats 40 → 75")
}

/// The kind; a *goal* answers no signal, so that nothing rests because of a guess.
pub(super) fn chosen_kind(key: &str, values: &Values<'_>) -> PriorityKind {
    values.word(key, PriorityKind::from_word).unwrap_or(PriorityKind::Goal)
}

fn all(facts: &Facts) -> &[Priority] {
    facts.dossier.as_ref().map_or(&[], |dossier| &dossier.records.priorities)
}

/// The priority that is edited.
fn known(priority: i64, facts: &Facts) -> Option<&Priority> {
    all(facts).iter().find(|one| one.id == Id(priority))
}

/// The lowest place that is free.
fn free_place(facts: &Facts) -> Option<i64> {
    (1..=MOST).find(|place| all(facts).iter().all(|one| one.place != *place))
}

pub(super) fn spec(subject: &Subject, facts: &Facts) -> Option<Spec> {
    let Subject::Priority { priority, .. } = subject else { return None };
    let old = match priority {
        Some(priority) => Some(known(*priority, facts)?),
        None => None,
    };
    let place = old.map(|old| old.place).or_else(|| free_place(facts)).unwrap_or(MOST);
    let fields = vec![
        title(old.map_or("", |old| &old.title)),
        kind(old.map(|old| old.kind)),
        metric(old.and_then(|old| old.metric.as_deref()).unwrap_or_default()),
        FieldSpec::new(
            "place",
            "place",
            FieldKind::Whole { least: 1, most: MOST },
            place.to_string(),
        ),
    ];
    let title = match old {
        Some(old) => format!("Priority {} · {}", old.place, facts.name()),
        None => format!("New priority · {}", facts.name()),
    };
    Some(Spec { title, lead: Vec::new(), fields })
}

pub(super) fn save(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Option<Commit> {
    let Subject::Priority { priority, .. } = subject else { return None };
    let old = match priority {
        Some(priority) => Some(known(*priority, facts)?),
        None => None,
    };
    let account = subject.account()?;
    let plan = facts.dossier.as_ref()?.records.plan.as_ref()?;
    let new = Priority {
        id: old.map_or(Id(-1), |old| old.id),
        plan_id: plan.id,
        place: values.whole("place", 1, MOST).unwrap_or(MOST),
        kind: chosen_kind("kind", values),
        title: values.needed("title", "what is the cycle to reach?"),
        metric: values.text("metric"),
    };
    let free = old.map(|old| old.place).or_else(|| free_place(facts));
    if free.is_none() {
        values.wrong("title", "a cycle has three priorities at most: drop or edit one of them");
    }
    // Whoever stands there already takes the place that becomes free.
    let there = all(facts).iter().find(|one| one.place == new.place && one.id != new.id);
    let mut changes: Vec<Change> = Vec::new();
    let mut expected = Vec::new();
    if let (Some(there), Some(free)) = (there, free) {
        let fields = vec![priority::Field::Place(free)];
        expected.extend(there.expects(&fields));
        changes.push(priority::Change::Edited { id: there.id, fields }.into());
    }
    let label = format!("Priority: {}", new.title);
    match old {
        None => changes.push(priority::Change::Added(new).into()),
        Some(old) => {
            let fields = new.fields_changed_from(old);
            expected.extend(old.expects(&fields));
            if !fields.is_empty() {
                changes.push(priority::Change::Edited { id: old.id, fields }.into());
            }
        }
    }
    Some(Commit::new(Act::edit(label, Some(account)), changes).expecting(expected))
}
