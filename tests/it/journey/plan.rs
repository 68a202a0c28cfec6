//! The plan and the log, by keys: every kind of record added, edited, done, moved, deleted, taken
//! back and done again, over a restart.

use super::session::{Session, now, today};
use trellis::desk::Act;
use trellis::domain::cell::Id;
use trellis::domain::change::Change;
use trellis::domain::plan::priority::Priority;
use trellis::domain::plan::step::{Change as StepChange, Step, StepOwner, StepStatus};
use trellis::domain::talk::Talk;

/// On the demo book's first account, in the plan.
fn in_plan() -> Session {
    let mut session = Session::demo();
    session.keys("<Tab><Tab><Tab><Tab>").sees("▸! ▢ Root-cause workshop");
    session
}

/// Goes down to the line that then looks like this.
fn choose(session: &mut Session, line: &str) {
    session.keys("<Home>");
    for _ in 0..20 {
        if session.screen().contains(line) {
            return;
        }
        session.keys("<Down>");
    }
    session.sees(line);
}

fn step(session: &Session, title: &str) -> Option<Step> {
    let steps: Vec<Step> = session.desk.every().expect("steps");
    steps.into_iter().find(|step| step.title == title)
}

fn talk(session: &Session, summary: &str) -> Option<Talk> {
    let talks: Vec<Talk> = session.desk.every().expect("talks");
    talks.into_iter().find(|talk| talk.summary == summary)
}

fn day(text: &str) -> Option<chrono::NaiveDate> {
    text.parse().ok()
}

#[test]
fn a_step_is_added_done_opened_moved_edited_dropped_and_taken_back() {
    let mut session = in_plan();
    session.keys("asSend the minutes<Tab>fri<Ctrl-S>").sees("▸  ▢ Send the minutes");
    let added = step(&session, "Send the minutes").expect("a step");
    assert_eq!((added.due_on, added.plan_id.is_some()), (day("2026-11-27"), true));

    // Done today, open again, done once more by redo.
    choose(&mut session, "▸! ▢ Root-cause workshop");
    session.keys("<Space>").sees("Root-cause workshop, ops done");
    session.keys("t").sees("It is done already; Space opens it again");
    session.sees("▸  ▣ Root-cause workshop").keys("<Space>").sees("▸! ▢ Root-cause workshop");
    session.keys("u").sees("▸  ▣ Root-cause workshop").keys("U").sees("▸! ▢ Root-cause workshop");

    session.keys("t+2w<Ctrl-S>").sees("Root-cause workshop, ops moved to 6 Dec");
    let moved = step(&session, "Root-cause workshop, ops").expect("a step");
    assert_eq!((moved.due_on, moved.first_due_on), (day("2026-12-06"), day("2026-11-16")));
    session.sees("▸  ▢ Root-cause workshop");

    session.keys("e with all<Ctrl-S>").sees("Root-cause workshop, ops with all");
    session.keys("d").misses("Root-cause workshop, ops with all     ");
    assert_eq!(step(&session, "Root-cause workshop, ops with all"), None);
    session.keys("u");
    let mut session = session.restart();
    session.keys("u").sees("Undone");
    assert!(step(&session, "Root-cause workshop, ops").is_some(), "the edit is undone");
    session.keys("U").sees("Root-cause workshop, ops with");
}

#[test]
fn a_dropped_step_leaves_the_plan_with_its_reason() {
    let mut session = in_plan();
    session.keys("?drop the step<Enter>").sees("Drop: Root-cause workshop, ops");
    session.keys("<Ctrl-S>").sees("a few words on why");
    session.keys("no budget<Ctrl-S>").misses("▢ Root-cause workshop");
    session.sees("▸! ▢ ROI sheet");
    session.keys("z").sees("✕ Root-cause workshop, ops dropped: no budget");
    assert!(session.draw(80, 24).contains("✕ Root-cause workshop, ops dropped: no budget"));
    let dropped = step(&session, "Root-cause workshop, ops").expect("a step");
    assert_eq!(dropped.status, StepStatus::Dropped);
    assert_eq!(dropped.drop_reason.as_deref(), Some("no budget"));
    session.keys("u").sees("▢ Root-cause workshop").keys("U").sees("✕ Root-cause workshop");
    choose(&mut session, "▸  ✕ Root-cause workshop");
    session.keys("D").sees("It is dropped already; Space opens it again");
    session.keys("<Space>").sees("▸! ▢ Root-cause workshop");
    let open = step(&session, "Root-cause workshop, ops").expect("a step");
    assert_eq!((open.status, open.drop_reason), (StepStatus::Open, None));
}

#[test]
fn a_name_beside_a_step_is_the_colleague_who_does_it() {
    let mut session = in_plan();
    session.keys("asSend the minutes<Tab>fri<Tab><Tab>Eva<Ctrl-S>").sees("Send the minutes");
    let added = step(&session, "Send the minutes").expect("a step");
    assert_eq!((added.owner, added.owner_name.as_deref()), (StepOwner::Colleague, Some("Eva")));
    // The name that stood there does not hold back the change.
    session.keys("e<Tab><Tab>me<Ctrl-S>");
    let edited = step(&session, "Send the minutes").expect("a step");
    assert_eq!((edited.owner, edited.owner_name), (StepOwner::Me, None));
}

