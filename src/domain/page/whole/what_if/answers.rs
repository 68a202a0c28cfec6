//! The figures of the book as it is, and with what is tried.

mod worth;

use super::money::{moved, short, signed};
use super::{Bad, TOPIC, tone};
use crate::domain::cell::Id;
use crate::domain::page::{Cell, Entry, Ground, Line, Proof, Span, Tone};
use crate::domain::score::Band;
use crate::domain::score::print::{percent, tenth};
use crate::domain::standing::Standing;
use crate::domain::what_if::{Answer, Judged, Real, Shift, Stand, Trial};
use std::collections::HashSet;

/// So many accounts are named behind a figure.
const NAMED: usize = 60;

pub fn lines(real: &Real, trial: &Trial, shifts: &[Shift]) -> Vec<Line> {
    let (is, then) = (&real.answer, &trial.answer);
    let tried = !trial.tries.is_empty();
    let cell = |text: &str| vec![Span::dim(text)];
    let mut lines = vec![Line::row(vec![
        Cell::rest(vec![Span::strong("The book")]),
        Cell::right(7, cell("is")),
        Cell::right(7, cell(if tried { "then" } else { "" })),
        Cell::left(8, Vec::new()),
    ])];
    let rows = bands(is, then, shifts, &trial.judged)
        .into_iter()
        .chain([now(is, then, shifts), arr(real, trial)])
        .chain(worth::kept(real, trial))
        .chain([worth::ahead(real, trial)])
        .chain(worth::shares(is, then, real, trial))
        .chain([worth::key(real, trial)]);
    lines.extend(rows.map(|row| row.line(tried)));
    lines
}

/// One figure before and after.
struct Row {
    label: String,
    is: String,
    then: String,
    change: String,
    tone: Tone,
    entry: Entry,
}

impl Row {
    fn line(self, tried: bool) -> Line {
        let Self { label, is, then, change, tone, entry } = self;
        let moved = tried && !change.is_empty();
        let strong = if moved { Tone::Strong } else { Tone::Dim };
        Line::row(vec![
            Cell::rest(vec![Span::text(label)]),
            Cell::right(7, vec![Span::text(is)]),
            Cell::right(7, vec![Span::new(if tried { then } else { String::new() }, strong)]),
            Cell::left(8, vec![Span::new(if moved { change } else { String::new() }, tone)]),
        ])
        .with(entry)
    }
}

/// Two counts.
fn counted(label: &str, (is, then): (usize, usize), bad: Bad, entry: Entry) -> Row {
    let by = then.cast_signed() as i64 - is.cast_signed() as i64;
    Row {
        label: label.to_owned(),
        is: is.to_string(),
        then: then.to_string(),
        change: change(by, &by.unsigned_abs().to_string()),
        tone: tone(by as f64, bad),
        entry,
    }
}

/// `+2`, `−14 pt`; nothing where nothing moved.
fn change(by: i64, size: &str) -> String {
    match by {
        ..0 => format!("−{size}"),
        0 => String::new(),
        1.. => format!("+{size}"),
    }
}

/// Two shares, 0-1; their difference is that of the printed percentages.
fn shared(label: String, (is, then): (Option<f64>, Option<f64>), bad: Bad, entry: Entry) -> Row {
    let print = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), percent);
    let points = |share: Option<f64>| share.map(|share| (share * 100.0).round() as i64);
    let by = points(then).zip(points(is)).map_or(0, |(then, is)| then - is);
    let known = is.is_some() == then.is_some();
    Row {
        label,
        is: print(is),
        then: print(then),
        change: if known { change(by, &format!("{} pt", by.abs())) } else { "known".to_owned() },
        tone: tone(by as f64, bad),
        entry,
    }
}

/// Two amounts.
fn money(label: &str, (is, then): (i64, i64), real: &Real, entry: Entry) -> Row {
    let by = then.saturating_sub(is);
    Row {
        label: label.to_owned(),
        is: short(is, real),
        then: short(then, real),
        change: if by == 0 { String::new() } else { moved(by, real) },
        tone: tone(by as f64, Bad::Less),
        entry,
    }
}

const BANDS: [(Option<Band>, &str, Bad); 4] = [
    (Some(Band::Risk), "risk", Bad::More),
    (Some(Band::Watch), "watch", Bad::Neither),
    (Some(Band::Healthy), "healthy", Bad::Less),
    (None, "little known", Bad::Neither),
];

