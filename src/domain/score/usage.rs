//! Usage: 60 % core features used of all, 40 % seats active of licensed; one alone counts whole.
//! Few features cap it at 4, a fall of active seats takes 2 off.

use super::factor::{Case, Measure, blend, evidence, older, plain};
use crate::domain::account::metric::{Metric, MetricKind};
use chrono::{Duration, NaiveDate};

pub(super) const FRESH_FOR: i64 = 45;
const FEATURES_WEIGHT: f64 = 0.6;
const SEATS_WEIGHT: f64 = 0.4;
/// Clients with fewer core features in use than this churn 40 % more. Source: the
/// account-management guide.
const FEW_FEATURES: f64 = 3.0;
const FEW_FEATURES_CAP: f64 = 4.0;
const FALL_DAYS: i64 = 90;
const FALL_SHARE: f64 = 0.2;
const FALL_COSTS: f64 = 2.0;

pub(super) fn measure(case: &Case) -> Option<Measure> {
    let latest = |kind| on_or_before(case, kind, case.today);
    let features = pair(latest(MetricKind::FeaturesUsed), latest(MetricKind::FeaturesTotal));
    let seats = pair(latest(MetricKind::SeatsActive), latest(MetricKind::SeatsLicensed));
    let share = |(used, all): (&Metric, &Metric)| (used.amount / all.amount).clamp(0.0, 1.0);
    let ratio = blend(
        features.map(|pair| (share(pair), FEATURES_WEIGHT)),
        seats.map(|pair| (share(pair), SEATS_WEIGHT)),
    )?;
    let mut value = 1.0 + 9.0 * ratio;
    let mut lines = Vec::new();
    if let Some((used, all)) = features {
        lines.push(line(used, all));
        if used.amount < all.amount.min(FEW_FEATURES) {
            value = value.min(FEW_FEATURES_CAP);
            let text = format!("fewer than {} core features: 4 at most", plain(FEW_FEATURES));
            lines.push(evidence(Some(("metric", used.id)), Some(used.on_date), text));
        }
    }
    if let Some((active, licensed)) = seats {
        lines.push(line(active, licensed));
        if let Some(before) = fell_from(case, active) {
            value = (value - FALL_COSTS).max(1.0);
            let text =
                format!("seats active fell {} → {}", plain(before.amount), plain(active.amount));
            lines.push(evidence(Some(("metric", before.id)), Some(before.on_date), text));
        }
    }
    let on_date =
        older(features.map(|(used, _)| used.on_date), seats.map(|(active, _)| active.on_date));
    Some(Measure {
        value,
        on_date,
        fresh: on_date.is_some_and(|day| case.age(day) <= FRESH_FOR),
        evidence: lines,
    })
}

/// The figure of at least 90 days ago from which active seats fell by more than a fifth. Once the
/// newest figure is stale, it is judged as on its last fresh day: age alone lifts nothing.
fn fell_from<'a>(case: &Case<'a>, active: &Metric) -> Option<&'a Metric> {
    let on = case.today.min(active.on_date + Duration::days(FRESH_FOR));
    let before = on_or_before(case, MetricKind::SeatsActive, on - Duration::days(FALL_DAYS))?;
    let least = (1.0 - FALL_SHARE) * before.amount;
    (active.amount < least - 1e-9).then_some(before)
}

/// The newest figure on or before a day.
pub(super) fn on_or_before<'a>(
    case: &Case<'a>,
    kind: MetricKind,
    day: NaiveDate,
) -> Option<&'a Metric> {
    case.records
        .metrics
        .iter()
        .filter(|metric| metric.kind == kind && metric.on_date <= day)
        .max_by_key(|metric| (metric.on_date, metric.id))
}

/// Both figures, where there is something to be used.
fn pair<'a>(used: Option<&'a Metric>, all: Option<&'a Metric>) -> Option<(&'a Metric, &'a Metric)> {
    Some((used?, all.filter(|all| all.amount > 0.0)?))
}

fn line(used: &Metric, all: &Metric) -> super::Evidence {
    let text = format!("{} {} of {}", used.kind, plain(used.amount), plain(all.amount));
    evidence(Some(("metric", used.id)), Some(used.on_date), text)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, ago, near};
    use super::*;
    use MetricKind::{FeaturesTotal, FeaturesUsed, SeatsActive, SeatsLicensed};

    fn features(used: f64, total: f64) -> Sample {
        Sample::new().metric(FeaturesUsed, 9, used).metric(FeaturesTotal, 400, total)
    }

    #[test]
    fn features_and_seats_by_hand() {
        // 0.6 × 5/10 + 0.4 × 40/75 = 0.51333 → 1 + 9 × 0.51333 = 5.62.
        let sample =
            features(5.0, 10.0).metric(SeatsActive, 20, 40.0).metric(SeatsLicensed, 300, 75.0);
        let found = sample.with(measure).expect("known");
        near(found.value, 5.62);
        assert_eq!((found.on_date, found.fresh), (Some(ago(20)), true));
        assert_eq!(found.evidence[1].text, "seats active 40 of 75");
    }

    #[test]
    fn one_alone_counts_whole_and_ratios_are_capped() {
        near(features(5.0, 10.0).with(measure).expect("known").value, 5.5);
        near(features(12.0, 10.0).with(measure).expect("known").value, 10.0);
        let seats = Sample::new().metric(SeatsActive, 45, 90.0).metric(SeatsLicensed, 45, 75.0);
        let found = seats.with(measure).expect("known");
        near(found.value, 10.0);
        assert!(found.fresh);
        let old = Sample::new().metric(SeatsActive, 46, 90.0).metric(SeatsLicensed, 0, 75.0);
        assert!(!old.with(measure).expect("known").fresh);
    }

    #[test]
    fn few_features_cap_at_four() {
        near(features(2.0, 3.0).with(measure).expect("known").value, 4.0);
        near(features(2.0, 2.0).with(measure).expect("known").value, 10.0);
        near(features(3.0, 3.0).with(measure).expect("known").value, 10.0);
        near(features(1.0, 20.0).with(measure).expect("known").value, 1.45);
    }

    #[test]
    fn a_fall_of_seats_takes_two_off() {
        let seats = |old_days, old, new_days, new| {
            let sample = Sample::new()
                .metric(SeatsActive, new_days, new)
                .metric(SeatsActive, old_days, old)
                .metric(SeatsLicensed, 500, 100.0);
            sample.with(measure).expect("known").value
        };
        near(seats(90, 100.0, 0, 79.0), 1.0 + 9.0 * 0.79 - 2.0);
        near(seats(90, 100.0, 0, 80.0), 8.2);
        near(seats(89, 100.0, 0, 79.0), 1.0 + 9.0 * 0.79);
        near(seats(90, 100.0, 0, 5.0), 1.0);
        // Stale: judged as on the last fresh day, when the older figure was 90 d old.
        near(seats(700, 100.0, 400, 79.0), 1.0 + 9.0 * 0.79 - 2.0);
    }

    #[test]
    fn unknown_without_a_pair() {
        assert_eq!(Sample::new().metric(FeaturesUsed, 9, 4.0).with(measure), None);
        assert_eq!(features(4.0, 0.0).with(measure), None);
    }
}
