//! What happened in the book since the last review, account by account.
//!
//! ```text
//!    1 score in another band, 2 answers at 3 accounts.
//! ▸  Contoso            watch → risk, 6.3 → 5.2.                             20 Nov
//!                       K. Ott answered 4: “budget frozen”.                  18 Nov
//!    Northwind Traders  T. Lee left.                                         16 Nov
//! ```

use super::about::{same, survey, whose};
use super::board::{Board, Item};
use crate::domain::cell::Id;
use crate::domain::day::{day, weekday};
use crate::domain::page::{Cell, Line, Span};
use crate::domain::review::event::{Event, EventKind};
use crate::tui::action::{About, Action, Opening};
use crate::tui::form::link;
use crate::tui::screen::book::Sight;
use crate::tui::screen::view::At;

#[must_use]
pub fn board(sight: &Sight<'_>) -> Board {
    let Some(survey) = survey(sight) else { return Board::default() };
    let since = format!("since {}", weekday(survey.since, sight.today));
    let mut board = Board::counting(since, &format!("{}.", survey.sums));
    for one in &survey.changed {
        for (nth, event) in one.events.iter().enumerate() {
            let name = if nth == 0 { whose(&one.name) } else { same() };
            let key = format!("{} {nth} {}", one.account.0, event.kind);
            board.holds(line(name, event, sight), key, item(one.account, event));
        }
    }
    board
}

fn line(name: Cell, event: &Event, sight: &Sight<'_>) -> Line {
    let alarm = matches!(
        event.kind,
        EventKind::Left | EventKind::PromiseLate | EventKind::Missed | EventKind::Score
    );
    let said =
        if alarm && event.calls { Span::strong(&event.text) } else { Span::text(&event.text) };
    Line::row(vec![
        name,
        Cell::rest(vec![said]),
        Cell::left(11, vec![Span::dim(day(event.on, sight.today))]),
    ])
}

/// Enter opens the record behind it; a score that moved explains itself.
fn item(account: Id, event: &Event) -> Item {
    if let Some(("step", step)) = event.about {
        return Item::at(Some(account), At::Step(step));
    }
    let record = event.about.filter(|_| event.kind != EventKind::Score);
    let opening = match record.and_then(|about| link::of(account, about)) {
        Some(subject) => Opening::Form(subject),
        None => Opening::Why { account, about: About::Score },
    };
    Item::about(Some(account)).opens(Action::Open, opening)
}
