//! The one table of bindings: it dispatches keys, writes the footer, the help and the README.

use super::action::{Action, TextAct, What};
use super::key::{Code, Key};

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
    /// A list to choose from.
    Pick,
    /// The help: a list of all that can be done here.
    Help,
    /// A message that waits to be read.
    Message,
    /// Anywhere at all, under a layer, too.
    Always,
}

impl Context {
    /// What the place is called, in the README and the config file.
    #[must_use]
    pub const fn place(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Head => "head",
            Self::Map => "map",
            Self::Score => "score",
            Self::Plan => "plan",
            Self::Log => "log",
            Self::Book => "any pane",
            Self::Program => "anywhere",
            Self::Add => "add menu",
            Self::Form => "form",
            Self::Field => "field",
            Self::Choice => "choice",
            Self::Lines => "lines",
            Self::Pick => "pick",
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
            Self::Book => &[Self::Book, Self::Program, Self::Always],
            Self::Program => &[Self::Program, Self::Always],
            Self::Add => &[Self::Add, Self::Always],
            Self::Form => &[Self::Form, Self::Always],
            Self::Field => &[Self::Field, Self::Form, Self::Always],
            Self::Choice => &[Self::Choice, Self::Field, Self::Form, Self::Always],
            Self::Lines => &[Self::Lines, Self::Field, Self::Form, Self::Always],
            Self::Pick => &[Self::Pick, Self::Always],
            Self::Help => &[Self::Help, Self::Always],
            Self::Message => &[Self::Message, Self::Always],
            Self::Always => &[Self::Always],
        }
    }
}

/// The heading under which the help lists a binding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Move,
    Look,
    Add,
    Change,
    Start,
    Program,
}

impl Group {
    /// In the order of the help.
    pub const ALL: [Self; 6] =
        [Self::Move, Self::Look, Self::Add, Self::Change, Self::Start, Self::Program];

    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Move => "Move",
            Self::Look => "Look",
            Self::Add => "Add",
            Self::Change => "Change",
            Self::Start => "Begin a book",
            Self::Program => "Program",
        }
    }
}

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    pub context: Context,
    /// The first is the one that is shown; the others are silent extras. None: it is found in the
    /// help alone.
    pub keys: &'static [Key],
    pub action: Action,
    /// What it does, in a few words; neighbours with the same label share a place in the footer.
    pub label: &'static str,
    pub group: Group,
    /// Shown in the footer where there is room.
    pub footer: bool,
}

const fn binding(
    context: Context,
    keys: &'static [Key],
    action: Action,
    label: &'static str,
    group: Group,
    footer: bool,
) -> Binding {
    Binding { context, keys, action, label, group, footer }
}

const UP: &[Key] = &[Key::of(Code::Up), Key::letter('k')];
const DOWN: &[Key] = &[Key::of(Code::Down), Key::letter('j')];
const LEFT: &[Key] = &[Key::of(Code::Left), Key::letter('h')];
const RIGHT: &[Key] = &[Key::of(Code::Right), Key::letter('l')];

