//! The plan: done, another day, dropped, the end of a cycle, what is left of an import.

use crate::desk::{Act, Commit};
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::day;
use crate::domain::plan::called;
use crate::domain::plan::cycle::Plan;
use crate::domain::plan::step::{self, Field, Step, StepKind, StepStatus};
use crate::domain::signal::Signal;
use crate::tui::action::{Opening, Wish};
use crate::tui::form::subject::Subject;
use crate::tui::layer::pick::{Item, Pick};
use crate::tui::screen::book::plan::last_day;
use crate::tui::screen::book::{BookScreen, Chosen, Sight};
use chrono::{Duration, NaiveDate};

/// Why an old task of an import is closed.
const OLD: &str = "old task of the import";

/// Days until old tasks that are taken up are due.
const TAKEN_UP_DAYS: i64 = 7;

fn form(subject: Subject) -> Vec<Wish> {
    vec![Wish::Open(Opening::Form(subject))]
}

fn say(text: &str) -> Vec<Wish> {
    vec![Wish::Say(text.to_owned())]
}

fn edited(old: &Step, fields: Vec<Field>, label: String) -> Wish {
    let expected = old.expects(&fields);
    let changes = vec![step::Change::Edited { id: old.id, fields }.into()];
    Wish::Commit(Commit::new(Act::edit(label, old.account_id), changes).expecting(expected))
}

/// A step is done today; one that is done or dropped is open again; a meeting asks how it went, a
/// call what was said.
pub(super) fn done(step: &Step, sight: &Sight<'_>) -> Vec<Wish> {
    if matches!(step.status, StepStatus::Done | StepStatus::Dropped) {
        let (status, done_on, drop_reason) = (StepStatus::Open, None, None);
        let new = Step { status, done_on, drop_reason, ..step.clone() };
        let fields = new.fields_changed_from(step);
        // Whether it was held or not, the talk tells what happened on its day.
        let stays = if step.kind == StepKind::Meeting { "; its talk stays in the log" } else { "" };
        return vec![edited(step, fields, format!("{} open again{stays}", step.title))];
    }
    if let (StepKind::Meeting, Some(account)) = (step.kind, step.account_id) {
        return form(Subject::Held { account: account.0, step: step.id.0 });
    }
    if let Some(talk) = talk_of(step, sight) {
        return form(talk);
    }
    let fields = vec![Field::Status(StepStatus::Done), Field::DoneOn(Some(sight.today))];
    vec![edited(step, fields, format!("{} done", step.title))]
}

/// The talk by which a step is done, where it is the one that was to be made next.
fn talk_of(step: &Step, sight: &Sight<'_>) -> Option<Subject> {
    let records = &sight.dossier?.records;
    let contact = step.contact_id.filter(|_| step.account_id == Some(records.account.id))?;
    let next = called::with(contact, records).is_some_and(|next| next.id == step.id);
    let account = records.account.id.0;
    let about = step.opportunity_id.map(|id| id.0);
    next.then_some(Subject::Talk { account, talk: None, with: Some(contact.0), about })
}

/// Enter on the line of the cycle: its end once it is over, before that its beginning.
pub(super) fn cycle(plan: &Plan, sight: &Sight<'_>) -> Vec<Wish> {
    let account = plan.account_id.0;
    form(if last_day(plan) < sight.today {
        Subject::CycleEnd { account }
    } else {
        Subject::Plan { account, plan: Some(plan.id.0) }
    })
}

/// The step that a signal is in hand with, else the one that it is about.
fn step_of(signal: &Signal) -> Option<Id> {
    match (signal.in_hand, signal.about) {
        (Some((step, _)), _) | (None, Some(("step", step))) => Some(step),
        _ => None,
    }
}

/// A step that nothing is to be done about any more.
fn closed(step: &Step) -> Vec<Wish> {
    say(&format!("It is {} already; Space opens it again.", step.status))
}

