use super::spec::{Choice, FieldKind, FieldSpec};
use super::*;
use crate::tui::key::{Code, Input, Key};
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
            FieldSpec::new("amount", "amount", FieldKind::Amount, ""),
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
    let subject = Subject::Talk { account: 1, talk: Some(7), with: None };
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
