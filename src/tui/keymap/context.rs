//! The places where keys are pressed, and which is asked after which.

/// Where a key is pressed. An inner context is asked before the ones around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// The list of accounts.
    List,
    /// The head of the account, with its signals.
    Head,
    /// Who we know.
    Map,
    Score,
    /// The plan's steps.
    Plan,
    /// The log of talks.
    Log,
    /// What the people say.
    Feedback,
    /// The contract and the revenue history.
    Money,
    /// Opportunities, and what is not bought yet.
    Expand,
    /// What is on file about the account beside all that.
    File,
    /// What was written of the account.
    History,
    /// The Book view of a book without accounts.
    Welcome,
    /// What falls due, day by day.
    Agenda,
    /// A page of the whole book.
    Whole,
    /// What clients say against what they pay.
    Quadrant,
    /// What became of the revenue of a period.
    Retention,
    /// What a quarter may bring.
    Quarter,
    /// Changes tried on a copy of the book.
    Suppose,
    /// The accounts and their factors.
    Grid,
    /// The page of the grid with ARR, days and next steps.
    Basics,
    /// A cell that is typed into.
    Cell,
    /// The weekly review.
    Review,
    /// A stage of the review beside its accounts.
    Stage,
    /// The last stage: the minutes as they stand.
    Closing,
    /// What is ahead before a review begins.
    Ahead,
    /// The minutes of the reviews before.
    Before,
    /// Any pane of the Book view.
    Book,
    /// Anywhere in the program, under no layer.
    Program,
    /// The menu of what can be added.
    Add,
    /// A form, in any of its fields.
    Form,
    /// A form's field that is typed into.
    Field,
    /// A form's field that is chosen from a list.
    Choice,
    /// A form's field of several lines.
    Lines,
    /// A page of beginning a book: what to do, row by row.
    Start,
    /// The line for the paths of files.
    Paths,
    /// The line that filters the list.
    Find,
    /// A playbook before it is started.
    Playbook,
    /// A playbook for several accounts before it is started.
    ForAll,
    /// What falls into an absence.
    Away,
    /// A line that is typed into, within a list.
    Typing,
    /// The line that says what happened.
    Capture,
    /// What to have at hand before a talk.
    Brief,
    /// An account as it was.
    AsOf,
    /// A list to choose from.
    Pick,
    /// What a number or a place is made of.
    Why,
    /// The score, explained: values can be tried.
    WhatIf,
    /// What a word of the trade means.
    Guide,
    /// People and steps that no account claims.
    Unlinked,
    /// The help: a list of all that can be done here.
    Help,
    /// A message that waits to be read.
    Message,
    /// Anywhere at all, under a layer, too.
    Always,
}

impl Context {
    pub const ALL: &[Self] = &[
        Self::List,
        Self::Head,
        Self::Map,
        Self::Score,
        Self::Plan,
        Self::Log,
        Self::Feedback,
        Self::Money,
        Self::Expand,
        Self::File,
        Self::History,
        Self::Welcome,
        Self::Agenda,
        Self::Whole,
        Self::Quadrant,
        Self::Retention,
        Self::Quarter,
        Self::Suppose,
        Self::Grid,
        Self::Basics,
        Self::Cell,
        Self::Review,
        Self::Stage,
        Self::Closing,
        Self::Ahead,
        Self::Before,
        Self::Book,
        Self::Program,
        Self::Add,
        Self::Form,
        Self::Field,
        Self::Choice,
        Self::Lines,
        Self::Start,
        Self::Paths,
        Self::Find,
        Self::Playbook,
        Self::ForAll,
        Self::Away,
        Self::Typing,
        Self::Capture,
        Self::Brief,
        Self::AsOf,
        Self::Pick,
        Self::Why,
        Self::WhatIf,
        Self::Guide,
        Self::Unlinked,
        Self::Help,
        Self::Message,
        Self::Always,
    ];

    /// The panes of the Book view.
    pub const PANES: &[Self] = &[
        Self::List,
        Self::Head,
        Self::Map,
        Self::Score,
        Self::Plan,
        Self::Log,
        Self::Feedback,
        Self::Money,
        Self::Expand,
        Self::File,
        Self::History,
    ];

