//! Usage: 60 % core features used of all, 40 % seats active of licensed; one alone counts whole.
//! Few features cap it at 4, a fall of active seats takes 2 off.

use super::factor::{Case, Measure, blend, evidence, older, plain};
use crate::domain::account::metric::{Metric, MetricKind};
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use chrono::{Duration, NaiveDate};

/// Core features used of all, where there are any.
pub(crate) fn features(records: &Records, today: NaiveDate) -> Option<(&Metric, &Metric)> {
    let latest = |kind| records.newest_metric(kind, today);
    pair(latest(MetricKind::FeaturesUsed), latest(MetricKind::FeaturesTotal))
}

/// Fewer core features in use than three, or than there are. Such clients churn 40 % more. Source:
/// the account-management guide.
pub(crate) fn few((used, all): (&Metric, &Metric), rules: &Rules) -> bool {
    used.amount < all.amount.min(rules.limit(Limit::FewFeatures))
}

/// Active seats then and now: the newest figure, and the last one at least 90 days old. Once the
/// newest is stale, it is judged as on its last fresh day: age alone lifts nothing.
pub(crate) fn seats_then_and_now<'a>(
    records: &'a Records,
    rules: &Rules,
    today: NaiveDate,
) -> Option<(&'a Metric, &'a Metric)> {
    let now = records.newest_metric(MetricKind::SeatsActive, today)?;
    let on = today.min(now.on_date + Duration::days(rules.days(Limit::UsageFresh)));
    let back = Duration::days(rules.days(Limit::UsageFallBack));
    let then = records.newest_metric(MetricKind::SeatsActive, on - back)?;
    (then.id != now.id && then.amount > 0.0).then_some((then, now))
}

/// Down by more than a fifth.
pub(crate) fn fell((then, now): (&Metric, &Metric), rules: &Rules) -> bool {
    now.amount < (1.0 - rules.share(Limit::UsageFall)) * then.amount - 1e-9
}

pub(super) fn measure(case: &Case) -> Option<Measure> {
    let latest = |kind| case.records.newest_metric(kind, case.today);
    let features = features(case.records, case.today);
    let seats = pair(latest(MetricKind::SeatsActive), latest(MetricKind::SeatsLicensed));
    let share = |(used, all): (&Metric, &Metric)| (used.amount / all.amount).clamp(0.0, 1.0);
    let rules = case.rules;
    let part = rules.share(Limit::FeaturesPart);
    let ratio = blend(
        features.map(|pair| (share(pair), part)),
        seats.map(|pair| (share(pair), 1.0 - part)),
    )?;
    let mut value = 1.0 + 9.0 * ratio;
    let mut lines = Vec::new();
    if let Some((used, all)) = features {
        lines.push(line(used, all));
        if few((used, all), rules) {
            value = value.min(rules.limit(Limit::FewFeaturesCap));
            let text =
                rules.told("fewer than {few-features} core features: {few-features-cap} at most");
            lines.push(evidence(Some(("metric", used.id)), Some(used.on_date), text));
        }
    }
    if let Some((active, licensed)) = seats {
        lines.push(line(active, licensed));
    }
    let seats_moved = seats_then_and_now(case.records, rules, case.today);
    if let Some((then, now)) = seats_moved.filter(|seats| fell(*seats, rules)) {
        value = (value - rules.limit(Limit::UsageFallCosts)).max(1.0);
        let text = format!("seats active fell {} → {}", plain(then.amount), plain(now.amount));
        lines.push(evidence(Some(("metric", then.id)), Some(then.on_date), text));
    }
    let on_date =
        older(features.map(|(used, _)| used.on_date), seats.map(|(active, _)| active.on_date));
    Some(Measure {
        value,
        on_date,
        fresh: on_date.is_some_and(|day| case.age(day) <= rules.days(Limit::UsageFresh)),
        evidence: lines,
    })
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
    fn a_fall_needs_no_licensed_seats_where_features_are_known() {
        let sample = features(5.0, 10.0).metric(SeatsActive, 9, 40.0);
        near(sample.clone().with(measure).expect("known").value, 5.5);
        near(sample.metric(SeatsActive, 120, 75.0).with(measure).expect("known").value, 3.5);
    }

    #[test]
    fn the_cap_comes_before_the_fall() {
        // 1 of 3 features: 1 + 9 × (0.6 × 1/3 + 0.4 × 0.7) = 5.32, capped at 4, less 2.
        let sample = features(1.0, 3.0)
            .metric(SeatsLicensed, 9, 100.0)
            .metric(SeatsActive, 9, 70.0)
            .metric(SeatsActive, 120, 100.0);
        near(sample.with(measure).expect("known").value, 2.0);
    }

    #[test]
    fn what_is_no_number_is_not_recorded() {
        let sample = features(f64::NAN, 10.0).metric(FeaturesUsed, 30, 4.0);
        near(sample.with(measure).expect("known").value, 4.6);
        assert_eq!(features(4.0, f64::INFINITY).with(measure), None);
    }

    #[test]
    fn unknown_without_a_pair() {
        assert_eq!(Sample::new().metric(FeaturesUsed, 9, 4.0).with(measure), None);
        assert_eq!(features(4.0, 0.0).with(measure), None);
    }
}
