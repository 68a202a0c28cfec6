//! What belongs to another view, asked for in the Book: it is gone to, or named.

use crate::tui::action::{Action, Deed, Wish};
use crate::tui::screen::view::View;

/// None: it is no act of another view.
pub(super) fn elsewhere(action: Action) -> Option<Vec<Wish>> {
    let says = match action {
        Action::Stale => {
            let grid = Wish::Program(Action::View(View::Grid));
            return Some(vec![grid, Wish::Do(Deed::Act(action))]);
        }
        Action::Fine | Action::Everybody | Action::Act => "That is for the review; R opens it.",
        Action::Plus | Action::Minus | Action::Same | Action::Unknown => {
            "That is for the Grid; 4 opens it."
        }
        _ => return None,
    };
    Some(vec![Wish::Say(says.to_owned())])
}
