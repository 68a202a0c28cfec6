//! Facts for the tests of the score, told in days before a frozen today.

use super::factor::Case;
use crate::domain::account::Account;
use crate::domain::account::goal::Goal;
use crate::domain::account::metric::{Metric, MetricKind};
use crate::domain::account::own_score::{Factor, OwnScore};
use crate::domain::cell::Id;
use crate::domain::contact::{Contact, Level};
use crate::domain::feedback::{Answer, Scale};
use crate::domain::map::{Map, map};
use crate::domain::money::Currency;
use crate::domain::records::{Records, TalkFact};
use crate::domain::revenue::{Revenue, RevenueKind};
use crate::domain::rules::Rules;
use crate::domain::talk::TalkKind;
use chrono::{Duration, NaiveDate};

pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date")
}

pub fn ago(days: i64) -> NaiveDate {
    today() - Duration::days(days)
}

#[track_caller]
pub fn near(found: f64, wanted: f64) {
    assert!((found - wanted).abs() < 1e-9, "{found} instead of {wanted}");
}

#[derive(Clone)]
pub struct Sample {
    pub records: Records,
    next: i64,
}

impl Sample {
    pub fn new() -> Self {
        Self { records: Records::bare(Account::named("Contoso", ago(2000))), next: 100 }
    }

    fn id(&mut self) -> Id {
        self.next += 1;
        Id(self.next)
    }

    pub fn map(&self) -> Map {
        map(&self.records, None, &Rules::default(), today())
    }

    pub fn with<T>(&self, measure: impl Fn(&Case) -> T) -> T {
        let rules = Rules::default();
        let map = self.map();
        measure(&Case { records: &self.records, map: &map, rules: &rules, today: today() })
    }

    pub fn metric(mut self, kind: MetricKind, days: i64, amount: f64) -> Self {
        let id = self.id();
        let metric = Metric { id, account_id: Id(1), kind, on_date: ago(days), amount, note: None };
        self.records.metrics.push(metric);
        self.records.metrics.sort_by_key(|metric| std::cmp::Reverse(metric.on_date));
        self
    }

    pub fn revenue(mut self, days: i64, kind: RevenueKind, amount: i64) -> Self {
        let id = self.id();
        self.records.revenue.push(Revenue {
            id,
            account_id: Id(1),
            on_date: ago(days),
            kind,
            amount,
            currency: Currency::EUR,
            note: None,
        });
        self
    }

    pub fn contact(mut self, id: i64, level: Option<Level>) -> Self {
        let mut contact = Contact::named("A. Ruiz", Some(Id(1)), ago(2000));
        contact.id = Id(id);
        contact.level = level;
        self.records.contacts.push(contact);
        self
    }

    pub fn answer(self, contact: Option<i64>, days: i64, points: i64) -> Self {
        self.scaled(Scale::Nps, contact, days, points)
    }

    pub fn scaled(mut self, scale: Scale, contact: Option<i64>, days: i64, points: i64) -> Self {
        let id = self.id();
        self.records.answers.push(Answer {
            id,
            account_id: Id(1),
            contact_id: contact.map(Id),
            on_date: ago(days),
            scale,
            points,
            why: None,
            driver: None,
        });
        self
    }

    fn talk(mut self, days: i64, mood: Option<i64>, missed: bool) -> Self {
        let id = self.id();
        self.records.talks.push(TalkFact {
            id,
            two_way: !missed,
            missed,
            mood,
            ..TalkFact::on(ago(days), TalkKind::Meeting)
        });
        self
    }

    /// A talk with a mood; it does not move the day of the last two-way talk.
    pub fn mood(self, days: i64, mood: i64) -> Self {
        self.talk(days, Some(mood), false)
    }

    pub fn missed(self, days: i64) -> Self {
        self.talk(days, None, true)
    }

    /// Start, now, target; days ago of start and due; days ago it was measured.
    pub fn goal(mut self, values: [f64; 3], span: [i64; 2], measured: i64) -> Self {
        let id = self.id();
        self.records.goals.push(Goal {
            id,
            start_value: values[0],
            now_value: values[1],
            target_value: values[2],
            measured_on: ago(measured),
            ..Goal::titled(Id(1), "their goal", ago(span[0]), ago(span[1]))
        });
        self
    }

    pub fn own(mut self, factor: Factor, days: i64, points: i64, reason: Option<&str>) -> Self {
        let id = self.id();
        self.records.own_scores.push(OwnScore {
            id,
            account_id: Id(1),
            factor,
            points,
            on_date: ago(days),
            reason: reason.map(str::to_owned),
        });
        self
    }
}
