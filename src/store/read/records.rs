//! Everything the rules need of one account, or of all accounts one after the other.

use super::row::{all, columns, day, each, record};
use super::written::written;
use super::{as_of, relation, talk};
use crate::domain::account::contract::Contract;
use crate::domain::account::goal::Goal;
use crate::domain::account::metric::Metric;
use crate::domain::account::own_score::OwnScore;
use crate::domain::account::silence::Silence;
use crate::domain::account::{Account, Status};
use crate::domain::cell::Id;
use crate::domain::contact::Contact;
use crate::domain::day::shift;
use crate::domain::feedback::Answer;
use crate::domain::feedback::invitation::Invitation;
use crate::domain::plan::cycle::Plan;
use crate::domain::plan::priority::Priority;
use crate::domain::plan::step::{Step, StepStatus};
use crate::domain::record::Record;
use crate::domain::records::{Records, ScorePoint};
use crate::domain::revenue::Revenue;
use crate::domain::revenue::opportunity::Opportunity;
use crate::error::{Error, Kind, Result};
use chrono::NaiveDate;
use rusqlite::{Connection, Row};
use std::cmp::Reverse;

/// Accounts read together: enough to make the questions cheap, few enough to stay small.
const BATCH: i64 = 250;

/// How far back the score history is read, days; the newest point before it is read as well. For a
/// pane, and of an account that is lost, all of it is: a review of the risk may run for years, and
/// a loss is told with the scores before it.
const HISTORY_DAYS: i64 = 400;

/// Columns that only panes show: left unread when the whole book is assessed.
const ACCOUNT_BLANK: &[&str] =
    &["industry", "website", "phone", "city", "country", "employees", "owner_name", "note"];
const CONTACT_BLANK: &[&str] =
    &["email", "phone", "mobile", "interests", "language", "employer", "left_to", "note"];
const STEP_BLANK: &[&str] = &["agenda", "note", "drop_reason"];

/// Some neighbouring accounts and the day they are read for.
pub(super) struct Batch {
    day: NaiveDate,
    /// By account id.
    records: Vec<Records>,
}

impl Batch {
    pub(super) const fn day(&self) -> NaiveDate {
        self.day
    }

    pub(super) fn first(&self) -> i64 {
        self.records.first().map_or(0, |records| records.account.id.0)
    }

    pub(super) fn last(&self) -> i64 {
        self.records.last().map_or(-1, |records| records.account.id.0)
    }

    pub(super) fn records(&mut self) -> &mut [Records] {
        &mut self.records
    }

    /// Where the records of an account stand.
    pub(super) fn place(&self, account: i64) -> Option<usize> {
        self.records.binary_search_by(|records| records.account.id.0.cmp(&account)).ok()
    }

    /// The records of the account named in a column.
    pub(super) fn of(&mut self, row: &Row<'_>, column: usize) -> Option<&mut Records> {
        let place = self.place(row.get(column).ok()?)?;
        self.records.get_mut(place)
    }
}

/// The records of one account as of `today`, with all that panes show.
pub(crate) fn one(connection: &Connection, account: Id, today: NaiveDate) -> Result<Records> {
    let sql = format!("SELECT {} FROM account WHERE id = ?1", columns::<Account>("", &[]));
    let mut batch = Batch { day: today, records: Vec::new() };
    each(connection, &sql, [account.0], |row| {
        batch.records.push(Records::bare(record(row)?));
        Ok(())
    })?;
    fill(connection, &mut batch, true)?;
    let Some(mut records) = batch.records.pop() else {
        return Err(Error::new(Kind::NotFound, format!("no account has the number {}", account.0)));
    };
    records.last_talk = talk::last_talk(connection, account, today)?;
    records.colleagues = relation::colleagues(connection, account)?;
    records.offerings = all(connection, "ORDER BY id", [])?;
    records.written = written(connection, account, today)?;
    Ok(records)
}

/// Calls `take` with the records of every account as of `today`, by id. What only panes show
/// (addresses, notes, the words of the last talk unless its mood was bad) is left out.
pub(crate) fn stream(
    connection: &Connection,
    today: NaiveDate,
    mut take: impl FnMut(Records) -> Result<()>,
) -> Result<()> {
    let sql = format!(
        "SELECT {} FROM account WHERE id > ?1 ORDER BY id LIMIT ?2",
        columns::<Account>("", ACCOUNT_BLANK)
    );
    let mut after = i64::MIN;
    loop {
        let mut batch = Batch { day: today, records: Vec::new() };
        each(connection, &sql, (after, BATCH), |row| {
            batch.records.push(Records::bare(record(row)?));
            Ok(())
        })?;
        if batch.records.is_empty() {
            return Ok(());
        }
        after = batch.last();
        fill(connection, &mut batch, false)?;
        for mut records in batch.records {
            // The words of an unhappy talk go into the sentence of its signal.
            let newest = records.talks.iter().find(|talk| !talk.missed);
            if newest.and_then(|talk| talk.mood).is_some_and(|mood| mood < 0) {
                records.last_talk = talk::last_talk(connection, records.account.id, today)?;
            }
            take(records)?;
        }
    }
}

