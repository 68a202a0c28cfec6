mod days;
mod groups;

use super::*;
use crate::domain::account::contract::Renewal;
use crate::domain::account::contract::{Contract, NoticeUnit};
use crate::domain::account::goal::Goal;
use crate::domain::account::goal::GoalStatus;
use crate::domain::account::{Account as Record, Status};
use crate::domain::contact::Contact;
use crate::domain::feedback::invitation::Invitation;
use crate::domain::plan::cycle::Plan;
use crate::domain::plan::step::{Step, StepStatus};
use crate::domain::records::Records;
use crate::domain::revenue::forecast::{Forecast, Outcome};
use crate::domain::revenue::opportunity::{Opportunity, OpportunityStage};
use crate::domain::signal::trial::{ago, ahead, today};

fn bare() -> Records {
    let mut account = Record::named("Contoso", ago(900));
    account.id = Id(1);
    Records::bare(account)
}

fn step(records: &mut Records, kind: StepKind, title: &str, due: Option<NaiveDate>) -> Id {
    let mut step = Step::titled(title, due, ago(30));
    step.id = Id(100 + i64::try_from(records.steps.len()).expect("few"));
    step.kind = kind;
    let id = step.id;
    records.steps.push(step);
    id
}

/// `today + 3 promise: ROI`.
fn told(records: &Records, days: u64) -> Vec<String> {
    let rules = Rules::default();
    let dues = of(records, &rules, today(), ahead(days));
    let agenda = agenda(dues, &rules, today(), ahead(days));
    let ahead = agenda.days.into_iter().flat_map(|day| day.dues);
    let all = agenda.late.into_iter().chain(agenda.waiting).chain(ahead);
    let all = all.filter(|due| !due.what.by_rhythm());
    all.map(|due| format!("{} {}: {}", (due.on - today()).num_days(), due.what, due.text)).collect()
}

#[test]
fn steps_are_late_due_or_out_of_sight() {
    let mut records = bare();
    step(&mut records, StepKind::Step, "late", Some(ago(4)));
    step(&mut records, StepKind::Step, "today", Some(today()));
    step(&mut records, StepKind::Milestone, "last day", Some(ahead(14)));
    step(&mut records, StepKind::Step, "beyond", Some(ahead(15)));
    step(&mut records, StepKind::Step, "some day", None);
    for status in [StepStatus::Done, StepStatus::Dropped, StepStatus::Old] {
        step(&mut records, StepKind::Step, "over", Some(ago(1)));
        records.steps.last_mut().expect("a step").status = status;
    }
    assert_eq!(told(&records, 14), ["-4 step: late", "0 step: today", "14 milestone: last day"]);
    assert_eq!(told(&records, 0), ["-4 step: late", "0 step: today"]);
    records.account.archived_on = Some(ago(1));
    assert_eq!(told(&records, 14), Vec::<String>::new());
}

#[test]
fn a_day_begins_with_what_has_its_time() {
    let mut records = bare();
    step(&mut records, StepKind::Step, "b", Some(ahead(1)));
    step(&mut records, StepKind::Promise, "c", Some(ahead(1)));
    step(&mut records, StepKind::Meeting, "late one", Some(ahead(1)));
    step(&mut records, StepKind::Meeting, "early one", Some(ahead(1)));
    records.steps[2].at_time = Some("14:00".to_owned());
    records.steps[3].at_time = Some("09:30".to_owned());
    let texts = told(&records, 3);
    let whole: Vec<&str> = texts.iter().map(String::as_str).collect();
    assert_eq!(
        whole,
        ["1 meeting: early one", "1 meeting: late one", "1 promise: c, unchecked", "1 step: b"]
    );
}

#[test]
fn who_does_it_and_to_whom_it_was_promised_is_told() {
    let mut records = bare();
    let mut ott = Contact::named("K. Ott", Some(Id(1)), ago(99));
    ott.id = Id(5);
    records.contacts.push(ott);
    step(&mut records, StepKind::Promise, "ROI", Some(ahead(1)));
    records.steps[0].contact_id = Some(Id(5));
    records.steps[0].checked_by = Some("B. Lind".to_owned());
    step(&mut records, StepKind::Step, "data", Some(ahead(2)));
    records.steps[1].owner = StepOwner::Client;
    records.steps[1].owner_name = Some("K. Ott".to_owned());
    assert_eq!(told(&records, 3), ["1 promise: ROI for K. Ott"], "the other is waited for");
    step(&mut records, StepKind::Meeting, "seats", Some(ahead(2)));
    records.steps[2].owner = StepOwner::Client;
    records.steps[2].owner_name = Some("K. Ott".to_owned());
    assert_eq!(told(&records, 3)[1], "2 meeting: seats (K. Ott)", "a day of one's own as well");
    records.steps[0].title = "ROI sheet for K. Ott".to_owned();
    assert_eq!(told(&records, 1), ["1 promise: ROI sheet for K. Ott"], "named once");
}

