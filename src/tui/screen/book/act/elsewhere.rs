//! What belongs to another view, asked for in the Book: the view is named.

use crate::tui::action::{Action, Wish};

/// None: it is no act of another view.
pub(super) fn elsewhere(action: Action) -> Option<Vec<Wish>> {
    let says = match action {
        Action::Fine | Action::Everybody | Action::Act => "That is for the review; R opens it.",
        Action::Plus | Action::Minus | Action::Same | Action::Unknown | Action::Reason => {
            "That is for the Grid; 4 opens it."
        }
        _ => return None,
    };
    Some(vec![Wish::Say(says.to_owned())])
}
