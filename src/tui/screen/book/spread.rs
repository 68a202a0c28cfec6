//! People in three columns, and beside them whom the view cannot place.

use super::hit::{Hits, Target};
use super::people::{Person, Row, Spread};
use crate::domain::cell::Id;
use crate::text;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::Pen;
use crate::tui::widget::person;

/// What a drawing of people needs beside them.
pub struct Crowd<'a, 'b> {
    /// The chosen one of the focused pane.
    pub focus: Option<Id>,
    pub theme: &'a Theme,
    pub hits: &'b mut Hits,
}

/// Draws the columns; gives the line after the last row. `foot`: lines that are wanted below.
pub fn draw(
    spread: &Spread,
    pen: &mut Pen<'_>,
    tall: bool,
    foot: u16,
    crowd: &mut Crowd<'_, '_>,
) -> u16 {
    let theme = crowd.theme;
    let longest = spread.rows.iter().map(|(title, _)| title.len()).max().unwrap_or(0);
    let label = longest as u16 + 2;
    let step = pen.width().saturating_sub(label).div_ceil(3);
    let x = |column: usize| label + column as u16 * step;
    for (column, (title, style)) in spread.columns.iter().enumerate() {
        pen.cell(x(column), 0, step.saturating_sub(1), title, *style);
    }
    let room = pen.height().saturating_sub(1 + foot);
    let heights = heights(&spread.rows, room, if tall { 2 } else { 1 });
    let mut y = 1;
    for ((title, cells), height) in spread.rows.iter().zip(heights) {
        pen.cell(1, y, label - 1, title, theme.dim);
        for (column, people) in cells.iter().enumerate() {
            let part = pen.part(x(column), y, step.saturating_sub(1), height);
            cell(part, people, crowd);
        }
        y += height;
    }
    y
}

/// Lines of each row: what it needs, as far as there is room; `airy` where there is plenty.
fn heights(rows: &[Row], room: u16, airy: u16) -> Vec<u16> {
    let needs = |(_, cells): &Row| cells.iter().map(Vec::len).max().unwrap_or(0).max(1) as u16;
    let mut heights = vec![1; rows.len()];
    let mut left = room.saturating_sub(rows.len() as u16);
    let mut give = |wanted: &dyn Fn(&Row) -> u16| {
        while left > 0 {
            let lacks = |(place, row): (usize, &Row)| {
                let has = heights.get(place).copied().unwrap_or(0);
                (wanted(row).saturating_sub(has), std::cmp::Reverse(place))
            };
            let most = rows.iter().enumerate().max_by_key(|one| lacks(*one));
            let Some((place, row)) = most.filter(|one| lacks(*one).0 > 0) else { break };
            debug_assert!(wanted(row) > 0);
            if let Some(height) = heights.get_mut(place) {
                *height += 1;
            }
            left -= 1;
        }
    };
    give(&needs);
    give(&|row| needs(row).max(airy));
    heights
}

/// Names under each other, the last line saying how many more there are; the chosen one is seen.
fn cell(mut pen: Pen<'_>, people: &[Person], crowd: &mut Crowd<'_, '_>) {
    let theme = crowd.theme;
    if people.is_empty() {
        pen.at(0, 0, "·", theme.quiet);
        return;
    }
    let room = usize::from(pen.height());
    let more = people.len().saturating_sub(room);
    let chosen = people.iter().position(|one| crowd.focus == Some(one.id)).unwrap_or(0);
    let top = (chosen + 1).saturating_sub(room);
    for (line, one) in people.iter().skip(top).take(room).enumerate() {
        let y = line as u16;
        let last = line + 1 == room && more > 0;
        let tail = if last { format!(" +{more}") } else { String::new() };
        let columns = pen.width().saturating_sub(tail.len() as u16);
        let end = name(&mut pen, (0, y), columns, one, crowd);
        pen.at(end, y, &tail, theme.dim);
    }
}

/// `★J. Roy 5`; gives the column after it.
pub fn name(
    pen: &mut Pen<'_>,
    (x, y): (u16, u16),
    columns: u16,
    one: &Person,
    crowd: &mut Crowd<'_, '_>,
) -> u16 {
    let theme = crowd.theme;
    let focus = crowd.focus == Some(one.id);
    let style = |style| if focus { theme.selected } else { style };
    let tail = if one.tail.is_empty() { String::new() } else { format!(" {}", one.tail) };
    let wide = text::width(&tail) as u16;
    let after = pen.at(x, y, one.sign, style(theme.accent));
    let room = columns.saturating_sub(after - x + wide);
    let short = person::fitting_name(&one.name, usize::from(room));
    let after = pen.cell(after, y, room, &short, style(theme.text));
    let left = columns.saturating_sub(after - x);
    let after = pen.cell(after, y, left, &tail, style(theme.dim));
    crowd.hits.note(pen.place(x, y, after - x, 1), Target::Person(one.id));
    after
}

