//! What a person can ask for, and what a screen asks for in return.

use crate::domain::cell::Id;

/// One act, whatever key, click or palette line it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    First,
    Last,
    NextGroup,
    PreviousGroup,
    NextPane,
    PreviousPane,
    NextTab,
    PreviousTab,
    /// Enter: into the account, a folded group opened.
    Open,
    /// Esc: out of the zoom, back to the list; never out of the program.
    Back,
    Zoom,
    NextSignal,
    MapView,
    Undo,
    Redo,
    Help,
    Redraw,
    Suspend,
    /// `q`: closes a layer, quits at the top.
    Quit,
    /// Ctrl-C: out, from anywhere.
    Leave,
}

/// What a screen wishes: it never opens a layer and never touches the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Another account is looked at: read its dossier.
    Account(Id),
    /// A page of an account's log, 0 = the newest.
    Log { account: Id, page: usize },
    /// One line for the person at the keyboard.
    Say(String),
}
