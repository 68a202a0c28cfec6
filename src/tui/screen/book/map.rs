//! Who we know: three levels, the seats wanted on each, who sits there, what is empty.
//!
//! ```text
//! ├ Who we know ─ 6 of 9 ─────────────────┬
//! │           1         2         3       │
//! │ DECIDE    A. Ruiz 6 ✕T. Lee   ·       │
//! │           CFO 34 d  left 6 d  empty   │
//! ```

use super::frame::Segment;
use super::hit::{Hits, Target};
use super::seat;
use super::spread::{self, Crowd};
use super::{BookScreen, MapView, Pane, Sight, cell, feet, people, tree, walk};
use crate::domain::book::row::Dossier;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::Pen;
use ratatui::style::Style;

pub fn titles(
    screen: &BookScreen,
    columns: u16,
    style: Style,
    dossier: Option<&Dossier>,
    theme: &Theme,
) -> Vec<Segment> {
    let mut title = vec![("Who we know".to_owned(), style)];
    let Some(map) = dossier.map(|dossier| &dossier.standing.map) else { return vec![title] };
    let known = format!("{} of {}", map.filled, map.wanted);
    let mut segments = Vec::new();
    if columns >= 36 {
        segments.extend([title, vec![(known, theme.text)]]);
    } else {
        title.push((format!(" {known}"), theme.text));
        segments.push(title);
    }
    if screen.map_view != MapView::Coverage {
        segments.push(vec![(screen.map_view.title().to_owned(), theme.accent)]);
    }
    segments
}

pub fn draw(
    screen: &mut BookScreen,
    mut pen: Pen<'_>,
    tall: bool,
    sight: &Sight<'_>,
    hits: &mut Hits,
) {
    let Some(dossier) = screen.dossier(sight) else { return };
    if screen.map_view != MapView::Coverage {
        return people(screen, &mut pen, tall, dossier, sight, hits);
    }
    let map = &dossier.standing.map;
    screen.seat = screen.seat(map);
    if seat::waits(screen.seat) && map.not_placed.is_empty() {
        // The last one who waited was placed.
        screen.seat = (0, 0);
    }
    screen.hold_seat(map);
    let nobody = map.rows.iter().all(|row| row.seats.is_empty()) && map.not_placed.is_empty();
    let tall = tall && pen.height() >= 9;
    let grid = Grid::new(dossier, pen.width());
    let top = if tall {
        for column in 0..grid.columns {
            let number = (column + 1).to_string();
            pen.at(grid.x(column), 0, &number, sight.theme.quiet);
        }
        1
    } else {
        0
    };
    let lines = if tall { 2 } else { 1 };
    for (level, row) in map.rows.iter().enumerate() {
        let y = top + level as u16 * lines;
        pen.at(1, y, seat::label(row.level, grid.roomy), sight.theme.dim);
        let places = seat::places(row, grid.columns);
        let seat = screen.seat.1.min(places.len().saturating_sub(1));
        for (column, place) in places.into_iter().enumerate() {
            let chosen = screen.seat.0 == level && seat == column;
            let focus = chosen && screen.pane == Pane::Map;
            let (x, wide) = (grid.x(column), grid.wide(column));
            hits.note(pen.place(x, y, wide, lines), Target::Seat(level, column));
            let part = pen.part(x, y, wide, lines);
            cell::draw(part, place, row.level, focus, dossier, sight);
        }
    }
    let y = top + 3 * lines;
    if nobody && screen.pane != Pane::Map {
        feet::invite(&mut pen, y + 1, map.wanted, sight);
    } else if tall {
        feet::tall(screen, &mut pen, y, dossier, sight, hits);
    } else {
        feet::tight(screen, &mut pen, y, dossier, sight, hits);
    }
}

/// A view without seats: people in columns or as a tree, and the chosen one in words.
fn people(
    screen: &mut BookScreen,
    pen: &mut Pen<'_>,
    tall: bool,
    dossier: &Dossier,
    sight: &Sight<'_>,
    hits: &mut Hits,
) {
    let view = screen.map_view;
    let focus = screen.pane == Pane::Map;
    let chosen = walk::held(&walk::ranks(view, dossier, sight), screen.sitter);
    if focus {
        // Who is seen chosen stays so, wherever an edit moves them.
        screen.sitter = chosen;
    }
    let theme = sight.theme;
    let mut crowd = Crowd { focus: chosen.filter(|_| focus), theme, hits };
    let words = chosen.filter(|_| focus).and_then(|id| seat::contact(dossier, id));
    let words = words.map(|contact| feet::person(contact, pen.width() >= 50, dossier, sight));
    let foot = if words.is_some() { 2 } else { 0 };
    let Some(chosen) = chosen else {
        return feet::invite(pen, 1, dossier.standing.map.wanted, sight);
    };
    let y = if view == MapView::Tree {
        tree::draw(pen, foot, Some(chosen), dossier, sight, &mut crowd)
    } else {
        let spread = people::spread(view, pen.width() >= 38, dossier, sight);
        let beside = (spread.aside.len() as u16).min(pen.height().saturating_sub(4 + foot));
        let y = spread::draw(&spread, pen, tall, foot + beside, &mut crowd);
        spread::asides(pen, y, beside, &spread.aside, &mut crowd);
        y + beside
    };
    if let Some((first, second)) = words {
        let columns = pen.width().saturating_sub(2);
        let y = y.max(pen.height().saturating_sub(foot).min(y + feet::NEAR));
        pen.words(1, y, columns, &first);
        pen.words(1, y + 1, columns, &second);
    }
}

/// Where the seats stand.
struct Grid {
    columns: usize,
    label: u16,
    step: u16,
    width: u16,
    roomy: bool,
}

impl Grid {
    fn new(dossier: &Dossier, width: u16) -> Self {
        let roomy = width >= 38;
        let label = if roomy { 11 } else { 4 };
        let room = width.saturating_sub(label);
        let columns = seat::columns(&dossier.standing.map, room);
        Self { columns, label, step: room.div_ceil(columns as u16).min(20), width, roomy }
    }

    const fn x(&self, column: usize) -> u16 {
        self.label + column as u16 * self.step
    }

    /// Columns of a seat, without the gap to its neighbour.
    const fn wide(&self, column: usize) -> u16 {
        let room = self.width.saturating_sub(self.x(column));
        if room < self.step { room } else { self.step - 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::screen::book::fixture;

    #[test]
    fn seats_stand_where_the_labels_leave_room() {
        let dossier = fixture::dossier();
        for (width, places) in [(39, [11, 21, 31]), (33, [4, 14, 24])] {
            let grid = Grid::new(&dossier, width);
            assert_eq!([0, 1, 2].map(|column| grid.x(column)), places);
            assert!(grid.x(2) + grid.wide(2) <= width);
        }
    }
}
