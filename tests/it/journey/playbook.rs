//! A playbook from the signal that it answers to the steps it becomes, by keys.

use super::session::{Session, today};
use chrono::Days;
use trellis::domain::contact::Contact;

use trellis::domain::plan::step::{Step, StepStatus};
use trellis::domain::revenue::opportunity::Opportunity;
use trellis::domain::talk::Talk;

fn played(session: &Session) -> Vec<Step> {
    of(session, "champion left")
}

fn of(session: &Session, playbook: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = session.desk.every().expect("steps");
    steps.retain(|step| step.playbook.as_deref() == Some(playbook));
    steps
}

/// Goes down to the line that then looks like this.
fn choose(session: &mut Session, line: &str) {
    session.keys("<Home>");
    for _ in 0..25 {
        if session.screen().contains(line) {
            return;
        }
        session.keys("<Down>");
    }
    session.sees(line);
}

#[test]
fn from_the_list_two_keys_start_a_playbook_and_its_steps_carry_the_advice() {
    let mut session = Session::demo();
    session.sees("p playbook").keys("p").sees("Champion left ─ Contoso");
    session.sees("days are counted from the day the champion left, Mon 16 Nov");
    session.sees("Reach T. Lee: thank them").sees("Call or write privately");
    session.sees("Enter: 8 steps");
    session.keys("<Enter>").sees("Playbook “champion left” started for Contoso");
    let steps = played(&session);
    assert_eq!(steps.len(), 8);
    assert!(steps.iter().all(|step| step.signal.as_deref() == Some("champion-left")));
    assert!(steps.iter().all(|step| step.plan_id.is_some() && step.account_id.is_some()));
    session.misses("! ▸ Champion left");
    // It rests at the end of the signals; started again on the same day it changes nothing.
    session.keys("<Tab>");
    choose(&mut session, "→ ▸ Champion left");
    session.sees("in hand, 22 Nov").keys("p").sees("there already");
    session.sees("nothing would change").keys("<Enter>").sees("nothing would change");
    session.keys("<Esc><Tab><Tab><Tab>").sees("Reach T. Lee");
    // What to do stands under the step while it is chosen.
    choose(&mut session, "▸  ▢ Reach T. Lee");
    session.sees("do     Call or write privately.").sees("avoid");
    session.keys("e").sees("Takes in hand: champion gone").sees("Do: Call or write privately.");
    session.sees("Avoid: Asking for inside news").keys("<Esc>");
    session.keys("u").sees("Undone").misses("Reach T. Lee");
    assert_eq!(played(&session), []);
}

#[test]
fn the_steps_are_changed_before_the_start_and_a_second_start_says_what_it_moves() {
    let mut session = Session::demo();
    // The first is left out, the second moved by typing, the third by an arrow.
    session.keys("p<Space>").sees("left out").sees("Enter: 7 steps");
    session.keys("t4 dec<Enter>").sees("Fri 4 Dec").keys("<Down><Right><Down>e");
    session.keys("<Ctrl-U>Eva writes to A. Ruiz<Enter>").sees("Eva writes to A. Ruiz");
    session.keys("<Enter>");
    let steps = played(&session);
    assert_eq!(steps.len(), 7);
    let step = |key: &str| {
        steps.iter().find(|step| step.play_step.as_deref() == Some(key)).expect("a step")
    };
    assert_eq!(step("knowledge").due_on, today().checked_add_days(Days::new(12)));
    assert_eq!(step("sponsor-note").title, "Eva writes to A. Ruiz");
    // Counted from today, the next start says what it moves before it does.
    session.keys("<Tab>");
    choose(&mut session, "→ ▸ Champion left");
    session.keys("p<Up>ttoday<Enter>").sees("moved from 4 Dec");
    session.keys("<Enter>").sees("Playbook “champion left” started for Contoso");
    assert_eq!(played(&session).len(), 8, "the one left out comes in, nothing is doubled");
    session.keys("u").keys("u");
    assert_eq!(played(&session), []);
}

#[test]
fn all_playbooks_stand_behind_tab_and_on_what_is_no_signal() {
    let mut session = Session::demo();
    session.keys("p<Tab>").sees("▸Champion left").sees("answers it · 8 steps");
    session.sees("Recover from a mistake           for promise · 6 steps").sees("Hand over");
    session.keys("usage camp<Enter>").sees("Usage campaign ─ Contoso").keys("<Esc>");
    // On the map there is no signal to act on.
    session.keys("<Tab><Tab>p").sees("Playbooks").keys("hand over<Enter>");
    session.sees("Hand over ─ Contoso").keys("<Enter>").sees("Playbook “hand over” started");
}

#[test]
fn what_is_hidden_starts_nothing() {
    let mut session = Session::demo();
    session.keys("mp").sees("Champion left").misses("T. Lee");
    session.keys("<Enter>").sees("nothing is changed");
    session.keys("i").sees("nothing is changed");
    assert_eq!(played(&session), []);
}

