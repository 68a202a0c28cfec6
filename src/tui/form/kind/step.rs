//! A step of one of the four kinds: step, milestone, promise, meeting.

use super::{about, owner, serves, time, who};
use crate::desk::{Act, Commit};
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::plan::step::{self, MeetingType, Step, StepKind, StepStatus};
use crate::domain::signal::{answer, table};
use crate::text;
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{Choice, FieldKind, FieldSpec, Spec};
use crate::tui::form::subject::Subject;
use crate::tui::form::values::Values;

/// The step that the form is about: the one in the book, else an empty one of the kind.
fn subject_step(subject: &Subject, facts: &Facts) -> Option<Step> {
    let Subject::Step { account, step, kind, signal, about } = subject else { return None };
    if let Some(step) = step {
        return facts.step(*step).cloned();
    }
    let mut step = signal
        .as_deref()
        .and_then(|code| proposed(code, facts))
        .unwrap_or_else(|| Step::titled("", None, facts.today));
    step.id = Id(-1);
    step.kind = StepKind::from_word(kind)?;
    step.account_id = account.map(Id);
    step.signal.clone_from(signal);
    step.opportunity_id = about.map(Id).or(step.opportunity_id);
    step.client_sees = matches!(step.kind, StepKind::Promise | StepKind::Meeting);
    Some(step)
}

/// The step that answers a signal of the account.
fn proposed(code: &str, facts: &Facts) -> Option<Step> {
    let dossier = facts.dossier.as_ref()?;
    let signal = dossier.standing.signals.iter().find(|one| one.code == code)?;
    Some(answer::proposed(signal, &dossier.records, facts.today))
}

const fn in_book(step: &Step) -> bool {
    step.id.0 > 0
}

pub(super) fn spec(subject: &Subject, facts: &Facts) -> Option<Spec> {
    let step = subject_step(subject, facts)?;
    let mut fields = match step.kind {
        StepKind::Meeting => meeting(&step, facts),
        StepKind::Promise => promise(&step, facts),
        StepKind::Step | StepKind::Milestone => plain(&step, "what"),
    };
    fields.extend(owner::fields(&step, facts));
    fields.extend(serves::field(in_book(&step).then_some(&step), facts));
    let sees = if step.client_sees { "yes" } else { "no" };
    let yes_no = || FieldKind::Choice { options: Choice::yes_no(), none: false };
    fields.push(FieldSpec::new("client_sees", "client sees it", yes_no(), sees));
    fields.push(FieldSpec::new("kind", "kind", words(StepKind::ALL), step.kind.word()));
    if in_book(&step) {
        let mut states = vec![StepStatus::Open, StepStatus::Doing, StepStatus::Done];
        if !states.contains(&step.status) {
            states.push(step.status);
        }
        fields.push(FieldSpec::new("status", "state", words(&states), step.status.word()));
    }
    fields.extend(about::field(step.opportunity_id, facts));
    fields.push(FieldSpec::new(
        "note",
        "note",
        FieldKind::Lines,
        step.note.clone().unwrap_or_default(),
    ));
    let name = match facts.name() {
        "" => String::new(),
        name => format!(" · {name}"),
    };
    let title = if in_book(&step) {
        format!("{}{name}", text::capital(step.kind.word()))
    } else {
        format!("New {}{name}", step.kind)
    };
    Some(Spec { title, lead: lead(&step, facts), fields })
}

fn words<T: Copy + std::fmt::Display>(words: &[T]) -> FieldKind {
    FieldKind::Choice { options: Choice::words(words.iter().copied()), none: false }
}

/// What the step answers, and where it came from.
fn lead(step: &Step, facts: &Facts) -> Vec<String> {
    let mut lead = Vec::new();
    let rule = step.signal.as_deref().and_then(table::rule);
    lead.extend(rule.map(|rule| format!("Takes in hand: {}", rule.title)));
    lead.extend(facts.advice.iter().cloned());
    if step.status == StepStatus::Old {
        lead.push("An old task of the import; state “open” takes it up.".to_owned());
    }
    lead
}

fn due(step: &Step, label: &str) -> FieldSpec {
    let text = step.due_on.map(|due| due.to_string()).unwrap_or_default();
    FieldSpec::new("due_on", label, FieldKind::Day, text).hint("fri, +2w, 30 nov, eoq")
}

fn plain(step: &Step, label: &str) -> Vec<FieldSpec> {
    vec![FieldSpec::new("title", label, FieldKind::Line, &step.title), due(step, "by")]
}

fn meeting(step: &Step, facts: &Facts) -> Vec<FieldSpec> {
    let named: Vec<Id> = facts.step_people.iter().map(|one| one.contact_id).collect();
    let kind = step.meeting_type.map(|kind| kind.to_string()).unwrap_or_default();
    let options = Choice::words(MeetingType::ALL);
    vec![
        FieldSpec::new("meeting_type", "meeting", FieldKind::Choice { options, none: true }, kind)
            .hint("check-in, QBR, renewal…"),
        due(step, "day"),
        FieldSpec::new(
            "at_time",
            "time",
            FieldKind::Line,
            step.at_time.clone().unwrap_or_default(),
        )
        .hint("9:30"),
        FieldSpec::new(
            "people",
            "who",
            FieldKind::Many { options: who::choices(facts, &named) },
            who::keys(named),
        )
        .hint("who is to come"),
        FieldSpec::new("title", "called", FieldKind::Line, &step.title)
            .hint("by its kind and who comes"),
        FieldSpec::new(
            "agenda",
            "agenda",
            FieldKind::Lines,
            step.agenda.clone().unwrap_or_default(),
        )
        .hint("their goal, risk ahead, our idea, next step"),
    ]
}

