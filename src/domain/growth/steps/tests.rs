//! Each of the six steps, lit and dark.

use super::super::{ladder, qualifying, understanding};
use super::*;
use crate::domain::account::Account;
use crate::domain::cell::Id;
use crate::domain::growth::loyalty::Loyalty;
use crate::domain::growth::qualification::Qualification;
use crate::domain::plan::cycle::Plan;
use crate::domain::plan::priority::{Priority, PriorityKind};
use crate::domain::plan::step::StepStatus;
use crate::domain::signal::trial::{ago, ahead, today};
use crate::domain::talk::{TalkKind, Topic};
use crate::domain::word::WordSet;

fn book() -> Records {
    let mut account = Account::named("Contoso", ago(900));
    account.id = Id(1);
    account.tier = Some(Tier::Growth);
    Records::bare(account)
}

fn with<T>(records: &Records, rules: &Rules, ask: impl FnOnce(GrowthSteps) -> T) -> T {
    ask(growth_steps(&Ground {
        records,
        ladder: &ladder::ladder(records, None, rules, today()),
        understanding: &understanding::understanding(records, rules, today()),
        qualified: &qualifying::qualified(records, rules, today()),
        rules,
        today: today(),
    }))
}

fn step(records: &Records, wanted: GrowthStep) -> Light {
    let find = |found: GrowthSteps| found.steps.into_iter().find(|one| one.step == wanted);
    with(records, &Rules::default(), find).expect("asked of this tier")
}

fn lit(records: &Records, wanted: GrowthStep) -> bool {
    let found = step(records, wanted);
    assert_eq!(found.lit, found.light.is_none());
    assert!(found.why.ends_with(['.', '!', '?']), "{}", found.why);
    found.lit
}

fn plan(records: &mut Records, priorities: i64) {
    records.plan = Some(Plan { id: Id(9), account_id: Id(1), starts_on: ago(40), ended_on: None });
    records.priorities = (1..=priorities)
        .map(|place| Priority {
            id: Id(place),
            plan_id: Id(9),
            place,
            kind: PriorityKind::Goal,
            title: "Grow".to_owned(),
            metric: None,
        })
        .collect();
}

fn planned_step(records: &mut Records, due: NaiveDate, edit: impl FnOnce(&mut Step)) {
    let mut step = Step::titled("Send", Some(due), ago(40));
    step.id = Id(70);
    step.plan_id = Some(Id(9));
    edit(&mut step);
    records.steps.push(step);
}

#[test]
fn maintenance_accounts_are_asked_for_three_steps() {
    let mut records = book();
    let asked = |records: &Records| {
        with(records, &Rules::default(), |found| {
            found.steps.iter().map(|one| one.number).collect::<Vec<_>>()
        })
    };
    assert_eq!(asked(&records), [1, 2, 3, 4, 5, 6]);
    for tier in [Some(Tier::Maintenance), None] {
        records.account.tier = tier;
        assert_eq!(asked(&records), [1, 2, 6]);
    }
    let says = with(&records, &Rules::default(), |found| found.says);
    assert_eq!(says, "0 of 3 growth steps lit; dark: understand, qualify and review.");
}

#[test]
fn a_verdict_either_way_lights_qualify() {
    let mut records = book();
    assert!(!lit(&records, GrowthStep::Qualify));
    let (id, account_id, why) = (Id(5), Id(1), None);
    records.qualifications =
        vec![Qualification { id, account_id, on_date: ago(182), realistic: false, why }];
    assert!(lit(&records, GrowthStep::Qualify));
    assert_eq!(step(&records, GrowthStep::Qualify).why, "Growth not realistic, 24 May.");
    records.qualifications[0].on_date = ago(183);
    assert!(!lit(&records, GrowthStep::Qualify));
}

#[test]
fn a_plan_is_carried_out_with_priorities_and_nothing_long_late() {
    let mut records = book();
    let why = |records: &Records| step(records, GrowthStep::Execute).why;
    assert_eq!(why(&records), "No plan is running.");
    plan(&mut records, 0);
    assert!(!lit(&records, GrowthStep::Execute));
    plan(&mut records, 3);
    planned_step(&mut records, ago(14), |_| {});
    assert!(lit(&records, GrowthStep::Execute));
    assert_eq!(why(&records), "Plan since 13 Oct with 3 priorities, no step over 14 d late.");
    planned_step(&mut records, ago(15), |step| step.plan_id = None);
    planned_step(&mut records, ago(15), |step| step.status = StepStatus::Done);
    assert!(lit(&records, GrowthStep::Execute), "loose ones and done ones do not count");
    planned_step(&mut records, ago(15), |_| {});
    assert!(!lit(&records, GrowthStep::Execute));
    assert_eq!(why(&records), "“Send” over 14 d late.");
    records.steps.clear();
    plan(&mut records, 4);
    assert!(!lit(&records, GrowthStep::Execute), "four priorities are none");
    plan(&mut records, 1);
    records.plan.as_mut().expect("a plan").ended_on = Some(ago(1));
    assert!(!lit(&records, GrowthStep::Execute));
}

