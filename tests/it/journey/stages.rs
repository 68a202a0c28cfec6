//! The stages of the review beside the accounts: closing last week, the rest, plans, people, the
//! three promises, the minutes.

use super::review::{book, killed, visits};
use super::session::{Session, today};
use super::sizes::kept;
use trellis::domain::contact::Contact;
use trellis::domain::plan::step::{Step, StepStatus};
use trellis::domain::review::Review;
use trellis::domain::review::commitment::Commitment;
use trellis::domain::review::stage::Stage;
use trellis::domain::review::visit::{Visit, VisitResult};
use trellis::tui::errand::Errand;

/// In a review of the demo book, on the stage after so many Tabs.
fn stage(tabs: usize) -> Session {
    let mut session = Session::demo();
    session.keys("R<Enter>").keys(&"<Tab>".repeat(tabs));
    session
}

fn promised(session: &Session) -> Vec<(i64, String)> {
    let mut review: Vec<Review> = session.desk.every().expect("reviews");
    let running = review.pop().expect("a review").id;
    let all: Vec<Commitment> = session.desk.every().expect("commitments");
    let mut of: Vec<(i64, String)> = all
        .into_iter()
        .filter(|one| one.review_id == running)
        .map(|one| (one.place, one.text))
        .collect();
    of.sort();
    of
}

fn steps(session: &Session) -> Vec<Step> {
    session.desk.every().expect("steps")
}

#[test]
fn last_week_is_closed_line_by_line() {
    let mut session = stage(0);
    session.sees("Promised on").sees("late since 18 Nov").sees("Root-cause workshop, ops");
    let open = |session: &Session, title: &str| {
        let found = steps(session).into_iter().find(|step| step.title == title);
        found.expect("a step").status == StepStatus::Open
    };
    assert!(open(&session, "ROI sheet"));
    session.keys("<Space>").sees("ROI sheet done").sees("done 22 Nov");
    assert!(!open(&session, "ROI sheet"));
    session.keys("u").sees("late since 18 Nov");
    assert!(open(&session, "ROI sheet"));
    session.keys("t").sees("Move: ROI sheet").keys("<Esc>");
    session.keys("<Enter>").sees("ROI sheet").sees("Save");
}

#[test]
fn what_changed_opens_its_record() {
    let mut session = stage(1);
    session.sees("since Fri 13 Nov").sees("T. Lee left.");
    session.keys("<Enter>").sees("Why 5.2 RISK").keys("<Esc>");
    session.keys("<Down><Enter>").sees("T. Lee").sees("Save");
}

#[test]
fn the_rest_is_fine_with_one_key_and_one_can_be_picked_out() {
    let mut session = stage(3);
    let queued = |session: &Session| visits(session).iter().filter(|one| one.queued).count();
    let before = queued(&session);
    session.sees("10 unchanged").keys("<Down><Enter>").sees("Graphic Design looked at by itself");
    assert_eq!(queued(&session), before + 1);
    session.keys("u").sees("10 unchanged");
    session.keys("<Space>").sees("10 unchanged accounts: all fine").sees("▸ expansion");
    let fine = |session: &Session| {
        let fine = |one: &Visit| !one.queued && one.result == Some(VisitResult::Fine);
        visits(session).iter().filter(|one| fine(one)).count()
    };
    assert_eq!(fine(&session), 10);
    session.keys("u").sees("Space all fine");
    assert_eq!(fine(&session), 0);
}

#[test]
fn the_next_talk_about_an_opportunity_is_planned_with_one_key() {
    let mut session = stage(4);
    session.sees("Order page for restaurants").sees("no talk planned");
    session.keys("<Space>").sees("talk about “Order page for restaurants” on Mon 30 Nov");
    session.sees("talk 30 Nov").keys("<Up><Enter>").sees("Order page for restaurants").sees("Save");
}

#[test]
fn a_plan_is_ended_or_begun_from_the_list() {
    let mut session = stage(5);
    session.sees("Cycle over since").keys("<Space>").sees("Litware").sees("carry").keys("<Esc>");
    session.keys("<End>").sees("No plan.").keys("<Enter>").sees("Tailspin").sees("Save");
}

#[test]
fn who_is_still_there_is_verified_with_one_key() {
    let mut session = stage(6);
    let verified = |session: &Session| {
        let all: Vec<Contact> = session.desk.every().expect("people");
        all.into_iter().filter(|one| one.verified_on == Some(today())).count()
    };
    let before = verified(&session);
    session.sees("M. Ito").sees("not verified for 9 mo");
    session.keys("<Space><Space>").sees("still true").misses("M. Ito");
    assert_eq!(verified(&session), before + 2);
    session.keys("uu").sees("M. Ito");
    assert_eq!(verified(&session), before);
    session.keys("<Home>w").sees("Why M. Ito").sees("rotted").keys("<Esc>");
    session.keys("d").sees("M. Ito left").keys("<Esc>");
    session.keys("<Enter>").sees("Director of Planning").sees("Save");
}

