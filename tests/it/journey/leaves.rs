//! The row of pages of the whole book: keys typed ahead of the reading, and what a figure of the
//! whole book leads to.

use super::session::{Session, read};
use trellis::tui::key::Input;

/// Presses keys faster than anything is read, as a shell that drains its queue does.
fn ahead(session: &mut Session, keys: &str) {
    for key in read(keys) {
        let errands = session.bench.input(&Input::Key(key));
        assert!(errands.is_empty(), "nothing is written by {key}");
    }
    session.bench.read_wished().expect("read");
}

#[test]
fn keys_typed_ahead_of_the_reading_do_what_they_do_after_it() {
    for keys in [
        "2<Left>t",
        "2<Tab><Down>w",
        "2+++p",
        "2<Tab><Tab><Tab><End>o",
        "5<Down>o",
        "5<Down><Enter>",
        "5<Tab><Tab><Down>w",
        "f<Down><Enter>",
        "f<Down>w",
        "f<Right><Right>",
        "W<Down>w",
        "3<Down><Enter>",
        "4<Down>w",
    ] {
        let (mut slow, mut quick) = (Session::demo(), Session::demo());
        slow.keys(keys);
        ahead(&mut quick, keys);
        assert_eq!(quick.screen(), slow.screen(), "{keys}");
        slow.misses("Nothing stands here");
    }
}

#[test]
fn from_a_figure_of_the_whole_book_tab_leads_to_the_score_of_the_account_behind_it() {
    let mut session = Session::demo();
    session.keys("2<Left>w").sees("Why Contoso: Rescue").keys("<Tab>").sees("Why 5.2");
    session.keys("<Esc><Left><End>w").sees("Why No answer").keys("<Down><Tab>").sees("Why ");
    session.misses("Why No answer");
}

#[test]
fn what_is_about_the_panes_of_the_book_changes_nothing_unseen_and_is_not_offered() {
    for page in ["2", "2<Tab><End>", "f", "W", "5<Down>"] {
        let mut session = Session::demo();
        session.keys(page);
        let footer = session.draw(200, 50).lines().next_back().unwrap_or_default().to_owned();
        for offered in ["zoom", "next signal", "map view"] {
            assert!(!footer.contains(offered), "{page}: {footer}");
        }
        for key in ["z", "v", "V", "n", "<Ctrl-Down>"] {
            session.keys(key).sees("That is for the Book; 1 goes there.");
        }
        session.keys("1").misses("marked").sees("who needs me").sees("Who we know");
    }
}

#[test]
fn a_line_that_is_being_done_is_not_done_again() {
    let mut session = Session::demo();
    // The first opportunity: Space plans the talk about it.
    session.keys("5<Down>").sees("Space plan a talk");
    let space = read("<Space>").remove(0);
    let first = session.bench.input(&Input::Key(space));
    assert_eq!(first.len(), 1, "{first:?}");
    assert!(session.bench.input(&Input::Key(space)).is_empty(), "the first is not written yet");
}
