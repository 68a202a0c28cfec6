//! The Portfolio by keys: the ladder, the time, the runway.

use super::Session;
use super::sizes::kept;
use trellis::domain::account::contract::{Contract, Renewal};

/// The Portfolio on the page so many behind the first.
fn on(page: usize) -> Session {
    let mut session = Session::demo();
    session.keys("2").keys(&"<Tab>".repeat(page));
    session
}

/// The chosen line.
fn chosen(session: &mut Session) -> String {
    let screen = session.screen();
    let line = screen.lines().find(|line| line.starts_with("┃▸"));
    line.map(|line| line.trim_matches('┃').trim_end().to_owned()).unwrap_or_default()
}

/// Down to the first line that holds this text.
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
fn the_ladder_says_what_is_safe_and_who_carries_the_book() {
    let mut session = on(1);
    session.sees("safe      ").sees("at risk").sees("heard from").sees("concentration");
    session.sees("9 accounts above this line carry 81 % of the ARR");
    to(&mut session, "at risk");
    session.sees("w the 3 behind it").keys("w").sees("Why Revenue at risk");
    session.sees("Relecloud 1.05M · at risk: score 5.7").keys("<Enter>");
    session.sees("Relecloud").sees("Who we know").misses("Runway ━ Retention");
}

#[test]
fn an_account_of_the_ladder_is_opened_and_acted_upon() {
    let mut session = on(1);
    to(&mut session, "Adatum");
    session.sees("€280k a year, 4 % of the book, 74 % with those above, a key account.");
    session.keys("t").sees("Adatum").keys("<Esc>");
    session.keys("o").sees("Adatum").sees("Who we know");
}

#[test]
fn time_out_of_proportion_stands_first_until_another_order_is_asked_for() {
    let mut session = on(2);
    session.sees("3 of 22 out of proportion · what stands out first");
    to(&mut session, "too little time");
    session.sees("17 % of the ARR, 6 % of the time: too little time.");
    assert!(chosen(&mut session).contains("Northwind"), "{}", session.screen());
    session.keys("s").sees("most time first").keys("s").sees("largest ARR first");
    assert!(chosen(&mut session).contains("Northwind"), "the line stays chosen");
    session.keys("s").sees("what stands out first");
}

#[test]
fn a_page_of_one_order_says_so_and_leaves_the_book_alone() {
    for page in [1, 3, 6] {
        let mut session = on(page);
        session.keys("s").sees("This page has one order only.").misses("Sort by");
    }
}

#[test]
fn a_contract_of_the_runway_goes_on_at_a_key_and_back() {
    let renewal = |session: &Session| {
        let all: Vec<Contract> = session.bench.reading.every().expect("contracts");
        let of = |one: &&Contract| one.ends_on.is_some_and(|day| day.to_string() == "2027-03-31");
        all.iter().find(of).map(|one| one.renewal)
    };
    let mut session = on(3);
    session.sees("8 contracts · €3.21M").sees("Over  1 to be answered");
    to(&mut session, "Contoso");
    session.sees("Notice by 30 Jan 2027 (69 d) · ends 31 Mar 2027.").sees("late");
    assert_eq!(renewal(&session), Some(Renewal::NotStarted));
    session.keys("<Space>").sees("in talks");
    assert_eq!(renewal(&session), Some(Renewal::InTalks));
    assert!(!chosen(&mut session).contains("late"), "{}", session.screen());
    session.keys("u");
    assert_eq!(renewal(&session), Some(Renewal::NotStarted));
    session.keys("<Enter>").sees("Contract").sees("31 Mar 2027").keys("<Esc>");
    to(&mut session, "Trey Research");
    session.keys("<Enter>").sees("Trey Research").sees("came out as ▸ renewed");
}

#[test]
fn an_empty_book_says_what_will_stand_there() {
    let mut session = Session::empty();
    session.keys("2<Tab>").sees("No account in the book yet");
    session.keys("<Tab>").sees("No account in the book yet");
    session.keys("<Tab>").sees("No contract is to be acted on by");
}

#[test]
fn the_pages_people_have() {
    for (page, name) in [(1, "ladder"), (2, "time"), (3, "runway")] {
        let mut session = on(page);
        kept(&format!("portfolio-{name}-80x24"), &session.draw(80, 24));
        kept(&format!("portfolio-{name}-120x36"), &session.draw(120, 36));
    }
}
