//! A review over a real book: from one week to the next.

use super::*;
use crate::clock::Moment;
use crate::desk::sample::{book, day, now};
use crate::desk::{Act, Desk};
use crate::domain::change::Change;
use crate::domain::feedback::{self, Answer, Scale};
use crate::domain::plan::step;
use crate::domain::review::deed::{self, Look};
use crate::domain::review::event::EventKind;
use crate::domain::review::visit::{Visit, VisitResult};

fn commit(desk: &mut Desk, of: u32, changes: &[Change]) {
    let Moment { today, at } = now(of);
    desk.commit(&Act::edit("Something", None), changes, Moment { today, at }).expect("written");
}

/// A step of account 1.
fn write_step(desk: &mut Desk, of: u32, title: &str, due: NaiveDate) -> Id {
    let mut made = Step::titled(title, Some(due), day(of));
    made.id = Id(-7);
    made.account_id = Some(Id(1));
    let act = Act::edit("Step", None);
    let done = desk.commit(&act, &[step::Change::Added(made).into()], now(of)).expect("written");
    done.created.first().expect("a step").1
}

fn answer(on_date: NaiveDate, points: i64) -> Change {
    feedback::Change::Added(Answer {
        id: Id(0),
        account_id: Id(1),
        contact_id: Some(Id(1)),
        on_date,
        scale: Scale::Nps,
        points,
        why: None,
        driver: None,
    })
    .into()
}

fn begin(desk: &mut Desk, of: u32) -> Ritual {
    let ritual = desk.ritual(day(of)).expect("read");
    let all = [ritual.queue, ritual.rest].concat();
    let changes = deed::begin(&all, &[], false, ritual.steps, day(of));
    commit(desk, of, &changes);
    desk.ritual(day(of)).expect("read")
}

