//! The feedback agreement: since when they let themselves be asked, who is to be asked again, when
//! the results are to be shared. Source: CustomerGauge's Account Success process.

use super::response::asked_on;
use crate::domain::away::reached;
use crate::domain::cell::Id;
use crate::domain::contact::Contact;
use crate::domain::day::{day, shift};
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::signal::sentence::count;
use chrono::NaiveDate;

/// Somebody to be asked.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Due {
    pub contact: Id,
    pub name: String,
    /// None: never.
    pub asked_on: Option<NaiveDate>,
    pub due_on: NaiveDate,
}

/// What was agreed about being asked, and what falls due by it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Agreement {
    /// None: there is no agreement, and nobody is due.
    pub agreed_on: Option<NaiveDate>,
    /// Who is to be asked now, who waits longest first.
    pub due: Vec<Due>,
    /// When the next of the others is to be asked.
    pub next_on: Option<NaiveDate>,
    pub shared_on: Option<NaiveDate>,
    /// When the results are to be shared; none before there is an agreement and an answer.
    pub results_due_on: Option<NaiveDate>,
    pub results_late: bool,
    pub text: String,
}

/// When a contact is to be asked: so long after the last time; the first time once there is an
/// agreement and the contact has been in the record for a while.
fn due_on(
    contact: &Contact,
    asked: Option<NaiveDate>,
    agreed: NaiveDate,
    rules: &Rules,
) -> NaiveDate {
    match asked {
        Some(asked) => reached(asked, rules.days(Limit::SurveyEvery), &rules.away),
        None => agreed.max(shift(contact.created_on, rules.days(Limit::GapRest))),
    }
}

/// The agreement as it stands on a day.
#[must_use]
pub fn agreement(records: &Records, rules: &Rules, today: NaiveDate) -> Agreement {
    let account = &records.account;
    let agreed_on = account.feedback_agreed_on.filter(|day| *day <= today);
    let shared_on = account.results_shared_on.filter(|day| *day <= today);
    let (mut due, later): (Vec<Due>, Vec<Due>) = records
        .contacts
        .iter()
        .filter(|contact| contact.active_on(today))
        .filter_map(|contact| {
            let asked_on = asked_on(records, contact.id, today);
            let due_on = due_on(contact, asked_on, agreed_on?, rules);
            Some(Due { contact: contact.id, name: contact.name.clone(), asked_on, due_on })
        })
        .partition(|one| one.due_on <= today);
    due.sort_by_key(|one| (one.due_on, one.contact));
    let next_on = later.iter().map(|one| one.due_on).min();
    let results_due_on = agreed_on.and_then(|agreed| {
        let first =
            records.answers.iter().map(|one| one.on_date).filter(|day| *day >= agreed).min();
        let since = shared_on.max(first)?;
        Some(shift(since, rules.days(Limit::ResultsEvery)))
    });
    let results_late = results_due_on.is_some_and(|day| day < today);
    let text = told(agreed_on, &due, next_on, today);
    Agreement { agreed_on, due, next_on, shared_on, results_due_on, results_late, text }
}

fn told(
    agreed_on: Option<NaiveDate>,
    due: &[Due],
    next_on: Option<NaiveDate>,
    today: NaiveDate,
) -> String {
    let Some(agreed) = agreed_on else {
        return "no feedback agreement: nobody is asked before there is one".to_owned();
    };
    let agreed = day(agreed, today);
    match (due.len(), next_on) {
        (0, None) => format!("agreed on {agreed}, nobody to ask"),
        (0, Some(next)) => format!("agreed on {agreed}, next to ask on {}", day(next, today)),
        (n, _) => format!("agreed on {agreed}, {} to ask", count(n, "contact")),
    }
}

#[cfg(test)]
mod tests;
