//! Starting a playbook: its steps become steps of the plan; started again, they are found again.

use super::{Anchor, Ask, Play, Playbook, Wanted, days, same, wanted};
use crate::domain::cell::Id;
use crate::domain::change::{Change, Expected};
use crate::domain::day::shift;
use crate::domain::plan::step::{self, Field, Step, StepStatus};
use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    /// What starting a playbook means for one of its steps.
    Fate {
        /// It comes into the plan.
        Added = "added",
        /// It is there already, and its day moves.
        Moved = "moved",
        /// It is there already.
        Kept = "kept",
        Done = "done",
        /// Somebody decided against it.
        Dropped = "dropped",
        /// Somebody wants it left out this time.
        LeftOut = "left out",
    }
}

/// One step of the playbook, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Line {
    pub key: String,
    pub title: String,
    pub fate: Fate,
    pub due_on: Option<NaiveDate>,
    /// The day it had before it moved.
    pub was_on: Option<NaiveDate>,
    /// The step of the plan; none: a new one.
    pub step: Option<Id>,
}

/// What starting a playbook does.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    pub changes: Vec<Change>,
    /// What the steps that change held.
    pub expected: Vec<Expected>,
    /// Every step of the playbook, in its order.
    pub lines: Vec<Line>,
}

impl Start {
    /// How many steps meet this fate.
    #[must_use]
    pub fn count(&self, fate: Fate) -> usize {
        self.lines.iter().filter(|line| line.fate == fate).count()
    }

    /// What it does, in a few words: `6 steps`, `2 steps moved, 1 added`; none: nothing.
    #[must_use]
    pub fn effect(&self) -> Option<String> {
        if self.changes.is_empty() {
            return None;
        }
        let steps = |count: usize| format!("{count} step{}", if count == 1 { "" } else { "s" });
        Some(match (self.count(Fate::Added), self.count(Fate::Moved)) {
            (added, 0) if added + self.count(Fate::LeftOut) == self.lines.len() => steps(added),
            (0, 0) => "its steps brought up to date".to_owned(),
            (0, moved) => format!("{} moved", steps(moved)),
            (added, 0) => format!("{} added", steps(added)),
            (added, moved) => format!("{} moved, {added} added", steps(moved)),
        })
    }
}

/// So much earlier than its days say a step of a run may be closed, days: reviews and terms follow
/// each other at longer intervals.
const SLACK: i64 = 60;

/// The changes that start a playbook. `existing` are the steps of the account, or those of no
/// account. While one of its steps is open, the same run goes on: open steps take the new day,
/// done and dropped ones stay as they are, missing ones are added, nothing is doubled. What was
/// closed long before the run can have begun was closed for an earlier day. A run about one person
/// or opportunity is none about another.
#[must_use]
pub fn start(playbook: &Playbook, ask: &Ask, existing: &[Step], today: NaiveDate) -> Start {
    let of_it = |step: &&Step| {
        step.playbook.as_deref().is_some_and(|name| same(name, &playbook.name))
            && (step.contact_id.is_none()
                || ask.contact.is_none()
                || step.contact_id == ask.contact)
            && (step.opportunity_id.is_none()
                || ask.opportunity.is_none()
                || step.opportunity_id == ask.opportunity)
    };
    let mut run: Vec<&Step> = existing.iter().filter(of_it).collect();
    if !run.iter().any(|step| step.status.open()) {
        run.clear();
    }
    let since = begun(playbook, ask.on);
    run.retain(|step| step.status.open() || closed_on(step).is_none_or(|day| day >= since));
    let mut started = Start { changes: Vec::new(), expected: Vec::new(), lines: Vec::new() };
    let mut next = -1;
    for play in &playbook.plays {
        let wanted = wanted::find(&ask.wanted, &play.key);
        let due = days::due(play, playbook.anchor, ask.on, today);
        let due = wanted.and_then(|wanted| wanted.due_on).unwrap_or(due);
        let held = found(&run, play).or_else(|| planned(playbook, play, ask, existing));
        let line = match held {
            _ if wanted.is_some_and(|wanted| wanted.out) => left_out(play, ask, held, due),
            Some(step) if step.status.open() => {
                again(playbook, (play, wanted), ask, step, (due, today), &mut started)
            }
            Some(step) => Line {
                key: play.key.clone(),
                title: step.title.clone(),
                fate: if step.status == StepStatus::Done { Fate::Done } else { Fate::Dropped },
                due_on: step.due_on,
                was_on: None,
                step: Some(step.id),
            },
            None => {
                let mut step = Step { id: Id(next), ..new(playbook, play, ask, due, today) };
                if let Some(title) = wanted.and_then(|wanted| wanted.title.as_ref()) {
                    step.title.clone_from(title);
                }
                next -= 1;
                let line = Line {
                    key: play.key.clone(),
                    title: step.title.clone(),
                    fate: Fate::Added,
                    due_on: step.due_on,
                    was_on: None,
                    step: None,
                };
                started.changes.push(step::Change::Added(step).into());
                line
            }
        };
        started.lines.push(line);
    }
    started
}

