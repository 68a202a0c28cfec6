//! An account built by hand, for the tests of the rules: the smallest record that raises a signal
//! and the nearest that does not.

mod growth;

use super::calm;
use super::facts::Facts;
use super::found::Found;
use super::{Signal, table};
use crate::domain::account::contract::{Contract, NoticeUnit, Renewal};
use crate::domain::account::metric::{Metric, MetricKind};
use crate::domain::account::own_score::Factor;
use crate::domain::account::silence::{Silence, SilenceKind};
use crate::domain::account::{Account, Tier};
use crate::domain::around::Around;
use crate::domain::cell::Id;
use crate::domain::contact::{Contact, Level, Role};
use crate::domain::feedback::invitation::Invitation;
use crate::domain::feedback::{Answer, Scale};
use crate::domain::money::Currency;
use crate::domain::plan::cycle::Plan;
use crate::domain::plan::priority::{Priority, PriorityKind};
use crate::domain::plan::step::Step;
use crate::domain::records::{Records, ScorePoint, TalkFact};
use crate::domain::revenue::{Revenue, RevenueKind};
use crate::domain::rules::Rules;
use crate::domain::score::{Band, FactorScore, Score, Source};
use crate::domain::talk::TalkKind;
use crate::domain::word::WordSet;
use crate::domain::{map, renewal, revenue};
use chrono::{Days, NaiveDate};

/// Sunday, 22 November 2026.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date")
}

