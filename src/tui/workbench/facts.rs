//! What a form knows of the book, read when it is opened.

use crate::desk::Reading;
use crate::domain::agenda::{Due, What};
use crate::domain::cell::Id;
use crate::domain::day::shift;
use crate::domain::forecast::quarter::Quarter;
use crate::domain::page::Kind;
use crate::domain::plan::cycle::Plan;
use crate::domain::plan::step::{Step, StepKind};
use crate::domain::plan::step_person::StepPerson;
use crate::domain::playbook::named;
use crate::domain::review::Review;
use crate::domain::review::commitment::Commitment;
use crate::domain::review::deed::MOST;
use crate::domain::when::Order;
use crate::error::{Error, Kind as Cause, Result};
use crate::text;
use crate::tui::form::facts::Facts;
use crate::tui::form::plain::{self, cells::Cells};
use crate::tui::form::subject::Subject;
use crate::tui::shown::Shown;
use std::cmp::Reverse;

/// So many days ahead an absence is looked through for what falls inside.
const LOOKS_AHEAD: i64 = 3 * 365;

/// What a form about this knows of the book.
pub(super) fn read(
    subject: &Subject,
    shown: &Shown,
    reading: &Reading,
    order: Order,
) -> Result<Facts> {
    let dossier = match subject.account() {
        None => None,
        Some(account) => match &shown.dossier {
            Some(held) if held.records.account.id == account => Some(held.clone()),
            _ => Some(reading.dossier(account, shown.today)?),
        },
    };
    if let Subject::Promised { review, .. } = subject {
        // Typed long ago, perhaps: its review may be over by now.
        let over = reading.record::<Review>(Id(*review))?.closed_on.is_some();
        let held = reading.naming::<Commitment>("review_id", Id(*review))?.len();
        if over || held >= MOST {
            let says = if over { "that review is over" } else { "three promises stand already" };
            return Err(Error::new(Cause::Usage, says)
                .hint("what was typed is kept until it is thrown away"));
        }
    }
    let (talk, talk_people) = match subject {
        Subject::Talk { talk: Some(talk), .. } => {
            (reading.talk(Id(*talk))?, reading.naming("talk_id", Id(*talk))?)
        }
        _ => (None, Vec::new()),
    };
    let step_people = match subject {
        Subject::Step { step: Some(step), .. } | Subject::Held { step, .. } => {
            reading.naming("step_id", Id(*step))?
        }
        Subject::Left { .. } => {
            let steps = dossier.iter().flat_map(|dossier| &dossier.records.steps);
            let mut invited = Vec::new();
            for meeting in steps.filter(|step| step.status.open() && step.kind == StepKind::Meeting)
            {
                invited.extend(reading.naming::<StepPerson>("step_id", meeting.id)?);
            }
            invited
        }
        _ => Vec::new(),
    };
    let contact = match subject {
        Subject::Person { contact: Some(contact), .. } | Subject::Left { contact, .. } => {
            Some(reading.record(Id(*contact))?)
        }
        _ => None,
    };
    let step = match subject {
        Subject::Step { account: None, step: Some(step), .. }
        | Subject::Moved { account: None, step }
        | Subject::Dropped { account: None, step } => Some(reading.record(Id(*step))?),
        _ => None,
    };
    let accounts = shown.whole().rows.iter().map(|row| (row.account, row.name.clone()));
    let mut facts = Facts {
        today: shown.today,
        base: reading.rules().exchange.base,
        order,
        accounts: accounts.collect(),
        dossier,
        talk,
        talk_people,
        step_people,
        contact,
        step,
        advice: Vec::new(),
        cells: cells(subject, reading)?,
        tier: shown.dossier.as_ref().and_then(|dossier| dossier.records.account.tier),
        dues: dues(subject, shown, reading)?,
        cycles: cycles(subject, shown, reading)?,
        setting: match subject {
            Subject::Target { quarter } => match Quarter::typed(quarter, shown.today) {
                Some(quarter) => reading.target(quarter)?,
                None => None,
            },
            _ => None,
        },
        colleagues: reading.every()?,
        rules: shown.rules.clone(),
    };
    if let Subject::Step { step: Some(step), .. } = subject {
        facts.advice = facts.step(*step).map(|step| advice(step, shown)).unwrap_or_default();
    }
    Ok(facts)
}

/// Which cycle runs on each account that is to get the same step.
fn cycles(subject: &Subject, shown: &Shown, reading: &Reading) -> Result<Vec<(Id, Id)>> {
    if !matches!(subject, Subject::StepForAll { .. } | Subject::Promised { .. }) {
        return Ok(Vec::new());
    }
    let today = shown.today;
    let mut plans: Vec<Plan> = reading.every()?;
    plans.retain(|plan| plan.starts_on <= today && plan.ended_on.is_none_or(|on| on > today));
    plans.sort_by_key(|plan| Reverse((plan.starts_on, plan.id)));
    Ok(plans.into_iter().map(|plan| (plan.account_id, plan.id)).collect())
}

/// The plain record that a form is about.
fn cells(subject: &Subject, reading: &Reading) -> Result<Option<Cells>> {
    let Subject::Record { kind, id: Some(id), .. } = subject else { return Ok(None) };
    let Some(kind) = Kind::from_word(kind) else { return Ok(None) };
    plain::cells::read(kind, Id(*id), reading).map(Some)
}

/// The promises and the last days of contracts to come, where the form is about an absence.
fn dues(subject: &Subject, shown: &Shown, reading: &Reading) -> Result<Vec<Due>> {
    if subject.kind() != Some(Kind::Away) {
        return Ok(Vec::new());
    }
    let agenda = reading.agenda(shown.today, shift(shown.today, LOOKS_AHEAD))?;
    let dues = agenda.days.into_iter().flat_map(|day| day.dues);
    Ok(dues.filter(|due| matches!(due.what, What::Promise | What::Notice | What::End)).collect())
}

/// What the playbook says to a step of it.
fn advice(step: &Step, shown: &Shown) -> Vec<String> {
    let (Some(name), Some(key)) = (&step.playbook, &step.play_step) else { return Vec::new() };
    let Some(play) = named(shown.shelf.all(), name).and_then(|playbook| playbook.play(key)) else {
        return Vec::new();
    };
    play.advice()
        .into_iter()
        .map(|(word, advice)| format!("{}: {advice}", text::capital(word)))
        .collect()
}
