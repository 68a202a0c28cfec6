//! The way from the ARR of the start to that of the end, drawn as bars that hang where the one
//! before them ends.

use super::super::super::{Cell, Entry, Ground, Line, Span, Tone};
use super::{FIGURE, LABEL, Retained, Sums, by_change};
use crate::domain::bar;
use crate::domain::retention::Moved;

/// Columns of the bars.
const BAR: usize = 28;

/// What moves ARR on the way: its sign and word, its sum, and what of an account belongs to it.
struct Part {
    label: &'static str,
    grows: bool,
    sum: fn(&Sums) -> i64,
    of: fn(&Moved) -> i64,
    says: &'static str,
    topic: &'static str,
}

const PARTS: [Part; 6] = [
    Part {
        label: "new",
        grows: true,
        sum: |sums| sums.new,
        of: |one| one.new,
        says: "Accounts that paid nothing at the start and never before.",
        topic: "retention",
    },
    Part {
        label: "reactivated",
        grows: true,
        sum: |sums| sums.reactivated,
        of: |one| one.reactivated,
        says: "Accounts that had left and pay again.",
        topic: "retention",
    },
    Part {
        label: "opening",
        grows: true,
        sum: |sums| sums.opening,
        of: |one| one.opening,
        says: "What was written down for the first time: it was there before, and is no growth.",
        topic: "retention",
    },
    Part {
        label: "expansion",
        grows: true,
        sum: |sums| sums.expansion,
        of: |one| (one.kept - one.start).max(0) * i64::from(one.start > 0),
        says: "What the accounts of the start pay more at the end.",
        topic: "churn",
    },
    Part {
        label: "contraction",
        grows: false,
        sum: |sums| sums.contraction,
        of: |one| if one.kept > 0 { (one.start - one.kept).max(0) } else { 0 },
        says: "What the accounts of the start pay less at the end.",
        topic: "churn",
    },
    Part {
        label: "churn",
        grows: false,
        sum: |sums| sums.churn,
        of: |one| if one.kept == 0 { one.start } else { 0 },
        says: "What the accounts paid that pay nothing any more.",
        topic: "churn",
    },
];

pub(super) fn lines(of: &Retained<'_>, sums: &Sums) -> Vec<Line> {
    let mut stands = sums.start;
    let mut ways = Vec::new();
    for part in &PARTS {
        let amount = (part.sum)(sums);
        let amount = if part.grows { amount } else { amount.saturating_neg() };
        let after = stands.saturating_add(amount);
        ways.push((part, amount, stands, after));
        stands = after;
    }
    let highest = ways.iter().map(|(_, _, from, to)| *from.max(to)).max();
    let full = highest.unwrap_or(0).max(1) as f64;
    let mut start: Vec<&Moved> = of.moved().filter(|one| one.start > 0).collect();
    let ground = Ground::new("ARR at the start", "retention")
        .say("What they paid at the end of the day before the period.")
        .say(of.without())
        .on(start.iter().map(|one| of.told(one)));
    let drawn = bar::bar(sums.start as f64, full, BAR);
    let note = accounts(start.len());
    let mut lines = vec![row(of, "start", sums.start, drawn, note, Tone::Text, ground)];
    for (part, amount, from, to) in ways {
        let mut theirs: Vec<&Moved> = of.moved().filter(|one| (part.of)(one) != 0).collect();
        by_change(&mut theirs);
        lines.push(moved(of, part, (amount, from, to), full, &theirs, sums));
    }
    start = of.moved().filter(|one| one.end > 0).collect();
    let sum = |sign: &str, minor: i64| format!(" {sign} {}", of.money(minor));
    let way: String = PARTS
        .iter()
        .map(|part| sum(if part.grows { "+" } else { "−" }, (part.sum)(sums)))
        .collect();
    let ground = Ground::new("ARR at the end", "retention")
        .say(format!("{}{way} = {}.", of.money(sums.start), of.money(sums.end)))
        .say(of.without())
        .on(start.iter().map(|one| of.told(one)));
    let drawn = bar::bar(sums.end as f64, full, BAR);
    lines.push(row(of, "= end", sums.end, drawn, accounts(start.len()), Tone::Text, ground));
    lines
}

fn accounts(count: usize) -> String {
    crate::domain::signal::sentence::count(count, "account")
}

fn moved(
    of: &Retained<'_>,
    part: &Part,
    (amount, from, to): (i64, i64, i64),
    full: f64,
    theirs: &[&Moved],
    sums: &Sums,
) -> Line {
    let (sign, tone) = match (part.grows, amount) {
        (_, 0) => (if part.grows { "+" } else { "−" }, Tone::Dim),
        (true, _) if part.label == "expansion" => ("+", Tone::Healthy),
        (true, _) => ("+", Tone::Text),
        (false, _) => ("−", Tone::Risk),
    };
    let price = if part.label == "expansion" { sums.price } else { 0 };
    let mut note = if theirs.is_empty() { String::new() } else { accounts(theirs.len()) };
    let mut ground = Ground::new(part.label, part.topic).say(part.says);
    if price != 0 {
        note = format!("{note}, price {}", of.money(price));
        ground =
            ground.say(format!("{} of it is dearer price: money, and no growth.", of.money(price)));
    }
    ground = ground.say(of.without()).on(theirs.iter().map(|one| of.told(one)));
    let drawn = bar::part(from as f64, to as f64, full, BAR);
    row(of, &format!("{sign} {}", part.label), amount, drawn, note, tone, ground)
}

fn row(
    of: &Retained<'_>,
    label: &str,
    amount: i64,
    drawn: String,
    note: String,
    tone: Tone,
    ground: Ground,
) -> Line {
    let plain = tone == Tone::Text && !label.starts_with('+');
    let amount = if plain { of.money(amount) } else { of.change(amount) };
    let cells = vec![
        Cell::left(LABEL, vec![Span::new(label, if plain { Tone::Dim } else { tone })]),
        Cell::right(
            FIGURE,
            vec![Span::new(amount, if tone == Tone::Dim { tone } else { Tone::Text })],
        ),
        Cell::left(BAR as u16, vec![Span::new(drawn, tone)]),
        Cell::rest(vec![Span::dim(note)]),
    ];
    Line::row(cells).with(Entry::figure(format!("bridge {label}"), ground))
}
