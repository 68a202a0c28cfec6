use super::*;
use crate::domain::day::shift;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

/// Open, of this account, due in so many days.
fn step(id: i64, account: Option<i64>, days: i64) -> Step {
    let mut step = Step::titled(&format!("Step {id}"), Some(shift(today(), days)), today());
    step.id = Id(id);
    step.account_id = account.map(Id);
    step
}

fn meeting(id: i64, account: Option<i64>) -> Step {
    Step { kind: StepKind::Meeting, ..step(id, account, 0) }
}

fn closed(id: i64, status: StepStatus) -> Step {
    Step { status, ..step(id, Some(1), -3) }
}

/// Label, account, what was left out, and how many steps change.
fn committed(deed: &OnSteps, steps: &[Step]) -> (String, Option<Id>, Option<String>, usize) {
    match changed(deed, steps, today()).as_slice() {
        [Wish::Commit(commit)] => {
            let Commit { act, changes, .. } = commit;
            (act.label.clone(), act.account, act.left_out.clone(), changes.len())
        }
        other => panic!("{other:?}"),
    }
}

fn said(deed: &OnSteps, steps: &[Step]) -> String {
    match changed(deed, steps, today()).as_slice() {
        [Wish::Say(said)] => said.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_done_is_counted_and_what_stays_is_told() {
    let steps = [step(1, Some(1), 2), meeting(2, Some(1)), closed(3, StepStatus::Done)];
    let left = "1 meeting stays: Space on it, 1 is closed already";
    assert_eq!(
        committed(&OnSteps::Done, &steps),
        ("Step 1 done".to_owned(), Some(Id(1)), Some(left.to_owned()), 1)
    );
    let of_two = [step(1, Some(1), 2), step(2, Some(2), 3), step(3, Some(2), 4)];
    assert_eq!(
        committed(&OnSteps::Done, &of_two),
        ("3 steps of 2 accounts done".to_owned(), None, None, 3)
    );
    // Nobody can be asked how a meeting without account went: it is no talk of anybody.
    assert_eq!(committed(&OnSteps::Done, &[meeting(1, None), step(2, None, 0)]).3, 2);
    assert_eq!(
        said(&OnSteps::Done, &[meeting(2, Some(1)), meeting(3, Some(1))]),
        "Nothing changes: 2 meetings stay: Space on each."
    );
}

#[test]
fn a_moved_step_keeps_the_day_it_was_first_promised_for() {
    let friday = shift(today(), 5);
    let dayless = Step { due_on: None, first_due_on: None, ..step(3, Some(1), 0) };
    let steps = [step(1, Some(1), -2), Step { due_on: Some(friday), ..step(2, Some(1), 0) }];
    let (label, _, left, count) = committed(&OnSteps::MoveTo(friday), &steps);
    assert_eq!((label.as_str(), count), ("Step 1 moved to 27 Nov", 1));
    assert_eq!(left.as_deref(), Some("1 is so already"));
    let moved = becomes(&OnSteps::MoveTo(friday), &steps[0], today()).expect("moved");
    assert_eq!((moved.due_on, moved.first_due_on), (Some(friday), Some(shift(today(), -2))));
    let dated = becomes(&OnSteps::MoveTo(friday), &dayless, today()).expect("moved");
    assert_eq!((dated.due_on, dated.first_due_on), (Some(friday), Some(friday)));
}

#[test]
fn a_dropped_step_has_its_reason_and_a_handed_one_its_owner() {
    let dropped = becomes(&OnSteps::DropFor("no budget".to_owned()), &step(1, None, 0), today());
    let dropped = dropped.expect("dropped");
    assert_eq!(dropped.status, StepStatus::Dropped);
    assert_eq!(dropped.drop_reason.as_deref(), Some("no budget"));

    let theirs = Step {
        owner: StepOwner::Client,
        owner_name: Some("K. Ott".to_owned()),
        contact_id: Some(Id(7)),
        ..step(1, Some(1), 0)
    };
    let to = OnSteps::HandTo(Some("Kim".to_owned()));
    let handed = becomes(&to, &theirs, today()).expect("handed");
    assert_eq!((handed.owner, handed.owner_name.as_deref()), (StepOwner::Colleague, Some("Kim")));
    assert_eq!(handed.contact_id, None, "that was the owner and nobody else");
    assert_eq!(becomes(&to, &handed, today()), Err(Left::Same));
    let promised = Step { owner: StepOwner::Me, owner_name: None, ..theirs };
    let handed = becomes(&to, &promised, today()).expect("handed");
    assert_eq!(handed.contact_id, Some(Id(7)), "who was promised stays");
    assert_eq!(becomes(&OnSteps::HandTo(None), &handed, today()).expect("mine"), promised);
}

#[test]
fn what_another_program_changed_is_not_written_over() {
    let old = step(1, Some(1), 2);
    let wishes = changed(&OnSteps::Done, std::slice::from_ref(&old), today());
    let [Wish::Commit(commit)] = wishes.as_slice() else { panic!("{wishes:?}") };
    let columns: Vec<&str> = commit.expected.iter().map(|one| one.column).collect();
    assert_eq!(columns, ["status", "done_on"]);
    let [Wish::Commit(gone)] = &changed(&OnSteps::Remove, &[old], today())[..] else {
        panic!("no commit")
    };
    assert_eq!(gone.changes, [step::Change::Removed(Id(1)).into()]);
    assert_eq!(gone.act.label, "Step 1 removed");
}
