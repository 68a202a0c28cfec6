//! The one table of bindings: it dispatches keys, writes the footer, the help and the README.

use super::action::Action;
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
    /// The help: a list of all that can be done here.
    Help,
    /// A message that waits to be read.
    Message,
    /// Anywhere at all, under a layer, too.
    Always,
}

impl Context {
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
    Change,
    Program,
}

impl Group {
    /// In the order of the help.
    pub const ALL: [Self; 4] = [Self::Move, Self::Look, Self::Change, Self::Program];

    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Move => "Move",
            Self::Look => "Look",
            Self::Change => "Change",
            Self::Program => "Program",
        }
    }
}

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    pub context: Context,
    /// The first is the one that is shown; the others are silent extras.
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

/// What a key does in a context.
#[must_use]
pub fn resolve(context: Context, key: Key) -> Option<Action> {
    context.chain().iter().find_map(|inner| {
        BINDINGS
            .iter()
            .find(|binding| binding.context == *inner && binding.keys.contains(&key))
            .map(|binding| binding.action)
    })
}

/// The footer of a context: shown keys and label, in order, neighbours of one label joined.
#[must_use]
pub fn footer(context: Context) -> Vec<(String, &'static str)> {
    let mut entries: Vec<(String, &'static str)> = Vec::new();
    for binding in bindings(context).filter(|binding| binding.footer) {
        let Some(key) = binding.keys.first() else { continue };
        match entries.last_mut() {
            Some((keys, label)) if *label == binding.label => keys.push_str(&key.to_string()),
            _ => entries.push((key.to_string(), binding.label)),
        }
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONTEXTS: [Context; 11] = [
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
                assert_eq!(resolve(binding.context, *key), Some(binding.action), "{key}");
            }
        }
    }

    #[test]
    fn an_inner_context_is_asked_first_and_the_outer_ones_after_it() {
        assert_eq!(resolve(Context::Map, Key::of(Code::Left)), Some(Action::Left));
        assert_eq!(resolve(Context::Plan, Key::of(Code::Left)), Some(Action::PreviousTab));
        assert_eq!(resolve(Context::List, Key::of(Code::Left)), None);
        assert_eq!(resolve(Context::Map, Key::letter('q')), Some(Action::Quit));
        assert_eq!(resolve(Context::Always, Key::letter('q')), None);
        assert_eq!(resolve(Context::Always, Key::ctrl(Code::Char('c'))), Some(Action::Leave));
    }

    #[test]
    fn the_footer_joins_neighbours_of_one_label() {
        let list = footer(Context::List);
        assert_eq!(list[0], ("↑↓".to_owned(), "account"));
        assert_eq!(list[1], ("Tab".to_owned(), "pane"));
        assert_eq!(footer(Context::Map)[1], ("←→".to_owned(), "seat"));
        assert_eq!(list.last(), Some(&("?".to_owned(), "help")));
    }
}
