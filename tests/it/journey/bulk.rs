//! What is done to several accounts or steps together, by keys: one commit, one undo.

use super::session::{Session, today};
use chrono::NaiveDate;
use trellis::domain::account::Account;
use trellis::domain::account::silence::Silence;
use trellis::domain::plan::cycle::Plan;
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
    session.keys("V<Space>").sees("meetings stay: Space on each");
    let after = open(&session);
    assert!(after < before && after > 0, "{before} {after}");
    session.keys("<Space>").sees("took place");
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

/// The three accounts of NOW are marked.
fn three() -> Session {
    let mut session = Session::demo();
    session.keys("vvv").sees("━ 3 marked ━");
    session
}

fn silences(session: &Session) -> Vec<Silence> {
    session.desk.every().expect("silences")
}

#[test]
fn what_marked_accounts_show_rests_until_one_day() {
    let mut session = three();
    let (before, number) = (silences(&session), committed(&session));
    session.keys("Z").sees("Later: 3 accounts").sees("Contoso, Litware, Adatum");
    session.keys("4 dec").sees("Fri 4 Dec").keys("<Enter>");
    session.sees("What 3 accounts show put off until 4 Dec").sees("(u undo)");
    assert_eq!(committed(&session), number + 1);
    let new: Vec<Silence> =
        silences(&session).into_iter().filter(|one| !before.contains(one)).collect();
    let mut accounts: Vec<_> = new.iter().map(|one| one.account_id).collect();
    accounts.dedup();
    assert_eq!(accounts.len(), 3);
    assert!(new.iter().all(|one| one.until_on == Some(day("2026-12-04"))));
    session.misses(" NOW 3 ").keys("u").sees(" NOW 3 ");
    assert_eq!(silences(&session), before);
}

#[test]
fn accounts_that_show_nothing_are_left_out_and_told() {
    let mut session = Session::demo();
    session.keys("v<End>v").sees("2 marked").keys("Z");
    session.sees("1 account shows nothing that could rest.").keys("<Enter>");
    session.sees("What Contoso shows put off until 29 Nov").sees("1 account shows nothing");
}

#[test]
fn a_playbook_is_started_for_all_that_are_marked_and_doubles_nothing() {
    let mut session = three();
    let (before, number) = (steps(&session), committed(&session));
    session.keys("p").sees("Playbook for 3 accounts").keys("quiet account<Enter>");
    session.sees("Quiet account ─ 3 accounts").sees("for 3 accounts ━");
    // The second one is left out.
    session.keys("<Down><Space>").sees("✕ Litware").sees("for 2 accounts ━").keys("<Enter>");
    session.sees("Playbook “quiet account” started for 2 accounts");
    assert_eq!(committed(&session), number + 1);
    let new = changed(&before, &session);
    let mut accounts: Vec<_> = new.iter().filter_map(|step| step.account_id).collect();
    accounts.dedup();
    assert_eq!(accounts.len(), 2);
    assert!(new.iter().all(|step| step.playbook.as_deref() == Some("quiet account")));
    assert!(new.iter().all(|step| step.due_on.is_some_and(|due| due >= today())));
    // Again: who has it keeps it, who has it not gets it.
    let count = steps(&session).len();
    session.keys("pquiet account<Enter>").sees("runs already, nothing would change");
    session.keys("<Enter>").sees("started for Litware. 2 run it already");
    assert_eq!(steps(&session).len() - count, new.len() / 2);
    session.keys("uu");
    assert_eq!(steps(&session), before);
}

#[test]
fn the_own_review_of_marked_accounts_is_done_with_one_key() {
    let mut session = three();
    let due = |session: &Session| -> Vec<Account> {
        let all: Vec<Account> = session.desk.every().expect("accounts");
        all.into_iter().filter(|one| one.reviewed_on != Some(today())).collect()
    };
    let before = due(&session);
    session.keys("=").sees("3 accounts reviewed");
    assert_eq!(due(&session).len(), before.len() - 3);
    session.keys("<Down>v=").sees("reviewed. 3 were reviewed today already");
    session.keys("=").sees("They were reviewed today already.").keys("uu");
    assert_eq!(due(&session), before);
}

#[test]
fn marked_accounts_get_the_same_step_each_in_its_own_cycle() {
    let mut session = three();
    let before = steps(&session);
    session.keys("as").sees("New step · 3 accounts").sees("Contoso, Litware, Adatum");
    session.keys("Send the price list<Tab>fri<Ctrl-S>");
    session.sees("Send the price list for 3 accounts");
    let new = changed(&before, &session);
    assert_eq!(new.len(), 3);
    assert!(new.iter().all(|step| step.due_on == Some(day("2026-11-27"))));
    let plans: Vec<Plan> = session.desk.every().expect("plans");
    for step in &new {
        let own = plans.iter().find(|plan| Some(plan.account_id) == step.account_id);
        assert_eq!(step.plan_id, own.map(|plan| plan.id), "{:?}", step.account_id);
    }
    session.keys("u");
    assert_eq!(steps(&session), before);
}

#[test]
fn a_tier_that_some_have_already_is_told() {
    let mut session = three();
    session.keys(":tier…<Enter>strat<Enter>").sees("2 accounts: tier strategic. 1 is so already");
    session.keys("d").sees("Remove 3 accounts?").sees("Contoso, Litware, Adatum");
}

#[test]
fn what_falls_into_an_absence_is_moved_handed_over_and_comes_back_with_one_undo() {
    let mut session = Session::demo();
    session.keys("az<Ctrl-U>14 dec<Tab>18 dec<Ctrl-S>").sees("Away 14 Dec to 18 Dec ─ ");
    session.sees("QBR with A. Ruiz");
    let (before, number) = (steps(&session), committed(&session));
    let inside: Vec<Step> = before
        .iter()
        .filter(|step| step.status.open() && step.owner == StepOwner::Me)
        .filter(|step| {
            step.due_on >= Some(day("2026-12-14")) && step.due_on <= Some(day("2026-12-18"))
        })
        .cloned()
        .collect();
    session
        .keys("B")
        .sees("before, Fri 11 Dec")
        .sees("┗ Enter: 3 before ━")
        .keys("A")
        .sees("after, Mon 21 Dec");
    session.keys("<Ctrl-R><Enter>").sees("Nothing is decided yet");
    session.keys("<Left><Space>").sees("before, Fri 11 Dec").sees("M. Adler covers");
    session
        .keys("<Enter>")
        .sees("Away 14 Dec to 18 Dec: 1 before, 1 covered. 2 accounts · 1 stays inside");
    assert_eq!(committed(&session), number + 1);
    let now = changed(&before, &session);
    assert!(now.len() == 2 && inside.len() == 3, "{inside:?}");
    session.keys(":what falls<Enter>").sees("1 thing falls inside").keys("<Esc>u");
    assert_eq!(steps(&session), before);
}

#[test]
fn an_absence_that_nothing_falls_into_asks_nothing() {
    let mut session = Session::demo();
    session.keys(":what falls<Enter>").sees("No absence is ahead");
    session.keys("az<Ctrl-U>6 jun<Tab>6 jun<Ctrl-S>").sees("Away 6 Jun").misses("fall inside");
    session.keys(":what falls<Enter>").sees("Nothing of yours falls into this absence.");
}
