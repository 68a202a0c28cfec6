//! The Expansion by keys: talks are planned, cases brought to the QBRs, possible ones opened, tiers
//! accepted.

use super::Session;
use super::session::today;
use super::sizes::kept;
use chrono::Days;
use trellis::domain::account::{Account, Tier};
use trellis::domain::plan::step::{MeetingType, Step};
use trellis::domain::record::Record;
use trellis::domain::revenue::opportunity::{Opportunity, OpportunityStage};

fn found<R: Record>(session: &Session, is: impl Fn(&R) -> bool) -> R {
    let all: Vec<R> = session.bench.reading.every().expect("records");
    all.into_iter().find(is).expect("one of them")
}

fn tier(session: &Session, name: &str) -> Option<Tier> {
    found::<Account>(session, |one| one.name == name).tier
}

fn titled(session: &Session, title: &str) -> Opportunity {
    found(session, |one: &Opportunity| one.title == title)
}

/// The chosen line.
fn chosen(session: &mut Session) -> String {
    let screen = session.screen();
    let line = screen.lines().find(|line| line.starts_with("┃▸"));
    line.map(|line| line.trim_matches('┃').trim_end().to_owned()).unwrap_or_default()
}

/// Down to the first line that holds this text.
#[track_caller]
fn to(session: &mut Session, text: &str) {
    session.keys("<Home>");
    for _ in 0..60 {
        if chosen(session).contains(text) {
            return;
        }
        session.keys("<Down>");
    }
    panic!("{text} is nowhere:\n{}", session.screen());
}

#[test]
fn the_surest_stands_first_and_space_plans_its_next_talk() {
    let mut session = Session::demo();
    session
        .keys("5")
        .sees("4 open, 1 to pursue")
        .sees("Repair first  1")
        .sees("lacks 9: a real problem");
    to(&mut session, "Order page for restaurants");
    session.keys("<Space>").sees("talk 30 Nov");
    assert!(chosen(&mut session).contains("Order page"), "{}", session.screen());
    let about = titled(&session, "Order page for restaurants").id;
    let step: Step = found(&session, |one: &Step| {
        one.opportunity_id == Some(about) && one.due_on == Some(today() + Days::new(8))
    });
    assert_eq!(step.meeting_type, Some(MeetingType::GrowthConversation));
    session.keys("u").misses("talk 30 Nov");
    to(&mut session, "Dock planning");
    session.keys("<Space>").sees("Space has nothing to do on this line");
}

#[test]
fn a_line_opens_its_form_its_ground_its_playbook_and_its_account() {
    let mut session = Session::demo();
    session.keys("5");
    to(&mut session, "Machine park of Nantes");
    session.keys("<Enter>").sees("a real problem   yes").keys("<Esc>");
    session.keys("w").sees("Does it fit their goals?  not asked").keys("<Esc>");
    session.keys("p").sees("Expansion case").sees("Machine park of Nantes").keys("<Esc>");
    session.keys("o").sees("Who we know").sees("Fabrikam ");
    session.keys("5");
    to(&mut session, "validated         3");
    session.keys("<Enter>").sees("Woodgrove Bank: Appointments in the branches, 140k");
    session.keys("<Enter>").sees("worth a year");
}

#[test]
fn a_case_goes_onto_the_agenda_of_the_next_qbr() {
    let mut session = Session::demo();
    session.keys("5<Tab>").sees("9 QBRs in 91 d").sees("3 cases to bring").sees("no case");
    to(&mut session, "Order page for restaurants");
    session.keys("<Space>").sees("2 cases to bring").sees("on the agenda");
    let meeting: Step = found(&session, |one: &Step| one.title == "QBR with S. Garnier");
    assert_eq!(meeting.agenda.as_deref(), Some("Case: Order page for restaurants"));
    let case = titled(&session, "Order page for restaurants");
    assert_eq!(case.next_talk_on, meeting.due_on);
    session.keys("<Space>").sees("Space has nothing to do on this line");
    session.keys("u").sees("3 cases to bring").misses("on the agenda");
    to(&mut session, "Northwind Traders");
    session.keys("<Space>").sees("9 planned");
    let planned: Step = found(&session, |one: &Step| one.title == "QBR with Northwind Traders");
    assert_eq!(planned.due_on, Some(today() + Days::new(15)), "two weeks from a Sunday: a Monday");
}

#[test]
fn a_possible_one_becomes_an_opportunity() {
    let mut session = Session::demo();
    session.keys("5<Tab><Tab>").sees("1 possible");
    to(&mut session, "○ Training for Branches");
    session.keys("<Space>").misses("1 possible").sees("◐ 1");
    let idea = titled(&session, "Training for Branches");
    assert_eq!(idea.stage, OpportunityStage::Idea);
    session.keys("<Tab><Tab>").sees("5 open, 1 to pursue").sees("Training for Branches");
    session.keys("u<Tab><Tab>").sees("1 possible");
}

#[test]
fn tiers_are_accepted_one_by_one_or_together() {
    let mut session = Session::demo();
    session.keys("5<Shift-Tab>").sees("17.6 h → 11.7 h a week").sees("1 to decide");
    to(&mut session, "Litware");
    session.keys("<Space>").sees("Litware: tier maintenance").sees("Suggested  8");
    assert_eq!(tier(&session, "Litware"), Some(Tier::Maintenance));
    session.keys("u").sees("Suggested  9");
    let before = session.bench.reading.last_step().expect("a step");
    to(&mut session, "accept all 9");
    session.keys("<Space>").sees("Suggested  0 · 11.7 h a week");
    assert_eq!(session.bench.reading.last_step().expect("a step") - before, 1, "one undo");
    assert_eq!(tier(&session, "Proseware"), Some(Tier::Maintenance));
    session.keys("u").sees("Suggested  9");
    assert_eq!(tier(&session, "Proseware"), Some(Tier::Growth));
}

#[test]
fn an_empty_book_and_a_bare_account_say_what_stands_here() {
    for open in [Session::empty, Session::acme] {
        let mut session = open();
        session.keys("5").sees("Nothing is open.").keys("<Tab>").sees("No QBR is planned or due");
        session
            .keys("<Tab>")
            .sees("Our offerings against the parts")
            .keys("<Tab>")
            .sees("Suggested  0");
        session.keys("<Space>").sees("Space has nothing to do on this line");
    }
}

#[test]
fn hidden_names_stay_hidden_and_write_nothing() {
    let mut session = Session::demo();
    session.keys("m5").sees("Opportunity ").misses("Order page").misses("Coho").misses("24k");
    let before = session.bench.reading.last_step().expect("a step");
    session.keys("<Down><Space>").sees("nothing is changed");
    session.keys("<Tab><Down><Down><Space>").sees("nothing is changed").misses("Northwind");
    session.keys("<Tab><Down><Space>").sees("Offering ").misses("Workplace");
    session.keys("<Tab><Down><Space>").sees("nothing is changed").misses("Litware");
    assert_eq!(session.bench.reading.last_step().expect("a step"), before);
}

#[test]
fn the_pages_people_have() {
    let mut session = Session::demo();
    session.keys("5");
    kept("expansion-opportunities-120x36", &session.draw(120, 36));
    for page in ["opportunities", "qbrs", "not-bought", "tiers"] {
        kept(&format!("expansion-{page}-80x24"), &session.draw(80, 24));
        session.keys("<Tab>");
    }
}
