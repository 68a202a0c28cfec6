//! All bindings there are, in the order in which footer and help show them: one line each.

use super::{Binding, Context, Group};
use crate::domain::page::Kind;
use crate::tui::action::{Action, TextAct, What};
use crate::tui::key::{Code, Key};

/// Place, keys (the first is shown, the others are silent extras; none: found in the help alone),
/// act, label, heading in the help, and whether the footer shows it.
macro_rules! bindings {
    ($($place:ident: [$($key:expr),*] $act:ident $(($what:expr))?, $label:literal, $group:ident $(, $footer:ident)?;)*) => {
        &[$(Binding {
            context: Context::$place,
            keys: &[$($key),*],
            action: Action::$act $(($what))?,
            label: $label,
            group: Group::$group,
            footer: bindings!(@ $($footer)?),
        }),*]
    };
    (@ footer) => { true };
    (@) => { false };
}

const UP: Key = Key::of(Code::Up);
const DOWN: Key = Key::of(Code::Down);
const LEFT: Key = Key::of(Code::Left);
const RIGHT: Key = Key::of(Code::Right);
const ENTER: Key = Key::of(Code::Enter);
const ESC: Key = Key::of(Code::Esc);
const TAB: Key = Key::of(Code::Tab);
const BACKSPACE: Key = Key::of(Code::Backspace);
const DELETE: Key = Key::of(Code::Delete);
const HOME: Key = Key::of(Code::Home);
const END: Key = Key::of(Code::End);
const PAGE_UP: Key = Key::of(Code::PageUp);
const PAGE_DOWN: Key = Key::of(Code::PageDown);
const F4: Key = Key::of(Code::F(4));

/// A letter, a digit, a sign.
const fn on(letter: char) -> Key {
    Key::letter(letter)
}

const fn ctrl(letter: char) -> Key {
    Key::ctrl(Code::Char(letter))
}

const fn alt(letter: char) -> Key {
    Key::alt(Code::Char(letter))
}

