//! The list: filtered, sorted, marked, gone through by name.

use super::session::{Session, today};
use trellis::domain::account::{Account, Tier};
use trellis::domain::plan::step::Step;

/// The list pane, without the rest of the screen.
fn list(session: &mut Session) -> String {
    session
        .draw(120, 36)
        .lines()
        .map(|line| line.chars().take(47).collect::<String>() + "\n")
        .collect()
}

fn tiers(session: &Session, names: &[&str]) -> Vec<Option<Tier>> {
    let accounts: Vec<Account> = session.desk.every().expect("accounts");
    let of = |name: &&str| accounts.iter().find(|one| one.name == *name).expect("there").tier;
    names.iter().map(of).collect()
}

#[test]
fn a_filter_works_while_it_is_typed_and_esc_brings_back_what_was() {
    let mut session = Session::demo();
    session.keys("<Down><Down>/").sees("a name, or tier:s");
    session.keys("tier:s").sees("━ tier:s ━").sees(" 4/24 ").sees("NOW 1 ─").misses("Litware");
    session.keys(" score:<lt>6").sees(" 2/24 ").sees("Contoso").sees("Relecloud");
    // The account that was looked at is hidden: the first of the others takes its place.
    session.sees("┌ Contoso ─").keys("<Down>").sees("┌ Relecloud ─");
    session.keys("<Esc>").sees("━ who needs me ━").sees(" 24/24 ").sees("┌ Adatum ─");
    session.keys("/tier:s<Enter>").sees("━ tier:s ━").keys("<Down>").sees("┌ Northwind Traders ─");
    session.keys("<Esc>").sees(" 24/24 ").sees("┌ Northwind Traders ─");
}

#[test]
fn whoever_comes_back_into_sight_while_a_filter_is_typed_is_looked_at_again() {
    let mut session = Session::demo();
    session.keys("gnorthw<Enter>").sees("┌ Northwind Traders ─");
    // Half typed it asks for a part of a name, and nobody is called so.
    session.keys("/tie").sees(" 0/24 ").keys("r:s").sees("┌ Northwind Traders ─");
    session.keys("<Enter>").sees("┌ Northwind Traders ─").keys("<Esc>");
    // Who was sought and kept is the one to go on with.
    session.keys("/relec<Enter>").sees("┌ Relecloud ─").keys("<Esc>").sees("┌ Relecloud ─");
    // Who moved in the meantime stays where they went.
    session.keys("/tier:g<Down>").sees("┌ Adatum ─").keys("<Ctrl-U>").sees("┌ Adatum ─");
}

#[test]
fn what_a_filter_may_say_is_whole_on_a_small_screen() {
    let mut session = Session::demo();
    for (typed, told) in [
        ("/kind:x", "stage status"),
        ("/<Ctrl-U>stage:", "onboarding, adopting, established, renewing, notice or none"),
        ("/<Ctrl-U>group:zz", "now, soon, little, hand, fine, prospects or past"),
    ] {
        let screen = session.keys(typed).draw(80, 24);
        assert!(screen.contains(told) && screen.contains(" of 24"), "{screen}");
        session.keys("<Esc>");
    }
}

#[test]
fn a_line_about_many_is_no_account_to_mark() {
    let mut session = Session::demo();
    session.keys("<End><Down>").sees("without account").keys("v").sees("First choose an account.");
    session.misses("marked");
}

#[test]
fn what_is_not_understood_is_said_and_not_kept() {
    let mut session = Session::demo();
    session.keys("/tier:x").sees("tier: takes s, g, m or none").keys("<Enter>");
    session.sees("tier: takes").keys("<Backspace>g").misses("tier: takes").keys("<Enter>");
    session.sees("━ tier:g ━").misses("keep the filter");
    session.keys("/<Ctrl-U>zebra").sees("No account answers to that.").sees(" 0/24 ");
    session.keys("<Enter><Esc>").sees(" 24/24 ");
}

#[test]
fn the_order_can_be_another_one_and_has_no_groups_then() {
    let mut session = Session::demo();
    session.keys("sarr<Enter>").sees("━ by ARR ━").misses("NOW 3");
    let drawn = list(&mut session);
    let place = |name: &str| drawn.find(name).expect("on the screen");
    assert!(place("Northwind Trade") < place("Relecloud"), "{drawn}");
    assert!(place("Relecloud") < place("Contoso"), "{drawn}");
    session.keys("sname<Enter><Home>").sees("┌ Adatum ─").keys("<Down>").sees("┌ Alpine Ski ─");
    session.keys("swho<Enter>").sees("NOW 3");
}