#[test]
fn a_meeting_done_becomes_a_talk() {
    let mut session = in_plan();
    session.keys("am<Tab>2026-11-20<Tab>9:30<Tab>Ott<Space><Ctrl-S>");
    session.sees("Meeting with K. Ott 09:30");
    session.sees("▸! ▢ Meeting with K. Ott");
    session.keys("<Space>").sees("Meeting over: Meeting with K. Ott");
    session.keys("<Tab>1<Tab><Tab>They want the figures<Ctrl-S>");
    let done = step(&session, "Meeting with K. Ott").expect("a step");
    assert_eq!((done.status, done.done_on), (StepStatus::Done, day("2026-11-20")));
    let held = talk(&session, "They want the figures").expect("a talk");
    assert_eq!(
        (held.on_date, held.mood, held.two_way),
        (done.done_on.expect("a day"), Some(1), true)
    );
    session.keys("]").sees("▸Fri 20 Nov  meeting  K. Ott          +1 They want the figures");
    session.keys("u");
    assert_eq!(talk(&session, "They want the figures"), None);
    assert_eq!(
        step(&session, "Meeting with K. Ott").map(|step| step.status),
        Some(StepStatus::Open)
    );
}

#[test]
fn a_promise_says_whether_anybody_checked_it() {
    let mut session = in_plan();
    session.keys("aPPrice list<Tab>fri<Ctrl-S>").sees("Price list (promise ?)");
    session.keys("u").misses("Price list (promise ?)");
    session.keys("aPPrice list<Tab>fri<Tab>Ott<Tab>Eva<Ctrl-S>").sees("Price list (promise) ");
    let promise = step(&session, "Price list").expect("a promise");
    assert_eq!(promise.checked_by.as_deref(), Some("Eva"));
    assert!(promise.contact_id.is_some() && promise.client_sees);
}

#[test]
fn a_cycle_ends_with_its_steps_carried_dropped_or_done() {
    let mut session = in_plan();
    session.keys("<End>").sees("▸    cycle 20 Oct to 17 Jan");
    session.keys("?end the cycle<Enter>").sees("What becomes of the steps still open?");
    // The first is done, the second dropped.
    session.keys("done<Tab>drop<Tab><Ctrl-S>").sees("a few words on why a step is dropped");
    session.keys("no longer asked for<Ctrl-S>").sees("Plan day 1/90");
    session.sees("cycle 22 Nov to 19 Feb").sees("P1 Win back Operations");
    let status = |session: &Session, title: &str| step(session, title).map(|step| step.status);
    assert_eq!(status(&session, "Root-cause workshop, ops"), Some(StepStatus::Done));
    assert_eq!(status(&session, "ROI sheet"), Some(StepStatus::Dropped));
    session.keys("u").sees("Plan 34/90").keys("U").sees("Plan day 1/90");
}

#[test]
fn a_plan_begins_with_priorities_which_are_edited_and_deleted() {
    let mut session = Session::demo();
    // An account without a cycle.
    session.keys("<Down>");
    while !session.screen().contains("No plan yet") {
        session.keys("<Down>");
    }
    session
        .keys("<Tab><Tab><Tab><Tab>alWin them over<Tab>repair<Tab>NPS 0<Tab>Know the CFO<Ctrl-S>");
    session.sees("P1 Win them over: NPS 0").sees("P2 Know the CFO").sees("Plan day 1/90");
    session.keys("ayA third<Ctrl-S>").sees("P3 A third");
    session.keys("ay").sees("three priorities at most");
    session.keys("<Home>e better<Ctrl-S>").sees("P1 Win them over better: NPS 0");
    session
        .keys("d")
        .misses("Win them over better: NPS 0")
        .keys("u")
        .sees("P1 Win them over better");
    let mut session = session.restart();
    session.keys("uu");
    let priorities: Vec<Priority> = session.desk.every().expect("priorities");
    assert!(priorities.iter().any(|one| one.title == "Win them over"));
    assert!(!priorities.iter().any(|one| one.title == "A third"));
}

