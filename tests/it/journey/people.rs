//! The map worked on by keys.

use super::session::{Session, now};
use trellis::desk::Act;
use trellis::domain::contact::{self, Contact, Role};
use trellis::domain::plan::step::{Step, StepKind};
use trellis::domain::plan::step_person::{self, StepPerson};
use trellis::domain::word::WordSet;

/// From the list to the map of the account looked at.
const MAP: &str = "<Tab><Tab>";

#[test]
fn who_is_not_placed_gets_a_level_by_two_keys_and_undo_takes_it_back() {
    let mut session = Session::demo();
    session.keys(MAP).keys("<Down><Down><Down>").sees("▸ D. Fox Consultant");
    session.keys("<Enter>").sees("▸user").sees("by the title").keys("<Enter>");
    session.sees("D. Fox placed: user.").sees("not placed 1: N. Abe").sees("▸ N. Abe");
    session.keys("u").sees("not placed 2").keys("U").sees("not placed 1");
    // The same again for the next one.
    session.keys(".").sees("N. Abe placed: user.").misses("not placed").keys("u");
    let mut session = session.restart();
    session.sees("not placed 1: N. Abe");
    session.keys("u").sees("not placed 2: D. Fox, N. Abe");
}

#[test]
fn what_titles_leave_no_doubt_about_is_accepted_at_once() {
    let mut session = Session::demo();
    session.keys(MAP).sees("not placed 2 · A places 1").keys("A");
    session.sees("1 level accepted at Contoso, 1 still open").sees("not placed 1: N. Abe");
    session.keys("A").sees("One is not placed, and the title leaves doubt");
    session.keys("u").sees("not placed 2");
}

#[test]
fn a_gap_is_filled_where_it_is() {
    let mut session = Session::demo();
    session.sees("6 of 9").keys(MAP).keys("<Right><Right>").sees("▸ empty: 2 of 3 decision makers");
    session.keys("<Enter>Dana Berg<Ctrl-S>");
    session.sees("Dana Berg added at Contoso").sees("D. Berg").sees("7 of 9");
    session.keys("u").misses("D. Berg").sees("6 of 9");
}

#[test]
fn still_true_verifies_a_person_and_holds_a_digit() {
    let mut session = Session::demo();
    // M. Ito is getting old.
    session.keys(MAP).keys("<Down><Right>").sees("Dir 9 mo~").keys("=");
    session.sees("M. Ito still true").misses("9 mo~");
    session.keys("=").sees("M. Ito is known to be true as of today");
    session.keys("u").sees("9 mo~");
    // An empty seat holds nothing to be true.
    session.keys("<Right>=").sees("= says of a person");
    session.keys("<Tab>").keys("=").sees("has no score of your own");
}

#[test]
fn who_has_no_account_is_found_and_put_away() {
    let mut session = Session::demo();
    session.keys("<End><Down><Enter>").sees("Without account ─ 2 people").sees("R. Novak");
    session.keys("<Del>").sees("Without account ─ 1 person").misses("r.novak@");
    session.keys("<Esc>u").keys(":without<Enter>").sees("R. Novak");
}

#[test]
fn a_person_is_added_edited_taken_out_and_all_of_it_goes_back_and_forth() {
    let mut session = Session::demo();
    session.keys("apDana Berg<Tab>CFO<Ctrl-S>").sees("Dana Berg added at Contoso");
    // The title has given the level; the freshest stands first of those without a role.
    session.keys(MAP).keys("<Right>").sees("▸ D. Berg CFO");
    session.keys("e<Tab><Ctrl-U>COO<Ctrl-S>").sees("Dana Berg changed").sees("▸ D. Berg COO");
    session.keys("d").sees("entered by mistake").keys("<Down><Enter>");
    session.sees("Dana Berg taken out").misses("D. Berg");
    let mut session = session.restart();
    session.keys("u").sees("D. Berg").keys("uu").misses("D. Berg");
    session.keys("UU").sees("D. Berg").keys("U").misses("D. Berg");
}

