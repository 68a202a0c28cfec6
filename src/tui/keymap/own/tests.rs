use super::*;
use crate::config::Config;
use crate::tui::action::Action;

fn set(text: &str) -> (Keymap, Vec<(usize, String)>) {
    let config = Config::of(text);
    assert_eq!(config.faults, []);
    let (keymap, faults) = with_own(&config.keys);
    (keymap, faults.into_iter().map(|fault| (fault.line, fault.message)).collect())
}

fn keys_of(keymap: &Keymap, context: Context, action: Action) -> Vec<Key> {
    let mut here = keymap.bound().filter(|(row, _)| (row.context, row.action) == (context, action));
    here.next().map(|(_, keys)| keys.to_vec()).unwrap_or_default()
}

fn told(text: &str) -> Vec<String> {
    set(text).1.into_iter().map(|(_, message)| message).collect()
}

#[test]
fn nothing_set_is_the_table() {
    let (keymap, faults) = set("");
    assert_eq!(keymap, Keymap::default());
    assert_eq!(faults, []);
}

#[test]
fn an_act_gets_its_key_and_loses_the_old_one() {
    let (keymap, faults) = set("[keys]\nzoom = [\"Z\", \"F5\"]\nlater = \"z\"\n");
    assert_eq!(faults, []);
    assert_eq!(keymap.action(Context::List, Key::letter('Z')), Some(Action::Zoom));
    assert_eq!(keymap.action(Context::List, Key::of(Code::F(5))), Some(Action::Zoom));
    assert_eq!(keymap.action(Context::List, Key::letter('z')), Some(Action::Later));
    assert_eq!(keymap.key(Context::List, Action::Zoom), Some(Key::letter('Z')));
}

#[test]
fn one_place_is_set_over_all_places() {
    let (keymap, faults) = set("[keys.map]\nup = \"K\"\n[keys]\nup = \"H\"\n");
    assert_eq!(faults, []);
    assert_eq!(keys_of(&keymap, Context::Map, Action::Up), [Key::letter('K')]);
    assert_eq!(keys_of(&keymap, Context::List, Action::Up), [Key::letter('H')]);
    // Where letters are text the arrow stays.
    assert_eq!(keys_of(&keymap, Context::Pick, Action::Up), [Key::of(Code::Up)]);
}

#[test]
fn the_way_out_stays_whatever_is_set() {
    let (keymap, faults) = set("[keys]\nback = \"X\"\nleave = \"Ctrl-X\"\nopen = []\n");
    assert_eq!(faults, []);
    for place in [Context::Pick, Context::Help, Context::Message, Context::Form, Context::Add] {
        assert_eq!(keymap.action(place, Key::of(Code::Esc)), Some(Action::Back), "{place:?}");
    }
    assert_eq!(keymap.action(Context::Message, Key::letter('X')), Some(Action::Back));
    assert_eq!(keymap.action(Context::Form, Key::ctrl(Code::Char('c'))), Some(Action::Leave));
    assert_eq!(keymap.action(Context::Form, Key::ctrl(Code::Char('x'))), Some(Action::Leave));
    assert_eq!(keymap.action(Context::Map, Key::of(Code::Enter)), Some(Action::Open));
    assert_eq!(told("[keys]\nzoom = \"Esc\"\n"), ["Esc keeps its use"]);
}

#[test]
fn keys_in_dispute_are_told_and_everything_else_holds() {
    let (keymap, faults) =
        set("[keys]\nzoom = \"w\"\nundo = \"X\"\nredo = \"X\"\nmap-view = \"M\"\n");
    assert_eq!(
        faults,
        [
            (2, "w does zoom in any pane now: why has no key now".to_owned()),
            (4, "X does undo already in anywhere, since line 3: redo goes without it".to_owned()),
        ]
    );
    assert_eq!(keymap.action(Context::List, Key::letter('w')), Some(Action::Zoom));
    assert_eq!(keymap.action(Context::List, Key::letter('X')), Some(Action::Undo));
    assert_eq!(keymap.action(Context::List, Key::letter('M')), Some(Action::MapView));
}

#[test]
fn a_key_that_is_hidden_by_a_nearer_one_is_told() {
    assert_eq!(
        told("[keys]\nundo = \"z\"\n"),
        ["z does zoom in any pane: undo is out of its reach there"]
    );
    assert_eq!(
        told("[keys.map]\nopen = \"u\"\n"),
        ["u does open in map: undo is out of its reach there"]
    );
}

#[test]
fn what_is_not_known_is_told_with_the_nearest_name() {
    assert_eq!(
        told(
            "[keys]\nunod = \"x\"\nzoom = \"Contrl-X\"\nbrew = \"x\"\n\
             [keys.mpa]\nopen = \"x\"\n[keys.map]\nundo = \"x\"\n[keys.form]\nsave = \"s\"\n"
        ),
        [
            "no act is called unod; do you mean undo?",
            "no key is called Contrl-X",
            "no act is called brew; trellis keys shows them all",
            "no place is called mpa; do you mean map?",
            "undo is not done in map: anywhere",
            "a letter is text in form",
        ]
    );
}

#[test]
fn the_printed_table_is_read_back_as_it_is() {
    let table = print(&[]);
    assert_eq!(table.rows.len(), BINDINGS.len());
    let text = crate::config::default_text(&table);
    let empty = Config::of(&text);
    assert_eq!((empty.keys.len(), empty.faults.len()), (0, 0));
    // With its lines in force it is still the table.
    let mut lines = String::new();
    for line in text.lines() {
        let set = line.strip_prefix("# [").map(|rest| format!("[{rest}"));
        let set = set.or_else(|| {
            line.strip_prefix("# ").filter(|rest| rest.contains(" = [")).map(ToOwned::to_owned)
        });
        lines.extend([set.as_deref().unwrap_or(line), "\n"]);
    }
    let config = Config::of(&lines);
    assert_eq!(config.faults, [], "{lines}");
    assert!(config.keys.len() > 100, "{}", config.keys.len());
    let (keymap, faults) = with_own(&config.keys);
    assert_eq!(faults, []);
    for place in Context::ALL {
        assert_eq!(keymap.footer(*place), Keymap::default().footer(*place));
    }
}
