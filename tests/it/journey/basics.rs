//! The page of the grid with ARR, days and next steps, filled in by keys.

use super::session::{Session, now};
use super::sizes::kept;
use trellis::desk::Act;
use trellis::domain::account::contract::Contract;
use trellis::domain::account::{self, Account, Field, Stage, Tier};
use trellis::domain::cell::Id;
use trellis::domain::plan::step::Step;
use trellis::domain::revenue::Revenue;

/// A book of twelve accounts of which only the names are known, on the page.
fn twelve() -> Session {
    let mut session = Session::acme();
    for nth in 2..=12 {
        let name = format!("Firm {nth:02}");
        let added = account::Change::Added(Account::named(&name, super::session::today()));
        session.desk.commit(&Act::edit(name, None), &[added.into()], now()).expect("an account");
    }
    let mut session = session.restart();
    session.keys("g4]").sees("ends");
    session
}

fn accounts(session: &Session) -> Vec<Account> {
    session.bench.reading.every().expect("accounts")
}

fn contracts(session: &Session) -> Vec<Contract> {
    session.bench.reading.every().expect("contracts")
}

fn revenue(session: &Session) -> Vec<Revenue> {
    session.bench.reading.every().expect("entries")
}

fn steps(session: &Session) -> Vec<Step> {
    session.bench.reading.every().expect("steps")
}

#[test]
fn a_row_is_typed_from_the_left_to_the_right_each_cell_one_step_and_one_undo() {
    let mut session = twelve();
    session.keys("1.2m").sees("€1,200,000 a year");
    session.keys("<Tab>").sees("1.20M");
    session.keys("31 mar").sees("Wed 31 Mar 2027, in 4 mo").keys("<Tab>");
    session.keys("3 months").sees("notice by 31 Dec").keys("<Tab>");
    session.keys("y<Tab>s<Tab>ren<Tab>");
    session.keys("fri call Dana").sees("new, by Fri 27 Nov, in 5 d: call Dana").keys("<Enter>");
    let (firm, contract) = (&accounts(&session)[0], &contracts(&session)[0]);
    assert_eq!((firm.tier, firm.stage), (Some(Tier::Strategic), Some(Stage::Renewing)));
    let ends = contract.ends_on.map(|day| day.to_string());
    assert_eq!(ends.as_deref(), Some("2027-03-31"));
    assert_eq!((contract.notice_count, contract.auto_renews), (Some(3), Some(true)));
    assert_eq!(contracts(&session).len(), 1, "one contract, made once and edited");
    assert_eq!(steps(&session)[0].title, "call Dana");
    session.sees("Fri 27 Nov call Dana");
    // Seven cells, seven steps: back to nothing.
    session.keys("<Home>uuuuuuu");
    assert!(contracts(&session).is_empty() && revenue(&session).is_empty());
    assert!(steps(&session).is_empty() && accounts(&session)[0].tier.is_none());
}

#[test]
fn a_column_is_typed_downwards_and_repeated() {
    let mut session = twelve();
    session.keys("<Right><Right><Right><Right>");
    let before = session.pressed;
    session.keys("s<Enter>").keys("\"").keys("g<Enter>").keys("...").keys("?");
    assert_eq!(session.pressed - before, 9);
    let tiers: Vec<Option<Tier>> = accounts(&session).iter().map(|one| one.tier).collect();
    let (s, g) = (Some(Tier::Strategic), Some(Tier::Growth));
    assert_eq!(tiers[..7], [s, s, g, g, g, g, None]);
    session.sees("It says that already");
}

#[test]
fn what_cannot_stand_there_says_why_and_stays_typed() {
    let mut session = twelve();
    session.keys("<Right>").keys("30 febr<Enter>");
    session.sees("! a day, as 30 mar").sees("30 febr");
    session.keys("<Backspace><Backspace><Backspace><Backspace>mar<Enter>").sees("30 Mar 2027");
    session.keys("<Up>").keys("1 dec").keys("<Esc>").sees("30 Mar 2027").misses("1 dec");
    assert_eq!(contracts(&session).len(), 1);
    session.keys("<Left>12x<Enter>").sees("! an amount").keys("<Esc>");
    assert!(revenue(&session).is_empty());
}

#[test]
fn a_range_is_filled_at_once_and_taken_back_at_once() {
    let mut session = twelve();
    session.keys("<Right><Right><Right><Right><Shift-Down><Shift-Down><Shift-Down>");
    session.keys("g<Enter>").sees("Tier of 4 accounts");
    let growth = |session: &Session| {
        accounts(session).iter().filter(|one| one.tier == Some(Tier::Growth)).count()
    };
    assert_eq!(growth(&session), 4);
    session.keys("u");
    assert_eq!(growth(&session), 0);
}

