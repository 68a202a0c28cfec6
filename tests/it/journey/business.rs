//! What is known of the business with an account, by keys: written from the line of the tab that
//! asks for it, edited on the line that shows it, taken back over a restart.

use super::session::Session;
use crate::storage::dump;
use trellis::domain::revenue::opportunity::Opportunity;
use trellis::domain::revenue::{Revenue, RevenueKind};
use trellis::domain::talk::Talk;

const EXPAND: &str = "]]]]<Tab><Tab><Tab><Tab>z";
const FILE: &str = "]]]]]<Tab><Tab><Tab><Tab>z";

/// Down to the line that holds this.
#[track_caller]
fn on_line(session: &mut Session, text: &str) {
    session.keys("<Home>");
    for _ in 0..80 {
        let screen = session.screen();
        if screen.lines().any(|line| line.contains('▸') && line.contains(text)) {
            return;
        }
        session.keys("<Down>");
    }
    panic!("no line “{text}”:\n{}", session.screen());
}

struct Written {
    tab: &'static str,
    /// The line that asks for it.
    asks: &'static str,
    typed: &'static str,
    /// As the journal has it.
    says: &'static str,
    /// The line that shows it.
    shown: &'static str,
    edit: &'static str,
    /// As the journal has it.
    edited: &'static str,
}

const WRITTEN: &[Written] = &[
    Written {
        tab: FILE,
        asks: "+ a goal of theirs",
        typed: "Fewer returns<Tab>returns a month<Tab>100<Tab>50<Tab>eoy",
        says: "Acme: goal “Fewer returns”",
        shown: "Fewer returns",
        edit: "<Tab><Tab><Tab><Tab><Tab>80",
        edited: "goal “Fewer returns” edited",
    },
    Written {
        tab: FILE,
        asks: "+ a result they got",
        typed: "cost<Tab>12k<Tab>EUR a year",
        says: "Acme: cost down 12000 EUR a year",
        shown: "▸  22 Nov",
        edit: "<Tab>14k",
        edited: "cost down 14000 EUR a year edited",
    },
    Written {
        tab: FILE,
        asks: "discovery",
        typed: "Two sites live by June",
        says: "Acme: discovery of 22 Nov",
        shown: "Two sites live by June",
        edit: ", or three",
        edited: "discovery of 22 Nov edited",
    },
    Written {
        tab: EXPAND,
        asks: "opportunity",
        typed: "Seats for Lyon<Tab>40k<Tab>4",
        says: "Acme: opportunity “Seats for Lyon”",
        shown: "Seats for Lyon",
        edit: "<Tab>50k",
        edited: "opportunity “Seats for Lyon” edited",
    },
];

#[test]
fn each_is_written_where_it_is_asked_for_and_edited_where_it_stands() {
    for one in WRITTEN {
        let mut session = Session::acme();
        let empty = dump(&session.place.book);
        session.keys(one.tab);
        on_line(&mut session, one.asks);
        session.keys("<Enter>").keys(one.typed).keys("<Ctrl-S>").sees(one.says);
        let written = dump(&session.place.book);
        on_line(&mut session, one.shown);
        session.keys("<Enter>").keys(one.edit).keys("<Ctrl-S>").sees(one.edited);
        assert_ne!(dump(&session.place.book), written, "{}", one.says);
        let mut session = session.restart();
        session.keys("u");
        assert_eq!(dump(&session.place.book), written, "{}", one.says);
        session.keys("u");
        assert_eq!(dump(&session.place.book), empty, "{}", one.says);
    }
}

#[test]
fn an_opportunity_is_questioned_talked_about_and_won() {
    let mut session = Session::demo();
    session.keys(EXPAND);
    on_line(&mut session, "Dock planning");
    // The verdict moves with the answers.
    session.keys("<Enter>").sees("Repair first: the account is at risk. Once it is not: Validate");
    session.keys("<Tab><Tab><Tab><Tab><Tab><Tab><Tab>yes<Tab>no").sees("Once it is not: Wait");
    session.keys("<Ctrl-S>").sees("opportunity “Dock planning for Logistics” edited");

    // A talk begun there is about it.
    on_line(&mut session, "Dock planning");
    session.keys("at<Tab><Tab><Tab>Showed the docks").sees("Dock planning for Logistics");
    session.keys("<Ctrl-S>").sees("Talk with Contoso");
    let deals: Vec<Opportunity> = session.desk.every().expect("opportunities");
    let deal = deals.iter().find(|one| one.title.starts_with("Dock")).expect("the one");
    let talks: Vec<Talk> = session.desk.every().expect("talks");
    let talk = talks.iter().find(|one| one.summary == "Showed the docks").expect("a talk");
    assert_eq!(talk.opportunity_id, Some(deal.id));

    // Won, with the day from which it is paid: the revenue grows in the same step.
    on_line(&mut session, "Dock planning");
    session.keys("<Enter><Tab><Tab><Tab><Tab>won");
    for _ in 0..30 {
        if session.screen().contains("won: paid from ▸") {
            break;
        }
        session.keys("<Tab>");
    }
    session.keys("1 jan 2027<Ctrl-S>").sees("opportunity “Dock planning for Logistics” won");
    let entries: Vec<Revenue> = session.desk.every().expect("entries");
    let newest = entries.last().expect("an entry");
    assert_eq!((newest.kind, newest.amount), (RevenueKind::Expansion, 12_000_000));
    session.keys("u");
    let after: Vec<Revenue> = session.desk.every().expect("entries");
    assert_eq!(after.len() + 1, entries.len(), "both in one step");
}
