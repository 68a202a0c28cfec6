//! The tab Feedback by keys: who is silent is phoned, who is due is asked, and an angry client is
//! called back until it is settled.

use super::session::{Session, today};
use trellis::domain::feedback::invitation::Invitation;
use trellis::domain::feedback::{Answer, Scale};
use trellis::domain::plan::step::{Step, StepStatus};
use trellis::domain::talk::Talk;

/// The demo book's first account, its tab Feedback in focus.
fn in_feedback() -> Session {
    let mut session = Session::demo();
    session.keys("]]<Tab><Tab><Tab><Tab>").sees("Feedback NPS −40").sees("▸  decide");
    session
}

/// Down to the line that begins so.
#[track_caller]
fn down_to(session: &mut Session, line: &str) {
    for _ in 0..40 {
        if session.screen().contains(&format!("▸  {line}")) {
            return;
        }
        session.keys("<Down>");
    }
    panic!("{line} is not there:\n{}", session.screen());
}

fn steps(session: &Session, title: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = session.desk.every().expect("steps");
    steps.retain(|step| step.title.starts_with(title));
    steps
}

#[test]
fn who_stays_silent_is_phoned_on_a_day() {
    let mut session = in_feedback();
    down_to(&mut session, "?    M. Ito");
    session.sees("no step yet").keys("<Space>").sees("Contoso: phone M. Ito by 25 Nov");
    let step = steps(&session, "Phone M. Ito").remove(0);
    assert_eq!(step.due_on.map(|day| day.to_string()).as_deref(), Some("2026-11-25"));
    assert!(step.account_id.is_some() && step.plan_id.is_some() && step.contact_id.is_some());
    // The line stays chosen, and says the day.
    session.sees("▸  ?    M. Ito             40 d Wed 25 Nov");
    session.keys("<Space>").sees("Space has nothing to do on this line");
    // On the phone: the answer is written where the silence stood.
    session.keys("<Enter>").sees("M. Ito").keys("<Esc>");
    session.keys("u").sees("▸  ?    M. Ito             40 d no step yet");
    assert_eq!(steps(&session, "Phone M. Ito"), []);
}

#[test]
fn all_who_are_due_are_asked_with_one_key_and_taken_back_with_another() {
    let mut session = in_feedback();
    let asked = |session: &Session| -> Vec<Invitation> {
        let mut all: Vec<Invitation> = session.desk.every().expect("invitations");
        all.retain(|one| one.on_date == today());
        all
    };
    assert_eq!(asked(&session), []);
    session.keys("I").sees("Contoso: 2 contacts asked");
    assert_eq!(asked(&session).len(), 2);
    session.keys("I").sees("Nobody is due to be asked here.");
    assert_eq!(asked(&session).len(), 2);
    down_to(&mut session, "answered");
    session.sees("5 of 8 asked, 63 %");
    session.keys("u").sees("5 of 6 asked, 83 %");
    assert_eq!(asked(&session), []);
    // One of them alone, by the line.
    down_to(&mut session, "·    D. Fox");
    session.keys("<Space>").sees("Contoso: D. Fox asked");
    assert_eq!(asked(&session).len(), 1);
}

#[test]
fn every_figure_shows_the_records_it_stands_on() {
    let mut session = in_feedback();
    session.keys("w").sees("Why NPS −100 · decision makers").sees("A. Ruiz gave 6");
    session
        .keys("<Enter>")
        .sees("NPS 6 of A. Ruiz")
        .sees("I do not see what it saves us")
        .keys("<Esc>");
    down_to(&mut session, "value");
    session.keys("w").sees("Why Perceived value").sees("put the value at 5").keys("<Esc>");
    down_to(&mut session, "revenue");
    session.keys("w").sees("Why Revenue at risk").sees("NPS −40 of 5 answers").keys("<Esc>");
}

#[test]
fn an_angry_client_calls_and_is_called_back_until_it_is_settled() {
    let mut session = Session::demo();
    session.keys("gCoho<Enter>").sees("Coho Winery ─ Growth").misses("Upset");
    // Friday: the call, with what was said.
    session.keys("at<Tab>Leroy<Space><Tab><Ctrl-U>20 nov<Tab>Customs papers came late again");
    session.keys("<Tab>never again<Tab>-2<Ctrl-S>");
    // The screen says what to do next, at the head and on the tab.
    session.sees("Upset: P. Leroy, call 20 Nov, mood −2. “never again”");
    session.keys("<Tab>]]<Tab><Tab><Tab>");
    down_to(&mut session, "−2");
    session.sees("Open 1 · a later talk in a mood of 0 or better closes each");
    session.sees("2 d no step yet   call “never again”");
    session.keys("w").sees("Bad talk: P. Leroy").sees("A later talk with P. Leroy").keys("<Esc>");
    session.keys("<Space>").sees("Coho Winery: call P. Leroy by 24 Nov");
    let call = || "Call P. Leroy: settle it";
    assert_eq!(steps(&session, call()).len(), 1);
    session.sees("▸  −2   P. Leroy            2 d Tue 24 Nov").sees("in hand");
    // Called back: who it was and which step it does stand there already.
    session.keys("<Enter>").sees("Talk with Coho Winery").sees("P. Leroy").sees(call());
    session.keys("<Tab><Tab><Tab>Papers now leave on Mondays<Tab><Tab>1<Ctrl-S>");
    session.misses("Upset").sees("Nothing open").sees("closed 22 Nov");
    let step = steps(&session, call()).remove(0);
    let talk: Vec<Talk> = session.desk.every().expect("talks");
    let talk = talk.iter().find(|talk| talk.summary.starts_with("Papers")).expect("the talk");
    assert_eq!((step.status, step.talk_id), (StepStatus::Done, Some(talk.id)));
    // All of it was one step: taken back, the call is still to be made.
    session.keys("u").sees("Tue 24 Nov");
    assert_eq!(steps(&session, call()).remove(0).status, StepStatus::Open);
}

