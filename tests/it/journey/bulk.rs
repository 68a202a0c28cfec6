//! What is done to several accounts or steps together, by keys: one commit, one undo.

use super::session::{Session, today};
use chrono::NaiveDate;
use trellis::domain::plan::step::{Step, StepOwner, StepStatus};

/// On the demo book's first account, in the plan.
fn in_plan() -> Session {
    let mut session = Session::demo();
    session.keys("<Tab><Tab><Tab><Tab>").sees("▸! ▢ Root-cause workshop");
    session
}

fn steps(session: &Session) -> Vec<Step> {
    session.desk.every().expect("steps")
}

/// The journal's steps that are in force.
fn committed(session: &Session) -> i64 {
    session.desk.last_step().expect("a number")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// Those that are not now as they were before.
fn changed(before: &[Step], session: &Session) -> Vec<Step> {
    steps(session).into_iter().filter(|step| !before.contains(step)).collect()
}

#[test]
fn marked_steps_are_done_in_one_step_and_open_again_in_one() {
    let mut session = in_plan();
    let (before, number) = (steps(&session), committed(&session));
    session.keys("vv").sees("✓! ▢ Root-cause workshop").sees(" ✓2 ");
    session.keys("<Space>").sees("2 steps done").sees("(u undo)").misses(" ✓2 ");
    assert_eq!(committed(&session), number + 1);
    let done = changed(&before, &session);
    assert_eq!(done.len(), 2);
    assert!(done.iter().all(|step| {
        step.status == StepStatus::Done
            && step.done_on == Some(today())
            && step.account_id == done[0].account_id
    }));
    session.keys("u");
    assert_eq!(steps(&session), before);
}

#[test]
fn a_meeting_among_them_is_left_out_and_told() {
    let mut session = in_plan();
    session.keys("am<Tab>fri<Tab>9:30<Ctrl-S>").sees("Meeting 09:30");
    let open =
        |session: &Session| steps(session).into_iter().filter(|step| step.status.open()).count();
    let before = open(&session);
    session.keys("V<Space>").sees("meetings stay: Space on each asks how it went");
    let after = open(&session);
    assert!(after < before && after > 0, "{before} {after}");
    session.keys("<Space>").sees("Nothing changes: 4 meetings stay");
}

#[test]
fn marked_steps_go_to_a_chosen_or_a_typed_day() {
    let mut session = in_plan();
    let before = steps(&session);
    session.keys("vvt").sees("Move 2 steps to").sees("Root-cause workshop, ops, ROI sheet");
    session.keys("30 nov").sees("Mon 30 Nov").keys("<Enter>").sees("2 steps moved to 30 Nov");
    let moved = changed(&before, &session);
    assert!(moved.iter().all(|step| step.due_on == Some(day("2026-11-30"))));
    assert!(moved.iter().all(|step| step.first_due_on < step.due_on), "as first promised");
    // They stay marked: another day is chosen for the same ones.
    session.keys("tfri<Enter>").sees("2 steps moved to 27 Nov").keys("uu");
    assert_eq!(steps(&session), before);
    session.keys("<Esc>").misses("✓! ▢").sees("▸  ▣ Sponsor intro");
}

#[test]
fn marked_steps_are_dropped_with_one_reason() {
    let mut session = in_plan();
    let before = steps(&session);
    session
        .keys("vvD")
        .sees("Drop 2 steps: why?")
        .keys("budget cut<Enter>")
        .sees("2 steps dropped");
    let dropped = changed(&before, &session);
    assert_eq!(dropped.len(), 2);
    assert!(dropped.iter().all(|step| step.drop_reason.as_deref() == Some("budget cut")));
    session.keys("u");
    assert_eq!(steps(&session), before);
}

#[test]
fn marked_steps_or_the_chosen_one_are_handed_to_somebody() {
    let mut session = in_plan();
    let before = steps(&session);
    session.keys("f").sees("Who does 1 step?").keys("Eva Lind<Enter>");
    session.sees("Root-cause workshop, ops handed to Eva Lind");
    session.keys("vvf").keys("Eva Lind<Enter>").sees("1 is so already");
    let handed = changed(&before, &session);
    assert_eq!(handed.len(), 2);
    assert!(handed.iter().all(|step| step.owner == StepOwner::Colleague));
    session.keys("uu");
    assert_eq!(steps(&session), before);
}

#[test]
fn marked_steps_are_removed_and_come_back_with_one_undo() {
    let mut session = in_plan();
    let before = steps(&session);
    session.keys("vvd").sees("2 steps removed");
    assert_eq!(steps(&session).len(), before.len() - 2);
    session.keys("u");
    assert_eq!(steps(&session), before);
}
