//! One account as a line of the list, and the heading over its columns.
//!
//! ```text
//!  account          T   ARR score  due why/next
//! ▸Contoso          S  940k  5.2▼  69d champion
//! ```

use super::Sight;
use crate::domain::book::row::BookRow;
use crate::domain::money::Money;
use crate::domain::standing::Group;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::Pen;
use crate::tui::widget::phrase::{self, UNKNOWN};
use ratatui::style::Style;

/// Which columns there are, by the width inside the borders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    pub name: u16,
    /// Tier and ARR, why or what next.
    pub words: bool,
    pub due: bool,
    /// Columns for why.
    pub why: u16,
    /// Last talk and the nine seats.
    pub people: bool,
}

impl Columns {
    pub const fn of(inside: u16) -> Self {
        match inside {
            ..26 => Self {
                name: inside.saturating_sub(6),
                words: false,
                due: false,
                why: 0,
                people: false,
            },
            26..45 => Self { name: inside - 11, words: false, due: true, why: 0, people: false },
            45..69 => {
                let why = if inside - 45 > 8 { 12 } else { 8 + (inside - 45) / 2 };
                Self { name: inside - 21 - why, words: true, due: true, why, people: false }
            }
            _ => {
                let name = if inside - 52 > 40 { 40 } else { inside - 52 };
                Self { name, words: true, due: true, why: 12, people: true }
            }
        }
    }
}

/// What the columns hold.
pub fn heading(pen: &mut Pen<'_>, columns: Columns, theme: &Theme) {
    let name = columns.name;
    pen.at(1, 0, "account", theme.dim);
    pen.at(name + 2, 0, "T", theme.dim);
    pen.right(name + 4, 0, 5, "ARR", theme.dim);
    pen.right(name + 10, 0, 5, "score", theme.dim);
    pen.right(name + 15, 0, 5, "due", theme.dim);
    pen.cell(name + 21, 0, columns.why, "why/next", theme.dim);
    if columns.people {
        let x = name + 21 + columns.why + 1;
        pen.right(x, 0, 5, "talk", theme.dim);
        pen.cell(x + 6, 0, 11, "DM  IN  US", theme.dim);
    }
}

/// One account; `chosen` is the style of the whole line where it is the chosen one, `marked` that
/// a deed would be done to it and others.
pub fn draw(
    pen: &mut Pen<'_>,
    y: u16,
    row: &BookRow,
    columns: Columns,
    chosen: Option<Style>,
    marked: bool,
    sight: &Sight<'_>,
) {
    let theme = sight.theme;
    // Another day's verdict stands until the account is assessed again.
    let outdated = row.judged_on != Some(sight.today);
    let in_style = |style: Style| match chosen {
        Some(chosen) => chosen,
        None if outdated => theme.dim,
        None => style,
    };
    if let Some(style) = chosen {
        pen.paint(y, style);
        pen.at(0, y, if marked { "✓" } else { "▸" }, style);
    } else if marked {
        pen.at(0, y, "✓", theme.accent);
    } else if row.pushed {
        pen.at(0, y, "!", in_style(theme.state_risk));
    }
    let name = columns.name;
    let calm = matches!(row.group, Group::Fine | Group::InHand | Group::Prospects | Group::Past);
    let name_style = if row.group == Group::Now { theme.strong } else { theme.text };
    pen.cell(1, y, name, &row.name, in_style(name_style));
    let mut x = name + 1;
    if columns.words {
        let tier = row.tier.map_or(UNKNOWN, |tier| tier.letter());
        pen.cell(x + 1, y, 1, tier, in_style(theme.dim));
        let arr = row.arr.map_or_else(|| UNKNOWN.to_owned(), Money::short);
        let arr_style = if row.arr.is_some() { theme.text } else { theme.dim };
        pen.right(x + 3, y, 5, &arr, in_style(arr_style));
        x += 9;
    }
    let score = phrase::score(row.score, row.band.is_some());
    pen.right(x, y, 4, &score, in_style(theme.band(row.band)));
    let arrow = phrase::arrow(row.trend);
    let moved = if arrow == "▲" { theme.state_healthy } else { theme.state_risk };
    pen.cell(x + 4, y, 1, arrow, in_style(moved));
    x += 5;
    if columns.due {
        let due = row.act_by.map(|day| phrase::days_between(sight.today, day));
        let text = due.map_or_else(|| UNKNOWN.to_owned(), due_in);
        let style = match due {
            Some(..=30) => theme.state_risk,
            Some(31..=90) => theme.state_watch,
            Some(_) => theme.text,
            None => theme.dim,
        };
        pen.right(x, y, 5, &text, in_style(style));
        x += 5;
    }
    if columns.words {
        let style = if calm { theme.dim } else { theme.text };
        let why = whole_words(&row.why, usize::from(columns.why));
        pen.cell(x + 1, y, columns.why, why, in_style(style));
        x += columns.why + 1;
    }
    if columns.people {
        let talk = row.last_talk_on.map_or_else(
            || UNKNOWN.to_owned(),
            |day| phrase::tight_span(phrase::days_between(day, sight.today)),
        );
        pen.right(x + 1, y, 5, &talk, in_style(theme.dim));
        pen.cell(x + 7, y, 11, &row.seats, in_style(theme.text));
    }
}

/// As many whole words as fit: `Tue 24` of `Tue 24 Nov`.
fn whole_words(words: &str, columns: usize) -> &str {
    let mut kept = words;
    while crate::text::width(kept) > columns {
        match kept.rsplit_once(' ') {
            Some((start, _)) => kept = start,
            None => return words,
        }
    }
    kept
}

/// `69d`, `3y` from a thousand days, `−4d` when it is past.
fn due_in(days: i64) -> String {
    match days {
        ..0 => format!("−{}d", days.unsigned_abs().min(999)),
        0..1000 => format!("{days}d"),
        _ => format!("{}y", days / 365),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_always_fit() {
        for inside in 0..300 {
            let columns = Columns::of(inside);
            let words = if columns.words { 9 + 1 + columns.why } else { 0 };
            let due = if columns.due { 5 } else { 0 };
            let people = if columns.people { 18 } else { 0 };
            let used = 1 + columns.name + words + 5 + due + people;
            assert!(used <= inside.max(6), "{inside}: {columns:?} takes {used}");
        }
        assert_eq!(Columns::of(45).name, 16);
        assert_eq!(Columns::of(18).name, 12);
    }

    #[test]
    fn a_reason_is_cut_between_words() {
        assert_eq!(whole_words("Tue 24 Nov", 8), "Tue 24");
        assert_eq!(whole_words("champion", 8), "champion");
        assert_eq!(whole_words("unbreakable", 8), "unbreakable");
    }

    #[test]
    fn days_to_act_stay_short() {
        for (days, text) in [(69, "69d"), (0, "0d"), (-4, "−4d"), (999, "999d"), (1460, "4y")] {
            assert_eq!(due_in(days), text);
        }
    }
}