fn bands(is: &Answer, then: &Answer, shifts: &[Shift], after: &Judged) -> Vec<Row> {
    let cross: HashSet<Id> =
        shifts.iter().filter(|one| one.crosses()).map(|one| one.account).collect();
    let counts = is.bands.iter().zip(then.bands);
    let rows = BANDS.iter().zip(counts).map(|((band, label, bad), (is, then))| {
        let word = band.map_or("too little known", Band::word);
        let mut ground = Ground::new(format!("{word}: {is} → {then}"), "band")
            .say(format!("{is} of the accounts are {word} as it is, {then} with what is tried."));
        let crossing = shifts.iter().filter(|one| one.crosses()).filter_map(|one| {
            let was = one.before.is_some_and(|stand| stand.band == *band);
            let comes = one.after.is_some_and(|stand| stand.band == *band);
            (was != comes).then(|| Proof::account(one.account, crossed(one)))
        });
        ground = ground.on(crossing);
        let stays = |one: &&Standing| {
            one.in_book && one.score.band == *band && !cross.contains(&one.account)
        };
        let stay = after.standings.iter().filter(stays).take(NAMED);
        ground = ground.on(stay.map(|one| {
            Proof::account(one.account, format!("{}: {}", one.name, score(one.score.value)))
        }));
        counted(label, (*is, then), *bad, Entry::figure(format!("band {word}"), ground))
    });
    rows.collect()
}

pub(super) fn score(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), tenth)
}

/// `Contoso: watch 6.3 → risk 5.8`.
pub(super) fn crossed(shift: &Shift) -> String {
    let told = |stand: Option<Stand>| {
        stand.map_or_else(
            || "not in the book".to_owned(),
            |one| match one.band {
                Some(band) => format!("{band} {}", score(one.score)),
                None => "too little known".to_owned(),
            },
        )
    };
    format!("{}: {} → {}", shift.name, told(shift.before), told(shift.after))
}

fn now(is: &Answer, then: &Answer, shifts: &[Shift]) -> Row {
    let mut ground = Ground::new(format!("NOW: {} → {}", is.now, then.now), "group")
        .say("Accounts with something to be done now, those among them that NOW has no room for.");
    let told =
        |one: &Shift, what: &str| Proof::account(one.account, format!("{}: {what}", one.name));
    ground = ground.on(shifts.iter().filter(|one| one.into_now()).map(|one| told(one, "into NOW")));
    ground =
        ground.on(shifts.iter().filter(|one| one.out_of_now()).map(|one| told(one, "out of NOW")));
    if ground.proofs.is_empty() {
        ground = ground.say("Nobody moves into it or out of it.");
    }
    counted("NOW", (is.now, then.now), Bad::More, Entry::figure("now", ground))
}

fn arr(real: &Real, trial: &Trial) -> Row {
    let (is, then) = (real.answer.arr, trial.answer.arr);
    let title = format!("ARR: {} → {}", signed(is, real), signed(then, real));
    let mut ground = Ground::new(title, "arr").say(format!(
        "The known ARR of {} accounts as it is, of {} with what is tried.",
        real.answer.accounts, trial.answer.accounts
    ));
    ground = left_out(ground, &trial.answer);
    let moved = real.judged.standings.iter().zip(&trial.judged.standings);
    let moved = moved.filter_map(|(before, after)| {
        let of = |one: &Standing| one.arr.filter(|_| one.in_book).map(|arr| arr.minor);
        let print =
            |minor: Option<i64>| minor.map_or_else(|| "–".to_owned(), |minor| short(minor, real));
        let (from, to) = (of(before), of(after));
        let told = || format!("{}: {} → {}", before.name, print(from), print(to));
        (from != to).then(|| Proof::account(before.account, told()))
    });
    ground = ground.on(moved);
    money("ARR", (is, then), real, Entry::figure("arr", ground))
}

/// What is in no sum, named.
fn left_out(ground: Ground, answer: &Answer) -> Ground {
    let names = |some: Vec<String>| {
        let more = some.len().saturating_sub(3);
        let first = some.into_iter().take(3).collect::<Vec<_>>().join(", ");
        if more > 0 { format!("{first} and {more} more") } else { first }
    };
    let unknown = &answer.ahead.unknown;
    let no_rate = &answer.ahead.no_rate;
    let ground = if unknown.is_empty() {
        ground
    } else {
        let all = unknown.iter().map(|(_, name)| name.clone()).collect();
        ground.say(format!("Of unknown ARR and in no sum: {}.", names(all)))
    };
    if no_rate.is_empty() {
        return ground;
    }
    let all = no_rate.iter().map(|(_, name, code)| format!("{name} ({code})")).collect();
    ground.say(format!("Without a rate and in no sum: {}.", names(all)))
}

/// What a figure that nobody tried anything for says.
pub(super) fn untried() -> Ground {
    Ground::new("Nothing is tried yet", TOPIC)
        .say("Choose a line and press ←→, Space or Enter: the figures answer at once.")
}
