//! A champion leaves: from the news to the first call, by keys.

use super::session::Session;

/// To the map of Woodgrove, whose champion is J. Laird.
const WOODGROVE: &str = "gwoodgrove<Enter><Tab><Tab>";

#[test]
fn a_champion_who_leaves_leaves_a_playbook_behind_that_one_key_opens() {
    let mut session = Session::demo();
    session.keys(WOODGROVE).keys("<Down>").sees("▸ J. Laird").misses("Champion left");
    session.keys("d").sees("left the company").keys("<Enter>");
    session.sees("Is champion").sees("takes over");
    session.keys("yesterday<Tab>Relecloud<Ctrl-S>").sees("J. Laird left.").sees("✕Laird");
    // The head says it, the map offers what is to be done: no name is typed again.
    session.sees("! ▸ Champion left: J. Laird, 21 Nov").sees("p champion gone");
    session.keys("p").sees("Reach J. Laird: thank them, ask who takes over");
    session.keys("<Enter>").misses("p champion gone");
    let steps = session.screen();
    assert!(steps.contains("Reach J. Laird"), "{steps}");
    // The playbook was one step, the leaving another.
    session.keys("u").sees("p champion gone").keys("u").misses("✕Laird").sees("★Laird");
}

#[test]
fn who_takes_over_from_a_champion_is_the_champion() {
    let mut session = Session::demo();
    session.keys(WOODGROVE).keys("<Down>d<Enter><Tab><Tab>").sees("takes over");
    session.keys("innes<Enter><Ctrl-S>").sees("J. Laird left, R. Innes takes over");
    session.misses("Champion left").sees("★Innes");
}

#[test]
fn the_form_of_a_leaving_names_the_sponsor_pair_it_breaks() {
    let mut session = Session::demo();
    session.keys(WOODGROVE).sees("▸ ").keys("<Home>");
    let mut at = 0;
    while !session.screen().contains("▸ A. Boyd") {
        assert!(at < 6, "{}", session.screen());
        session.keys("<Right>");
        at += 1;
    }
    session.keys("d<Enter>").sees("Sponsor pairs 1: M. Adler");
}
