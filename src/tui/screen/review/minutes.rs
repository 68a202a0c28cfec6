//! The minutes: as they stand while the review runs, and of the reviews before.

use super::about::keys;
use super::board::Board;
use super::prose;
use crate::desk::{Act, Commit};
use crate::domain::day::weekday;
use crate::domain::review::deed;
use crate::domain::review::minutes::mail;
use crate::tui::action::{Action, Opening, Wish};
use crate::tui::layer::pick::{Item, Pick};
use crate::tui::screen::book::Sight;
use chrono::NaiveDate;

/// Of the running review.
#[must_use]
pub fn board(sight: &Sight<'_>) -> Board {
    let Some(ritual) = &sight.beside.ritual else { return Board::default() };
    let left = ritual.queued().filter(|visit| visit.result.is_none()).count();
    let figure = match left {
        0 => "all looked at".to_owned(),
        many => format!("{many} not looked at yet"),
    };
    let does = [(Action::Open, "closes the review and keeps them"), (Action::Copy, "copies them")];
    let mut board = Board::counting(figure, &keys(sight, &does));
    if let Some(survey) = &ritual.survey {
        board.tells(prose::lines(&survey.minutes));
    }
    board
}

/// The review is over.
#[must_use]
pub fn close(sight: &Sight<'_>) -> Vec<Wish> {
    let Some(ritual) = &sight.beside.ritual else { return Vec::new() };
    let (Some(review), Some(survey)) = (&ritual.review, &ritual.survey) else { return Vec::new() };
    let changes = deed::close(review, survey.minutes.clone(), sight.today);
    let label = format!("Review of {} closed", weekday(review.opened_on, sight.today));
    vec![Wish::Commit(Commit::new(Act::edit(label, None), changes))]
}

/// A text to be pasted somewhere, in two ways.
#[must_use]
pub fn copy(markdown: &str) -> Vec<Wish> {
    let item = |label: &str, note: &str, text: String| {
        let says = format!("Copied: the minutes, {label}.");
        Item::new(label, note, Wish::Copy { text, says })
    };
    let items = vec![
        item("as the text of a mail", "words without signs", mail(markdown)),
        item("as Markdown", "for notes and wikis", markdown.to_owned()),
    ];
    let pick = Pick::new("Copy of the minutes", items)
        .lead(["It goes to the clipboard of the terminal.".to_owned()]);
    vec![Wish::Open(Opening::Pick(pick))]
}

/// Of a review that is over: the nth, the newest first.
#[must_use]
pub fn of_before(nth: usize, sight: &Sight<'_>) -> Board {
    let Some(ritual) = &sight.beside.ritual else { return Board::default() };
    let Some(review) = ritual.closed.get(nth) else { return Board::default() };
    let mut does = vec![(Action::Skip, if nth == 0 { "what is ahead" } else { "newer" })];
    if nth + 1 < ritual.closed.len() {
        does.insert(0, (Action::Previous, "older"));
    }
    does.push((Action::Copy, "copies them"));
    let next = ritual.next_on().filter(|_| nth == 0);
    let next = next.map(|on| format!(" · the next review {}", due(on, sight.today)));
    let on = weekday(review.opened_on, sight.today);
    let figure = format!("minutes of {on}{}", next.unwrap_or_default());
    let mut board = Board::counting(figure, &keys(sight, &does));
    let kept = review.minutes.as_deref().unwrap_or("No minutes were kept of it.");
    board.tells(prose::lines(kept));
    board
}

/// `is due Sun 29 Nov`, `was due Sun 15 Nov`.
fn due(on: NaiveDate, today: NaiveDate) -> String {
    let word = if on < today { "was" } else { "is" };
    format!("{word} due {}", weekday(on, today))
}
