//! What the lines of several stages are made of: whose they are, and what their keys do with a step.

use super::board::{Item, Press};
use crate::desk::{Act, Commit};
use crate::domain::cell::Id;
use crate::domain::page::{Cell, Span};
use crate::domain::plan::step::{self, Field, StepKind, StepStatus};
use crate::domain::review::survey::Survey;
use crate::tui::action::{Action, Opening, Wish};
use crate::tui::form::subject::Subject;
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use crate::tui::screen::view::At;
use crate::tui::widget::phrase;

/// Columns of an account's name.
const NAME: u16 = 20;

/// The whole book gone through, once it was.
#[must_use]
pub fn survey<'a>(sight: &Sight<'a>) -> Option<&'a Survey> {
    sight.beside.ritual.as_ref()?.survey.as_ref()
}

/// What some keys do, in a line: `Space still true · d left`.
#[must_use]
pub fn keys(sight: &Sight<'_>, does: &[(Action, &str)]) -> String {
    let key = |action: Action| sight.keymap.key(Context::Review, action);
    let told = does.iter().filter_map(|(action, says)| Some(format!("{} {says}", key(*action)?)));
    told.collect::<Vec<_>>().join(" · ")
}

/// Whose line it is.
#[must_use]
pub fn whose(name: &str) -> Cell {
    let name = if name.is_empty() { phrase::UNKNOWN } else { name };
    Cell::left(NAME, vec![Span::text(name)])
}

/// The line above goes on.
#[must_use]
pub const fn same() -> Cell {
    Cell::left(NAME, Vec::new())
}

/// The name of an account of the book.
#[must_use]
pub fn name<'a>(account: Id, sight: &Sight<'a>) -> &'a str {
    let row = sight.whole.rows.iter().find(|row| row.account == account);
    row.map_or("", |row| row.name.as_str())
}

/// What the keys do with an open step: it is the book's where an account claims it.
#[must_use]
pub fn open_step(
    (account, step): (Option<Id>, Id),
    (kind, title): (StepKind, &str),
    sight: &Sight<'_>,
) -> Item {
    let held = if kind == StepKind::Meeting { "how it went" } else { "done" };
    let item = Item::at(account, At::Step(step));
    if account.is_some() {
        return item.space(Press::Book(held));
    }
    let fields = vec![Field::Status(StepStatus::Done), Field::DoneOn(Some(sight.today))];
    let changes = vec![step::Change::Edited { id: step, fields }.into()];
    let done = Commit::new(Act::edit(format!("{title} done"), None), changes);
    let step = step.0;
    let edit = Opening::Form(Subject::Step {
        account: None,
        step: Some(step),
        kind: kind.to_string(),
        signal: None,
        about: None,
    });
    let moved = Opening::Form(Subject::Moved { account: None, step });
    let dropped = Opening::Form(Subject::Dropped { account: None, step });
    item.space(Press::Does("done", vec![Wish::Commit(done)]))
        .opens(Action::Open, edit.clone())
        .opens(Action::Edit, edit)
        .opens(Action::MoveDay, moved)
        .opens(Action::Drop, dropped)
}
