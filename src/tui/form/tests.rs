//! A form filled in: keys, pastes, the mouse, and how it is drawn.

mod unsaved;

use super::spec::{Choice, FieldKind, FieldSpec};
use super::*;
use crate::domain::cell::Id;
use crate::domain::money::Currency;
use crate::tui::action::{Action, Wish};
use crate::tui::key::{Code, Input, Key, Press};
use crate::tui::layer::Outcome;
use crate::tui::screen::book::fixture::Scene;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

fn people() -> Vec<Choice> {
    let names = [
        "Ana Ruiz",
        "Dana Petrov",
        "Jo Lee",
        "Karl Ott",
        "Pia Sy",
        "Tom Lee",
        "Uwe Lang",
        "Vera Kask",
        "Wim Bos",
        "Yu Chen",
    ];
    names.iter().enumerate().map(|(id, name)| Choice::new((id + 1).to_string(), *name)).collect()
}

fn spec() -> Spec {
    let words = |words: &[&str]| words.iter().map(|word| Choice::new(*word, *word)).collect();
    let kinds: Vec<Choice> = words(&["call", "meeting", "message", "event"]);
    Spec {
        title: "Talk with Contoso".to_owned(),
        lead: Vec::new(),
        fields: vec![
            FieldSpec::new("on_date", "day", FieldKind::Day, "2026-11-22"),
            FieldSpec::new(
                "kind",
                "kind",
                FieldKind::Choice { options: kinds, none: false },
                "call",
            ),
            FieldSpec::new("people", "who", FieldKind::Many { options: people() }, ""),
            FieldSpec::new("topics", "about", FieldKind::Line, "").hint("budget, renewal"),
            FieldSpec::new("amount", "amount", FieldKind::Amount(Currency::EUR), ""),
            FieldSpec::new("count", "seats", FieldKind::Whole { least: 1, most: 10 }, ""),
            FieldSpec::new(
                "lead",
                "leads",
                FieldKind::Choice { options: people(), none: true },
                "",
            ),
            FieldSpec::new("summary", "in one sentence", FieldKind::Line, ""),
            FieldSpec::new("note", "note", FieldKind::Lines, "").hint("anything else"),
            FieldSpec::new("next", "next step", FieldKind::Line, ""),
        ],
    }
}

fn form() -> Form {
    let subject = Subject::Talk { account: 1, talk: Some(7), with: None, about: None };
    Form::of(subject, trial::facts(None), spec(), None)
}

fn drawn(form: &mut Form, width: u16, height: u16) -> String {
    let scene = Scene::new();
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    form.draw(area, &mut buffer, &scene.sight());
    let symbols: Vec<_> = buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect();
    symbols
        .chunks(usize::from(width).max(1))
        .map(|row| row.concat().trim_end().to_owned() + "\n")
        .collect()
}

fn keys(form: &mut Form, keys: &[Key]) -> Outcome {
    let scene = Scene::new();
    let mut last = Outcome::Stays;
    for key in keys {
        last = form.input(&Input::Key(*key), &scene.sight());
    }
    last
}

fn typed(form: &mut Form, text: &str) {
    let letters: Vec<Key> = text.chars().map(Key::letter).collect();
    keys(form, &letters);
}

const TAB: Key = Key::of(Code::Tab);

#[test]
fn typing_and_tab_fill_the_fields_in() {
    let mut form = form();
    assert_eq!(form.draft(), None);
    typed(&mut form, "fri");
    keys(&mut form, &[TAB]);
    typed(&mut form, "me");
    keys(&mut form, &[TAB]);
    typed(&mut form, "dana");
    keys(&mut form, &[TAB]);
    typed(&mut form, "budget");
    let draft = form.draft().expect("a draft");
    let text = |key: &str| draft.text(key).expect("typed").to_owned();
    assert_eq!([text("on_date"), text("kind")], ["fri", "meeting"]);
    assert_eq!([text("people"), text("topics")], ["2", "budget"]);
    assert_eq!(draft.opened("on_date"), Some("2026-11-22"));
    assert_eq!(draft.text("note"), None, "only what was typed is a draft");
    let screen = drawn(&mut form, 80, 24);
    for seen in ["Fri 27 Nov, in 5 d", "Dana Petrov", "meeting"] {
        assert!(screen.contains(seen), "{seen} is missing:\n{screen}");
    }
}