/// The table.
pub const BINDINGS: &[Binding] = bindings! {
    List: [UP, on('k')] Up, "account", Move, footer;
    List: [DOWN, on('j')] Down, "account", Move, footer;
    Head: [UP, on('k')] Up, "signal", Move, footer;
    Head: [DOWN, on('j')] Down, "signal", Move, footer;
    Map: [UP, on('k')] Up, "level", Move, footer;
    Map: [DOWN, on('j')] Down, "level", Move, footer;
    Map: [LEFT, on('h')] Left, "seat", Move, footer;
    Map: [RIGHT, on('l')] Right, "seat", Move, footer;
    Map: [on('L')] MapView, "view", Look, footer;
    Score: [UP, on('k')] Up, "factor", Move, footer;
    Score: [DOWN, on('j')] Down, "factor", Move, footer;
    Plan: [UP, on('k')] Up, "step", Move, footer;
    Plan: [DOWN, on('j')] Down, "step", Move, footer;
    Log: [UP, on('k')] Up, "talk", Move, footer;
    Log: [DOWN, on('j')] Down, "talk", Move, footer;
    Money: [UP, on('k')] Up, "entry", Move, footer;
    Money: [DOWN, on('j')] Down, "entry", Move, footer;
    Feedback: [UP, on('k')] Up, "line", Move, footer;
    Feedback: [DOWN, on('j')] Down, "line", Move, footer;
    Expand: [UP, on('k')] Up, "line", Move, footer;
    Expand: [DOWN, on('j')] Down, "line", Move, footer;
    File: [UP, on('k')] Up, "line", Move, footer;
    File: [DOWN, on('j')] Down, "line", Move, footer;
    Plan: [LEFT, on('h')] PreviousTab, "tab", Move, footer;
    Plan: [RIGHT, on('l')] NextTab, "tab", Move, footer;
    Log: [LEFT, on('h')] PreviousTab, "tab", Move, footer;
    Log: [RIGHT, on('l')] NextTab, "tab", Move, footer;
    Money: [LEFT, on('h')] PreviousTab, "tab", Move, footer;
    Money: [RIGHT, on('l')] NextTab, "tab", Move, footer;
    Feedback: [LEFT, on('h')] PreviousTab, "tab", Move, footer;
    Feedback: [RIGHT, on('l')] NextTab, "tab", Move, footer;
    Expand: [LEFT, on('h')] PreviousTab, "tab", Move, footer;
    Expand: [RIGHT, on('l')] NextTab, "tab", Move, footer;
    File: [LEFT, on('h')] PreviousTab, "tab", Move, footer;
    File: [RIGHT, on('l')] NextTab, "tab", Move, footer;
    Plan: [on(' ')] Done, "done", Change, footer;
    Plan: [on('t')] MoveDay, "another day", Change, footer;
    Plan: [on('D')] Drop, "drop the step", Change, footer;
    Plan: [on('f')] Hand, "who does the step", Change;
    Plan: [on('v')] Mark, "mark the step", Change;
    Plan: [on('V')] MarkAll, "mark all open steps", Change;
    Book: [TAB] NextPane, "pane", Move, footer;
    Book: [Key::shift(Code::Tab)] PreviousPane, "previous pane", Move;
    List: [ENTER] Open, "open", Move, footer;
    Book: [ESC] Back, "back", Move;
    Book: [PAGE_UP] PageUp, "page up", Move;
    Book: [PAGE_DOWN] PageDown, "page down", Move;
    Book: [HOME] First, "first", Move;
    Book: [END] Last, "last", Move;
    Book: [Key::ctrl(Code::Up), on('{')] PreviousGroup, "previous group of accounts", Move;
    Book: [Key::ctrl(Code::Down), on('}')] NextGroup, "next group of accounts", Move;
    Book: [on('[')] PreviousTab, "previous tab", Look;
    Book: [on(']')] NextTab, "next tab", Look;
    // Adding and changing.
    Book: [on('c')] Capture, "log a talk", Change, footer;
    Book: [on('a')] Add, "add…", Change, footer;
    Book: [on('e')] Edit, "edit", Change, footer;
    Book: [on('d')] Delete, "delete / left", Change;
    Map: [ENTER] Open, "edit or fill", Change, footer;
    Head: [ENTER] Open, "act on it", Change, footer;
    Score: [ENTER] Open, "why", Change, footer;
    Plan: [ENTER] Open, "edit", Change;
    Log: [ENTER] Open, "read and edit", Change, footer;
    Money: [ENTER] Open, "edit", Change;
    Feedback: [ENTER] Open, "edit", Change;
    Feedback: [on('I')] AskAll, "ask all due", Change, footer;
    Expand: [ENTER] Open, "edit", Change;
    File: [ENTER] Open, "edit", Change;
    Book: [on(' ')] Done, "done", Change, footer;
    Book: [on('t')] MoveDay, "move to another day", Change;
    Plan: [] EndCycle, "end the cycle of the plan", Change;
    Book: [on('p')] Playbook, "playbook", Change, footer;
    Book: [on('i')] InHand, "take the signal in hand", Change;
    Book: [] New(What::Record(Kind::Outcome)), "contract renewed or lost", Change;
    Book: [on('Z')] Later, "signal: later", Change;
    Book: [on('N')] NotHere, "signal: not here", Change;
    Book: [] SwitchedOff, "signals put off or switched off here", Look;
    Book: [on('=')] StillTrue, "still true", Change;
    Book: [] Place, "place somebody on the map", Change;
    Map: [on('A')] AcceptLevels, "accept the proposed levels", Change;
    Program: [] Unlinked, "people and steps without account", Look;
    Score: [on('0')] Digit(0), "own score, 0 is 10", Change;
    Score: [on('1')] Digit(1), "own score, 0 is 10", Change;
    Score: [on('2')] Digit(2), "own score, 0 is 10", Change;
    Score: [on('3')] Digit(3), "own score, 0 is 10", Change;
    Score: [on('4')] Digit(4), "own score, 0 is 10", Change;
    Score: [on('5')] Digit(5), "own score, 0 is 10", Change;
    Score: [on('6')] Digit(6), "own score, 0 is 10", Change;
    Score: [on('7')] Digit(7), "own score, 0 is 10", Change;
    Score: [on('8')] Digit(8), "own score, 0 is 10", Change;
    Score: [on('9')] Digit(9), "own score, 0 is 10", Change;
    Book: [on('.')] Repeat, "the last deed again, here", Change;
    Book: [on('v')] Mark, "mark the account", Change;
    Book: [on('V')] MarkAll, "mark all that are shown", Change;
    Book: [] Tier, "tier…", Change;
    Book: [] Archive, "put away in the archive", Change;
    Book: [on('s')] Sort, "sort…", Look;
    Book: [on('g')] GoTo, "go to an account", Look;
    Book: [on('w')] Why, "why", Look, footer;
    Book: [on('b')] Brief, "brief", Look, footer;
    Book: [on('y')] Copy, "copy…", Look;
    Book: [on('/')] Find, "find", Look, footer;
    Book: [on('n')] NextSignal, "next signal", Look, footer;
    Book: [on('L')] MapView, "map view", Look, footer;
    Book: [on('z')] Zoom, "zoom", Look, footer;
    Book: [] WhyHere, "why the account stands here", Look;
    Program: [on('m')] Mask, "hide names and money", Look;
    Program: [on('S')] Setup, "set up the book, step by step", Start;
    Program: [] Import, "import files", Start;
    Program: [] PasteColumns, "paste columns from a spreadsheet", Start;
    Program: [] AcceptTiers, "accept the suggested tiers", Start;
    Program: [] AllLevels, "accept proposed levels in all accounts", Start;
    Program: [] PulseDown, "Pulse down the list", Start;
    Program: [] Currency, "currency of the book", Start;
    Program: [] Unsaved, "what was typed and not saved", Change;
    Program: [] Demo, "open the demo book", Start;
    Add: [on('s')] New(What::Step), "step", Add;
    Add: [on('m')] New(What::Meeting), "meeting", Add;
    Add: [on('P')] New(What::Promise), "promise", Add;
    Add: [on('M')] New(What::Milestone), "milestone", Add;
    Add: [on('l')] New(What::Plan), "plan of 90 days", Add;
    Add: [on('y')] New(What::Priority), "priority of the plan", Add;
    Add: [on('p')] New(What::Person), "person", Add;
    Add: [on('t')] New(What::Talk), "talk", Add;
    Add: [on('f')] New(What::Record(Kind::Answer)), "feedback", Add;
    Add: [on('i')] New(What::Record(Kind::Invitation)), "asked for feedback", Add;
    Add: [on('A')] New(What::Record(Kind::Ask)), "advocate asked for a favour", Add;
    Add: [on('T')] New(What::Record(Kind::TeamMember)), "our team: a colleague", Add;
    Add: [on('S')] New(What::Record(Kind::SponsorPair)), "sponsor pair", Add;
    Add: [on('C')] New(What::Record(Kind::Colleague)), "colleague on our side", Add;
    Add: [on('a')] New(What::Account), "account", Add;
    Add: [on('z')] New(What::Record(Kind::Away)), "away from … to …", Add;
    Add: [on('o')] New(What::Record(Kind::Opportunity)), "opportunity", Add;
    Add: [on('v')] New(What::Record(Kind::ValueItem)), "value delivered", Add;
    Add: [on('g')] New(What::Record(Kind::Goal)), "goal of theirs", Add;
    Add: [on('d')] New(What::Record(Kind::Discovery)), "discovery", Add;
    Add: [on('L')] New(What::Record(Kind::Loyalty)), "loyalty step", Add;
    Add: [on('G')] New(What::Record(Kind::Qualification)), "growth realistic or not", Add;
    Add: [on('w')] New(What::Record(Kind::Whitespace)), "what they do not buy yet", Add;
    Add: [on('U')] New(What::Record(Kind::Unit)), "unit of theirs", Add;
    Add: [on('O')] New(What::Record(Kind::Offering)), "offering of ours", Add;
    Add: [on('r')] New(What::Revenue), "revenue entry", Add;
    Add: [on('c')] New(What::Contract), "contract", Add;
    Add: [on('F')] New(What::Record(Kind::Forecast)), "my forecast", Add;
    Add: [on('h')] New(What::Score), "own score", Add;
    Add: [on('u')] New(What::Record(Kind::Metric)), "usage, tickets, invoices", Add;
    Add: [on('R')] New(What::Record(Kind::RiskReview)), "risk review", Add;
    Add: [] New(What::Record(Kind::Perceived)), "perceived value", Add;
    Add: [] New(What::Record(Kind::Closing)), "complaint closed by hand", Add;
    Add: [] New(What::Record(Kind::Silence)), "signal off here", Add;
    Add: [] New(What::Record(Kind::TierSilence)), "signal off for a tier", Add;
    Add: [] New(What::Record(Kind::Communication)), "communication plan", Add;
    Add: [] New(What::Record(Kind::Agreement)), "feedback agreement", Add;
    Add: [] New(What::Record(Kind::Loss)), "account lost", Add;
    Add: [UP, on('k')] Up, "choose", Move, footer;
    Add: [DOWN, on('j')] Down, "choose", Move, footer;
    Add: [LEFT] Left, "other column", Move;
    Add: [RIGHT] Right, "other column", Move;
    Add: [ENTER] Open, "add it", Move, footer;
    Add: [ESC, on('q')] Back, "close", Move, footer;
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
