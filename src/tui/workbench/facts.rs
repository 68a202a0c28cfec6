//! What a form knows of the book, read when it is opened.

use crate::desk::Reading;
use crate::domain::agenda::{Due, What};
use crate::domain::cell::Id;
use crate::domain::day::shift;
use crate::domain::page::Kind;
use crate::domain::plan::step::{Step, StepKind};
use crate::domain::plan::step_person::StepPerson;
use crate::domain::playbook::named;
use crate::domain::when::Order;
use crate::error::Result;
use crate::text;
use crate::tui::form::facts::Facts;
use crate::tui::form::plain::{self, cells::Cells};
use crate::tui::form::subject::Subject;
use crate::tui::shown::Shown;

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
    let Subject::StepForAll { accounts, .. } = subject else { return Ok(Vec::new()) };
    let mut cycles = Vec::new();
    for account in accounts {
        let records = reading.dossier(Id(*account), shown.today)?.records;
        cycles.extend(records.plan.map(|plan| (Id(*account), plan.id)));
    }
    Ok(cycles)
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
