//! The picture on the screen: lines, names of the quadrants, amounts, and who stands where.
//!
//! ```text
//! ARR log ── Rescue 2 · €1.2M ─────┬─ Magic 6 · €4.2M ─────────┬─ no answer 3
//!    900k      ◇!7                 │      Northwind Traders ◆  │
//!                                  │  ◆~ Tailspin              │  ·12
//!    240k ── Question 1 · €90k ────┼─ Nurture 3 · €300k ───────┼─────────────
//!     60k           ○? Litware     │                  ●×3      │  ·! Adatum
//!     NPS  −100 ───────────────────┴─ 0 ────────────────── +100 ┴─────────────
//!   ARR ?                                    ■9
//! ```

use super::frame::Frame;
use super::plot::Plot;
use super::walk::{Corner as Name, Where};
use crate::domain::page::whole::quadrant::title;
use crate::domain::quadrant::{Chart, Corner, Quadrant};
use crate::text;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::Pen;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Columns of the amounts at the left, a blank after them.
pub const LABELS: u16 = 8;

/// Where the names of the quadrants stand.
pub fn corners(frame: &Frame) -> Vec<Name> {
    // Without a key account all are below.
    let (above, below) = (frame.split_y.map(|_| 0), frame.split_y.unwrap_or(0));
    let lane = (!frame.lane.is_empty()).then_some(0);
    let places = [
        (Quadrant::Rescue, &frame.left, above),
        (Quadrant::Magic, &frame.right, above),
        (Quadrant::Question, &frame.left, Some(below)),
        (Quadrant::Nurture, &frame.right, Some(below)),
        (Quadrant::NoAnswer, &frame.lane, lane),
    ];
    let there = places.into_iter();
    there.filter_map(|(quadrant, columns, y)| Some((quadrant, columns.clone(), y?))).collect()
}

/// Draws it; `note` hears what can be clicked.
pub fn draw(
    pen: &mut Pen<'_>,
    plot: &Plot,
    chart: &Chart,
    chosen: Option<Where>,
    theme: &Theme,
    note: &mut dyn FnMut(Rect, Where),
) {
    let frame = &plot.frame;
    lines(pen, frame, theme);
    amounts(pen, frame, chart, theme);
    for (quadrant, part, y) in corners(frame) {
        let Some(corner) = chart.corners.iter().find(|one| one.quadrant == quadrant) else {
            continue;
        };
        let (x, columns) = (part.start, part.end - part.start);
        let picked = chosen == Some(Where::Corner(quadrant));
        let wide =
            name(pen, (x, y), columns, corner, chart, picked.then_some(theme.selected), theme);
        note(pen.place(x, y, wide, 1), Where::Corner(quadrant));
    }
    for tag in &plot.tags {
        let at = tag.spots.iter().position(|spot| chosen == Some(Where::Spot(*spot)));
        let label = at.map_or(theme.text, |_| theme.selected);
        pen.cell(tag.x, tag.y, tag.width, &tag.text, label);
        let state = at.map_or_else(|| theme.band(tag.band), |_| theme.selected);
        let sign = tag.spots.first().and_then(|spot| chart.spots.get(*spot));
        let sign = sign.map_or("", |spot| spot.quadrant.sign());
        pen.cell(tag.at, tag.y, 1, sign, state);
        let beside = if tag.at == tag.x { tag.at + 1 } else { tag.at.saturating_sub(1) };
        pen.cell(beside, tag.y, tag.mark.len() as u16, tag.mark, state);
        if at.is_some() {
            pen.cell(tag.x.saturating_sub(1), tag.y, 1, "▸", theme.accent);
        }
        // A click goes to the next of those who share the place.
        let next = at.filter(|_| tag.spots.len() > 1).map_or(0, |at| (at + 1) % tag.spots.len());
        if let Some(spot) = tag.spots.get(next) {
            note(pen.place(tag.x, tag.y, tag.width, 1), Where::Spot(*spot));
        }
    }
}

