//! Three things for next week, out of the steps up to its end or typed.
//!
//! ```text
//!    Space choose or take back · Enter open it
//! ▸  1  Contoso            Root-cause workshop                        Tue 24 Nov  new
//!    ·  Litware            ROI sheet for K. Ott        promise        Wed 25 Nov
//!    +  something else
//! ```

use super::about::{keys, whose};
use super::board::{Board, Item, Press};
use crate::desk::{Act, Commit};
use crate::domain::cell::Id;
use crate::domain::day::weekday;
use crate::domain::page::{Cell, Line, Span};
use crate::domain::plan::step::StepKind;
use crate::domain::review::candidate::Candidate;
use crate::domain::review::commitment::Commitment;
use crate::domain::review::deed::{self, MOST};
use crate::tui::action::{Action, Opening, Wish};
use crate::tui::form::subject::Subject;
use crate::tui::screen::book::Sight;
use crate::tui::screen::view::At;

#[must_use]
pub fn board(sight: &Sight<'_>) -> Board {
    let Some(ritual) = &sight.beside.ritual else { return Board::default() };
    let Some(review) = ritual.review.as_ref().map(|review| review.id) else {
        return Board::default();
    };
    let mut held: Vec<&Commitment> = ritual.commitments.iter().collect();
    held.sort_by_key(|one| (one.place, one.id));
    let candidates = ritual.survey.as_ref().map_or(&[][..], |survey| &survey.candidates);
    let does = [(Action::Done, "choose or take back"), (Action::Open, "open it")];
    let mut board = Board::counting(format!("{} of {MOST}", held.len()), &keys(sight, &does));
    let listed =
        |one: &&&Commitment| candidates.iter().any(|could| Some(could.step) == one.step_id);
    for one in held.iter().filter(|one| !listed(one)) {
        let line = Line::row(vec![sign(&held, one), Cell::rest(vec![Span::strong(&one.text)])]);
        board.holds(line, key(one.step_id, one.id), released(one, &ritual.commitments));
    }
    for could in candidates {
        let chosen = held.iter().find(|one| one.step_id == Some(could.step));
        let item = match chosen {
            Some(one) => released(one, &ritual.commitments),
            None => promised(could, review, &ritual.commitments),
        };
        let sign =
            chosen.map_or_else(|| Cell::left(1, vec![Span::dim("·")]), |one| sign(&held, one));
        let line = line(sign, could, chosen.is_some(), sight);
        board.holds(line, key(Some(could.step), Id(0)), item);
    }
    let place =
        (1..).take(MOST).find(|place| held.iter().all(|one| one.place != *place)).unwrap_or(1);
    let form = Opening::Form(Subject::Promised { review: review.0, place });
    let types = match held.len() {
        0..MOST => vec![Wish::Open(form)],
        _ => full(),
    };
    let plus = Line::row(vec![
        Cell::left(1, vec![Span::dim("+")]),
        Cell::rest(vec![Span::dim("something else, typed")]),
    ]);
    let item = Item::about(None).space(Press::Does("type it", types.clone()));
    board.holds(plus, "something else", item.on(Action::Open, types));
    board
}

/// By its step, whether it is chosen or not.
fn key(step: Option<Id>, commitment: Id) -> String {
    match step {
        Some(step) => format!("step {}", step.0),
        None => format!("commitment {}", commitment.0),
    }
}

fn sign(held: &[&Commitment], one: &Commitment) -> Cell {
    let place = held.iter().position(|other| other.id == one.id).map_or(0, |place| place + 1);
    Cell::left(1, vec![Span::strong(place.to_string())])
}

fn full() -> Vec<Wish> {
    let says = format!("{MOST} is the most: Space on one of them takes it back.");
    vec![Wish::Say(says)]
}

fn promised(could: &Candidate, review: Id, held: &[Commitment]) -> Item {
    let (account, step) = (could.account, could.step);
    let made = deed::promise(review, held, Some(account), Some(step), &could.text);
    let wishes = made.map_or_else(full, |change| {
        let act = Act::edit(format!("For next week: {}", could.text), Some(account));
        vec![Wish::Commit(Commit::new(act, vec![change]))]
    });
    Item::at(Some(account), At::Step(step)).space(Press::Does("promise it", wishes))
}

fn released(one: &Commitment, held: &[Commitment]) -> Item {
    let changes = deed::release(held, one.id);
    let act = Act::edit(format!("Not for next week: {}", one.text), one.account_id);
    let wishes = vec![Wish::Commit(Commit::new(act, changes))];
    let at = one.step_id.filter(|_| one.account_id.is_some()).map_or(At::Account, At::Step);
    Item::at(one.account_id, at).space(Press::Does("take it back", wishes))
}

fn line(sign: Cell, could: &Candidate, chosen: bool, sight: &Sight<'_>) -> Line {
    let title = if chosen { Span::strong(&could.title) } else { Span::text(&could.title) };
    let kind = match could.kind {
        StepKind::Step => "",
        other => other.word(),
    };
    let due = weekday(could.due_on, sight.today);
    let due = if could.due_on < sight.today { Span::risk(due) } else { Span::text(due) };
    let new = if could.new { "new" } else { "" };
    Line::row(vec![
        sign,
        whose(&could.name),
        Cell::rest(vec![title]),
        Cell::left(9, vec![Span::dim(kind)]),
        Cell::left(10, vec![due]),
        Cell::left(3, vec![Span::dim(new)]),
    ])
}