#[test]
fn old_tasks_are_decided_on_together_or_one_by_one() {
    let mut session = Session::demo();
    let account = session.bench.app.shown.book.rows.first().expect("an account").account;
    let old = |title: &str| {
        let mut step = Step::titled(title, day("2026-05-01"), today());
        step.account_id = Some(account);
        step.status = StepStatus::Old;
        Change::from(StepChange::Added(step))
    };
    let changes = [old("Send the offer"), old("Call back")];
    session.desk.commit(&Act::edit("Tasks", Some(account)), &changes, now()).expect("written");
    session.bench.read_all().expect("read");
    session.sees("2 old tasks came in with the import");
    session.keys("<Tab><Tab><Tab><Tab><End>").sees("▸    2 old tasks");
    session.keys("<Enter>").sees("Leave them").keys("<Enter>").sees("▸    2 old tasks");
    session.keys("<Enter>Close<Enter>").misses("old tasks came in");
    let closed = step(&session, "Call back").expect("a step");
    assert_eq!(closed.status, StepStatus::Dropped);
    session.keys("u").sees("2 old tasks came in").keys("<End><Enter>Make<Enter>");
    let open = step(&session, "Call back").expect("a step");
    assert_eq!((open.status, open.due_on), (StepStatus::Open, day("2026-11-29")));
    session.keys("u<End><Enter>Send<Enter>").sees("An old task of the import");
    session.keys("<Tab>").keys("<Ctrl-U>fri<Tab><Tab><Tab><Tab><Tab><Tab>open<Ctrl-S>");
    let open = step(&session, "Send the offer").expect("a step");
    assert_eq!((open.status, open.due_on), (StepStatus::Open, day("2026-11-27")));
    assert_eq!(open.first_due_on, open.due_on, "the day that the import had is no promise");
}

#[test]
fn the_talk_that_is_chosen_stays_so_where_others_come_in_and_a_new_one_is_chosen() {
    let mut session = in_plan();
    session.keys("]<Down><Down>").sees("▸Mon 2 Nov");
    let account = session.bench.app.shown.book.rows.first().expect("an account").account;
    let other = session.desk.every::<Talk>().expect("talks");
    let other = other.into_iter().find(|talk| talk.account_id == Some(account)).expect("a talk");
    let newer = Talk { id: Id(0), on_date: today(), summary: "Theirs".to_owned(), ..other };
    let change = trellis::domain::talk::Change::Added(newer).into();
    session.desk.commit(&Act::edit("Talk", Some(account)), &[change], now()).expect("written");
    session.bench.read_all().expect("read");
    session.sees("Theirs").sees("▸Mon 2 Nov").keys("e").sees("Talk of 2 Nov");
    // Its day changes: it is chosen where it goes.
    session.keys("<Tab><Tab><Ctrl-U>yesterday<Ctrl-S>").sees("▸Sat 21 Nov");
    session.keys("at<Tab>Ott<Space><Tab>20 nov<Tab>Mine<Ctrl-S>").sees("▸Fri 20 Nov");
    session.keys("d").misses("Mine");
    assert!(talk(&session, "Theirs").is_some() && talk(&session, "Mine").is_none());
}

#[test]
fn a_revenue_entry_of_a_day_long_past_is_chosen_where_it_stands() {
    let mut session = in_plan();
    session.keys("]]]ar5k<Tab><Tab><Ctrl-U>2024-02-03<Ctrl-S>").sees("▸  3 Feb 2024");
}

#[test]
fn a_talk_is_written_read_edited_deleted_and_taken_back() {
    let mut session = Session::demo();
    session.keys("<Tab><Tab><Tab><Tab>]at<Tab>Ott<Space><Tab><Tab>Budget is back");
    session.keys("<Tab><Tab>2<Tab><Tab>Send the offer<Ctrl-S>").sees("Talk with Contoso");
    session.sees("▸Sun 22 Nov  call     K. Ott          +2 Budget is back");
    assert!(step(&session, "Send the offer").is_some_and(|step| step.due_on == day("2026-11-29")));
    session.keys("e<Tab><Tab><Tab>, for good<Ctrl-S>").sees("Budget is back, for good");
    session.keys("d").misses("Budget is back").keys("u").sees("Budget is back, for good");
    let mut session = session.restart();
    assert!(talk(&session, "Budget is back, for good").is_some());
    session.keys("uu").sees("Undone");
    assert_eq!(talk(&session, "Budget is back, for good"), None);
    assert_eq!(talk(&session, "Budget is back"), None);
    session.keys("UU");
    assert!(talk(&session, "Budget is back, for good").is_some());
}

#[test]
fn the_whole_of_a_long_note_can_be_read() {
    let mut session = Session::demo();
    session.keys("<Tab><Tab><Tab><Tab>]at<Tab>Ott<Space><Ctrl-S>");
    let account = session.bench.app.shown.book.rows.first().expect("an account").account;
    let newest = talk(&session, "").filter(|talk| talk.account_id == Some(account));
    let id = newest.map_or(Id(0), |talk| talk.id);
    let note: Vec<String> = (1..=12).map(|line| format!("line {line} of the note")).collect();
    let fields = vec![trellis::domain::talk::Field::Note(Some(note.join("\n")))];
    let change = trellis::domain::talk::Change::Edited { id, fields }.into();
    session.desk.commit(&Act::edit("Note", Some(account)), &[change], now()).expect("written");
    session.bench.read_all().expect("read");
    session.sees("line 1 of the note").misses("line 12 of the note").sees("more, z shows all");
    session.keys("z").sees("line 12 of the note");
}
