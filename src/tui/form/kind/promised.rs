//! One thing for next week, typed in a line: whose it is, what is to be done, and by when. It
//! becomes a step like any other, so that next week tells what became of it.

use super::Says;
use crate::desk::{Act, Commit};
use crate::domain::capture::{dated, whose};
use crate::domain::cell::Id;
use crate::domain::day::{day, friday_of_next_week};
use crate::domain::plan::step::{self, Step};
use crate::domain::review::commitment::{self, Commitment};
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{FieldKind, FieldSpec, Spec};
use crate::tui::form::subject::Subject;
use crate::tui::form::values::Values;
use crate::tui::widget::phrase;
use chrono::NaiveDate;

const KEY: &str = "thing";

/// The step among the changes.
const STEP: Id = Id(-1);

/// The line as it is understood.
#[derive(Debug, PartialEq)]
struct Thing {
    account: Option<Id>,
    title: String,
    due: NaiveDate,
}

/// Where no day is said, it is due on the Friday of next week.
fn read(text: &str, facts: &Facts) -> Thing {
    let (account, rest) = whose(text, &facts.accounts);
    let (title, due) = dated(&rest, facts.today, facts.order);
    Thing { account, title, due: due.unwrap_or_else(|| friday_of_next_week(facts.today)) }
}

fn name(account: Option<Id>, facts: &Facts) -> Option<&str> {
    let of = facts.accounts.iter().find(|(id, _)| Some(*id) == account);
    of.map(|(_, name)| name.as_str())
}

pub(super) fn spec(subject: &Subject, facts: &Facts) -> Option<Spec> {
    let Subject::Promised { .. } = subject else { return None };
    let field = FieldSpec::new(KEY, "to do", FieldKind::Line, "")
        .hint("northwind call Dana about the budget wed");
    let until = day(friday_of_next_week(facts.today), facts.today);
    let lead = vec![format!("Begin with the account, where it is about one; a day, else {until}.")];
    Some(Spec { title: "One thing for next week".to_owned(), lead, fields: vec![field] })
}

pub(super) fn says(facts: &Facts, values: &Values<'_>) -> Says {
    let Some(text) = values.text(KEY) else { return Says::new() };
    let thing = read(&text, facts);
    let whose = name(thing.account, facts).map(|name| format!("{name} · ")).unwrap_or_default();
    let title = if thing.title.is_empty() { "…" } else { &thing.title };
    let due = phrase::weekday(thing.due, facts.today);
    vec![(KEY, format!("{whose}{title} · due {due}"))]
}

pub(super) fn save(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Option<Commit> {
    let Subject::Promised { review, place } = subject else { return None };
    let text = values.needed(KEY, "what is to be done");
    let Thing { account, title, due } = read(&text, facts);
    if !text.is_empty() && title.is_empty() {
        values.wrong(KEY, "say what is to be done, not only whose it is and when");
    }
    if due < facts.today {
        values.wrong(KEY, "that day is past");
    }
    let whose = name(account, facts).map(|name| format!("{name}: ")).unwrap_or_default();
    let says = format!("{whose}{title}, {}", phrase::weekday(due, facts.today));
    let act = Act::edit(format!("For next week: {says}"), account);
    let made = Step::titled(&title, Some(due), facts.today);
    let cycle = facts.cycles.iter().find(|(of, _)| Some(*of) == account);
    let plan_id = cycle.map(|(_, plan)| *plan);
    let step = Step { id: STEP, account_id: account, plan_id, ..made };
    let commitment = Commitment {
        id: Id(0),
        review_id: Id(*review),
        place: *place,
        account_id: account,
        step_id: Some(STEP),
        text: says,
    };
    let changes =
        vec![step::Change::Added(step).into(), commitment::Change::Added(commitment).into()];
    Some(Commit::new(act, changes))
}

#[cfg(test)]
mod tests;
