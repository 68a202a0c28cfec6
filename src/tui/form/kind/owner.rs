//! Who is to do a step: me, a colleague, or somebody at the client.

use super::who;
use crate::domain::cell::Id;
use crate::domain::plan::step::{Step, StepKind, StepOwner};
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{Choice, FieldKind, FieldSpec};
use crate::tui::form::values::Values;

const KEY: &str = "owner";
const NAME: &str = "owner_name";

/// What stands before the number of a person at the client.
const PERSON: &str = "person ";

/// The two fields: who, and the name of a colleague.
pub(super) fn fields(step: &Step, facts: &Facts) -> [FieldSpec; 2] {
    let person = owner(step).map(|id| format!("{PERSON}{}", id.0));
    let text = person.unwrap_or_else(|| step.owner.to_string());
    let mut options = vec![
        Choice::new(StepOwner::Me.word(), "me"),
        Choice::new(StepOwner::Colleague.word(), "a colleague"),
    ];
    // A promise is kept by us.
    if step.kind != StepKind::Promise {
        let named: Vec<Id> = owner(step).into_iter().collect();
        options.extend(
            who::people(facts, &named).into_iter().map(|contact| {
                Choice::new(format!("{PERSON}{}", contact.id.0), who::called(contact))
            }),
        );
    }
    if step.kind != StepKind::Promise || step.owner == StepOwner::Client {
        options.push(Choice::new(StepOwner::Client.word(), "somebody at the client"));
    }
    [
        FieldSpec::new(KEY, "who does it", FieldKind::Choice { options, none: false }, text),
        FieldSpec::new(NAME, "colleague", FieldKind::Line, named(step))
            .hint("who, where it is one"),
    ]
}

/// The person at the client who is to do it.
fn owner(step: &Step) -> Option<Id> {
    step.contact_id.filter(|_| step.owner == StepOwner::Client)
}

/// A name that no contact stands behind.
fn named(step: &Step) -> String {
    step.owner_name.clone().filter(|_| owner(step).is_none()).unwrap_or_default()
}

/// Puts what was chosen into the step.
pub(super) fn choose(step: &mut Step, facts: &Facts, values: &Values<'_>) {
    let chosen = values.text(KEY).unwrap_or_default();
    let person = chosen.strip_prefix(PERSON).and_then(|id| id.parse().ok());
    if let Some(contact) = person.and_then(|id| facts.person(id)) {
        step.owner = StepOwner::Client;
        step.owner_name = Some(contact.name.clone());
        step.contact_id = Some(contact.id);
        return;
    }
    if owner(step).is_some() {
        step.contact_id = None;
    }
    let name = values.text(NAME);
    step.owner = match StepOwner::from_word(&chosen).unwrap_or(StepOwner::Me) {
        // Whoever writes a name means somebody by it.
        StepOwner::Me if name.is_some() && name != step.owner_name => StepOwner::Colleague,
        chosen => chosen,
    };
    step.owner_name = name.filter(|_| step.owner != StepOwner::Me);
    if step.owner == StepOwner::Colleague && step.owner_name.is_none() {
        values.wrong(NAME, "which colleague?");
    }
}