/// All bindings there are, in the order in which footer and help show them.
pub const BINDINGS: &[Binding] = &[
    binding(Context::List, UP, Action::Up, "account", Group::Move, true),
    binding(Context::List, DOWN, Action::Down, "account", Group::Move, true),
    binding(Context::Head, UP, Action::Up, "signal", Group::Move, true),
    binding(Context::Head, DOWN, Action::Down, "signal", Group::Move, true),
    binding(Context::Map, UP, Action::Up, "level", Group::Move, true),
    binding(Context::Map, DOWN, Action::Down, "level", Group::Move, true),
    binding(Context::Map, LEFT, Action::Left, "seat", Group::Move, true),
    binding(Context::Map, RIGHT, Action::Right, "seat", Group::Move, true),
    binding(Context::Score, UP, Action::Up, "factor", Group::Move, true),
    binding(Context::Score, DOWN, Action::Down, "factor", Group::Move, true),
    binding(Context::Plan, UP, Action::Up, "step", Group::Move, true),
    binding(Context::Plan, DOWN, Action::Down, "step", Group::Move, true),
    binding(Context::Log, UP, Action::Up, "talk", Group::Move, true),
    binding(Context::Log, DOWN, Action::Down, "talk", Group::Move, true),
    binding(Context::Plan, LEFT, Action::PreviousTab, "tab", Group::Move, true),
    binding(Context::Plan, RIGHT, Action::NextTab, "tab", Group::Move, true),
    binding(Context::Log, LEFT, Action::PreviousTab, "tab", Group::Move, true),
    binding(Context::Log, RIGHT, Action::NextTab, "tab", Group::Move, true),
    binding(Context::Book, &[Key::of(Code::Tab)], Action::NextPane, "pane", Group::Move, true),
    binding(
        Context::Book,
        &[Key::shift(Code::Tab)],
        Action::PreviousPane,
        "previous pane",
        Group::Move,
        false,
    ),
    binding(Context::List, &[Key::of(Code::Enter)], Action::Open, "open", Group::Move, true),
    binding(Context::Book, &[Key::of(Code::Esc)], Action::Back, "back", Group::Move, false),
    binding(Context::Book, &[Key::of(Code::PageUp)], Action::PageUp, "page up", Group::Move, false),
    binding(
        Context::Book,
        &[Key::of(Code::PageDown)],
        Action::PageDown,
        "page down",
        Group::Move,
        false,
    ),
    binding(Context::Book, &[Key::of(Code::Home)], Action::First, "first", Group::Move, false),
    binding(Context::Book, &[Key::of(Code::End)], Action::Last, "last", Group::Move, false),
    binding(
        Context::Book,
        &[Key::ctrl(Code::Up), Key::letter('{')],
        Action::PreviousGroup,
        "previous group of accounts",
        Group::Move,
        false,
    ),
    binding(
        Context::Book,
        &[Key::ctrl(Code::Down), Key::letter('}')],
        Action::NextGroup,
        "next group of accounts",
        Group::Move,
        false,
    ),
    binding(
        Context::Book,
        &[Key::letter('n')],
        Action::NextSignal,
        "next signal",
        Group::Look,
        true,
    ),
    binding(Context::Book, &[Key::letter('L')], Action::MapView, "map view", Group::Look, true),
    binding(
        Context::Book,
        &[Key::letter('[')],
        Action::PreviousTab,
        "previous tab",
        Group::Look,
        false,
    ),
    binding(Context::Book, &[Key::letter(']')], Action::NextTab, "next tab", Group::Look, false),
    binding(Context::Book, &[Key::letter('z')], Action::Zoom, "zoom", Group::Look, true),
    // Adding and changing.
    binding(Context::Book, &[Key::letter('a')], Action::Add, "add…", Group::Change, true),
    binding(Context::Book, &[Key::letter('e')], Action::Edit, "edit", Group::Change, true),
    binding(
        Context::Book,
        &[Key::letter('d')],
        Action::Delete,
        "delete / left",
        Group::Change,
        false,
    ),
    binding(
        Context::Map,
        &[Key::of(Code::Enter)],
        Action::Open,
        "edit or fill",
        Group::Change,
        true,
    ),
    binding(Context::Head, &[Key::of(Code::Enter)], Action::Open, "act on it", Group::Change, true),
    binding(Context::Score, &[Key::of(Code::Enter)], Action::Open, "why", Group::Change, true),
    binding(Context::Plan, &[Key::of(Code::Enter)], Action::Open, "edit", Group::Change, true),
    binding(
        Context::Log,
        &[Key::of(Code::Enter)],
        Action::Open,
        "read and edit",
        Group::Change,
        true,
    ),
    binding(Context::Book, &[Key::letter(' ')], Action::Done, "done", Group::Change, true),
    binding(
        Context::Book,
        &[Key::letter('t')],
        Action::MoveDay,
        "move to another day",
        Group::Change,
        false,
    ),
    binding(Context::Plan, &[], Action::Drop, "drop the step, with a reason", Group::Change, false),
    binding(
        Context::Plan,
        &[],
        Action::EndCycle,
        "end the cycle of the plan",
        Group::Change,
        false,
    ),
    binding(
        Context::Book,
        &[Key::letter('p')],
        Action::InHand,
        "take the signal in hand",
        Group::Change,
        false,
    ),
    binding(
        Context::Book,
        &[Key::letter('Z')],
        Action::Later,
        "signal: later",
        Group::Change,
        false,
    ),
    binding(
        Context::Book,
        &[Key::letter('N')],
        Action::NotHere,
        "signal: not here",
        Group::Change,
        false,
    ),
    binding(
        Context::Book,
        &[Key::letter('=')],
        Action::StillTrue,
        "still true",
        Group::Change,
        false,
    ),
    binding(Context::Book, &[], Action::Place, "place somebody on the map", Group::Change, false),
    binding(
        Context::Book,
        &[],
        Action::AcceptLevels,
        "accept the proposed levels",
        Group::Change,
        false,
    ),
    binding(
        Context::Score,
        &[Key::letter('0')],
        Action::Digit(0),
        "own score, 0 is 10",
        Group::Change,
        false,
    ),
    binding(
        Context::Score,
        &[Key::letter('1')],
        Action::Digit(1),
        "own score, 0 is 10",
        Group::Change,
        false,
    ),
    binding(
        Context::Score,
        &[Key::letter('2')],
        Action::Digit(2),
        "own score, 0 is 10",
        Group::Change,
        false,
    ),
    binding(
        Context::Score,
        &[Key::letter('3')],
        Action::Digit(3),
        "own score, 0 is 10",
        Group::Change,
        false,
    ),
    binding(
        Context::Score,
        &[Key::letter('4')],
        Action::Digit(4),
        "own score, 0 is 10",
        Group::Change,
        false,
    ),
    binding(
        Context::Score,
        &[Key::letter('5')],
        Action::Digit(5),
        "own score, 0 is 10",
        Group::Change,
        false,
    ),
    binding(
        Context::Score,
        &[Key::letter('6')],
        Action::Digit(6),
        "own score, 0 is 10",
        Group::Change,
        false,
    ),
    binding(
        Context::Score,
        &[Key::letter('7')],
        Action::Digit(7),
        "own score, 0 is 10",
        Group::Change,
        false,
    ),
    binding(
        Context::Score,
        &[Key::letter('8')],
        Action::Digit(8),
        "own score, 0 is 10",
        Group::Change,
        false,
    ),
    binding(
        Context::Score,
        &[Key::letter('9')],
        Action::Digit(9),
        "own score, 0 is 10",
        Group::Change,
        false,
    ),
    binding(
        Context::Book,
        &[Key::letter('.')],
        Action::Repeat,
        "the last deed again, here",
        Group::Change,
        false,
    ),
    binding(
        Context::Book,
        &[Key::letter('v')],
        Action::Mark,
        "mark the account",
        Group::Change,
        false,
    ),
    binding(
        Context::Book,
        &[Key::letter('V')],
        Action::MarkAll,
        "mark all that are shown",
        Group::Change,
        false,
    ),
    binding(Context::Book, &[], Action::Tier, "tier…", Group::Change, false),
    binding(Context::Book, &[], Action::Archive, "put away in the archive", Group::Change, false),
    binding(Context::Book, &[Key::letter('/')], Action::Find, "find", Group::Look, true),
    binding(Context::Book, &[Key::letter('s')], Action::Sort, "sort…", Group::Look, false),
    binding(
        Context::Book,
        &[Key::letter('g')],
        Action::GoTo,
        "go to an account",
        Group::Look,
        false,
    ),
    binding(Context::Book, &[Key::letter('w')], Action::Why, "why", Group::Look, true),
    binding(Context::Book, &[], Action::WhyHere, "why the account stands here", Group::Look, false),
    binding(
        Context::Program,
        &[Key::letter('m')],
        Action::Mask,
        "hide names and money",
        Group::Look,
        false,
    ),
    binding(
        Context::Program,
        &[],
        Action::Setup,
        "set up the book, step by step",
        Group::Start,
        false,
    ),
    binding(Context::Program, &[], Action::Import, "import files", Group::Start, false),
    binding(
        Context::Program,
        &[],
        Action::PasteColumns,
        "paste columns from a spreadsheet",
        Group::Start,
        false,
    ),
    binding(
        Context::Program,
        &[],
        Action::AcceptTiers,
        "accept the suggested tiers",
        Group::Start,
        false,
    ),
    binding(
        Context::Program,
        &[],
        Action::AllLevels,
        "accept proposed levels in all accounts",
        Group::Start,
        false,
    ),
    binding(Context::Program, &[], Action::PulseDown, "Pulse down the list", Group::Start, false),
    binding(Context::Program, &[], Action::Currency, "currency of the book", Group::Start, false),
    binding(
        Context::Program,
        &[],
        Action::Unsaved,
        "what was typed and not saved",
        Group::Change,
        false,
    ),
    binding(Context::Program, &[], Action::Demo, "open the demo book", Group::Start, false),
    binding(Context::Add, &[Key::letter('s')], Action::New(What::Step), "step", Group::Add, false),
    binding(
        Context::Add,
        &[Key::letter('m')],
        Action::New(What::Meeting),
        "meeting",
        Group::Add,
        false,
    ),
    binding(
        Context::Add,
        &[Key::letter('r')],
        Action::New(What::Promise),
        "promise",
        Group::Add,
        false,
    ),
    binding(
        Context::Add,
        &[Key::letter('i')],
        Action::New(What::Milestone),
        "milestone",
        Group::Add,
        false,
    ),
    binding(Context::Add, &[Key::letter('t')], Action::New(What::Talk), "talk", Group::Add, false),
    binding(
        Context::Add,
        &[Key::letter('p')],
        Action::New(What::Person),
        "person",
        Group::Add,
        false,
    ),
    binding(
        Context::Add,
        &[Key::letter('l')],
        Action::New(What::Plan),
        "plan of 90 days",
        Group::Add,
        false,
    ),
    binding(
        Context::Add,
        &[Key::letter('y')],
        Action::New(What::Priority),
        "priority of the plan",
        Group::Add,
        false,
    ),
    binding(
        Context::Add,
        &[Key::letter('v')],
        Action::New(What::Revenue),
        "revenue entry",
        Group::Add,
        false,
    ),
    binding(
        Context::Add,
        &[Key::letter('c')],
        Action::New(What::Contract),
        "contract",
        Group::Add,
        false,
    ),
    binding(
        Context::Add,
        &[Key::letter('o')],
        Action::New(What::Score),
        "own score",
        Group::Add,
        false,
    ),
    binding(
        Context::Add,
        &[Key::letter('a')],
        Action::New(What::Account),
        "account",
        Group::Add,
        false,
    ),
    binding(Context::Add, UP, Action::Up, "choose", Group::Move, true),
    binding(Context::Add, DOWN, Action::Down, "choose", Group::Move, true),
    binding(Context::Add, &[Key::of(Code::Enter)], Action::Open, "add it", Group::Move, true),
    binding(
        Context::Add,
        &[Key::of(Code::Esc), Key::letter('q')],
        Action::Back,
        "close",
        Group::Move,
        true,
    ),
    // A form.
    binding(
        Context::Form,
        &[Key::of(Code::Tab), Key::of(Code::Down)],
        Action::NextField,
        "field",
        Group::Move,
        true,
    ),
    binding(
        Context::Form,
        &[Key::shift(Code::Tab), Key::of(Code::Up)],
        Action::PreviousField,
        "field before",
        Group::Move,
        false,
    ),
    binding(
        Context::Form,
        &[Key::of(Code::Enter)],
        Action::Open,
        "next, on the last save",
        Group::Move,
        false,
    ),
    binding(
        Context::Form,
        &[Key::ctrl(Code::Char('s'))],
        Action::Save,
        "save",
        Group::Change,
        true,
    ),
    binding(Context::Form, &[Key::of(Code::F(4))], Action::Editor, "editor", Group::Change, true),
    binding(
        Context::Form,
        &[Key::ctrl(Code::Char('r'))],
        Action::AsItWas,
        "as it was",
        Group::Change,
        true,
    ),
    binding(
        Context::Form,
        &[Key::of(Code::Esc)],
        Action::Back,
        "close, keep the draft",
        Group::Move,
        true,
    ),
    binding(
        Context::Field,
        &[Key::of(Code::Left), Key::ctrl(Code::Char('b'))],
        Action::Left,
        "left",
        Group::Move,
        false,
    ),
    binding(
        Context::Field,
        &[Key::of(Code::Right), Key::ctrl(Code::Char('f'))],
        Action::Right,
        "right",
        Group::Move,
        false,
    ),
    binding(
        Context::Field,
        &[Key::of(Code::Home), Key::ctrl(Code::Char('a'))],
        Action::Text(TextAct::Start),
        "start",
        Group::Move,
        false,
    ),
    binding(
        Context::Field,
        &[Key::of(Code::End), Key::ctrl(Code::Char('e'))],
        Action::Text(TextAct::End),
        "end",
        Group::Move,
        false,
    ),
    binding(
        Context::Field,
        &[Key::ctrl(Code::Left), Key::alt(Code::Char('b'))],
        Action::Text(TextAct::WordLeft),
        "word left",
        Group::Move,
        false,
    ),
    binding(
        Context::Field,
        &[Key::ctrl(Code::Right), Key::alt(Code::Char('f'))],
        Action::Text(TextAct::WordRight),
        "word right",
        Group::Move,
        false,
    ),
    binding(
        Context::Field,
        &[Key::of(Code::Backspace), Key::ctrl(Code::Char('h'))],
        Action::Text(TextAct::DeleteBack),
        "delete before",
        Group::Change,
        false,
    ),
    binding(
        Context::Field,
        &[Key::of(Code::Delete), Key::ctrl(Code::Char('d'))],
        Action::Text(TextAct::DeleteForward),
        "delete after",
        Group::Change,
        false,
    ),
    binding(
        Context::Field,
        &[Key::ctrl(Code::Char('w')), Key::alt(Code::Backspace)],
        Action::Text(TextAct::DeleteWordBack),
        "delete word before",
        Group::Change,
        false,
    ),
    binding(
        Context::Field,
        &[Key::alt(Code::Char('d')), Key::ctrl(Code::Delete)],
        Action::Text(TextAct::DeleteWordForward),
        "delete word after",
        Group::Change,
        false,
    ),
    binding(
        Context::Field,
        &[Key::ctrl(Code::Char('u'))],
        Action::Text(TextAct::DeleteToStart),
        "delete to the start",
        Group::Change,
        false,
    ),
    binding(
        Context::Field,
        &[Key::ctrl(Code::Char('k'))],
        Action::Text(TextAct::DeleteToEnd),
        "delete to the end",
        Group::Change,
        false,
    ),
    binding(
        Context::Field,
        &[Key::ctrl(Code::Char('y'))],
        Action::Text(TextAct::Yank),
        "put back what was deleted",
        Group::Change,
        false,
    ),
    binding(
        Context::Field,
        &[Key::ctrl(Code::Char('z'))],
        Action::Text(TextAct::Undo),
        "undo in the field",
        Group::Change,
        false,
    ),
    binding(
        Context::Field,
        &[Key::alt(Code::Char('z'))],
        Action::Text(TextAct::Redo),
        "redo in the field",
        Group::Change,
        false,
    ),
    binding(Context::Choice, &[Key::of(Code::Up)], Action::Up, "choose", Group::Move, false),
    binding(Context::Choice, &[Key::of(Code::Down)], Action::Down, "choose", Group::Move, false),
    binding(
        Context::Lines,
        &[Key::of(Code::Up), Key::ctrl(Code::Char('p'))],
        Action::Up,
        "line up",
        Group::Move,
        false,
    ),
    binding(
        Context::Lines,
        &[Key::of(Code::Down), Key::ctrl(Code::Char('n'))],
        Action::Down,
        "line down",
        Group::Move,
        false,
    ),
    binding(
        Context::Lines,
        &[Key::of(Code::Enter)],
        Action::Text(TextAct::NewLine),
        "new line",
        Group::Change,
        false,
    ),
    // A list to choose from.
    binding(Context::Pick, &[Key::of(Code::Up)], Action::Up, "choose", Group::Move, true),
    binding(Context::Pick, &[Key::of(Code::Down)], Action::Down, "choose", Group::Move, true),
    binding(Context::Pick, &[Key::of(Code::PageUp)], Action::PageUp, "page up", Group::Move, false),
    binding(
        Context::Pick,
        &[Key::of(Code::PageDown)],
        Action::PageDown,
        "page down",
        Group::Move,
        false,
    ),
    binding(Context::Pick, &[Key::of(Code::Home)], Action::First, "first", Group::Move, false),
    binding(Context::Pick, &[Key::of(Code::End)], Action::Last, "last", Group::Move, false),
    binding(Context::Pick, &[Key::of(Code::Enter)], Action::Open, "take it", Group::Move, true),
    binding(Context::Pick, &[Key::of(Code::Esc)], Action::Back, "close", Group::Move, true),
    binding(Context::Program, &[Key::letter('u')], Action::Undo, "undo", Group::Change, true),
    binding(Context::Program, &[Key::letter('U')], Action::Redo, "redo", Group::Change, true),
    binding(Context::Program, &[Key::letter('q')], Action::Quit, "quit", Group::Program, true),
    binding(
        Context::Program,
        &[Key::letter('?'), Key::letter(':'), Key::ctrl(Code::Char('p'))],
        Action::Help,
        "help",
        Group::Program,
        true,
    ),
    binding(Context::Help, &[Key::of(Code::Up)], Action::Up, "choose", Group::Move, true),
    binding(Context::Help, &[Key::of(Code::Down)], Action::Down, "choose", Group::Move, true),
    binding(Context::Help, &[Key::of(Code::PageUp)], Action::PageUp, "page up", Group::Move, false),
    binding(
        Context::Help,
        &[Key::of(Code::PageDown)],
        Action::PageDown,
        "page down",
        Group::Move,
        false,
    ),
    binding(Context::Help, &[Key::of(Code::Home)], Action::First, "first", Group::Move, false),
    binding(Context::Help, &[Key::of(Code::End)], Action::Last, "last", Group::Move, false),
    binding(Context::Help, &[Key::of(Code::Enter)], Action::Open, "do it", Group::Move, true),
    binding(
        Context::Help,
        &[Key::of(Code::Esc), Key::letter('q'), Key::letter('?')],
        Action::Back,
        "close",
        Group::Move,
        true,
    ),
    binding(
        Context::Message,
        &[Key::of(Code::Enter), Key::of(Code::Esc), Key::letter('q'), Key::letter(' ')],
        Action::Back,
        "close",
        Group::Move,
        true,
    ),
    binding(
        Context::Always,
        &[Key::ctrl(Code::Char('l'))],
        Action::Redraw,
        "draw the screen anew",
        Group::Program,
        false,
    ),
    binding(
        Context::Always,
        &[Key::ctrl(Code::Char('z'))],
        Action::Suspend,
        "suspend, fg brings it back",
        Group::Program,
        false,
    ),
    binding(
        Context::Always,
        &[Key::ctrl(Code::Char('c'))],
        Action::Leave,
        "quit from anywhere",
        Group::Program,
        false,
    ),
];