fn promise(step: &Step, facts: &Facts) -> Vec<FieldSpec> {
    let mut fields = plain(step, "promised");
    let named: Vec<Id> = step.contact_id.into_iter().collect();
    fields.extend([
        FieldSpec::new(
            "contact_id",
            "to",
            FieldKind::Choice { options: who::choices(facts, &named), none: true },
            who::keys(named),
        )
        .hint("who was promised"),
        FieldSpec::new(
            "checked_by",
            "checked by",
            FieldKind::Line,
            step.checked_by.clone().unwrap_or_default(),
        )
        .hint("unchecked: who on our side made sure it can be kept?"),
    ]);
    fields
}

pub(super) fn save(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Option<Commit> {
    let old = subject_step(subject, facts)?;
    let people = values.ids("people");
    let new = filled_in(&old, &people, facts, values);
    let account = old.account_id;
    if !in_book(&old) {
        let label = match new.kind {
            StepKind::Step => new.title.clone(),
            kind => format!("{}: {}", text::capital(kind.word()), new.title),
        };
        let invited = who::of_step(new.id, &[], &people);
        let mut changes: Vec<Change> = vec![step::Change::Added(new).into()];
        changes.extend(invited);
        return Some(Commit::new(Act::edit(label, account), changes));
    }
    let fields = new.fields_changed_from(&old);
    let expected = old.expects(&fields);
    let mut changes = Vec::new();
    if !fields.is_empty() {
        changes.push(step::Change::Edited { id: old.id, fields }.into());
    }
    if old.kind == StepKind::Meeting {
        changes.extend(who::of_step(old.id, &facts.step_people, &people));
    }
    let act = Act::edit(format!("{} edited", new.title), account);
    Some(Commit::new(act, changes).expecting(expected))
}

/// The step as the form has it. Fields of another kind than the one it had stay as they were.
fn filled_in(old: &Step, people: &[Id], facts: &Facts, values: &Values<'_>) -> Step {
    let mut new = old.clone();
    new.due_on = values.day("due_on");
    new.first_due_on = old.first_due_on.or(new.due_on);
    new.note = values.text("note");
    new.client_sees = values.yes("client_sees").unwrap_or(old.client_sees);
    match old.kind {
        StepKind::Meeting => {
            new.meeting_type = values.word("meeting_type", MeetingType::from_word);
            new.at_time = time::of("at_time", values);
            new.agenda = values.text("agenda");
            new.title =
                values.text("title").unwrap_or_else(|| called(new.meeting_type, people, facts));
        }
        StepKind::Promise => {
            new.contact_id = values.id("contact_id");
            new.checked_by = values.text("checked_by");
            new.title = values.needed("title", "what was promised?");
        }
        StepKind::Step | StepKind::Milestone => {
            new.title = values.needed("title", "what is to be done?");
        }
    }
    let needs_day = matches!(old.kind, StepKind::Meeting | StepKind::Promise);
    if new.due_on.is_none() && values.text("due_on").is_none() {
        if needs_day {
            values.wrong("due_on", format!("a {} needs its day", old.kind));
        } else if old.signal.is_some() && !in_book(old) {
            values.wrong("due_on", "only a step with a day takes the signal in hand");
        }
    }
    owner::choose(&mut new, facts, values);
    (new.plan_id, new.priority_id) = serves::chosen(old, facts, values);
    new.opportunity_id = about::chosen(old.opportunity_id, facts, values);
    new.kind = values.word("kind", StepKind::from_word).unwrap_or(old.kind);
    if in_book(old) {
        new.status = values.word("status", StepStatus::from_word).unwrap_or(old.status);
        new.done_on = match new.status {
            StepStatus::Done => old.done_on.or(Some(facts.today)),
            _ => None,
        };
        if new.status != StepStatus::Dropped {
            new.drop_reason = None;
        }
        if old.status == StepStatus::Old && new.status.open() {
            // What the CRM had planned is no promise made here.
            new.first_due_on = new.due_on;
        }
    }
    new
}

/// `QBR with Ana Ruiz +1`.
fn called(kind: Option<MeetingType>, people: &[Id], facts: &Facts) -> String {
    let kind = kind.map_or_else(|| "Meeting".to_owned(), |kind| text::capital(kind.word()));
    let first = people.first().and_then(|id| facts.person(id.0));
    match (first, people.len()) {
        (None, _) => kind,
        (Some(first), 1) => format!("{kind} with {}", first.name),
        (Some(first), count) => format!("{kind} with {} +{}", first.name, count - 1),
    }
}

#[cfg(test)]
mod tests;
