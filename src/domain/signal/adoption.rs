//! Usage of what they bought: too little of it, or less than before.

use super::facts::Facts;
use super::found::Found;
use super::sentence::day;
use crate::domain::account::metric::{Metric, MetricKind};
use crate::domain::rules::limit::Limit;
use crate::domain::score::factor::plain;
use crate::domain::score::print::whole;
use crate::domain::score::usage;

/// Young enough to be news.
fn news(facts: &Facts<'_>, metric: &Metric) -> bool {
    facts.within(metric.on_date, facts.rules.days(Limit::FigureNews))
}

pub(super) fn low(facts: &Facts<'_>) -> Option<Found> {
    let (used, all) = usage::features(facts.records, facts.today)?;
    let low = usage::few((used, all), facts.rules) && news(facts, used);
    let text = format!(
        "Low adoption: {} of {} core features in use.",
        plain(used.amount),
        plain(all.amount)
    );
    let newest = facts.worsened_on(MetricKind::FeaturesUsed, |newer, older| newer < older);
    low.then(|| Found { newest, ..Found::event(text).on(used.on_date).about("metric", used.id) })
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
    let (before, after) = (plain(then.amount), plain(now.amount));
    let text = format!("Usage down {fall} %: active seats {before} → {after} since {since}.");
    let newest = facts.worsened_on(MetricKind::SeatsActive, |newer, older| newer < older);
    Some(Found { newest, ..Found::event(text).on(now.on_date).about("metric", now.id) })
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Trial, ago};
    use crate::domain::account::metric::MetricKind;
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
}
