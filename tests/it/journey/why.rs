//! Signals are answered and numbers explain themselves, by keys.

use super::session::Session;
use trellis::tui::key::{Input, Press};

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
fn what_stands_at_the_end_of_the_scale_is_not_tried_there() {
    let mut session = Session::demo();
    // Relecloud: the last talk is within its interval.
    session.keys("/relec<Enter><Tab><Tab><Tab>w<End>").sees("Why 5.7 RISK");
    session.sees("▸ Contact   10.0").sees("It cannot be higher");
    session.keys("<Right>").misses("What if").keys("<Left>").sees("What if: 5.7").sees("9.5");
    session.keys("<Right>").misses("What if");
}

#[test]
fn the_place_in_the_list_says_what_moves_it() {
    let mut session = Session::demo();
    session.keys("w").sees("Why here: NOW").sees("for the strongest signal").sees("without it");
    session.keys("<Down>").sees("A step that the client was told of is past its day");
    session.keys("<Enter>").sees("Tell K. Ott when it will come").keys("<Esc>");
    session.keys("w<Tab>").sees("Back to 6.0, each by itself").keys("<Tab>").sees("Why here");
}

#[test]
fn a_signal_is_taken_in_hand_by_a_step_and_rests() {
    let mut session = Session::demo();
    session.keys("i").sees("In hand: Find out who takes over from T. Lee, Wed 25 Nov");
    session.misses("! ▸ Champion left").sees("! ▸ Promise late 4 d");
    session.keys("w").sees("→ Champion left: T. Lee").keys("<Esc>");
    session.keys("u").sees("! ▸ Champion left");
}

#[test]
fn space_does_what_ends_the_signal() {
    let mut session = Session::demo();
    // The second signal of Contoso is a promise: it is done.
    session.keys("n<Space>").sees("ROI sheet").misses("! ▸ Promise late");
    session.keys("u").sees("Promise late 4 d");
    // Renewal talks: the contract says how they stand.
    session.keys("nn<Space>").sees("notice").keys("<Esc>");
    // Litware is upset: a talk answers it.
    session.keys("<Down>").sees("▸ Upset").keys("<Space>").sees("Talk");
}

#[test]
fn a_signal_about_a_person_leads_to_their_seat() {
    let mut session = Session::demo();
    session.sees("! ▸ Champion left: T. Lee").keys("<Tab><Space>").sees("▸ T. Lee");
}

#[test]
fn a_reason_and_a_day_are_kept_with_what_is_switched_off() {
    let mut session = Session::demo();
    session.keys("Zreason<Enter>").sees("Contoso: champion gone").sees("how");
    session.keys("<Tab>+3w<Tab>Ana names somebody in December<Ctrl-S>");
    session.sees("champion gone put off until 13 Dec").misses("! ▸ Champion left");
    session.keys("Z<End><Enter>").sees("Ana names somebody in December").sees("until 13 Dec");
    session.keys("<Enter>").sees("! ▸ Champion left");
}

#[test]
fn a_day_that_has_passed_is_no_day_to_rest_until() {
    let mut session = Session::demo();
    session.keys("Zreason<Enter><Tab>yesterday<Ctrl-S>").sees("a day to come");
    session.keys("<Esc>").sees("! ▸ Champion left");
}

#[test]
fn a_record_of_a_number_is_opened_from_its_explanation() {
    let mut session = Session::demo();
    session.keys("<Tab><Tab><Tab>w").sees("Why 5.2 RISK");
    // Pulse is an own digit: its form opens over the explanation, and goes back to it.
    session.keys("<Down><Down>").sees("Your own feeling about the account");
    session.keys("<Enter><Enter>").sees("Pulse").sees("Ctrl-S");
    session.keys("<Esc>");
    let screen = session.screen();
    assert!(screen.contains("5.2 RISK"), "{screen}");
}

#[test]
fn the_mouse_chooses_in_an_explanation_and_a_click_beside_it_closes() {
    let mut session = Session::demo();
    session.keys("<Tab><Tab><Tab>w");
    let screen = session.screen();
    let row = screen.lines().position(|line| line.contains("Feedback   3.7")).expect("a row");
    let click = |x, y| Input::Pointer { press: Press::Click, x, y };
    session.input(&click(20, u16::try_from(row).expect("small")));
    session.sees("NPS by level, 60 %");
    session.input(&click(0, 0));
    session.misses("NPS by level, 60 %");
}

#[test]
fn no_size_is_too_small_for_an_explanation() {
    for keys in ["w", "<Tab><Tab><Tab>w<Right>", "<Tab><Tab><Tab>w<Down><Enter>"] {
        let mut session = Session::demo();
        session.keys(keys);
        for (width, height) in [(0, 0), (1, 1), (10, 4), (39, 9), (40, 10), (80, 24), (300, 100)] {
            session.draw(width, height);
        }
    }
}

#[test]
fn a_second_digit_is_for_the_same_factor_wherever_the_first_has_moved_it() {
    let mut session = Session::demo();
    session.keys("<Tab><Tab><Tab><Down><Down>").keys("1").sees("Contoso: Pulse 1");
    // Now it costs most, and stands first.
    session.draw(120, 36);
    session.keys("2").sees("Contoso: Pulse 2").misses("Feedback of Contoso");
}

#[test]
fn the_chosen_signal_stays_chosen_while_others_come() {
    let mut session = Session::demo();
    session.keys("<Tab><Down><Down>").sees("▸ Renewal talks late").draw(120, 36);
    // What comes back stands above it.
    session.keys("<Up><Up>Z<Enter>").sees("▸ Promise late").keys("<Down>").draw(120, 36);
    session.sees("▸ Renewal talks late").keys("u").sees("▸ Renewal talks late");
}
