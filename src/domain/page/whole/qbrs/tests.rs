//! The page, and what Space writes on it.

use super::super::super::trial::{doing, entry, told};
use super::page;
use crate::domain::account::Tier;
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::expansion::book::Grown;
use crate::domain::expansion::book::trial::{Trial, sure};
use crate::domain::plan::step::{self, MeetingType, Step, StepKind};
use crate::domain::revenue::opportunity;
use crate::domain::signal::trial::{ago, ahead};
use chrono::NaiveDate;

/// One account with a case and a QBR in three weeks.
fn planned() -> (Trial, Id) {
    let mut trial = Trial::default();
    let mut qbr = Step::titled("QBR", Some(ahead(21)), ago(9));
    (qbr.id, qbr.kind, qbr.meeting_type) = (Id(9), StepKind::Meeting, Some(MeetingType::Qbr));
    trial.account("Alpha", Tier::Growth, 100).steps = vec![qbr];
    let case = trial.open("Seats", 40, sure);
    (trial, case)
}

fn talked_on(changes: &[Change]) -> Option<NaiveDate> {
    changes.iter().find_map(|change| match change {
        Change::Opportunity(opportunity::Change::Edited { fields, .. }) => match fields.first() {
            Some(opportunity::Field::NextTalkOn(on)) => *on,
            _ => None,
        },
        _ => None,
    })
}

fn agenda(changes: &[Change]) -> Option<String> {
    changes.iter().find_map(|change| match change {
        Change::Step(step::Change::Edited { fields, .. }) => match fields.first() {
            Some(step::Field::Agenda(agenda)) => agenda.clone(),
            _ => None,
        },
        Change::Step(step::Change::Added(step)) => step.agenda.clone(),
        _ => None,
    })
}

#[test]
fn a_case_goes_under_what_stands_on_the_agenda() {
    let (trial, case) = planned();
    let mut grown = trial.grown();
    grown.qbrs.coming[0].meeting.as_mut().expect("a meeting").agenda = Some("Results\n".to_owned());
    let page = page(&grown, &trial.rules);
    assert_eq!(page.figure, "1 QBR in 91 d");
    assert_eq!(
        told(&page),
        [
            "# Next 91 d  1 QBR, 1 planned · 1 case to bring",
            "Sun 13 Dec | Alpha | G | 100k | planned, in 21 d",
            "○ Seats | 40k | pursue | to bring",
        ]
    );
    let doing = doing(&page, &format!("case {}", case.0));
    assert_eq!(doing.label, "Alpha: “Seats” onto the agenda of the QBR");
    assert_eq!(agenda(&doing.changes).as_deref(), Some("Results\nCase: Seats"));
    assert_eq!(talked_on(&doing.changes), Some(ahead(21)));
    let columns: Vec<&str> = doing.expected.iter().map(|one| one.column).collect();
    assert_eq!(columns, ["next_talk_on", "agenda"]);
}

#[test]
fn a_talk_that_comes_before_the_qbr_stays_the_next_one() {
    let (mut trial, case) = planned();
    let moved = |trial: &Trial| {
        let page = page(&trial.grown(), &trial.rules);
        talked_on(&doing(&page, &format!("case {}", case.0)).changes)
    };
    trial.book[0].opportunities[0].next_talk_on = Some(ahead(20));
    assert_eq!(moved(&trial), None);
    trial.book[0].opportunities[0].next_talk_on = Some(ahead(22));
    assert_eq!(moved(&trial), Some(ahead(21)));
}

#[test]
fn what_is_brought_wants_nothing_more() {
    let (trial, case) = planned();
    let mut grown: Grown = trial.grown();
    grown.qbrs.coming[0].cases[0].brought = true;
    let page = page(&grown, &trial.rules);
    assert_eq!(told(&page)[2], "✓ Seats | 40k | pursue | on the agenda");
    assert_eq!(entry(&page, &format!("case {}", case.0)).doing, None);
    assert_eq!(entry(&page, "step 9").doing, None);
}

#[test]
fn without_a_day_space_plans_the_qbr_with_its_cases_or_a_step_before_it() {
    let mut trial = Trial::default();
    // Growth: every 182 days, so in 42 days: Sunday, 3 January.
    trial.account("Alpha", Tier::Growth, 100).held = vec![(MeetingType::Qbr, ago(140))];
    let case = trial.open("Seats", 40, |one| {
        sure(one);
        one.revisited_on = Some(ago(1));
    });
    let due = page(&trial.grown(), &trial.rules);
    assert_eq!(told(&due)[1], "Sun 3 Jan | Alpha | G | 100k | due in 42 d, no day | last 5 Jul");
    let qbr = doing(&due, "qbr 1");
    assert_eq!(qbr.label, "Alpha: QBR planned for Fri 1 Jan");
    assert_eq!(agenda(&qbr.changes).as_deref(), Some("Case: Seats"));
    assert_eq!(talked_on(&qbr.changes), Some(ahead(40)));
    let step = doing(&due, &format!("case {}", case.0));
    // Two weeks before 3 January: Sunday, 20 December; the Friday before.
    assert_eq!(step.label, "Alpha: prepare “Seats” by Fri 18 Dec");
    trial.book[0].held = vec![(MeetingType::Qbr, ago(190))];
    let late = page(&trial.grown(), &trial.rules);
    assert_eq!(told(&late)[1], "Sat 14 Nov | Alpha | G | 100k | 8 d overdue, no day | last 16 May");
    assert_eq!(doing(&late, "qbr 1").label, "Alpha: QBR planned for Mon 7 Dec");
    let step = doing(&late, &format!("case {}", case.0));
    assert_eq!(step.label, "Alpha: prepare “Seats” by Mon 30 Nov");
}

#[test]
fn who_is_at_risk_brings_no_case_and_who_had_none_yet_is_named() {
    let (mut trial, _) = planned();
    trial.risk.push(Id(1));
    trial.account("Beta", Tier::Strategic, 50);
    let page = page(&trial.grown(), &trial.rules);
    assert_eq!(
        told(&page)[1..],
        [
            "Sun 13 Dec | Alpha | G | 100k | planned, in 21 d · repair first",
            "",
            "# No QBR yet  1 account",
            ": Beta",
        ]
    );
    assert_eq!(entry(&page, "step 9").doing, None);
}

#[test]
fn what_the_last_one_left_out_is_looked_at_again_with_space() {
    let mut trial = Trial::default();
    trial.account("Alpha", Tier::Maintenance, 100).held = vec![(MeetingType::Qbr, ago(10))];
    let id = trial.open("Seats", 40, |_| {});
    let page = page(&trial.grown(), &trial.rules);
    assert_eq!(
        told(&page)[3..],
        ["# Not looked at since the last QBR  1", "Alpha | Seats | 40k | never looked at again"]
    );
    let doing = doing(&page, &format!("unseen {}", id.0));
    let [Change::Opportunity(opportunity::Change::Edited { fields, .. })] =
        doing.changes.as_slice()
    else {
        panic!("{:?}", doing.changes)
    };
    assert_eq!(fields, &[opportunity::Field::RevisitedOn(Some(ahead(0)))]);
}
