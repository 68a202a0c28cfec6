//! The views beside the Book: how one gets there and back.

use super::session::Session;
use trellis::tui::key::{Code, Input, Key};
use trellis::tui::screen::view::View;

#[test]
fn each_view_is_one_key_away_or_two_and_is_found_again() {
    let mut session = Session::demo();
    for (keys, view) in [
        ("3", View::Agenda),
        ("2", View::Portfolio),
        ("5", View::Expansion),
        ("g4", View::Grid),
        ("g1", View::Book),
        ("R", View::Review),
        ("<Esc>", View::Book),
        ("f", View::Portfolio),
        ("g5", View::Expansion),
        ("W", View::Portfolio),
        ("g3", View::Agenda),
    ] {
        session.keys(keys);
        assert_eq!(session.bench.app.view(), view, "{keys}");
    }
    let mut session = session.restart();
    assert_eq!(session.bench.app.view(), View::Agenda);
    session.keys("gcontoso<Enter>").sees("┌ Contoso ─ Strategic");
    assert_eq!(session.bench.app.view(), View::Book, "who goes to an account wants to see it");
}

#[test]
fn the_walk_through_old_figures_begins_from_anywhere() {
    for keys in ["", "3", "R", "4<Tab>"] {
        let mut session = Session::demo();
        session.keys(keys).keys(":stale<Enter>").sees("Factors");
        assert_eq!(session.bench.app.view(), View::Grid, "from {keys}");
    }
}

#[test]
fn keys_typed_ahead_of_a_page_are_about_its_lines() {
    // Nothing is read in between but what a key must have.
    let ahead = |keys: &[Key]| {
        let mut session = Session::demo();
        for key in keys {
            session.bench.input(&Input::Key(*key));
        }
        session.bench.read_wished().expect("read");
        session
    };
    let of = |code| Key::of(code);
    let down = of(Code::Down);
    let mut slow = Session::demo();
    slow.keys("2<Tab><Down><Down><Down><Down><Down><Down><Down>o");
    let mut path = vec![Key::letter('2'), of(Code::Tab)];
    path.extend([down; 7]);
    path.push(Key::letter('o'));
    let mut quick = ahead(&path);
    assert_eq!(quick.screen(), slow.screen());
    assert_eq!(quick.bench.app.view(), View::Book);
    ahead(&[Key::letter('f'), of(Code::Right), of(Code::Right)]).sees("Q2 2027");
}
