//! What they don't buy yet: the parts of a client against what we sell, and how a possible one
//! becomes an opportunity. Source: the field's standard practice.

use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::records::Records;
use crate::domain::revenue::offering::Offering;
use crate::domain::revenue::opportunity::{self, Opportunity, OpportunityKind, OpportunityStage};
use crate::domain::revenue::whitespace::{self, Whitespace, WhitespaceState};
use crate::domain::signal::sentence::{all, count};
use chrono::NaiveDate;

/// Offerings of ours that the table shows.
pub const MOST_OFFERINGS: usize = 10;

/// One field of the table.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Field {
    pub offering_id: Id,
    /// None: nobody has looked at it yet.
    pub whitespace_id: Option<Id>,
    /// As it stands with its opportunity, if there is one; none: unknown.
    pub state: Option<WhitespaceState>,
    pub opportunity_id: Option<Id>,
    pub note: Option<String>,
}

/// One part of the client with a field for each offering.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct UnitRow {
    pub unit_id: Id,
    pub name: String,
    pub fields: Vec<Field>,
}

/// The whole table.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Table {
    /// Those still sold, by name, at most [`MOST_OFFERINGS`], with their numbers.
    pub offerings: Vec<(Id, String)>,
    /// Offerings for which there is no room.
    pub left_out: usize,
    pub units: Vec<UnitRow>,
    pub won: usize,
    pub open: usize,
    pub possible: usize,
    pub blocked: usize,
    pub unknown: usize,
    pub says: String,
    /// What is to be done; none where every field is known and none is possible.
    pub light: Option<String>,
}

/// The state of a field: its opportunity, once there is one, decides.
#[must_use]
pub fn state_of(field: &Whitespace, opportunities: &[Opportunity]) -> WhitespaceState {
    let theirs = opportunities.iter().find(|one| Some(one.id) == field.opportunity_id);
    match theirs.map(|one| one.stage) {
        None => field.state,
        Some(OpportunityStage::Won) => WhitespaceState::Won,
        Some(OpportunityStage::Lost | OpportunityStage::Parked) => match field.state {
            WhitespaceState::Blocked => WhitespaceState::Blocked,
            _ => WhitespaceState::Possible,
        },
        Some(_) => WhitespaceState::Open,
    }
}

/// Those still sold, by name, as far as there is room; and how many have none.
#[must_use]
pub fn shown(offerings: &[Offering], today: NaiveDate) -> (Vec<&Offering>, usize) {
    let sold = |one: &&Offering| one.archived_on.is_none_or(|day| day > today);
    let mut shown: Vec<&Offering> = offerings.iter().filter(sold).collect();
    shown.sort_by_key(|one| (one.name.to_lowercase(), one.id));
    let left_out = shown.len().saturating_sub(MOST_OFFERINGS);
    shown.truncate(MOST_OFFERINGS);
    (shown, left_out)
}

/// What they buy and what they do not buy yet.
#[must_use]
pub fn table(records: &Records, today: NaiveDate) -> Table {
    let (offerings, left_out) = shown(&records.offerings, today);
    let field = |unit: Id, offering: Id| {
        let known = records
            .whitespace
            .iter()
            .filter(|one| one.unit_id == unit && one.offering_id == offering)
            .max_by_key(|one| one.id);
        Field {
            offering_id: offering,
            whitespace_id: known.map(|one| one.id),
            state: known.map(|one| state_of(one, &records.opportunities)),
            opportunity_id: known.and_then(|one| one.opportunity_id),
            note: known.and_then(|one| one.note.clone()),
        }
    };
    let units: Vec<UnitRow> = records
        .units
        .iter()
        .map(|unit| UnitRow {
            unit_id: unit.id,
            name: unit.name.clone(),
            fields: offerings.iter().map(|one| field(unit.id, one.id)).collect(),
        })
        .collect();
    let fields = || units.iter().flat_map(|unit| &unit.fields);
    let of = |state| fields().filter(|one| one.state == state).count();
    let (won, open) = (of(Some(WhitespaceState::Won)), of(Some(WhitespaceState::Open)));
    let (possible, blocked) =
        (of(Some(WhitespaceState::Possible)), of(Some(WhitespaceState::Blocked)));
    let unknown = of(None);
    let light = if offerings.is_empty() {
        Some("Write down what you sell.".to_owned())
    } else if units.is_empty() {
        Some("Write down the parts of the client that buy for themselves.".to_owned())
    } else if unknown > 0 {
        Some(format!("Find out about {}.", count(unknown, "field")))
    } else if possible > 0 {
        Some("Make a possible one an opportunity.".to_owned())
    } else {
        None
    };
    let parts = [
        (won, "won"),
        (open, "open"),
        (possible, "possible"),
        (blocked, "blocked"),
        (unknown, "unknown"),
    ];
    let parts: Vec<String> =
        parts.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n} {word}")).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let says = if parts.is_empty() {
        "Nobody wrote down yet what they buy and what not.".to_owned()
    } else {
        format!("Of {}: {}.", count(fields().count(), "field"), all(&parts))
    };
    Table {
        left_out,
        offerings: offerings.iter().map(|one| (one.id, one.name.clone())).collect(),
        won,
        open,
        possible,
        blocked,
        unknown,
        says,
        light,
        units,
    }
}

/// Makes a possible field an opportunity, as one commit: an idea named for offering and unit, and
/// the field says that it is open. Nothing where the field is not possible or names what is gone.
#[must_use]
pub fn pursued(field: &Whitespace, records: &Records, today: NaiveDate) -> Vec<Change> {
    const NEW: Id = Id(-1);
    let unit = records.units.iter().find(|one| one.id == field.unit_id);
    let offering = records.offerings.iter().find(|one| one.id == field.offering_id);
    let possible = state_of(field, &records.opportunities) == WhitespaceState::Possible;
    let (Some(unit), Some(offering), true) = (unit, offering, possible) else {
        return Vec::new();
    };
    let title = format!("{} for {}", offering.name, unit.name);
    let mut idea = Opportunity::titled(&title, Some(field.account_id), today);
    idea.id = NEW;
    idea.kind = Some(OpportunityKind::CrossSell);
    let opened = vec![
        whitespace::Field::State(WhitespaceState::Open),
        whitespace::Field::OpportunityId(Some(NEW)),
    ];
    vec![
        opportunity::Change::Added(idea).into(),
        whitespace::Change::Edited { id: field.id, fields: opened }.into(),
    ]
}
