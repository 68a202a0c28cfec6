//! The whole book gone through.

use super::*;
use crate::domain::account::{Account, Tier};
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::money::Currency;
use crate::domain::plan::cycle::Plan;
use crate::domain::plan::step::{StepKind, StepOwner, StepStatus};
use crate::domain::revenue::opportunity::{Opportunity, OpportunityStage};
use crate::domain::review::Review;
use crate::domain::review::plans::Wrong;
use crate::domain::signal::trial::{ago, ahead, today};

fn account(id: i64, tier: Tier) -> Records {
    let mut account = Account::named(&format!("A{id}"), ago(400));
    account.id = Id(id);
    account.tier = Some(tier);
    Records::bare(account)
}

fn step(id: i64, due: NaiveDate, edit: impl FnOnce(&mut Step)) -> Step {
    let mut step = Step::titled(&format!("S{id}"), Some(due), ago(9));
    step.id = Id(id);
    edit(&mut step);
    step
}

/// All of `book` gone through on a Sunday, with a review that began when 40 steps were written.
fn gone_through(book: &[(Records, Group)]) -> Survey {
    let rules = Rules::default();
    let review = Review {
        id: Id(1),
        opened_on: today(),
        closed_on: None,
        steps_before: 40,
        everybody: false,
        minutes: None,
    };
    let mut survey = Survey::begin(ago(7), today());
    for (records, group) in book {
        let standing = assess(records, &Around::default(), &rules, today());
        let since = Since::review(Some(ago(7)), &records.account);
        survey.add(records, &standing, *group, &since, Some(40), &rules);
    }
    let ritual = Ritual { today: today(), review: Some(review), ..Ritual::default() };
    survey.finish(&ritual, &[])
}

#[test]
fn what_is_left_over_has_its_four_lists() {
    let mut records = account(1, Tier::Growth);
    records.steps = vec![
        step(1, ago(2), |_| {}),
        step(2, ago(3), |one| one.kind = StepKind::Meeting),
        step(3, ago(4), |one| one.kind = StepKind::Promise),
        step(4, ago(5), |one| {
            one.kind = StepKind::Promise;
            one.owner = StepOwner::Client;
            one.owner_name = Some("K. Ott".to_owned());
        }),
        step(5, today(), |_| {}),
        step(6, ago(2), |one| one.status = StepStatus::Done),
        step(7, ago(6), |_| {}),
        step(8, ago(2), |one| one.owner = StepOwner::Colleague),
    ];
    let found = gone_through(&[(records, Group::Fine)]).close;
    let ids = |list: &[crate::domain::review::loose::LooseEnd]| {
        list.iter().map(|one| one.step.0).collect::<Vec<_>>()
    };
    assert_eq!(ids(&found.promises), [3]);
    assert_eq!(ids(&found.meetings), [2]);
    assert_eq!(ids(&found.late), [7, 1], "today is not late");
    assert_eq!(ids(&found.waiting), [4, 8]);
    assert_eq!(found.waiting[0].owner.as_deref(), Some("K. Ott"));
    assert_eq!(found.promises[0].says, "4 d late, due 18 Nov");
    let all = [&found.promises, &found.meetings, &found.late, &found.waiting];
    assert_eq!(all.into_iter().flatten().count(), 6);
}

#[test]
fn what_could_be_promised_reaches_to_the_end_of_next_week() {
    let mut first = account(1, Tier::Growth);
    first.steps = vec![
        step(1, ahead(7), |_| {}),
        step(2, ahead(8), |_| {}),
        step(3, ago(1), |_| {}),
        step(41, ahead(6), |_| {}),
    ];
    let mut now = account(2, Tier::Growth);
    now.steps = vec![
        step(4, ahead(5), |_| {}),
        step(5, ahead(5), |one| one.kind = StepKind::Promise),
        step(6, ahead(1), |one| one.owner = StepOwner::Colleague),
    ];
    let found = gone_through(&[(first, Group::Fine), (now, Group::Now)]).candidates;
    let ids: Vec<i64> = found.iter().map(|one| one.step.0).collect();
    assert_eq!(ids, [41, 5, 4, 3, 1], "new, given, then by group and day");
    assert!(found[0].new && !found[1].new);
    assert_eq!(found[0].text, "A1: S41, Sat 28 Nov");
    let friday = NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day");
    let monday = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
    assert_eq!(candidate::until(friday), ahead(7));
    assert_eq!(candidate::until(monday), ahead(14));
}

