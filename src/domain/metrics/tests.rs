//! A book of four accounts, counted by hand.

use super::*;
use crate::domain::account::metric::{Metric, MetricKind};
use crate::domain::account::{Status, Tier};
use crate::domain::assess::assess;
use crate::domain::contact::{Contact, Level, Role};
use crate::domain::feedback::invitation::Invitation;
use crate::domain::feedback::{Answer, Scale};
use crate::domain::money::Currency;
use crate::domain::plan::cycle::Plan;
use crate::domain::plan::step::{Step, StepKind, StepStatus};
use crate::domain::records::TalkFact;
use crate::domain::revenue::RevenueKind;
use crate::domain::score::Band;
use crate::domain::signal::trial::{ago, today};
use crate::domain::talk::{Side, TalkKind, Topic};
use crate::domain::word::WordSet;

fn account(id: i64, tier: Option<Tier>, euros: Option<i64>) -> Records {
    let mut account = Account::named(&format!("A{id}"), ago(900));
    (account.id, account.tier) = (Id(id), tier);
    let mut records = Records::bare(account);
    records.revenue.extend(euros.map(|euros| Revenue {
        id: Id(id),
        account_id: Id(id),
        on_date: ago(800),
        kind: RevenueKind::Opening,
        amount: euros * 100,
        currency: Currency::EUR,
        note: None,
    }));
    records
}

fn talk(days: u64, kind: TalkKind, edit: impl FnOnce(&mut TalkFact)) -> TalkFact {
    let mut talk = TalkFact::on(ago(days), kind);
    edit(&mut talk);
    talk
}

fn sponsor(records: &mut Records, heard: u64) {
    let mut contact = Contact::named("J. Roy", Some(records.account.id), ago(700));
    contact.id = Id(50);
    contact.level = Some(Level::DecisionMaker);
    contact.roles = WordSet::of(&[Role::ExecutiveSponsor]);
    records.contacts.push(contact);
    records.last_two_way_with.push((Id(50), ago(heard)));
}

fn book() -> Vec<Records> {
    let mut one = account(1, Some(Tier::Strategic), Some(600));
    sponsor(&mut one, 91);
    one.talks = vec![
        talk(10, TalkKind::Meeting, |talk| talk.topics = WordSet::of(&[Topic::OurIdea])),
        talk(20, TalkKind::Meeting, |talk| (talk.missed, talk.two_way) = (true, false)),
        talk(30, TalkKind::Call, |talk| talk.started_by = Some(Side::Client)),
        // Agreed, but no meeting.
        talk(35, TalkKind::Call, |talk| (talk.missed, talk.two_way) = (true, false)),
        talk(40, TalkKind::Call, |talk| talk.started_by = Some(Side::Us)),
        // Nobody wrote down who began or what it was about.
        talk(364, TalkKind::Meeting, |_| {}),
        // The day before the period.
        talk(365, TalkKind::Meeting, |talk| talk.missed = true),
    ];
    one.invitations = vec![Invitation { id: Id(60), contact_id: Id(50), on_date: ago(30) }];
    one.answers = vec![Answer {
        id: Id(61),
        account_id: Id(1),
        contact_id: Some(Id(50)),
        on_date: ago(20),
        scale: Scale::Nps,
        points: 9,
        why: None,
        driver: None,
    }];
    one.plan = Some(Plan { id: Id(9), account_id: Id(1), starts_on: ago(50), ended_on: None });
    let step = |id, kind, done: Option<u64>| {
        let mut step = Step::titled("ROI sheet", Some(ago(5)), ago(40));
        (step.id, step.plan_id, step.kind) = (Id(id), Some(Id(9)), kind);
        step.done_on = done.map(ago);
        step.status = if done.is_some() { StepStatus::Done } else { StepStatus::Open };
        step
    };
    one.steps = vec![
        step(71, StepKind::Step, Some(5)),
        step(72, StepKind::Promise, Some(6)),
        step(73, StepKind::Promise, Some(4)),
        step(74, StepKind::Step, None),
    ];
    let hours = |id, days, amount| Metric {
        id: Id(id),
        account_id: Id(1),
        kind: MetricKind::ResponseHours,
        on_date: ago(days),
        amount,
        note: None,
    };
    one.metrics = vec![hours(80, 5, 6.0), hours(81, 50, 60.0)];
    let mut two = account(2, Some(Tier::Strategic), Some(300));
    sponsor(&mut two, 92);
    two.metrics = vec![hours(82, 9, 9.0)];
    let mut three = account(3, None, None);
    three.metrics = vec![hours(83, 400, 99.0)];
    let mut four = account(4, None, Some(100));
    four.account.status = Status::Prospect;
    four.talks = vec![talk(3, TalkKind::Meeting, |_| {})];
    vec![one, two, three, four]
}

fn told(book: Vec<Records>) -> Metrics {
    let rules = Rules::default();
    let standings: Vec<Standing> =
        book.iter().map(|one| assess(one, &Around::default(), &rules, today())).collect();
    let around = Around::of(&standings, &rules);
    let mut tally = Tally::over(since(today()), today());
    for (records, standing) in book.into_iter().zip(&standings) {
        tally.add(records, standing, &rules);
    }
    tally.finish(&standings, &around, &rules)
}

