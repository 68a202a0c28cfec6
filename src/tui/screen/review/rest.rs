//! The unchanged rest: one key for all of them, one to pick somebody out.
//!
//! ```text
//!    Space all fine · Enter picks one out
//! ▸  Datum Corp         M    52k  8.4   reviewed 6 Nov, next by 5 Feb
//!    Bellows College    M    41k  7.9   reviewed 2 Nov, next by 1 Feb          fine
//! ```

use super::about::{keys, name, whose};
use super::board::{Board, Item, Press};
use crate::desk::{Act, Commit};
use crate::domain::money::Money;
use crate::domain::page::{Cell, Line, Span};
use crate::domain::review::deed;
use crate::domain::review::ritual::Ritual;
use crate::domain::review::visit::Visit;
use crate::tui::action::{Action, Wish};
use crate::tui::screen::book::Sight;
use crate::tui::widget::phrase;

#[must_use]
pub fn board(sight: &Sight<'_>) -> Board {
    let Some(ritual) = &sight.beside.ritual else { return Board::default() };
    let rest: Vec<&Visit> = ritual.unchanged().collect();
    let open = rest.iter().filter(|visit| visit.result.is_none()).count();
    let mut does = vec![(Action::Open, "picks one out")];
    if open > 0 {
        does.insert(0, (Action::Done, "all fine"));
    }
    let (figure, says) = match (rest.len(), open) {
        (0, _) => {
            return Board::counting("nobody", "Every account is looked at by itself.");
        }
        (all, 0) => (format!("{all} unchanged, all fine"), keys(sight, &does)),
        (all, _) => (format!("{all} unchanged"), keys(sight, &does)),
    };
    let mut board = Board::counting(figure, &says);
    for visit in rest {
        let space = if open > 0 { Press::Book("all fine") } else { Press::Nothing };
        let mut item = Item::about(Some(visit.account_id)).space(space);
        if let Some(change) = deed::pick_out(&ritual.visits, visit.account_id) {
            let label = format!("{} looked at by itself", name(visit.account_id, sight));
            let act = Act::edit(label, Some(visit.account_id));
            item = item.on(Action::Open, vec![Wish::Commit(Commit::new(act, vec![change]))]);
        }
        board.holds(line(visit, sight), format!("visit {}", visit.id.0), item);
    }
    board
}

/// All of the rest that nobody looked at is fine as it is; none: there is nobody.
#[must_use]
pub fn all_fine(ritual: &Ritual) -> Option<Wish> {
    let changes = deed::rest_fine(ritual.unchanged());
    let label = format!("{} unchanged accounts: all fine", changes.len());
    (!changes.is_empty()).then(|| Wish::Commit(Commit::new(Act::edit(label, None), changes)))
}

fn line(visit: &Visit, sight: &Sight<'_>) -> Line {
    let row = sight.whole.rows.iter().find(|row| row.account == visit.account_id);
    let tier = row.and_then(|row| row.tier).map_or(phrase::UNKNOWN, |tier| tier.letter());
    let arr = row.and_then(|row| row.arr);
    let arr = arr.map_or_else(|| phrase::UNKNOWN.to_owned(), Money::short);
    let score = row.map_or_else(String::new, |row| phrase::score(row.score, row.band.is_some()));
    let mut cells = vec![
        whose(name(visit.account_id, sight)),
        Cell::left(1, vec![Span::dim(tier)]),
        Cell::right(7, vec![Span::text(arr)]).from(100),
        Cell::right(5, vec![Span::text(score)]),
        Cell::rest(vec![Span::dim(&visit.why)]),
    ];
    if let Some(result) = visit.result {
        cells.push(Cell::left(7, vec![Span::healthy(result.word())]));
    }
    Line::row(cells)
}
