//! Rules that were told to rest: put off, switched off here or for the tier. Space takes it back.

use super::capital;
use crate::domain::account::silence::{self, Silence, SilenceKind};
use crate::domain::change::Change;
use crate::domain::day::{day, day_ahead};
use crate::domain::ours::tier_silence;
use crate::domain::page::{Case, Cell, Doing, Entry, Ground, Kind, Line, Link, Proof, Span};
use crate::domain::record::Record;
use crate::domain::signal::rest::Resting;

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let resting = &case.picture.resting;
    if resting.is_empty() {
        return Vec::new();
    }
    let figure = format!("{} rest", resting.len());
    let ground = Ground::new(format!("Rules switched off: {figure}"), "silence")
        .say("What you told to rest. Each is heard again on its day, or as soon as it is taken back.")
        .on(resting.iter().map(proof));
    let title = Line::part("Rules switched off", vec![Span::text(figure)]);
    let mut lines = vec![title.with(Entry::figure("resting", ground))];
    lines.extend(resting.iter().map(|one| line(case, one)));
    lines
}

fn link(one: &Resting) -> Link {
    let (table, id) = one.record;
    let kind = if table == Silence::TABLE { Kind::Silence } else { Kind::TierSilence };
    Link::to(kind, id)
}

fn proof(one: &Resting) -> Proof {
    let why = one.reason.as_deref().map(|why| format!(": {why}")).unwrap_or_default();
    Proof::of(format!("{}{why}", one.title), one.since_on, link(one))
}

fn line(case: &Case<'_>, one: &Resting) -> Line {
    let how = match (one.tier, one.kind) {
        (Some(tier), _) => format!("off for {tier}"),
        (None, SilenceKind::NotHere) => "not here".to_owned(),
        (None, SilenceKind::Later) => "later".to_owned(),
    };
    let until = day_ahead(one.until_on, case.today);
    let cells = vec![
        Cell::left(27, vec![Span::text(capital(&one.title))]),
        Cell::left(12, vec![Span::text(how.clone())]),
        Cell::left(14, vec![Span::dim(format!("to {until}"))]),
        Cell::rest(vec![Span::dim(one.reason.clone().unwrap_or_default())]),
    ];
    let topic = if one.kind == SilenceKind::Later { "fine" } else { "silence" };
    let ground = Ground::new(capital(&one.title), topic)
        .say(format!("Told to rest on {}: {how}.", day(one.since_on, case.today)))
        .say(match one.kind {
            SilenceKind::Later => format!("Heard again on {until}, sooner where it worsens."),
            SilenceKind::NotHere => format!("Asked again on {until}."),
        })
        .on([proof(one)]);
    let (_, id) = one.record;
    let change: Change = match link(one).kind {
        Kind::Silence => silence::Change::Removed(id).into(),
        _ => tier_silence::Change::Removed(id).into(),
    };
    let whose = match one.tier {
        Some(tier) => format!("all {tier} accounts"),
        None => case.records.account.name.clone(),
    };
    let entry = Entry::record(link(one), ground).does(Doing {
        says: "heard again",
        label: format!("{whose}: {} heard again", one.title),
        changes: vec![change],
        expected: Vec::new(),
    });
    Line::row(cells).with(entry)
}
