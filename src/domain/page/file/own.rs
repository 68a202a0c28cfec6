//! Your own digits: what they are and until when they hold.

use crate::domain::account::own_score::{self, OwnScore};
use crate::domain::cell::Id;
use crate::domain::day::day_ahead;
use crate::domain::page::{Case, Cell, Doing, Entry, Ground, Kind, Line, Link, Proof, Span};
use crate::domain::score::holding::Holding;
use crate::domain::score::print::tenth;

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let held = &case.picture.own_scores;
    if held.is_empty() {
        return Vec::new();
    }
    let expired = held.iter().filter(|one| one.expired).count();
    let figure = match expired {
        0 => format!("{} in force", held.len()),
        _ => format!("{} in force, {expired} expired", held.len() - expired),
    };
    let ground = Ground::new("Own scores", "mine")
        .say(format!("{figure}."))
        .on(held.iter().filter_map(|one| Some(proof(newest(case, one)?))));
    let title = Line::part("Own scores", vec![Span::text(figure)]);
    let mut lines = vec![title.with(Entry::figure("own", ground))];
    lines.extend(held.iter().filter_map(|one| line(case, one)));
    lines
}

fn newest<'a>(case: &Case<'a>, held: &Holding) -> Option<&'a OwnScore> {
    let own = case.records.own_scores.iter();
    own.filter(|one| one.factor == held.factor && one.on_date == held.on_date)
        .max_by_key(|one| one.id)
}

fn proof(own: &OwnScore) -> Proof {
    let why = own.reason.as_deref().map(|why| format!(": {why}")).unwrap_or_default();
    let text = format!("{} {}{why}", own.factor, own.points);
    Proof::of(text, own.on_date, Link::to(Kind::OwnScore, own.id))
}

fn line(case: &Case<'_>, held: &Holding) -> Option<Line> {
    let own = newest(case, held)?;
    let state = if held.expired {
        Span::watch(format!("expired {}", crate::domain::day::day(held.until, case.today)))
    } else {
        Span::text(format!("holds to {} ({} d)", day_ahead(held.until, case.today), held.left))
    };
    let beside = held.measured.map_or_else(
        || "nothing measured".to_owned(),
        |measured| format!("measured {}", tenth(measured)),
    );
    let cells = vec![
        Cell::left(10, vec![Span::text(held.factor.word())]),
        Cell::right(2, vec![Span::text(held.points.to_string())]),
        Cell::left(24, vec![state]),
        Cell::rest(vec![Span::dim(beside)]),
    ];
    let ground = Ground::new(format!("{} {}, your own", held.factor, held.points), "mine")
        .say(held.text.clone())
        .on([proof(own)]);
    let mut entry = Entry::record(Link::to(Kind::OwnScore, own.id), ground);
    entry.key = format!("own {}", held.factor);
    if own.on_date < case.today {
        let again = OwnScore { id: Id(0), on_date: case.today, ..own.clone() };
        entry.doing = Some(Doing {
            says: "still true",
            label: format!("{} {} still true", own.factor, own.points),
            changes: vec![own_score::Change::Added(again).into()],
            expected: Vec::new(),
        });
    }
    Some(Line::row(cells).with(entry))
}
