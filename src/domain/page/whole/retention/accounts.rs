//! Account by account: how what it pays grew, who came in, who is in no sum and why.

use super::super::super::{Cell, Entry, Ground, Line, Proof, Span, Tone, Whom};
use super::kept::share;
use super::{Retained, Scope, by_change, came, why};
use crate::domain::retention::{Kept, Moved};
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
    let left = &of.metrics.retention.left_out;
    if left.is_empty() || of.scope != Scope::All {
        return Vec::new();
    }
    let figure = vec![Span::watch(count(left.len(), "account"))];
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
    lines
}
