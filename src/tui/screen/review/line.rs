//! The line of stages: what is behind, what is on the screen, what is still to come, and how long
//! it will take.
//!
//! ```text
//!  ✓ last week  ✓ changed  ▸ accounts 3/14  rest 31  expansion  plans  …    9 min left · 34 s each
//! ```

use super::cursor::Cursor;
use crate::domain::review::ritual::Ritual;
use crate::domain::review::stage::Stage;
use crate::text;
use crate::tui::screen::book::Sight;
use crate::tui::widget::pen::{Pen, Word};

/// Draws the line; gives from which column to which each stage stands.
pub fn draw(
    pen: &mut Pen<'_>,
    cursor: &Cursor,
    ritual: &Ritual,
    sight: &Sight<'_>,
) -> Vec<(u16, u16, Stage)> {
    let theme = sight.theme;
    let columns = pen.width();
    let pace = told(ritual);
    let wide = text::width(&pace) as u16;
    pen.right(0, 0, columns.saturating_sub(1), &pace, theme.dim);
    let room = columns.saturating_sub(wide + 4);
    let mut places = Vec::new();
    let mut x = 1;
    for (stage, words) in fitting(cursor, ritual, room, sight) {
        let start = x;
        x = pen.words(x, 0, (room + 1).saturating_sub(x), &words);
        places.push((start, x, stage));
        x += 2;
    }
    places
}

/// `9 min left · 34 s each`; once all are looked at, what it took.
fn told(ritual: &Ritual) -> String {
    let pace = ritual.pace();
    let each = format!("{} s each", pace.each);
    match (pace.of - pace.done, pace.minutes_left) {
        (0, _) if pace.of == 0 => String::new(),
        (0, _) => format!("all {} looked at · {each}", pace.of),
        (_, minutes) => format!("about {minutes} min left · {each}"),
    }
}

/// The stages as fully as there is room for: those behind lose their names first, then those far
/// ahead.
fn fitting(
    cursor: &Cursor,
    ritual: &Ritual,
    room: u16,
    sight: &Sight<'_>,
) -> Vec<(Stage, Vec<Word>)> {
    let theme = sight.theme;
    let here = cursor.stage as usize;
    let words = |stage: Stage, named: bool| {
        let place = stage as usize;
        let figure = figure(stage, cursor, ritual);
        let figure = figure.map(|figure| format!(" {figure}")).unwrap_or_default();
        if place == here {
            let style = theme.accent.patch(theme.strong);
            return vec![(format!("▸ {stage}{figure}"), style)];
        }
        match (place < here, named) {
            (true, true) => vec![(format!("✓ {stage}"), theme.dim)],
            (true, false) => vec![("✓".to_owned(), theme.dim)],
            (false, true) => vec![(format!("{stage}{figure}"), theme.dim)],
            (false, false) => vec![("·".to_owned(), theme.dim)],
        }
    };
    let stages = |named: &[bool]| -> Vec<(Stage, Vec<Word>)> {
        let all = Stage::ALL.iter().zip(named);
        all.map(|(stage, named)| (*stage, words(*stage, *named))).collect()
    };
    let wide = |stages: &[(Stage, Vec<Word>)]| -> usize {
        let words = stages.iter().flat_map(|(_, words)| words);
        words.map(|(word, _)| text::width(word) + 2).sum::<usize>().saturating_sub(2)
    };
    let mut named = [true; Stage::ALL.len()];
    let behind = 0..here;
    let ahead = (here + 1..Stage::ALL.len()).rev();
    for place in behind.chain(ahead) {
        if wide(&stages(&named)) <= usize::from(room) {
            break;
        }
        named[place] = false;
    }
    stages(&named)
}

/// `3/14`, `31`.
fn figure(stage: Stage, cursor: &Cursor, ritual: &Ritual) -> Option<String> {
    match stage {
        Stage::Accounts => {
            let of = ritual.queued().count();
            let done = ritual.queued().filter(|visit| visit.result.is_some()).count();
            Some(format!("{}/{of}", cursor.place(ritual).unwrap_or(done)))
        }
        Stage::Rest => Some(ritual.unchanged().count().to_string()),
        _ => None,
    }
}
