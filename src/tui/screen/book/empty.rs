//! An empty book: the ways to begin.
//!
//! ```text
//!   No account yet.
//!   Here stand your accounts, those that need you first.
//!
//! ▸ Look at the demo book
//!     Two dozen made-up accounts in a file of their own; yours stays empty.
//! ```

use super::BookScreen;
use super::hit::{Hits, Target};
use crate::tui::start::welcome::Way;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::Pen;

pub fn draw(screen: &BookScreen, pen: &mut Pen<'_>, theme: &Theme, hits: &mut Hits) {
    let left = pen.width().saturating_sub(74) / 2 + 1;
    let roomy = pen.height() >= 3 * Way::ALL.len() as u16 + 4;
    let mut y = if roomy { pen.height().saturating_sub(13) / 3 } else { 0 };
    pen.at(left + 2, y, "No account yet.", theme.strong);
    pen.at(left + 2, y + 1, "Here stand your accounts, those that need you first.", theme.dim);
    y += if roomy { 3 } else { 2 };
    for (place, way) in Way::ALL.into_iter().enumerate() {
        let chosen = place == screen.beginning;
        let room = pen.width().saturating_sub(left);
        let style = if chosen { theme.selected } else { theme.text };
        let mut line = pen.part(left, y, room, 1);
        let name = format!("{} {} ", if chosen { "▸" } else { " " }, way.name());
        line.at(0, 0, &name, style);
        pen.at(left + 4, y + 1, way.sentence(), theme.dim);
        hits.note(pen.place(left, y, room, 2), Target::Way(place));
        y += if roomy { 3 } else { 2 };
    }
}