#[test]
fn a_qbr_in_two_days() {
    let mut session = Session::demo();
    // The meeting is in the plan; what leads to it takes two keys.
    session.keys("<Tab><Tab><Tab><Tab>amQBR<Tab>+2d<Tab>10:00<Tab>Ruiz<Space><Ctrl-S>");
    session.sees("▸  ▢ QBR with A. Ruiz 10:00").keys("p").sees("Prepare the QBR ─ Contoso");
    session.sees("counted from the next meeting: QBR, Tue 24 Nov");
    session.sees("Bring the plan up to date before the QBR");
    // The fourth is not to be done in two days.
    session.keys("<Down><Down><Down><Space><Enter>").sees("started for Contoso");
    let steps = of(&session, "prepare the QBR");
    assert_eq!(steps.len(), 9, "the meeting that was planned is one of them");
    let due = |step: &&Step| step.due_on == Some(today());
    assert_eq!(steps.iter().filter(due).count(), 6);
    // On the day: the agenda stands under the meeting, Space asks how it went.
    choose(&mut session, "▸  ▢ QBR with A. Ruiz 10:00");
    session.sees("agenda").sees("Feedback by level and driver");
    session.keys("<Space>").sees("Meeting over: QBR with A. Ruiz");
    session.keys("<Tab>1<Tab><Tab>They want the figures<Ctrl-S>");
    let talks: Vec<Talk> = session.desk.every().expect("talks");
    assert!(talks.iter().any(|talk| talk.summary == "They want the figures"));
    // What comes after it has its day.
    choose(&mut session, "▸  ▢ Send what was agreed");
    session.sees("Wed 25 Nov").sees("This is what we agreed");
}

#[test]
fn a_promise_slips() {
    let mut session = Session::demo();
    session.keys("n").sees("▸ Promise late 4 d").sees("Space done");
    // A new day, agreed with the client.
    session.keys("<Tab>t").sees("Move: ROI sheet").keys("fri<Ctrl-S>");
    session.sees("ROI sheet moved to 27 Nov").misses("Promise late");
    session.keys("u").keys("<Up>").sees("▸ Promise late 4 d");
    // In the list it is the same step that moves.
    session.keys("<Esc>t").sees("Move: ROI sheet").keys("<Esc><Tab>").sees("▸ Promise late 4 d");
    // What to say to them, whom the promise was made to.
    session.keys("p").sees("Recover from a mistake ─ Contoso").keys("<Enter>");
    session.misses("! ▸ Promise late");
    let steps = of(&session, "recover from a mistake");
    let promise = session.desk.every::<Step>().expect("steps");
    let promise = promise.iter().find(|step| step.title.starts_with("ROI sheet")).expect("it");
    assert!(steps.iter().all(|step| step.contact_id == promise.contact_id));
    session.keys("u").keys("<Up>").sees("▸ Promise late 4 d");
    session.keys("<Space>").misses("Promise late");
    let promise: Step = session.desk.record(promise.id).expect("it");
    assert_eq!(promise.status, StepStatus::Done);
}

#[test]
fn a_playbook_about_nobody_asks_whom_and_takes_the_person_that_is_chosen() {
    let mut session = Session::demo();
    session.keys("p<Tab>quiet acc<Enter>").sees("Quiet account ─ Contoso");
    session.sees("about nobody yet: f chooses whom").sees("Call them with something of use");
    // By name, those who are there; the words that were changed stay.
    session.keys("<Space>f").sees("about A. Ruiz").sees("Call A. Ruiz with something");
    session.keys("f").sees("about D. Fox").keys("<Ctrl-R>").sees("about nobody yet");
    session.keys("ff<Enter>").sees("Playbook “quiet account” started");
    let who = session.desk.every::<Contact>().expect("contacts");
    let who = who.iter().find(|one| one.name == "D. Fox").expect("somebody");
    let steps = of(&session, "quiet account");
    assert!(steps.len() > 2 && steps.iter().all(|step| step.contact_id == Some(who.id)));
}

#[test]
fn on_a_person_the_playbooks_are_about_them() {
    let mut session = Session::demo();
    session.keys("<Tab><Tab><Down><Down>").sees("▸ K. Ott");
    // What asks about them is answered; the rest stands behind Tab, about them too.
    session.keys("p").sees("K. Ott").keys("<Tab>").sees("for Contoso about K. Ott");
    session.keys("discovery<Enter>").sees("Win K. Ott for it");
}

#[test]
fn on_an_opportunity_the_case_for_it_is_made() {
    let mut session = Session::demo();
    session.keys("<Tab><Tab><Tab><Tab>]]]]");
    let opportunity = session.desk.every::<Opportunity>().expect("opportunities");
    let opportunity = opportunity.iter().find(|one| one.title == "Dock planning for Logistics");
    let opportunity = opportunity.expect("it").id;
    choose(&mut session, "▸  Dock planning for Logistics");
    session.keys("p").sees("Expansion case ─ Contoso").keys("<Enter>");
    let steps = of(&session, "expansion case");
    assert_eq!(steps.len(), 8);
    assert!(steps.iter().all(|step| step.opportunity_id == Some(opportunity)));
}
