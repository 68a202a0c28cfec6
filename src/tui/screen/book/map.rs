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
use super::seat::{self, OLD_AFTER_DAYS, Place};
use super::{BookScreen, MapView, Pane, Sight, people};
use crate::domain::book::row::Dossier;
use crate::domain::contact::{Contact, Level, Role};
use crate::domain::map::Seat;
use crate::text;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::{Pen, Word};
use crate::tui::widget::person;
use crate::tui::widget::phrase::{self, UNKNOWN};
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
        return people::draw(screen.map_view, &mut pen, tall, dossier, sight);
    }
    let map = &dossier.standing.map;
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
            cell(part, place, row.level, focus, dossier, sight);
        }
    }
    let y = top + 3 * lines;
    if nobody && screen.pane != Pane::Map {
        invite(&mut pen, y + 1, map.wanted, sight.theme);
    } else if tall {
        feet(screen, &mut pen, y, dossier, sight);
    } else {
        tight_feet(screen, &mut pen, y, dossier, sight);
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

fn cell(
    mut pen: Pen<'_>,
    place: Place<'_>,
    level: Level,
    focus: bool,
    dossier: &Dossier,
    sight: &Sight<'_>,
) {
    let theme = sight.theme;
    let two_lines = pen.height() > 1;
    if focus {
        for y in 0..pen.height() {
            pen.paint(y, theme.selected);
        }
    }
    let in_style = |style: Style| if focus { theme.selected } else { style };
    match place {
        Place::Empty => {
            pen.at(0, 0, "·", in_style(theme.quiet));
            if two_lines {
                pen.at(0, 1, "empty", in_style(theme.quiet));
            }
        }
        Place::More(count) => _ = pen.at(0, 0, &format!("+{count} more"), in_style(theme.dim)),
        Place::Person(seat) => {
            let Some(contact) = seat::contact(dossier, seat.contact) else { return };
            name(&mut pen, seat, contact, theme, &in_style);
            if two_lines {
                under_name(&mut pen, seat, contact, level, sight, &in_style);
            }
        }
    }
}

/// `★J. Roy 5`, `M. Ito ?`.
fn name(
    pen: &mut Pen<'_>,
    seat: &Seat,
    contact: &Contact,
    theme: &Theme,
    in_style: &dyn Fn(Style) -> Style,
) {
    let left = contact.left_on.is_some();
    let sign = person::sign(contact);
    let sign_style = match sign {
        "✕" => theme.state_risk,
        _ => theme.accent,
    };
    let said = match seat.nps {
        _ if left => None,
        Some(points) => Some((points.to_string(), answer(points, theme))),
        None if seat.silent => Some(("?".to_owned(), theme.state_watch)),
        None => None,
    };
    let tail = said.as_ref().map_or(0, |(text, _)| text.len() as u16 + 1);
    let room = pen.width().saturating_sub(tail + text::width(sign) as u16);
    let x = pen.at(0, 0, sign, in_style(sign_style));
    let style = if left { theme.dim } else { theme.text };
    let x = pen.cell(x, 0, room, &person::short_name(&contact.name), in_style(style));
    if let Some((said, style)) = said {
        pen.at(x + 1, 0, &said, in_style(style));
    }
}

/// The style of an answer on the scale 0-10.
pub const fn answer(points: i64, theme: &Theme) -> Style {
    match points {
        ..=6 => theme.state_risk,
        7..=8 => theme.state_watch,
        _ => theme.state_healthy,
    }
}

/// `CFO 34 d`, `Dir 9 mo~`, `left 6 d`.
fn under_name(
    pen: &mut Pen<'_>,
    seat: &Seat,
    contact: &Contact,
    level: Level,
    sight: &Sight<'_>,
    in_style: &dyn Fn(Style) -> Style,
) {
    let theme = sight.theme;
    if let Some(left) = contact.left_on {
        let ago = phrase::span(phrase::days_between(left, sight.today));
        pen.at(0, 1, &format!("left {ago}"), in_style(theme.dim));
        return;
    }
    let ago = seat.last_two_way_on.map_or_else(
        || UNKNOWN.to_owned(),
        |day| phrase::span(phrase::days_between(day, sight.today)),
    );
    let old = if is_old(seat, sight) { "~" } else { "" };
    let room = pen.width().saturating_sub((text::width(&ago) + old.len()) as u16 + 1);
    // A user's title says little; the seat is too narrow for both.
    let telling = level != Level::User || pen.width() >= 14;
    let title = contact.title.as_deref().filter(|_| telling).map(person::short_title);
    let x = match title {
        Some(title) if room >= 3 => pen.cell(0, 1, room, &title, in_style(theme.dim)) + 1,
        _ => 0,
    };
    let x = pen.at(x, 1, &ago, in_style(theme.dim));
    pen.at(x, 1, old, in_style(theme.state_watch));
}

/// Nothing made sure of the record for half a year.
pub fn is_old(seat: &Seat, sight: &Sight<'_>) -> bool {
    seat.verified_on.is_none_or(|day| phrase::days_between(day, sight.today) > OLD_AFTER_DAYS)
}

/// What an empty map is for.
fn invite(pen: &mut Pen<'_>, y: u16, wanted: usize, theme: &Theme) {
    let room = pen.width().saturating_sub(2);
    pen.cell(1, y, room, &format!("Nobody yet; {wanted} seats wait for people"), theme.text);
    pen.cell(1, y + 1, room, "who decide, who influence, who use.", theme.dim);
}

/// Under the map with two lines a seat: not placed, the signs or the chosen seat, the coverage.
fn feet(screen: &BookScreen, pen: &mut Pen<'_>, y: u16, dossier: &Dossier, sight: &Sight<'_>) {
    let theme = sight.theme;
    let columns = pen.width().saturating_sub(2);
    // The last three lines, where there are so many.
    let y = y.max(pen.height().saturating_sub(3));
    let bottom = [
        not_placed(dossier, theme),
        if screen.pane == Pane::Map {
            chosen_seat(screen, columns >= 50, dossier, sight).0
        } else {
            vec![("★champion $budget ?asked, silent ~old".to_owned(), theme.quiet)]
        },
        coverage(dossier, columns, theme),
    ];
    for (place, words) in bottom.iter().enumerate() {
        pen.words(1, y + place as u16, columns, words);
    }
}

/// Under the map with one line a seat: the chosen seat in words, not placed, the coverage.
fn tight_feet(
    screen: &BookScreen,
    pen: &mut Pen<'_>,
    y: u16,
    dossier: &Dossier,
    sight: &Sight<'_>,
) {
    let theme = sight.theme;
    let columns = pen.width().saturating_sub(1);
    let y = if pen.height() >= 8 { y + 1 } else { y };
    let (first, second) = chosen_seat(screen, columns >= 50, dossier, sight);
    for (place, words) in
        [first, second, not_placed(dossier, theme), coverage(dossier, columns, theme)]
            .iter()
            .enumerate()
    {
        pen.words(1, y + place as u16, columns, words);
    }
}

/// `not placed 2: D. Fox, N. Abe`.
fn not_placed(dossier: &Dossier, theme: &Theme) -> Vec<Word> {
    let waiting = &dossier.standing.map.not_placed;
    if waiting.is_empty() {
        return Vec::new();
    }
    let names: Vec<String> = waiting
        .iter()
        .filter_map(|seat| seat::contact(dossier, seat.contact))
        .map(|contact| person::short_name(&contact.name))
        .collect();
    vec![
        (format!("not placed {}", waiting.len()), theme.text),
        (format!(": {}", names.join(", ")), theme.dim),
    ]
}

/// `coverage 52 % · DM 49 IN 60 US 97`.
fn coverage(dossier: &Dossier, columns: u16, theme: &Theme) -> Vec<Word> {
    let map = &dossier.standing.map;
    let Some(share) = map.coverage else { return Vec::new() };
    let levels: Vec<String> = map
        .rows
        .iter()
        .filter_map(|row| {
            let share = phrase::percent(row.coverage?).replace(" %", "");
            let level = if columns >= 34 { seat::label(row.level, false) } else { "" };
            Some(format!("{level} {share}").trim_start().to_owned())
        })
        .collect();
    vec![
        (format!("coverage {}", phrase::percent(share)), theme.text),
        (format!(" · {}", levels.join(" ")), theme.dim),
    ]
}

/// `▸ A. Ruiz CFO, 34 d, detractor 6` and `  reports to – · champion`.
fn chosen_seat(
    screen: &BookScreen,
    roomy: bool,
    dossier: &Dossier,
    sight: &Sight<'_>,
) -> (Vec<Word>, Vec<Word>) {
    let theme = sight.theme;
    let Some(row) = dossier.standing.map.rows.get(screen.seat.0) else {
        return (Vec::new(), Vec::new());
    };
    let mark = ("▸ ".to_owned(), theme.accent);
    let Some(seat) = row.seats.get(screen.seat.1) else {
        let says = if screen.seat.1 < row.target {
            format!("empty, {} wanted: {}s", row.target, row.level)
        } else {
            format!("no {} wanted here", row.level)
        };
        return (vec![mark, (says, theme.dim)], Vec::new());
    };
    let Some(contact) = seat::contact(dossier, seat.contact) else {
        return (Vec::new(), Vec::new());
    };
    let mut facts = Vec::new();
    let title = contact.title.as_deref();
    facts.extend(
        title.map(|title| if roomy { title.to_owned() } else { person::short_title(title) }),
    );
    if let Some(left) = contact.left_on {
        facts.push(format!("left {}", phrase::day(left, sight.today)));
    } else if let Some(day) = seat.last_two_way_on {
        facts.push(phrase::span(phrase::days_between(day, sight.today)));
    }
    facts.extend(seat.nps.map(|points| format!("{} {points}", people::stands(points))));
    let first = vec![
        mark,
        (person::short_name(&contact.name), theme.strong),
        (format!(" {}", facts.join(", ")), theme.text),
    ];
    let chief = contact.reports_to.and_then(|chief| seat::contact(dossier, chief));
    let chief = chief.map_or_else(|| UNKNOWN.to_owned(), |chief| person::short_name(&chief.name));
    let roles: Vec<&str> = contact.roles.iter().map(Role::word).collect();
    let mut second = format!("  reports to {chief}");
    if !roles.is_empty() {
        second.push_str(" · ");
        second.push_str(&roles.join(", "));
    }
    (first, vec![(second, theme.dim)])
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