#[test]
fn no_size_breaks_a_form() {
    let mut form = form();
    keys(&mut form, &[TAB, Key::letter(' ')]);
    for (width, height) in [(0, 0), (1, 1), (3, 3), (12, 4), (40, 10), (80, 24), (300, 100)] {
        drawn(&mut form, width, height);
    }
}

const ENTER: Key = Key::of(Code::Enter);
const ESC: Key = Key::of(Code::Esc);

fn go_to(form: &mut Form, key: &str) {
    while form.fields.get(form.focus).is_none_or(|field| field.spec.key != key) {
        keys(form, &[TAB]);
    }
}

fn text(form: &Form, key: &str) -> String {
    let field = form.fields.iter().find(|field| field.spec.key == key).expect("a field");
    field.text().to_owned()
}

fn paste(form: &mut Form, pasted: &str) {
    form.input(&Input::Paste(pasted.to_owned()), &Scene::new().sight());
}

const fn ctrl(letter: char) -> Key {
    Key::ctrl(Code::Char(letter))
}

/// What is drawn, and where the cursor is.
fn place(form: &mut Form, sought: &str) -> (u16, u16) {
    let screen = drawn(form, 80, 24);
    let (y, line) =
        screen.lines().enumerate().find(|(_, line)| line.contains(sought)).expect("on the screen");
    let x = line.split(sought).next().expect("a start").chars().count();
    (u16::try_from(x).expect("small"), u16::try_from(y).expect("small"))
}

fn click(form: &mut Form, (x, y): (u16, u16)) -> Outcome {
    form.input(&Input::Pointer { press: Press::Click, x, y }, &Scene::new().sight())
}

#[test]
fn keys_edit_a_line_as_everywhere_and_every_step_can_be_taken_back() {
    let left = Key::of(Code::Left);
    let cases: &[(&str, &[Key], &str)] = &[
        ("budget frozen", &[ctrl('a'), Key::of(Code::Delete)], "udget frozen"),
        ("budget frozen", &[ctrl('w')], "budget "),
        ("budget frozen", &[ctrl('w'), ctrl('y'), ctrl('y')], "budget frozenfrozen"),
        ("budget frozen", &[Key::alt(Code::Char('b')), ctrl('k')], "budget "),
        ("budget frozen", &[left, left, ctrl('u')], "en"),
        ("budget", &[Key::of(Code::Home), Key::ctrl(Code::Delete)], ""),
        ("budget frozen", &[ctrl('z')], "budget"),
        ("budget frozen", &[ctrl('z'), ctrl('z')], ""),
        ("budget frozen", &[ctrl('z'), ctrl('z'), Key::alt(Code::Char('z'))], "budget"),
        (
            "budget frozen",
            &[Key::of(Code::Backspace), Key::of(Code::Backspace), ctrl('z')],
            "budget frozen",
        ),
        ("e\u{301}e\u{301}", &[Key::of(Code::Backspace)], "e\u{301}"),
        ("日本", &[left, Key::letter('x')], "日x本"),
    ];
    for field in ["summary", "note"] {
        for (before, pressed, after) in cases {
            let mut form = form();
            go_to(&mut form, field);
            typed(&mut form, before);
            keys(&mut form, pressed);
            assert_eq!(text(&form, field), *after, "{field}: {before:?} {pressed:?}");
        }
    }
}

#[test]
fn a_paste_keeps_its_lines_only_where_there_are_lines() {
    let pasted = "one\r\ntwo\tthree\u{1b}[2J\n";
    let mut form = form();
    go_to(&mut form, "summary");
    paste(&mut form, pasted);
    assert_eq!(text(&form, "summary"), "one two three[2J");
    keys(&mut form, &[ctrl('z')]);
    assert_eq!(text(&form, "summary"), "", "a paste is one step");
    go_to(&mut form, "note");
    paste(&mut form, pasted);
    assert_eq!(text(&form, "note"), "one\ntwo three[2J\n");
    go_to(&mut form, "lead");
    paste(&mut form, "karl");
    assert_eq!(text(&form, "lead"), "4");
}

