//! What they don't buy yet: parts of the client against what we sell.

use super::super::{Case, Cell, Doing, Entry, Ground, Kind, Line, Link, Proof, Span, Tone};
use crate::domain::cell::Id;
use crate::domain::expansion::whitespace::{Field, Table, UnitRow, pursued};
use crate::domain::revenue::whitespace::{self, WhitespaceState};

const TOPIC: &str = "whitespace";
/// Columns of a unit's name.
const NAME: u16 = 14;
/// So many offerings have their names over their columns; more have numbers.
const NAMED: usize = 3;

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let table = &case.picture.expansion.whitespace;
    let mut lines = vec![Line::gap(), head(table, case)];
    if table.offerings.is_empty() || table.units.is_empty() {
        lines.push(Line::prose(EMPTY));
    }
    if table.offerings.is_empty() {
        lines.push(Line::offer("something that we sell", Link::new(Kind::Offering), TOPIC));
    }
    if !table.offerings.is_empty() && !table.units.is_empty() {
        lines.push(names(table));
        lines.extend(table.units.iter().map(|unit| row(unit, table)));
        lines.extend(key(table));
        lines.extend(possible(table, case));
        lines.extend(table.units.iter().filter_map(|unit| unknown(unit, table)));
    }
    if table.units.is_empty() {
        let says = "a part of the client that buys for itself";
        lines.push(Line::offer(says, Link::new(Kind::Unit), TOPIC));
    }
    lines
}

const EMPTY: &str = "The parts of the client against what we sell: what is bought, what is open, \
    what would be possible. A possible one becomes an opportunity with one key.";

fn head(table: &Table, case: &Case<'_>) -> Line {
    let figure = [
        (table.won, "●", "won", Tone::Healthy),
        (table.open, "◐", "open", Tone::Text),
        (table.possible, "○", "possible", Tone::Strong),
        (table.blocked, "✕", "blocked", Tone::Dim),
        (table.unknown, "?", "unknown", Tone::Dim),
    ];
    let known = figure.iter().filter(|(count, ..)| *count > 0);
    let spans: Vec<Span> = known
        .enumerate()
        .map(|(place, (count, sign, word, tone))| {
            let text = format!("{sign} {count} {word}");
            if place == 0 { Span::new(text, *tone) } else { Span::next(&text, *tone) }
        })
        .collect();
    let mut ground = Ground::new("What they don't buy yet", TOPIC).say(&table.says);
    ground = ground.say(table.light.as_deref().unwrap_or_default());
    if table.left_out > 0 {
        ground = ground.say(format!("{} more of our offerings have no room here.", table.left_out));
    }
    ground = ground.on(case
        .records
        .units
        .iter()
        .map(|unit| Proof::by(unit.name.clone(), Link::to(Kind::Unit, unit.id))));
    ground = ground.on(table
        .offerings
        .iter()
        .map(|(id, name)| Proof::by(format!("we sell {name}"), Link::to(Kind::Offering, *id))));
    let entry = Entry::figure(TOPIC, ground).links(Link::new(Kind::Unit));
    Line::part("Not bought yet", spans).with(entry)
}

/// Columns of one offering.
const fn wide(table: &Table) -> u16 {
    if table.offerings.len() <= NAMED { 13 } else { 3 }
}

/// Our offerings over their columns: by name, or numbered where there are many.
fn names(table: &Table) -> Line {
    let mut cells = vec![Cell::left(NAME, Vec::new())];
    for (place, (_, name)) in table.offerings.iter().enumerate() {
        let text =
            if table.offerings.len() <= NAMED { name.clone() } else { (place + 1).to_string() };
        cells.push(Cell::left(wide(table), vec![Span::dim(text)]));
    }
    Line::row(cells)
}

/// Which number is which offering.
fn key(table: &Table) -> Option<Line> {
    if table.offerings.len() <= NAMED {
        return None;
    }
    let names = table.offerings.iter().enumerate();
    let names: Vec<String> =
        names.map(|(place, (_, name))| format!("{} {name}", place + 1)).collect();
    Some(Line::prose(names.join(" · ")))
}

/// Sign, word and tone of a field.
pub(in crate::domain::page) const fn drawn(
    state: Option<WhitespaceState>,
) -> (&'static str, &'static str, Tone) {
    match state {
        Some(WhitespaceState::Won) => ("●", "won", Tone::Healthy),
        Some(WhitespaceState::Open) => ("◐", "open", Tone::Text),
        Some(WhitespaceState::Possible) => ("○", "possible", Tone::Strong),
        Some(WhitespaceState::Blocked) => ("✕", "blocked", Tone::Dim),
        None => ("?", "", Tone::Dim),
    }
}

