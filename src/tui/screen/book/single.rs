//! Small screens: one pane at a time under a line that says whose it is, and one calm line where
//! not even that fits.

use super::{BookScreen, Pane, Sight};
use crate::tui::widget::pen::{Pen, Word};
use crate::tui::widget::phrase;

/// `Contoso 5.2▼ RISK  notice by 30 Jan (69 d)      3/5`.
pub fn pinned(screen: &BookScreen, pen: &mut Pen<'_>, sight: &Sight<'_>) {
    let theme = sight.theme;
    let Some(row) = screen.row(sight.book) else { return };
    let place = Pane::ALL.iter().position(|pane| *pane == screen.pane).unwrap_or(0) + 1;
    let place = format!("{place}/{}", Pane::ALL.len());
    let columns = pen.width();
    pen.right(0, 0, columns, &place, theme.dim);
    let act_by = row.act_by.map(|day| {
        let left = phrase::days(phrase::days_between(sight.today, day));
        (format!("  act by {} ({left})", phrase::day_ahead(day, sight.today)), theme.text)
    });
    let taken = act_by.as_ref().map_or(0, |(text, _)| crate::text::width(text)) as u16;
    let mut words = score(screen, sight);
    let score: u16 = words.iter().map(|(text, _)| crate::text::width(text) as u16).sum();
    let room = columns.saturating_sub(taken + score + place.len() as u16 + 3);
    words.insert(0, (crate::text::fit(&row.name, usize::from(room)), theme.strong));
    words.extend(act_by);
    pen.words(1, 0, columns.saturating_sub(place.len() as u16 + 2), &words);
}

/// ` 5.2▼ RISK`.
fn score(screen: &BookScreen, sight: &Sight<'_>) -> Vec<Word> {
    let theme = sight.theme;
    let Some(row) = screen.row(sight.book) else { return Vec::new() };
    let figure = phrase::score(row.score, row.band.is_some());
    let mut words = vec![(format!(" {figure}{}", phrase::arrow(row.trend)), theme.band(row.band))];
    words.extend(
        row.band.map(|band| (format!(" {}", band.word().to_uppercase()), theme.band(row.band))),
    );
    words
}

/// The account and its score, in the middle of a screen too small for more.
pub fn line(screen: &BookScreen, pen: &mut Pen<'_>, sight: &Sight<'_>) {
    let theme = sight.theme;
    let y = pen.height() / 2;
    match screen.row(sight.book) {
        Some(row) => {
            let score = score(screen, sight);
            let wide: usize = score.iter().map(|(text, _)| crate::text::width(text)).sum();
            let room = usize::from(pen.width()).saturating_sub(wide + 2);
            let mut words = vec![(crate::text::fit(&row.name, room), theme.strong)];
            words.extend(score);
            pen.words(1, y, pen.width(), &words);
        }
        None => _ = pen.at(1, y, "No account yet.", theme.dim),
    }
    if y + 1 < pen.height() {
        pen.at(1, y + 1, "a larger window shows the book", theme.dim);
    }
}