/// The bindings that hold in a context: its own and those of the contexts around it.
pub fn bindings(context: Context) -> impl Iterator<Item = &'static Binding> {
    let around = context.chain();
    BINDINGS.iter().filter(move |binding| around.contains(&binding.context))
}

/// The table with the keys that this person gave to its acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    /// In the order of [`BINDINGS`].
    keys: Vec<Vec<Key>>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self { keys: BINDINGS.iter().map(|binding| binding.keys.to_vec()).collect() }
    }
}

impl Keymap {
    fn bound(&self) -> impl Iterator<Item = (&'static Binding, &[Key])> {
        BINDINGS.iter().zip(self.keys.iter().map(Vec::as_slice))
    }

    /// What a key does in a context, and in which of the contexts around it it is bound.
    #[must_use]
    pub fn resolve(&self, context: Context, key: Key) -> Option<(Context, Action)> {
        context.chain().iter().find_map(|inner| {
            self.bound()
                .find(|(binding, keys)| binding.context == *inner && keys.contains(&key))
                .map(|(binding, _)| (*inner, binding.action))
        })
    }

    /// The same without the context.
    #[must_use]
    pub fn action(&self, context: Context, key: Key) -> Option<Action> {
        self.resolve(context, key).map(|(_, action)| action)
    }

