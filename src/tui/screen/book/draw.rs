//! One frame of the Book view: borders, titles, then each pane's inside.

use super::frame::{self, Segment};
use super::hit::{Hits, Target};
use super::size::{Form, Places};
use super::{BookScreen, Pane, Sight, head, list, map, score, single, tabs};
use crate::domain::money::Money;
use crate::domain::setup::{Part, Setup};
use crate::text;
use crate::tui::action::Action;
use crate::tui::keymap::Context;
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
                heading(&mut Pen::new(buffer, places.heading), sight, &mut hits);
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

/// `Book   demo book               45 accounts · €12.4M · Sun 22 Nov 2026`.
fn heading(pen: &mut Pen<'_>, sight: &Sight<'_>, hits: &mut Hits) {
    let theme = sight.theme;
    let book = sight.whole;
    let roomy = pen.width() >= 100;
    let accounts = match (roomy, book.accounts) {
        (true, 1) => "1 account".to_owned(),
        (true, count) => format!("{count} accounts"),
        (false, count) => format!("{count} acc"),
    };
    let mut facts = vec![accounts];
    facts.extend(book.arr_total.map(Money::signed_short));
    let pattern = if roomy { "%a %-d %b %Y" } else { "%a %-d %b" };
    facts.push(sight.today.format(pattern).to_string());
    let facts = facts.join(" · ");
    let wide = text::width(&facts) as u16;
    let columns = pen.width();
    pen.right(0, 0, columns, &facts, theme.dim);
    let room = columns.saturating_sub(wide + 2);
    let mut words = vec![(" Book".to_owned(), theme.accent.patch(theme.strong))];
    words.extend(sight.banner.map(|banner| {
        // `Demo book: made-up accounts` says it with its first words where there is no more room.
        let whole = text::width(banner) + 9 <= usize::from(room);
        let said = banner.split(':').next().filter(|_| !whole).unwrap_or(banner);
        (format!("  {said}"), theme.dim)
    }));
    let end = pen.words(0, 0, room, &words);
    // One quiet word after an import, until the book is worth opening or it was put away.
    let offered = sight.setup.filter(Setup::is_offered);
    if let (Some(setup), Some(key)) = (offered, sight.keymap.key(Context::Book, Action::Setup)) {
        let (done, all) = (setup.parts_done(), Part::ALL.len());
        let says = format!("set up: {done} of {all} done ({key})");
        if end + 2 + text::width(&says) as u16 <= room {
            let after = pen.at(end + 2, 0, &says, theme.dim);
            hits.note(pen.place(end + 2, 0, after - end - 2, 1), Target::Setup);
        }
    }
}