impl BookScreen {
    /// Another day for the chosen step, the one that holds the chosen signal, else the next one.
    pub(super) fn move_day(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        let dossier = self.dossier(sight);
        let step = match self.chosen(sight) {
            Some(Chosen::Step(step)) => Some(step.id),
            Some(Chosen::Signal(signal)) => step_of(signal),
            // The step of the signal that is marked in the head, as Space does.
            Some(Chosen::Account(_)) => self.signal(sight).and_then(step_of).or_else(|| {
                let next = dossier?.standing.next_step.as_ref()?;
                Some(next.step)
            }),
            _ => return say("This moves a step of the plan to another day."),
        };
        let (Some(step), Some(account)) = (step, self.account(sight.book)) else {
            return say("There is no dated step here to move.");
        };
        match self.chosen(sight) {
            Some(Chosen::Step(step)) if !step.status.open() => closed(step),
            _ => form(Subject::Moved { account: Some(account.0), step: step.0 }),
        }
    }

    pub(super) fn drop_step(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        match self.chosen(sight) {
            Some(Chosen::Step(step)) if step.status.open() => form(Subject::Dropped {
                account: step.account_id.map(|account| account.0),
                step: step.id.0,
            }),
            Some(Chosen::Step(step)) => closed(step),
            _ => say("This drops a step of the plan: choose one first."),
        }
    }

    pub(super) fn end_cycle(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        match self.dossier(sight) {
            Some(dossier) if dossier.records.plan.is_some() => {
                form(Subject::CycleEnd { account: dossier.records.account.id.0 })
            }
            Some(_) => say("No cycle is running here."),
            None => Vec::new(),
        }
    }

    /// What becomes of the old tasks that came in with an import.
    pub(super) fn old_tasks(&self, sight: &Sight<'_>) -> Vec<Wish> {
        let Some(dossier) = self.dossier(sight) else { return Vec::new() };
        let records = &dossier.records;
        let account = records.account.id;
        let old: Vec<&Step> =
            records.steps.iter().filter(|step| step.status == StepStatus::Old).collect();
        let tasks = if old.len() == 1 { "1 old task" } else { &format!("{} old tasks", old.len()) };
        let name = &records.account.name;
        let closed = all(&old, account, format!("{tasks} of {name} closed"), |step| {
            let mut new = step.clone();
            new.status = StepStatus::Dropped;
            new.drop_reason = Some(OLD.to_owned());
            new
        });
        let due = sight.today + Duration::days(TAKEN_UP_DAYS);
        let taken_up = all(&old, account, format!("{tasks} of {name} taken up"), |step| {
            let mut new = step.clone();
            new.status = StepStatus::Open;
            new.due_on = Some(due);
            // What the CRM had planned is no promise made here.
            new.first_due_on = Some(due);
            new
        });
        let mut items = vec![
            Item {
                label: "Leave them".to_owned(),
                note: "they stay here".to_owned(),
                wishes: vec![],
            },
            Item::new("Close them all", "out of the plan", Wish::Commit(closed)),
            Item::new(
                "Make steps of them all",
                format!("due {}", day::day(due, sight.today)),
                Wish::Commit(taken_up),
            ),
        ];
        items.extend(old.into_iter().map(|step| one(step, account, sight.today)));
        let pick = Pick::new(format!("{tasks} of the import"), items).lead([
            "Long past their day when they came in. One by one, or all at once:".to_owned(),
        ]);
        vec![Wish::Open(Opening::Pick(pick))]
    }
}

/// One of them in its form.
fn one(step: &Step, account: Id, today: NaiveDate) -> Item {
    let due = step.due_on.map(|due| day::day(due, today)).unwrap_or_default();
    let subject = Subject::Step {
        account: Some(account.0),
        step: Some(step.id.0),
        kind: step.kind.to_string(),
        signal: None,
        about: None,
    };
    Item::new(&step.title, due, Wish::Open(Opening::Form(subject)))
}

/// The same for all of them, as one step.
fn all(old: &[&Step], account: Id, label: String, new: impl Fn(&Step) -> Step) -> Commit {
    let mut expected = Vec::new();
    let mut changes: Vec<Change> = Vec::new();
    for step in old {
        let fields = new(step).fields_changed_from(step);
        expected.extend(step.expects(&fields));
        changes.push(step::Change::Edited { id: step.id, fields }.into());
    }
    Commit::new(Act::edit(label, Some(account)), changes).expecting(expected)
}
