//! Our side: colleagues, who of them works for an account, and who pairs with an executive there.

use super::Plain;
use super::cells::{self, Cells};
use super::row::{Ask, First, Row};
use super::setting::Setting;
use crate::desk::Commit;
use crate::domain::cell::{Id, Value};
use crate::domain::ours::colleague::Colleague;
use crate::domain::ours::sponsor_pair::SponsorPair;
use crate::domain::ours::team_member::TeamMember;
use crate::domain::page::Kind;
use crate::domain::record::Record;
use crate::tui::form::values::Values;

pub(super) const FORMS: &[Plain] = &[COLLEAGUE, TEAM_MEMBER, SPONSOR_PAIR];

/// Where somebody is named who is not among the colleagues yet.
const NEW: &str = "new_colleague";

/// The colleague that the same commit adds.
const ADDED: Id = Id(-1_000);

const COLLEAGUE: Plain = Plain::new(
    Kind::Colleague,
    ("colleague", "colleagues"),
    &[
        Row::new("name", "name", Ask::Line).needed("who is it?"),
        Row::new("function", "function", Ask::Line).hint("as Support lead"),
        Row::new("email", "e-mail", Ask::Line),
        Row::new("note", "note", Ask::Lines),
        Row::new("archived_on", "left us on", Ask::Day).hint("empty: still with us"),
    ],
    |_, cells| Some(format!("colleague {}", cells.record::<Colleague>()?.name)),
)
.settle(|setting, cells, values| {
    let name = cells.text_in("name").to_lowercase();
    let other = |one: &&Colleague| one.id != cells.id && one.name.to_lowercase() == name;
    if setting.colleagues.iter().any(|one| other(&one)) {
        values.wrong("name", "another colleague has this name: add what tells them apart");
    }
});

const TEAM_MEMBER: Plain = Plain::new(
    Kind::TeamMember,
    ("team member", "team members"),
    &[
        Row::new("colleague_id", "colleague", Ask::Colleague).first(First::With),
        Row::new(NEW, "or somebody new", Ask::Line).hint("name, function"),
        Row::new("part", "part", Ask::Line).hint("as delivery"),
    ],
    |setting, cells| {
        let member = cells.record::<TeamMember>()?;
        let name = setting.colleague(Some(member.colleague_id)).unwrap_or("somebody new");
        let part = member.part.map(|part| format!(", {part}"));
        Some(format!("{name} in the team{}", part.unwrap_or_default()))
    },
)
.settle(|setting, cells, values| {
    take_new(setting, cells, values);
    let Some(colleague) = cells.id_in("colleague_id") else {
        values.wrong("colleague_id", "who is it?");
        return;
    };
    let team = setting.records.into_iter().flat_map(|records| &records.team);
    if team.into_iter().any(|one| one.colleague_id == colleague && one.id != cells.id) {
        values.wrong("colleague_id", "is in the team already");
    }
})
.also(add_new);

const SPONSOR_PAIR: Plain = Plain::new(
    Kind::SponsorPair,
    ("sponsor pair", "sponsor pairs"),
    &[
        Row::new("contact_id", "their executive", Ask::Person)
            .needed("which executive of theirs?")
            .first(First::With),
        Row::new("colleague_id", "ours", Ask::Colleague).hint("not found yet"),
        Row::new(NEW, "or somebody new", Ask::Line).hint("name, function"),
        Row::new("senior", "senior enough", Ask::YesNo).hint("to decide; not known"),
        Row::new("stake", "personal stake", Ask::YesNo).hint("in the result; not known"),
        Row::new("respected", "respected", Ask::YesNo).hint("on both sides; not known"),
        Row::new("has_time", "has time", Ask::YesNo).hint("not known"),
        Row::new("since_on", "since", Ask::Day).needed("since when?").first(First::Today),
        Row::new("ended_on", "ended on", Ask::Day).hint("empty: they still do"),
        Row::new("note", "note", Ask::Lines),
    ],
    |setting, cells| {
        let pair = cells.record::<SponsorPair>()?;
        let theirs = setting.person(Some(pair.contact_id)).unwrap_or("their executive");
        let ours = setting.colleague(pair.colleague_id);
        let ours = ours.unwrap_or(if pair.colleague_id.is_some() {
            "somebody new"
        } else {
            "nobody of ours yet"
        });
        Some(format!("sponsors {theirs} and {ours}"))
    },
)
.settle(|setting, cells, values| {
    take_new(setting, cells, values);
    let Some(pair) = cells.record::<SponsorPair>() else { return };
    if pair.ended_on.is_some_and(|ended| ended < pair.since_on) {
        values.wrong("ended_on", "it cannot end before it began");
    }
})
.also(add_new);

/// Name and function of somebody new, as typed.
fn typed_new(values: &Values<'_>) -> Option<(String, String)> {
    let typed = values.text(NEW)?;
    let (name, function) = typed.split_once(',').unwrap_or((typed.as_str(), ""));
    Some((name.trim().to_owned(), function.trim().to_owned()))
}

/// Who of our side has this name already.
fn known(name: &str, setting: &Setting<'_>) -> Option<Id> {
    let same = |one: &&Colleague| one.name.to_lowercase() == name.to_lowercase();
    setting.colleagues.iter().find(same).map(|one| one.id)
}

/// A name that was typed stands for the colleague of that name, else for the one that comes in
/// with this form.
fn take_new(setting: &Setting<'_>, cells: &mut Cells, values: &Values<'_>) {
    let Some((name, _)) = typed_new(values) else { return };
    if name.is_empty() {
        values.wrong(NEW, "a name first, then the function");
    }
    let named = known(&name, setting).unwrap_or(ADDED);
    let as_it_was = setting.old.and_then(|old| old.id_in("colleague_id"));
    let chosen = cells.id_in("colleague_id").filter(|chosen| Some(*chosen) != as_it_was);
    if chosen.is_some_and(|chosen| chosen != named) {
        values.wrong(NEW, "one of the two: the one chosen above, or this one");
    }
    cells.set("colleague_id", Value::Ref(named.0));
}

/// Brings in the colleague that was named, before what names them.
fn add_new(setting: &Setting<'_>, _: &Cells, values: &Values<'_>, commit: &mut Commit) {
    let Some((name, function)) = typed_new(values) else { return };
    if known(&name, setting).is_some() {
        return;
    }
    let mut colleague = cells::blank(Kind::Colleague);
    colleague.id = ADDED;
    colleague.set("name", Value::Text(name.clone()));
    if !function.is_empty() {
        colleague.set("function", Value::Text(function));
    }
    let Some(colleague) = colleague.record::<Colleague>() else { return };
    commit.act.label = commit.act.label.replace("somebody new", &name);
    commit.changes.insert(0, colleague.added_change());
}
