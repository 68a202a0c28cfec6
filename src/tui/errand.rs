//! What the application cannot do itself: what only the shell can, and what has to be read first.

use super::action::Opening;
use super::form::subject::Subject;
use super::several::Several;
use crate::desk::Job;
use crate::domain::cell::Id;

/// What only the shell can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Errand {
    Leave,
    Suspend,
    Redraw,
    /// Leave this book for the demo book.
    Demo,
    /// The clerk's.
    Ask(Job),
    /// This text into the clipboard of the terminal.
    Copy(String),
    /// Let the user's own editor change this text; it comes back by [`super::app::App::edited`].
    Editor(String),
}

/// What was wished for and not read yet. The last wish stands: two hundred moves read once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wished {
    pub account: Option<Id>,
    /// Account and page.
    pub log: Option<(Id, usize)>,
    /// To be laid over the view, once what it needs is read.
    pub openings: Vec<Opening>,
    /// To be done to several, once what they hold is read.
    pub together: Vec<Several>,
    /// Everything, since what may be shown of it has changed.
    pub anew: bool,
    /// What the view beside the Book shows.
    pub view: bool,
    /// Drafts that are not wanted.
    pub discards: Vec<Subject>,
}
