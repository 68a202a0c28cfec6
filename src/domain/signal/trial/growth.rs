//! What is recorded of growth: topics, claims, discoveries, results, opportunities, forecasts.

use super::{Trial, ago, ahead};
use crate::domain::cell::Id;
use crate::domain::growth::discovery::Discovery;
use crate::domain::growth::loyalty::Loyalty;
use crate::domain::revenue::forecast::{Forecast, Outcome};
use crate::domain::revenue::opportunity::Opportunity;
use crate::domain::revenue::value_item::{ValueItem, ValueResult};
use crate::domain::talk::Topic;
use crate::domain::word::WordSet;

impl Trial {
    /// Tags the talk added last.
    pub(in crate::domain::signal) fn topics(&mut self, topics: &[Topic]) {
        let newest = self.records.talks.iter_mut().max_by_key(|talk| talk.id);
        newest.expect("a talk").topics = WordSet::of(topics);
    }

    pub(in crate::domain::signal) fn loyalty(&mut self, days: u64, step: i64) {
        let id = self.id();
        let (account_id, evidence) = (Id(1), "they ask us first".to_owned());
        let claim = Loyalty { id, account_id, step, evidence, on_date: ago(days) };
        self.records.loyalty.insert(0, claim);
    }

    /// A discovery without its texts, as the rules see it.
    pub(in crate::domain::signal) fn discovery(&mut self, days: u64) {
        let id = self.id();
        self.records.discoveries.insert(0, Discovery { id, ..Discovery::on(Id(1), ago(days)) });
    }

    pub(in crate::domain::signal) fn value(&mut self, days: u64) {
        let id = self.id();
        self.records.values.push(ValueItem {
            id,
            account_id: Id(1),
            on_date: ago(days),
            result: ValueResult::TimeSaved,
            amount: Some(12.0),
            unit: Some("hours a month".to_owned()),
            source: None,
            confirmed_by: None,
            confirmed_on: None,
            note: None,
        });
    }

    /// An idea that nobody has asked about.
    pub(in crate::domain::signal) fn opportunity(&mut self, title: &str, days: u64) -> Id {
        let mut idea = Opportunity::titled(title, Some(Id(1)), ago(days));
        idea.id = self.id();
        self.records.opportunities.push(idea.clone());
        idea.id
    }

    /// The first so many of three questions and six checks, of the opportunity added last, are
    /// answered with yes.
    pub(in crate::domain::signal) fn yes_to(&mut self, count: usize) {
        let one = self.records.opportunities.last_mut().expect("an opportunity");
        let answers = [
            &mut one.solves_problem,
            &mut one.voiced_interest,
            &mut one.timing_right,
            &mut one.fits_goals,
            &mut one.measurable_case,
            &mut one.champion_inside,
            &mut one.deliverable,
            &mut one.budget_timing,
            &mut one.pilot,
        ];
        for answer in answers.into_iter().take(count) {
            *answer = Some(true);
        }
    }

    /// An estimate for a contract that ends in 30 days.
    pub(in crate::domain::signal) fn forecast(
        &mut self,
        days: u64,
        outcome: Outcome,
        probability: i64,
    ) {
        let id = self.id();
        self.records.forecasts.push(Forecast {
            id,
            account_id: Id(1),
            on_date: ago(days),
            ends_on: ahead(30),
            outcome,
            probability,
            new_amount: None,
            currency: None,
            note: None,
        });
    }
}
