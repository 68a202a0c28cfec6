//! Account by account: how what it pays grew, who came in, who is in no sum and why.

use super::super::super::{Cell, Entry, Ground, Line, Proof, Span, Tone, Whom};
use super::kept::share;
use super::{Retained, Scope, by_change, came, why};
use crate::domain::metrics::leading::Led;
use crate::domain::retention::{Kept, LeftOut, Moved};
use crate::domain::score::print::percent;
use crate::domain::signal::sentence::count;

pub(super) fn lines(of: &Retained<'_>) -> Vec<Line> {
    let counted = |verdict| of.moved().filter(|one| one.verdict == verdict).count();
    let told: Vec<String> = [
        (Kept::Grown, "grew"),
        (Kept::Shrunk, "shrank"),
        (Kept::Lost, "left"),
        (Kept::Came, "came in"),
        (Kept::Same, "the same"),
    ]
    .into_iter()
    .map(|(verdict, word)| (counted(verdict), word))
    .filter(|(count, _)| *count > 0)
    .map(|(count, word)| format!("{count} {word}"))
    .collect();
    let mut lines =
        vec![Line::gap(), Line::part("ACV growth by account", vec![Span::dim(told.join(" · "))])];
    let (mut same, mut moved): (Vec<&Moved>, Vec<&Moved>) =
        of.moved().partition(|one| one.verdict == Kept::Same);
    by_change(&mut moved);
    lines.extend(moved.iter().map(|one| line(of, one)));
    if of.each {
        lines.extend(same.iter().map(|one| line(of, one)));
        same.clear();
    }
    if !same.is_empty() {
        let sum = same.iter().fold(0_i64, |sum, one| sum.saturating_add(one.start));
        let ground = Ground::new("unchanged", "retention")
            .say("They pay at the end what they paid at the start.")
            .on(same.iter().map(|one| of.told(one)));
        let cells = vec![
            Cell::left(26, vec![Span::dim(format!("{} the same", count(same.len(), "account")))]),
            Cell::right(8, vec![Span::dim(of.money(sum))]),
        ];
        lines.push(Line::row(cells).with(Entry::figure("accounts same", ground)));
    }
    lines
}

fn line(of: &Retained<'_>, one: &Moved) -> Line {
    let (sign, tone) = match one.verdict {
        Kept::Grown => ("▲", Tone::Healthy),
        Kept::Shrunk => ("▼", Tone::Watch),
        Kept::Lost => ("✕", Tone::Risk),
        Kept::Same => ("=", Tone::Dim),
        Kept::Came => ("+", Tone::Text),
    };
    let back = one.new.saturating_add(one.reactivated).saturating_add(one.opening);
    let verdict = match one.verdict {
        Kept::Came => came(one).to_owned(),
        verdict if back > 0 => format!("{verdict}, {} {}", of.change(back), came(one)),
        verdict if one.price != 0 => {
            format!("{verdict}, of which price {}", of.money(one.price))
        }
        verdict => verdict.to_string(),
    };
    let growth = match one.growth {
        Some(growth) if growth > 0.0 => format!("+{}", percent(growth)),
        Some(growth) if growth < 0.0 => format!("−{}", percent(-growth)),
        growth => share(growth),
    };
    let (start, end) =
        if one.start == 0 { ("–".to_owned(), one.end) } else { (of.money(one.start), one.kept) };
    let cells = vec![
        Cell::left(26, vec![Span::text(&one.name)]),
        Cell::right(8, vec![Span::dim(start)]),
        Cell::right(9, vec![Span::text(format!("→ {}", of.money(end)))]),
        Cell::right(8, vec![Span::new(growth, tone)]),
        Cell::rest(vec![Span::new(format!("{sign} {verdict}"), tone)]),
    ];
    let ground = Ground::new(format!("ACV growth of {}", one.name), "churn")
        .say(match one.growth {
            Some(_) => {
                "What it pays at the end against the start, price with it; what came in \
                        anew stands on its own."
            }
            None => "It paid nothing at the start, so there is nothing to grow from.",
        })
        .on([of.told(one)]);
    let entry = Entry::figure(format!("account {}", one.account.0), ground);
    Line::row(cells).with(entry.of(Whom::account(one.account)))
}

/// Accounts in no sum: missing money is neither there nor gone.
pub(super) fn left_out(of: &Retained<'_>) -> Vec<Line> {
    // Who is not in the book any more has no tier to be listed by.
    let here = |account| of.scope == Scope::All || of.led().any(|one: &Led| one.account == account);
    let left: Vec<&LeftOut> =
        of.metrics.retention.left_out.iter().filter(|one| here(one.account)).collect();
    let unknown = unknown(of);
    if left.is_empty() && unknown.is_empty() {
        return Vec::new();
    }
    let figure = vec![Span::watch(count(left.len() + unknown.len(), "account"))];
    let mut lines = vec![Line::gap(), Line::part("In no sum", figure)];
    for one in left {
        let ground = Ground::new(format!("{} is in no sum", one.name), "retention")
            .say(format!("{}.", why(one)))
            .say("A guess would be worse than a gap: it is named and left out.")
            .on([Proof::account(one.account, why(one))]);
        let entry = Entry::figure(format!("left {}", one.account.0), ground);
        let reason = why(one);
        let reason = reason.strip_prefix(one.name.as_str()).unwrap_or(&reason);
        let cells = vec![
            Cell::left(26, vec![Span::text(&one.name)]),
            Cell::rest(vec![Span::watch(reason.trim_start_matches(", "))]),
        ];
        lines.push(Line::row(cells).with(entry.of(Whom::account(one.account))));
    }
    lines.extend(of_unknown(&unknown));
    lines
}

/// Accounts of the book with nothing in their revenue history: that is not an ARR of 0.
fn unknown<'a>(of: &Retained<'a>) -> Vec<&'a Led> {
    let left = &of.metrics.retention.left_out;
    let told = |one: &&Led| {
        let known = of.moved().any(|moved| moved.account == one.account);
        known || left.iter().any(|left| left.account == one.account)
    };
    of.led().filter(|one| one.arr.is_none() && one.whole_map.is_some() && !told(one)).collect()
}

/// All of them on one line: a fresh import has no revenue at all.
fn of_unknown(unknown: &[&Led]) -> Option<Line> {
    let (first, more) = unknown.split_first()?;
    let name = match more.len() {
        0 => first.name.clone(),
        _ => count(unknown.len(), "account"),
    };
    let ground = Ground::new("ARR unknown", "retention")
        .say("Their revenue history holds nothing up to the last day, so they are neither kept nor lost.")
        .on(unknown.iter().map(|one| Proof::account(one.account, one.name.clone())));
    let cells =
        vec![Cell::left(26, vec![Span::text(name)]), Cell::rest(vec![Span::watch("ARR unknown")])];
    let entry = Entry::figure("left unknown", ground);
    let entry = if more.is_empty() { entry.of(Whom::account(first.account)) } else { entry };
    Some(Line::row(cells).with(entry))
}