    /// What the place is called, in the README and the help.
    #[must_use]
    pub const fn place(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Head => "head",
            Self::Map => "map",
            Self::Score => "score",
            Self::Plan => "plan",
            Self::Log => "log",
            Self::Feedback => "feedback",
            Self::Money => "money",
            Self::Expand => "expand",
            Self::File => "file",
            Self::History => "history",
            Self::Welcome => "empty book",
            Self::Agenda => "agenda",
            Self::Whole => "whole book",
            Self::Quadrant => "quadrant",
            Self::Retention => "retention",
            Self::Quarter => "forecast",
            Self::Suppose => "what if of the book",
            Self::Grid => "grid",
            Self::Basics => "basics",
            Self::Cell => "cell",
            Self::Review => "review",
            Self::Stage => "review stage",
            Self::Closing => "minutes",
            Self::Ahead => "review ahead",
            Self::Before => "minutes before",
            Self::Book => "any pane",
            Self::Program => "anywhere",
            Self::Add => "add menu",
            Self::Form => "form",
            Self::Field => "field",
            Self::Choice => "choice",
            Self::Lines => "lines",
            Self::Start => "beginning",
            Self::Paths => "paths",
            Self::Find => "filter",
            Self::Playbook => "playbook",
            Self::ForAll => "playbook for several",
            Self::Away => "absence",
            Self::Typing => "line",
            Self::Capture => "capture",
            Self::Brief => "brief",
            Self::AsOf => "as of",
            Self::Pick => "pick",
            Self::Why => "why",
            Self::WhatIf => "what if",
            Self::Guide => "guide",
            Self::Unlinked => "without account",
            Self::Help => "help",
            Self::Message => "message",
            Self::Always => "anywhere at all",
        }
    }

    /// The contexts that are asked for a key pressed in this one, innermost first.
    #[must_use]
    pub const fn chain(self) -> &'static [Self] {
        match self {
            Self::List => &[Self::List, Self::Book, Self::Program, Self::Always],
            Self::Head => &[Self::Head, Self::Book, Self::Program, Self::Always],
            Self::Map => &[Self::Map, Self::Book, Self::Program, Self::Always],
            Self::Score => &[Self::Score, Self::Book, Self::Program, Self::Always],
            Self::Plan => &[Self::Plan, Self::Book, Self::Program, Self::Always],
            Self::Log => &[Self::Log, Self::Book, Self::Program, Self::Always],
            Self::Feedback => &[Self::Feedback, Self::Book, Self::Program, Self::Always],
            Self::Money => &[Self::Money, Self::Book, Self::Program, Self::Always],
            Self::Expand => &[Self::Expand, Self::Book, Self::Program, Self::Always],
            Self::File => &[Self::File, Self::Book, Self::Program, Self::Always],
            Self::History => &[Self::History, Self::Book, Self::Program, Self::Always],
            Self::Welcome => &[Self::Welcome, Self::Program, Self::Always],
            Self::Agenda => &[Self::Agenda, Self::Book, Self::Program, Self::Always],
            Self::Whole => &[Self::Whole, Self::Book, Self::Program, Self::Always],
            Self::Quadrant => {
                &[Self::Quadrant, Self::Whole, Self::Book, Self::Program, Self::Always]
            }
            Self::Retention => {
                &[Self::Retention, Self::Whole, Self::Book, Self::Program, Self::Always]
            }
            Self::Quarter => &[Self::Quarter, Self::Whole, Self::Book, Self::Program, Self::Always],
            Self::Suppose => &[Self::Suppose, Self::Whole, Self::Book, Self::Program, Self::Always],
            Self::Grid => &[Self::Grid, Self::Book, Self::Program, Self::Always],
            Self::Basics => &[Self::Basics, Self::Book, Self::Program, Self::Always],
            Self::Cell => &[Self::Cell, Self::Field, Self::Always],
            Self::Review => &[Self::Review, Self::Book, Self::Program, Self::Always],
            Self::Stage => &[Self::Stage, Self::Book, Self::Program, Self::Always],
            Self::Closing => &[Self::Closing, Self::Book, Self::Program, Self::Always],
            Self::Ahead => &[Self::Ahead, Self::Book, Self::Program, Self::Always],
            Self::Before => &[Self::Before, Self::Book, Self::Program, Self::Always],
            Self::Book => &[Self::Book, Self::Program, Self::Always],
            Self::Program => &[Self::Program, Self::Always],
            Self::Add => &[Self::Add, Self::Always],
            Self::Form => &[Self::Form, Self::Always],
            Self::Field => &[Self::Field, Self::Form, Self::Always],
            Self::Choice => &[Self::Choice, Self::Field, Self::Form, Self::Always],
            Self::Lines => &[Self::Lines, Self::Field, Self::Form, Self::Always],
            Self::Start => &[Self::Start, Self::Always],
            Self::Paths => &[Self::Paths, Self::Start, Self::Always],
            Self::Find => &[Self::Find, Self::Field, Self::Always],
            Self::Playbook => &[Self::Playbook, Self::Always],
            Self::ForAll => &[Self::ForAll, Self::Always],
            Self::Away => &[Self::Away, Self::Always],
            Self::Typing => &[Self::Typing, Self::Field, Self::Always],
            Self::Capture => &[Self::Capture, Self::Field, Self::Always],
            Self::Brief => &[Self::Brief, Self::Always],
            Self::AsOf => &[Self::AsOf, Self::Always],
            Self::Pick => &[Self::Pick, Self::Always],
            Self::Why => &[Self::Why, Self::Always],
            Self::WhatIf => &[Self::WhatIf, Self::Why, Self::Always],
            Self::Guide => &[Self::Guide, Self::Always],
            Self::Unlinked => &[Self::Unlinked, Self::Pick, Self::Always],
            Self::Help => &[Self::Help, Self::Always],
            Self::Message => &[Self::Message, Self::Always],
            Self::Always => &[Self::Always],
        }
    }
}
