//! A contract with sixty days' notice, whose renewal talks are late: from the signal to the next
//! term, by keys.

use super::session::Session;
use crate::storage::dump;
use trellis::domain::account::contract::{Contract, Renewal};
use trellis::domain::plan::step::Step;
use trellis::domain::revenue::Revenue;
use trellis::domain::revenue::opportunity::{Opportunity, OpportunityStage};

fn of<R: trellis::domain::record::Record>(session: &Session) -> Vec<R> {
    session.desk.every().expect("records")
}

/// The contracts of the first account, by their end.
fn contracts(session: &Session) -> Vec<(String, Renewal)> {
    let first = session.bench.app.shown.whole().rows.first().map(|row| row.account);
    let mut found: Vec<(String, Renewal)> = of::<Contract>(session)
        .into_iter()
        .filter(|one| Some(one.account_id) == first)
        .filter_map(|one| Some((one.ends_on?.to_string(), one.renewal)))
        .collect();
    found.sort();
    found
}

#[test]
fn a_renewal_with_sixty_days_of_notice() {
    let mut session = Session::demo();
    session.sees("notice by 30 Jan (69 d) · ends 31 Mar · talks not started");
    // From the signal in the head: its playbook, seen before the start.
    session.keys("<Tab>nn").sees("▸ Renewal talks late: should have begun 2 Oct");
    session.keys("p").sees("days are counted from the act-by date, Sat 30 Jan");
    session.sees("Renewal talk with Contoso").keys("<Enter>");
    session.sees("Playbook “renewal” started for Contoso");
    session.misses("Renewal talks late");
    let served = of::<Step>(&session);
    assert!(served.iter().any(|step| step.signal.as_deref() == Some("renewal-late")));

    // In the tab: what is wanted now, and each step of it by one key.
    session
        .keys("<Tab><Tab><Tab>]]]<Home>")
        .sees("late since 1 Nov · critical from 31 Dec · in 39 d");
    session.keys("<Down><Space>").sees("Contoso: renewal in talks.");
    session.sees("a yes is wanted by 31 Dec");
    session.keys("<Space>").sees("Contoso: renewal verbal yes.");
    session.sees("until when, and for how much?");

    // What was agreed: the next term and today's worth stand there already.
    let before = dump(&session.place.book);
    session.keys("<Enter>").sees("31 Mar 2030, in 3 y").sees("€940,000");
    session.keys("<Ctrl-S>").sees("Contoso: renewed to 31 Mar 2030.");
    session.sees("notice by 30 Jan 2030").sees("begin 2 Oct 2029");
    let signed = ("2027-03-31".to_owned(), Renewal::Signed);
    let next = ("2030-03-31".to_owned(), Renewal::NotStarted);
    assert_eq!(contracts(&session), [signed, next]);
    session.keys("u");
    assert_eq!(dump(&session.place.book), before, "one step");
    session.keys("u").sees("a yes is wanted by 31 Dec");
}

#[test]
fn what_a_figure_of_money_stands_on_is_one_key_away() {
    let mut session = Session::demo();
    session.keys("<Tab><Tab><Tab><Tab>]]]<Home>");
    session.keys("w").sees("By when to act").sees("End less notice").keys("<Esc>");
    // The bridge: its expansion of the year, down to the entry.
    for _ in 0..12 {
        if session.screen().contains("▸  + expansion") {
            break;
        }
        session.keys("<Down>");
    }
    session.sees("▸  + expansion").keys("w").sees("+20k by one entry.");
    session.keys("<Enter>").sees("Revenue of Contoso");
}

#[test]
fn a_possible_one_becomes_an_opportunity_and_its_questions_are_answered() {
    let mut session = Session::demo();
    session.keys("gWoodgrove<Enter><Tab><Tab><Tab><Tab>]]]]<Home>").sees("Not bought yet");
    let before = of::<Opportunity>(&session).len();
    for _ in 0..20 {
        if session.screen().contains("▸  ○ Training for Branches") {
            break;
        }
        session.keys("<Down>");
    }
    session.sees("▸  ○ Training for Branches").keys("<Space>");
    session.sees("Woodgrove Bank: opportunity “Training for Branches”");
    let all = of::<Opportunity>(&session);
    assert_eq!(all.len(), before + 1);
    let made = all.last().expect("an opportunity");
    assert_eq!(
        (made.title.as_str(), made.stage),
        ("Training for Branches", OpportunityStage::Idea)
    );
    // The question that comes next: Space says yes.
    let asks = "▸    asks     Does it solve a real problem of theirs?";
    session.keys("<Home>");
    for _ in 0..10 {
        if session.screen().contains(asks) {
            break;
        }
        session.keys("<Down>");
    }
    session.sees(asks).keys("<Space>").sees("Have they voiced interest or frustration?");
    let answered = of::<Opportunity>(&session);
    assert!(answered.iter().any(|one| one.title.starts_with("Appointments in the")
        && one.solves_problem == Some(true)
        && one.voiced_interest.is_none()));
    // And the next talk about it, dated.
    session.keys("<Up><Space>").sees("Woodgrove Bank: talk about “Appointments in the branches”");
    session.sees("talk 30 Nov");
    assert_eq!(of::<Revenue>(&session).len(), of::<Revenue>(&Session::demo()).len());
}
