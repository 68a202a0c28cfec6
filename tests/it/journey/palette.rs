//! The help that is the palette: everything can be found in it and done from it.

use super::session::Session;

#[test]
fn what_has_no_key_is_done_from_the_palette() {
    let mut session = Session::demo();
    session.keys("?").sees("What can be done").sees("Add").sees("account");
    session.keys("tier").sees("▸").keys("<Enter>").misses("What can be done").sees("trategic");
}

#[test]
fn it_opens_by_three_keys_and_begins_with_the_pane() {
    for key in ["?", ":", "<Ctrl-P>"] {
        let mut session = Session::demo();
        session.keys("<Tab><Tab><Tab>").keys(key).sees("Here: score").sees("own score, 0 is 10");
        session.keys("<Esc>").misses("What can be done");
    }
}

#[test]
fn something_is_added_without_a_letter_of_the_menu() {
    let mut session = Session::demo();
    session.keys(":revenue entry<Enter>").sees("Contoso").misses("What can be done");
    session.keys("<Esc>");
}

#[test]
fn on_a_terminal_without_signs_all_that_is_drawn_is_ascii() {
    let mut session = Session::demo();
    session.bench.app.ascii = true;
    for keys in [
        "", "]", "]", "L", "L", "L", "w", "<Esc>", "?", "<Esc>", "ap", "<Esc>", "/tier:s", "<Esc>",
        "g",
    ] {
        session.keys(keys);
        for (width, height) in [(80, 24), (120, 36), (200, 60)] {
            let screen = session.draw(width, height);
            let sign = screen.chars().find(|c| !c.is_ascii() && !c.is_alphabetic());
            assert_eq!(sign, None, "after {keys}:\n{screen}");
        }
    }
}
