//! The form in which the record that a line of a page links to is written.

use super::subject::Subject;
use crate::domain::cell::Id;
use crate::domain::page::{Kind, Link};
use crate::domain::plan::step::StepKind;
use crate::domain::records::Records;

/// The form of a record of this account, or of a new one.
#[must_use]
pub fn subject(account: Id, link: &Link, records: &Records) -> Subject {
    let account = account.0;
    let id = link.id.map(|id| id.0);
    match link.kind {
        Kind::Step => {
            let step = records.steps.iter().find(|step| Some(step.id) == link.id);
            let kind = step.map_or(StepKind::Step, |step| step.kind).to_string();
            Subject::Step { account: Some(account), step: id, kind, signal: None, about: None }
        }
        Kind::OwnScore => {
            let own = records.own_scores.iter().find(|own| Some(own.id) == link.id);
            let factor = own.map(|own| own.factor.to_string());
            Subject::Score { account, factor, points: None }
        }
        _ => known(Id(account), link),
    }
}

/// The form of a record that is known by its table and number alone; none where its form asks for
/// more, or it has none.
#[must_use]
pub fn of(account: Id, (table, id): (&str, Id)) -> Option<Subject> {
    unread(account, &Link::to(Kind::from_word(table)?, id))
}

/// The form of a record of an account that was not read; none where its form asks for more.
#[must_use]
pub fn unread(account: Id, link: &Link) -> Option<Subject> {
    let asks = matches!(link.kind, Kind::Step | Kind::OwnScore) && link.id.is_some();
    (!asks).then(|| known(account, link))
}

fn known(account: Id, link: &Link) -> Subject {
    let account = account.0;
    let id = link.id.map(|id| id.0);
    let with = link.with.map(|id| id.0);
    match link.kind {
        Kind::Account => Subject::Account { account: Some(account) },
        Kind::Contact => {
            Subject::Person { account: Some(account), contact: id.or(with), level: None }
        }
        Kind::Talk => Subject::Talk { account, talk: id, with, about: None },
        Kind::Plan => Subject::Plan { account, plan: id },
        Kind::Priority => Subject::Priority { account, priority: id },
        Kind::Contract => Subject::Contract { account },
        Kind::Revenue => Subject::Revenue { account, entry: id },
        kind => record(Id(account), kind, id, with),
    }
}

/// The form of a plain record: one of the whole book stands without account.
#[must_use]
pub fn record(account: Id, kind: Kind, id: Option<i64>, with: Option<i64>) -> Subject {
    if kind == Kind::Outcome {
        return Subject::Outcome { account: account.0 };
    }
    let id = if kind.is_part_of_account() { Some(account.0) } else { id };
    let account = (!kind.is_of_book()).then_some(account.0);
    Subject::Record { kind: kind.to_string(), account, id, with }
}
