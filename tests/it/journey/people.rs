//! The map worked on by keys.

use super::session::Session;

/// From the list to the map of the account looked at.
const MAP: &str = "<Tab><Tab>";

#[test]
fn who_is_not_placed_gets_a_level_by_two_keys_and_undo_takes_it_back() {
    let mut session = Session::demo();
    session.keys(MAP).keys("<Down><Down><Down>").sees("▸ D. Fox Consultant");
    session.keys("<Enter>").sees("▸user").sees("by the title").keys("<Enter>");
    session.sees("D. Fox placed: user.").sees("not placed 1: N. Abe").sees("▸ N. Abe");
    session.keys("u").sees("not placed 2").keys("U").sees("not placed 1");
    let mut session = session.restart();
    session.sees("not placed 1: N. Abe");
    session.keys("u").sees("not placed 2: D. Fox, N. Abe");
}

#[test]
fn what_titles_leave_no_doubt_about_is_accepted_at_once() {
    let mut session = Session::demo();
    session.keys(MAP).sees("not placed 2 · A places 1").keys("A");
    session.sees("1 level accepted at Contoso, 1 still open").sees("not placed 1: N. Abe");
    session.keys("A").sees("One is not placed, and the title leaves doubt");
    session.keys("u").sees("not placed 2");
}

#[test]
fn a_gap_is_filled_where_it_is() {
    let mut session = Session::demo();
    session.sees("6 of 9").keys(MAP).keys("<Right><Right>").sees("▸ empty, 3 wanted");
    session.keys("<Enter>Dana Berg<Ctrl-S>");
    session.sees("Dana Berg added at Contoso").sees("D. Berg").sees("7 of 9");
    session.keys("u").misses("D. Berg").sees("6 of 9");
}

#[test]
fn still_true_verifies_a_person_and_holds_a_digit() {
    let mut session = Session::demo();
    // M. Ito is getting old.
    session.keys(MAP).keys("<Down><Right>").sees("Dir 9 mo~").keys("=");
    session.sees("M. Ito still true").misses("9 mo~");
    session.keys("=").sees("M. Ito is known to be true as of today");
    session.keys("u").sees("9 mo~");
    // An empty seat holds nothing to be true.
    session.keys("<Right>=").sees("= says of a person");
    session.keys("<Tab>").keys("=").sees("has no score of your own");
}

#[test]
fn who_has_no_account_is_found_and_put_away() {
    let mut session = Session::demo();
    session.keys(":without<Enter>").sees("Without account ─ 2 people").sees("R. Novak");
    session.keys("<Del>").sees("Without account ─ 1 person").misses("r.novak@");
    session.keys("<Esc>u").keys(":without<Enter>").sees("R. Novak");
}
