//! What became of a contract, and what a talk was about, by keys.

use super::session::Session;
use crate::storage::dump;
use trellis::domain::account::contract::{Contract, Renewal};
use trellis::domain::account::{Account, Status};
use trellis::domain::plan::step::Step;
use trellis::domain::revenue::opportunity::Opportunity;
use trellis::domain::revenue::{Revenue, RevenueKind};
use trellis::domain::talk::Talk;

/// Acme pays 100,000 a year until 31 December.
fn acme() -> Session {
    let mut session = Session::acme();
    session.keys("ar100k<Ctrl-S>ac31 dec 2026<Tab>1<Ctrl-S>");
    session
}

fn of<R: trellis::domain::record::Record>(session: &Session) -> Vec<R> {
    session.desk.every().expect("records")
}

/// Tab until the marker stands beside this label.
fn go_to(session: &mut Session, label: &str) {
    for _ in 0..30 {
        if session.screen().contains(&format!(" {label} ▸")) {
            return;
        }
        session.keys("<Tab>");
    }
    session.sees(label);
}

#[test]
fn a_renewal_for_less_is_one_step_of_the_journal() {
    let mut session = acme();
    let before = dump(&session.place.book);
    session.keys(":renewed or lost<Enter>").sees("Renewal of Acme").sees("ends 31 Dec");
    session.keys("<Tab>31 dec 2027<Tab>80k<Ctrl-S>");
    session.sees("Acme: renewed to 31 Dec 2027, −€20k a year");
    let contracts: Vec<Contract> = of(&session);
    let stands: Vec<Renewal> = contracts.iter().map(|one| one.renewal).collect();
    assert_eq!(stands, [Renewal::Signed, Renewal::NotStarted]);
    let entries: Vec<Revenue> = of(&session);
    let last = entries.last().expect("an entry");
    assert_eq!((last.kind, last.amount), (RevenueKind::Contraction, -2_000_000));
    assert_eq!(last.on_date.to_string(), "2027-01-01");
    let after = dump(&session.place.book);
    session.keys("u");
    assert_eq!(dump(&session.place.book), before, "all of it in one step");
    let mut session = session.restart();
    session.keys("U");
    assert_eq!(dump(&session.place.book), after);
}

#[test]
fn a_loss_asks_why_and_the_account_gave_notice() {
    let mut session = acme();
    session.keys(":renewed or lost<Enter>lost<Ctrl-S>").sees("✕ why?");
    session.keys("merged with a client of theirs<Ctrl-S>").sees("Acme: leaves 31 Dec");
    let account = of::<Account>(&session).remove(0);
    assert_eq!(account.status, Status::Notified);
    assert_eq!(account.lost_reason.as_deref(), Some("merged with a client of theirs"));
    let contract = of::<Contract>(&session).remove(0);
    assert_eq!((contract.renewal, contract.lost_reason), (Renewal::Lost, account.lost_reason));
    session.keys("u");
    assert_eq!(of::<Account>(&session).remove(0).status, Status::Active);
}

#[test]
fn a_talk_and_a_meeting_are_about_an_opportunity() {
    let mut session = Session::demo();
    let title = "Dock planning for Logistics";
    let deal = of::<Opportunity>(&session).into_iter().find(|one| one.title == title);
    let deal = deal.expect("an opportunity").id;
    session.keys("at<Tab>Roy<Enter><Tab><Tab>Rough figures shown").sees(" about ");
    go_to(&mut session, "about");
    session.keys("dock").sees(title).keys("<Ctrl-S>").sees("Talk with Contoso");
    let talk = |session: &Session, summary: &str| {
        of::<Talk>(session).into_iter().find(|one| one.summary == summary).expect("a talk")
    };
    assert_eq!(talk(&session, "Rough figures shown").opportunity_id, Some(deal));

    // A meeting for it: what it becomes is about it, and they know each other.
    session.keys("amgrowth<Tab>fri<Tab><Tab><Tab>Dock case<Tab>");
    go_to(&mut session, "about");
    session.keys("dock<Ctrl-S>").sees("Dock case");
    session.keys("<Esc><Esc><Tab><Tab><Tab><Tab><Home>");
    for _ in 0..20 {
        if session.screen().contains("▸  ▢ Dock case") {
            break;
        }
        session.keys("<Down>");
    }
    session.keys("<Space>").sees("Meeting over: Dock case").keys("<Ctrl-S>");
    let held = of::<Step>(&session).into_iter().find(|step| step.title == "Dock case");
    let held = held.expect("a step");
    let became = talk(&session, "Dock case");
    assert_eq!((held.talk_id, became.opportunity_id), (Some(became.id), Some(deal)));
}
