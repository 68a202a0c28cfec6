//! Signals are answered and numbers explain themselves, by keys.

use super::session::Session;

#[test]
fn a_signal_is_put_off_heard_again_and_the_undo_takes_it_back() {
    let mut session = Session::demo();
    session.sees("! ▸ Champion left: T. Lee").keys("Z").sees("Champion gone: later");
    session.keys("<Enter>").sees("champion gone put off until").misses("! ▸ Champion left");
    session.keys("u").sees("! ▸ Champion left: T. Lee");
    session.keys("N").sees("for good").keys("good<Enter>").sees("champion gone switched off");
    session.misses("! ▸ Champion left").keys("N<Up><End>").sees("put off or switched off here");
    session.keys("<Enter>").sees("heard again").keys("<Enter>").sees("! ▸ Champion left: T. Lee");
}

#[test]
fn what_is_put_off_stays_so_over_a_restart() {
    let mut session = Session::demo();
    session.keys("Z<Enter>").misses("! ▸ Champion left");
    session = session.restart();
    session.misses("! ▸ Champion left").keys("u").sees("! ▸ Champion left");
}

#[test]
fn the_score_says_what_it_is_made_of_and_what_if_keeps_nothing() {
    let mut session = Session::demo();
    session.keys("<Tab><Tab><Tab>w").sees("Why 5.2 RISK ─ Contoso").sees("seats active 40 of 75");
    session.sees("since 12 Nov").sees("5.9 → 5.2");
    session.keys("<Right><Right><Right><Right><Right><Right><Right><Right><Right><Right>");
    session.sees("What if: 5.2 → 6.0 WATCH").sees("is 4.0").sees("nothing is kept");
    session.keys("x").sees("Why 5.2 RISK").misses("What if").keys("<Esc>").sees("5.2 RISK");
    assert!(session.desk.history(1).expect("a history")[0].kind != "edit");
}

#[test]
fn the_place_in_the_list_says_what_moves_it() {
    let mut session = Session::demo();
    session.keys("w").sees("Why here: NOW").sees("for the strongest signal").sees("without it");
    session.keys("<Down>").sees("A step that the client was told of is past its day");
    session.keys("<Enter>").sees("Tell K. Ott when it will come").keys("<Esc>");
    session.keys("w<Tab>").sees("Back to 6.0, each by itself").keys("<Tab>").sees("Why here");
}
