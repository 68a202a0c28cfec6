//! Somebody left the company: when, where to, who takes over what hung on them.

use super::person::called;
use crate::desk::{Act, Commit};
use crate::domain::change::{Change, Expected};
use crate::domain::contact::{self, Contact, Role, tree};
use crate::domain::ours::sponsor_pair::SponsorPair;
use crate::domain::plan::step::{self, Step, StepOwner};
use crate::domain::plan::step_person::{self, StepPerson};
use crate::domain::revenue::opportunity::{self, Opportunity, OpportunityStage};
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{Choice, FieldKind, FieldSpec, Spec};
use crate::tui::form::subject::Subject;
use crate::tui::form::values::Values;

/// Roles that the account cannot be without, so that they pass on.
const PASSED_ON: [Role; 2] = [Role::Champion, Role::EconomicBuyer];

pub(super) fn spec(subject: &Subject, facts: &Facts) -> Option<Spec> {
    let person = person(subject, facts)?;
    let ties = Ties::of(person, facts);
    let left_on = person.left_on.map_or_else(|| "today".to_owned(), |day| day.to_string());
    let successors = successors(person, facts);
    let hint = if person.left_on.is_some() { "empty: they are still there" } else { "" };
    let mut fields = vec![
        FieldSpec::new("left_on", "left on", FieldKind::Day, left_on).hint(hint),
        FieldSpec::new(
            "left_to",
            "went to",
            FieldKind::Line,
            person.left_to.clone().unwrap_or_default(),
        )
        .hint("where to, if known"),
    ];
    if !successors.is_empty() {
        let kind = FieldKind::Choice { options: successors, none: true };
        let field = FieldSpec::new("successor", "takes over", kind, "");
        fields.push(field.hint("nobody yet"));
    }
    let title = format!("{} left {}", person.name, facts.name());
    Some(Spec { title, lead: ties.told(), fields })
}

pub(super) fn save(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Option<Commit> {
    let old = person(subject, facts)?;
    let mut person = old.clone();
    person.left_on = if old.left_on.is_some() {
        values.day("left_on")
    } else {
        Some(values.day_needed("left_on"))
    };
    person.left_to = values.text("left_to").filter(|_| person.left_on.is_some());
    let successor = values.id("successor").filter(|_| person.left_on.is_some());
    let successor = successor.and_then(|id| facts.person(id.0));
    if !values.right() {
        return None;
    }
    let fields = person.fields_changed_from(old);
    let mut expected = old.expects(&fields);
    let label = match (person.left_on, successor) {
        (None, _) => format!("{} is still there", old.name),
        (Some(_), None) => format!("{} left", old.name),
        (Some(_), Some(successor)) => format!("{} left, {} takes over", old.name, successor.name),
    };
    let mut changes: Vec<Change> = Vec::new();
    if !fields.is_empty() {
        changes.push(contact::Change::Edited { id: old.id, fields }.into());
    }
    if person.left_on.is_some() {
        let passed = Ties::of(old, facts).passed_to(successor);
        changes.extend(passed.changes);
        expected.extend(passed.expected);
    }
    Some(Commit::new(Act::edit(label, old.account_id), changes).expecting(expected))
}

fn person<'a>(subject: &Subject, facts: &'a Facts) -> Option<&'a Contact> {
    match subject {
        Subject::Left { contact, .. } => facts.person(*contact),
        _ => None,
    }
}

fn successors(person: &Contact, facts: &Facts) -> Vec<Choice> {
    people(facts)
        .iter()
        .filter(|other| other.active() && other.id != person.id)
        .map(|other| Choice::new(other.id.0.to_string(), called(other)))
        .collect()
}

fn people(facts: &Facts) -> &[Contact] {
    facts.dossier.as_ref().map_or(&[], |dossier| &dossier.records.contacts)
}

/// What hangs on a person.
struct Ties<'a> {
    person: &'a Contact,
    people: &'a [Contact],
    /// Open ones that they own, that are for them or to which they are invited.
    steps: Vec<&'a Step>,
    /// Who comes to the open meetings, they and the others.
    invited: Vec<&'a StepPerson>,
    /// Open ones that they champion.
    opportunities: Vec<&'a Opportunity>,
    /// Who reports to them.
    reports: Vec<&'a Contact>,
    /// Who on our side goes with them as executive sponsor.
    sponsors: Vec<&'a str>,
}

