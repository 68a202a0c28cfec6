//! What became of a promise, and where a review stands.

use super::*;
use crate::domain::review::visit::VisitResult;
use crate::domain::signal::trial::{ago, ahead, today};

fn promised() -> Commitment {
    Commitment {
        id: Id(1),
        review_id: Id(1),
        place: 1,
        account_id: None,
        step_id: Some(Id(5)),
        text: "Call".to_owned(),
    }
}

#[test]
fn a_promise_is_as_its_step_is() {
    let told = |due: Option<NaiveDate>, status, done_on| {
        let step = Step { status, done_on, ..Step::titled("Call", due, ago(9)) };
        let kept = kept(promised(), Some(&step), today());
        (kept.outcome, kept.says)
    };
    let open = StepStatus::Open;
    for (found, outcome, says) in [
        (told(Some(ago(4)), open, None), Outcome::Late, "late since 18 Nov"),
        (told(Some(today()), open, None), Outcome::Open, "open, due 22 Nov"),
        (told(Some(ahead(5)), StepStatus::Doing, None), Outcome::Open, "open, due 27 Nov"),
        (told(None, open, None), Outcome::Open, "open"),
        (told(Some(ago(4)), StepStatus::Done, Some(ago(2))), Outcome::Done, "done 20 Nov"),
        (told(Some(ago(4)), StepStatus::Dropped, None), Outcome::Dropped, "dropped"),
    ] {
        assert_eq!(found, (outcome, says.to_owned()));
    }
    assert_eq!(kept(promised(), None, today()).outcome, Outcome::Unknown);
}

#[test]
fn the_next_account_is_the_first_that_waits() {
    let visit = |account: i64, place, queued, result| Visit {
        id: Id(account),
        review_id: Id(1),
        account_id: Id(account),
        place,
        queued,
        why: String::new(),
        score: None,
        result,
        seconds: 0,
    };
    let mut visits = vec![
        visit(1, 3, false, None),
        visit(2, 2, true, None),
        visit(3, 1, true, Some(VisitResult::Skipped)),
        visit(4, 4, true, None),
    ];
    order(&mut visits);
    let ritual = Ritual { visits, ..Ritual::default() };
    let ids = |visits: Vec<&Visit>| visits.iter().map(|one| one.account_id.0).collect::<Vec<_>>();
    assert_eq!(ids(ritual.queued().collect()), [3, 2, 4]);
    assert_eq!(ids(ritual.unchanged().collect()), [1]);
    assert_eq!(ritual.next().map(|visit| visit.account_id), Some(Id(2)));
    assert_eq!((ritual.pace().done, ritual.pace().of), (1, 3));
    assert_eq!(ritual.next_on(), None);
}