fn talk(records: &mut Records, days: u64, topics: &[Topic], people: &[Id]) {
    let mut talk = TalkFact::on(ago(days), TalkKind::Meeting);
    talk.id = Id(200 + days.cast_signed());
    talk.topics = WordSet::of(topics);
    talk.people = people.to_vec();
    records.talks.push(talk);
}

#[test]
fn the_third_step_counts_where_claim_and_record_agree() {
    let mut records = book();
    let claim = |step| Loyalty {
        id: Id(4),
        account_id: Id(1),
        step,
        evidence: "they ask us first".to_owned(),
        on_date: ago(9),
    };
    records.loyalty = vec![claim(3)];
    assert!(!lit(&records, GrowthStep::Loyalty), "no evidence");
    for (days, topic) in [(1, Topic::OurIdea), (2, Topic::TheirGoals), (3, Topic::Issue)] {
        talk(&mut records, days, &[topic], &[]);
    }
    assert!(lit(&records, GrowthStep::Loyalty));
    records.loyalty = vec![claim(2)];
    let found = step(&records, GrowthStep::Loyalty);
    assert_eq!(found.light.as_deref(), Some("Set the step to partner, with a line of evidence."));
    records.loyalty = vec![claim(3)];
    records.talks[0].topics = WordSet::of(&[Topic::Issue]);
    assert!(!lit(&records, GrowthStep::Loyalty), "backed no longer");
}

#[test]
fn a_growth_conversation_was_held_and_the_next_is_planned() {
    let mut records = book();
    for (id, level) in [(1, Level::Influencer), (2, Level::User)] {
        let mut contact = Contact::named(if id == 1 { "A. Ruiz" } else { "K. Ott" }, None, ago(90));
        contact.id = Id(id);
        contact.level = Some(level);
        records.contacts.push(contact);
    }
    let why = |records: &Records| step(records, GrowthStep::Conversation).why;
    talk(&mut records, 5, &[Topic::TheirGoals], &[Id(2)]);
    talk(&mut records, 6, &[Topic::Issue], &[Id(1)]);
    assert_eq!(
        why(&records),
        "No talk about growth with a decision maker or influencer in 91 d; \
         no growth conversation planned."
    );
    talk(&mut records, 91, &[Topic::RiskAhead], &[Id(1)]);
    assert!(!lit(&records, GrowthStep::Conversation), "no next one");
    let meeting = |step: &mut Step| step.meeting_type = Some(MeetingType::GrowthConversation);
    planned_step(&mut records, ago(1), meeting);
    assert!(!lit(&records, GrowthStep::Conversation), "its day is over");
    planned_step(&mut records, ahead(0), meeting);
    assert!(lit(&records, GrowthStep::Conversation));
    assert_eq!(
        why(&records),
        "Talked about growth with A. Ruiz on 23 Aug; the next is planned for 22 Nov."
    );
    assert_eq!(step(&records, GrowthStep::Conversation).evidence.len(), 2);
    records.contacts[0].left_on = Some(ago(1));
    assert!(!lit(&records, GrowthStep::Conversation), "who heard it has left");
    records.contacts[0].left_on = None;
    records.talks[2].on_date = ago(92);
    assert!(!lit(&records, GrowthStep::Conversation));
    records.talks[2].on_date = ago(91);
    records.talks[2].missed = true;
    assert!(!lit(&records, GrowthStep::Conversation));
}

#[test]
fn a_review_on_time_lights_the_last_step_and_days_away_do_not_count() {
    let mut records = book();
    assert!(!lit(&records, GrowthStep::Review));
    records.account.reviewed_on = Some(ago(30));
    assert!(lit(&records, GrowthStep::Review));
    records.account.reviewed_on = Some(ago(31));
    assert!(!lit(&records, GrowthStep::Review));
    let mut rules = Rules::default();
    rules.away = vec![(ago(10), ago(10))];
    assert!(with(&records, &rules, |found| found.steps[5].lit));
}

#[test]
fn all_lit_is_said() {
    let mut records = book();
    records.account.tier = None;
    records.account.reviewed_on = Some(ago(1));
    records.qualifications = vec![Qualification {
        id: Id(5),
        account_id: Id(1),
        on_date: ago(2),
        realistic: true,
        why: None,
    }];
    let says =
        |records: &Records| with(records, &Rules::default(), |found| (found.lit, found.says));
    assert_eq!(says(&records), (2, "2 of 3 growth steps lit; dark: understand.".to_owned()));
    records.discoveries = vec![understanding::sample(3)];
    assert_eq!(says(&records), (3, "All 3 growth steps are lit.".to_owned()));
}
