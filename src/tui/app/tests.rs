//! Inputs and answers, and what the application makes of them.

use super::*;
use crate::domain::cell::Id;
use crate::error::Kind;
use crate::tui::key::{Code, Key};
use crate::tui::screen::book::fixture;
use crate::tui::theme::{Colours, Theme};
use chrono::NaiveDate;

fn app() -> App {
    App::new(Shown::on(
        NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date"),
        Theme::new(Colours::Without),
    ))
}

fn press(app: &mut App, key: Key) -> Vec<Errand> {
    app.input(&Input::Key(key))
}

fn drawn(app: &mut App, width: u16, height: u16) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    app.draw(area, &mut buffer);
    buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect()
}

#[test]
fn under_a_layer_only_the_keys_of_the_program_act() {
    let mut app = app();
    assert_eq!(press(&mut app, Key::letter('u')), [Errand::Ask(Job::Undo)]);
    assert_eq!(press(&mut app, Key::letter('?')), []);
    assert_eq!(app.context(), Context::Help);
    assert_eq!(press(&mut app, Key::letter('u')), []);
    assert_eq!(press(&mut app, Key::ctrl(Code::Char('l'))), [Errand::Redraw]);
    assert_eq!(press(&mut app, Key::ctrl(Code::Char('z'))), [Errand::Suspend]);
    assert_eq!(press(&mut app, Key::ctrl(Code::Char('c'))), [Errand::Leave]);
}

#[test]
fn q_closes_a_layer_and_leaves_at_the_top() {
    let mut app = app();
    app.tell(&Error::new(Kind::Busy, "another program writes").hint("try again"));
    assert_eq!(app.context(), Context::Message);
    assert_eq!(press(&mut app, Key::letter('q')), []);
    assert_eq!(app.context(), Context::Welcome);
    assert_eq!(press(&mut app, Key::of(Code::Esc)), []);
    assert_eq!(press(&mut app, Key::letter('q')), [Errand::Leave]);
}

#[test]
fn a_click_on_the_footer_presses_its_key() {
    let mut app = app();
    drawn(&mut app, 80, 24);
    let (place, _) = *app.keys.iter().find(|(_, key)| *key == Key::letter('?')).expect("the help");
    let click = Input::Pointer { press: Press::Click, x: place.x, y: place.y };
    assert_eq!(app.input(&click), []);
    assert_eq!(app.context(), Context::Help);
}

#[test]
fn what_goes_on_failing_is_told_once() {
    let mut app = app();
    for _ in 0..3 {
        app.tell(&Error::new(Kind::Busy, "another program writes").hint("try again"));
    }
    assert!(drawn(&mut app, 80, 24).contains("Another program writes."));
    press(&mut app, Key::of(Code::Enter));
    assert_eq!(app.context(), Context::Welcome);
}

#[test]
fn a_notice_stays_until_the_next_key() {
    let mut app = app();
    app.say("Undone: “talk”.");
    assert!(drawn(&mut app, 80, 24).contains("Undone: “talk”."));
    assert!(drawn(&mut app, 80, 24).contains("Undone: “talk”."));
    press(&mut app, Key::of(Code::Down));
    assert!(!drawn(&mut app, 80, 24).contains("Undone"));
    app.saving = true;
    assert!(drawn(&mut app, 80, 24).contains("saving…"));
}

#[test]
fn a_book_that_changes_under_the_log_brings_the_log_of_who_is_left() {
    let mut app = app();
    let mut book = fixture::book();
    book.rows.truncate(2);
    app.renew(book.clone());
    assert_eq!(app.wished, Wished { account: Some(Id(1)), ..Wished::default() });
    press(&mut app, Key::letter(']'));
    assert_eq!(app.wished.log, Some((Id(1), 0)));
    app.wished = Wished::default();
    book.rows.remove(0);
    app.renew(book);
    assert_eq!(
        app.wished,
        Wished { account: Some(Id(2)), log: Some((Id(2), 0)), ..Wished::default() }
    );
    app.wished = Wished::default();
    app.renew(Book::default());
    assert_eq!(app.wished, Wished::default());
    assert_eq!(app.context(), Context::Welcome);
}

#[test]
fn a_paste_into_the_view_does_nothing() {
    assert_eq!(app().input(&Input::Paste("quit".to_owned())), []);
}

#[test]
fn no_size_is_too_small_for_a_layer() {
    for (width, height) in [(0, 0), (1, 1), (39, 9), (40, 10), (300, 100)] {
        let mut app = app();
        press(&mut app, Key::letter('?'));
        drawn(&mut app, width, height);
        app.tell(&Error::new(Kind::Busy, "another program writes").hint("try again"));
        drawn(&mut app, width, height);
    }
}
