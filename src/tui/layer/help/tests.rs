//! That everything is found in the help and done from it, and that it says what is chosen.

use super::*;
use crate::domain::guide::{Area, topics};
use crate::domain::rules::Rules;
use crate::tui::action::{Action, What};
use crate::tui::key::{Code, Key, Press};
use crate::tui::keymap::{Group, Keymap};
use crate::tui::screen::book::fixture::Scene;

fn typed(help: &mut Help, text: &str) -> Outcome {
    let mut outcome = Outcome::Stays;
    for letter in text.chars() {
        outcome = help.input(&Input::Key(Key::letter(letter)), &Scene::new().sight());
    }
    outcome
}

fn pressed(help: &mut Help, code: Code) -> Outcome {
    help.input(&Input::Key(Key::of(code)), &Scene::new().sight())
}

fn drawn(help: &mut Help, width: u16, height: u16) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    help.draw(area, &mut buffer, &Scene::new().sight());
    let symbols: Vec<_> = buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect();
    symbols.chunks(usize::from(width).max(1)).map(|row| row.concat() + "\n").collect()
}

#[test]
fn typing_finds_and_enter_does() {
    let mut help = Help::new(Context::List);
    typed(&mut help, "ZOO");
    assert_eq!(pressed(&mut help, Code::Enter), Outcome::Does(Action::Zoom));
}

#[test]
fn the_key_that_opens_it_closes_it_and_letters_seek_from_the_first() {
    let mut help = Help::new(Context::List);
    assert_eq!(typed(&mut help, "?"), Outcome::Closes);
    assert_eq!(typed(&mut help, "q"), Outcome::Stays);
    assert_eq!(pressed(&mut help, Code::Enter), Outcome::Does(Action::Quit));
    let mut help = Help::new(Context::List);
    assert_eq!(typed(&mut help, "xq"), Outcome::Stays);
    assert_eq!(pressed(&mut help, Code::Enter), Outcome::Stays);
    assert!(drawn(&mut help, 80, 24).contains("nothing here is called “xq”"));
    assert_eq!(pressed(&mut help, Code::Esc), Outcome::Stays);
    assert_eq!(pressed(&mut help, Code::Esc), Outcome::Closes);
}

#[test]
fn a_click_does_what_it_hits() {
    let mut help = Help::new(Context::Map);
    let screen = drawn(&mut help, 80, 120);
    let row = screen.lines().position(|line| line.contains("undo")).expect("undo");
    let y = u16::try_from(row).expect("a row");
    let click = Input::Pointer { press: Press::Click, x: 30, y };
    assert_eq!(help.input(&click, &Scene::new().sight()), Outcome::Does(Action::Undo));
}

#[test]
fn a_click_beside_it_closes_it_and_does_nothing_else() {
    let mut help = Help::new(Context::Map);
    drawn(&mut help, 80, 60);
    for y in 0..60 {
        let click = Input::Pointer { press: Press::Click, x: 5, y };
        assert_eq!(help.input(&click, &Scene::new().sight()), Outcome::Closes, "row {y}");
    }
    let border = Input::Pointer { press: Press::Click, x: 8, y: 20 };
    assert_eq!(help.input(&border, &Scene::new().sight()), Outcome::Stays);
}

#[test]
fn every_entry_can_be_reached_on_a_small_screen() {
    let mut help = Help::new(Context::List);
    let entries = entries(Context::List, &Keymap::default()).len();
    for place in 0..entries {
        let screen = drawn(&mut help, 60, 9);
        assert!(screen.contains('▸'), "entry {place} of {entries}:\n{screen}");
        pressed(&mut help, Code::Down);
    }
    pressed(&mut help, Code::PageUp);
    assert!(help.choosing.chosen() < entries - 1);
    pressed(&mut help, Code::End);
    assert_eq!(help.choosing.chosen(), entries - 1);
    pressed(&mut help, Code::Home);
    assert_eq!(help.choosing.chosen(), 0);
}

