//! What changed since a review: each kind with the smallest record that tells it.

use super::*;
use crate::domain::account::Account;
use crate::domain::account::own_score::{Factor, OwnScore};
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::money::Currency;
use crate::domain::revenue::Revenue;
use crate::domain::signal::trial::{ago, ahead, today};

/// Reviewed a week ago; K. Ott and T. Lee are known.
fn records() -> Records {
    let mut account = Account::named("Contoso", ago(400));
    account.id = Id(1);
    account.reviewed_on = Some(ago(7));
    let mut records = Records::bare(account);
    for (id, name) in [(11, "K. Ott"), (12, "T. Lee")] {
        let mut contact = Contact::named(name, Some(Id(1)), ago(300));
        contact.id = Id(id);
        records.contacts.push(contact);
    }
    records
}

fn told_since(records: &Records, since: &Since) -> Vec<Event> {
    let rules = Rules::default();
    let standing = assess(records, &Around::default(), &rules, today());
    changed(records, &standing, since, &rules, today())
}

fn told(records: &Records) -> Vec<Event> {
    told_since(records, &Since::last(&records.account))
}

fn texts(records: &Records) -> Vec<String> {
    told(records).into_iter().map(|event| event.text).collect()
}

fn answer(days: u64, points: i64) -> Answer {
    Answer {
        id: Id(31),
        account_id: Id(1),
        contact_id: Some(Id(11)),
        on_date: ago(days),
        scale: Scale::Nps,
        points,
        why: Some("budget frozen".to_owned()),
        driver: None,
    }
}

fn step(id: i64, title: &str, edit: impl FnOnce(&mut Step)) -> Step {
    let mut step = Step::titled(title, Some(ago(1)), ago(30));
    step.id = Id(id);
    edit(&mut step);
    step
}

#[test]
fn nothing_happened() {
    assert_eq!(texts(&records()), Vec::<String>::new());
}

#[test]
fn an_answer_is_news_after_the_day_of_the_review_or_where_it_came_in_later() {
    let mut records = records();
    records.answers = vec![answer(6, 4)];
    let found = told(&records);
    assert_eq!(found[0].text, "K. Ott answered 4 (detractor): “budget frozen”.");
    assert_eq!((found[0].about, found[0].calls), (Some(("answer", Id(31))), true));
    records.answers = vec![answer(7, 4)];
    assert_eq!(told(&records), [], "the review saw it");
    let since = Since { late: vec![("answer", Id(31))], ..Since::last(&records.account) };
    assert_eq!(told_since(&records, &since).len(), 1, "it was brought in after the review");
}

#[test]
fn people_come_and_leave() {
    let mut records = records();
    records.contacts[1].left_on = Some(ago(6));
    records.contacts[1].left_to = Some("Litware".to_owned());
    records.contacts[0].created_on = ago(2);
    let found = told(&records);
    assert_eq!(found[0].text, "T. Lee left for Litware.");
    assert_eq!(found[1].text, "New on the map: K. Ott.");
    assert_eq!((found[0].calls, found[1].calls), (true, false));
}

#[test]
fn promises_are_kept_and_broken() {
    let mut records = records();
    let promise = |step: &mut Step| step.kind = StepKind::Promise;
    records.steps = vec![
        step(41, "ROI sheet", promise),
        step(42, "Old", |one| {
            promise(one);
            one.due_on = Some(ago(8));
        }),
        step(43, "Theirs", |one| {
            promise(one);
            one.owner = StepOwner::Client;
        }),
        step(44, "Kept", |one| {
            promise(one);
            one.status = StepStatus::Done;
            one.done_on = Some(ago(3));
        }),
        step(45, "Called", |one| {
            one.status = StepStatus::Done;
            one.done_on = Some(ago(2));
        }),
    ];
    let mut since = Since::last(&records.account);
    since.closed = vec![
        step(45, "Called", |one| {
            one.status = StepStatus::Done;
            one.done_on = Some(ago(2));
        }),
        step(46, "Loose", |one| {
            one.status = StepStatus::Done;
            one.done_on = Some(ago(4));
        }),
        step(47, "Before", |one| {
            one.status = StepStatus::Done;
            one.done_on = Some(ago(7));
        }),
    ];
    let found: Vec<String> =
        told_since(&records, &since).into_iter().map(|event| event.text).collect();
    assert_eq!(
        found,
        ["Promise late: ROI sheet.", "Promise kept: Kept.", "Done: Called and Loose.",]
    );
}

#[test]
fn revenue_moves_and_a_churn_to_come_is_news_once() {
    let mut records = records();
    let entry = |id, on_date, kind, units: i64| Revenue {
        id: Id(id),
        account_id: Id(1),
        on_date,
        kind,
        amount: units * 100,
        currency: Currency::EUR,
        note: None,
    };
    records.revenue = vec![
        entry(51, ago(300), RevenueKind::Opening, 900_000),
        entry(52, ago(2), RevenueKind::Expansion, 40_000),
        entry(53, ahead(60), RevenueKind::Churn, -940_000),
    ];
    assert_eq!(texts(&records), ["expansion +40k: ARR €940k."]);
    let since = Since { late: vec![("revenue", Id(53))], ..Since::last(&records.account) };
    let found = told_since(&records, &since);
    assert!(found.iter().any(|event| event.text == "churn −940k on 21 Jan 2027." && event.calls));
}

#[test]
fn a_score_is_told_where_it_crossed_a_band_or_moved_by_half_a_point() {
    let own = |id, days, points| OwnScore {
        id: Id(id),
        account_id: Id(1),
        factor: Factor::ALL[id as usize],
        points,
        on_date: ago(days),
        reason: None,
    };
    let mut records = records();
    records.own_scores = (0..8).map(|id| own(id, 20, 7)).collect();
    let point = |days, score| ScorePoint {
        on_date: ago(days),
        score: Some(score),
        known: 1.0,
        rules_changed: false,
    };
    let now = {
        let standing = assess(&records, &Around::default(), &Rules::default(), today());
        standing.score.value.expect("known")
    };
    assert_eq!(tenth(now), "7.0");
    for (then, text, calls) in [
        (8.2, Some("Score 8.2 → 7.0: from healthy to watch."), true),
        (5.5, Some("Score 5.5 → 7.0: from risk to watch."), true),
        (7.6, Some("Score 7.6 → 7.0."), false),
        (7.3, None, false),
    ] {
        records.history = vec![point(7, then), point(2, now)];
        let found = told(&records).into_iter().find(|event| event.kind == EventKind::Score);
        assert_eq!(found.as_ref().map(|event| event.text.as_str()), text);
        assert_eq!(found.as_ref().is_some_and(|event| event.calls), calls, "{then}");
        assert!(found.is_none_or(|event| event.on == ago(2)));
    }
}

#[test]
fn talks_stand_together_and_a_missed_meeting_by_itself() {
    let mut records = records();
    let talk = |id, days| TalkFact { id: Id(id), ..TalkFact::on(ago(days), TalkKind::Call) };
    records.talks = vec![
        TalkFact { people: vec![Id(11)], mood: Some(-1), ..talk(61, 2) },
        talk(62, 5),
        TalkFact { missed: true, kind: TalkKind::Meeting, ..talk(63, 6) },
        talk(64, 7),
    ];
    let found = told(&records);
    assert_eq!(found[0].text, "They missed a meeting.");
    assert_eq!(found[1].text, "2 talks, the last a call with K. Ott, mood −1.");
    assert_eq!((found[0].calls, found[1].calls), (true, false));
}
