//! What the keys do in the views beside the Book.

use super::{Binding, Context, DOWN, ENTER, ESC, Group, LEFT, RIGHT, UP, bindings, on};
use crate::tui::action::Action;
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
    Grid: [on('n')] Stale, "next old or unknown figure", Look, footer;
    Basics: [on('"')] Same, "as above", Change, footer;
    Basics: [on('?')] Unknown, "nobody knows", Change, footer;
    Cell: [ENTER] Open, "take it", Move, footer;
    Cell: [ESC] Back, "as it was", Move, footer;
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
    Review: [on('f')] Fine, "fine", Change, footer;
    Review: [RIGHT] Skip, "skip", Move, footer;
    Review: [LEFT] Previous, "back", Move, footer;
    Review: [on('*')] Everybody, "everybody", Look;
};
