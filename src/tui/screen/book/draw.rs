//! One frame of the Book view: borders, titles, then each pane's inside.

use super::frame::{self, Segment};
use super::hit::{Hits, Target};
use super::size::{Form, Places};
use super::{BookScreen, Pane, Sight, head, list, map, score, single, tabs};
use crate::text;
use crate::tui::screen::heading;
use crate::tui::screen::view::View;
use crate::tui::widget::border::{Borders, Weight};
use crate::tui::widget::pen::Pen;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

impl BookScreen {
    /// Draws the view into its area: all of the screen but the lines of the shell.
    pub fn draw(&mut self, buffer: &mut Buffer, area: Rect, sight: &Sight<'_>) {
        let mut hits = std::mem::take(&mut self.hits);
        hits.clear();
        if self.place(sight.book).is_none() {
            self.look_at(sight.book.rows.first().map(|row| row.account));
        }
        // A book without accounts has nothing to say but how to fill it.
        let empty = sight.whole.rows.is_empty();
        if empty {
            self.pane = Pane::List;
        }
        let places = Places::new(area, self.pane, self.zoom || empty);
        self.single = places.form != Form::Whole;
        match places.form {
            Form::Line => single::line(self, &mut Pen::new(buffer, area), sight),
            Form::Single if self.pane != Pane::List => {
                single::pinned(self, &mut Pen::new(buffer, places.heading), sight);
            }
            Form::Single | Form::Whole => {
                let line = &mut Pen::new(buffer, places.heading);
                for (place, target) in heading::draw(line, View::Book, sight) {
                    hits.note(place, target);
                }
            }
        }
        self.borders(buffer, area, &places, sight);
        for pane in Pane::ALL {
            let outline = places.of(pane);
            if !outline.is_empty() {
                hits.note(outline, Target::Pane(pane));
                self.titles(&mut Pen::new(buffer, outline), &places, pane, sight, &mut hits);
            }
        }
        for pane in Pane::ALL {
            let outline = places.of(pane);
            if !outline.is_empty() {
                let inside = outline.inner(ratatui::layout::Margin::new(1, 1));
                let pen = Pen::new(buffer, inside);
                self.inside(pen, &places, pane, sight, &mut hits);
            }
        }
        self.hits = hits;
    }

    fn borders(&self, buffer: &mut Buffer, area: Rect, places: &Places, sight: &Sight<'_>) {
        let mut borders = Borders::new(area);
        for pane in Pane::ALL {
            borders.outline(places.of(pane), Weight::Light);
        }
        borders.outline(places.of(self.pane), Weight::Heavy);
        borders.draw(buffer, sight.theme.border, sight.theme.border_focus);
    }

    fn titles(
        &self,
        pen: &mut Pen<'_>,
        places: &Places,
        pane: Pane,
        sight: &Sight<'_>,
        hits: &mut Hits,
    ) {
        let theme = sight.theme;
        let style = if self.pane == pane { theme.title_focus } else { theme.title };
        let columns = pen.width().saturating_sub(2);
        let dossier = self.dossier(sight);
        // Alone under the heading of the book, a pane says whose it is.
        let whose = if self.zoom && places.form == Form::Whole {
            self.row(sight.book).map(|row| {
                (format!("{} · ", text::fit(&row.name, usize::from(columns / 2))), theme.strong)
            })
        } else {
            None
        };
        let (mut left, right): (Vec<Segment>, Vec<Segment>) = match pane {
            Pane::List => list::titles(self, columns, style, sight),
            Pane::Head => head::titles(self, columns, style, sight),
            Pane::Map => (map::titles(self, columns, style, dossier, theme), Vec::new()),
            Pane::Score => (score::titles(pen, style, dossier, theme), Vec::new()),
            Pane::Tab => return tabs::draw(self, pen, whose, places.wide, sight, hits),
        };
        if !matches!(pane, Pane::List | Pane::Head) {
            left[0].splice(0..0, whose);
        }
        frame::titles(pen, columns, &left, &right);
    }

    fn inside(
        &mut self,
        pen: Pen<'_>,
        places: &Places,
        pane: Pane,
        sight: &Sight<'_>,
        hits: &mut Hits,
    ) {
        match pane {
            Pane::List => list::draw(self, pen, sight, hits),
            Pane::Head => head::draw(self, pen, sight, hits),
            Pane::Map => map::draw(self, pen, places.tall, sight, hits),
            Pane::Score => score::draw(self, pen, sight, hits),
            Pane::Tab => self.draw_tab(pen, sight, hits),
        }
    }
}
