//! Everything that can be done from a place, and what is found of it.

use crate::domain::guide::{Topic, called};
use crate::tui::action::{Action, What};
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Context, Group, Keymap};

/// One thing that can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The heading it stands under.
    pub head: String,
    pub keys: String,
    pub label: &'static str,
    pub action: Action,
}

/// Everything that can be done from a place, in the order of the list.
pub fn entries(context: Context, keymap: &Keymap) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let own = context.chain().first().copied().unwrap_or(context);
    let scoped = own.chain().contains(&Context::Book) && own != Context::Book;
    let (around, moves): (Vec<_>, Vec<_>) =
        keymap.bindings(context).into_iter().partition(|(row, _)| row.group != Group::Move);
    let mut put = |head: &str, keys: String, row: &'static Binding| {
        let action = match row.action {
            // All digits are one line; Enter asks for factor and digit in a form.
            Action::Digit(1) => Action::New(What::Score),
            Action::Digit(_) => return,
            action => action,
        };
        let digits = matches!(row.action, Action::Digit(_));
        let keys = if digits { "1 … 9 0".to_owned() } else { keys };
        entries.push(Entry { head: head.to_owned(), keys, label: row.label, action });
    };
    let here = format!("Here: {}", own.place());
    for (row, keys) in around.iter().filter(|(row, _)| scoped && row.context == own) {
        put(&here, joined(keys), row);
    }
    // Without an account there is nothing else to add to.
    let addable = |action| context != Context::Program || action == Action::New(What::Account);
    let menu = keymap.key(context, Action::Add).map_or_else(String::new, |key| format!("{key} "));
    for (row, keys) in keymap.bindings(Context::Add) {
        if matches!(row.action, Action::New(_)) && addable(row.action) {
            let key = keys.first().map(|key| format!("{menu}{key}"));
            put("Add", key.filter(|_| !menu.is_empty()).unwrap_or_default(), row);
        }
    }
    for group in Group::ALL {
        for (row, keys) in &around {
            let said = |one: &Binding| one.context == own && one.action == row.action;
            if row.group == group && !(scoped && around.iter().any(|(one, _)| said(one))) {
                put(group.title(), heard(keys, row, context, keymap), row);
            }
        }
    }
    for pane in Context::ALL.iter().filter(|pane| scoped && pane.chain().contains(&Context::Book)) {
        for (row, keys) in keymap.bindings(*pane) {
            let known = around.iter().chain(&moves).any(|(one, _)| one.action == row.action);
            let digit = matches!(row.action, Action::Digit(_));
            if row.context == *pane && row.group != Group::Move && !known && !digit {
                let view = !Context::PANES.contains(pane);
                let what = if view { "" } else { " pane" };
                put(&format!("In the {}{what}", pane.place()), joined(keys), row);
            }
        }
    }
    for (row, keys) in moves {
        put(Group::Move.title(), heard(keys, row, context, keymap), row);
    }
    entries
}

/// Those of the keys that do this here: where digits score, they go nowhere.
fn heard(keys: &[Key], row: &Binding, context: Context, keymap: &Keymap) -> String {
    let here = |key: &&Key| keymap.action(context, **key) == Some(row.action);
    joined(&keys.iter().filter(here).copied().collect::<Vec<_>>())
}

fn joined(keys: &[Key]) -> String {
    keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// What holds all words that are sought, or has that key; labels that begin with them come first.
pub fn found<'a>(entries: &'a [Entry], sought: &str) -> Vec<&'a Entry> {
    let lower = sought.trim().to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let is_key =
        |entry: &Entry| entry.keys.split(' ').any(|key| key == sought) || entry.keys == sought;
    let holds = |entry: &Entry| {
        let name = entry.action.name().replace('-', " ");
        let text = format!("{} {} {name}", entry.label, entry.head).to_lowercase();
        words.iter().all(|word| text.contains(word))
    };
    let mut found: Vec<&Entry> =
        entries.iter().filter(|entry| is_key(entry) || holds(entry)).collect();
    if !lower.is_empty() {
        found.sort_by_key(|entry| {
            let label = entry.label.to_lowercase();
            match () {
                () if is_key(entry) => 0,
                () if label == lower => 1,
                () if label.starts_with(&lower) => 2,
                () if words.iter().all(|word| label.contains(word)) => 3,
                () => 4,
            }
        });
    }
    found
}

/// The topics that a person may mean by what is sought.
pub fn explained<'a>(topics: &'a [Topic], sought: &str) -> Vec<&'a Topic> {
    if sought.trim().chars().count() < 2 { Vec::new() } else { called(topics, sought) }
}
