//! The book as one picture: what clients say across, what they pay up, each account a point. Beside
//! it the legend, which is the page; where all names find room, the picture alone.

mod draw;
mod frame;
mod plot;
#[cfg(test)]
mod tests;
mod walk;

use crate::domain::page::Page;
use crate::domain::page::whole::quadrant::{self as legend, corner_key, key};
use crate::domain::quadrant::Chart;
use crate::tui::action::{Action, Wish};
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use crate::tui::screen::leaves::{Here, Leaf};
use crate::tui::screen::whole::Want;
use crate::tui::widget::page::{self, PagePlace};
use crate::tui::widget::pen::Pen;
use plot::{Form, Plot};
use ratatui::layout::Rect;
use std::collections::HashMap;
use walk::{Corner, Where};

/// Room on a screen that was not drawn yet.
const UNSEEN: (u16, u16) = (78, 17);

/// The quadrant.
#[derive(Debug, Default)]
pub struct Quadrant {
    laid: Option<Laid>,
}

/// The picture as it was laid out last.
#[derive(Debug)]
struct Laid {
    /// The reading that it was made of.
    stamp: u64,
    size: (u16, u16),
    /// None: there is no room for a picture.
    plot: Option<Plot>,
    corners: Vec<Corner>,
    /// Columns of the legend beside it.
    legend: u16,
    /// What the lines of the legend that can be chosen stand for.
    lines: Vec<Option<Where>>,
}

impl Laid {
    fn of(chart: &Chart, page: &Page, stamp: u64, (width, height): (u16, u16)) -> Self {
        let place =
            |columns| plot::place(&chart.spots, chart.floor, draw::LABELS, (columns, height));
        let beside = match width {
            ..100 => 27,
            100..150 => 44,
            _ => 70,
        };
        let all_named =
            |plot: &Plot| plot.tags.iter().all(|tag| tag.form == Form::Named) && width < 100;
        let alone = place(width);
        let (plot, legend) = match alone.filter(all_named) {
            Some(plot) => (Some(plot), 0),
            None => (place(width.saturating_sub(beside + 1)), beside),
        };
        let plot = plot.filter(|_| !chart.spots.is_empty());
        let corners = plot.as_ref().map(|plot| draw::corners(&plot.frame)).unwrap_or_default();
        let spots = chart.spots.iter().enumerate();
        let mut known: HashMap<String, Where> =
            spots.map(|(place, spot)| (key(spot.account), Where::Spot(place))).collect();
        let quadrants = corners.iter().map(|(one, ..)| (corner_key(*one), Where::Corner(*one)));
        known.extend(quadrants);
        let lines = page.entries().map(|entry| known.get(&entry.key).copied()).collect();
        Self { stamp, size: (width, height), plot, corners, legend, lines }
    }

    /// The line of the legend for a point of the picture.
    fn line(&self, of: Where) -> Option<usize> {
        self.lines.iter().position(|line| *line == Some(of))
    }
}

/// What was read of it.
fn chart<'a>(sight: &Sight<'a>) -> Option<&'a Chart> {
    sight.beside.whole.portfolio.as_deref().map(|book| &book.quadrant)
}

impl Quadrant {
    /// The picture, laid out anew where the book or its room is another.
    fn laid(&mut self, chart: &Chart, page: &Page, stamp: u64, size: (u16, u16)) -> &Laid {
        let held = self.laid.take().filter(|laid| laid.stamp == stamp && laid.size == size);
        self.laid.insert(held.unwrap_or_else(|| Laid::of(chart, page, stamp, size)))
    }
}

impl Leaf for Quadrant {
    fn name(&self) -> &'static str {
        "Quadrant"
    }

    fn wants(&self, _sight: &Sight<'_>) -> Want {
        Want::Portfolio
    }

    fn page(&self, sight: &Sight<'_>) -> Option<Page> {
        chart(sight).map(legend::page)
    }

    fn changes(&self) -> bool {
        false
    }

    fn context(&self) -> Context {
        Context::Quadrant
    }

    fn update(
        &mut self,
        action: Action,
        here: &Here<'_>,
        place: &mut PagePlace,
        sight: &Sight<'_>,
    ) -> Option<Vec<Wish>> {
        let count = here.page.entries().count();
        match action {
            Action::Up | Action::Down | Action::Left | Action::Right => {}
            Action::Plus | Action::Minus => {
                let by = if action == Action::Plus { 1 } else { count.saturating_sub(1) };
                place.go_to((here.at + by) % count.max(1));
                return Some(Vec::new());
            }
            _ => return None,
        }
        // What was read since the last frame is laid out as it will be drawn.
        let size = self.laid.as_ref().map_or(UNSEEN, |laid| laid.size);
        let laid = self.laid(chart(sight)?, here.page, sight.beside.whole.stamp, size);
        let Some(plot) = &laid.plot else {
            // The legend alone is a list.
            return matches!(action, Action::Left | Action::Right).then(Vec::new);
        };
        let from = laid.lines.get(here.at).copied().flatten();
        let next = from.and_then(|from| walk::next(plot, &laid.corners, from, action));
        if let Some(line) = next.and_then(|next| laid.line(next)) {
            place.go_to(line);
        }
        Some(Vec::new())
    }

    fn draw(
        &mut self,
        page: &Page,
        place: &mut PagePlace,
        pen: &mut Pen<'_>,
        sight: &Sight<'_>,
        note: &mut dyn FnMut(Rect, usize),
    ) {
        let theme = sight.theme;
        let Some(chart) = chart(sight) else { return };
        let (stamp, size) = (sight.beside.whole.stamp, (pen.width(), pen.height()));
        let laid = self.laid(chart, page, stamp, size);
        let Some(plot) = &laid.plot else {
            return page::draw(page, place, pen, true, theme, note);
        };
        let at = place.place(page);
        let width = pen.width() - laid.legend;
        if laid.legend > 0 {
            let mut beside = pen.part(width, 0, laid.legend, size.1);
            page::draw(page, place, &mut beside, true, theme, &mut *note);
        } else {
            let chosen = page.entries().nth(at).map(|entry| entry.key.as_str());
            place.drawn(at, chosen, true, 0);
        }
        let chosen = laid.lines.get(at).copied().flatten();
        draw::draw(pen, plot, chart, chosen, theme, &mut |area, point| {
            if let Some(line) = laid.line(point) {
                note(area, line);
            }
        });
    }

    fn concept(&self) -> &'static str {
        "quadrant"
    }
}
