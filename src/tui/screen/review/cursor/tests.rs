//! Five accounts in a review, the last two unchanged.

use super::*;
use crate::domain::review::Review;
use crate::domain::review::visit::VisitResult;
use chrono::NaiveDate;

fn visit(account: i64, queued: bool, result: Option<VisitResult>) -> Visit {
    Visit {
        id: Id(100 + account),
        review_id: Id(7),
        account_id: Id(account),
        place: account,
        queued,
        why: String::new(),
        score: None,
        result,
        seconds: 0,
    }
}

fn ritual() -> Ritual {
    let review = Review {
        id: Id(7),
        opened_on: NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day"),
        closed_on: None,
        steps_before: 0,
        everybody: false,
        minutes: None,
    };
    let visits = (1..=5).map(|account| visit(account, account < 4, None)).collect();
    Ritual { review: Some(review), visits, ..Ritual::default() }
}

/// The stages and accounts that are gone through from here.
fn walk(mut cursor: Cursor, ritual: &Ritual, on: fn(Cursor, &Ritual) -> Cursor) -> Vec<String> {
    let mut seen = Vec::new();
    loop {
        let account = cursor.visit(ritual).map(|visit| visit.account_id.0.to_string());
        seen.push(account.unwrap_or_else(|| cursor.stage.to_string()));
        let next = on(cursor, ritual);
        if next == cursor {
            return seen;
        }
        cursor = next;
    }
}

#[test]
fn it_goes_from_stage_to_stage_and_from_account_to_account_and_back() {
    let ritual = ritual();
    let all = [
        "last week",
        "changed",
        "1",
        "2",
        "3",
        "rest",
        "expansion",
        "plans",
        "contacts",
        "top three",
        "minutes",
    ];
    let begin = Cursor::of(&ritual, None).expect("it runs");
    assert_eq!(walk(begin, &ritual, Cursor::next), all);
    let end = Cursor { stage: Stage::Minutes, ..begin };
    let mut back = walk(end, &ritual, Cursor::previous);
    back.reverse();
    // Coming back, all accounts wait still: they are entered from behind.
    assert_eq!(back, all);
}

#[test]
fn stages_without_accounts_are_passed_by() {
    let mut ritual = ritual();
    ritual.visits.retain(|visit| visit.queued);
    let begin = Cursor::of(&ritual, None).expect("it runs");
    assert!(!walk(begin, &ritual, Cursor::next_stage).contains(&"rest".to_owned()));
    ritual.visits.clear();
    assert_eq!(walk(begin, &ritual, Cursor::next)[1..3], ["changed", "expansion"]);
    let none = Cursor { stage: Stage::Accounts, ..begin }.held(&ritual);
    assert_eq!(none.stage, Stage::Expansion);
}

#[test]
fn it_goes_on_as_noted_else_where_the_first_account_waits() {
    let mut ritual = ritual();
    let noted = Cursor { review: Id(7), stage: Stage::Accounts, account: Some(Id(2)) };
    let found = Cursor::of(&ritual, Some(&noted.write()));
    assert_eq!(found, Some(noted));
    ritual.visits[0].result = Some(VisitResult::Fine);
    assert_eq!(Cursor::of(&ritual, None), Some(noted));
    for damaged in ["", "[]", "{\"review\":7}", "{\"review\":8,\"stage\":\"rest\"}"] {
        assert_eq!(Cursor::of(&ritual, Some(damaged)), Some(noted), "{damaged}");
    }
    // The account is gone meanwhile.
    let gone = Cursor { account: Some(Id(99)), ..noted }.write();
    assert_eq!(Cursor::of(&ritual, Some(&gone)), Some(noted));
    ritual.review = None;
    assert_eq!(Cursor::of(&ritual, Some(&gone)), None);
}

#[test]
fn coming_to_the_accounts_again_the_first_that_waits_is_next() {
    let mut ritual = ritual();
    ritual.visits[0].result = Some(VisitResult::Fine);
    ritual.visits[2].result = Some(VisitResult::Skipped);
    let changed = Cursor { review: Id(7), stage: Stage::Changed, account: Some(Id(1)) };
    assert_eq!(changed.next(&ritual).account, Some(Id(2)));
    ritual.visits[1].result = Some(VisitResult::Fine);
    assert_eq!(changed.next(&ritual).account, Some(Id(3)), "all are done: the last one");
}
