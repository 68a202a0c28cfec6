//! The revenue history, newest first.

use super::super::{Case, Cell, Entry, Ground, Kind, Line, Link, Proof, Span, Tone};
use crate::domain::day::day;
use crate::domain::money::Money;
use crate::domain::revenue::history::RevenueLine;
use crate::domain::revenue::{Revenue, RevenueKind};

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let history = &case.picture.revenue_history;
    if history.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Line::gap(), Line::title("Revenue history")];
    lines.extend(history.iter().map(|one| line(one, case)));
    lines
}

/// `expansion +40k: ten seats for Operations`.
pub(super) fn entry_told(entry: &Revenue) -> String {
    let amount = Money { minor: entry.amount, currency: entry.currency };
    let note = entry.note.as_ref().map_or_else(String::new, |note| format!(": {note}"));
    format!("{} {}{note}", entry.kind, amount.moved())
}

fn line(one: &RevenueLine, case: &Case<'_>) -> Line {
    let ahead = one.on_date > case.today;
    let (after, says) = match (one.kind, one.arr) {
        (RevenueKind::OneTime, _) => (String::new(), "It changes no ARR.".to_owned()),
        (_, Some(arr)) => {
            (format!("→ {}", arr.short()), format!("ARR after it: {}.", arr.signed_short()))
        }
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
        Cell::right(7, vec![Span::new(one.amount.moved(), Tone::Text)]),
        Cell::left(9, vec![Span::dim(after)]),
        Cell::rest(marks),
    ];
    let link = Link::to(Kind::Revenue, one.id);
    let text = format!("{} {}", one.kind, one.amount.moved());
    let ground =
        Ground::new(format!("{} of {}", one.kind, day(one.on_date, case.today)), "revenue history")
            .say(says)
            .say(note)
            .on([Proof::of(text, one.on_date, link)]);
    Line::row(cells).with(Entry::record(link, ground))
}