#[test]
fn the_pane_in_focus_comes_first_and_the_other_panes_near_the_end() {
    let heads = |context| {
        let mut heads: Vec<String> =
            entries(context, &Keymap::default()).into_iter().map(|entry| entry.head).collect();
        heads.dedup();
        heads
    };
    let plan = heads(Context::Plan);
    assert_eq!(plan[..3], ["Here: plan", "Add", "Look"]);
    assert_eq!(plan.last().map(String::as_str), Some("Move"));
    assert!(plan.contains(&"In the map pane".to_owned()), "{plan:?}");
    assert!(!plan.contains(&"In the plan pane".to_owned()));
    let empty = entries(Context::Program, &Keymap::default());
    let add: Vec<&str> =
        empty.iter().filter(|entry| entry.head == "Add").map(|entry| entry.label).collect();
    assert_eq!(add, ["account"]);
}

#[test]
fn everything_that_can_be_done_in_the_view_is_in_it() {
    let panes = Context::ALL.iter().filter(|place| place.chain().contains(&Context::Book));
    for pane in panes.filter(|place| **place != Context::Book) {
        let entries = entries(*pane, &Keymap::default());
        let rows = crate::tui::keymap::BINDINGS.iter();
        for row in rows.filter(|row| row.context.chain().contains(&Context::Program)) {
            let moves = row.group == Group::Move && !pane.chain().contains(&row.context);
            if !moves && row.action != Action::Open && !matches!(row.action, Action::Digit(_)) {
                assert!(
                    entries.iter().any(|entry| entry.action == row.action),
                    "{} from {pane:?}",
                    row.label
                );
            }
        }
    }
}

#[test]
fn words_find_in_any_order_and_a_key_finds_its_act() {
    let entries = entries(Context::Plan, &Keymap::default());
    let first = |sought| found(&entries, sought).first().map(|entry| entry.action);
    assert_eq!(first("cycle end"), Some(Action::EndCycle));
    assert_eq!(first("suggested accept"), Some(Action::AcceptTiers));
    assert_eq!(first("a t"), Some(Action::New(What::Talk)));
    assert_eq!(first("Z"), Some(Action::Later));
    assert_eq!(first("undo"), Some(Action::Undo));
    assert_eq!(first("xyzzy"), None);
}

#[test]
fn no_size_is_too_small() {
    for width in 0..70 {
        for height in 0..12 {
            drawn(&mut Help::new(Context::Log), width, height);
        }
    }
}

/// On a promise of the plan.
fn about_a_promise() -> Help {
    let topics = topics(&Rules::default(), &[]);
    let promise = topics.iter().find(|topic| topic.key == "promise").cloned();
    Help::new(Context::Plan).explaining(topics, promise)
}

#[test]
fn what_is_chosen_is_said_first_and_enter_tells_all_about_it() {
    let mut help = about_a_promise();
    let screen = drawn(&mut help, 80, 24);
    let at = |text: &str| screen.find(text).unwrap_or_else(|| panic!("{text}:\n{screen}"));
    assert!(at("Promise ") < at("A step that the client was told of."));
    assert!(at("Trust is counted in kept") < at("all about it"));
    assert!(at("all about it") < at("Here: plan"));
    let guide = Wish::Open(Opening::Guide("promise".to_owned()));
    assert_eq!(pressed(&mut help, Code::Enter), Outcome::ClosesWith(vec![guide]));
    // Down and back again: what it is about is still to be seen.
    let mut help = about_a_promise();
    drawn(&mut help, 80, 12);
    pressed(&mut help, Code::End);
    assert!(!drawn(&mut help, 80, 12).contains("A step that the client"));
    pressed(&mut help, Code::Home);
    assert!(drawn(&mut help, 80, 12).contains("A step that the client"));
}

#[test]
fn a_word_of_the_trade_is_explained_after_what_can_be_done() {
    let mut help = about_a_promise();
    typed(&mut help, "freshness");
    assert!(drawn(&mut help, 80, 24).contains("what it means    Freshness"));
    let guide = Wish::Open(Opening::Guide("freshness".to_owned()));
    assert_eq!(pressed(&mut help, Code::Enter), Outcome::ClosesWith(vec![guide]));
    let mut help = about_a_promise();
    typed(&mut help, "undo");
    assert_eq!(pressed(&mut help, Code::Enter), Outcome::Does(Action::Undo));
}

#[test]
fn every_topic_of_the_trade_says_why_it_matters() {
    for topic in topics(&Rules::default(), &[]) {
        let tells = matches!(topic.area, Area::Limits | Area::Playbooks);
        assert!(tells || topic.matters.is_some(), "{}", topic.key);
    }
}
