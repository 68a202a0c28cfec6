//! The Agenda by keys: what falls due is looked through, done, moved and opened.

use super::Session;
use super::session::today;
use chrono::Days;
use trellis::domain::account::Account;
use trellis::domain::cell::Id;
use trellis::domain::plan::step::{Step, StepStatus};

/// The step with this title.
fn step(session: &Session, title: &str) -> Step {
    let all: Vec<Step> = session.bench.reading.every().expect("steps");
    all.into_iter().find(|one| one.title == title).expect("a step")
}

/// The chosen line.
fn chosen(session: &mut Session) -> String {
    let screen = session.screen();
    let line = screen.lines().find(|line| line.starts_with("┃▸") || line.starts_with("┃✓"));
    line.map(|line| line.trim_matches('┃').trim_end().to_owned()).unwrap_or_default()
}

/// Down to the first line that holds this text.
fn to(session: &mut Session, text: &str) {
    session.keys("<Home>");
    for _ in 0..120 {
        if chosen(session).contains(text) {
            return;
        }
        session.keys("<Down>");
    }
    panic!("{text} is nowhere:\n{}", session.screen());
}

#[test]
fn it_opens_on_what_is_overdue_and_tells_the_whole() {
    let mut session = Session::demo();
    session.keys("3").sees("Agenda ").sees("3 overdue · 0 today · 13 this week · 3 waited for");
    session.sees(" OVERDUE 3 ──").sees(" THIS WEEK 13 ──").sees("Sun 22").sees("6 d late");
    assert!(chosen(&mut session).contains("Litware"), "{}", session.screen());
    session.keys("<Tab>");
    assert!(chosen(&mut session).contains("Offer: 24 months"), "the first of the week");
    session.keys("<Tab>");
    assert!(chosen(&mut session).contains("Contract ended 16 Nov"), "what is asked for");
    session.keys("<Tab>").sees(" WAITING FOR 3, 1 late").sees("on our side 1").sees("at clients 2");
}

#[test]
fn done_takes_the_line_away_and_the_next_one_its_place() {
    let mut session = Session::demo();
    session.keys("3<Down>").sees("Root-cause workshop, ops");
    session.keys("<Space>").sees("2 overdue").misses("Root-cause workshop, ops  ");
    assert_eq!(step(&session, "Root-cause workshop, ops").status, StepStatus::Done);
    assert!(chosen(&mut session).contains("ROI sheet"), "{}", session.screen());
    session.keys("u").sees("3 overdue");
    assert_eq!(step(&session, "Root-cause workshop, ops").status, StepStatus::Open);
}

#[test]
fn a_step_moves_with_its_line() {
    let mut session = Session::demo();
    session.keys("3");
    to(&mut session, "ROI sheet");
    session.keys("t").sees("ROI sheet");
    session.keys("<Ctrl-U>+3d<Ctrl-S>").sees("2 overdue").sees("14 this week");
    assert_eq!(step(&session, "ROI sheet").due_on, Some(today() + Days::new(3)));
    assert!(chosen(&mut session).contains("ROI sheet"), "{}", session.screen());
}

#[test]
fn marked_steps_are_done_as_one() {
    let mut session = Session::demo();
    session.keys("3<Down>vv").sees("2 marked");
    let before = session.bench.reading.last_step().expect("a step");
    session.keys("<Space>").sees("1 overdue").misses("marked");
    let after = session.bench.reading.last_step().expect("a step");
    assert_eq!(after - before, 1, "one step of the journal");
    for title in ["Root-cause workshop, ops", "ROI sheet"] {
        assert_eq!(step(&session, title).status, StepStatus::Done, "{title}");
    }
    session.keys("u").sees("3 overdue");
    session.keys("<Home><Tab>V").sees("9 marked");
    session.keys("V").misses("marked");
    session.keys("v").sees("1 marked").keys("<Esc>").misses("marked").sees("Agenda ");
}

#[test]
fn the_account_is_one_key_away_and_acts_of_the_book_hold() {
    let mut session = Session::demo();
    session.keys("3");
    to(&mut session, "Weekly round with P. Ricci");
    session.keys("<Space>").sees("Weekly round with P. Ricci").sees("took place");
    session.keys("<Esc>").keys("b").sees("Relecloud").keys("<Esc>");
    session.keys("w").sees("Weekly round with P. Ricci").keys("<Esc>");
    session.keys("o").sees("Who we know").sees("Relecloud ");
    session.keys("g3").sees("13 this week");
    assert!(chosen(&mut session).contains("Weekly round"), "{}", session.screen());
}

#[test]
fn each_kind_has_its_one_key() {
    let mut session = Session::demo();
    session.keys("3");
    for (line, key, seen) in [
        ("review     Northwind", "<Space>", "Northwind Traders: reviewed"),
        ("outcome    Trey", "<Space>", "renewed"),
        ("birthday   Northwind", "<Enter>", "Dana Wirth"),
        ("strategic  Northwind", "<Space>", "meeting"),
        ("talk       Northwind", "<Space>", "talk"),
        ("forecast   Alpine", "<Space>", "forecast"),
        ("notice     Adatum", "<Enter>", "contract"),
        ("goal       Litware", "<Enter>", "First answer under two hours"),
        ("renewal    Bellows", "<Space>", "Bellows College: renewal talks begun"),
    ] {
        session.keys("<Home><Tab><Tab><Right>");
        unfold(&mut session);
        find(&mut session, line);
        session.keys(key);
        let screen = session.screen();
        assert!(screen.to_lowercase().contains(&seen.to_lowercase()), "{line}:\n{screen}");
        while !session.bench.app.is_bare() {
            session.keys("<Esc>");
        }
    }
}

