//! The help that is the palette: everything can be found in it and done from it.

use super::session::Session;
use trellis::tui::action::Action;
use trellis::tui::key::{Input, Key};
use trellis::tui::keymap::{BINDINGS, Binding, Context, Group, Keymap};

/// Each pane, and how one comes to it from the list at the start and after Esc.
const PANES: [(Context, &str, &str); 11] = [
    (Context::List, "", ""),
    (Context::Head, "<Tab>", "<Tab>"),
    (Context::Map, "<Tab><Tab>", "<Tab><Tab>"),
    (Context::Score, "<Tab><Tab><Tab>", "<Tab><Tab><Tab>"),
    (Context::Plan, "<Tab><Tab><Tab><Tab>", "<Tab><Tab><Tab><Tab>"),
    (Context::Log, "<Tab><Tab><Tab><Tab>]", "<Tab><Tab><Tab><Tab>"),
    (Context::Feedback, "<Tab><Tab><Tab><Tab>]]", "<Tab><Tab><Tab><Tab>"),
    (Context::Money, "<Tab><Tab><Tab><Tab>]]]", "<Tab><Tab><Tab><Tab>"),
    (Context::Expand, "<Tab><Tab><Tab><Tab>]]]]", "<Tab><Tab><Tab><Tab>"),
    (Context::File, "<Tab><Tab><Tab><Tab>]]]]]", "<Tab><Tab><Tab><Tab>"),
    (Context::History, "<Tab><Tab><Tab><Tab>]]]]]]", "<Tab><Tab><Tab><Tab>"),
];

/// What can be asked for in the view, seen from a pane: its own moves, all else of every pane, and
/// what can be added.
fn asked(pane: Context) -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().filter(move |row| {
        let here = pane.chain().contains(&row.context);
        let added = row.context == Context::Add && matches!(row.action, Action::New(_));
        let view = row.context.chain().contains(&Context::Book) || row.context == Context::Program;
        // Enter is what it is here; of all digits the list has one line.
        let elsewhere = row.group == Group::Move || row.action == Action::Open;
        let digit = matches!(row.action, Action::Digit(_));
        // An act with a line of its own in a nearer place is listed there.
        let nearer = BINDINGS.iter().find(|one| {
            one.action == row.action
                && one.context != row.context
                && pane.chain().contains(&one.context)
        });
        let nearest = here
            && pane.chain().iter().find(|place| {
                BINDINGS.iter().any(|one| one.action == row.action && one.context == **place)
            }) == Some(&row.context);
        !digit && (nearest || (nearer.is_none() && (added || (view && !elsewhere))))
    })
}

/// The screen without the time of the last saving, which is the computer's, and where the next key
/// is pressed: what is bold on the screen cannot be read here.
fn seen(session: &mut Session) -> String {
    let screen = session.screen();
    let place = session.bench.app.context().place();
    screen
        .lines()
        .filter(|line| !line.starts_with(" Saved "))
        .map(|line| line.to_owned() + "\n")
        .chain([place.to_owned()])
        .collect()
}

/// Finds the row in the palette and takes it.
#[track_caller]
fn run(session: &mut Session, row: &Binding, pane: Context) {
    let name = row.action.name().replace('-', " ");
    session.keys(":").keys(row.label).keys(" ").keys(&name);
    let shown = |key: &&Key| {
        let meant = Keymap::default().action(pane, **key);
        !pane.chain().contains(&row.context) || meant == Some(row.action)
    };
    let key = row.keys.first().filter(shown).map(ToString::to_string).unwrap_or_default();
    for _ in 0..BINDINGS.len() {
        let screen = session.screen();
        let chosen = screen.lines().find(|line| line.contains("┃▸  ")).unwrap_or_default();
        let words: Vec<&str> = chosen.split("┃▸").nth(1).unwrap_or_default().split("  ").collect();
        let label = words.iter().any(|word| word.trim() == row.label);
        if label && chosen.contains(&key) {
            session.keys("<Enter>");
            return;
        }
        session.keys("<Down>");
    }
    panic!("{} is not listed from {pane:?}:\n{}", row.label, session.screen());
}

#[test]
fn whatever_has_a_key_or_none_is_listed_everywhere_and_does_the_same_from_the_list() {
    for (pane, path, again) in PANES {
        let fresh = || {
            let mut session = Session::demo();
            session.keys(path);
            // As somebody who sees where they are before they press on.
            session.screen();
            session
        };
        let mut session = fresh();
        let before = seen(&mut session);
        for row in asked(pane) {
            let back = |session: &mut Session| {
                session.keys("<Esc><Esc><Esc><Esc><Esc>").keys(again);
                session.errands.clear();
                if seen(session) != before {
                    *session = fresh();
                }
            };
            run(&mut session, row, pane);
            let (after, errands) = (seen(&mut session), std::mem::take(&mut session.errands));
            let does = after != before || !errands.is_empty();
            assert!(does || row.group == Group::Move, "{} does nothing in {pane:?}", row.label);
            back(&mut session);
            // Where digits score they go to no view.
            let here = |key: &&Key| Keymap::default().action(pane, **key) == Some(row.action);
            if let Some(key) = row.keys.first().filter(here) {
                session.input(&Input::Key(*key));
                assert_eq!(seen(&mut session), after, "{} by {key} in {pane:?}", row.label);
                assert_eq!(session.errands, errands, "{} by {key} in {pane:?}", row.label);
                back(&mut session);
            }
        }
    }
}

#[test]
fn what_has_no_key_is_done_from_the_palette() {
    let mut session = Session::demo();
    session.keys("?").sees("What can be done").sees("Add").sees("account");
    session.keys("tier").sees("▸").keys("<Enter>").misses("What can be done").sees("trategic");
}

#[test]
fn it_opens_by_three_keys_and_begins_with_the_pane() {
    for key in ["?", ":", "<Ctrl-P>"] {
        let mut session = Session::demo();
        session.keys("<Tab><Tab><Tab>").keys(key).sees("Here: score").sees("own score, 0 is 10");
        session.keys("<Esc>").misses("What can be done");
    }
}

#[test]
fn something_is_added_without_a_letter_of_the_menu() {
    let mut session = Session::demo();
    session.keys(":revenue entry<Enter>").sees("Contoso").misses("What can be done");
    session.keys("<Esc>");
}

#[test]
fn on_a_terminal_without_signs_all_that_is_drawn_is_ascii() {
    let mut session = Session::demo();
    session.bench.app.ascii = true;
    for keys in [
        "", "]", "]", "L", "L", "L", "w", "<Esc>", "?", "<Esc>", "ap", "<Esc>", "/tier:s", "<Esc>",
        "g",
    ] {
        session.keys(keys);
        for (width, height) in [(80, 24), (120, 36), (200, 60)] {
            let screen = session.draw(width, height);
            let sign = screen.chars().find(|c| !c.is_ascii() && !c.is_alphabetic());
            assert_eq!(sign, None, "after {keys}:\n{screen}");
        }
    }
}