#[test]
fn g_goes_to_an_account_even_where_the_filter_hides_it() {
    let mut session = Session::demo();
    session.keys("gwood<Enter>").sees("┌ Woodgrove Bank ─");
    session.keys("/tier:m<Enter>gcontoso<Enter>").sees("┌ Contoso ─").sees(" 24/24 ");
    session.sees("Contoso was hidden by the filter");
}

#[test]
fn what_is_marked_gets_one_tier_in_one_step() {
    let mut session = Session::demo();
    let names = ["Contoso", "Litware", "Adatum"];
    let before = tiers(&session, &names);
    session.keys("vvv").sees("✓Contoso").sees("━ 3 marked ━");
    session.keys(":tier…<Enter>").sees("Contoso, Litware, Adatum");
    session.keys("main<Enter>").sees("3 accounts: tier maintenance");
    assert_eq!(tiers(&session, &names), [Some(Tier::Maintenance); 3]);
    session.keys("u");
    assert_eq!(tiers(&session, &names), before);
    session.keys("<Esc>").misses("marked");
}

#[test]
fn marks_stay_under_another_filter_and_go_with_esc_before_it() {
    let mut session = Session::demo();
    session.keys("/tier:s<Enter>V").sees("━ 4 marked ━").keys("V").misses("marked").keys("V");
    session.keys("/<Ctrl-U>tier:g<Enter>").sees("━ 4 marked ━").misses("✓");
    session.keys("<Esc>").misses("marked").sees("━ tier:g ━").keys("<Esc>").sees(" 24/24 ");
}

#[test]
fn the_next_steps_of_all_that_are_marked_move_together() {
    let mut session = Session::demo();
    let due = |session: &Session| -> Vec<_> {
        let steps: Vec<Step> = session.desk.every().expect("steps");
        let moved = |step: &Step| step.due_on != step.first_due_on && step.status.open();
        steps.into_iter().filter(moved).map(|step| step.due_on).collect()
    };
    let before = due(&session);
    session.keys("vvt").sees("Contoso, Litware").keys("tomorrow<Enter>");
    session.sees("2 steps of 2 accounts moved to 23 Nov");
    let tomorrow = today().succ_opt();
    let after = due(&session);
    assert_eq!(after.iter().filter(|day| **day == tomorrow).count(), 2, "{before:?} {after:?}");
    session.keys("u");
    assert_eq!(due(&session), before);
}

#[test]
fn the_archive_takes_and_gives_back() {
    let mut session = Session::demo();
    session.keys("<Down>vv:archive<Enter>").sees("2 accounts: put away in the archive");
    session.misses("marked").keys("/status:archived<Enter>").sees("Litware").sees("Adatum");
    session.keys(":archive<Enter>").sees("Litware: out of the archive").sees(" 1/24 ");
}

#[test]
fn a_point_does_the_last_deed_again_where_one_stands_now() {
    let mut session = Session::demo();
    session.keys(".").sees("There is no deed to do again yet.");
    session.keys(":tier…<Enter>main<Enter>").sees("Contoso: tier maintenance");
    session.keys("gtailspin<Enter>.").sees("Tailspin: tier maintenance");
    assert_eq!(tiers(&session, &["Contoso", "Tailspin"]), [Some(Tier::Maintenance); 2]);
    session.keys(".").sees("That is so already.");
}

#[test]
fn the_next_start_looks_where_this_one_did() {
    let mut session = Session::demo();
    session.keys("/tier:s<Enter>sarr<Enter><Down>]").sees("┌ Woodgrove Bank ─");
    let mut again = session.restart();
    again.sees("━ tier:s ━").sees("━ by ARR ━").sees(" 4/24 ").sees("┌ Woodgrove Bank ─");
    again.keys("<Esc>swho<Enter>/nor");
    // A filter that nobody kept is none.
    let mut last = again.restart();
    last.sees("━ who needs me ━").sees(" 24/24 ").sees("NOW 3");
}