pub(crate) fn ago(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

pub(crate) fn ahead(days: u64) -> NaiveDate {
    today() + Days::new(days)
}

/// A Strategic account that came into the book a year ago, with a healthy score of 9.
pub(super) struct Trial {
    pub(super) records: Records,
    pub(super) score: Score,
    pub(super) rules: Rules,
    pub(super) around: Around,
    next: i64,
}

impl Trial {
    pub(super) fn new() -> Self {
        let mut account = Account::named("Contoso", ago(365));
        account.id = Id(1);
        account.tier = Some(Tier::Strategic);
        let score = Score {
            value: Some(9.0),
            low: 9.0,
            high: 9.0,
            known: 1.0,
            band: Some(Band::Healthy),
            factors: Vec::new(),
            ways_back: Vec::new(),
            trend: None,
        };
        let around = Around { ask_plan: vec![Id(1)], ..Around::default() };
        let records = Records::bare(account);
        Self { records, score, rules: Rules::default(), around, next: 100 }
    }

    pub(super) fn id(&mut self) -> Id {
        self.next += 1;
        Id(self.next)
    }

    pub(super) fn contact(&mut self, name: &str, level: Option<Level>, roles: &[Role]) -> Id {
        let mut contact = Contact::named(name, Some(Id(1)), ago(300));
        contact.id = self.id();
        contact.level = level;
        contact.roles = WordSet::of(roles);
        contact.verified_on = Some(ago(10));
        self.records.contacts.push(contact.clone());
        contact.id
    }

    pub(super) fn edit(&mut self, id: Id, edit: impl FnOnce(&mut Contact)) {
        edit(self.records.contacts.iter_mut().find(|one| one.id == id).expect("a contact"));
    }

    /// A call that took place.
    pub(super) fn talk(&mut self, days: u64, people: &[Id], mood: Option<i64>) -> Id {
        let id = self.id();
        let talk = TalkFact {
            id,
            mood,
            people: people.to_vec(),
            ..TalkFact::on(ago(days), TalkKind::Call)
        };
        self.add_talk(talk);
        id
    }

    pub(super) fn missed(&mut self, days: u64) {
        let id = self.id();
        self.add_talk(TalkFact {
            id,
            two_way: false,
            missed: true,
            ..TalkFact::on(ago(days), TalkKind::Meeting)
        });
    }

    fn add_talk(&mut self, talk: TalkFact) {
        let records = &mut self.records;
        if talk.two_way {
            records.last_two_way_on = records.last_two_way_on.max(Some(talk.on_date));
            for person in &talk.people {
                match records.last_two_way_with.iter_mut().find(|(id, _)| id == person) {
                    Some((_, day)) => *day = (*day).max(talk.on_date),
                    None => records.last_two_way_with.push((*person, talk.on_date)),
                }
            }
        }
        records.talks.push(talk);
        records.talks.sort_by_key(|talk| std::cmp::Reverse(talk.on_date));
    }

    pub(super) fn answer(&mut self, days: u64, contact: Option<Id>, scale: Scale, points: i64) {
        let id = self.id();
        self.records.answers.push(Answer {
            id,
            account_id: Id(1),
            contact_id: contact,
            on_date: ago(days),
            scale,
            points,
            why: None,
            driver: None,
        });
        self.records.answers.sort_by_key(|one| std::cmp::Reverse(one.on_date));
    }

    pub(super) fn invite(&mut self, days: u64, contact: Id) {
        let id = self.id();
        self.records.invitations.push(Invitation { id, contact_id: contact, on_date: ago(days) });
    }

    pub(super) fn metric(&mut self, days: u64, kind: MetricKind, amount: f64) {
        let id = self.id();
        let on_date = ago(days);
        let metric = Metric { id, account_id: Id(1), kind, on_date, amount, note: None };
        self.records.metrics.push(metric);
        self.records.metrics.sort_by_key(|one| std::cmp::Reverse(one.on_date));
    }

    /// Whole euros.
    pub(super) fn revenue(&mut self, days: u64, kind: RevenueKind, euros: i64) {
        let id = self.id();
        self.records.revenue.push(Revenue {
            id,
            account_id: Id(1),
            on_date: ago(days),
            kind,
            amount: euros * 100,
            currency: Currency::EUR,
            note: None,
        });
    }

    /// A contract that ends so many days from now, renewing itself unless notice is given a day
    /// count before.
    pub(super) fn contract(&mut self, ends_on: NaiveDate, notice: Option<i64>, stands: Renewal) {
        self.records.contract = Some(Contract {
            id: Id(7),
            ends_on: Some(ends_on),
            notice_count: notice,
            notice_unit: notice.map(|_| NoticeUnit::Days),
            auto_renews: Some(notice.is_some()),
            renewal: stands,
            ..Contract::of(Id(1))
        });
    }

    pub(super) fn plan(&mut self, started: u64) {
        self.records.plan =
            Some(Plan { id: Id(9), account_id: Id(1), starts_on: ago(started), ended_on: None });
    }

    pub(super) fn priority(&mut self, kind: PriorityKind) -> Id {
        let id = self.id();
        self.records.priorities.push(Priority {
            id,
            plan_id: Id(9),
            place: 1,
            kind,
            title: "Win back".to_owned(),
            metric: None,
        });
        id
    }

    /// A step made 20 days ago.
    pub(super) fn step(&mut self, due: NaiveDate, edit: impl FnOnce(&mut Step)) -> Id {
        let mut step = Step::titled("ROI sheet", Some(due), ago(20));
        step.id = self.id();
        step.account_id = Some(Id(1));
        step.plan_id = self.records.plan.as_ref().map(|plan| plan.id);
        edit(&mut step);
        self.records.steps.push(step.clone());
        step.id
    }

    pub(super) fn silence(
        &mut self,
        code: &str,
        kind: SilenceKind,
        days: u64,
        until: Option<NaiveDate>,
    ) {
        let id = self.id();
        self.records.silences.push(Silence {
            id,
            account_id: Id(1),
            kind,
            code: code.to_owned(),
            since_on: ago(days),
            until_on: until,
            reason: None,
        });
    }

    pub(super) fn scored(&mut self, value: f64, band: Option<Band>) {
        self.score.value = Some(value);
        self.score.band = band;
    }

    pub(super) fn factor(&mut self, factor: Factor, score: Option<f64>, fresh: bool) {
        self.score.factors.push(FactorScore {
            factor,
            in_use: true,
            source: if score.is_some() { Source::Measured } else { Source::Unknown },
            score,
            measured: score,
            evidence_on: score.map(|_| ago(5)),
            fresh,
            own_expired_on: None,
            weight: 10.0,
            costs: score.map_or(0.0, |score| (10.0 - score) / 10.0),
            evidence: Vec::new(),
        });
    }

    pub(super) fn history(&mut self, days: u64, score: f64) {
        let point =
            ScorePoint { on_date: ago(days), score: Some(score), known: 1.0, rules_changed: false };
        self.records.history.push(point);
        self.records.history.sort_by_key(|point| point.on_date);
    }

    fn with_facts<T>(&self, ask: impl FnOnce(&Facts<'_>) -> T) -> T {
        let map = map::map(&self.records, None, &self.rules, today());
        let progress = crate::domain::plan::progress::progress(&self.records, today());
        ask(&Facts {
            records: &self.records,
            map: &map,
            score: &self.score,
            progress: &progress,
            act_by: self.records.contract.as_ref().and_then(renewal::act_by),
            arr: revenue::worth_on(&self.records.revenue, today(), &self.rules.exchange).known(),
            around: &self.around,
            rules: &self.rules,
            today: today(),
        })
    }

    /// What one rule finds, before it is calmed.
    pub(super) fn found(&self, code: &str) -> Option<Found> {
        let rule = table::rule(code).expect("a code of the table");
        self.with_facts(|facts| (rule.find)(facts))
    }

    /// The sentence of an event; none where nothing or only a gap is found.
    pub(super) fn event(&self, code: &str) -> Option<String> {
        self.found(code).filter(|found| !found.gap).map(|found| found.text)
    }

    /// Something never recorded is found.
    pub(super) fn gap(&self, code: &str) -> bool {
        self.found(code).is_some_and(|found| found.gap)
    }

    /// All signals of the account, calmed.
    pub(super) fn signals(&self) -> Vec<Signal> {
        self.with_facts(calm::signals)
    }

    pub(super) fn signal(&self, code: &str) -> Option<Signal> {
        self.signals().into_iter().find(|signal| signal.code == code)
    }
}
