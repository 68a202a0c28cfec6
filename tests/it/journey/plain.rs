//! Plain records by keys alone: one form each, one step each, taken back and done again.

use super::session::Session;
use crate::storage::dump;
use trellis::domain::plan::step::Step;
use trellis::domain::revenue::opportunity::Opportunity;
use trellis::domain::revenue::{Revenue, RevenueKind};

/// From the list of the demo book, on Contoso: the keys, and what is said of it.
const NEW: &[(&str, &str)] = &[
    ("afOtt<Tab><Tab>4<Tab>too slow<Tab>support<Ctrl-S>", "Contoso: NPS 4 of K. Ott."),
    ("af<Tab>value<Tab>5<Ctrl-S>", "Contoso: perceived value 5, anonymous."),
    ("aiRuiz<Enter><Ctrl-S>", "A. Ruiz asked for an answer."),
    ("aAreview<Tab>Roy<Ctrl-S>", "Contoso: J. Roy asked for a review."),
    ("aCMia Berg<Tab>Support lead<Ctrl-S>", "Colleague Mia Berg."),
    (
        "aT<Tab>Mia Berg, Support lead<Tab>delivery<Ctrl-S>",
        "Contoso: Mia Berg in the team, delivery.",
    ),
    ("aSRuiz<Tab><Tab>Ada Low, CEO<Ctrl-S>", "Contoso: sponsors A. Ruiz and Ada Low."),
    ("az<Tab>+2w<Tab>summer leave<Ctrl-S>", "Away 22 Nov to 6 Dec."),
    (":signal off here<Enter>no plan<Ctrl-S>", "no plan switched off"),
    (":signal off for a tier<Enter>no plan<Tab>growth<Ctrl-S>", "No plan off for growth accounts."),
    (
        ":complaint closed<Enter><Tab>Ott<Tab>he got his refund<Ctrl-S>",
        "Contoso: open detractor of K. Ott closed.",
    ),
    (":communication<Enter>14<Ctrl-S>", "Contoso: communication plan edited."),
    (":feedback agreement<Enter>1 nov<Ctrl-S>", "Contoso: feedback agreement edited."),
    (":account lost<Enter><Tab>insolvent<Tab>no<Ctrl-S>", "Contoso: loss edited."),
];

#[test]
fn every_plain_record_comes_in_one_step_and_goes_back() {
    for (keys, says) in NEW {
        let mut session = Session::demo();
        let book = |session: &Session| dump(&session.place.book);
        let before = book(&session);
        session.keys(keys).sees(says);
        let after = book(&session);
        assert_ne!(before, after, "{keys}");
        session = session.restart();
        session.keys("u");
        assert_eq!(book(&session), before, "{keys}\n{}", session.screen());
        session.keys("U");
        assert_eq!(book(&session), after, "{keys}");
    }
}

#[test]
fn what_a_figure_means_is_said_while_it_is_typed() {
    let mut session = Session::demo();
    session.keys("afOtt<Tab><Tab>").misses("a detractor").keys("4").sees("a detractor: open until");
    session.keys("<Ctrl-U>9").sees("a promoter").misses("a detractor");
}

#[test]
fn a_half_filled_plain_form_is_offered_again() {
    let mut session = Session::demo();
    session.keys("afOtt<Tab><Tab>4<Tab>too slow<Esc>");
    let mut session = session.restart();
    session.sees("New answer · Contoso").sees("too slow").keys("<Enter>").sees("typed earlier");
    session.keys("<Ctrl-S>").sees("Contoso: NPS 4 of K. Ott.");
}

#[test]
fn the_add_menu_begins_with_what_the_pane_is_for() {
    let mut session = Session::demo();
    session.keys("a").sees("▸a account").sees("▸").keys("<Esc>");
    session.keys("<Tab><Tab>a").sees("▸p person").keys("<Right>").sees("▸O offering of ours");
    session.keys("<Left><Esc><Tab>a").sees("▸h own score").keys("<Enter>").sees("1 to 10");
}

/// Down to the line that says this.
fn go_to(session: &mut Session, says: &str) {
    for _ in 0..60 {
        let screen = session.screen();
        if screen.lines().any(|line| line.contains("┃▸") && line.contains(says)) {
            return;
        }
        session.keys("<Down>");
    }
    session.sees(&format!("▸ … {says}"));
}

#[test]
fn a_record_is_edited_and_deleted_on_its_line_and_comes_back() {
    let mut session = Session::demo();
    let before = dump(&session.place.book);
    session.keys("<Shift-Tab>]]]]]");
    go_to(&mut session, "I. Falk");
    session.keys("e").sees("I. Falk in the team, delivery · Contoso").keys("<Esc>");
    session.keys("d").sees("Contoso: I. Falk in the team, delivery removed.");
    assert_ne!(dump(&session.place.book), before);
    session.keys("u");
    assert_eq!(dump(&session.place.book), before);
}

