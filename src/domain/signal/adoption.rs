//! Usage of what they bought: too little of it, less than before, or room to grow.

use super::facts::Facts;
use super::found::Found;
use super::sentence::day;
use crate::domain::account::metric::MetricKind;
use crate::domain::revenue::opportunity::OpportunityStage;

/// How old a figure may be and still be news, days.
const NEWS_DAYS: i64 = 182;
/// How old the figure is that seats are compared with, days.
const AGAINST_DAYS: i64 = 90;
/// Clients on fewer core features churn 40 % more (the account-management guide).
const CORE_FEATURES: f64 = 3.0;

pub(super) fn low(facts: &Facts<'_>) -> Option<Found> {
    let used = facts.newest(MetricKind::FeaturesUsed)?;
    let total = facts.newest(MetricKind::FeaturesTotal)?.amount;
    let low = used.amount < CORE_FEATURES.min(total) && facts.within(used.on_date, NEWS_DAYS);
    let text = format!("Low adoption: {} of {total} core features in use.", used.amount);
    low.then(|| Found::event(text).on(used.on_date).about("metric", used.id))
}

/// Active seats now and at the last figure at least 90 days old.
fn seats(facts: &Facts<'_>) -> Option<(f64, f64)> {
    let now = facts.newest(MetricKind::SeatsActive)?;
    let then = facts.newest_before(MetricKind::SeatsActive, AGAINST_DAYS)?;
    (then.amount > 0.0 && facts.within(now.on_date, NEWS_DAYS)).then_some((now.amount, then.amount))
}

pub(super) fn falling(facts: &Facts<'_>) -> Option<Found> {
    let (now, then) = seats(facts)?;
    let newest = facts.newest(MetricKind::SeatsActive)?;
    let old = facts.newest_before(MetricKind::SeatsActive, AGAINST_DAYS)?;
    let fall = 100.0 * (1.0 - now / then);
    let since = day(old.on_date, facts.today);
    let text = format!("Usage down {fall:.0} %: active seats {then} → {now} since {since}.");
    (now < 0.8 * then - super::facts::TINY)
        .then(|| Found::event(text).on(newest.on_date).about("metric", newest.id))
}

pub(super) fn expansion_hint(facts: &Facts<'_>) -> Option<Found> {
    use OpportunityStage::{Idea, Proposed, Validated};
    let open = |stage| matches!(stage, Idea | Validated | Proposed);
    if facts.at_risk() || facts.records.opportunities.iter().any(|one| open(one.stage)) {
        return None;
    }
    let active = facts.newest(MetricKind::SeatsActive)?;
    let licensed = facts.newest(MetricKind::SeatsLicensed).map(|seats| seats.amount);
    if let Some(licensed) = licensed.filter(|n| *n > 0.0 && active.amount / n >= 0.9) {
        let text = format!("Seats nearly full: {} of {licensed} in use.", active.amount);
        return Some(Found::event(text).on(active.on_date));
    }
    let (now, then) = seats(facts)?;
    let rise = 100.0 * (now / then - 1.0);
    let text = format!("Usage up {rise:.0} %: active seats {then} → {now}.");
    (now >= 1.2 * then - super::facts::TINY).then(|| Found::event(text).on(active.on_date))
}

#[cfg(test)]
mod tests {
    use super::super::trial::Trial;

    use super::*;

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
        trial.records.metrics.last_mut().expect("the oldest").on_date =
            super::super::trial::ago(89);
        assert_eq!(trial.event("usage-falling"), None, "nothing 90 days old");
    }

    #[test]
    fn full_seats_hint_at_growth() {
        let mut trial = Trial::new();
        trial.metric(5, MetricKind::SeatsLicensed, 100.0);
        trial.metric(5, MetricKind::SeatsActive, 89.0);
        assert_eq!(trial.event("expansion-hint"), None);
        trial.metric(4, MetricKind::SeatsActive, 90.0);
        assert!(trial.event("expansion-hint").is_some());
        trial.score.band = Some(crate::domain::score::Band::Risk);
        assert_eq!(trial.event("expansion-hint"), None);
    }
}
