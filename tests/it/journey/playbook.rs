//! A playbook started from a signal, by keys: one commit, its advice in the form of a step.

use super::session::Session;
use trellis::domain::plan::step::Step;

fn played(session: &Session) -> Vec<Step> {
    let mut steps: Vec<Step> = session.desk.every().expect("steps");
    steps.retain(|step| step.playbook.as_deref() == Some("champion left"));
    steps
}

#[test]
fn a_signal_s_menu_starts_its_playbook_and_its_steps_carry_the_advice() {
    let mut session = Session::demo();
    session.keys("<Tab><Enter>").sees("Start the playbook “champion left” (8 steps)");
    session.keys("Start the<Enter>").sees("Playbook “champion left” started for Contoso");
    let steps = played(&session);
    assert_eq!(steps.len(), 8);
    assert!(steps.iter().all(|step| step.signal.as_deref() == Some("champion-left")));
    assert!(steps.iter().all(|step| step.plan_id.is_some() && step.account_id.is_some()));
    session.misses("! ▸ Champion left");
    // It rests at the end of the signals; started again on the same day it changes nothing.
    session.keys("<End><Enter>").misses("Start the playbook “champion left”").keys("<Esc>");
    session.keys("<Tab><Tab><Tab>").sees("Reach T. Lee");
    session.keys("<Home>");
    for _ in 0..20 {
        if session.screen().contains("▸  ▢ Reach T. Lee") {
            break;
        }
        session.keys("<Down>");
    }
    session.keys("e").sees("Takes in hand: champion gone").sees("Do: Call or write privately.");
    session.sees("Avoid: Asking for inside news").keys("<Esc>");
    session.keys("u").sees("Undone").misses("Reach T. Lee");
    assert_eq!(played(&session), []);
}

#[test]
fn what_is_hidden_starts_nothing() {
    let mut session = Session::demo();
    session.keys("m<Tab><Enter>").sees("Start the playbook “champion left”");
    session.keys("Start the<Enter>").sees("nothing is changed");
    assert_eq!(played(&session), []);
}
