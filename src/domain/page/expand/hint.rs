//! What the figures and answers hint at: Enter writes the opportunity down.

use super::super::{Case, Cell, Entry, Ground, Kind, Line, Link, Proof, Span};
use crate::domain::day::day;
use crate::domain::expansion::hints::Hinted;

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let hints = &case.picture.expansion.hints;
    if hints.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Line::gap(), Line::title("What hints at more")];
    lines.extend(hints.iter().map(|hint| line(hint, case)));
    lines
}

fn line(hint: &Hinted, case: &Case<'_>) -> Line {
    let on = hint.on_date.map_or_else(String::new, |on| day(on, case.today));
    let link = hint.record.and_then(|(table, id)| Some(Link::to(Kind::from_word(table)?, id)));
    let ground = Ground::new(hint.hint, "hint").say(&hint.text).on([Proof {
        text: hint.text.clone(),
        on_date: hint.on_date,
        link,
        account: None,
    }]);
    let mut entry = Entry::figure(format!("hint {}", hint.hint), ground);
    entry = entry.links(Link::new(Kind::Opportunity));
    let cells = vec![Cell::left(11, vec![Span::dim(on)]), Cell::rest(vec![Span::text(&hint.text)])];
    Line::row(cells).with(entry)
}
