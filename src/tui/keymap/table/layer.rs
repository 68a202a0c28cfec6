//! What the keys do in what lies over the view, and anywhere at all.

use super::{
    Binding, Context, DELETE, DOWN, END, ENTER, ESC, Group, HOME, LEFT, PAGE_DOWN, PAGE_UP, RIGHT,
    TAB, UP, bindings, ctrl, on,
};
use crate::tui::action::Action;

/// In the order of the footer and the help.
pub const ROWS: &[Binding] = bindings! {
    // A playbook before it is started.
    Playbook: [ENTER] Open, "start", Change, footer;
    Playbook: [UP, on('k')] Up, "step", Move, footer;
    Playbook: [DOWN, on('j')] Down, "step", Move, footer;
    Playbook: [on(' ')] Done, "leave out", Change, footer;
    Playbook: [LEFT, on('h')] Left, "a day", Change, footer;
    Playbook: [RIGHT, on('l')] Right, "a day", Change, footer;
    Playbook: [on('t')] MoveDay, "day", Change, footer;
    Playbook: [on('e')] Edit, "words", Change, footer;
    Playbook: [on('f')] Whom, "for whom", Change, footer;
    Playbook: [TAB, on('p')] NextPane, "all playbooks", Look, footer;
    Playbook: [ctrl('r')] AsItWas, "as it was", Change;
    Playbook: [PAGE_UP] PageUp, "page up", Move;
    Playbook: [PAGE_DOWN] PageDown, "page down", Move;
    Playbook: [HOME] First, "first", Move;
    Playbook: [END] Last, "last", Move;
    Playbook: [ESC, on('q')] Back, "close", Move, footer;
    ForAll: [ENTER] Open, "start", Change, footer;
    ForAll: [UP, on('k')] Up, "account", Move, footer;
    ForAll: [DOWN, on('j')] Down, "account", Move, footer;
    ForAll: [on(' ')] Done, "leave out", Change, footer;
    ForAll: [PAGE_UP] PageUp, "page up", Move;
    ForAll: [PAGE_DOWN] PageDown, "page down", Move;
    ForAll: [HOME] First, "first", Move;
    ForAll: [END] Last, "last", Move;
    ForAll: [ESC, on('q')] Back, "close", Move, footer;
    // What falls into an absence.
    Away: [LEFT, on('h')] Left, "before", Change, footer;
    Away: [RIGHT, on('l')] Right, "after", Change, footer;
    Away: [on(' ')] Done, "a colleague", Change, footer;
    Away: [on('f')] Whom, "another colleague", Change, footer;
    Away: [on('B')] AllBefore, "all before", Change, footer;
    Away: [on('A')] AllAfter, "all after", Change, footer;
    Away: [on('C')] AllCovered, "all to a colleague", Change;
    Away: [ENTER] Open, "write it", Change, footer;
    Away: [UP, on('k')] Up, "choose", Move, footer;
    Away: [DOWN, on('j')] Down, "choose", Move, footer;
    Away: [ctrl('r')] AsItWas, "as it was", Change;
    Away: [PAGE_UP] PageUp, "page up", Move;
    Away: [PAGE_DOWN] PageDown, "page down", Move;
    Away: [HOME] First, "first", Move;
    Away: [END] Last, "last", Move;
    Away: [ESC, on('q')] Back, "close", Move, footer;
    Typing: [ENTER] Open, "take it", Move, footer;
    Typing: [ESC] Back, "as it was", Move, footer;
    // A list to choose from.
    Pick: [UP] Up, "choose", Move, footer;
    Pick: [DOWN] Down, "choose", Move, footer;
    Pick: [PAGE_UP] PageUp, "page up", Move;
    Pick: [PAGE_DOWN] PageDown, "page down", Move;
    Pick: [HOME] First, "first", Move;
    Pick: [END] Last, "last", Move;
    Pick: [ENTER] Open, "take it", Move, footer;
    Pick: [ESC] Back, "close", Move, footer;
    // What a number is made of.
    Why: [UP, on('k')] Up, "choose", Move, footer;
    Why: [DOWN, on('j')] Down, "choose", Move, footer;
    WhatIf: [LEFT, on('h')] Left, "what if", Look, footer;
    WhatIf: [RIGHT, on('l')] Right, "what if", Look, footer;
    WhatIf: [on('x')] AsItWas, "as it is", Look, footer;
    Why: [ENTER] Open, "go in", Move, footer;
    Why: [TAB, on('w')] NextPane, "score or place", Look, footer;
    Why: [PAGE_UP] PageUp, "page up", Move;
    Why: [PAGE_DOWN] PageDown, "page down", Move;
    Why: [HOME] First, "first", Move;
    Why: [END] Last, "last", Move;
    Why: [ESC, on('q')] Back, "close", Move, footer;
    Guide: [UP, on('k')] Up, "choose", Move, footer;
    Guide: [DOWN, on('j')] Down, "choose", Move, footer;
    Guide: [ENTER] Open, "read on", Move, footer;
    Guide: [PAGE_UP] PageUp, "page up", Move;
    Guide: [PAGE_DOWN] PageDown, "page down", Move;
    Guide: [ESC, on('q'), on('?')] Back, "close", Move, footer;
    Unlinked: [DELETE] Delete, "put away in the archive", Change, footer;
    Program: [on('u')] Undo, "undo", Change, footer;
    Program: [on('U')] Redo, "redo", Change, footer;
    Program: [on('q')] Quit, "quit", Program, footer;
    Program: [on('?'), on(':'), ctrl('p')] Help, "help", Program, footer;
    Help: [UP] Up, "choose", Move, footer;
    Help: [DOWN] Down, "choose", Move, footer;
    Help: [PAGE_UP] PageUp, "page up", Move;
    Help: [PAGE_DOWN] PageDown, "page down", Move;
    Help: [HOME] First, "first", Move;
    Help: [END] Last, "last", Move;
    Help: [ENTER] Open, "do it", Move, footer;
    // No q: whoever types quit here would press u, i and t in the view.
    Help: [ESC, on('?')] Back, "close", Move, footer;
    Message: [UP, on('k')] Up, "scroll", Move;
    Message: [DOWN, on('j')] Down, "scroll", Move;
    Message: [PAGE_UP] PageUp, "page up", Move;
    Message: [PAGE_DOWN] PageDown, "page down", Move;
    Message: [ENTER, ESC, on('q'), on(' ')] Back, "close", Move, footer;
    Always: [ctrl('l')] Redraw, "draw the screen anew", Program;
    Always: [ctrl('z')] Suspend, "suspend, fg brings it back", Program;
    Always: [ctrl('c')] Leave, "quit from anywhere", Program;
};
