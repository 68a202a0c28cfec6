//! One frame of the grid: the heads, the accounts at the left that never scroll away, the cells as
//! far as there is room, and what the chosen one rests on below.

use super::page::{Chosen, Column, Line};
use super::{GridScreen, Hit, PAGES};
use crate::text;
use crate::tui::screen::book::Sight;
use crate::tui::screen::book::frame::{self, Segment};
use crate::tui::theme::Theme;
use crate::tui::widget::border::{Borders, Weight};
use crate::tui::widget::pen::Pen;
use crate::tui::widget::phrase;
use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};
use ratatui::style::Style;

/// Columns of a name at least and at most.
const NAME: (u16, u16) = (16, 28);

/// Marker, place and its sign before the name; a blank, the score and its trend after it.
const BEFORE: u16 = 7;
const AFTER: u16 = 7;

/// A row that stands so far from its place in the list shows which way.
const FAR: usize = 4;

/// Where what stands.
struct Places {
    grid: Rect,
    /// The lines below, with their border; empty: no room.
    below: Rect,
}

impl Places {
    fn new(area: Rect) -> Self {
        let inside = match area.height {
            ..12 => 0,
            12..25 => 4,
            25..40 => 6,
            _ => 8,
        };
        if inside == 0 {
            return Self { grid: area, below: Rect::ZERO };
        }
        let grid = Rect { height: area.height - inside - 1, ..area };
        let below = Rect { y: grid.bottom() - 1, height: inside + 2, ..area };
        Self { grid, below }
    }
}

/// Which columns stand where: the first one drawn, and the column of the screen of each.
struct Across {
    name: u16,
    first: usize,
    /// Left edge of each one drawn.
    at: Vec<u16>,
}

impl Across {
    fn new(inside: u16, columns: &[Column], chosen: usize, left: usize) -> Self {
        let all: u16 = columns.iter().map(|column| column.width + 1).sum();
        let free = inside.saturating_sub(BEFORE + AFTER + all);
        let name = free.clamp(NAME.0, NAME.1);
        let start = BEFORE + name + AFTER;
        let room = inside.saturating_sub(start);
        let fits = |first: usize, last: usize| {
            let drawn = columns.get(first..=last).unwrap_or_default();
            drawn.iter().map(|column| column.width + 1).sum::<u16>() <= room
        };
        let mut first = left.min(chosen);
        while first < chosen && !fits(first, chosen) {
            first += 1;
        }
        // What there is room for is shown: no empty place at the right.
        while first > 0 && fits(first - 1, columns.len() - 1) {
            first -= 1;
        }
        let mut at = Vec::new();
        let mut x = start;
        for column in columns.iter().skip(first) {
            if x + column.width + 1 > inside && !at.is_empty() {
                break;
            }
            at.push(x);
            x += column.width + 1;
        }
        Self { name, first, at }
    }
}

pub(super) fn draw(screen: &mut GridScreen, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
    screen.hits.clear();
    sight.beside.spot.set(Rect::ZERO);
    let places = Places::new(area);
    let mut borders = Borders::new(area);
    borders.outline(places.below, Weight::Light);
    borders.outline(places.grid, Weight::Heavy);
    borders.draw(buffer, sight.theme.border, sight.theme.border_focus);
    let lines = screen.order.lines(sight);
    let on = screen.chosen(&lines);
    titles(screen, &mut Pen::new(buffer, places.grid), &lines, sight);
    let inside = |outline: Rect| outline.inner(Margin::new(1, 1));
    let mut pen = Pen::new(buffer, inside(places.grid));
    if lines.is_empty() {
        return empty(screen, &mut pen, sight);
    }
    cells(screen, &mut pen, &on, sight);
    if places.below.is_empty() {
        return;
    }
    let mut pen = Pen::new(buffer, places.below);
    let heading: Segment = screen.page().heading(&on, sight);
    let columns = pen.width().saturating_sub(2);
    let hint = screen.page().hint(&on);
    let hint = (!hint.is_empty()).then(|| vec![(hint.to_owned(), sight.theme.dim)]);
    let hint: Vec<Segment> = hint.into_iter().collect();
    frame::titles(&mut pen, columns, &[heading], &hint);
    let mut pen = Pen::new(buffer, inside(places.below));
    let columns = pen.width().saturating_sub(2);
    for (y, words) in screen.page().below(&on, columns, sight).iter().enumerate() {
        if y < usize::from(pen.height()) {
            pen.words(1, y as u16, columns, words);
        }
    }
}

/// `Grid ─ Factors ─ Basics ━━ 3 stale · 41 unknown ━━ rows as they were, s orders anew ━━ 24`.
fn titles(screen: &mut GridScreen, pen: &mut Pen<'_>, lines: &[Line<'_>], sight: &Sight<'_>) {
    let theme = sight.theme;
    let columns = pen.width().saturating_sub(2);
    let mut left: Vec<Segment> = Vec::new();
    let mut x = 2;
    for (place, page) in screen.pages.iter().enumerate() {
        let style = if place == screen.page { theme.title_focus } else { theme.dim };
        let wide = text::width(page.title()) as u16;
        screen.hits.push((pen.place(x, 0, wide, 1), Hit::Page(place)));
        x += wide + 3;
        left.push(vec![(page.title().to_owned(), style)]);
    }
    let mut right: Vec<Segment> = Vec::new();
    if screen.order.is_old(sight) {
        right.push(vec![("order as it was: s anew".to_owned(), theme.dim)]);
    }
    let figure = screen.page().figure(lines);
    if !figure.is_empty() {
        right.push(vec![(figure, theme.dim)]);
    }
    if sight.listing.filters() {
        right.push(vec![(sight.listing.filter.clone(), theme.accent)]);
    }
    right.push(vec![(lines.len().to_string(), theme.dim)]);
    frame::titles(pen, columns, &left, &right);
}