#[test]
fn the_five_that_come_first_and_what_holds_others_back() {
    let opportunity = |id: i64, units: i64, ease, solves: Option<bool>| Opportunity {
        id: Id(id),
        amount: Some(units * 100),
        currency: Some(Currency::EUR),
        ease: Some(ease),
        solves_problem: solves,
        voiced_interest: Some(true),
        timing_right: Some(true),
        ..Opportunity::titled(&format!("O{id}"), Some(Id(1)), ago(30))
    };
    let mut records = account(1, Tier::Growth);
    records.opportunities = vec![
        opportunity(1, 10_000, 5, Some(true)),
        opportunity(2, 90_000, 1, Some(true)),
        opportunity(3, 30_000, 5, Some(true)),
        opportunity(4, 1_000_000, 5, Some(false)),
        opportunity(5, 5_000, 5, None),
        opportunity(6, 6_000, 5, None),
        opportunity(7, 7_000, 5, None),
        Opportunity { stage: OpportunityStage::Won, ..opportunity(8, 99_000, 5, Some(true)) },
    ];
    let found = gone_through(&[(records, Group::Fine)]).expansion;
    let ids: Vec<i64> = found.top.iter().map(|one| one.opportunity.0).collect();
    // Value × ease / 5: 30k, 18k, 10k, 7k, 6k; the largest of all is held back by a no.
    assert_eq!(ids, [3, 2, 1, 7, 6]);
    assert_eq!((found.more, found.waiting, found.repair), (1, 1, 0));
}

#[test]
fn a_cycle_that_is_over_comes_before_an_account_without_a_plan() {
    let missing = account(1, Tier::Strategic);
    let mut over = account(2, Tier::Growth);
    over.plan = Some(Plan { id: Id(9), account_id: Id(2), starts_on: ago(95), ended_on: None });
    let mut running = account(3, Tier::Growth);
    running.plan = Some(Plan { id: Id(8), account_id: Id(3), starts_on: ago(5), ended_on: None });
    let small = account(4, Tier::Maintenance);
    let book = [missing, over, running, small].map(|records| (records, Group::Fine));
    let found: Vec<(i64, Wrong)> =
        gone_through(&book).plans.iter().map(|line| (line.account.0, line.wrong)).collect();
    assert_eq!(found, [(2, Wrong::Over), (1, Wrong::Missing)]);
}

#[test]
fn what_changed_is_told_by_account_and_summed_up() {
    let mut left = account(1, Tier::Growth);
    let mut contact = crate::domain::contact::Contact::named("T. Lee", Some(Id(1)), ago(300));
    contact.id = Id(3);
    contact.left_on = Some(ago(3));
    left.contacts = vec![contact];
    let mut kept = account(2, Tier::Growth);
    kept.steps = vec![step(5, ago(2), |one| {
        one.kind = StepKind::Promise;
        one.status = StepStatus::Done;
        one.done_on = Some(ago(2));
    })];
    kept.plan = Some(Plan { id: Id(9), account_id: Id(2), starts_on: ago(5), ended_on: None });
    let quiet = account(3, Tier::Growth);
    let book = [kept, quiet, left].map(|records| (records, Group::Fine));
    let found = gone_through(&book);
    let names: Vec<&str> = found.changed.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["A1", "A2"], "who left weighs more");
    assert_eq!(found.sums, "1 contact left, 1 promise kept at 2 accounts");
    assert_eq!(gone_through(&[]).sums, "Nothing changed");
    assert!(found.minutes.starts_with("# Weekly review, Sun 22 Nov 2026\n"));
}