#[test]
fn who_leaves_hands_over_what_hung_on_them() {
    let mut session = Session::demo();
    session.keys(MAP).keys("d").sees("left the company").keys("<Enter>");
    session.sees("Is economic buyer").sees("Open steps 1: QBR with A. Ruiz");
    session.sees("Report to them 2: M. Ito, J. Roy");
    session.keys("yesterday<Tab>Litware<Tab>roy<Enter>").keys("<Ctrl-S>");
    session.sees("A. Ruiz left, J. Roy takes over").sees("✕A. Ruiz");
    session.keys("<Down>").sees("▸ J. Roy").sees("reports to – · potential");
    // The leaving can be looked at again, and taken back as a whole.
    session.keys("<Up>d").sees("has not left after all").keys("<Enter>").sees("Litware");
    session.keys("<Esc>u").misses("✕A. Ruiz").sees("$Ruiz");
}

#[test]
fn who_has_no_account_is_given_one_and_the_list_goes_on() {
    let mut session = Session::demo();
    session.keys(":without<Enter><Enter>").sees("Works for: Blue Danube Freight");
    session.keys("litw<Enter><Ctrl-S>").sees("R. Novak belongs to Litware");
    session.sees("Without account ─ 1 person").keys("<Esc>u").sees("Undone: “R. Novak belongs");
    session.keys(":without<Enter>").sees("Without account ─ 2 people");
}

#[test]
fn nobody_reports_to_who_reports_to_them() {
    let mut session = Session::demo();
    session.keys(MAP).keys("e<Tab><Tab><Tab><Tab>roy<Enter><Ctrl-S>");
    session.sees("J. Roy reports to A. Ruiz already");
    session.keys("<Ctrl-R><Esc>").misses("J. Roy reports to");
}

fn person(session: &Session, name: &str) -> Contact {
    let people = session.desk.every::<Contact>().expect("people");
    people.into_iter().find(|one| one.name == name).expect("the person")
}

#[test]
fn a_leaving_gives_way_to_what_another_program_wrote_of_the_successor() {
    let mut session = Session::demo();
    session.keys(MAP).keys("d<Enter>").sees("Is economic buyer");
    let roy = person(&session, "J. Roy");
    let roles = WordSet::of(&[Role::Blocker]);
    let change =
        contact::Change::Edited { id: roy.id, fields: vec![contact::Field::Roles(roles.clone())] };
    session.desk.commit(&Act::edit("Theirs", None), &[change.into()], now()).expect("a commit");
    session.keys("yesterday<Tab>Litware<Tab>roy<Enter><Ctrl-S>").sees("blocker").sees("keep mine");
    assert_eq!(person(&session, "J. Roy").roles, roles, "nothing is written over");
    assert_eq!(person(&session, "A. Ruiz").left_on, None, "nor is a half of it written");
    // The form opened anew knows of both; what was typed is there.
    session.keys("<Enter>d<Enter>").sees("Litware").keys("<Ctrl-S>").sees("J. Roy takes over");
    let both = WordSet::of(&[Role::EconomicBuyer, Role::Blocker]);
    assert_eq!(person(&session, "J. Roy").roles, both);
}

#[test]
fn who_takes_over_is_invited_to_the_open_meetings() {
    let mut session = Session::demo();
    let ruiz = person(&session, "A. Ruiz").id;
    let steps = session.desk.every::<Step>().expect("steps");
    let meeting = steps
        .iter()
        .find(|one| {
            one.kind == StepKind::Meeting
                && one.status.open()
                && one.account_id.is_some_and(|id| id.0 == 1)
        })
        .expect("an open meeting")
        .id;
    let invited =
        StepPerson { id: trellis::domain::cell::Id(0), step_id: meeting, contact_id: ruiz };
    let change = step_person::Change::Added(invited).into();
    session.desk.commit(&Act::edit("Invited", None), &[change], now()).expect("a commit");
    session.keys(MAP).keys("d<Enter><Tab><Tab>roy<Enter><Ctrl-S>").sees("J. Roy takes over");
    let comes = |session: &Session| {
        let all = session.desk.every::<StepPerson>().expect("invited");
        all.into_iter()
            .filter(|one| one.step_id == meeting)
            .map(|one| one.contact_id)
            .collect::<Vec<_>>()
    };
    assert_eq!(comes(&session), [person(&session, "J. Roy").id]);
    session.keys("u");
    assert_eq!(comes(&session), [ruiz]);
}
