//! What the keys do on the pages of the whole book.

use super::{
    BACKSPACE, Binding, Context, DELETE, DOWN, ENTER, ESC, Group, LEFT, RIGHT, TAB, UP, bindings,
    on,
};
use crate::tui::action::Action;
use crate::tui::key::{Code, Key};

/// In the order of the footer and the help.
pub const ROWS: &[Binding] = bindings! {
    Retention: [LEFT] Left, "period", Move, footer;
    Retention: [RIGHT] Right, "period", Move, footer;
    Retention: [on('+')] Plus, "longer, shorter", Move, footer;
    Retention: [on('-')] Minus, "longer, shorter", Move, footer;
    Retention: [on('L')] MapView, "tier", Look, footer;
    Retention: [on('e')] Edit, "which period", Look, footer;
    Quarter: [LEFT, on('h')] Left, "quarter before", Move, footer;
    Quarter: [RIGHT, on('l')] Right, "quarter after", Move, footer;
    Quarter: [on('y')] Copy, "copy five lines", Look, footer;
    Quadrant: [UP, on('k')] Up, "point", Move, footer;
    Quadrant: [DOWN, on('j')] Down, "point", Move, footer;
    Quadrant: [LEFT, on('h')] Left, "point", Move, footer;
    Quadrant: [RIGHT, on('l')] Right, "point", Move, footer;
    Quadrant: [on('+')] Plus, "next of the legend", Move;
    Quadrant: [on('-')] Minus, "the one before", Move;
    Suppose: [LEFT, on('h')] Left, "less, more", Move, footer;
    Suppose: [RIGHT, on('l')] Right, "less, more", Move, footer;
    Suppose: [ENTER] Open, "outcome", Move, footer;
    Suppose: [on('-')] Minus, "amount", Move, footer;
    Suppose: [on('+')] Plus, "amount", Move, footer;
    Suppose: [on('x'), BACKSPACE, DELETE] AsItWas, "as it is", Move, footer;
    Suppose: [ESC] Back, "all as it is", Move, footer;
    Suppose: [on('}'), Key::ctrl(Code::Down)] NextGroup, "next part", Move;
    Suppose: [on('{'), Key::ctrl(Code::Up)] PreviousGroup, "part before", Move;
    Whole: [UP, on('k')] Up, "line", Move, footer;
    Whole: [DOWN, on('j')] Down, "line", Move, footer;
    Whole: [TAB] NextPane, "page", Look, footer;
    Whole: [Key::shift(Code::Tab)] PreviousPane, "page before", Look;
    Whole: [ENTER] Open, "open", Change, footer;
    Whole: [on(' ')] Done, "done", Change, footer;
    Whole: [on('o')] ToBook, "in the Book", Move, footer;
};
