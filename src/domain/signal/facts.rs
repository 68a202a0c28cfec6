//! What the rules look at: the records of one account and what was computed from them.

use crate::domain::account::Tier;
use crate::domain::account::contract::Contract;
use crate::domain::account::metric::{Metric, MetricKind};
use crate::domain::account::own_score::Factor;
use crate::domain::around::Around;
use crate::domain::away;
use crate::domain::cell::Id;
use crate::domain::contact::{Contact, Level, Role};
pub(crate) use crate::domain::day::shift;
use crate::domain::feedback::Answer;
use crate::domain::map::{self, Map, Seat};
use crate::domain::money::Money;
use crate::domain::records::{Records, TalkFact};
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::{Band, FactorScore, Score};
use crate::domain::standing::{ActBy, Progress};
use chrono::NaiveDate;

/// Slack in comparisons of computed figures.
pub(crate) const TINY: f64 = 1e-9;

/// The first day on which an interval is over.
pub(crate) fn after(day: NaiveDate, interval: i64) -> NaiveDate {
    shift(day, interval.saturating_add(1))
}

/// One account on a day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Facts<'a> {
    pub(crate) records: &'a Records,
    pub(crate) map: &'a Map,
    pub(crate) score: &'a Score,
    pub(crate) progress: &'a Progress,
    pub(crate) act_by: Option<ActBy>,
    /// In the base currency; none: unknown, or no rate.
    pub(crate) arr: Option<Money>,
    pub(crate) around: &'a Around,
    pub(crate) rules: &'a Rules,
    pub(crate) today: NaiveDate,
}

impl<'a> Facts<'a> {
    /// Days from `day` to today.
    pub(super) fn ago(&self, day: NaiveDate) -> i64 {
        (self.today - day).num_days()
    }

    /// Not later than today, and at most `days` ago.
    pub(super) fn within(&self, day: NaiveDate, days: i64) -> bool {
        (0..=days).contains(&self.ago(day))
    }

    /// Days that a clock of the user's ran since a day: it stands still while the user is away.
    pub(super) fn ran(&self, since: NaiveDate) -> i64 {
        away::elapsed(since, self.today, &self.rules.away)
    }

    /// The first day on which such a clock has run for longer than an interval.
    pub(super) fn over(&self, last: NaiveDate, interval: i64) -> NaiveDate {
        away::reached(last, interval.saturating_add(1), &self.rules.away)
    }

    /// `12 d ago`, `12 d ago (5 of them away)`.
    pub(super) fn told_ago(&self, day: NaiveDate) -> String {
        let days = self.ago(day);
        match away::stood(day, self.today, &self.rules.away) {
            0 => format!("{days} d ago"),
            stood => format!("{days} d ago ({stood} of them away)"),
        }
    }

    pub(super) fn back(&self, days: i64) -> NaiveDate {
        shift(self.today, -days)
    }

    pub(super) fn strategic_or_growth(&self) -> bool {
        matches!(self.records.account.tier, Some(Tier::Strategic | Tier::Growth))
    }

    /// Days between talks: the account's own, else the tier's.
    pub(super) fn talk_every(&self) -> i64 {
        self.rules.talk_every(&self.records.account)
    }

    /// Days of so many intervals between talks.
    pub(super) fn intervals(&self, times: Limit) -> i64 {
        (self.talk_every() as f64 * self.rules.limit(times)) as i64
    }

    pub(super) fn review_every(&self) -> i64 {
        self.rules.review_every(&self.records.account)
    }

    pub(super) fn contact(&self, id: Id) -> Option<&'a Contact> {
        self.records.contacts.iter().find(|contact| contact.id == id)
    }

    pub(super) fn active_contacts(&self) -> impl Iterator<Item = &'a Contact> + use<'a> {
        let today = self.today;
        self.records.contacts.iter().filter(move |contact| contact.active_on(today))
    }

    pub(super) fn in_role(&self, role: Role) -> impl Iterator<Item = &'a Contact> + use<'a> {
        self.active_contacts().filter(move |contact| contact.roles.has(role))
    }

    /// The last two-way talk with a contact.
    pub(super) fn heard_on(&self, contact: Id) -> Option<NaiveDate> {
        self.records.last_two_way_with.iter().find(|(id, _)| *id == contact).map(|(_, day)| *day)
    }

    /// The seats of the active contacts of a level.
    pub(super) fn seated(
        &self,
        level: Level,
    ) -> impl Iterator<Item = (&'a Seat, &'a Contact)> + use<'a> {
        let (map, facts) = (self.map, *self);
        map.rows
            .iter()
            .filter(move |row| row.level == level)
            .flat_map(|row| &row.seats)
            .filter_map(move |seat| Some((seat, facts.contact(seat.contact)?)))
            .filter(move |(_, contact)| contact.active_on(facts.today))
    }

    /// All active contacts that have a level.
    pub(super) fn placed(&self) -> impl Iterator<Item = (&'a Seat, &'a Contact)> + use<'a> {
        let facts = *self;
        Level::ALL.iter().flat_map(move |level| facts.seated(*level))
    }

    /// The people's names of a talk, joined.
    pub(super) fn people_of(&self, talk: &TalkFact) -> Vec<&'a str> {
        talk.people.iter().filter_map(|id| self.contact(*id)).map(|c| c.name.as_str()).collect()
    }

    /// The newest figure of a kind.
    pub(super) fn newest(&self, kind: MetricKind) -> Option<&'a Metric> {
        self.records.newest_metric(kind, self.today)
    }

    /// The latest NPS answer of each active contact within 365 days; anonymous ones are left out.
    pub(super) fn latest_nps(&self) -> impl Iterator<Item = (&'a Contact, &'a Answer)> + use<'a> {
        let answers = map::latest_nps(self.records, self.rules, self.today, self.today);
        answers.into_iter().filter_map(|(contact, answer)| Some((contact?, answer)))
    }

    /// The last day on which a figure was worse than the one before it; the first figure's where
    /// none was. A figure that only comes again is no news.
    pub(super) fn worsened_on(
        &self,
        kind: MetricKind,
        worse: fn(newer: f64, older: f64) -> bool,
    ) -> Option<NaiveDate> {
        let figures: Vec<&Metric> = self
            .records
            .metrics
            .iter()
            .filter(|metric| metric.kind == kind && metric.on_date <= self.today)
            .filter(|metric| metric.amount.is_finite())
            .collect();
        let fell = figures.windows(2).find_map(|pair| match pair {
            [newer, older] => worse(newer.amount, older.amount).then_some(newer.on_date),
            _ => None,
        });
        fell.or_else(|| figures.last().map(|first| first.on_date))
    }

    pub(super) fn factor(&self, factor: Factor) -> Option<&'a FactorScore> {
        self.score.factors.iter().find(|one| one.factor == factor && one.in_use)
    }

    pub(super) fn at_risk(&self) -> bool {
        self.score.band == Some(Band::Risk)
    }

    /// The score on a day, as the history has it: its last row on or before that day.
    pub(super) fn score_on(&self, day: NaiveDate) -> Option<f64> {
        self.records.history.iter().rev().find(|point| point.on_date <= day)?.score
    }

    /// The contract in force for the renewal rules; none once the account has given notice.
    pub(super) fn contract(&self) -> Option<(&'a Contract, ActBy)> {
        let stays = self.records.status(self.today) == crate::domain::account::Status::Active;
        Some((self.records.contract.as_ref().filter(|_| stays)?, self.act_by?))
    }
}