fn lines(pen: &mut Pen<'_>, frame: &Frame, theme: &Theme) {
    let style = theme.border;
    let end = frame.lane.end.max(frame.right.end);
    let from = frame.labels;
    let across = [Some(0), frame.split_y, Some(frame.axis)];
    for y in across.into_iter().flatten() {
        pen.repeat(from, y, end - from, "─", style);
    }
    let lane = (!frame.lane.is_empty()).then_some(frame.right.end);
    for x in [Some(frame.split_x), lane].into_iter().flatten() {
        for y in 1..frame.axis {
            let sign = if frame.split_y == Some(y) { "┼" } else { "│" };
            pen.cell(x, y, 1, sign, style);
        }
        pen.cell(x, 0, 1, "┬", style);
        pen.cell(x, frame.axis, 1, "┴", style);
    }
    let y = frame.axis;
    let said = |text: &str| format!(" {text} ");
    let zero = said("0");
    pen.cell(frame.left.start, y, 6, "−100 ", theme.dim);
    pen.cell(frame.right.start, y, 3, zero.trim_start(), theme.dim);
    pen.cell(frame.right.end.saturating_sub(5), y, 5, " +100", theme.dim);
}

/// What is paid at which height.
fn amounts(pen: &mut Pen<'_>, frame: &Frame, chart: &Chart, theme: &Theme) {
    let columns = frame.labels.saturating_sub(1);
    let scale = &frame.scale;
    let mut rows = vec![0, frame.axis];
    pen.right(0, 0, columns, if scale.log { "ARR log" } else { "ARR" }, theme.dim);
    pen.right(0, frame.axis, columns, "NPS", theme.dim);
    if let Some(y) = frame.unknown {
        pen.right(0, y, columns, "ARR ?", theme.dim);
    }
    let mut told = |y: u16, text: &str, style: Style, apart: u16| {
        if rows.iter().all(|row| row.abs_diff(y) > apart) {
            rows.push(y);
            pen.right(0, y, columns, text, style);
        }
    };
    if let (Some(y), Some(floor)) = (frame.split_y, chart.floor) {
        told(y, &chart.money(floor).short(), theme.text, 0);
    }
    if chart.currency.is_hidden() || !scale.most.is_finite() {
        return;
    }
    for arr in [scale.most, scale.least] {
        if let Some(y) = frame.mark(arr) {
            told(y, &chart.money(arr as i64).short(), theme.dim, 0);
        }
    }
    // Round amounts where there is room, the roundest first.
    for step in [1_i64, 5, 2] {
        for power in 2..17 {
            let arr = step * 10_i64.pow(power);
            if let Some(y) = frame.mark(arr as f64) {
                told(y, &chart.money(arr).short(), theme.dim, 1);
            }
        }
    }
}

/// `Magic 6 · €4.20M` set into its line, as much of it as there is room for; gives its columns.
fn name(
    pen: &mut Pen<'_>,
    (x, y): (u16, u16),
    columns: u16,
    corner: &Corner,
    chart: &Chart,
    chosen: Option<Style>,
    theme: &Theme,
) -> u16 {
    let title = title(corner.quadrant);
    let arr = chart.money(corner.arr).signed_short();
    let figures = [format!(" {} · {arr} ", corner.accounts), format!(" {} ", corner.accounts)];
    let fits =
        |figure: &&String| text::width(title) + text::width(figure) + 1 < usize::from(columns);
    let known = corner.accounts > corner.arr_unknown;
    let figure = figures.iter().skip(usize::from(!known)).find(fits);
    let figure = figure.map_or(" ", String::as_str);
    let sign = if chosen.is_some() { "▸" } else { " " };
    let strong = chosen.unwrap_or(theme.strong);
    let words =
        [(format!("{sign}{title}"), strong), (figure.to_owned(), chosen.unwrap_or(theme.dim))];
    pen.words(x, y, columns, &words).saturating_sub(x)
}
