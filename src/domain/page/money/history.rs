//! The revenue history, newest first.

use super::super::{Case, Cell, Entry, Ground, Kind, Line, Link, Proof, Span};
use crate::domain::day::day;
use crate::domain::money::Money;
use crate::domain::records::Exchange;
use crate::domain::revenue::history::RevenueLine;
use crate::domain::revenue::{Revenue, RevenueKind};

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let history = &case.picture.revenue_history;
    if history.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Line::gap(), Line::title("Revenue history")];
    let base = case.rules.exchange.base;
    let wide = if history.iter().all(|one| one.amount.currency == base) { 7 } else { 9 };
    lines.extend(history.iter().map(|one| line(one, wide, case)));
    lines
}

/// `40k`; in another currency than the book's with its sign, `$40k`.
pub(in super::super) fn short(amount: Money, exchange: &Exchange) -> String {
    if amount.currency == exchange.base { amount.short() } else { amount.signed_short() }
}

/// `+40k`, `−$40k`.
fn moved(amount: Money, exchange: &Exchange) -> String {
    let sign = match amount.minor {
        ..0 => "−",
        0 => "",
        1.. => "+",
    };
    let size = Money { minor: amount.minor.saturating_abs(), ..amount };
    format!("{sign}{}", short(size, exchange))
}

/// `expansion +40k: ten seats for Operations`.
pub(super) fn entry_told(entry: &Revenue, exchange: &Exchange) -> String {
    let amount = Money { minor: entry.amount, currency: entry.currency };
    let note = entry.note.as_ref().map_or_else(String::new, |note| format!(": {note}"));
    format!("{} {}{note}", entry.kind, moved(amount, exchange))
}

fn line(one: &RevenueLine, wide: u16, case: &Case<'_>) -> Line {
    let ahead = one.on_date > case.today;
    let (after, says) = match (one.kind, one.arr) {
        (RevenueKind::OneTime, _) => (String::new(), "It changes no ARR.".to_owned()),
        (_, Some(arr)) => (
            format!("→ {}", short(arr, &case.rules.exchange)),
            format!("ARR after it: {}.", arr.signed_short()),
        ),
        (_, None) => ("→ –".to_owned(), "Its currency does not add to the others.".to_owned()),
    };
    let note = one.note.as_deref().unwrap_or_default();
    let mut marks = Vec::new();
    if one.notified {
        marks.push(Span::risk("they gave notice "));
    } else if ahead {
        marks.push(Span::watch("ahead "));
    }
    marks.push(Span::dim(note));
    let cells = vec![
        Cell::left(11, vec![Span::text(day(one.on_date, case.today))]),
        Cell::left(12, vec![Span::dim(one.kind.word())]),
        Cell::right(wide, vec![Span::text(moved(one.amount, &case.rules.exchange))]),
        Cell::left(wide + 2, vec![Span::dim(after)]),
        Cell::rest(marks),
    ];
    let link = Link::to(Kind::Revenue, one.id);
    let text = format!("{} {}", one.kind, moved(one.amount, &case.rules.exchange));
    let ground =
        Ground::new(format!("{} of {}", one.kind, day(one.on_date, case.today)), "revenue history")
            .say(says)
            .say(note)
            .on([Proof::of(text, one.on_date, link)]);
    Line::row(cells).with(Entry::record(link, ground))
}