#[test]
fn space_on_the_call_in_the_plan_asks_what_was_said() {
    let mut session = Session::demo();
    session.keys("<Tab><Tab><Tab><Tab><Home>");
    for _ in 0..30 {
        if session.screen().contains("▸  ▢ Call K. Ott") {
            break;
        }
        session.keys("<Down>");
    }
    session.keys("<Space>").sees("Talk with Contoso").sees("Call K. Ott: which tickets wait?");
    session.keys("<Tab><Tab><Tab>All answered<Tab><Tab>1<Ctrl-S>");
    let step = steps(&session, "Call K. Ott: which tickets wait?").remove(0);
    assert_eq!(step.status, StepStatus::Done);
    session.keys("]]").sees("Nothing open");
}

#[test]
fn an_empty_tab_says_what_it_is_for_and_begins_with_one_key() {
    let mut session = Session::acme();
    session.keys("]]<Tab><Tab><Tab><Tab>").sees("Nobody was asked yet.");
    session.sees("▸  agreement").sees("none yet").keys("<Space>");
    session.sees("Acme: feedback agreement").sees("since 22 Nov");
    session.sees("▸  agreement").sees("nobody was asked within 182 d").sees("nobody known");
    session.keys("u").sees("Nobody was asked yet.");
    down_to(&mut session, "answer");
    session.keys("<Enter>").sees("would you recommend us").keys("<Esc>");
}

#[test]
fn an_answer_without_a_name_is_closed_with_a_reason() {
    let mut session = Session::acme();
    session.keys("af<Tab><Tab>3<Tab>too slow<Ctrl-S>");
    session.keys("]]<Tab><Tab><Tab><Tab>").sees("Feedback NPS −100").sees("unnamed 3");
    down_to(&mut session, "○ 3");
    session.sees("unnamed").keys("<Space>").sees("Space has nothing to do on this line");
    session.keys("<Enter>").sees("closing by hand");
    session.keys("<Tab><Tab>Answered by letter to all<Ctrl-S>").sees("closed 22 Nov");
    session.keys("w").sees("Closed by hand on 22 Nov: Answered by letter to all.");
}

#[test]
fn a_value_told_anew_is_a_digit_and_nothing_else_has_to_be_said() {
    let mut session = Session::demo();
    session.keys("gWingtip<Enter><Tab><Tab><Tab><Tab>]]").sees("Feedback NPS 0");
    down_to(&mut session, "value");
    session.sees("nobody was asked what it is worth to them");
    session.keys("<Enter>").sees("New perceived value · Wingtip").misses("would you recommend us");
    session.keys("<Tab>11<Ctrl-S>").sees("New perceived value");
    session.keys("<Ctrl-U>4<Tab>we hardly use it<Ctrl-S>").sees("4 of 10, low");
    let all: Vec<Answer> = session.desk.every().expect("answers");
    let told = all.iter().find(|one| one.why.as_deref() == Some("we hardly use it"));
    let told = told.map(|one| (one.scale, one.points, one.on_date));
    assert_eq!(told, Some((Scale::Value, 4, today())));
    session.sees("Feedback NPS 0");
}

#[test]
fn an_answer_noted_by_mistake_is_deleted_on_its_line_and_comes_back() {
    let mut session = in_feedback();
    down_to(&mut session, "18 Oct      P. Sy");
    let count = |session: &Session| session.desk.every::<Answer>().expect("answers").len();
    let before = count(&session);
    session.keys("d").sees("NPS 9 of P. Sy removed");
    assert_eq!(count(&session), before - 1);
    session.keys("u").sees("18 Oct      P. Sy");
    assert_eq!(count(&session), before);
}

#[test]
fn the_footer_says_what_space_does_on_the_line() {
    let mut session = in_feedback();
    let footer = |session: &mut Session| session.screen().lines().last().unwrap_or("").to_owned();
    assert!(!footer(&mut session).contains("Space"));
    down_to(&mut session, "?    M. Ito");
    assert!(footer(&mut session).contains("Space phone step"), "{}", footer(&mut session));
    session.keys("<Space>");
    assert!(!footer(&mut session).contains("Space"));
}
