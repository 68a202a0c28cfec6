//! The line that says what happened: typed, completed, pasted, refused, kept; the brief; what is
//! copied.

use super::session::{Session, now, today};
use chrono::Days;
use trellis::desk::{Act, Answer};
use trellis::domain::plan::step::{self, Step, StepOwner};
use trellis::domain::talk::Talk;
use trellis::tui::errand::Errand;

/// The demo book with Northwind looked at.
fn northwind() -> Session {
    let mut session = Session::demo();
    session.keys("gnorthwind<Enter>").sees("Northwind");
    session
}

fn talks(session: &Session) -> usize {
    session.desk.every::<Talk>().expect("talks").len()
}

#[test]
fn a_line_is_previewed_written_and_taken_back() {
    let mut session = northwind();
    let before = talks(&session);
    session.keys("c").sees("Log a line ─ Northwind").sees("their own words");
    session.keys("dana call \"budget frozen\" nps6 mood-1 #risk !promise 2w send ROI");
    session.sees("NPS 6 from Dana Wirth, a detractor").sees("due Sun 6 Dec");
    session.sees("promised to Dana Wirth").sees("unhappy");
    session
        .keys("<Enter>")
        .misses("Log a line")
        .sees("Logged. ")
        .sees("next talk by 29 Nov (u undo)");
    assert_eq!(talks(&session), before + 1);
    assert!(session.bench.drafts.is_empty(), "what is in the book is no draft");
    session.keys("u").sees("Undone: “Call with Northwind");
    assert_eq!(talks(&session), before);
}

#[test]
fn another_account_is_named_and_told() {
    let mut session = northwind();
    session.keys("ccontoso call all fine<Enter>").sees("Logged: Call with Contoso.");
}

#[test]
fn names_are_completed_with_tab() {
    let mut session = northwind();
    session.keys("cda<Tab>call").sees("Dana Wirth call");
    session.keys("<Ctrl-U>cont<Tab>").sees(" Contoso ");
    session.keys("<Tab>").sees(" cont");
    session.keys("<Ctrl-U>#r").sees("#renewal · #risk").keys("<Tab><Tab>").sees("#risk");
    session.keys("<Ctrl-U>zzzz<Tab>").sees("Nothing begins like that");
}

#[test]
fn what_is_not_understood_is_said_and_the_line_stays() {
    let mut session = northwind();
    let before = talks(&session);
    session.keys("cdana call tomorrow nps12<Enter>");
    session.sees("Nothing is written yet").sees("Not clear: tomorrow").sees("goes from 0 to 10");
    session.sees("dana call tomorrow nps12");
    assert_eq!(talks(&session), before);
    for _ in 0..14 {
        session.keys("<Backspace>");
    }
    session.keys("<Enter>").sees("Logged.");
    assert_eq!(talks(&session), before + 1);
}

#[test]
fn what_a_pasted_line_has_no_room_for_is_the_note() {
    let mut session = northwind();
    let long = format!("dana call {}", "abcdefg ".repeat(400));
    session.keys("c").paste(&long).keys("<Enter>").sees("Logged");
    let talks = session.desk.every::<Talk>().expect("talks");
    let talk = talks.iter().max_by_key(|talk| talk.id).expect("a talk");
    let kept = format!("{}{}", talk.summary, talk.note.as_deref().unwrap_or_default());
    assert_eq!(kept.matches('g').count(), 400);
}

#[test]
fn of_a_paste_the_first_line_is_read_and_the_rest_is_the_note() {
    let mut session = northwind();
    session.keys("c").paste("dana mail answered fine with the price\r\nHi,\r\n\r\nfine.\r\nDana\n");
    session.sees("fine with the price").sees("4 lines").keys("<Enter>").sees("Logged.");
    let newest = session.desk.every::<Talk>().expect("talks").pop().expect("a talk");
    assert_eq!(newest.note.as_deref(), Some("Hi,\n\nfine.\nDana"));
    assert_eq!(newest.summary, "fine with the price");
}

#[test]
fn a_kept_line_means_the_days_it_meant_when_it_was_typed() {
    let mut session = northwind();
    session.keys("cdana call !promise tomorrow send ROI<Esc>").sees("The line is kept");
    let mut draft = session.bench.drafts.iter().next().cloned().expect("a draft");
    draft.on = today().checked_sub_days(Days::new(3));
    session.bench.drafts.keep(draft);
    session.keys("c").sees("as it was left on 19 Nov").sees("due Fri 20 Nov");
    session.keys("<Ctrl-U>dana call !promise tomorrow send ROI").sees("due Mon 23 Nov");
}