#[test]
fn three_things_are_promised_and_no_more() {
    let mut session = stage(7);
    session.sees("0 of 3").keys("<Space><Space>").sees("2 of 3");
    session.keys("<End><Enter>").sees("One thing for next week");
    session
        .keys("woodgrove call the CFO wed")
        .sees("Woodgrove Bank · call the CFO · due Wed 25 Nov");
    session.keys("<Enter>").sees("3 of 3");
    let three = ["Contoso: ROI sheet, Wed 18 Nov", "Adatum: Offer: 24 months, indexed, Mon 23 Nov"];
    let all = promised(&session);
    assert_eq!(all[0], (1, three[0].to_owned()));
    assert_eq!(all[1], (2, three[1].to_owned()));
    assert_eq!(all[2], (3, "Woodgrove Bank: call the CFO, Wed 25 Nov".to_owned()));
    session.keys("<Up><Space>").sees("3 is the most");
    assert_eq!(promised(&session).len(), 3);
    session.keys("<Home><Down><Space>").sees("2 of 3");
    assert_eq!(promised(&session).iter().map(|one| one.0).collect::<Vec<_>>(), [1, 2]);
    session.keys("uu").sees("2 of 3");
    let made = |one: &Step| one.title == "call the CFO";
    assert!(!steps(&session).iter().any(made), "the step goes with its promise");
}

#[test]
fn what_is_typed_is_kept_when_the_program_ends() {
    let mut session = stage(7);
    session.keys("<End><Enter>").keys("tidy the pipeline");
    session = session.restart();
    session.sees("Typed and not saved").sees("tidy the pipeline").keys("<Enter>");
    session.sees("due Fri 27 Nov").keys("<Enter>");
    assert_eq!(promised(&session), [(1, "tidy the pipeline, Fri 27 Nov".to_owned())]);
}

#[test]
fn the_review_ends_with_its_minutes_and_the_next_begins_with_its_promises() {
    let mut session = book(3, 1);
    session.keys("R<Enter><Right><Right>a<Enter><Right>f7<Right>");
    session.keys("<Tab><Tab><Tab>");
    session.sees("Three things for next week").keys("<Space><End><Enter>tidy up<Enter>");
    session = killed(session);
    session.sees("2 of 3").keys("<Tab>").sees("Minutes").sees("1. Account 01: Call Kim 01");
    session.sees("2. tidy up, Fri 27 Nov").sees("all looked at");
    session.keys("y").sees("as Markdown").keys("<Enter>");
    let copied = session.errands.iter().find_map(|errand| match errand {
        Errand::Copy(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("the text of a mail");
    assert!(copied.contains("1. Account 01: Call Kim 01") && !copied.contains("**"), "{copied}");
    session.keys("<Enter>").sees("minutes of Sun 22 Nov").sees("the next review is due Sun 29 Nov");
    let kept: Vec<Review> = session.desk.every().expect("reviews");
    assert!(kept[0].minutes.as_deref().is_some_and(|text| text.contains("tidy up")));
    session = session.restart();
    session.keys("R<Left>").sees("minutes of Sun 22 Nov").sees("2. tidy up, Fri 27 Nov");
    session.keys("<Right>").sees("begins").keys("<Enter>").sees("Promised on Sun 22 Nov");
    session.sees("Account 01: Call Kim 01 and settle it").sees("tidy up, Fri 27 Nov");
    session.sees("0 of 2 done").keys("<Down><Space>").sees("1 of 2 done");
}

#[test]
fn older_minutes_are_read_one_after_the_other() {
    let mut session = book(2, 0);
    for _ in 0..2 {
        session.keys("R<Right><Enter>").keys(&"<Tab>".repeat(8)).keys("<Enter>").sees("minutes of");
        session.keys("<Esc>");
    }
    session.keys("R").sees("minutes of Sun 22 Nov").sees("← older").keys("<Left>");
    session.sees("  → newer · y copies").keys("<Right>").sees("→ what is ahead");
    session.keys("<Right>").sees("begins");
}

#[test]
fn every_stage_is_drawn_at_every_size() {
    let mut session = stage(0);
    for stage in Stage::ALL {
        for (width, height) in [(0, 0), (1, 1), (39, 9), (40, 10), (60, 20), (79, 23), (300, 100)] {
            session.draw(width, height);
        }
        if *stage != Stage::Accounts {
            let name = stage.word().replace(' ', "-");
            kept(&format!("review-{name}-120x36"), &session.draw(120, 36));
            kept(&format!("review-{name}-80x24"), &session.draw(80, 24));
        }
        session.keys("<Tab>");
    }
}
