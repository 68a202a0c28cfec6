//! What was written down of the account lately, the newest first.

use crate::domain::day::day;
use crate::domain::page::{Case, Cell, Line, Span};

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let written = &case.records.written;
    if written.is_empty() {
        return Vec::new();
    }
    let figure = vec![Span::dim("the newest first")];
    let mut lines = vec![Line::part("Written down lately", figure)];
    lines.extend(written.iter().map(|one| {
        Line::row(vec![
            Cell::left(11, vec![Span::dim(day(one.on_date, case.today))]),
            Cell::rest(vec![Span::text(one.label.clone())]),
        ])
    }));
    lines
}
