//! Titles in the borders, each with its figure.

use crate::text;
use crate::tui::widget::pen::{Pen, Word};

/// One stretch of a title: words between two blanks, set into the line.
pub type Segment = Vec<Word>;

fn wide(segment: &Segment) -> u16 {
    segment.iter().map(|(words, _)| text::width(&text::shown(words)) as u16).sum()
}

/// Sets titles into the upper border of a pane whose inside is `columns` wide, from the left and
/// from the right; the line shows between them. What finds no room is left out, the last of the
/// left ones first.
pub fn titles(pen: &mut Pen<'_>, columns: u16, left: &[Segment], right: &[Segment]) {
    let needed = |segments: &[Segment]| segments.iter().map(|one| wide(one) + 3).sum::<u16>();
    let mut right = right;
    let first = left.first().map_or(0, |first| wide(first).min(columns / 2) + 3);
    while needed(right) + first > columns && !right.is_empty() {
        right = &right[1..];
    }
    let mut x = columns + 1;
    for segment in right.iter().rev() {
        let words = wide(segment);
        x = x.saturating_sub(words + 2);
        set(pen, x, words, segment);
        x = x.saturating_sub(1);
    }
    let end = x;
    let mut x = 1;
    for (place, segment) in left.iter().enumerate() {
        // The blank after the last one may give way.
        let room = end.saturating_sub(x + 1);
        let words = wide(segment);
        if (words > room && place > 0) || room < 2 {
            break;
        }
        set(pen, x, words.min(room), segment);
        if x + words + 1 >= end {
            break;
        }
        x += words.min(room) + 3;
    }
}

fn set(pen: &mut Pen<'_>, x: u16, columns: u16, segment: &Segment) {
    let style = segment.first().map(|(_, style)| *style).unwrap_or_default();
    pen.cell(x, 0, 1, " ", style);
    let end = pen.words(x + 1, 0, columns, segment);
    if end + 1 < pen.width() {
        pen.cell(end, 0, 1, " ", style);
    }
}