#[test]
fn meetings_that_stay_lose_their_marks_so_that_space_asks_how_each_went() {
    let mut session = Session::demo();
    session.keys("3<Tab>V<Space>").sees("3 meetings stay: Space on each").misses(" marked");
    to(&mut session, "Weekly round");
    session.keys("<Space>").misses("Nothing changes");
    assert!(!session.bench.app.is_bare(), "{}", session.screen());
    session.keys("<Esc>u").sees("3 overdue · 0 today · 13 this week");
}

#[test]
fn the_marks_of_another_group_stay() {
    let mut session = Session::demo();
    session.keys("3<Down>vv").sees(" 2 marked").keys("<Home><Tab>V").sees(" 11 marked");
    session.keys("V").sees(" 2 marked");
}

/// What is asked for stands open.
fn unfold(session: &mut Session) {
    to(session, "more");
    session.keys("<Right>");
}

/// Down to the line whose words begin so, blanks counted as one.
fn find(session: &mut Session, words: &str) {
    let wanted: Vec<&str> = words.split_whitespace().collect();
    session.keys("<Home>");
    for _ in 0..160 {
        let line = chosen(session);
        let words: Vec<&str> = line.split_whitespace().collect();
        if words.windows(wanted.len()).any(|some| some == wanted) {
            return;
        }
        session.keys("<Down>");
    }
    panic!("{words} is nowhere:\n{}", session.screen());
}

#[test]
fn months_far_ahead_are_folded_until_somebody_looks() {
    let mut session = Session::demo();
    session.keys("3<End>").sees("+ NOVEMBER 2027 2");
    session.keys("<Enter>").sees("− NOVEMBER 2027 2");
    session.keys("<End>").sees("5 Nov 2027").sees("VanArsdel");
    session.keys("<Left>").sees("+ NOVEMBER 2027 2").misses("5 Nov 2027");
}

#[test]
fn a_step_of_no_account_is_done_moved_and_opened_here_too() {
    let mut session = Session::demo();
    let loose = Step::titled("File the travel costs", Some(today()), today());
    let act = trellis::desk::Act::edit("a step", None);
    let change = trellis::domain::plan::step::Change::Added(loose).into();
    session.desk.commit(&act, &[change], super::session::now()).expect("written");
    session.keys("3").sees("1 today");
    to(&mut session, "File the travel costs");
    session.keys("o").sees("No account claims it");
    session.keys("<Enter>").sees("File the travel costs").keys("<Esc>");
    session.keys("<Space>").misses("TODAY");
    assert_eq!(step(&session, "File the travel costs").status, StepStatus::Done);
}

#[test]
fn hidden_names_stay_hidden_and_come_back() {
    let mut session = Session::demo();
    session.keys("3m").sees("Account ").misses("Contoso").misses("ROI sheet");
    session.keys("<Down><Space>").sees("Names and money are hidden");
    session.keys("m").sees("Contoso").sees("ROI sheet").misses("Account 1");
}

#[test]
fn an_absence_shows_in_the_load_and_on_the_lines_inside() {
    let mut session = Session::demo();
    let (from_on, to_on) = (today() + Days::new(1), today() + Days::new(4));
    let away = trellis::domain::ours::away::Away { id: Id(0), from_on, to_on, note: None };
    let change = trellis::domain::ours::away::Change::Added(away).into();
    let act = trellis::desk::Act::edit("away", None);
    session.desk.commit(&act, &[change], super::session::now()).expect("written");
    session.keys("3").sees("away until 26 Nov, 4 d").sees("~ away").sees("while away").sees("3~");
    to(&mut session, "away until 26 Nov");
    session.keys("<Space>").sees("fall inside");
}

#[test]
fn a_book_without_days_says_what_comes_up_here() {
    let mut session = Session::acme();
    session.keys("3").sees("Nothing falls due.").sees("a s adds a step");
    session.keys("<Space><Enter>tvo").sees("Nothing falls due.");
}

#[test]
fn another_program_that_writes_is_seen() {
    let mut session = Session::demo();
    session.keys("3");
    let contoso: Vec<Account> = session.bench.reading.every().expect("accounts");
    let contoso = contoso.into_iter().find(|one| one.name == "Contoso").expect("an account");
    let mut step = Step::titled("Call at noon", Some(today()), today());
    step.account_id = Some(contoso.id);
    let change = trellis::domain::plan::step::Change::Added(step).into();
    let act = trellis::desk::Act::edit("a step", Some(contoso.id));
    session.desk.commit(&act, &[change], super::session::now()).expect("written");
    session.bench.read_all().expect("read");
    session.sees("Call at noon").sees("1 today");
}

#[test]
fn it_is_drawn_at_every_size() {
    let mut session = Session::demo();
    session.keys("3<Down>v");
    for (width, height) in [(80, 24), (120, 36)] {
        let screen = session.draw(width, height);
        super::sizes::kept(&format!("agenda-{width}x{height}"), &screen);
    }
    for (width, height) in [(40, 13), (41, 20), (60, 20), (79, 16), (200, 50), (300, 100)] {
        let screen = session.draw(width, height);
        assert!(screen.contains("Contoso"), "{width}x{height}:\n{screen}");
    }
}

#[test]
fn what_is_of_the_whole_book_is_added_on_any_line() {
    let mut session = Session::demo();
    session.keys("az14 dec<Tab>18 dec<Ctrl-S><Esc>").keys("3");
    for _ in 0..60 {
        if session.screen().contains("▸  Mon 14 Dec  away") {
            break;
        }
        session.keys("<Down>");
    }
    session.keys("az").sees("New absence").keys("<Esc>");
    session.keys("aa").sees("New account");
}