/// What `fine` or another deed does to an account of the running review.
fn look(desk: &mut Desk, of: u32, account: i64, does: impl Fn(&Look<'_>, &Visit) -> Vec<Change>) {
    let ritual = desk.ritual(day(of)).expect("read");
    let visit = ritual.visit(Id(account)).expect("in it");
    let dossier = desk.dossier(Id(account), day(of)).expect("read");
    let rules = desk.rules_now().expect("read");
    let changes = does(
        &Look {
            records: &dossier.records,
            standing: &dossier.standing,
            rules: &rules,
            today: day(of),
        },
        visit,
    );
    commit(desk, of, &changes);
}

#[test]
fn the_next_review_opens_with_exactly_what_the_last_one_promised() {
    let (_directory, mut desk) = book(3);
    let ritual = begin(&mut desk, 13);
    let review = ritual.review.expect("it runs");
    assert_eq!((ritual.visits.len(), ritual.queue.len(), ritual.last), (3, 0, None));
    let call = write_step(&mut desk, 13, "Call Person 1-0", day(17));
    look(&mut desk, 13, 1, |look, visit| deed::decided(look, visit, 40));
    look(&mut desk, 13, 2, |look, visit| deed::fine(look, visit, 20));
    let promise = deed::promise(review.id, &[], Some(Id(1)), Some(call), "Account 001: call");
    commit(&mut desk, 13, &[promise.expect("the first")]);
    let ritual = desk.surveyed(day(13)).expect("read");
    let (pace, minutes) = (ritual.pace(), ritual.survey.expect("gone through").minutes);
    assert_eq!((pace.done, pace.of, pace.each), (2, 3, 30));
    assert!(minutes.contains("1. Account 001: call\n"), "{minutes}");
    assert!(minutes.contains(": Call Person 1-0, Tue 17 Nov\n"), "{minutes}");
    assert!(minutes.contains("## Fine\n\nAccount 002\n"), "{minutes}");
    assert!(minutes.contains("## Not looked at\n\nAccount 003\n"), "{minutes}");
    commit(&mut desk, 13, &deed::close(&review, minutes.clone(), day(13)));

    let ritual = desk.ritual(day(20)).expect("read");
    assert_eq!(ritual.review, None);
    let last = ritual.last.as_ref().expect("a review before");
    assert_eq!(last.review.minutes.as_ref(), Some(&minutes));
    let says: Vec<&str> = last.commitments.iter().map(|one| one.says.as_str()).collect();
    assert_eq!(says, ["late since 17 Nov"]);
    assert_eq!(ritual.next_on(), Some(day(20)));
    let loose = desk.surveyed(day(20)).expect("read").survey.expect("gone through").close;
    assert_eq!(loose.late.iter().map(|one| one.step).collect::<Vec<_>>(), [call]);
}

#[test]
fn an_answer_brought_in_after_the_review_is_news_however_old_it_is() {
    let (_directory, mut desk) = book(2);
    commit(&mut desk, 12, &[answer(day(10), 9)]);
    let review = begin(&mut desk, 13).review.expect("it runs");
    look(&mut desk, 13, 1, |look, visit| deed::fine(look, visit, 20));
    commit(&mut desk, 13, &deed::close(&review, String::new(), day(13)));
    let events = |desk: &Desk| -> Vec<String> {
        let ritual = desk.ritual(day(16)).expect("read");
        let all = ritual.queue.into_iter().chain(ritual.rest);
        let one = all.into_iter().find(|one| one.account == Id(1)).expect("in the book");
        let answers = one.events.into_iter().filter(|one| one.kind == EventKind::Answer);
        answers.map(|one| one.short).collect()
    };
    assert_eq!(events(&desk), Vec::<String>::new(), "what was known is no news");
    commit(&mut desk, 14, &[answer(day(11), 3)]);
    assert_eq!(events(&desk), ["Person 1-0 answered 3"]);
    desk.undo(None, now(15)).expect("taken back");
    assert_eq!(events(&desk), Vec::<String>::new());
}

#[test]
fn while_a_review_runs_news_is_what_came_since_the_one_before() {
    let (_directory, mut desk) = book(1);
    let review = begin(&mut desk, 6).review.expect("it runs");
    look(&mut desk, 6, 1, |look, visit| deed::fine(look, visit, 20));
    commit(&mut desk, 6, &deed::close(&review, String::new(), day(6)));
    commit(&mut desk, 10, &[answer(day(10), 3)]);
    begin(&mut desk, 13);
    let since = |desk: &Desk| {
        let ritual = desk.ritual(day(13)).expect("read");
        ritual.since(Id(1)).cloned().expect("looked at")
    };
    assert_eq!((since(&desk).on, since(&desk).reviewed), (day(6), true));
    look(&mut desk, 13, 1, |look, visit| deed::fine(look, visit, 20));
    let account: Account = desk.record(Id(1)).expect("there");
    assert_eq!(account.reviewed_on, Some(day(13)));
    assert_eq!(since(&desk).on, day(6), "the account just reviewed still tells what changed");
}

#[test]
fn hidden_it_names_nobody() {
    let (_directory, mut desk) = book(2);
    commit(&mut desk, 4, &[answer(day(4), 3)]);
    write_step(&mut desk, 5, "Call Person 1-0", day(6));
    let ahead = desk.masked_ritual(true, day(13)).expect("read");
    let review = begin(&mut desk, 13).review.expect("it runs");
    look(&mut desk, 13, 1, |look, visit| deed::decided(look, visit, 40));
    write_step(&mut desk, 13, "Phone Person 1-1", day(17));
    let promise = deed::promise(review.id, &[], Some(Id(1)), None, "Person 1-0");
    commit(&mut desk, 13, &[promise.expect("the first")]);
    let running = desk.masked_ritual(true, day(13)).expect("read");
    commit(&mut desk, 13, &deed::close(&review, "Person 1-0".to_owned(), day(13)));
    let after = desk.masked_ritual(true, day(13)).expect("read");
    for ritual in [&ahead, &running, &after] {
        let said = format!("{ritual:?}");
        for name in ["Person 1-", "Account 00", "Call", "Phone"] {
            assert!(!said.contains(name), "{name}: {said}");
        }
    }
    let open = format!("{:?}", desk.surveyed(day(13)).expect("read"));
    assert!(open.contains("Person 1-0") && open.contains("Account 001"));
    let results = running.visits.iter().map(|visit| visit.result).collect::<Vec<_>>();
    assert!(results.contains(&Some(VisitResult::Decided)));
}
