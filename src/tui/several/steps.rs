//! Several steps at once: done, another day, dropped, handed to somebody, removed.

use super::accounts::names;
use super::{DAYS, Several};
use crate::desk::{Act, Commit, Reading};
use crate::domain::cell::Id;
use crate::domain::change::{Change, Expected};
use crate::domain::day::day;
use crate::domain::ours::colleague::Colleague;
use crate::domain::plan::step::{self, Field, Step, StepKind, StepOwner, StepStatus};
use crate::domain::signal::sentence::count;
use crate::domain::when;
use crate::error::{Kind, Result};
use crate::tui::action::{Opening, Wish};
use crate::tui::layer::pick::{Item, Pick};
use crate::tui::screen::book::Sight;
use crate::tui::widget::phrase;
use chrono::NaiveDate;

/// Reasons that are often enough the reason.
const REASONS: [&str; 4] =
    ["no longer needed", "they do not want it", "overtaken by something else", "no time for it"];

/// What can be done to several steps at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OnSteps {
    /// Done today. A meeting is left out: it asks how it went.
    Done,
    /// Asks for the day.
    Move,
    MoveTo(NaiveDate),
    /// Asks for the reason.
    Drop,
    DropFor(String),
    /// Asks who is to do them.
    Hand,
    /// To a colleague of this name; none: to me.
    HandTo(Option<String>),
    /// Out of the book, as if they had never been there.
    Remove,
}

/// Why a step stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    Closed,
    Meeting,
    Same,
}

/// The steps that a deed changes, each with what it becomes, and how many stay and why.
#[derive(Debug, Default)]
struct Sorted<'a> {
    meant: Vec<(&'a Step, Step)>,
    left: Vec<Left>,
}