    /// The bindings that hold in a context, innermost first, each with its keys.
    pub fn bindings(&self, context: Context) -> Vec<(&'static Binding, &[Key])> {
        let around = context.chain().iter();
        around.flat_map(|one| self.bound().filter(move |(row, _)| row.context == *one)).collect()
    }

    /// The key that is shown for an act in a context.
    #[must_use]
    pub fn key(&self, context: Context, action: Action) -> Option<Key> {
        let rows = self.bindings(context);
        rows.iter().find(|(row, _)| row.action == action)?.1.first().copied()
    }

    /// The footer of a context: shown keys and label, in order, neighbours of one label joined.
    #[must_use]
    pub fn footer(&self, context: Context) -> Vec<(String, &'static str)> {
        let mut entries: Vec<(String, &'static str)> = Vec::new();
        let around = context.chain();
        let shown = self.bound().filter(|(row, _)| row.footer && around.contains(&row.context));
        for (binding, keys) in shown {
            let Some(key) = keys.first() else { continue };
            match entries.last_mut() {
                Some((keys, label)) if *label == binding.label => keys.push_str(&key.to_string()),
                _ => entries.push((key.to_string(), binding.label)),
            }
        }
        entries
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONTEXTS: [Context; 17] = [
        Context::Add,
        Context::Form,
        Context::Field,
        Context::Choice,
        Context::Lines,
        Context::Pick,
        Context::List,
        Context::Head,
        Context::Map,
        Context::Score,
        Context::Plan,
        Context::Log,
        Context::Book,
        Context::Program,
        Context::Help,
        Context::Message,
        Context::Always,
    ];

    #[test]
    fn no_key_is_bound_twice_in_one_context() {
        for context in CONTEXTS {
            let mut seen = Vec::new();
            for binding in BINDINGS.iter().filter(|binding| binding.context == context) {
                for key in binding.keys {
                    assert!(!seen.contains(key), "{key} twice in {context:?}");
                    seen.push(*key);
                }
            }
        }
    }

    #[test]
    fn every_binding_can_be_reached() {
        for binding in BINDINGS {
            for key in binding.keys {
                assert_eq!(
                    Keymap::default().action(binding.context, *key),
                    Some(binding.action),
                    "{key}"
                );
            }
        }
    }

    #[test]
    fn an_inner_context_is_asked_first_and_the_outer_ones_after_it() {
        assert_eq!(Keymap::default().action(Context::Map, Key::of(Code::Left)), Some(Action::Left));
        assert_eq!(
            Keymap::default().action(Context::Plan, Key::of(Code::Left)),
            Some(Action::PreviousTab)
        );
        assert_eq!(Keymap::default().action(Context::List, Key::of(Code::Left)), None);
        assert_eq!(Keymap::default().action(Context::Map, Key::letter('q')), Some(Action::Quit));
        assert_eq!(Keymap::default().action(Context::Always, Key::letter('q')), None);
        assert_eq!(
            Keymap::default().action(Context::Always, Key::ctrl(Code::Char('c'))),
            Some(Action::Leave)
        );
    }

    #[test]
    fn the_footer_joins_neighbours_of_one_label() {
        let keymap = Keymap::default();
        let list = keymap.footer(Context::List);
        assert_eq!(list[0], ("↑↓".to_owned(), "account"));
        assert_eq!(list[1], ("Tab".to_owned(), "pane"));
        assert_eq!(keymap.footer(Context::Map)[1], ("←→".to_owned(), "seat"));
        assert_eq!(list.last(), Some(&("?".to_owned(), "help")));
    }
}
