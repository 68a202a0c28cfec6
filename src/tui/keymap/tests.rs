//! The table as a whole, and what a key means where.

use super::*;
use crate::tui::key::Code;

#[test]
fn no_key_is_bound_twice_in_one_context() {
    for &context in Context::ALL {
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
    let of = |code| Key::of(code);
    assert_eq!(list[0], (vec![of(Code::Up), of(Code::Down)], "account"));
    assert_eq!(list[1], (vec![of(Code::Tab)], "pane"));
    assert_eq!(keymap.footer(Context::Map)[1], (vec![of(Code::Left), of(Code::Right)], "seat"));
    assert_eq!(list.last(), Some(&(vec![Key::letter('?')], "help")));
}
