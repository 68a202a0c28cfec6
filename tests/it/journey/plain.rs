//! Plain records by keys alone: one form each, one step each, taken back and done again.

use super::session::Session;
use crate::storage::dump;

/// From the list of the demo book, on Contoso: the keys, and what is said of it.
const NEW: &[(&str, &str)] = &[
    ("afOtt<Tab><Tab>4<Tab>too slow<Tab>support<Ctrl-S>", "Contoso: NPS 4 of K. Ott."),
    ("af<Tab>value<Tab>5<Ctrl-S>", "Contoso: perceived value 5, anonymous."),
    ("aiRuiz<Enter><Ctrl-S>", "A. Ruiz asked for an answer."),
    ("aAreview<Tab>Roy<Ctrl-S>", "Contoso: J. Roy asked for a review."),
    ("aCMia Berg<Tab>Support lead<Ctrl-S>", "Colleague Mia Berg."),
    (
        "aT<Tab>Mia Berg, Support lead<Tab>delivery<Ctrl-S>",
        "Contoso: Mia Berg in the team, delivery.",
    ),
    ("aSRuiz<Tab><Tab>Ada Low, CEO<Ctrl-S>", "Contoso: sponsors A. Ruiz and Ada Low."),
    ("az<Tab>+2w<Tab>summer leave<Ctrl-S>", "Away 22 Nov to 6 Dec."),
    (":signal off here<Enter>no plan<Ctrl-S>", "no plan switched off"),
    (":signal off for a tier<Enter>no plan<Tab>growth<Ctrl-S>", "No plan off for growth accounts."),
    (
        ":complaint closed<Enter><Tab>Ott<Tab>he got his refund<Ctrl-S>",
        "Contoso: open detractor of K. Ott closed.",
    ),
    (":communication<Enter>14<Ctrl-S>", "Contoso: communication plan edited."),
    (":feedback agreement<Enter>1 nov<Ctrl-S>", "Contoso: feedback agreement edited."),
    (":account lost<Enter><Tab>insolvent<Tab>no<Ctrl-S>", "Contoso: loss edited."),
];

#[test]
fn every_plain_record_comes_in_one_step_and_goes_back() {
    for (keys, says) in NEW {
        let mut session = Session::demo();
        let book = |session: &Session| dump(&session.place.book);
        let before = book(&session);
        session.keys(keys).sees(says);
        let after = book(&session);
        assert_ne!(before, after, "{keys}");
        session = session.restart();
        session.keys("u");
        assert_eq!(book(&session), before, "{keys}\n{}", session.screen());
        session.keys("U");
        assert_eq!(book(&session), after, "{keys}");
    }
}

#[test]
fn what_a_figure_means_is_said_while_it_is_typed() {
    let mut session = Session::demo();
    session.keys("afOtt<Tab><Tab>").misses("a detractor").keys("4").sees("a detractor: open until");
    session.keys("<Ctrl-U>9").sees("a promoter").misses("a detractor");
}

#[test]
fn a_half_filled_plain_form_is_offered_again() {
    let mut session = Session::demo();
    session.keys("afOtt<Tab><Tab>4<Tab>too slow<Esc>");
    let mut session = session.restart();
    session.sees("New answer · Contoso").sees("too slow").keys("<Enter>").sees("typed earlier");
    session.keys("<Ctrl-S>").sees("Contoso: NPS 4 of K. Ott.");
}

#[test]
fn the_add_menu_begins_with_what_the_pane_is_for() {
    let mut session = Session::demo();
    session.keys("a").sees("▸a account").sees("▸").keys("<Esc>");
    session.keys("<Tab><Tab>a").sees("▸p person").keys("<Right>").sees("▸O offering of ours");
    session.keys("<Left><Esc><Tab>a").sees("▸h own score").keys("<Enter>").sees("1 to 10");
}

/// Down to the line that says this.
fn go_to(session: &mut Session, says: &str) {
    for _ in 0..60 {
        let screen = session.screen();
        if screen.lines().any(|line| line.contains("┃▸") && line.contains(says)) {
            return;
        }
        session.keys("<Down>");
    }
    session.sees(&format!("▸ … {says}"));
}

#[test]
fn a_record_is_edited_and_deleted_on_its_line_and_comes_back() {
    let mut session = Session::demo();
    let before = dump(&session.place.book);
    session.keys("<Shift-Tab>]]]]]");
    go_to(&mut session, "I. Falk");
    session.keys("e").sees("I. Falk in the team, delivery · Contoso").keys("<Esc>");
    session.keys("d").sees("Contoso: I. Falk in the team, delivery removed.");
    assert_ne!(dump(&session.place.book), before);
    session.keys("u");
    assert_eq!(dump(&session.place.book), before);
}
