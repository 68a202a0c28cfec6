//! What is counted and asked: metrics, answers, invitations, own scores, goals, opportunities.

use super::Scribe;
use trellis::domain::account::goal::{self, Goal};
use trellis::domain::account::metric::{self, Metric, MetricKind};
use trellis::domain::account::own_score::{self, Factor, OwnScore};
use trellis::domain::cell::Id;
use trellis::domain::feedback::invitation::{self, Invitation};
use trellis::domain::feedback::{self, Answer, Driver, Scale};
use trellis::domain::money::Currency;
use trellis::domain::revenue::opportunity::{self, Opportunity, OpportunityKind, OpportunityStage};

/// Writes down what of this there is for a client; few have all of it.
pub fn write(scribe: &mut Scribe, account: Id, people: &[Id]) {
    metrics(scribe, account);
    answers(scribe, account, people);
    own_scores(scribe, account);
    for _ in 0..scribe.chance.between(0, 3) {
        goal(scribe, account);
    }
    for _ in 0..scribe.chance.between(0, 4) {
        opportunity(scribe, account, people);
    }
}

fn metrics(scribe: &mut Scribe, account_id: Id) {
    let add = |scribe: &mut Scribe, kind, days, amount: i64| {
        let on_date = scribe.ago(days);
        let amount = amount as f64;
        let metric = Metric { id: Id(0), account_id, kind, on_date, amount, note: None };
        scribe.add(metric::Change::Added(metric));
    };
    if scribe.chance.percent(60) {
        let licensed = scribe.chance.between(10, 400);
        let total = scribe.chance.between(6, 14);
        let mut active = licensed * scribe.chance.between(30, 95) / 100;
        for month in (0..12).rev() {
            active = (active * scribe.chance.between(94, 105) / 100).clamp(1, licensed);
            add(scribe, MetricKind::SeatsActive, month * 30 + 3, active);
            add(scribe, MetricKind::SeatsLicensed, month * 30 + 3, licensed);
        }
        let used = scribe.chance.between(2, total);
        add(scribe, MetricKind::FeaturesUsed, 20, used);
        add(scribe, MetricKind::FeaturesTotal, 20, total);
    }
    if scribe.chance.percent(50) {
        for month in (0..6).rev() {
            for (kind, most) in [
                (MetricKind::TicketsSevere, 1),
                (MetricKind::TicketsMedium, 4),
                (MetricKind::TicketsMinor, 9),
                (MetricKind::ResponseHours, 30),
            ] {
                let amount = scribe.chance.between(0, most);
                add(scribe, kind, month * 30 + 5, amount);
            }
        }
        add(scribe, MetricKind::ResponseNorm, 160, 8);
    }
    if scribe.chance.percent(70) {
        let lateness = scribe.chance.between(0, 12);
        for quarter in (0..8).rev() {
            let days = (scribe.chance.between(-10, 10) + lateness).max(0);
            add(scribe, MetricKind::InvoiceDaysLate, quarter * 91 + 12, days);
        }
    }
}

fn answers(scribe: &mut Scribe, account_id: Id, people: &[Id]) {
    for _ in 0..scribe.chance.between(0, 10) {
        let Some(contact_id) = scribe.chance.of(people) else { return };
        let days = scribe.chance.between(1, 600);
        let asked = Invitation { id: Id(0), contact_id, on_date: scribe.ago(days) };
        scribe.add(invitation::Change::Added(asked));
        if scribe.chance.percent(40) {
            continue;
        }
        let scales = [
            (Scale::Nps, 10),
            (Scale::Nps, 10),
            (Scale::Ces, 7),
            (Scale::Csat, 5),
            (Scale::Value, 10),
        ];
        let (scale, most) = scribe.chance.of(&scales).unwrap_or((Scale::Nps, 10));
        let answer = Answer {
            id: Id(0),
            account_id,
            contact_id: scribe.chance.percent(95).then_some(contact_id),
            on_date: scribe.ago((days - 4).max(0)),
            scale,
            points: scribe.chance.between(most / 2, most),
            why: scribe
                .chance
                .maybe(50, &["answers come late", "it just works"])
                .map(str::to_owned),
            driver: scribe.chance.maybe(60, Driver::ALL),
        };
        scribe.add(feedback::Change::Added(answer));
    }
}

fn own_scores(scribe: &mut Scribe, account_id: Id) {
    let add = |scribe: &mut Scribe, factor, points, days| {
        let on_date = scribe.ago(days);
        let score = OwnScore { id: Id(0), account_id, factor, points, on_date, reason: None };
        scribe.add(own_score::Change::Added(score));
    };
    if scribe.chance.percent(75) {
        let mut points = scribe.chance.between(3, 9);
        for month in (0..scribe.chance.between(1, 9)).rev() {
            points = (points + scribe.chance.between(-1, 1)).clamp(1, 10);
            add(scribe, Factor::Pulse, points, month * 30 + 2);
        }
    }
    for factor in [Factor::Goals, Factor::Value, Factor::Usage, Factor::Support] {
        if scribe.chance.percent(25) {
            let (points, days) = (scribe.chance.between(3, 10), scribe.chance.between(0, 250));
            add(scribe, factor, points, days);
        }
    }
}

fn goal(scribe: &mut Scribe, account_id: Id) {
    let start = scribe.chance.between(1, 400);
    let record = Goal {
        metric: Some("hours".to_owned()),
        now_value: scribe.chance.between(0, 100) as f64,
        target_value: 100.0,
        measured_on: scribe.some_day(start, 0),
        ..Goal::titled(
            account_id,
            &format!("Orders in {start} hours less"),
            scribe.ago(start),
            scribe.some_day(-300, -10),
        )
    };
    scribe.add(goal::Change::Added(record));
}

fn opportunity(scribe: &mut Scribe, account: Id, people: &[Id]) {
    let stages = [
        OpportunityStage::Idea,
        OpportunityStage::Validated,
        OpportunityStage::Proposed,
        OpportunityStage::Won,
        OpportunityStage::Lost,
    ];
    let record = Opportunity {
        kind: scribe.chance.of(OpportunityKind::ALL),
        amount: Some(scribe.chance.between(2, 200) * 100_000),
        currency: Some(Currency::EUR),
        ease: Some(scribe.chance.between(1, 5)),
        stage: scribe.chance.of(&stages).unwrap_or(OpportunityStage::Idea),
        close_on: Some(scribe.some_day(60, -200)),
        champion_id: scribe.chance.of(people),
        ..Opportunity::titled(
            "More seats for the second plant",
            Some(account),
            scribe.some_day(400, 61),
        )
    };
    scribe.add(opportunity::Change::Added(record));
}