pub(super) fn wishes(
    ids: &[Id],
    deed: &OnSteps,
    note: Option<&str>,
    reading: &Reading,
    sight: &Sight<'_>,
) -> Result<Vec<Wish>> {
    let mut steps = Vec::new();
    for id in ids {
        match reading.record::<Step>(*id) {
            Ok(step) => steps.push(step),
            // Whoever took it away in the meantime wanted it gone.
            Err(error) if error.kind == Kind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(match deed {
        OnSteps::Move | OnSteps::Drop | OnSteps::Hand => {
            let open: Vec<&Step> = steps.iter().filter(|step| step.status.open()).collect();
            if open.is_empty() {
                return Ok(none_left(&vec![Left::Closed; steps.len()]));
            }
            let mut lead = vec![told_of(&open, sight)];
            lead.extend(note.map(str::to_owned));
            lead.extend(left_out(&vec![Left::Closed; steps.len() - open.len()]));
            vec![Wish::Open(Opening::Pick(question(deed, (ids, &open), lead, reading, sight)?))]
        }
        _ => changed(deed, &steps, sight.today),
    })
}

/// The question, with the steps that it is about over it.
fn question(
    deed: &OnSteps,
    (ids, open): (&[Id], &[&Step]),
    mut lead: Vec<String>,
    reading: &Reading,
    sight: &Sight<'_>,
) -> Result<Pick> {
    let takes = |deed: OnSteps| Wish::Together(Several::steps(ids.to_vec(), deed));
    let those = count(open.len(), "step");
    let promises = open.iter().filter(|step| step.kind == StepKind::Promise).count();
    let (title, items) = match deed {
        OnSteps::Move => {
            if promises > 0 {
                let of = if open.len() == 1 { "It" } else { &format!("{promises} of them") };
                lead.push(format!("{of} was promised to the client: say the new day there too."));
            }
            let item = |said: &&str| {
                let to = when::day(said, sight.today)?;
                let note = phrase::weekday(to, sight.today);
                Some(Item::new(*said, note, takes(OnSteps::MoveTo(to))))
            };
            (format!("Move {those} to"), DAYS.iter().filter_map(item).collect())
        }
        OnSteps::Drop => {
            lead.push("What is dropped counts neither as done nor as late.".to_owned());
            if promises > 0 {
                let of = if open.len() == 1 { "It" } else { &format!("{promises} of them") };
                lead.push(format!("{of} was promised to the client: tell them first."));
            }
            let item = |why: &&str| Item::new(*why, "", takes(OnSteps::DropFor((*why).to_owned())));
            (format!("Drop {those}: why?"), REASONS.iter().map(item).collect())
        }
        _ => {
            let mut items = vec![Item::new("me", "", takes(OnSteps::HandTo(None)))];
            let ours = reading.every::<Colleague>()?;
            items.extend(ours.into_iter().filter(|one| one.archived_on.is_none()).map(|one| {
                let to = OnSteps::HandTo(Some(one.name.clone()));
                Item::new(one.name, one.function.unwrap_or_default(), takes(to))
            }));
            (format!("Who does {those}?"), items)
        }
    };
    lead.push(match deed {
        OnSteps::Move => "Or type a day: 30 nov, +3w, end of january.".to_owned(),
        OnSteps::Drop => "Or type the reason.".to_owned(),
        _ => "Or type another colleague's name.".to_owned(),
    });
    Ok(Pick::new(title, items).lead(lead).typed(Several::steps(ids.to_vec(), deed.clone())))
}

/// One commit for all that the deed changes.
fn changed(deed: &OnSteps, steps: &[Step], today: NaiveDate) -> Vec<Wish> {
    let mut sorted = Sorted::default();
    for step in steps {
        match becomes(deed, step, today) {
            Ok(new) => sorted.meant.push((step, new)),
            Err(left) => sorted.left.push(left),
        }
    }
    let Sorted { meant, left } = sorted;
    if meant.is_empty() {
        return none_left(&left);
    }
    let mut expected: Vec<Expected> = Vec::new();
    let mut changes: Vec<Change> = Vec::new();
    for (old, new) in &meant {
        if *deed == OnSteps::Remove {
            changes.push(step::Change::Removed(old.id).into());
            continue;
        }
        let fields: Vec<Field> = new.fields_changed_from(old);
        expected.extend(old.expects(&fields));
        changes.push(step::Change::Edited { id: old.id, fields }.into());
    }
    let olds: Vec<&Step> = meant.iter().map(|(old, _)| *old).collect();
    let label = format!("{} {}", called(&olds), past(deed, today));
    let mut act = Act::edit(label, only_account(&olds));
    act.left_out = left_out(&left);
    vec![Wish::Commit(Commit::new(act, changes).expecting(expected))]
}

/// What a step becomes, or why it stays as it is.
fn becomes(deed: &OnSteps, old: &Step, today: NaiveDate) -> std::result::Result<Step, Left> {
    let mut new = old.clone();
    if *deed == OnSteps::Remove {
        return Ok(new);
    }
    if !old.status.open() {
        return Err(Left::Closed);
    }
    match deed {
        // Only who held it can say how it went.
        OnSteps::Done if old.kind == StepKind::Meeting && old.account_id.is_some() => {
            return Err(Left::Meeting);
        }
        OnSteps::Done => {
            new.status = StepStatus::Done;
            new.done_on = Some(today);
        }
        OnSteps::MoveTo(to) => {
            new.due_on = Some(*to);
            new.first_due_on = old.first_due_on.or(old.due_on).or(Some(*to));
        }
        OnSteps::DropFor(why) => {
            new.status = StepStatus::Dropped;
            new.done_on = None;
            new.drop_reason = Some(why.clone());
        }
        OnSteps::HandTo(name) => {
            if old.owner == StepOwner::Client {
                new.contact_id = None;
            }
            new.owner = if name.is_some() { StepOwner::Colleague } else { StepOwner::Me };
            new.owner_name.clone_from(name);
        }
        OnSteps::Move | OnSteps::Drop | OnSteps::Hand | OnSteps::Remove => {}
    }
    if new == *old { Err(Left::Same) } else { Ok(new) }
}

/// What was done, after the steps it was done to.
fn past(deed: &OnSteps, today: NaiveDate) -> String {
    match deed {
        OnSteps::Done => "done".to_owned(),
        OnSteps::MoveTo(to) => format!("moved to {}", day(*to, today)),
        OnSteps::HandTo(Some(name)) => format!("handed to {name}"),
        OnSteps::HandTo(None) => "handed to me".to_owned(),
        OnSteps::DropFor(_) => "dropped".to_owned(),
        OnSteps::Move | OnSteps::Drop | OnSteps::Hand | OnSteps::Remove => "removed".to_owned(),
    }
}

/// `ROI sheet`, `3 steps`, `5 steps of 3 accounts`.
fn called(steps: &[&Step]) -> String {
    if let [one] = steps {
        return one.title.clone();
    }
    let accounts = accounts(steps).len();
    let of = if accounts > 1 { format!(" of {accounts} accounts") } else { String::new() };
    format!("{} steps{of}", steps.len())
}

fn accounts(steps: &[&Step]) -> Vec<Id> {
    let mut accounts: Vec<Id> = Vec::new();
    for account in steps.iter().filter_map(|step| step.account_id) {
        if !accounts.contains(&account) {
            accounts.push(account);
        }
    }
    accounts
}

/// The account that all of them are of.
fn only_account(steps: &[&Step]) -> Option<Id> {
    let [first, rest @ ..] = steps else { return None };
    let same = rest.iter().all(|step| step.account_id == first.account_id);
    first.account_id.filter(|_| same)
}

/// Which steps a question is about: their titles where they are of one account, else whose.
fn told_of(steps: &[&Step], sight: &Sight<'_>) -> String {
    let accounts = accounts(steps);
    let told: Vec<&str> = if accounts.len() > 1 {
        let name = |id: &Id| sight.whole.rows.iter().find(|row| row.account == *id);
        let of = accounts.iter().filter_map(name).map(|row| row.name.as_str());
        let loose = steps.iter().any(|step| step.account_id.is_none());
        of.chain(loose.then_some("no account")).collect()
    } else {
        steps.iter().map(|step| step.title.as_str()).collect()
    };
    names(told.into_iter())
}

/// `2 meetings stay: Space on each`; none where nothing was left out.
fn left_out(left: &[Left]) -> Option<String> {
    let of = |wanted: Left| left.iter().filter(|one| **one == wanted).count();
    let mut said = Vec::new();
    match of(Left::Meeting) {
        0 => {}
        1 => said.push("1 meeting stays: Space on it".to_owned()),
        some => said.push(format!("{some} meetings stay: Space on each")),
    }
    match of(Left::Closed) {
        0 => {}
        1 => said.push("1 is closed already".to_owned()),
        some => said.push(format!("{some} are closed already")),
    }
    match of(Left::Same) {
        0 => {}
        1 => said.push("1 is so already".to_owned()),
        some => said.push(format!("{some} are so already")),
    }
    (!said.is_empty()).then(|| said.join(", "))
}

/// Nothing would change.
fn none_left(left: &[Left]) -> Vec<Wish> {
    let says = left_out(left).unwrap_or_else(|| "these steps are there no more".to_owned());
    vec![Wish::Say(format!("Nothing changes: {says}."))]
}

#[cfg(test)]
mod tests;
