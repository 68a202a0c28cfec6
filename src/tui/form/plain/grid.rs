//! What a part of the client buys of ours, and what it does not buy yet.

use super::Plain;
use super::row::{Ask, First, Row};
use super::setting::Setting;
use crate::domain::cell::{Id, Value};
use crate::domain::page::Kind;
use crate::domain::record::Record;
use crate::domain::revenue::offering::Offering;
use crate::domain::revenue::unit::Unit;
use crate::domain::revenue::whitespace::{Whitespace, WhitespaceState};
use crate::tui::form::spec::Choice;

pub(super) const FORMS: &[Plain] = &[WHITESPACE];

/// Where a part or an offering is named that is not on record yet.
const NEW_UNIT: &str = "new_unit";
const NEW_OFFERING: &str = "new_offering";

/// What the same commit adds, and what stands for its name until then.
const ADDED_UNIT: Id = Id(-1_001);
const ADDED_OFFERING: Id = Id(-1_002);
const PART: &str = "a new part";
const THING: &str = "a new offering";

const WHITESPACE: Plain = Plain::new(
    Kind::Whitespace,
    ("offering for a part", "offerings for parts"),
    &[
        Row::new("unit_id", "part of the client", Ask::Unit)
            .hint("a department, site or daughter")
            .first(First::Of(|setting| {
                unit_of(setting).map(|id| id.0.to_string()).unwrap_or_default()
            })),
        Row::new(NEW_UNIT, "or a new part", Ask::Line).hint("its name"),
        Row::new("offering_id", "of ours", Ask::Offering).first(First::Of(|setting| {
            unknown(setting).map(|id| id.0.to_string()).unwrap_or_default()
        })),
        Row::new(NEW_OFFERING, "or a new offering", Ask::Line).hint("its name"),
        Row::new("state", "state", Ask::Word(states))
            .needed("do they buy it?")
            .first(First::Text(WhitespaceState::Possible.word())),
        Row::new("opportunity_id", "became", Ask::Opportunity).hint("the opportunity it became"),
        Row::new("note", "note", Ask::Line).hint("why it is blocked, who else serves it"),
    ],
    |setting, cells| {
        let field = cells.record::<Whitespace>()?;
        let records = setting.records?;
        let unit = records.units.iter().find(|one| one.id == field.unit_id);
        let offering = records.offerings.iter().find(|one| one.id == field.offering_id);
        let unit = unit.map_or(PART, |one| one.name.as_str());
        let offering = offering.map_or(THING, |one| one.name.as_str());
        Some(format!("{offering} for {unit}: {}", field.state))
    },
)
.settle(|setting, cells, values| {
    if let Some(name) = values.text(NEW_UNIT) {
        let unit = unit_named(&name, setting).unwrap_or(ADDED_UNIT);
        cells.set("unit_id", Value::Ref(unit.0));
    }
    if let Some(name) = values.text(NEW_OFFERING) {
        let offering = offering_named(&name, setting).unwrap_or(ADDED_OFFERING);
        cells.set("offering_id", Value::Ref(offering.0));
    }
    for (column, says) in [("unit_id", "which part?"), ("offering_id", "what of ours?")] {
        if cells.id_in(column).is_none() {
            values.wrong(column, says);
        }
    }
    let Some(field) = cells.record::<Whitespace>() else { return };
    let same = |one: &Whitespace| {
        one.id != field.id && (one.unit_id, one.offering_id) == (field.unit_id, field.offering_id)
    };
    if setting.records.is_some_and(|records| records.whitespace.iter().any(same)) {
        values.wrong("offering_id", "that is on record already: edit it there");
    }
})
.also(|setting, _, values, commit| {
    if let Some(name) =
        values.text(NEW_OFFERING).filter(|name| offering_named(name, setting).is_none())
    {
        commit.act.label = commit.act.label.replace(THING, &name);
        let new = Offering { id: ADDED_OFFERING, name, archived_on: None };
        commit.changes.insert(0, new.added_change());
    }
    if let Some((name, account_id)) = values.text(NEW_UNIT).zip(setting.account)
        && unit_named(&name, setting).is_none()
    {
        commit.act.label = commit.act.label.replace(PART, &name);
        let new = Unit { id: ADDED_UNIT, account_id, name };
        commit.changes.insert(0, new.added_change());
    }
});

fn unit_named(name: &str, setting: &Setting<'_>) -> Option<Id> {
    let same = |one: &&Unit| one.name.to_lowercase() == name.to_lowercase();
    setting.records?.units.iter().find(same).map(|one| one.id)
}

fn offering_named(name: &str, setting: &Setting<'_>) -> Option<Id> {
    let same = |one: &&Offering| one.name.to_lowercase() == name.to_lowercase();
    setting.records?.offerings.iter().find(same).map(|one| one.id)
}

fn states(_: &Setting<'_>) -> Vec<Choice> {
    let label = |state: WhitespaceState| match state {
        WhitespaceState::Won => "won: they buy it",
        WhitespaceState::Open => "open: there is an opportunity",
        WhitespaceState::Possible => "possible: they do not buy it yet",
        WhitespaceState::Blocked => "blocked: they will not",
    };
    WhitespaceState::ALL.iter().map(|one| Choice::new(one.word(), label(*one))).collect()
}

/// The part that a new field is about; the only one where there is but one.
fn unit_of(setting: &Setting<'_>) -> Option<Id> {
    let only = setting.records.filter(|records| records.units.len() == 1);
    setting.with.or_else(|| only?.units.first().map(|one| one.id))
}

/// The first of ours that nobody said anything about for that part.
fn unknown(setting: &Setting<'_>) -> Option<Id> {
    let (unit, records) = (unit_of(setting)?, setting.records?);
    let known = |offering: Id| {
        records.whitespace.iter().any(|one| (one.unit_id, one.offering_id) == (unit, offering))
    };
    let sold = |one: &&Offering| one.archived_on.is_none_or(|on| on > setting.today);
    records.offerings.iter().filter(sold).map(|one| one.id).find(|id| !known(*id))
}

#[cfg(test)]
mod tests;
