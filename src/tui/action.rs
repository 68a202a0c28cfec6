//! What a person can ask for, and what a screen asks for in return.

mod moves;

use super::form::subject::Subject;
use super::layer::away::Leave;
use super::layer::cell::Begun;
use super::layer::pick::Pick;
use super::screen::view::View;
use super::several::Several;
use super::start::Start;
use crate::desk::{Commit, Job};
use crate::domain::account::Tier;
use crate::domain::account::own_score::Factor;
use crate::domain::cell::Id;
use crate::domain::contact::Level;
use crate::domain::grid::basics::Column;
use crate::domain::listing::{Listing, Sort};
use crate::domain::page::{Ground, Kind as RecordKind};
use crate::domain::playbook::Focus;
use crate::domain::retention::period::Period;
use chrono::NaiveDate;

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
    /// Enter: into the account, a folded group opened, what is chosen edited or filled.
    Open,
    /// Esc: out of the zoom, back to the list; never out of the program.
    Back,
    Zoom,
    NextSignal,
    MapView,

    /// The menu of what can be added.
    Add,
    New(What),
    /// What is chosen in the pane.
    Edit,
    /// What is chosen in the pane; a person leaves.
    Delete,
    /// Space: the step is done, the signal is dealt with.
    Done,
    /// Another day for the step.
    MoveDay,
    /// The step is not to be done, with a reason.
    Drop,
    /// Somebody else is to do the step.
    Hand,
    /// What falls into the absence ahead.
    Away,
    /// In an absence: all of it before, after, or to a colleague.
    AllBefore,
    AllAfter,
    AllCovered,
    /// Closes the plan's cycle: each open step is carried, dropped or done.
    EndCycle,
    /// The dated steps that answer the signal, before they are written.
    Playbook,
    /// The dated step that is proposed for the signal, at once.
    InHand,
    /// The signal rests until a day.
    Later,
    /// The signal is switched off for this account.
    NotHere,
    /// What was put off or switched off for this account, to be taken back.
    SwitchedOff,
    /// Whom the steps of the playbook are about: the next person.
    Whom,
    /// The record is as true as ever.
    StillTrue,
    /// A level for somebody who has none.
    Place,
    /// The proposed levels of this account.
    AcceptLevels,
    /// Everybody who is due is asked for feedback today.
    AskAll,
    /// An own score by one digit, 0 is 10.
    Digit(u8),
    /// The last deed again, here.
    Repeat,
    Mark,
    MarkAll,
    Tier,
    Archive,
    Undo,
    Redo,

    /// A line that says what happened.
    Capture,
    /// What to have at hand before a talk.
    Brief,
    /// What was written of the account.
    History,
    /// Something of the account into the clipboard.
    Copy,
    Find,
    Sort,
    GoTo,
    /// People and steps that no account claims.
    Unlinked,
    Why,
    /// Why the account stands where it stands.
    WhyHere,
    Mask,

    /// The checklist of a new book.
    Setup,
    Import,
    Demo,
    /// What was typed and not saved.
    Unsaved,
    PasteColumns,
    AcceptTiers,
    AllLevels,
    PulseDown,
    Currency,

    /// Writes what stands in the form.
    Save,
    NextField,
    PreviousField,
    /// The field in the user's own editor.
    Editor,
    /// Everything in the form as it was opened.
    AsItWas,
    /// An act inside a text.
    Text(TextAct),

    /// Another view.
    View(View),
    /// What the quarter may bring.
    Forecast,
    /// What moved this week, in sentences.
    Story,
    /// What is done about the account that is looked at: the proposed step first.
    Act,
    /// The account of the chosen line, in the Book.
    ToBook,
    /// The account is fine as it is: what is shown rests.
    Fine,
    /// On to the next one, undecided.
    Skip,
    /// Back to the one before.
    Previous,
    /// All accounts, due or not.
    Everybody,
    /// The next figure that is old or unknown.
    Stale,
    /// The range one cell up.
    ExtendUp,
    ExtendDown,
    ExtendLeft,
    ExtendRight,
    /// One point more.
    Plus,
    Minus,
    /// As in the cell above.
    Same,
    /// Nobody knows: the figure is taken back.
    Unknown,
    /// A word on an own score that wants one.
    Reason,

    Help,
    Redraw,
    Suspend,
    /// `q`: closes a layer, quits at the top.
    Quit,
    /// Ctrl-C: out, from anywhere.
    Leave,
}

/// To this account, in the Book.
#[must_use]
pub fn to_book(account: Id) -> Vec<Wish> {
    vec![Wish::Program(Action::View(View::Book)), Wish::Do(Deed::GoTo(account))]
}

/// What can be added by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    Account,
    Person,
    Talk,
    /// One line for the log.
    Note,
    Step,
    Meeting,
    Promise,
    Milestone,
    Plan,
    Priority,
    Revenue,
    Contract,
    Score,
    /// A record with a plain form.
    Record(RecordKind),
}

