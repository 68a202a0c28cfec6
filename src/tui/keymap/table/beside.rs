//! What the keys do in the views beside the Book.

use super::{
    BACKSPACE, Binding, Context, DELETE, DOWN, END, ENTER, ESC, Group, HOME, LEFT, RIGHT, TAB, UP,
    bindings, on,
};
use crate::tui::action::{Action, What};
use crate::tui::key::{Code, Key};

/// In the order of the footer and the help.
pub const ROWS: &[Binding] = bindings! {
    Agenda: [UP, on('k')] Up, "line", Move, footer;
    Agenda: [DOWN, on('j')] Down, "line", Move, footer;
    Grid: [UP, on('k')] Up, "cell", Move, footer;
    Grid: [DOWN, on('j')] Down, "cell", Move, footer;
    Grid: [LEFT, on('h')] Left, "cell", Move, footer;
    Grid: [RIGHT, on('l')] Right, "cell", Move, footer;
    Grid: [Key::shift(Code::Up)] ExtendUp, "range", Move;
    Grid: [Key::shift(Code::Down)] ExtendDown, "range", Move;
    Grid: [Key::shift(Code::Left)] ExtendLeft, "range", Move;
    Grid: [Key::shift(Code::Right)] ExtendRight, "range", Move;
    Grid: [on('0')] Digit(0), "own score, 0 is 10", Change;
    Grid: [on('1')] Digit(1), "own score, 0 is 10", Change;
    Grid: [on('2')] Digit(2), "own score, 0 is 10", Change;
    Grid: [on('3')] Digit(3), "own score, 0 is 10", Change;
    Grid: [on('4')] Digit(4), "own score, 0 is 10", Change;
    Grid: [on('5')] Digit(5), "own score, 0 is 10", Change;
    Grid: [on('6')] Digit(6), "own score, 0 is 10", Change;
    Grid: [on('7')] Digit(7), "own score, 0 is 10", Change;
    Grid: [on('8')] Digit(8), "own score, 0 is 10", Change;
    Grid: [on('9')] Digit(9), "own score, 0 is 10", Change;
    Grid: [on('+')] Plus, "a point more", Change, footer;
    Grid: [on('-')] Minus, "a point less", Change, footer;
    Grid: [on('=')] StillTrue, "still true", Change, footer;
    Grid: [on('n')] Stale, "next stale or unknown", Look, footer;
    Grid: [TAB] NextPane, "page", Look, footer;
    Grid: [Key::shift(Code::Tab)] PreviousPane, "page before", Look;
    Grid: [ENTER] Open, "its record", Change, footer;
    Grid: [on('.')] Repeat, "the same again", Change, footer;
    Grid: [on('"')] Same, "as above", Change;
    Grid: [BACKSPACE, DELETE] Delete, "take the own score back", Change;
    Grid: [on('r')] Reason, "say why", Change;
    Grid: [on('v')] Mark, "range", Move;
    Grid: [on('V')] MarkAll, "the whole column", Move;
    Grid: [HOME, Key::ctrl(Code::Left)] First, "first column", Move;
    Grid: [END, Key::ctrl(Code::Right)] Last, "last column", Move;
    Grid: [Key::ctrl(Code::Up), on('{')] PreviousGroup, "first account", Move;
    Grid: [Key::ctrl(Code::Down), on('}')] NextGroup, "last account", Move;
    Basics: [on('"')] Same, "as above", Change, footer;
    Basics: [on('?')] Unknown, "nobody knows", Change, footer;
    Cell: [ENTER] Open, "take it", Move, footer;
    Cell: [ESC] Back, "as it was", Move, footer;
    Review: [on('f')] Fine, "fine", Change, footer;
    Review: [on('a')] Act, "act…", Change, footer;
    Review: [on('Z')] Later, "later", Change, footer;
    Review: [on('n')] New(What::Note), "note", Change, footer;
    Review: [RIGHT] Skip, "next", Move, footer;
    Review: [LEFT] Previous, "back", Move, footer;
    Review: [UP, on('k')] Up, "choose", Move, footer;
    Review: [DOWN, on('j')] Down, "choose", Move, footer;
    Review: [on('0')] Digit(0), "own Pulse, 0 is 10", Change;
    Review: [on('1')] Digit(1), "own Pulse, 0 is 10", Change;
    Review: [on('2')] Digit(2), "own Pulse, 0 is 10", Change;
    Review: [on('3')] Digit(3), "own Pulse, 0 is 10", Change;
    Review: [on('4')] Digit(4), "own Pulse, 0 is 10", Change;
    Review: [on('5')] Digit(5), "own Pulse, 0 is 10", Change;
    Review: [on('6')] Digit(6), "own Pulse, 0 is 10", Change;
    Review: [on('7')] Digit(7), "own Pulse, 0 is 10", Change;
    Review: [on('8')] Digit(8), "own Pulse, 0 is 10", Change;
    Review: [on('9')] Digit(9), "own Pulse, 0 is 10", Change;
    Review: [ENTER] Open, "open", Move, footer;
    Review: [TAB, on(']')] NextTab, "next stage", Move, footer;
    Review: [Key::shift(Code::Tab), on('[')] PreviousTab, "stage before", Move;
    Review: [on('A')] Add, "add…", Change;
    Review: [on('s')] New(What::Score), "own score of a factor", Change;
    Review: [on('D')] Drop, "drop the step", Change;
    Review: [on('*')] Everybody, "everybody", Look;
};