/// Nothing that was closed before this day was closed for a run that is counted from `on`: for the
/// last review or the last term, one step of which was forgotten. A run from the day of its start
/// may have begun as long ago as it lasts (this project's own decision).
fn begun(playbook: &Playbook, on: NaiveDate) -> NaiveDate {
    let days = || playbook.plays.iter().map(|play| play.day);
    let (first, last) = (days().min().unwrap_or(0), days().max().unwrap_or(0));
    let lasts = match playbook.anchor {
        Anchor::Start | Anchor::Event => last.saturating_sub(first),
        Anchor::ActBy | Anchor::Meeting => 0,
    };
    shift(on, first.saturating_sub(lasts).saturating_sub(SLACK))
}

/// The day it was done, else the day it was due.
fn closed_on(step: &Step) -> Option<NaiveDate> {
    step.done_on.max(step.due_on)
}

/// The step of the run that is this play: an open one before one that is over.
fn found<'a>(run: &[&'a Step], play: &Play) -> Option<&'a Step> {
    let same = run.iter().filter(|step| step.play_step.as_deref() == Some(play.key.as_str()));
    same.copied().min_by_key(|step| (!step.status.open(), std::cmp::Reverse(step.id)))
}

/// The meeting that the playbook leads to, where it was planned before the playbook was started.
fn planned<'a>(
    playbook: &Playbook,
    play: &Play,
    ask: &Ask,
    existing: &'a [Step],
) -> Option<&'a Step> {
    if play.day != 0 || play.meeting.is_none() || play.meeting != playbook.meeting {
        return None;
    }
    existing.iter().find(|step| {
        step.status.open()
            && step.meeting_type == play.meeting
            && step.due_on == Some(ask.on)
            && step.playbook.is_none()
    })
}

/// A step that is not started this time: what is in the plan already stays as it is.
fn left_out(play: &Play, ask: &Ask, held: Option<&Step>, due: NaiveDate) -> Line {
    Line {
        key: play.key.clone(),
        title: held.map_or_else(
            || play.title_for(ask.who.as_deref(), ask.name.as_deref()),
            |step| step.title.clone(),
        ),
        fate: Fate::LeftOut,
        due_on: held.map_or(Some(due), |step| step.due_on),
        was_on: None,
        step: held.map(|step| step.id),
    }
}

/// An open step that is there already.
fn again(
    playbook: &Playbook,
    (play, wanted): (&Play, Option<&Wanted>),
    ask: &Ask,
    old: &Step,
    (due, today): (NaiveDate, NaiveDate),
    started: &mut Start,
) -> Line {
    let mut new = old.clone();
    new.due_on = Some(due);
    if let Some(title) = wanted.and_then(|wanted| wanted.title.as_ref()) {
        new.title.clone_from(title);
    }
    new.first_due_on = old.first_due_on.or(new.due_on);
    if ask.anew {
        // What was planned before the evidence worsened no longer covers it.
        new.created_on = today;
    }
    new.plan_id = ask.plan.or(old.plan_id);
    new.signal = ask.signal.clone().or_else(|| old.signal.clone());
    new.contact_id = ask.contact.or(old.contact_id);
    new.opportunity_id = ask.opportunity.or(old.opportunity_id);
    new.playbook = Some(playbook.name.clone());
    new.play_step = Some(play.key.clone());
    new.agenda = old.agenda.clone().or_else(|| play.agenda.clone());
    if new.plan_id != old.plan_id {
        // A priority is one of its own cycle.
        new.priority_id = None;
    }
    let fields: Vec<Field> = new.fields_changed_from(old);
    if !fields.is_empty() {
        started.expected.extend(old.expects(&fields));
        started.changes.push(step::Change::Edited { id: old.id, fields }.into());
    }
    let moved = old.due_on != new.due_on;
    Line {
        key: play.key.clone(),
        title: new.title,
        fate: if moved { Fate::Moved } else { Fate::Kept },
        due_on: new.due_on,
        was_on: old.due_on.filter(|_| moved),
        step: Some(old.id),
    }
}

fn new(playbook: &Playbook, play: &Play, ask: &Ask, due: NaiveDate, today: NaiveDate) -> Step {
    let title = play.title_for(ask.who.as_deref(), ask.name.as_deref());
    let mut step = Step::titled(&title, Some(due), today);
    step.account_id = ask.account;
    step.plan_id = ask.plan;
    step.kind = play.kind;
    step.meeting_type = play.meeting;
    step.owner = play.owner;
    step.client_sees = play.client_sees;
    step.agenda.clone_from(&play.agenda);
    step.contact_id = ask.contact;
    step.opportunity_id = ask.opportunity;
    step.signal.clone_from(&ask.signal);
    step.playbook = Some(playbook.name.clone());
    step.play_step = Some(play.key.clone());
    step
}
