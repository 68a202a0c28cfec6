//! What the account is worth a year: the figure, its line over the years, the bridge of the last
//! 365 days.

use super::super::{Case, Cell, Entry, Ground, Kind, Line, Link, Proof, Span, Tone};
use super::history::entry_told;
use super::share;
use crate::domain::bar;
use crate::domain::day::{day, day_ahead, shift};
use crate::domain::growth::movement::{self, Moves};
use crate::domain::money::Money;
use crate::domain::revenue::bridge::{Bridge, Part, bridge};
use crate::domain::revenue::quarters::quarters;
use crate::domain::revenue::{Revenue, RevenueKind, arr_on};
use chrono::{Datelike, NaiveDate};

const YEAR_DAYS: i64 = 365;
/// Columns of the bars.
const BAR: usize = 24;

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let mut lines = vec![arr(case)];
    lines.extend(years(case));
    lines.extend(over_the_year(case));
    lines
}

fn proofs<'a>(
    entries: impl IntoIterator<Item = &'a Revenue>,
    case: &Case<'_>,
) -> impl Iterator<Item = Proof> {
    entries.into_iter().map(|entry| {
        let link = Link::to(Kind::Revenue, entry.id);
        Proof::of(entry_told(entry, &case.rules.exchange), entry.on_date, link)
    })
}

fn arr(case: &Case<'_>) -> Line {
    let revenue = &case.records.revenue;
    let now = arr_on(revenue, case.today);
    let lasting = |one: &&Revenue| one.kind != RevenueKind::OneTime && one.on_date <= case.today;
    let mut ground = Ground::new("ARR", "arr");
    let mut spans = Vec::new();
    match (now, case.standing.arr) {
        (Some(now), _) => {
            spans.push(Span::strong(now.signed_short()));
            spans.push(Span::dim(" a year now"));
        }
        // Several currencies, each with a rate.
        (None, Some(base)) => {
            spans.push(Span::strong(format!("≈ {}", base.signed_short())));
            spans.push(Span::dim(" a year now, its currencies added"));
        }
        (None, None) if revenue.iter().any(|one| lasting(&one)) => {
            spans.push(Span::watch("several currencies, they do not add without a rate"));
        }
        (None, None) => spans.push(Span::dim("not known yet")),
    }
    ground = ground.say("The sum of all entries up to today, one-time ones left out.");
    let movement = &case.picture.growth.movement;
    if let Some(moved) = movement.share {
        let tone = match movement.moves {
            Moves::Grows => Tone::Healthy,
            Moves::Shrinks => Tone::Risk,
            Moves::Flat | Moves::Unknown => Tone::Dim,
        };
        let sign = match movement.moves {
            Moves::Grows => "▲ ",
            Moves::Shrinks => "▼ ",
            Moves::Flat | Moves::Unknown => "",
        };
        spans.push(Span::next(&format!("{sign}{} in a year", share(moved)), tone));
        if movement.flat_years > 1 {
            let flat = format!("flat for {}", movement::span(movement.flat_years));
            spans.push(Span::next(&flat, Tone::Watch));
        }
        spans.push(Span::next("price left out", Tone::Dim));
    } else {
        spans.push(Span::next("growth not known: nothing recorded for a year ago", Tone::Dim));
    }
    ground = ground.say(&movement.says);
    let ahead = revenue.iter().filter(|entry| entry.on_date > case.today);
    if let Some(next) = ahead.min_by_key(|entry| entry.on_date) {
        let on = day_ahead(next.on_date, case.today);
        spans.insert(spans.len().min(2), Span::next(&format!("{} {on}", next.kind), Tone::Watch));
    }
    ground = ground.on(proofs(upto(case.today, revenue), case));
    let entry = Entry::figure("arr", ground).links(Link::new(Kind::Revenue));
    Line::fact("ARR", spans).with(entry)
}

/// `since 2021   ▁▂▃▅▅▆▇█  €620k → €940k`.
fn years(case: &Case<'_>) -> Option<Line> {
    let line = quarters(&case.records.revenue, case.today, &case.rules.exchange);
    let figures: Vec<Option<f64>> =
        line.iter().map(|one| one.arr.map(|arr| arr.minor.max(0) as f64)).collect();
    let most = figures.iter().flatten().fold(0.0_f64, |most, one| most.max(*one));
    if figures.len() < 3 || most <= 0.0 {
        return None;
    }
    let told = |arr: Option<Money>| arr.map_or_else(|| "–".to_owned(), Money::signed_short);
    let (first, last) = (line.first()?, line.last()?);
    let spans = vec![
        Span::text(bar::curve(&figures, 0.0, most)),
        Span::dim(format!("  {} → {} by quarter", told(first.arr), told(last.arr))),
    ];
    let ground = Ground::new("ARR over the years", "arr")
        .say("ARR at the end of each quarter, the running one as of today; the lowest block is nought.")
        .on(line.iter().rev().map(|one| {
            Proof::told(format!("{}: {}", day(one.to, case.today), told(one.arr)))
        }))
        .on(proofs(upto(case.today, &case.records.revenue), case));
    let entry = Entry::figure("years", ground).links(Link::new(Kind::Revenue));
    Some(Line::fact(format!("since {}", first.to.year()), spans).with(entry))
}