fn offering(table: &Table, id: Id) -> &str {
    table.offerings.iter().find(|(found, _)| *found == id).map_or("", |(_, name)| name)
}

fn row(unit: &UnitRow, table: &Table) -> Line {
    let mut cells = vec![Cell::left(NAME, vec![Span::text(&unit.name)])];
    for field in &unit.fields {
        let (sign, word, tone) = drawn(field.state);
        let text =
            if table.offerings.len() <= NAMED { format!("{sign} {word}") } else { sign.to_owned() };
        cells.push(Cell::left(wide(table), vec![Span::new(text.trim_end(), tone)]));
    }
    let told = |field: &Field| {
        let (_, word, _) = drawn(field.state);
        let word = if word.is_empty() { "unknown" } else { word };
        let note = field.note.as_ref().map_or_else(String::new, |note| format!(": {note}"));
        Proof::by(format!("{} {word}{note}", offering(table, field.offering_id)), link(unit, field))
    };
    let ground = Ground::new(format!("What {} buys", unit.name), TOPIC)
        .say("An opportunity that a field became decides how it stands.")
        .on(unit.fields.iter().map(told));
    let link = Link::to(Kind::Unit, unit.unit_id);
    Line::row(cells).with(Entry::record(link, ground))
}

/// Where a field is written: its opportunity, its record, or a new one.
fn link(unit: &UnitRow, field: &Field) -> Link {
    match (field.opportunity_id, field.whitespace_id) {
        (Some(opportunity), _) => Link::to(Kind::Opportunity, opportunity),
        (None, Some(id)) => Link::to(Kind::Whitespace, id),
        (None, None) => Link::new(Kind::Whitespace).about(unit.unit_id),
    }
}

/// The possible ones, each an opportunity with one key.
fn possible(table: &Table, case: &Case<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for unit in &table.units {
        let fields = unit.fields.iter();
        for field in fields.filter(|one| one.state == Some(WhitespaceState::Possible)) {
            let Some(id) = field.whitespace_id else { continue };
            let what = format!("{} for {}", offering(table, field.offering_id), unit.name);
            let note = field.note.as_deref().unwrap_or_default();
            let cells = vec![
                Cell::rest(vec![
                    Span::strong("○ "),
                    Span::text(&what),
                    Span::dim(format!("  {note}")),
                ]),
                Cell::left(14, vec![Span::dim("possible")]),
            ];
            let link = Link::to(Kind::Whitespace, id);
            let ground = Ground::new(what.clone(), TOPIC)
                .say(format!("{} could use it and does not buy it yet.", unit.name))
                .say(note)
                .on([Proof::by(what.clone(), link)]);
            let mut entry = Entry::record(link, ground);
            entry.doing = made(id, &what, case);
            lines.push(Line::row(cells).with(entry));
        }
    }
    lines
}

fn made(id: Id, what: &str, case: &Case<'_>) -> Option<Doing> {
    let field = case.records.whitespace.iter().find(|one| one.id == id)?;
    let changes = pursued(field, case.records, case.today);
    let fields = [
        whitespace::Field::State(field.state),
        whitespace::Field::OpportunityId(field.opportunity_id),
    ];
    (!changes.is_empty()).then(|| Doing {
        says: "make it an opportunity",
        label: format!("{}: opportunity “{what}”", case.records.account.name),
        expected: field.expects(&fields),
        changes,
    })
}

/// What nobody has looked at yet, one line a unit.
fn unknown(unit: &UnitRow, table: &Table) -> Option<Line> {
    let fields = unit.fields.iter().filter(|field| field.state.is_none());
    let names: Vec<&str> = fields.map(|field| offering(table, field.offering_id)).collect();
    if names.is_empty() {
        return None;
    }
    let text = format!("? {}: {}", unit.name, names.join(", "));
    let link = Link::new(Kind::Whitespace).about(unit.unit_id);
    let ground = Ground::new(format!("Not known of {}", unit.name), TOPIC)
        .say("Nobody wrote down whether they buy it, could use it, or never will.")
        .on(names.iter().map(|name| Proof::by(*name, link)));
    let entry = Entry::figure(format!("unknown {}", unit.unit_id.0), ground).links(link);
    Some(Line::row(vec![Cell::rest(vec![Span::dim(text)])]).with(entry))
}
