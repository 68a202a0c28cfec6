//! The story of the week by keys: from anywhere, each sentence with its records, the three biggest
//! things done from where they stand.

use super::Session;
use super::sizes::kept;
use trellis::domain::plan::step::Step;

/// The rows of the page at this size, without the frame.
fn rows(session: &mut Session, width: u16, height: u16) -> Vec<String> {
    let screen = session.draw(width, height);
    let inner = screen.lines().filter(|line| line.starts_with('┃'));
    inner.map(|line| line.trim_matches('┃').trim_end().to_owned()).collect()
}

#[test]
fn it_opens_from_anywhere_and_a_narrow_screen_holds_it() {
    for view in ["", "2", "3", "4", "5"] {
        let mut session = Session::demo();
        session.keys(view).keys("W").sees("16 Nov to 22 Nov");
        let rows = rows(&mut session, 80, 24);
        let page = rows.iter().take_while(|row| !row.contains("────")).collect::<Vec<_>>();
        for part in ["ARR ", " work ", "First of all", " 3 ", "Until Sun 29 Nov", " steps "] {
            assert!(page.iter().any(|row| row.contains(part)), "{part}: {rows:#?}");
        }
        assert!(!rows.iter().any(|row| row.ends_with('↓')), "all of it is seen: {rows:#?}");
    }
}

#[test]
fn a_sentence_opens_its_records_and_a_record_its_form() {
    let mut session = Session::demo();
    session.keys("W<Home>");
    for _ in 0..20 {
        if session.screen().contains("▸  people") {
            break;
        }
        session.keys("<Down>");
    }
    session.sees("▸  people").keys("<Enter>").sees("Contoso: T. Lee left").keys("<Enter>");
    session.sees("T. Lee").sees("Esc").keys("<Esc>").sees("First of all");
}

#[test]
fn the_things_to_do_are_done_where_they_stand() {
    let mut session = Session::demo();
    session.keys("W<Home>");
    for _ in 0..20 {
        if session.screen().contains("▸  1 ") {
            break;
        }
        session.keys("<Down>");
    }
    session.sees("▸  1 Contoso").sees("Champion left: T. Lee").sees("p playbook");
    let steps = |session: &Session| -> usize {
        let all: Vec<Step> = session.bench.reading.every().expect("steps");
        all.iter().filter(|one| one.signal.as_deref() == Some("champion-left")).count()
    };
    let before = steps(&session);
    session.keys("i");
    assert_eq!(steps(&session), before + 1, "{}", session.screen());
    session.misses("▸  1 Contoso        ! Champion left").sees("(u undo)");
    session.keys("u").sees("1 Contoso").sees("Champion left: T. Lee");
    session.keys("o").sees("Who we know").sees("Contoso");
}

#[test]
fn an_empty_book_and_hidden_names_tell_no_more_than_they_may() {
    let mut session = Session::empty();
    session.keys("W").sees("The book has no account that counts yet.");
    session.sees("Nothing falls due in the next seven days.");
    let mut session = Session::demo();
    session.keys("W").sees("Contoso").keys("m").sees("Account ");
    for name in ["Contoso", "T. Lee", "E. Muir", "€"] {
        session.misses(name);
    }
}

#[test]
fn it_stands_at_two_sizes_as_it_was_looked_at() {
    let mut session = Session::demo();
    session.keys("W");
    for (width, height) in [(80, 24), (120, 36)] {
        kept(&format!("story-{width}x{height}"), &session.draw(width, height));
    }
}
