//! The views beside the Book: how one gets there and back.

use super::session::Session;
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
