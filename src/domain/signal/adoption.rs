//! Usage of what they bought: too little of it, less than before, or room to grow.

use super::facts::{Facts, TINY};
use super::found::Found;
use super::sentence::day;
use crate::domain::account::metric::{Metric, MetricKind};
use crate::domain::revenue::opportunity::OpportunityStage;
use crate::domain::rules::limit::Limit;
use crate::domain::score::print::whole;
use crate::domain::score::usage;

/// Young enough to be news.
fn news(facts: &Facts<'_>, metric: &Metric) -> bool {
    facts.within(metric.on_date, facts.rules.days(Limit::FigureNews))
}

pub(super) fn low(facts: &Facts<'_>) -> Option<Found> {
    let (used, all) = usage::features(facts.records, facts.today)?;
    let low = usage::few((used, all), facts.rules) && news(facts, used);
    let text = format!("Low adoption: {} of {} core features in use.", used.amount, all.amount);
    low.then(|| Found::event(text).on(used.on_date).about("metric", used.id))
}

/// Active seats at the last figure at least 90 days old, and now.
fn seats<'a>(facts: &Facts<'a>) -> Option<(&'a Metric, &'a Metric)> {
    usage::seats_then_and_now(facts.records, facts.rules, facts.today)
        .filter(|(_, now)| news(facts, now))
}

pub(super) fn falling(facts: &Facts<'_>) -> Option<Found> {
    let (then, now) = seats(facts).filter(|seats| usage::fell(*seats, facts.rules))?;
    let fall = whole(100.0 * (1.0 - now.amount / then.amount));
    let since = day(then.on_date, facts.today);
    let (before, after) = (then.amount, now.amount);
    let text = format!("Usage down {fall} %: active seats {before} → {after} since {since}.");
    Some(Found::event(text).on(now.on_date).about("metric", now.id))
}

/// Source: the account-management guide.
pub(super) fn expansion_hint(facts: &Facts<'_>) -> Option<Found> {
    use OpportunityStage::{Idea, Proposed, Validated};
    let open = |stage| matches!(stage, Idea | Validated | Proposed);
    if facts.at_risk() || facts.records.opportunities.iter().any(|one| open(one.stage)) {
        return None;
    }
    let active = facts.newest(MetricKind::SeatsActive)?;
    if !news(facts, active) {
        return None;
    }
    let full = facts.rules.share(Limit::SeatsFull);
    let licensed = facts.newest(MetricKind::SeatsLicensed).map(|seats| seats.amount);
    if let Some(licensed) = licensed.filter(|n| *n > 0.0 && active.amount / n >= full) {
        let text = format!("Seats nearly full: {} of {licensed} in use.", active.amount);
        return Some(Found::event(text).on(active.on_date));
    }
    let (then, now) = seats(facts)?;
    let rise = whole(100.0 * (now.amount / then.amount - 1.0));
    let text = format!("Usage up {rise} %: active seats {} → {}.", then.amount, now.amount);
    (now.amount >= (1.0 + facts.rules.share(Limit::UsageRise)) * then.amount - TINY)
        .then(|| Found::event(text).on(active.on_date))
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Trial, ago};
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn fewer_than_three_core_features_or_fewer_than_there_are() {
        let mut trial = Trial::new();
        trial.metric(5, MetricKind::FeaturesTotal, 8.0);
        trial.metric(5, MetricKind::FeaturesUsed, 3.0);
        assert_eq!(trial.event("low-adoption"), None);
        trial.metric(4, MetricKind::FeaturesUsed, 2.0);
        let text = trial.event("low-adoption").expect("raised");
        assert_eq!(text, "Low adoption: 2 of 8 core features in use.");
        trial.metric(4, MetricKind::FeaturesTotal, 2.0);
        assert_eq!(trial.event("low-adoption"), None, "all there are");
    }

    #[test]
    fn usage_falls_when_more_than_a_fifth_of_the_seats_goes_quiet() {
        let mut trial = Trial::new();
        trial.metric(90, MetricKind::SeatsActive, 50.0);
        trial.metric(9, MetricKind::SeatsActive, 40.0);
        assert_eq!(trial.event("usage-falling"), None);
        trial.metric(8, MetricKind::SeatsActive, 39.0);
        let text = trial.event("usage-falling").expect("raised");
        assert_eq!(text, "Usage down 22 %: active seats 50 → 39 since 24 Aug.");
        trial.records.metrics.last_mut().expect("the oldest").on_date = ago(89);
        assert_eq!(trial.event("usage-falling"), None, "nothing 90 days old");
    }

    #[test]
    fn a_fall_stays_told_while_its_figure_ages() {
        let mut trial = Trial::new();
        trial.metric(200, MetricKind::SeatsActive, 50.0);
        trial.metric(100, MetricKind::SeatsActive, 39.0);
        assert!(trial.event("usage-falling").is_some(), "age alone mends nothing");
        trial.records.metrics.iter_mut().for_each(|metric| metric.on_date -= TimeDelta::days(83));
        assert_eq!(trial.event("usage-falling"), None, "old news");
    }

    #[test]
    fn a_rise_of_a_fifth_hints_at_growth() {
        let mut trial = Trial::new();
        trial.metric(90, MetricKind::SeatsActive, 50.0);
        trial.metric(9, MetricKind::SeatsActive, 59.0);
        assert_eq!(trial.event("expansion-hint"), None);
        trial.metric(8, MetricKind::SeatsActive, 60.0);
        let text = trial.event("expansion-hint").expect("raised");
        assert_eq!(text, "Usage up 20 %: active seats 50 → 60.");
    }

    #[test]
    fn full_seats_hint_at_growth() {
        let mut trial = Trial::new();
        trial.metric(5, MetricKind::SeatsLicensed, 100.0);
        trial.metric(5, MetricKind::SeatsActive, 89.0);
        assert_eq!(trial.event("expansion-hint"), None);
        trial.metric(4, MetricKind::SeatsActive, 90.0);
        assert!(trial.event("expansion-hint").is_some());
        trial.records.metrics.iter_mut().for_each(|metric| metric.on_date = ago(183));
        assert_eq!(trial.event("expansion-hint"), None, "old news");
        trial.records.metrics.iter_mut().for_each(|metric| metric.on_date = ago(182));
        assert!(trial.event("expansion-hint").is_some());
        trial.score.band = Some(crate::domain::score::Band::Risk);
        assert_eq!(trial.event("expansion-hint"), None);
    }
}