/// The bridge of the last 365 days.
fn over_the_year(case: &Case<'_>) -> Vec<Line> {
    let revenue = &case.records.revenue;
    let from = shift(case.today, -YEAR_DAYS);
    let Some(bridge) = bridge(revenue, from, case.today, &case.rules.exchange) else {
        return Vec::new();
    };
    let mut lines = vec![Line::gap()];
    let title = "The last 365 days";
    if bridge.parts.is_empty() {
        let since = revenue
            .iter()
            .filter(|one| one.kind != RevenueKind::OneTime && one.on_date <= case.today)
            .map(|one| one.on_date)
            .max();
        let since = since.map_or_else(String::new, |on| format!(" since {}", day(on, case.today)));
        let figure = format!("{}, nothing moved{since}", bridge.money(bridge.end).signed_short());
        let ground = Ground::new(title, "revenue history")
            .say(&figure)
            .on(proofs(upto(from, revenue), case));
        let line = Line::part(title, vec![Span::dim(figure)]);
        lines.push(line.with(Entry::figure("bridge", ground)));
        return lines;
    }
    // Where the entries are in several currencies, the figures below are in that of the book.
    let same = arr_on(revenue, case.today).is_some_and(|arr| arr.currency == bridge.currency);
    lines.push(if same {
        Line::title(title)
    } else {
        let code = bridge.currency.code().to_ascii_uppercase();
        Line::title(format!("{title}, in {code}"))
    });
    let full = bridge.highest().max(1) as f64;
    let start = bridge.start.map_or_else(|| "–".to_owned(), |start| bridge.money(start).short());
    let begins = Ground::new(format!("ARR at the end of {}", day(from, case.today)), "arr")
        .say(match bridge.start {
            Some(_) => "The sum of all entries up to that day.",
            None => "Nothing is recorded up to that day: that is not known, not nought.",
        })
        .on(proofs(upto(from, revenue), case));
    let drawn = bridge.start.map_or_else(String::new, |start| bar::bar(start as f64, full, BAR));
    lines.push(row(&day(from, case.today), &start, &drawn, "", Tone::Text, "start", begins));
    for part in &bridge.parts {
        lines.push(moved(part, &bridge, full, case));
    }
    let end = bridge.money(bridge.end);
    let ends = Ground::new("ARR today", "arr")
        .say(format!("{start} at the start and all parts make {}.", end.short()))
        .on(bridge.parts.iter().map(|part| {
            Proof::told(format!("{} {}", part.kind, bridge.money(part.amount).moved()))
        }))
        .on(proofs(upto(case.today, revenue), case));
    let drawn = bar::bar(bridge.end as f64, full, BAR);
    lines.push(row("= today", &end.short(), &drawn, "", Tone::Text, "end", ends));
    lines
}

/// The entries that make the ARR of a day, newest first.
fn upto(day: NaiveDate, revenue: &[Revenue]) -> Vec<&Revenue> {
    let lasting = |one: &&Revenue| one.kind != RevenueKind::OneTime && one.on_date <= day;
    let mut found: Vec<&Revenue> = revenue.iter().filter(lasting).collect();
    found.sort_by_key(|one| std::cmp::Reverse((one.on_date, one.id)));
    found
}

fn moved(part: &Part, bridge: &Bridge, full: f64, case: &Case<'_>) -> Line {
    let amount = bridge.money(part.amount);
    let (sign, tone) = match part.amount {
        ..0 => ("−", Tone::Risk),
        0 => (" ", Tone::Dim),
        1.. => ("+", Tone::Healthy),
    };
    let drawn = bar::part(part.from as f64, part.to as f64, full, BAR);
    let note = match part.price {
        0 if part.entries.len() > 1 => format!("{} entries", part.entries.len()),
        0 => String::new(),
        price => format!("of which price {}", bridge.money(price).moved()),
    };
    let mut ground = Ground::new(format!("{} of the last 365 days", part.kind), "revenue history")
        .say(format!("{} by {}.", amount.moved(), entries(part.entries.len())));
    if part.price != 0 {
        let price = bridge.money(part.price).moved();
        ground = ground.say(format!("{price} of it is price: it is money, and no growth."));
    }
    let theirs = part.entries.iter();
    let found = theirs.filter_map(|id| case.records.revenue.iter().find(|one| one.id == *id));
    ground = ground.on(proofs(found, case));
    let label = format!("{sign} {}", part.kind);
    row(&label, &amount.moved(), &drawn, &note, tone, part.kind.word(), ground)
}

fn entries(count: usize) -> String {
    if count == 1 { "one entry".to_owned() } else { format!("{count} entries") }
}

fn row(
    label: &str,
    amount: &str,
    drawn: &str,
    note: &str,
    tone: Tone,
    key: &str,
    ground: Ground,
) -> Line {
    let cells = vec![
        Cell::left(14, vec![Span::new(label, if tone == Tone::Text { Tone::Dim } else { tone })]),
        Cell::right(7, vec![Span::text(amount)]),
        Cell::left(BAR as u16, vec![Span::new(drawn, tone)]),
        Cell::rest(vec![Span::dim(note)]),
    ];
    Line::row(cells).with(Entry::figure(format!("bridge {key}"), ground))
}
