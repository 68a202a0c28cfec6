//! The views of the map by keys: whoever is chosen in one stays chosen in the next, and Enter
//! edits them.

use super::session::Session;

/// From the list to the map of the account looked at.
const MAP: &str = "<Tab><Tab>";

#[test]
fn who_is_chosen_on_a_seat_is_chosen_in_every_view() {
    let mut session = Session::demo();
    session.keys(MAP).keys("<Down><Down>").sees("▸ K. Ott");
    for title in ["Feedback", "Warmth", "Power", "Reports to"] {
        session.keys("L").sees(&format!("━ {title} ━")).sees("▸ K. Ott");
    }
    session.keys("L").misses("━ Reports to ━").sees("▸ K. Ott");
}

#[test]
fn somebody_in_a_view_is_edited_by_enter_and_stays_chosen_where_they_go() {
    let mut session = Session::demo();
    session.keys(MAP).keys("LLL").sees("━ Power ━").sees("▸ A. Ruiz");
    let stands = |session: &mut Session, row: &str| {
        let screen = session.screen();
        let line = screen.lines().find(|line| line.contains(&format!("┃ {row} "))).expect("a row");
        line.contains("A. Ruiz")
    };
    assert!(stands(&mut session, "HIGH"));
    session.keys("<Enter><Tab><Tab><Tab><Tab><Tab>low<Enter><Ctrl-S>").sees("A. Ruiz changed");
    session.sees("▸ A. Ruiz");
    assert!(stands(&mut session, "LOW"));
}

#[test]
fn the_tree_is_walked_along_its_branches() {
    let mut session = Session::demo();
    session.keys(MAP).keys("LLLL<Home>").sees("▸ A. Ruiz");
    session.keys("<Right>").misses("▸ A. Ruiz").keys("<Left>").sees("▸ A. Ruiz");
    session.keys("<End>").misses("▸ A. Ruiz").keys("<Home>").sees("▸ A. Ruiz");
}

#[test]
fn who_is_not_placed_is_chosen_in_a_view_and_still_chosen_on_the_seats() {
    let mut session = Session::demo();
    session.keys(MAP).keys("L<End>").sees("not placed 2").sees("▸ D. Fox");
    session.keys("<Right>").sees("▸ N. Abe").keys("LLLL").sees("▸ N. Abe");
    // On the seats Enter places; in the other views it edits.
    session.keys("<Enter>").sees("Where does N. Abe stand?");
}

#[test]
fn what_the_tree_has_no_room_for_is_counted_and_cuts_no_figure() {
    let mut session = Session::demo();
    session.keys(MAP).keys("LLLL<Home>");
    // Nine lines, of which one is a heading, in a place for six: of P. Sy's 20 d nothing is left.
    let drawn = session.draw(80, 24);
    let last = drawn.lines().find(|line| line.contains("P. Sy 9")).expect("the last of them");
    assert!(last.contains("US     +2 ┃"), "{drawn}");
    let drawn = session.keys("<End>").draw(80, 24);
    let last = drawn.lines().find(|line| line.contains("┃ N. Abe")).expect("the very last");
    assert!(last.contains("+3 ┃"), "{drawn}");
}

#[test]
fn an_empty_map_says_what_it_is_for_and_its_key() {
    let mut session = Session::acme();
    let drawn = session.draw(80, 24);
    assert!(drawn.contains("Nobody yet; 3 seats are free."), "{drawn}");
    assert!(drawn.contains("a p adds somebody."), "{drawn}");
    let drawn = session.keys(MAP).draw(80, 24);
    assert!(drawn.contains("▸ empty: 0 of 1 decision makers"), "{drawn}");
    assert!(drawn.contains("Enter fills it"), "{drawn}");
}
