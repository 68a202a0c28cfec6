//! Every form there is: one file per subject, each with the fields it asks for and the changes it
//! makes of them.

mod about;
mod account;
mod closed;
mod contract;
mod cycle_end;
mod does;
mod dropped;
mod held;
pub mod later;
mod left;
mod moved;
mod next;
pub mod note;
mod outcome;
mod owner;
mod person;
mod plan;
mod priority;
mod promised;
mod revenue;
pub mod score;
mod serves;
mod step;
mod step_for_all;
mod talk;
mod target;
mod time;
pub mod who;

use super::facts::Facts;
use super::plain;
use super::spec::Spec;
use super::subject::Subject;
use super::values::Values;
use crate::desk::Commit;
use crate::error::{Error, Kind, Result};

/// The fields of a form.
///
/// # Errors
/// The record is gone.
pub fn spec(subject: &Subject, facts: &Facts) -> Result<Spec> {
    let spec = match subject {
        Subject::Account { .. } => account::spec(subject, facts),
        Subject::Contract { .. } => contract::spec(subject, facts),
        Subject::Outcome { .. } => outcome::spec(subject, facts),
        Subject::Revenue { .. } => revenue::spec(subject, facts),
        Subject::Person { .. } => person::spec(subject, facts),
        Subject::Left { .. } => left::spec(subject, facts),
        Subject::Talk { .. } => talk::spec(subject, facts),
        Subject::Plan { .. } => plan::spec(subject, facts),
        Subject::Priority { .. } => priority::spec(subject, facts),
        Subject::Step { .. } => step::spec(subject, facts),
        Subject::StepForAll { .. } => step_for_all::spec(subject, facts),
        Subject::Held { .. } => held::spec(subject, facts),
        Subject::Moved { .. } => moved::spec(subject, facts),
        Subject::Dropped { .. } => dropped::spec(subject, facts),
        Subject::CycleEnd { .. } => cycle_end::spec(subject, facts),
        Subject::Score { .. } => score::spec(subject, facts),
        Subject::Later { .. } => later::spec(subject, facts),
        Subject::Closed { .. } => closed::spec(subject, facts),
        Subject::Note { .. } => note::spec(subject, facts),
        Subject::Promised { .. } => promised::spec(subject, facts),
        Subject::Target { .. } => target::spec(subject, facts),
        Subject::Record { .. } => plain::spec(subject, facts),
        Subject::Capture { .. } | Subject::Cell { .. } => None,
    };
    spec.ok_or_else(|| {
        Error::new(Kind::NotFound, "what was to be edited is no longer there")
            .hint("another program removed it, or an undo did; u takes an undo's place back")
    })
}

/// What the texts of a form come to while they are typed: each with the key of the field that it
/// stands under; without key it stands over all of them.
pub type Says = Vec<(&'static str, String)>;

/// What the texts come to so far.
pub fn says(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Says {
    match subject {
        Subject::Score { .. } => score::says(subject, facts, values),
        Subject::Record { .. } => plain::says(subject, facts, values),
        Subject::Promised { .. } => promised::says(facts, values),
        _ => Says::new(),
    }
}

/// The changes that a filled-in form makes. None: something is wrong and noted in `values`.
pub fn save(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Option<Commit> {
    let commit = match subject {
        Subject::Account { .. } => account::save(subject, facts, values),
        Subject::Contract { .. } => contract::save(subject, facts, values),
        Subject::Outcome { .. } => outcome::save(subject, facts, values),
        Subject::Revenue { .. } => revenue::save(subject, facts, values),
        Subject::Person { .. } => person::save(subject, facts, values),
        Subject::Left { .. } => left::save(subject, facts, values),
        Subject::Talk { .. } => talk::save(subject, facts, values),
        Subject::Plan { .. } => plan::save(subject, facts, values),
        Subject::Priority { .. } => priority::save(subject, facts, values),
        Subject::Step { .. } => step::save(subject, facts, values),
        Subject::StepForAll { .. } => step_for_all::save(subject, facts, values),
        Subject::Held { .. } => held::save(subject, facts, values),
        Subject::Moved { .. } => moved::save(subject, facts, values),
        Subject::Dropped { .. } => dropped::save(subject, facts, values),
        Subject::CycleEnd { .. } => cycle_end::save(subject, facts, values),
        Subject::Score { .. } => score::save(subject, facts, values),
        Subject::Later { .. } => later::save(subject, facts, values),
        Subject::Closed { .. } => closed::save(subject, facts, values),
        Subject::Note { .. } => note::save(subject, facts, values),
        Subject::Promised { .. } => promised::save(subject, facts, values),
        Subject::Target { .. } => target::save(subject, facts, values),
        Subject::Record { .. } => plain::save(subject, facts, values),
        Subject::Capture { .. } | Subject::Cell { .. } => None,
    };
    commit.filter(|_| values.right())
}