fn empty(screen: &GridScreen, pen: &mut Pen<'_>, sight: &Sight<'_>) {
    let theme = sight.theme;
    let (says, way) = if sight.whole.rows.is_empty() {
        (screen.page().purpose(), "First an account: a adds one.")
    } else if sight.beside.grid.is_none() {
        return;
    } else if sight.listing.filters() {
        ("No account answers to the filter.", "/ asks for others.")
    } else {
        ("No account here is a client now.", "/ asks for the others by a word of theirs.")
    };
    pen.at(1, 1, says, theme.text);
    pen.at(1, 2, way, theme.dim);
}

/// Heads, rows and cells.
fn cells(screen: &mut GridScreen, pen: &mut Pen<'_>, on: &Chosen<'_>, sight: &Sight<'_>) {
    let theme = sight.theme;
    let page = screen.page.min(PAGES - 1);
    let columns = screen.page().columns();
    let across = Across::new(pen.width(), columns, on.column, screen.left[page]);
    screen.left[page] = across.first;
    let room = usize::from(pen.height().saturating_sub(1)).max(1);
    screen.height = room;
    let last_top = on.lines.len().saturating_sub(room);
    screen.top = screen.top.clamp((on.row + 1).saturating_sub(room), on.row).min(last_top);
    heads(pen, columns, &across, on.column, theme);
    for (y, row) in (screen.top..on.lines.len()).take(room).enumerate() {
        let y = y as u16 + 1;
        let Some(line) = on.lines.get(row) else { continue };
        account(pen, y, line, (row, row == on.row), across.name, sight);
        let drawn = columns.iter().enumerate().skip(across.first);
        for ((place, column), x) in drawn.zip(&across.at) {
            let column = &column.stretched(place + 1 == columns.len(), pen.width() - 1 - *x);
            let chosen = (row, place) == (on.row, on.column);
            let (words, style) = screen.page().cell(line, place, chosen, sight);
            let style = if on.holds(row, place) { theme.selected } else { style };
            cell(pen, (*x, y), column, (&words, style), on.holds(row, place));
            if chosen {
                pen.cell(x - 1, y, 1, "▸", theme.accent);
                sight.beside.spot.set(pen.place(*x, y, column.width, 1));
            }
            let place_drawn = pen.place(*x, y, column.width + 1, 1);
            screen.hits.push((place_drawn, Hit::Cell(row, place)));
        }
    }
    let edge = pen.width().saturating_sub(1);
    if screen.top > 0 {
        pen.cell(edge, 1, 1, "↑", theme.dim);
    }
    if screen.top + room < on.lines.len() {
        pen.cell(edge, pen.height().saturating_sub(1), 1, "↓", theme.dim);
    }
}

/// A cell as wide as its column, so that what is chosen shows as a whole.
fn cell(
    pen: &mut Pen<'_>,
    (x, y): (u16, u16),
    column: &Column,
    (words, style): (&str, Style),
    fill: bool,
) {
    if fill {
        pen.repeat(x, y, column.width, " ", style);
    }
    if column.right {
        pen.right(x, y, column.width, words, style);
    } else {
        pen.cell(x, y, column.width, words, style);
    }
}

/// `account   score  Payment  Revenue →`, the chosen one in the colour of the focus.
fn heads(pen: &mut Pen<'_>, columns: &[Column], across: &Across, chosen: usize, theme: &Theme) {
    pen.cell(BEFORE, 0, across.name, "account", theme.dim);
    pen.right(BEFORE + across.name, 0, AFTER - 2, "score", theme.dim);
    let drawn = columns.iter().enumerate().skip(across.first);
    for ((place, column), x) in drawn.zip(&across.at) {
        let style = if place == chosen { theme.accent.patch(theme.strong) } else { theme.dim };
        cell(pen, (*x, 0), column, (column.title, style), false);
    }
    if across.first > 0 {
        pen.cell(BEFORE + across.name + AFTER - 1, 0, 1, "←", theme.accent);
    }
    if across.first + across.at.len() < columns.len() {
        pen.cell(pen.width().saturating_sub(1), 0, 1, "→", theme.accent);
    }
}

/// `▸ 12▲ Northwind Traders  6.3▼`: the place is the one in the list by now.
fn account(
    pen: &mut Pen<'_>,
    y: u16,
    line: &Line<'_>,
    (row, chosen): (usize, bool),
    name: u16,
    sight: &Sight<'_>,
) {
    let theme = sight.theme;
    let book = line.book;
    if chosen {
        pen.at(0, y, "▸", theme.accent);
    }
    let place = line.place.map_or_else(|| phrase::UNKNOWN.to_owned(), |place| place.to_string());
    pen.right(1, y, 4, &place, theme.dim);
    let way = match line.place {
        Some(place) if place + FAR <= row + 1 => "▲",
        Some(place) if place >= row + 1 + FAR => "▼",
        _ => "",
    };
    pen.at(5, y, way, theme.dim);
    let style = if chosen { theme.selected_quiet } else { theme.text };
    pen.cell(BEFORE, y, name, &book.name, style);
    let score = phrase::score(book.score, book.band.is_some());
    let x = BEFORE + name;
    pen.right(x, y, AFTER - 2, &score, theme.band(book.band));
    let arrow = phrase::arrow(book.trend);
    let moved = if arrow == "▲" { theme.state_healthy } else { theme.state_risk };
    pen.cell(x + AFTER - 2, y, 1, arrow, moved);
}
