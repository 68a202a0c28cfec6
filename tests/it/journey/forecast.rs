//! The forecast of a quarter by keys: quarters, renewals, the target, five lines.

use super::Session;
use trellis::tui::errand::Errand;

/// Down to the line that begins with this text.
#[track_caller]
fn to(session: &mut Session, text: &str) {
    session.keys("<Home>");
    for _ in 0..60 {
        if session.screen().lines().any(|line| line.starts_with(&format!("┃▸  {text}"))) {
            return;
        }
        session.keys("<Down>");
    }
    panic!("{text} is nowhere:\n{}", session.screen());
}

#[test]
fn the_quarters_follow_each_other() {
    let mut session = Session::demo();
    session.keys("f").sees("Q4 2026  1 Oct to 31 Dec · 39 d left").sees("Trey Research");
    session.keys("<Right>").sees("Q1 2027  1 Jan to 31 Mar · begins in 40 d").sees("Contoso");
    session.misses("Trey Research").keys("<Left><Left>").sees("Q3 2026").sees("· over");
    session.keys("1").keys("f").sees("Q3 2026");
}

#[test]
fn a_renewal_is_forecast_on_its_line() {
    let mut session = Session::demo();
    session.keys("f<Right>").sees("€595k expected");
    to(&mut session, "Alpine Ski");
    session.keys("<Enter>").sees("forecast of the renewal").keys("<Tab>95<Ctrl-S>");
    // 595k + 95 % of 38k
    session.sees("full 95 %").sees("€631k expected").sees("commit");
    session.keys("o").sees("Alpine Ski").misses("Q1 2027");
    session.keys("f").sees("Q1 2027").keys("u").sees("€595k expected");
}

#[test]
fn a_target_is_set_changed_and_taken_back() {
    let mut session = Session::demo();
    session.keys("f<Right>");
    to(&mut session, "target");
    session.keys("<Enter>").sees("Target of Q1 2027").keys("1.2m<Ctrl-S>").sees("gap 605k");
    session.keys("<Right>").sees("none set").keys("<Left>").sees("gap 605k");
    let mut session = session.restart();
    session.keys("f<Right>");
    to(&mut session, "target");
    session
        .keys("e")
        .sees("1200000")
        .keys("<Ctrl-U>")
        .keys("500k<Ctrl-S>")
        .sees("reached, 95k over");
    session.keys("u").sees("gap 605k").keys("u").sees("none set; Enter sets one");
}

#[test]
fn every_figure_opens_the_accounts_behind_it() {
    let mut session = Session::demo();
    session.keys("f<Right>");
    to(&mut session, "at risk");
    session.keys("w").sees("Contoso: €940k, shrink at 55 %, score 5.2");
    session.keys("<Enter>").sees("Who we know").sees("Contoso");
}

#[test]
fn five_lines_go_into_a_mail() {
    let mut session = Session::demo();
    session.keys("f<Right>y").sees("Q1 2027 in five lines copied");
    let copied = session.errands.iter().find_map(|errand| match errand {
        Errand::Copy(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("a text");
    assert_eq!(copied.lines().count(), 5, "{copied}");
    assert!(
        copied.contains("At risk 1 (€940k): Contoso (€940k, shrink 55 %, score 5.2)"),
        "{copied}"
    );
}

#[test]
fn hidden_names_and_money_stay_hidden() {
    let mut session = Session::demo();
    session.keys("f<Right>");
    to(&mut session, "target");
    session.keys("<Enter>1.2m<Ctrl-S>").keys("m").sees("•••").misses("Contoso").misses("940k");
    session.misses("1.20M").misses("605k");
}

#[test]
fn it_is_drawn_at_both_sizes() {
    let mut session = Session::demo();
    session.keys("f<Right><End>");
    for (width, height) in [(80, 24), (120, 36)] {
        session.draw(width, height);
        session.keys("<Home>");
        let screen = session.draw(width, height);
        super::sizes::kept(&format!("forecast-{width}x{height}"), &screen);
    }
}