/// Whom the view cannot place, on so many lines: the chosen one is seen, whoever is not is counted.
pub fn asides(
    pen: &mut Pen<'_>,
    y: u16,
    lines: u16,
    asides: &[(&'static str, Vec<Person>)],
    crowd: &mut Crowd<'_, '_>,
) {
    let room = usize::from(lines);
    let is_chosen =
        |(_, people): &(&str, Vec<Person>)| people.iter().any(|one| crowd.focus == Some(one.id));
    let first = (asides.iter().position(is_chosen).unwrap_or(0) + 1).saturating_sub(room);
    let all: usize = asides.iter().map(|(_, people)| people.len()).sum();
    let shown = asides.iter().skip(first).take(room);
    let hidden = all - shown.clone().map(|(_, people)| people.len()).sum::<usize>();
    for ((lack, people), line) in shown.zip(y..) {
        let last = hidden > 0 && line + 1 == y + lines;
        let says = if last { format!(" +{hidden}") } else { String::new() };
        let wide = pen.width().saturating_sub(says.len() as u16);
        aside(&mut pen.part(0, line, wide, 1), 0, (lack, people), crowd);
        pen.at(wide, line, &says, crowd.theme.dim);
    }
}

/// `asked, silent 2: M. Ito ?, B. Lind ?`: one line, in which the chosen one is seen.
fn aside(pen: &mut Pen<'_>, y: u16, (lack, people): (&str, &[Person]), crowd: &mut Crowd<'_, '_>) {
    let theme = crowd.theme;
    let columns = pen.width().saturating_sub(1);
    let start =
        pen.cell(1, y, columns.saturating_sub(1), &format!("{lack} {}: ", people.len()), theme.dim);
    let wide = |one: &Person| {
        let tail = if one.tail.is_empty() { 0 } else { text::width(&one.tail) + 1 };
        let short = person::short_name(&one.name);
        (text::width(one.sign) + text::width(&text::shown(&short)) + tail + 2) as u16
    };
    let room = columns.saturating_sub(start);
    let chosen = people.iter().position(|one| crowd.focus == Some(one.id)).unwrap_or(0);
    let mut first = 0;
    let mut needed: u16 = people.iter().take(chosen + 1).map(wide).sum();
    while needed > room + 2 && first < chosen {
        needed -= people.get(first).map_or(0, wide);
        first += 1;
    }
    let mut x = start;
    for (place, one) in people.iter().enumerate().skip(first) {
        let more = people.len() - place;
        // Whoever does not fit is counted; the chosen one is cut rather than left out.
        let needed = wide(one) - 2 + if more > 1 { 4 } else { 0 };
        if place != chosen && x > start && needed > columns.saturating_sub(x) {
            pen.cell(x, y, columns.saturating_sub(x), &format!("+{more}"), theme.dim);
            break;
        }
        x = name(pen, (x, y), columns.saturating_sub(x), one, crowd);
        if place + 1 < people.len() {
            x = pen.cell(x, y, columns.saturating_sub(x), ", ", theme.dim);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::Colours;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    fn one(id: i64) -> Person {
        Person { id: Id(id), name: format!("P{id}"), sign: "", tail: String::new() }
    }

    fn row(people: i64) -> Row {
        ("DECIDE", [(0..people).map(one).collect(), Vec::new(), Vec::new()])
    }

    #[test]
    fn of_those_aside_the_chosen_one_is_seen_and_the_unseen_are_counted() {
        let all = [
            ("silent", vec![one(1), one(2)]),
            ("not asked", vec![one(3)]),
            ("not placed", vec![one(4), one(5)]),
        ];
        for (focus, lines, wanted) in [
            (None, 3, ["silent 2: P1, P2", "not asked 1: P3", "not placed 2: P4, P5"]),
            (None, 2, ["silent 2: P1, P2", "not asked 1: P3            +2", ""]),
            (Some(5), 2, ["not asked 1: P3", "not placed 2: P4, P5       +2", ""]),
            (Some(5), 0, ["", "", ""]),
        ] {
            let area = Rect::new(0, 0, 30, 3);
            let mut buffer = Buffer::empty(area);
            let theme = Theme::new(Colours::Without);
            let mut hits = Hits::default();
            let mut crowd = Crowd { focus: focus.map(Id), theme: &theme, hits: &mut hits };
            asides(&mut Pen::new(&mut buffer, area), 0, lines, &all, &mut crowd);
            let drawn = |y| (0..30).map(|x| buffer[(x, y)].symbol()).collect::<String>();
            assert_eq!([0, 1, 2].map(|y| drawn(y).trim().to_owned()), wanted, "{focus:?} {lines}");
        }
    }

    #[test]
    fn rows_get_what_they_need_before_they_get_air() {
        let rows = [row(1), row(4), row(2)];
        for (room, airy, wanted) in [
            (3, 1, [1, 1, 1]),
            (5, 2, [1, 3, 1]),
            (7, 2, [1, 4, 2]),
            (9, 2, [2, 4, 2]),
            (20, 1, [1, 4, 2]),
            (0, 2, [1, 1, 1]),
        ] {
            assert_eq!(heights(&rows, room, airy), wanted, "{room} {airy}");
        }
    }
}