#[test]
fn a_line_is_kept_for_its_account_over_a_restart() {
    let mut session = northwind();
    session.keys("cdana call fro<Esc>").sees("The line is kept");
    session.keys("gcontoso<Enter>c").misses("dana call fro").keys("<Esc>");
    session.keys("gnorthwind<Enter>c").sees("dana call fro").sees("as it was left");
    let mut session = session.restart();
    session.sees("Typed and not saved").sees("A line, Northwind").keys("<Enter>");
    session.sees("dana call fro").keys("zen<Enter>").sees("Logged.");
    let mut session = session.restart();
    session.misses("Typed and not saved");
}

#[test]
fn an_emptied_line_is_no_draft() {
    let mut session = northwind();
    session.keys("cdana call<Esc>c<Ctrl-U><Esc>");
    assert!(session.bench.drafts.is_empty());
}

#[test]
fn the_brief_is_one_key_away_and_leads_to_its_records() {
    let mut session = northwind();
    session.keys("b").sees("Brief ─ Northwind").sees("Talks").sees("To ask");
    session.keys("y").sees("Copied: the brief of Northwind");
    let Some(Errand::Copy(text)) = session.errands.last() else { panic!("{:?}", session.errands) };
    assert!(text.contains("Talks") && text.ends_with('\n'), "{text}");
    session.keys("c").sees("Log a line ─ Northwind").keys("<Esc>").misses("Brief ─");
    // Each of its lines that rests on a record leads to it.
    session.keys("b<End><Enter>").misses("has no form of its own");
}

#[test]
fn what_is_copied_is_handed_to_the_terminal() {
    let mut session = northwind();
    session.keys("y").sees("the account in Markdown");
    session.keys("markdown<Enter>").sees("Copied: the account in Markdown.");
    let Some(Errand::Copy(text)) = session.errands.last() else { panic!("{:?}", session.errands) };
    assert!(text.starts_with("# Northwind"), "{text}");
    session.keys("y<Enter>").sees("Copied: the line of the account.");
}

#[test]
fn who_keeps_us_waiting_gets_a_reminder_to_copy() {
    let mut session = northwind();
    let account = session.bench.app.looked().account;
    let mut step = Step::titled("Send the seat list", Some(today() - Days::new(4)), today());
    (step.account_id, step.owner) = (account, StepOwner::Client);
    step.owner_name = Some("Dana Wirth".to_owned());
    let act = Act::edit("Waiting for the seat list", account);
    session.desk.commit(&act, &[step::Change::Added(step).into()], now()).expect("written");
    session.bench.read_all().expect("read");
    session.keys("y").sees("a reminder of “Send the seat list”").keys("reminder<Enter>");
    let Some(Errand::Copy(text)) = session.errands.last() else { panic!("{:?}", session.errands) };
    assert!(text.starts_with("Hello Dana,\n\na short reminder"), "{text}");
    assert!(text.contains("Wednesday 18 Nov: Send the seat list.\nWould Friday 27 Nov"), "{text}");
}

#[test]
fn the_first_start_of_a_day_says_what_it_asks_for_and_the_second_does_not() {
    let mut session = Session::demo();
    // What the shell hears when the book was judged after the start.
    session.bench.hear(Answer::Assessed(22));
    session.sees("Today: ").sees(" late").sees("Adatum notice in 12 d");
    session.keys("<Down>").misses("Today: ");
    session.bench.hear(Answer::Assessed(22));
    session.misses("Today: ");
    let mut session = session.restart();
    session.bench.hear(Answer::Assessed(22));
    session.misses("Today: ");
}

#[test]
fn everything_fits_every_screen() {
    let mut session = northwind();
    session.keys("cdana call \"budget frozen\" nps6 mood-1 #risk !promise 2w send ROI");
    for (width, height) in [(0, 0), (1, 1), (39, 9), (40, 10), (80, 24), (120, 36), (200, 50)] {
        session.draw(width, height);
    }
    assert!(session.draw(80, 24).contains("due Sun 6 Dec"));
    session.keys("<Esc>b");
    for (width, height) in [(0, 0), (1, 1), (39, 9), (40, 10), (80, 24), (200, 50)] {
        session.draw(width, height);
    }
}