/// An act inside a text field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextAct {
    Start,
    End,
    WordLeft,
    WordRight,
    DeleteBack,
    DeleteForward,
    DeleteWordBack,
    DeleteWordForward,
    DeleteToStart,
    DeleteToEnd,
    /// What was deleted last comes back here.
    Yank,
    Undo,
    Redo,
    NewLine,
}

/// An act with all that was chosen for it: what a list to choose from answers with, and what `.`
/// does again.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// Any act that needs nothing chosen.
    Act(Action),
    /// For the marked accounts, else the one looked at.
    Tier(Option<Tier>),
    /// For the marked accounts, else the one looked at; false takes them back.
    Archive(bool),
    /// For good, with all that belongs to it.
    RemoveAccount(Id),
    Later {
        code: String,
        until: NaiveDate,
    },
    NotHere {
        code: String,
        until: Option<NaiveDate>,
    },
    /// All that can be done about the signal, to choose from.
    Answer {
        code: String,
    },
    /// The act that ends the signal.
    Settle {
        code: String,
    },
    Level {
        contact: Id,
        level: Option<Level>,
    },
    Score {
        factor: Factor,
        points: i64,
    },
    RemoveContact(Id),
    Sort(Sort),
    Filter(String),
    GoTo(Id),
    /// A cell of the basics is the chosen one.
    Cell(Id, Column),
    /// What was typed into a cell of the basics was taken.
    Taken(Column, String),
    /// The figures of another period are looked at.
    Period(Period),
}

/// What a screen or a layer wishes: it never opens a layer and never touches the store.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// Another account is looked at: read its dossier.
    Account(Id),
    /// A page of an account's log, 0 = the newest.
    Log { account: Id, page: usize },
    /// One line for the person at the keyboard.
    Say(String),
    /// Lay something over the view.
    Open(Opening),
    /// Write this, as one step.
    Commit(Commit),
    /// Do this to several steps or accounts, or ask what it needs first.
    Together(Several),
    /// Let the clerk do this.
    Ask(Job),
    /// Let the screen do this.
    Do(Deed),
    /// Show the list this way.
    List(Listing),
    /// What only the program as a whole can do.
    Program(Action),
    /// A text into the clipboard, and what is said of it.
    Copy { text: String, says: String },
    /// What was typed into this form is not wanted.
    Discard(Subject),
    /// The whole book gone through for the review.
    Survey,
    /// Another page of the view, another period: what it shows is read.
    Look,
}

/// What can be laid over the view.
#[derive(Clone, Debug, PartialEq)]
pub enum Opening {
    Form(Subject),
    Pick(Pick),
    /// What can be added; what the pane is for is chosen at first.
    Add(What),
    /// What was typed and not saved.
    Unsaved,
    /// People and steps that no account claims.
    Unlinked,
    /// Asks before these accounts go for good.
    Remove(Vec<Id>),
    /// A part of beginning a book.
    Start(Start),
    /// The line that filters the list, seen from this account.
    Find(Option<Id>),
    /// The dated steps of a playbook before it is started; without a name, the step proposed for
    /// the signal.
    Playbook {
        account: Id,
        signal: Option<String>,
        name: Option<String>,
        focus: Focus,
    },
    /// What a playbook comes to for each of several accounts, before it is started for all.
    PlaybookForAll {
        accounts: Vec<Id>,
        playbook: String,
    },
    /// What falls into an absence, to be moved or handed over.
    Away(Leave),
    /// The line that says what happened, of this account where it names no other.
    Capture(Option<Id>),
    Brief(Id),
    /// A cell of the grid, or as many below each other, to be typed into.
    Cell(Begun),
    /// Cells of a spreadsheet before they are written: in these rows, from one of them and a
    /// column on; a single cell fills so many rows.
    Paste {
        rows: Vec<Id>,
        from: (usize, Column),
        marked: usize,
        text: String,
    },
    /// The account as it was at the end of a day gone by.
    AsOf {
        account: Id,
        day: NaiveDate,
    },
    /// What of the account, or of these marked ones, is to be copied; what is chosen comes first.
    Copy {
        account: Id,
        marked: Vec<Id>,
        chosen: Option<(&'static str, Id)>,
    },
    /// What a word of the trade means.
    Guide(String),
    /// What a number of the account is made of.
    Why {
        account: Id,
        about: About,
    },
    /// What a figure of the whole book is made of.
    Ground(Ground),
}

/// What is to be explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// The score as a whole.
    Score,
    Factor(Factor),
    /// Its place in the list; the signal with this code is chosen, or the strongest.
    Place(Option<String>),
    /// A figure of a tab.
    Ground(Ground),
}
