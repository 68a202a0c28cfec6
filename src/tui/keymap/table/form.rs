//! What the keys do in forms and lines that are typed into.

use super::{
    BACKSPACE, Binding, Context, DELETE, DOWN, END, ENTER, ESC, F4, Group, HOME, LEFT, PAGE_DOWN,
    PAGE_UP, RIGHT, TAB, UP, alt, bindings, ctrl, on,
};
use crate::tui::action::{Action, TextAct, What};
use crate::tui::key::{Code, Key};

/// In the order of the footer and the help.
pub const ROWS: &[Binding] = bindings! {
    // A form.
    Form: [TAB, DOWN] NextField, "field", Move, footer;
    Form: [Key::shift(Code::Tab), UP] PreviousField, "field before", Move;
    Form: [PAGE_UP] PageUp, "some fields up", Move;
    Form: [PAGE_DOWN] PageDown, "some fields down", Move;
    Form: [ENTER] Open, "next, on the last save", Move;
    Form: [ctrl('s')] Save, "save", Change, footer;
    Form: [F4] Editor, "editor", Change, footer;
    Form: [ctrl('r')] AsItWas, "as it was", Change, footer;
    Form: [ESC] Back, "close, keep the draft", Move, footer;
    Field: [LEFT, ctrl('b')] Left, "left", Move;
    Field: [RIGHT, ctrl('f')] Right, "right", Move;
    Field: [HOME, ctrl('a')] Text(TextAct::Start), "start", Move;
    Field: [END, ctrl('e')] Text(TextAct::End), "end", Move;
    Field: [Key::ctrl(Code::Left), alt('b')] Text(TextAct::WordLeft), "word left", Move;
    Field: [Key::ctrl(Code::Right), alt('f')] Text(TextAct::WordRight), "word right", Move;
    Field: [BACKSPACE, ctrl('h')] Text(TextAct::DeleteBack), "delete before", Change;
    Field: [DELETE, ctrl('d')] Text(TextAct::DeleteForward), "delete after", Change;
    Field: [ctrl('w'), Key::alt(Code::Backspace)] Text(TextAct::DeleteWordBack), "delete word before", Change;
    Field: [alt('d'), Key::ctrl(Code::Delete)] Text(TextAct::DeleteWordForward), "delete word after", Change;
    Field: [ctrl('u')] Text(TextAct::DeleteToStart), "delete to the start", Change;
    Field: [ctrl('k')] Text(TextAct::DeleteToEnd), "delete to the end", Change;
    Field: [ctrl('y')] Text(TextAct::Yank), "put back what was deleted", Change;
    Field: [ctrl('z')] Text(TextAct::Undo), "undo in the field", Change;
    Field: [alt('z')] Text(TextAct::Redo), "redo in the field", Change;
    Choice: [on(' ')] Mark, "show all, take one", Change, footer;
    Choice: [UP] Up, "choose", Move;
    Choice: [DOWN] Down, "choose", Move;
    Choice: [PAGE_UP] PageUp, "page up", Move;
    Choice: [PAGE_DOWN] PageDown, "page down", Move;
    Lines: [UP, ctrl('p')] Up, "line up", Move;
    Lines: [DOWN, ctrl('n')] Down, "line down", Move;
    Lines: [ENTER] Text(TextAct::NewLine), "new line", Change;
    // The line that filters the list.
    Find: [UP] Up, "account", Move, footer;
    Find: [DOWN] Down, "account", Move, footer;
    Find: [PAGE_UP] PageUp, "page up", Move;
    Find: [PAGE_DOWN] PageDown, "page down", Move;
    Find: [ENTER] Open, "keep the filter", Move, footer;
    Find: [ESC] Back, "as it was", Move, footer;
    // The line that says what happened, and the brief before it.
    Capture: [ENTER, ctrl('s')] Open, "write it", Change, footer;
    Capture: [TAB] NextField, "complete", Change, footer;
    Capture: [Key::shift(Code::Tab)] PreviousField, "the proposal before", Change;
    Capture: [ESC] Back, "close, keep the line", Move, footer;
    Brief: [UP, on('k')] Up, "choose", Move, footer;
    Brief: [DOWN, on('j')] Down, "choose", Move, footer;
    Brief: [PAGE_UP] PageUp, "page up", Move;
    Brief: [PAGE_DOWN] PageDown, "page down", Move;
    Brief: [HOME] First, "first", Move;
    Brief: [END] Last, "last", Move;
    Brief: [ENTER] Open, "open it", Change, footer;
    Brief: [on('c')] Capture, "log a talk", Change, footer;
    Brief: [on('y')] Copy, "copy", Look, footer;
    Brief: [ESC, on('q'), on('b')] Back, "close", Move, footer;
    // An account as it was.
    AsOf: [LEFT, on('h')] Left, "review before", Move, footer;
    AsOf: [RIGHT, on('l')] Right, "review after", Move, footer;
    AsOf: [UP, on('k')] Up, "scroll", Move, footer;
    AsOf: [DOWN, on('j')] Down, "scroll", Move, footer;
    AsOf: [PAGE_UP] PageUp, "page up", Move;
    AsOf: [PAGE_DOWN] PageDown, "page down", Move;
    AsOf: [ESC, ENTER, on('q')] Back, "close", Move, footer;
    // The ways to begin, and the pages of it.
    Welcome: [UP, on('k')] Up, "choose", Move, footer;
    Welcome: [DOWN, on('j')] Down, "choose", Move, footer;
    Welcome: [ENTER] Open, "begin", Move, footer;
    Welcome: [on('a')] New(What::Account), "first account", Start;
    Paths: [TAB] NextField, "complete", Move, footer;
    Start: [UP] Up, "choose", Move, footer;
    Start: [DOWN] Down, "choose", Move, footer;
    Start: [PAGE_UP] PageUp, "page up", Move;
    Start: [PAGE_DOWN] PageDown, "page down", Move;
    Start: [HOME] First, "first", Move;
    Start: [END] Last, "last", Move;
    Start: [ENTER] Open, "go on", Move, footer;
    Start: [ESC] Back, "close", Move, footer;
};