#[test]
fn the_first_letter_takes_the_place_of_a_day_and_an_arrow_keeps_it() {
    let mut form = form();
    keys(&mut form, &[Key::of(Code::Left), Key::letter('1')]);
    assert_eq!(text(&form, "on_date"), "2026-11-212");
    keys(&mut form, &[TAB, Key::shift(Code::Tab)]);
    typed(&mut form, "fri");
    assert_eq!(text(&form, "on_date"), "fri");
    keys(&mut form, &[ctrl('z'), ctrl('z')]);
    assert_eq!(text(&form, "on_date"), "2026-11-212", "nothing is lost by it");
}

#[test]
fn a_choice_is_found_by_letters_gone_through_by_arrows_and_taken_back_by_esc() {
    let mut form = form();
    go_to(&mut form, "lead");
    typed(&mut form, "lee");
    assert_eq!(text(&form, "lead"), "3", "Jo Lee is found first");
    keys(&mut form, &[Key::of(Code::Down)]);
    assert_eq!(text(&form, "lead"), "6", "Tom Lee");
    assert_eq!(keys(&mut form, &[ESC]), Outcome::Stays);
    assert_eq!(text(&form, "lead"), "", "as it was before");
    assert_eq!(keys(&mut form, &[ESC]), Outcome::Closes);
    keys(&mut form, &[Key::of(Code::Right), Key::of(Code::Right)]);
    assert_eq!(text(&form, "lead"), "2", "the second one, the list folded");
    keys(&mut form, &[Key::of(Code::Backspace)]);
    assert_eq!(text(&form, "lead"), "");
}

#[test]
fn a_name_that_begins_so_comes_before_one_that_holds_it() {
    let mut form = form();
    go_to(&mut form, "people");
    typed(&mut form, "a");
    let screen = drawn(&mut form, 80, 40);
    let place = |name: &str| screen.find(name).expect("found");
    assert!(place("Ana Ruiz") < place("Dana Petrov"), "{screen}");
    typed(&mut form, "xx");
    assert!(drawn(&mut form, 80, 24).contains("nothing here is called “axx”"));
    assert_eq!(keys(&mut form, &[ctrl('s')]), Outcome::Stays);
    assert!(drawn(&mut form, 80, 24).contains("✕ nothing here is called “axx”"));
}

#[test]
fn several_are_taken_by_space_by_enter_and_by_going_on() {
    let mut form = form();
    go_to(&mut form, "people");
    let space = Key::letter(' ');
    keys(&mut form, &[space, space, Key::of(Code::Down), space]);
    assert_eq!(text(&form, "people"), "1,2");
    keys(&mut form, &[space]);
    assert_eq!(text(&form, "people"), "1");
    typed(&mut form, "karl");
    keys(&mut form, &[ENTER]);
    assert_eq!(text(&form, "people"), "1,4");
    typed(&mut form, "pia");
    keys(&mut form, &[TAB]);
    assert_eq!(text(&form, "people"), "1,4,5");
    assert_eq!(form.fields[form.focus].spec.key, "topics");
}

#[test]
fn arrows_leave_a_text_at_its_edges() {
    let mut form = form();
    go_to(&mut form, "note");
    typed(&mut form, "one");
    keys(&mut form, &[ENTER]);
    typed(&mut form, "two");
    assert_eq!(text(&form, "note"), "one\ntwo");
    keys(&mut form, &[Key::of(Code::Up)]);
    assert_eq!(form.fields[form.focus].spec.key, "note");
    keys(&mut form, &[Key::of(Code::Up)]);
    assert_eq!(form.fields[form.focus].spec.key, "summary");
    keys(&mut form, &[Key::of(Code::Down), Key::of(Code::Down), Key::of(Code::Down)]);
    assert_eq!(form.fields[form.focus].spec.key, "next");
}

