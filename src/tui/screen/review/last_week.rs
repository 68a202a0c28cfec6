//! Closing last week: what became of what was promised, and what is left over.
//!
//! ```text
//!  Promised on Sun 15 Nov  1 of 3 done
//!    ▣ Contoso: Root-cause workshop, Fri 20 Nov                     done 20 Nov
//! ▸  ▢ Adatum: Talk about the renewal, Wed 18 Nov                   late since 18 Nov
//!    · Tidy the pipeline                                            no step: did it happen?
//!  Promises late  1
//!    ! Litware            ROI sheet for K. Ott                      4 d late, due 18 Nov
//!  Meetings without outcome  1
//!    ! Northwind Traders  QBR                                       3 d late, due 19 Nov
//!  Others are late  1
//!    ! Fabrikam           Seat list                      K. Ott     2 d late, due 20 Nov
//! ```

use super::about::{keys, open_step, whose};
use super::board::{Board, Item};
use crate::domain::cell::Id;
use crate::domain::day::weekday;
use crate::domain::page::{Cell, Line, Span};
use crate::domain::plan::step::StepKind;
use crate::domain::review::loose::LooseEnd;
use crate::domain::review::ritual::{Kept, Last, Outcome};
use crate::tui::action::{Action, Opening};
use crate::tui::form::subject::Subject;
use crate::tui::screen::book::Sight;

/// Columns of what became of it.
const SAYS: u16 = 24;

#[must_use]
pub fn board(sight: &Sight<'_>) -> Board {
    let Some(ritual) = &sight.beside.ritual else { return Board::default() };
    let told: Vec<Id> = ritual
        .last
        .iter()
        .flat_map(|last| &last.commitments)
        .filter_map(|kept| kept.commitment.step_id)
        .collect();
    // What was promised stands above already.
    let left = |ends: &'_ [LooseEnd]| -> Vec<LooseEnd> {
        ends.iter().filter(|end| !told.contains(&end.step)).cloned().collect()
    };
    let parts = ritual.survey.as_ref().map(|survey| &survey.close).map(|close| {
        [
            ("Promises late", left(&close.promises)),
            ("Meetings without outcome", left(&close.meetings)),
            ("Late steps", left(&close.late)),
            ("Others are late", left(&close.waiting)),
        ]
    });
    let open = parts.iter().flatten().map(|(_, ends)| ends.len()).sum::<usize>();
    let does = [
        (Action::Done, "done"),
        (Action::MoveDay, "another day"),
        (Action::Drop, "dropped"),
        (Action::Open, "open it"),
    ];
    let waits = |kept: &Kept| matches!(kept.outcome, Outcome::Open | Outcome::Late);
    let unkept = ritual.last.iter().flat_map(|last| &last.commitments).any(waits);
    let mut board = match open {
        0 if parts.is_none() => Board::default(),
        0 if unkept => Board::counting("nothing else is left over", &keys(sight, &does)),
        0 => Board::counting("nothing is left over", ""),
        many => Board::counting(format!("{many} left over"), &keys(sight, &does)),
    };
    if let Some(last) = &ritual.last {
        promised(&mut board, last, sight);
    }
    for (title, ends) in parts.into_iter().flatten() {
        if !ends.is_empty() {
            board.says(Line::part(title, vec![Span::dim(ends.len().to_string())]));
        }
        for end in ends {
            let item = open_step((end.account, end.step), (end.kind, &end.title), sight);
            board.holds(line(&end), format!("step {}", end.step.0), item);
        }
    }
    if board.len() == 0 && ritual.survey.is_some() {
        board.says(Line::prose("No promise, no late step, no meeting without outcome."));
    }
    board
}

fn promised(board: &mut Board, last: &Last, sight: &Sight<'_>) {
    let of = last.commitments.len();
    let done = last.commitments.iter().filter(|kept| kept.outcome == Outcome::Done).count();
    let on = weekday(last.review.opened_on, sight.today);
    let figure = match of {
        0 => format!("nothing, on {on}"),
        _ => format!("{done} of {of} done"),
    };
    board.says(Line::part(format!("Promised on {on}"), vec![Span::dim(figure)]));
    for kept in &last.commitments {
        let (sign, says) = match kept.outcome {
            Outcome::Done => (Span::healthy("▣"), Span::healthy(&kept.says)),
            Outcome::Late => (Span::risk("!"), Span::risk(&kept.says)),
            Outcome::Open => (Span::text("▢"), Span::dim(&kept.says)),
            Outcome::Dropped => (Span::dim("✕"), Span::dim(&kept.says)),
            Outcome::Unknown => (Span::dim("·"), Span::dim(&kept.says)),
        };
        let line = Line::row(vec![
            Cell::left(1, vec![sign]),
            Cell::rest(vec![Span::text(&kept.commitment.text)]),
            Cell::left(SAYS, vec![says]),
        ]);
        board.holds(line, format!("commitment {}", kept.commitment.id.0), item(kept, sight));
    }
}

/// What is open is done by its step; what has none can become one.
fn item(kept: &Kept, sight: &Sight<'_>) -> Item {
    let account = kept.commitment.account_id;
    match (kept.outcome, kept.commitment.step_id) {
        (Outcome::Open | Outcome::Late, Some(step)) => {
            open_step((account, step), (StepKind::Step, &kept.commitment.text), sight)
        }
        (Outcome::Unknown, _) | (_, None) => {
            let form = Subject::Step {
                account: account.map(|account| account.0),
                step: None,
                kind: StepKind::Step.to_string(),
                signal: None,
                about: None,
            };
            Item::about(account).opens(Action::Open, Opening::Form(form))
        }
        _ => Item::about(account),
    }
}

fn line(end: &LooseEnd) -> Line {
    let owner = end.owner.as_deref().unwrap_or("me");
    Line::row(vec![
        Cell::left(1, vec![Span::risk("!")]),
        whose(&end.name),
        Cell::rest(vec![Span::text(&end.title)]),
        Cell::left(12, vec![Span::dim(owner)]).from(if end.owner.is_some() { 0 } else { 100 }),
        Cell::left(SAYS, vec![Span::risk(&end.says)]),
    ])
}