#[test]
fn the_contract_brings_its_days() {
    let mut records = bare();
    let mut contract = Contract::of(Id(1));
    contract.id = Id(9);
    contract.ends_on = Some(ahead(160));
    contract.notice_count = Some(30);
    contract.notice_unit = Some(NoticeUnit::Days);
    contract.auto_renews = Some(true);
    records.contract = Some(contract);
    // Ends in 160 days, act by 130, so that talks begin in 10; the forecast is asked for since 20.
    let found = told(&records, 14);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("-20 forecast: your forecast"), "{found:?}");
    assert!(found[1].starts_with("10 renewal: begin renewal talks, act by"), "{found:?}");
    let found = told(&records, 200);
    assert!(found.iter().any(|one| one.starts_with("130 notice: last day to give notice")));
    assert!(found.iter().any(|one| one == "160 end: contract ends; talks not started"));
    records.forecasts.push(Forecast {
        id: Id(3),
        account_id: Id(1),
        on_date: ago(2),
        ends_on: ahead(160),
        outcome: Outcome::Full,
        probability: 80,
        new_amount: None,
        currency: None,
        note: None,
    });
    assert_eq!(told(&records, 14).len(), 1, "told once in this window");
    let found = told(&records, 70);
    assert!(found.iter().any(|one| one.starts_with("70 forecast")), "{found:?}");
    records.contract.as_mut().expect("a contract").renewal = Renewal::Signed;
    assert_eq!(told(&records, 200), Vec::<String>::new());
    let contract = records.contract.as_mut().expect("a contract");
    (contract.renewal, contract.ends_on) = (Renewal::NotStarted, Some(ago(2)));
    assert_eq!(told(&records, 200).len(), 1);
    assert!(told(&records, 200)[0].starts_with("-1 outcome: Contract ended"));
    records.account.status = Status::Notified;
    records.account.leaves_on = Some(ahead(3));
    assert_eq!(told(&records, 200), ["3 end: leaves"]);
}

#[test]
fn people_goals_opportunities_and_the_cycle_bring_theirs() {
    let mut records = bare();
    let mut roy = Contact::named("J. Roy", Some(Id(1)), ago(400));
    roy.id = Id(5);
    roy.birthday = NaiveDate::from_ymd_opt(1980, 11, 25);
    records.contacts.push(roy);
    records.invitations.push(Invitation { id: Id(6), contact_id: Id(5), on_date: ago(177) });
    records.goals.push(Goal {
        id: Id(7),
        now_value: 1.0,
        target_value: 2.0,
        measured_on: ago(1),
        ..Goal::titled(Id(1), "save time", ago(90), ahead(9))
    });
    let mut idea = Opportunity::titled("more seats", Some(Id(1)), ago(90));
    idea.id = Id(8);
    idea.next_talk_on = Some(ago(1));
    idea.close_on = Some(ahead(2));
    records.opportunities.push(idea);
    records.plan = Some(Plan { id: Id(2), account_id: Id(1), starts_on: ago(85), ended_on: None });
    let found = told(&records, 14);
    assert_eq!(
        found,
        [
            "-1 opportunity: talk about more seats",
            "2 opportunity: more seats is to be closed",
            "3 birthday: J. Roy",
            "4 plan: the cycle ends: carry, drop or tick off each open step",
            "9 goal: their goal: save time",
        ],
        "nobody is asked before there is an agreement"
    );
    records.account.feedback_agreed_on = Some(ago(200));
    let found = told(&records, 14);
    assert!(found.contains(&"5 survey: ask for feedback".to_owned()), "{found:?}");
    records.invitations[0].on_date = ago(190);
    let found = told(&records, 14);
    assert!(found.contains(&"-8 survey: ask for feedback: J. Roy".to_owned()), "{found:?}");
    records.opportunities[0].stage = OpportunityStage::Won;
    records.goals[0].status = GoalStatus::Reached;
    assert_eq!(told(&records, 14).len(), 3);
    records.account.status = Status::Prospect;
    step(&mut records, StepKind::Step, "call", Some(ahead(1)));
    assert_eq!(told(&records, 14), ["1 step: call"], "outside the book what was planned alone");
}

#[test]
fn what_falls_into_an_absence_is_marked() {
    let mut records = bare();
    step(&mut records, StepKind::Promise, "ROI", Some(ahead(5)));
    step(&mut records, StepKind::Promise, "plan", Some(ahead(9)));
    let mut rules = Rules::default();
    rules.away = vec![(ahead(4), ahead(8)), (ahead(60), ahead(70)), (ago(9), ago(1))];
    let dues = of(&records, &rules, today(), ahead(14));
    let found = agenda(dues, &rules, today(), ahead(14));
    let away: Vec<bool> = found.days.iter().map(|day| day.dues[0].away).collect();
    assert_eq!(away, [true, false]);
    assert_eq!(found.away, [(ahead(4), ahead(8))]);
}

#[test]
fn what_no_account_claims_is_not_forgotten() {
    let mut step = Step::titled("call back", Some(ahead(3)), ago(3));
    assert_eq!(unlinked(&step, today(), ahead(2)), None);
    let due = unlinked(&step, today(), ahead(3)).expect("due");
    assert_eq!((due.account, due.what, due.whose), (None, What::Step, None));
    step.owner = StepOwner::Colleague;
    let waited = |step: &Step| unlinked(step, today(), ahead(3)).expect("waited for");
    assert!(waited(&step).whose.is_some() && !waited(&step).undated);
    step.due_on = None;
    assert!(waited(&step).undated, "it is waited for without a day as well");
    step.status = StepStatus::Done;
    assert_eq!(unlinked(&step, today(), ahead(3)), None);
}

#[test]
fn what_only_waits_to_be_asked_is_not_late() {
    let mut records = bare();
    step(&mut records, StepKind::Step, "call", Some(ago(1)));
    let mut contract = Contract::of(Id(1));
    contract.ends_on = Some(ahead(60));
    records.contract = Some(contract);
    let rules = Rules::default();
    let dues = of(&records, &rules, today(), ahead(14));
    let found = agenda(dues, &rules, today(), ahead(14));
    let told = |dues: &[Due]| dues.iter().map(|due| due.what).collect::<Vec<_>>();
    assert_eq!(told(&found.late), [What::Step]);
    assert_eq!(told(&found.waiting), [What::Forecast]);
}