#[test]
fn a_click_goes_to_a_field_and_a_character_and_takes_an_option() {
    let mut form = form();
    go_to(&mut form, "summary");
    typed(&mut form, "budgt");
    keys(&mut form, &[TAB]);
    let (x, y) = place(&mut form, "budgt");
    click(&mut form, (x + 4, y));
    typed(&mut form, "e");
    assert_eq!(text(&form, "summary"), "budget");
    let who = place(&mut form, " who ");
    click(&mut form, who);
    click(&mut form, who);
    let karl = place(&mut form, "Karl Ott");
    click(&mut form, karl);
    assert_eq!(text(&form, "people"), "4");
}

#[test]
fn errors_stand_under_their_fields_until_something_else_is_typed() {
    let mut form = form();
    let error = |key: &str| FieldError { key: key.to_owned(), message: "which one?".to_owned() };
    form.errors = vec![error("count"), error("summary")];
    let lines = drawn(&mut form, 80, 24);
    let lines: Vec<&str> = lines.lines().collect();
    let seats = lines.iter().position(|line| line.contains("seats")).expect("a field");
    assert!(lines[seats + 1].contains("✕ which one?"), "{}", lines.join("\n"));
    go_to(&mut form, "count");
    typed(&mut form, "3");
    assert_eq!(form.errors, [error("summary")]);
}

#[test]
fn the_wheel_shows_the_rest_and_a_key_comes_back() {
    let mut form = form();
    let down = Input::Pointer { press: Press::WheelDown, x: 5, y: 5 };
    assert!(!drawn(&mut form, 40, 10).contains("next step"));
    for _ in 0..5 {
        form.input(&down, &Scene::new().sight());
    }
    assert!(drawn(&mut form, 40, 10).contains("next step"));
    keys(&mut form, &[Key::of(Code::Left)]);
    assert!(drawn(&mut form, 40, 10).contains(" day "));
}

#[test]
fn the_editor_gets_texts_alone_and_its_last_line_end_is_not_the_text_s() {
    let mut form = form();
    go_to(&mut form, "note");
    typed(&mut form, "old");
    let wishes = keys(&mut form, &[Key::of(Code::F(4))]);
    let asked = Outcome::Wishes(vec![Wish::Program(Action::Editor)]);
    assert_eq!(wishes, asked);
    form.edited("old\nnew\n");
    assert_eq!(text(&form, "note"), "old\nnew");
    keys(&mut form, &[ctrl('z')]);
    assert_eq!(text(&form, "note"), "old");
    go_to(&mut form, "summary");
    form.edited("one\ntwo\n");
    assert_eq!(text(&form, "summary"), "one two");
    go_to(&mut form, "lead");
    assert_ne!(keys(&mut form, &[Key::of(Code::F(4))]), asked);
}

#[test]
fn what_an_import_left_in_a_field_stays_until_it_is_changed() {
    let mut spec = spec();
    spec.fields[7].text = "two\nlines".to_owned();
    spec.fields[8].text = "one\r\ntwo\r\n".to_owned();
    spec.fields[2].text = "4,99".to_owned();
    let mut form = Form::of(form().subject, trial::facts(None), spec, None);
    let screen = drawn(&mut form, 80, 24);
    assert!(screen.contains("two␤lines") && screen.contains("Karl Ott, 99"), "{screen}");
    for _ in 0..12 {
        keys(&mut form, &[TAB]);
    }
    assert_eq!(form.draft(), None);
}

#[test]
fn nothing_drives_the_terminal() {
    let mut form = form();
    let nasty = "a\u{202e}b\u{200d}c\u{200b}d";
    for field in ["summary", "note"] {
        go_to(&mut form, field);
        typed(&mut form, nasty);
    }
    for _ in 0..2 {
        let screen = drawn(&mut form, 80, 24);
        let found: Vec<char> =
            screen.chars().filter(|c| *c != '\n' && crate::text::drives(*c)).collect();
        assert_eq!(found, Vec::<char>::new());
        keys(&mut form, &[TAB]);
    }
    assert_eq!(text(&form, "note"), nasty, "it is all still there");
}