impl<'a> Ties<'a> {
    fn of(person: &'a Contact, facts: &'a Facts) -> Self {
        let records = facts.dossier.as_ref().map(|dossier| &dossier.records);
        let steps = records.map_or(&[][..], |records| &records.steps);
        let opportunities = records.map_or(&[][..], |records| &records.opportunities);
        let pairs = records.map_or(&[][..], |records| &records.sponsors);
        let colleagues = records.map_or(&[][..], |records| &records.colleagues);
        let ours = |pair: &SponsorPair| {
            let one = colleagues.iter().find(|one| Some(one.id) == pair.colleague_id);
            one.map_or("nobody on our side", |one| one.name.as_str())
        };
        let open = || steps.iter().filter(|step| step.status.open());
        let invited: Vec<&StepPerson> = facts
            .step_people
            .iter()
            .filter(|one| open().any(|step| step.id == one.step_id))
            .collect();
        let comes = |step: &Step| {
            invited.iter().any(|one| one.step_id == step.id && one.contact_id == person.id)
        };
        Self {
            person,
            people: people(facts),
            steps: open()
                .filter(|step| step.contact_id == Some(person.id) || comes(step))
                .collect(),
            invited,
            opportunities: opportunities
                .iter()
                .filter(|one| one.champion_id == Some(person.id))
                .filter(|one| !matches!(one.stage, OpportunityStage::Won | OpportunityStage::Lost))
                .collect(),
            reports: people(facts)
                .iter()
                .filter(|other| other.reports_to == Some(person.id))
                .collect(),
            sponsors: pairs
                .iter()
                .filter(|pair| pair.contact_id == person.id && pair.ended_on.is_none())
                .map(ours)
                .collect(),
        }
    }

    /// One line each, for whoever decides who takes over.
    fn told(&self) -> Vec<String> {
        let names = |names: Vec<&str>| names.join(", ");
        let mut lines = Vec::new();
        let roles: Vec<&str> = self.person.roles.iter().map(Role::word).collect();
        if !roles.is_empty() {
            lines.push(format!("Is {}.", names(roles)));
        }
        for (what, of) in [
            ("Open steps", self.steps.iter().map(|step| step.title.as_str()).collect::<Vec<_>>()),
            ("Opportunities", self.opportunities.iter().map(|one| one.title.as_str()).collect()),
            ("Sponsor pairs", self.sponsors.clone()),
            ("Report to them", self.reports.iter().map(|one| one.name.as_str()).collect()),
        ] {
            if !of.is_empty() {
                lines.push(format!("{what} {}: {}", of.len(), names(of)));
            }
        }
        if !lines.is_empty() {
            lines.push(
                "Who takes over gets champion and buyer roles, steps and reports.".to_owned(),
            );
        }
        lines
    }

    /// Hands all of it on. Without a successor steps and opportunities stay as they are, and
    /// nobody reports to somebody who is gone.
    fn passed_to(&self, successor: Option<&Contact>) -> Passed {
        let mut passed = Passed::default();
        for report in &self.reports {
            passed.contact(report, self.new_chief(report, successor));
        }
        let Some(heir) = successor else { return passed };
        let roles = PASSED_ON.into_iter().filter(|role| self.person.roles.has(*role));
        let mut held = roles.fold(heir.roles.clone(), |held, role| held.with(role));
        if held.has(Role::Champion) {
            held = held.without(Role::PotentialChampion);
        }
        passed.contact(heir, (held != heir.roles).then_some(contact::Field::Roles(held)));
        for step in self.steps.iter().filter(|step| step.contact_id == Some(self.person.id)) {
            let mut fields = vec![step::Field::ContactId(Some(heir.id))];
            if step.owner == StepOwner::Client {
                fields.push(step::Field::OwnerName(Some(heir.name.clone())));
            }
            passed.expected.extend(step.expects(&fields));
            passed.changes.push(step::Change::Edited { id: step.id, fields }.into());
        }
        let invited = |who: &Contact| {
            let id = who.id;
            self.invited.iter().filter(move |one| one.contact_id == id)
        };
        for one in invited(self.person) {
            if invited(heir).any(|other| other.step_id == one.step_id) {
                passed.changes.push(step_person::Change::Removed(one.id).into());
            } else {
                let fields = vec![step_person::Field::ContactId(heir.id)];
                passed.changes.push(step_person::Change::Edited { id: one.id, fields }.into());
            }
        }
        for one in &self.opportunities {
            let fields = vec![opportunity::Field::ChampionId(Some(heir.id))];
            passed.expected.extend(one.expects(&fields));
            passed.changes.push(opportunity::Change::Edited { id: one.id, fields }.into());
        }
        passed
    }

    /// Who reported to the one who left reports to the successor, and the successor to whom the
    /// one who left reported.
    fn new_chief(&self, report: &Contact, successor: Option<&Contact>) -> Option<contact::Field> {
        let wanted = successor.and_then(|heir| {
            if heir.id == report.id { self.person.reports_to } else { Some(heir.id) }
        });
        let chief = wanted.filter(|chief| !tree::would_circle(self.people, report.id, *chief));
        (report.reports_to != chief).then_some(contact::Field::ReportsTo(chief))
    }
}

/// What is handed on, and what must still hold for it: another program may have changed the
/// roles or steps since the form was opened.
#[derive(Default)]
struct Passed {
    changes: Vec<Change>,
    expected: Vec<Expected>,
}

impl Passed {
    fn contact(&mut self, who: &Contact, field: Option<contact::Field>) {
        let Some(field) = field else { return };
        let fields = vec![field];
        self.expected.extend(who.expects(&fields));
        self.changes.push(contact::Change::Edited { id: who.id, fields }.into());
    }
}

#[cfg(test)]
mod tests;
