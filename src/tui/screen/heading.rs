//! The topmost line of every view: the views there are, and the book in figures.

use super::book::{Sight, Target};
use super::view::View;
use crate::domain::money::Money;
use crate::domain::setup::{Part, Setup};
use crate::text;
use crate::tui::action::Action;
use crate::tui::keymap::Context;
use crate::tui::widget::pen::Pen;
use ratatui::layout::Rect;

/// ` 1 Book  2 Portfolio  3 Agenda  4 Grid  5 Expansion  R Review   demo book   45 accounts · €12.4M`;
/// gives what lies where.
pub fn draw(pen: &mut Pen<'_>, shown: View, sight: &Sight<'_>) -> Vec<(Rect, Target)> {
    let theme = sight.theme;
    let book = sight.whole;
    let roomy = pen.width() >= 100;
    let mut places = Vec::new();
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
    let columns = pen.width();
    pen.right(0, 0, columns, &facts, theme.dim);
    let room = columns.saturating_sub(text::width(&facts) as u16 + 2);
    let mut end = 0;
    for view in View::ALL {
        let words = match view.digit() {
            Some(digit) if roomy => format!("{digit} {view}"),
            Some(digit) => format!("{digit}{}", view.short()),
            None if roomy => format!("R {view}"),
            None => "R".to_owned(),
        };
        let wide = text::width(&words) as u16;
        if end + 1 + wide > room {
            break;
        }
        let style = if *view == shown { theme.accent.patch(theme.strong) } else { theme.dim };
        pen.at(end + 1, 0, &words, style);
        places.push((pen.place(end + 1, 0, wide, 1), Target::View(*view)));
        end += 1 + wide + u16::from(roomy);
    }
    if let Some(banner) = sight.banner {
        // `Demo book: made-up accounts` says it with its first words where there is no more room.
        let left = usize::from(room.saturating_sub(end + 2));
        let whole = text::width(banner) <= left;
        let said = banner.split(':').next().filter(|_| !whole).unwrap_or(banner);
        end = pen.words(end + 2, 0, left as u16, &[(said.to_owned(), theme.dim)]);
    }
    // One quiet word after an import, until the book is worth opening or it was put away.
    let offered = sight.setup.filter(Setup::is_offered);
    if let (Some(setup), Some(key)) = (offered, sight.keymap.key(Context::Book, Action::Setup)) {
        let (done, all) = (setup.parts_done(), Part::ALL.len());
        let says = format!("set up: {done} of {all} done ({key})");
        if end + 2 + text::width(&says) as u16 <= room {
            let after = pen.at(end + 2, 0, &says, theme.dim);
            places.push((pen.place(end + 2, 0, after - end - 2, 1), Target::Setup));
        }
    }
    places
}