#[test]
fn before_somebody_goes_away_the_promises_and_last_days_inside_are_listed() {
    let mut session = Session::demo();
    session.keys("az").misses("To hand over").keys("<Tab>fri").sees("To hand over or to move");
    session.sees("27 Nov promise: Woodgrove Bank, Value summary on one page for E. Muir");
    session.misses("notice: Adatum").keys("<Ctrl-U>4 dec").sees("4 Dec notice: Adatum");
    session.misses("promise: Contoso").keys("<Ctrl-U>today").sees("No promise and no last day");
    session.keys("<Shift-Tab><Ctrl-U>fri").misses("No promise").keys("<Ctrl-S>").sees("not before");
}

#[test]
fn the_same_kind_of_record_is_begun_on_the_next_account_with_one_key() {
    let mut session = Session::demo();
    session.keys("afOtt<Tab><Tab>4<Ctrl-S><Down>.").sees("New answer · Litware").keys("<Esc>");
    session.keys("az<Esc><Home>.").sees("New absence");
}

#[test]
fn a_signal_that_goes_off_for_a_tier_begins_with_the_tier_that_is_looked_at() {
    let mut session = Session::demo();
    session.keys(":signal off for a tier<Enter>no plan<Ctrl-S>");
    session.sees("No plan off for strategic accounts.");
}

#[test]
fn a_step_and_a_meeting_begun_on_an_opportunity_are_about_it() {
    for keys in ["asSend the figures<Tab>fri", "am<Tab>fri", "aPThe figures<Tab>fri"] {
        let mut session = Session::demo();
        session.keys("<Shift-Tab>]]]]");
        go_to(&mut session, "Dock planning");
        session.keys(keys).keys("<Ctrl-S>");
        let steps: Vec<Step> = session.desk.every().expect("steps");
        let newest = steps.into_iter().max_by_key(|step| step.id).expect("a step");
        let deals: Vec<Opportunity> = session.desk.every().expect("opportunities");
        let dock = deals.into_iter().find(|deal| deal.title.starts_with("Dock planning"));
        assert_eq!(newest.opportunity_id, dock.map(|deal| deal.id), "{keys}");
    }
}

#[test]
fn what_a_part_buys_is_written_where_no_part_is_known_yet() {
    let mut session = Session::acme();
    let before = dump(&session.place.book);
    session.keys("aw<Tab>Bonn<Tab><Tab>Training<Ctrl-S>");
    session.sees("Acme: Training for Bonn: possible").keys("u");
    assert_eq!(dump(&session.place.book), before);
    session.keys("aw<Ctrl-S>").sees("which part?");
}

#[test]
fn what_is_closed_by_hand_begins_with_the_open_complaint() {
    let mut session = Session::demo();
    session.keys(":complaint closed<Enter><Tab>").sees("whose ▸ K. Ott").keys("<Esc>");
    let mut session = Session::acme();
    session.keys(":complaint closed<Enter>").sees("No complaint is open here.");
}

#[test]
fn an_open_risk_review_is_gone_on_with() {
    let mut session = Session::demo();
    session.keys("aR").sees("Risk review of 13 Nov · Contoso").keys("product<Ctrl-S>");
    session.sees("Contoso: risk review of 13 Nov edited.");
}

#[test]
fn a_loss_counts_the_churn_that_is_written_already_and_lies_behind_us() {
    let mut session = Session::demo();
    session.keys(":contract renewed or lost<Enter>lost");
    go_to_field(&mut session, "why");
    session.keys("moved<Ctrl-S>").sees("Contoso: leaves");
    session.keys(":account lost<Enter>").misses("the churn is written");
    session.keys("<Ctrl-U>+2w<Ctrl-S>").sees("still to come").keys("<Ctrl-U>today<Ctrl-S>");
    session.sees("Contoso: loss edited.");
    let churn = session.desk.every::<Revenue>().expect("revenue").into_iter();
    let contoso = churn.filter(|one| one.kind == RevenueKind::Churn && one.amount == -94_000_000);
    assert_eq!(contoso.count(), 1);
}

/// To the field with this label.
fn go_to_field(session: &mut Session, label: &str) {
    for _ in 0..20 {
        if session.screen().lines().any(|line| line.contains(&format!("{label} ▸"))) {
            return;
        }
        session.keys("<Tab>");
    }
    session.sees(&format!("{label} ▸"));
}
