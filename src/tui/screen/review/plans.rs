//! Accounts whose cycle is over, whose plan slips, or that have none.
//!
//! ```text
//!    Enter open it · Z later · p playbook
//! ▸  Contoso              S   940k Cycle over since 20 Nov: 3 steps open.
//!    Litware              G   310k Plan slipping: 4 of 7 steps due were done on time.
//!    Adatum               G   280k No plan. What is this account for in the next 90 days?
//! ```

use super::about::{keys, survey, whose};
use super::board::{Board, Item, Press};
use crate::domain::money::Money;
use crate::domain::page::{Cell, Line, Span};
use crate::domain::review::plans::{PlanLine, Wrong};
use crate::tui::action::{Action, Opening, Wish};
use crate::tui::form::subject::Subject;
use crate::tui::screen::book::Sight;
use crate::tui::screen::view::At;
use crate::tui::widget::phrase;

#[must_use]
pub fn board(sight: &Sight<'_>) -> Board {
    let Some(survey) = survey(sight) else { return Board::default() };
    let mut board = match survey.plans.len() {
        0 => Board::counting("", "No cycle is over, no plan slips, none is missing."),
        many => {
            let does = [
                (Action::Open, "open it"),
                (Action::Later, "later"),
                (Action::Playbook, "playbook"),
            ];
            Board::counting(format!("{many} to look at"), &keys(sight, &does))
        }
    };
    for one in &survey.plans {
        board.holds(line(one), format!("plan of {}", one.account.0), item(one));
    }
    board
}

fn item(one: &PlanLine) -> Item {
    let account = one.account.0;
    let edit = Opening::Form(Subject::Plan { account, plan: one.plan.map(|plan| plan.0) });
    let end = Opening::Form(Subject::CycleEnd { account });
    let space = |says, opens: &Opening| Press::Does(says, vec![Wish::Open(opens.clone())]);
    let (signal, opens, space) = match one.wrong {
        Wrong::Over => ("plan-late", end.clone(), space("end the cycle", &end)),
        Wrong::Slipping => ("plan-slipping", edit.clone(), Press::Nothing),
        Wrong::Missing => ("no-plan", edit.clone(), space("plan", &edit)),
    };
    Item::at(Some(one.account), At::Signal(signal.to_owned()))
        .space(space)
        .opens(Action::Open, opens)
        .opens(Action::Edit, edit)
}

fn line(one: &PlanLine) -> Line {
    let tier = one.tier.map_or(phrase::UNKNOWN, |tier| tier.letter());
    let arr = one.arr.map_or_else(|| phrase::UNKNOWN.to_owned(), Money::short);
    let says = match one.wrong {
        Wrong::Over | Wrong::Slipping => one.says.clone(),
        Wrong::Missing => format!("No plan. {}", one.says),
    };
    Line::row(vec![
        whose(&one.name),
        Cell::left(1, vec![Span::dim(tier)]),
        Cell::right(6, vec![Span::text(arr)]),
        Cell::rest(vec![Span::text(says)]),
    ])
}