/// Reads one kind of record for the batch. `tail` goes on after `account_id BETWEEN ?1 AND ?2`;
/// `?3` in it is the day.
pub(super) fn read<R: Record>(
    connection: &Connection,
    batch: &mut Batch,
    blank: &[&str],
    tail: &str,
    put: impl FnMut(&mut Records, R),
) -> Result<()> {
    let sql = format!(
        "SELECT {}, account_id FROM {} WHERE account_id BETWEEN ?1 AND ?2 AND {tail}",
        columns::<R>("", blank),
        R::TABLE
    );
    take(connection, batch, &sql, put)
}

/// The same for a kind of record that names its account through `parent`.
fn read_through<R: Record>(
    connection: &Connection,
    batch: &mut Batch,
    parent: &str,
    tail: &str,
    put: impl FnMut(&mut Records, R),
) -> Result<()> {
    let sql = format!(
        "SELECT {}, parent.account_id FROM {parent} parent \
         CROSS JOIN {} child ON child.{parent}_id = parent.id \
         WHERE parent.account_id BETWEEN ?1 AND ?2 AND {tail}",
        columns::<R>("child.", &[]),
        R::TABLE
    );
    take(connection, batch, &sql, put)
}

pub(super) fn take<R: Record>(
    connection: &Connection,
    batch: &mut Batch,
    sql: &str,
    mut put: impl FnMut(&mut Records, R),
) -> Result<()> {
    let account = R::COLUMNS.len() + 1;
    let (first, last, today) = (batch.first(), batch.last(), batch.day().to_string());
    let mut found = |row: &Row<'_>| {
        if let Some(records) = batch.of(row, account) {
            put(records, record(row)?);
        }
        Ok(())
    };
    if sql.contains("?3") {
        each(connection, sql, (first, last, today), &mut found)
    } else {
        each(connection, sql, (first, last), &mut found)
    }
}

/// Reads everything that hangs on the accounts of the batch.
fn fill(connection: &Connection, batch: &mut Batch, whole: bool) -> Result<()> {
    let today = batch.day;
    let blank = |columns: &'static [&'static str]| if whole { &[][..] } else { columns };
    for records in batch.records() {
        as_of::account(&mut records.account, today);
    }
    read(connection, batch, &[], "1", |records, contract: Contract| {
        let later = |kept: &Contract| (contract.ends_on, contract.id) > (kept.ends_on, kept.id);
        if records.contract.as_ref().is_none_or(later) {
            records.contract = Some(contract);
        }
    })?;
    read(
        connection,
        batch,
        blank(CONTACT_BLANK),
        "created_on <= ?3 ORDER BY account_id, id",
        |records, mut contact: Contact| {
            as_of::contact(&mut contact, today);
            records.contacts.push(contact);
        },
    )?;
    talk::talks(connection, batch)?;
    read(
        connection,
        batch,
        &[],
        "1 ORDER BY account_id, on_date, id",
        |records, entry: Revenue| {
            records.revenue.push(entry);
        },
    )?;
    read(
        connection,
        batch,
        &[],
        "created_on <= ?3 ORDER BY account_id, id",
        |records, opportunity: Opportunity| records.opportunities.push(opportunity),
    )?;
    plans(connection, batch, blank(STEP_BLANK))?;
    feedback(connection, batch)?;
    read(
        connection,
        batch,
        &[],
        "on_date <= ?3 ORDER BY account_id, on_date, id",
        |records, score: OwnScore| records.own_scores.push(score),
    )?;
    read(
        connection,
        batch,
        &[],
        "on_date <= ?3 ORDER BY account_id, on_date, id",
        |records, metric: Metric| records.metrics.push(metric),
    )?;
    read(connection, batch, &[], "measured_on <= ?3", |records, goal: Goal| {
        records.goals.push(goal);
    })?;
    read(
        connection,
        batch,
        &[],
        "since_on <= ?3 ORDER BY account_id, id",
        |records, silence: Silence| records.silences.push(silence),
    )?;
    history(connection, batch, whole)?;
    relation::fill(connection, batch, whole)?;
    for records in batch.records() {
        order(records);
    }
    Ok(())
}

