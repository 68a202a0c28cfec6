//! What belongs to the relationship with an account: who stands for it on our side, what was found
//! out, promised growth, value, forecasts.

use super::records::{Batch, read, take};
use super::row::{all, columns, day, each};
use crate::domain::account::risk_review::RiskReview;
use crate::domain::cell::Id;
use crate::domain::feedback::closing::Closing;
use crate::domain::growth::discovery::Discovery;
use crate::domain::growth::loyalty::Loyalty;
use crate::domain::growth::qualification::Qualification;
use crate::domain::ours::colleague::Colleague;
use crate::domain::ours::sponsor_pair::SponsorPair;
use crate::domain::ours::team_member::TeamMember;
use crate::domain::plan::step::MeetingType;
use crate::domain::revenue::ask::Ask;
use crate::domain::revenue::forecast::Forecast;
use crate::domain::revenue::unit::Unit;
use crate::domain::revenue::value_item::ValueItem;
use crate::domain::revenue::whitespace::Whitespace;
use crate::error::Result;
use rusqlite::Connection;

/// Columns that only panes show.
const DISCOVERY_BLANK: &[&str] = &[
    "success",
    "obstacles",
    "measured",
    "worked",
    "frustrated",
    "objectives",
    "pain_points",
    "success_metrics",
    "asked_for",
    "real_need",
    "note",
];

const COLLEAGUE_BLANK: &[&str] = &["function", "email", "note"];

/// Reads all of it for the batch; `whole`: with the texts that only panes show.
pub(super) fn fill(connection: &Connection, batch: &mut Batch, whole: bool) -> Result<()> {
    held(connection, batch)?;
    talked_about(connection, batch)?;
    ours(connection, batch)?;
    growth(connection, batch, if whole { &[] } else { DISCOVERY_BLANK })?;
    money(connection, batch)
}

/// The newest meeting of each type that was held, whatever plan it belonged to.
fn held(connection: &Connection, batch: &mut Batch) -> Result<()> {
    let (first, last, today) = (batch.first(), batch.last(), batch.day().to_string());
    each(
        connection,
        "SELECT account_id, meeting_type, max(done_on) FROM step \
         WHERE account_id BETWEEN ?1 AND ?2 AND status = 'done' AND done_on <= ?3 \
         AND meeting_type IS NOT NULL GROUP BY account_id, meeting_type",
        (first, last, today),
        |row| {
            let kind: String = row.get(1)?;
            let kind = MeetingType::from_word(&kind);
            let on = row.get_ref(2).ok().and_then(day);
            if let (Some(kind), Some(on), Some(records)) = (kind, on, batch.of(row, 0)) {
                records.held.push((kind, on));
            }
            Ok(())
        },
    )
}

/// The newest talk about each opportunity, one step into the index for each.
fn talked_about(connection: &Connection, batch: &mut Batch) -> Result<()> {
    let (first, last, today) = (batch.first(), batch.last(), batch.day().to_string());
    each(
        connection,
        "SELECT account_id, id, (SELECT max(on_date) FROM talk WHERE opportunity_id = \
         opportunity.id AND missed = 0 AND kind <> 'note' AND on_date <= ?3) \
         FROM opportunity WHERE account_id BETWEEN ?1 AND ?2 ORDER BY account_id, id",
        (first, last, today),
        |row| {
            let on = row.get_ref(2).ok().and_then(day);
            let about = Id(row.get(1)?);
            if let (Some(on), Some(records)) = (on, batch.of(row, 0)) {
                records.last_talk_about.push((about, on));
            }
            Ok(())
        },
    )
}

/// Who works for the account, keeps one of its contacts, pairs with one of its executives, or
/// stands by it while it is at risk.
pub(super) fn colleagues(connection: &Connection, account: Id) -> Result<Vec<Colleague>> {
    all(
        connection,
        "WHERE id IN (SELECT colleague_id FROM team_member WHERE account_id = ?1 \
         UNION SELECT colleague_id FROM contact WHERE account_id = ?1 \
         UNION SELECT colleague_id FROM sponsor_pair WHERE account_id = ?1 \
         UNION SELECT colleague_id FROM risk_review WHERE account_id = ?1) ORDER BY name, id",
        [account.0],
    )
}

/// Team, sponsors, what was closed by hand, reviews of the risk.
fn ours(connection: &Connection, batch: &mut Batch) -> Result<()> {
    let today = batch.day();
    read(connection, batch, &[], "1 ORDER BY account_id, id", |records, member: TeamMember| {
        records.team.push(member);
    })?;
    read(
        connection,
        batch,
        &[],
        "since_on <= ?3 ORDER BY account_id, id",
        |records, mut pair: SponsorPair| {
            pair.ended_on = pair.ended_on.filter(|ended| *ended <= today);
            records.sponsors.push(pair);
        },
    )?;
    let sql = format!(
        "SELECT {}, pair.account_id FROM sponsor_pair pair \
         CROSS JOIN colleague child ON child.id = pair.colleague_id \
         WHERE pair.account_id BETWEEN ?1 AND ?2",
        columns::<Colleague>("child.", COLLEAGUE_BLANK)
    );
    take(connection, batch, &sql, |records, mut colleague: Colleague| {
        colleague.archived_on = colleague.archived_on.filter(|left| *left <= today);
        if records.colleagues.iter().all(|one| one.id != colleague.id) {
            records.colleagues.push(colleague);
        }
    })?;
    read(connection, batch, &[], DATED, |records, closing: Closing| {
        records.closings.push(closing);
    })?;
    read(
        connection,
        batch,
        &[],
        "opened_on <= ?3 ORDER BY account_id, opened_on DESC, id DESC",
        |records, mut review: RiskReview| {
            if review.closed_on.is_some_and(|closed| closed > today) {
                (review.closed_on, review.close_reason) = (None, None);
            }
            records.risk_reviews.push(review);
        },
    )
}

/// What happened up to the day, newest first.
const DATED: &str = "on_date <= ?3 ORDER BY account_id, on_date DESC, id DESC";

/// Loyalty, discovery, qualification.
fn growth(connection: &Connection, batch: &mut Batch, blank: &[&str]) -> Result<()> {
    read(connection, batch, &[], DATED, |records, claim: Loyalty| records.loyalty.push(claim))?;
    read(connection, batch, blank, DATED, |records, one: Discovery| records.discoveries.push(one))?;
    read(connection, batch, &[], DATED, |records, verdict: Qualification| {
        records.qualifications.push(verdict);
    })
}

/// Value, forecasts, what advocates were asked, what they do not buy yet.
fn money(connection: &Connection, batch: &mut Batch) -> Result<()> {
    let today = batch.day();
    read(connection, batch, &[], DATED, |records, mut item: ValueItem| {
        item.confirmed_on = item.confirmed_on.filter(|on| *on <= today);
        records.values.push(item);
    })?;
    read(connection, batch, &[], DATED, |records, mine: Forecast| records.forecasts.push(mine))?;
    read(connection, batch, &[], DATED, |records, ask: Ask| records.asks.push(ask))?;
    read(connection, batch, &[], "1 ORDER BY account_id, id", |records, unit: Unit| {
        records.units.push(unit);
    })?;
    read(connection, batch, &[], "1 ORDER BY account_id, id", |records, one: Whitespace| {
        records.whitespace.push(one);
    })
}