#[test]
fn what_fits_some_of_a_range_says_how_to_take_it_at_eighty_columns() {
    let mut session = Session::demo();
    session.keys("g4]<Right>V1.1.24");
    let narrow = session.draw(80, 24);
    assert!(narrow.contains("22 accounts, ends: fits "), "{narrow}");
    let before = contracts(&session);
    session.keys("<Enter>");
    let narrow = session.draw(80, 24);
    assert!(narrow.contains("! Enter takes it for ") && narrow.contains(", not "), "{narrow}");
    assert_eq!(contracts(&session), before);
    session.keys("<Enter>").sees("Contract end of ").keys("u");
    assert_eq!(contracts(&session), before);
}

#[test]
fn a_key_meant_where_letters_are_text_is_no_step() {
    let mut session = twelve();
    session.keys("<End>ask for names<Enter>").sees("Letters are text here");
    session.keys("u<Enter>").sees("! one letter is no step").keys("<Esc>");
    assert_eq!(steps(&session).len(), 1);
    session.keys("<Left>u");
    assert!(steps(&session).is_empty());
}

#[test]
fn a_block_from_a_spreadsheet_is_seen_before_it_is_written_as_one_step() {
    let mut session = twelve();
    session.paste("ARR\tends\tnotice\n940k\t31 mar\t3\n64k\tsoon\t90 d\n\t\t\n$5k\teoy");
    session.sees("Paste into the basics").sees("The first line holds titles");
    session.sees("! Firm 02").sees("a day, as 30 mar");
    session.keys("<Enter>");
    assert_eq!((revenue(&session).len(), contracts(&session).len()), (3, 3));
    session.sees("Basics of 3 accounts").keys("u");
    assert!(revenue(&session).is_empty() && contracts(&session).is_empty());
}

#[test]
fn a_text_in_a_cell_outlives_the_program() {
    let mut session = twelve();
    session.keys("<Down><Right>30 m");
    let mut session = session.restart();
    session.sees("Typed and not saved").sees("ends: Firm 02").keys("<Enter>");
    session.sees("Firm 02, ends:").keys("ar<Enter>").sees("30 Mar 2027");
    assert_eq!(contracts(&session)[0].account_id, Id(2));
    session.restart().misses("Typed and not saved");
}

#[test]
fn what_another_program_wrote_meanwhile_is_not_written_over() {
    let mut session = twelve();
    session.keys("<Right><Right><Right><Right>s");
    let fields = vec![Field::Tier(Some(Tier::Maintenance))];
    let theirs = account::Change::Edited { id: Id(1), fields };
    session.desk.commit(&Act::edit("theirs", None), &[theirs.into()], now()).expect("written");
    session.keys("<Enter>").sees("! another program has changed this").sees("Acme, tier");
    assert_eq!(accounts(&session)[0].tier, Some(Tier::Maintenance));
    session.keys("<Enter>").sees("it is M now; Enter takes yours").keys("<Enter>");
    assert_eq!(accounts(&session)[0].tier, Some(Tier::Strategic));
    session.misses("Enter takes").keys("u");
    assert_eq!(accounts(&session)[0].tier, Some(Tier::Maintenance));
}

#[test]
fn the_next_step_is_moved_mended_or_followed_by_another() {
    let mut session = twelve();
    session.keys("<End>mon ask for names<Enter><Up>");
    session.keys("fri<Enter><Up>").sees("Fri 27 Nov ask for names");
    session
        .keys("<Enter><Backspace><Backspace><Backspace><Backspace><Backspace>three names<Enter>");
    let held = steps(&session);
    assert_eq!((held.len(), held[0].title.as_str()), (1, "ask for three names"));
    let days = (held[0].due_on, held[0].first_due_on);
    assert_eq!(days.0.map(|day| day.to_string()).as_deref(), Some("2026-11-27"));
    assert_eq!(days.1.map(|day| day.to_string()).as_deref(), Some("2026-11-23"), "as first said");
    session.keys("<Up>").keys("4 dec send ROI<Enter>").sees("comes before it");
    assert_eq!(steps(&session).len(), 2);
}

#[test]
fn while_names_and_money_are_hidden_nothing_of_it_is_told_or_changed() {
    let mut session = Session::demo();
    session.keys("g4]").sees("940k").sees("J. Roy").keys("m");
    session.misses("940k").misses("J. Roy").misses("Contoso");
    session.keys("5").misses("a year, was").keys("?");
    session.keys("m").sees("940k");
    assert_eq!(session.bench.reading.history(1).expect("steps")[0].kind, "demo");
}

#[test]
fn the_page_as_people_see_it() {
    let mut session = Session::demo();
    session.keys("g4]");
    kept("basics-80x24", &session.draw(80, 24));
    session.keys("<Right>30 jun");
    kept("basics-120x36", &session.draw(120, 36));
    for (width, height) in [(0, 0), (1, 1), (39, 9), (40, 10), (60, 20), (200, 50), (300, 100)] {
        session.draw(width, height);
    }
}
