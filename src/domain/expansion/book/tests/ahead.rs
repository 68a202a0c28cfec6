//! The QBRs of the next quarter, and what is brought to them.

use super::*;
use crate::domain::plan::step::{MeetingType, StepKind, StepStatus};

fn qbr(id: i64, days: u64) -> Step {
    let mut step = Step::titled("QBR", Some(ahead(days)), ago(30));
    step.id = Id(id);
    step.kind = StepKind::Meeting;
    step.meeting_type = Some(MeetingType::Qbr);
    step
}

fn coming(trial: &Trial) -> Vec<(String, i64, bool)> {
    let told = |one: &qbr::Qbr| {
        (one.whose.name.clone(), (one.on - today()).num_days(), one.planned.is_some())
    };
    trial.grown().qbrs.coming.iter().map(told).collect()
}

#[test]
fn planned_ones_and_those_due_within_a_quarter_come_by_day() {
    let mut trial = Trial::default();
    trial.account("Planned", Tier::Strategic, 100).steps = vec![qbr(1, 91), qbr(2, 120)];
    trial.account("Far", Tier::Strategic, 100).steps = vec![qbr(3, 92)];
    // Strategic asks for one every 91 days.
    trial.account("Overdue", Tier::Strategic, 100).held = vec![(MeetingType::Qbr, ago(100))];
    trial.account("Due", Tier::Strategic, 100).held = vec![(MeetingType::Qbr, ago(50))];
    // Growth every 182 days: 92 days ahead is one too many.
    trial.account("Just held", Tier::Growth, 100).held = vec![(MeetingType::Qbr, ago(90))];
    trial.account("Never", Tier::Growth, 100);
    trial.account("Not asked", Tier::Maintenance, 100);
    assert_eq!(
        coming(&trial),
        [
            ("Overdue".to_owned(), -9, false),
            ("Due".to_owned(), 41, false),
            ("Planned".to_owned(), 91, true),
        ]
    );
    let never: Vec<String> = trial.grown().qbrs.never.into_iter().map(|one| one.name).collect();
    assert_eq!(never, ["Never"]);
    trial.book[4].held = vec![(MeetingType::Qbr, ago(91))];
    assert!(coming(&trial).contains(&("Just held".to_owned(), 91, false)));
}

#[test]
fn a_meeting_that_is_done_or_past_is_not_planned() {
    let mut trial = Trial::default();
    let mut done = qbr(1, 10);
    done.status = StepStatus::Done;
    let mut past = qbr(2, 0);
    past.due_on = Some(ago(1));
    trial.account("Alpha", Tier::Growth, 100).steps = vec![done, past];
    assert_eq!(coming(&trial), []);
    assert_eq!(trial.grown().qbrs.never.len(), 1);
}

#[test]
fn the_surest_cases_are_brought_two_at_most_and_none_to_who_is_at_risk() {
    let mut trial = Trial::default();
    trial.account("Alpha", Tier::Growth, 100).steps = vec![qbr(1, 20)];
    trial.open("wait", 900, |one| one.timing_right = Some(false));
    trial.open("ask", 800, |_| {});
    trial.open("ask too", 700, |_| {});
    let case = trial.open("case", 10, sure);
    let found = trial.grown().qbrs;
    let cases = &found.coming[0].cases;
    let titles: Vec<&str> = cases.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["case", "ask"]);
    assert_eq!((cases[0].opportunity, cases[0].verdict), (case, Verdict::Pursue));
    assert!(!found.coming[0].repair);
    trial.risk.push(Id(1));
    let found = trial.grown().qbrs;
    assert!(found.coming[0].repair && found.coming[0].cases.is_empty());
}

#[test]
fn without_a_meeting_a_dated_step_about_it_brings_a_case() {
    let mut trial = Trial::default();
    trial.account("Alpha", Tier::Strategic, 100).held = vec![(MeetingType::Qbr, ago(60))];
    let case = trial.open("case", 10, sure);
    let brought = |trial: &Trial| trial.grown().qbrs.coming[0].cases[0].brought;
    assert!(!brought(&trial));
    let mut step = Step::titled("Bring it", Some(ahead(5)), today());
    step.opportunity_id = Some(case);
    trial.book[0].steps = vec![step.clone()];
    assert!(brought(&trial));
    step.due_on = None;
    trial.book[0].steps = vec![step.clone(), qbr(9, 20)];
    assert!(!brought(&trial));
    step.due_on = Some(ahead(5));
    trial.book[0].steps = vec![step, qbr(9, 20)];
    assert!(!brought(&trial), "the meeting has its agenda");
}

#[test]
fn what_the_last_qbr_did_not_look_at_is_listed() {
    let mut trial = Trial::default();
    trial.account("Alpha", Tier::Growth, 100).held = vec![(MeetingType::Qbr, ago(10))];
    let old = trial.open("old", 10, |_| {});
    trial.open("seen", 10, |one| one.revisited_on = Some(ago(10)));
    trial.open("new", 10, |one| one.created_on = ago(9));
    trial.open("won", 10, |one| one.stage = OpportunityStage::Won);
    assert_eq!(trial.grown().qbrs.unseen, [old]);
}

#[test]
fn a_case_stands_in_an_agenda_as_a_whole() {
    assert!(qbr::stands_in("Results\nCase: Seats", "Seats"));
    assert!(qbr::stands_in("Results; Seats ; next year", "Seats"));
    assert!(qbr::stands_in("Case: Seats; two parts", "Seats; two parts"));
    assert!(!qbr::stands_in("Case: Seats for Lyon", "Seats"));
}