/// The orders that [`Records`] promises where no index gives them: sorting a few rows of an account
/// here is cheaper than having all rows of the batch sorted.
fn order(records: &mut Records) {
    records.own_scores.reverse();
    records.metrics.reverse();
    records.answers.reverse();
    records.invitations.sort_unstable_by_key(|one| Reverse((one.on_date, one.id)));
    records.priorities.sort_unstable_by_key(|one| (one.place, one.id));
    records.steps.sort_unstable_by_key(|one| (one.due_on.is_none(), one.due_on, one.id));
    records.goals.sort_unstable_by_key(|one| (one.due_on, one.id));
}

/// The running cycle, its priorities, and the steps that count.
fn plans(connection: &Connection, batch: &mut Batch, blank: &[&str]) -> Result<()> {
    let today = batch.day;
    read(
        connection,
        batch,
        &[],
        "starts_on <= ?3 AND (ended_on IS NULL OR ended_on > ?3) \
         ORDER BY account_id, starts_on, id",
        |records, mut plan: Plan| {
            plan.ended_on = None;
            records.plan = Some(plan);
        },
    )?;
    read_through(connection, batch, "plan", "1", |records, priority: Priority| {
        if records.plan.as_ref().is_some_and(|plan| plan.id == priority.plan_id) {
            records.priorities.push(priority);
        }
    })?;
    read(connection, batch, blank, "created_on <= ?3", |records, mut step: Step| {
        as_of::step(&mut step, today);
        let running = records.plan.as_ref().map(|plan| plan.id);
        let of_the_cycle = step.plan_id.is_some() && step.plan_id == running;
        let counts = of_the_cycle || step.status.open() || step.status == StepStatus::Old;
        if counts || step.play_step.is_some() {
            records.steps.push(step);
        }
    })?;
    for records in batch.records() {
        running_playbooks(records);
    }
    Ok(())
}

/// Of the closed steps beside the cycle, those of a playbook stay that still has an open one: who
/// starts it again wants to know what is done.
fn running_playbooks(records: &mut Records) {
    let cycle = records.plan.as_ref().map(|plan| plan.id);
    let beside = |step: &Step| {
        let of_the_cycle = step.plan_id.is_some() && step.plan_id == cycle;
        step.play_step.is_some()
            && matches!(step.status, StepStatus::Done | StepStatus::Dropped)
            && !of_the_cycle
    };
    if !records.steps.iter().any(beside) {
        return;
    }
    let open = records.steps.iter().filter(|step| step.status.open());
    let running: Vec<String> = open.filter_map(|step| step.playbook.clone()).collect();
    records.steps.retain(|step| {
        !beside(step) || step.playbook.as_ref().is_some_and(|name| running.contains(name))
    });
}

/// Answers and invitations.
fn feedback(connection: &Connection, batch: &mut Batch) -> Result<()> {
    read(
        connection,
        batch,
        &[],
        "on_date <= ?3 ORDER BY account_id, on_date, id",
        |records, answer: Answer| records.answers.push(answer),
    )?;
    read_through(
        connection,
        batch,
        "contact",
        "child.on_date <= ?3",
        |records, invitation: Invitation| records.invitations.push(invitation),
    )
}

/// The score history, oldest first, with what was before the window in front.
fn history(connection: &Connection, batch: &mut Batch, whole: bool) -> Result<()> {
    let since = shift(batch.day, -HISTORY_DAYS).to_string();
    let point = |row: &Row<'_>| -> Result<Option<ScorePoint>> {
        let Some(on_date) = row.get_ref(1).ok().and_then(day) else { return Ok(None) };
        let score = row.get(2)?;
        let known = row.get(3)?;
        // The newest row before the window has none before it: it was not moved by rules.
        Ok(Some(ScorePoint { on_date, score, known, rules_changed: row.get(4)? }))
    };
    let (first, last, today) = (batch.first(), batch.last(), batch.day.to_string());
    each(
        connection,
        "SELECT account_id, on_date, score, known, coalesce(rules <> lag(rules) \
         OVER (PARTITION BY account_id ORDER BY on_date), 0) FROM score_history \
         WHERE account_id BETWEEN ?1 AND ?2 AND on_date BETWEEN ?3 AND ?4 \
         ORDER BY account_id, on_date",
        (first, last, &since, today),
        |row| {
            if let (Some(point), Some(records)) = (point(row)?, batch.of(row, 0)) {
                records.history.push(point);
            }
            Ok(())
        },
    )?;
    for records in batch.records() {
        let most = if whole || records.account.status == Status::Lost { -1 } else { 1 };
        let mut before = Vec::new();
        each(
            connection,
            "SELECT account_id, on_date, score, known, 0 FROM score_history \
             WHERE account_id = ?1 AND on_date < ?2 ORDER BY on_date DESC LIMIT ?3",
            (records.account.id.0, &since, most),
            |row| {
                before.extend(point(row)?);
                Ok(())
            },
        )?;
        before.reverse();
        records.history.splice(0..0, before);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
