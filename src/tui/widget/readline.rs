//! What each act inside a text asks of the library that holds the text, in every line typed into.

use crate::tui::action::{Action, TextAct};
use tui_input::InputRequest;

/// None: the act is not one of a line.
#[must_use]
pub const fn request(action: Action) -> Option<InputRequest> {
    Some(match action {
        Action::Left => InputRequest::GoToPrevChar,
        Action::Right => InputRequest::GoToNextChar,
        Action::Text(act) => match act {
            TextAct::Start => InputRequest::GoToStart,
            TextAct::End => InputRequest::GoToEnd,
            TextAct::WordLeft => InputRequest::GoToPrevWord,
            TextAct::WordRight => InputRequest::GoToNextWord,
            TextAct::DeleteBack => InputRequest::DeletePrevChar,
            TextAct::DeleteForward => InputRequest::DeleteNextChar,
            TextAct::DeleteWordBack => InputRequest::DeletePrevWord,
            TextAct::DeleteWordForward => InputRequest::DeleteNextWord,
            TextAct::DeleteToStart => InputRequest::DeleteFromStart,
            TextAct::DeleteToEnd => InputRequest::DeleteTillEnd,
            TextAct::Yank => InputRequest::Yank,
            TextAct::Undo | TextAct::Redo | TextAct::NewLine => return None,
        },
        _ => return None,
    })
}