#[test]
fn what_leads_counted_by_hand() {
    let Metrics { leading, accounts, few, .. } = told(book());
    assert_eq!((accounts, few), (3, true), "the prospect is not of the book");
    assert_eq!(leading.attendance, Share::of(2, 3));
    assert_eq!((leading.response_hours, leading.response_accounts), (Some(7.5), 2));
    assert_eq!(leading.ideas, 1);
    assert_eq!(leading.executive, Share::of(1, 2), "92 days are too long ago");
    assert_eq!(leading.response, Share::of(1, 1));
    assert_eq!(leading.completion, Share::of(2, 4));
    assert_eq!(leading.promises, Share::of(1, 2));
    assert_eq!(leading.maps, Share::of(0, 3));
    assert_eq!(leading.reactive, Share::of(1, 3));
    let coverage = leading.coverage;
    assert_eq!((coverage.heard, coverage.arr, coverage.unknown), (60_000, 90_000, 1));
    assert_eq!(coverage.share, Some(60_000.0 / 90_000.0));
}

#[test]
fn who_came_later_had_neither_map_nor_sponsor_on_that_day() {
    let mut book = book();
    book[1].account.created_on = today().succ_opt().expect("a day");
    let Metrics { leading, .. } = told(book);
    assert_eq!((leading.executive, leading.maps), (Share::of(1, 1), Share::of(0, 2)));
}

#[test]
fn a_tier_that_nobody_chose_asks_for_the_time_of_maintenance() {
    let rules = Rules::default();
    let asked = |tier| {
        let standing = assess(&account(1, tier, None), &Around::default(), &rules, today());
        spread::spread(&[standing], &Around::default(), &rules).hours_a_week
    };
    assert!(asked(None) > 0.0);
    assert_eq!(asked(None), asked(Some(Tier::Maintenance)));
}

#[test]
fn talks_are_counted_from_the_first_day_or_for_a_year() {
    let from = |days| {
        let tally = Tally::over(ago(days), today());
        tally.finish(&[], &Around::default(), &Rules::default()).leading.talks_from
    };
    assert_eq!((from(30), from(365), from(366)), (ago(30), ago(365), ago(365)));
}

#[test]
fn nothing_recorded_is_no_figure() {
    let Metrics { leading, spread, retention, .. } = told(Vec::new());
    assert_eq!(leading.attendance, Share::default());
    assert_eq!((leading.response_hours, leading.coverage.share), (None, None));
    assert_eq!((spread.concentration.top_1, spread.key.floor), (None, None));
    assert_eq!((spread.healthy.share, spread.warning), (None, None));
    assert_eq!(retention.total.nrr, None);
}

#[test]
fn revenue_of_few_is_told_and_key_accounts_have_their_budget() {
    let Metrics { spread, attention, retention, .. } = told(book());
    let top = spread.concentration;
    assert_eq!((top.accounts, top.arr), (2, 90_000));
    assert_eq!(
        (top.top_1, top.top_5, top.top_fifth),
        (Some(2.0 / 3.0), Some(1.0), Some(2.0 / 3.0))
    );
    let key = spread.key;
    assert_eq!((key.accounts, key.arr, key.floor), (2, 90_000, Some(30_000)));
    assert_eq!((key.budget_from, key.budget_to), (9_000, 13_500));
    let first = &attention[0];
    assert_eq!((first.account, first.talks, first.missed), (Id(1), 4, 2));
    assert_eq!((first.talk_share, first.arr_share), (Some(1.0), Some(2.0 / 3.0)));
    assert_eq!((attention[2].arr, attention[2].arr_share), (None, None));
    assert_eq!(retention.total.start, 90_000, "the prospect is in no sum");
    assert_eq!(spread.tiers[0].arr_unknown, 1);
}

#[test]
fn scores_weigh_by_arr_and_a_book_too_healthy_is_a_warning() {
    let rules = Rules::default();
    let mut standings: Vec<Standing> = (1..=6)
        .map(|id| assess(&account(id, None, Some(100)), &Around::default(), &rules, today()))
        .collect();
    for one in &mut standings {
        (one.score.value, one.score.band) = (Some(9.0), Some(Band::Healthy));
        one.score.trend = Some(0.2);
    }
    let spread =
        |standings: &[Standing]| spread::spread(standings, &Around::of(standings, &rules), &rules);
    let text = spread(&standings).warning.expect("all are healthy");
    assert_eq!(
        text,
        "6 of 6 judged accounts are healthy (100 %): is anybody asked who would complain?"
    );
    (standings[0].score.value, standings[0].score.band) = (Some(5.0), Some(Band::Risk));
    standings[0].score.trend = Some(-0.4);
    assert!(spread(&standings).warning.is_some(), "5 of 6");
    standings[1].score.band = None;
    let found = spread(&standings);
    assert_eq!(found.warning, None, "4 of 5 are no more than 80 %");
    let all = &found.tiers[0];
    assert_eq!((all.risk, all.watch, all.healthy, all.unknown), (1, 0, 4, 1));
    assert!(all.score.is_some_and(|score| (score - 8.2).abs() < 1e-12), "{:?}", all.score);
    assert!(all.trend.is_some_and(|trend| (trend - 0.08).abs() < 1e-12), "{:?}", all.trend);
    assert_eq!(found.tiers.len(), 2, "no tier is a line of its own");
}
