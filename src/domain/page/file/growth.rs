//! The growth steps: each lit or dark, why, and what would light it.

use crate::domain::account;
use crate::domain::cell::Id;
use crate::domain::contact::{Contact, Level};
use crate::domain::day::{shift, weekday, worked_after};
use crate::domain::growth::steps::{AGENDA, GrowthStep, Light, planned};
use crate::domain::page::{Case, Cell, Doing, Entry, Ground, Kind, Line, Link, Proof, Span};
use crate::domain::plan::step::{self, MeetingType, Step, StepKind};
use crate::domain::plan::step_person::{self, StepPerson};

/// Within so many days a conversation is proposed.
const CONVERSATION_DAYS: i64 = 7;

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let steps = &case.picture.growth.steps;
    let figure = format!("{} of {} lit", steps.lit, steps.asked);
    let ground = Ground::new(format!("Growth steps: {figure}"), "growth steps")
        .say(steps.says.clone())
        .on(steps.steps.iter().flat_map(|one| one.evidence.iter().map(Proof::from)));
    let title = Line::part("Growth steps", vec![Span::text(figure)]);
    let mut lines = vec![title.with(Entry::figure("growth", ground))];
    for light in &steps.steps {
        lines.push(line(case, light));
        lines.extend(light.light.as_ref().map(|says| Line::prose(format!("→ {says}"))));
    }
    lines
}

fn line(case: &Case<'_>, light: &Light) -> Line {
    let sign = if light.lit { Span::healthy("● ") } else { Span::watch("○ ") };
    let cells = vec![
        Cell::left(24, vec![sign, Span::text(format!("{} {}", light.number, light.step))]),
        Cell::rest(vec![Span::dim(light.why.clone())]),
    ];
    let state = if light.lit { "lit" } else { "dark" };
    let ground =
        Ground::new(format!("Step {}, {}: {state}", light.number, light.step), "growth steps")
            .say(light.why.clone())
            .say(light.light.clone().unwrap_or_default())
            .on(light.evidence.iter().map(Proof::from));
    let mut entry = Entry::figure(format!("growth {}", light.number), ground);
    entry.link = link(case, light);
    entry.doing = doing(case, light);
    Line::row(cells).with(entry)
}

/// What is written to light it.
fn link(case: &Case<'_>, light: &Light) -> Option<Link> {
    let growth = &case.picture.growth;
    let newest = |kind, id: Option<Id>| id.map_or(Link::new(kind), |id| Link::to(kind, id));
    Some(match light.step {
        GrowthStep::Understand => {
            let held = growth.understanding.history.first().filter(|_| growth.understanding.fresh);
            newest(Kind::Discovery, held.map(|one| one.id))
        }
        GrowthStep::Qualify => {
            let held = growth.qualified.latest.as_ref().filter(|_| growth.qualified.fresh);
            newest(Kind::Qualification, held.map(|one| one.id))
        }
        GrowthStep::Execute => {
            let late = light.evidence.iter().filter_map(Link::behind);
            let late = late.into_iter().find(|one| one.kind == Kind::Step);
            let plan = case.records.plan.as_ref().filter(|one| one.ended_on.is_none());
            late.unwrap_or_else(|| newest(Kind::Plan, plan.map(|one| one.id)))
        }
        GrowthStep::Loyalty => Link::new(Kind::Loyalty),
        GrowthStep::Conversation => {
            newest(Kind::Step, planned(case.records, case.today).map(|one| one.id))
        }
        GrowthStep::Review => return None,
    })
}

/// What Space does about it: a conversation is planned, the own review was made.
fn doing(case: &Case<'_>, light: &Light) -> Option<Doing> {
    match light.step {
        GrowthStep::Conversation if planned(case.records, case.today).is_none() => {
            Some(conversation(case))
        }
        GrowthStep::Review if case.records.account.reviewed_on != Some(case.today) => {
            let account = &case.records.account;
            let fields = vec![account::Field::ReviewedOn(Some(case.today))];
            Some(Doing {
                says: "reviewed today",
                label: format!("{}: reviewed", account.name),
                expected: account.expects(&fields),
                changes: vec![account::Change::Edited { id: account.id, fields }.into()],
            })
        }
        _ => None,
    }
}

/// A meeting with whoever decides or influences and was talked with last.
fn conversation(case: &Case<'_>) -> Doing {
    let account = &case.records.account;
    let due = worked_after(shift(case.today, CONVERSATION_DAYS));
    let spoke = |one: &Contact| {
        let talks = case.records.last_two_way_with.iter().filter(|(id, _)| *id == one.id);
        talks.map(|(_, day)| *day).max()
    };
    let people = case.records.contacts.iter().filter(|one| one.active_on(case.today));
    let weighty =
        people.filter(|one| matches!(one.level, Some(Level::DecisionMaker | Level::Influencer)));
    let whom = weighty.max_by_key(|one| (spoke(one), std::cmp::Reverse(one.id)));
    let with = whom.map_or_else(String::new, |one| format!(" with {}", one.name));
    let mut meeting = Step::titled(&format!("Growth conversation{with}"), Some(due), case.today);
    meeting.id = Id(-1);
    meeting.account_id = Some(account.id);
    meeting.kind = StepKind::Meeting;
    meeting.meeting_type = Some(MeetingType::GrowthConversation);
    meeting.agenda = Some(AGENDA.to_owned());
    meeting.contact_id = whom.map(|one| one.id);
    meeting.plan_id = case.records.plan.as_ref().map(|plan| plan.id);
    let mut changes = vec![step::Change::Added(meeting).into()];
    changes.extend(whom.map(|one| {
        let invited = StepPerson { id: Id(-2), step_id: Id(-1), contact_id: one.id };
        step_person::Change::Added(invited).into()
    }));
    Doing {
        says: "plan it",
        label: format!(
            "{}: growth conversation{with} planned for {}",
            account.name,
            weekday(due, case.today)
        ),
        changes,
        expected: Vec::new(),
    }
}
