//! From the cells of a row to the record that they describe, defaults for all they do not say.

use super::field::Field;
use super::refusal::Reason;
use super::row::Row;
use crate::domain::account::{Account, Stage, Status, Tier};
use crate::domain::cell::Id;
use crate::domain::contact::{Contact, Level};
use crate::domain::plan::step::{Step, StepStatus};
use crate::domain::revenue::opportunity::{Opportunity, OpportunityStage};
use crate::domain::talk::{Talk, TalkKind};
use chrono::NaiveDate;

/// An open task this many days late when it comes in is old: one line to decide on.
pub const OLD_AFTER_DAYS: i64 = 90;

/// The records that a row names, as far as they were found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Named {
    pub account: Option<Id>,
    pub contact: Option<Id>,
}

fn name(row: &Row) -> Result<String, Reason> {
    row.line(Field::Name)
        .ok_or_else(|| Reason::new("the name is empty").column(row.column(Field::Name)))
}

/// # Errors
/// An empty name, or a cell that cannot be read.
pub fn account(row: &Row, day: NaiveDate) -> Result<Account, Reason> {
    let turnover = row.amount(Field::Turnover)?;
    Ok(Account {
        status: row.word(Field::Status, Status::ALL, Status::from_word)?.unwrap_or(Status::Active),
        stage: row.word(Field::Stage, Stage::ALL, Stage::from_word)?,
        tier: row.word(Field::Tier, Tier::ALL, tier)?,
        customer_since: row.day(Field::CustomerSince)?,
        industry: row.line(Field::Industry),
        website: row.line(Field::Website),
        phone: row.line(Field::Phone),
        city: row.line(Field::City),
        country: row.line(Field::Country),
        employees: row.whole(Field::Employees)?,
        turnover: turnover.map(|money| money.minor),
        turnover_currency: turnover.map(|money| money.currency),
        owner_name: row.line(Field::Owner),
        note: row.text(Field::Note),
        ..Account::named(&name(row)?, day)
    })
}

/// A tier by its word or its letter.
fn tier(word: &str) -> Option<Tier> {
    let letter = |tier: &Tier| tier.letter().eq_ignore_ascii_case(word.trim());
    Tier::from_word(word).or_else(|| Tier::ALL.iter().copied().find(letter))
}

/// # Errors
/// An empty name, or a cell that cannot be read.
pub fn contact(row: &Row, named: Named, day: NaiveDate) -> Result<Contact, Reason> {
    let full = row.line(Field::Name).or_else(|| {
        let parts: Vec<String> = [Field::FirstName, Field::LastName]
            .into_iter()
            .filter_map(|field| row.line(field))
            .collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    });
    let Some(full) = full else {
        let field = if row.manner.columns.of(Field::Name).is_empty() {
            Field::LastName
        } else {
            Field::Name
        };
        return Err(Reason::new("the name is empty").column(row.column(field)));
    };
    let employer = row.line(Field::Account).or_else(|| row.line(Field::Employer));
    Ok(Contact {
        title: row.line(Field::Title),
        level: row.word(Field::Level, Level::ALL, Level::from_word)?,
        email: row.line(Field::Email),
        phone: row.line(Field::Phone),
        mobile: row.line(Field::Mobile),
        birthday: row.day(Field::Birthday)?,
        employer: employer.filter(|_| named.account.is_none()),
        verified_on: row.day(Field::VerifiedOn)?,
        note: row.text(Field::Note),
        ..Contact::named(&full, named.account, day)
    })
}

/// # Errors
/// An empty name, or a cell that cannot be read.
pub fn opportunity(row: &Row, named: Named, day: NaiveDate) -> Result<Opportunity, Reason> {
    let amount = row.amount(Field::Amount)?;
    let stage = row.word(Field::Stage, OpportunityStage::ALL, OpportunityStage::from_word)?;
    let stage = match (row.yes(Field::Closed)?, row.yes(Field::Won)?) {
        (_, Some(true)) => Some(OpportunityStage::Won),
        (Some(true), _) if stage != Some(OpportunityStage::Won) => Some(OpportunityStage::Lost),
        _ => stage,
    };
    let probability = row.percent(Field::Probability)?;
    Ok(Opportunity {
        amount: amount.map(|money| money.minor),
        currency: amount.map(|money| money.currency),
        stage: stage.unwrap_or(OpportunityStage::Idea),
        crm_stage: row.line(Field::Stage),
        probability,
        close_on: row.day(Field::CloseOn)?,
        note: row.text(Field::Note),
        ..Opportunity::titled(&name(row)?, named.account, day)
    })
}

/// The task is done in the file: what it was about has been talked about.
///
/// # Errors
/// A cell that cannot be read.
pub fn task_closed(row: &Row) -> Result<bool, Reason> {
    Ok(row.yes(Field::Closed)? == Some(true)
        || row.word(Field::Status, StepStatus::ALL, StepStatus::from_word)?
            == Some(StepStatus::Done))
}

fn subject(row: &Row) -> Result<String, Reason> {
    row.line(Field::Name)
        .or_else(|| row.line(Field::Type))
        .ok_or_else(|| Reason::new("the subject is empty").column(row.column(Field::Name)))
}

/// A task as a loose step. `day`: the day it came in, which decides whether it is old; `today`:
/// the day it was done where the file does not tell.
///
/// # Errors
/// An empty subject, or a cell that cannot be read.
pub fn step(row: &Row, named: Named, day: NaiveDate, today: NaiveDate) -> Result<Step, Reason> {
    let due_on = row.day(Field::DueOn)?;
    let late = due_on.is_some_and(|due| (day - due).num_days() > OLD_AFTER_DAYS);
    let status = row
        .word(Field::Status, StepStatus::ALL, StepStatus::from_word)?
        .unwrap_or(StepStatus::Open);
    let done = task_closed(row)?;
    let done_on = if done { Some(row.day(Field::DoneOn)?.unwrap_or(today)) } else { None };
    let status = match status {
        _ if done => StepStatus::Done,
        open if open.open() && late => StepStatus::Old,
        other => other,
    };
    Ok(Step {
        account_id: named.account,
        contact_id: named.contact,
        status,
        done_on,
        note: row.text(Field::Note),
        ..Step::titled(&subject(row)?, due_on, day)
    })
}

/// A closed task as a talk: one-way, since nothing says that anybody answered.
///
/// # Errors
/// An empty subject, no day at all, or a cell that cannot be read.
pub fn talk(row: &Row, named: Named) -> Result<Talk, Reason> {
    let on_date = match row.day(Field::DoneOn)? {
        Some(day) => Some(day),
        None => row.day(Field::DueOn)?,
    };
    let on_date = on_date.ok_or_else(|| {
        Reason::new("a closed task without a day").column(row.column(Field::DueOn))
    })?;
    let kind = row.word(Field::Type, TalkKind::ALL, TalkKind::from_word)?.unwrap_or(TalkKind::Note);
    Ok(Talk {
        two_way: false,
        summary: subject(row)?,
        note: row.text(Field::Note),
        ..Talk::on(on_date, kind, named.account)
    })
}
