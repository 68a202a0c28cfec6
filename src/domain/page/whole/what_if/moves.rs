//! Who moves because of it: into NOW and out of it, over a band, up and down, by score.

use super::answers::{crossed, score, untried};
use crate::domain::page::{Cell, Entry, Ground, Line, Span, Tone, Whom};
use crate::domain::score::print::trend;
use crate::domain::what_if::{Real, Shift, Stand};

/// So many are told.
const TOLD: usize = 30;

pub fn lines(real: &Real, shifts: &[Shift]) -> Vec<Line> {
    let mut lines = vec![Line::gap()];
    let count = match shifts.len() {
        0 => "nobody".to_owned(),
        count => count.to_string(),
    };
    lines.push(Line::part("Moves", vec![Span::dim(count)]));
    if shifts.is_empty() {
        let none = Line::row(vec![Cell::rest(vec![Span::dim("the order stays as it is")])]);
        lines.push(none.with(Entry::figure("no moves", untried())));
    }
    lines.extend(shifts.iter().take(TOLD).map(|one| line(one, real)));
    lines
}

fn line(one: &Shift, real: &Real) -> Line {
    let place = |stand: Option<Stand>| {
        stand.map_or_else(|| "–".to_owned(), |stand| stand.place.to_string())
    };
    let score = |stand: Option<Stand>| score(stand.and_then(|stand| stand.score));
    let by_score = one.rises() == 0 && one.gains() != 0.0;
    let places = format!("{} → {}", place(one.before), place(one.after));
    let moves = if by_score {
        format!("{} → {}", score(one.before), score(one.after))
    } else {
        places.clone()
    };
    let (what, tone) = match (one.before, one.after) {
        (_, None) => ("leaves".to_owned(), Tone::Risk),
        (None, _) => ("comes".to_owned(), Tone::Healthy),
        _ if one.into_now() => ("into NOW".to_owned(), Tone::Risk),
        _ if one.out_of_now() => ("off NOW".to_owned(), Tone::Healthy),
        (_, Some(after)) if one.crosses() => {
            let word = after.band.map_or("unknown", |band| band.word());
            (format!("→ {word}"), Tone::Text)
        }
        _ if by_score => (trend(Some(one.gains())), Tone::Dim),
        _ if one.rises() > 0 => (format!("▲{}", one.rises()), Tone::Dim),
        _ => (format!("▼{}", -one.rises()), Tone::Dim),
    };
    let mut ground = Ground::new(format!("{}: {places}", one.name), "order").say(
        "Its place in the order of the book, among the accounts that are in it before and after.",
    );
    if one.crosses() || one.gains() != 0.0 {
        ground = ground.say(format!("{}.", crossed(one)));
    }
    let signals = real.judged.of(one.account).map(|standing| &standing.signals);
    let live = signals.into_iter().flatten().filter(|signal| signal.live()).take(3);
    for signal in live {
        ground = ground.say(signal.text.clone());
    }
    let entry =
        Entry::figure(format!("move {}", one.account.0), ground).of(Whom::account(one.account));
    Line::row(vec![
        Cell::rest(vec![Span::text(one.name.clone())]),
        Cell::right(9, vec![Span::text(moves)]),
        Cell::left(9, vec![Span::new(what, tone)]),
    ])
    .with(entry)
}
