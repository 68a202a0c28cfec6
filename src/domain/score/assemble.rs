//! The score from its ten factors: value, range, known share, band, costs and ways back.

use super::factor::{Case, FACTORS, Measure, Spec, evidence};
use super::trend::trend;
use super::ways_back::ways_back;
use super::{FactorScore, Score, Source, band, few, print};
use crate::domain::account::own_score::Factor;
use crate::domain::map::Map;
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use chrono::NaiveDate;

/// The score on a day. `in_use` are the factors in use for the whole book; those that only this
/// account holds count for it as well.
#[must_use]
pub fn score(
    records: &Records,
    map: &Map,
    in_use: &[Factor],
    rules: &Rules,
    today: NaiveDate,
) -> Score {
    let case = Case { records, map, rules, today };
    let factors = FACTORS.iter().map(|spec| factor(spec, &case, in_use)).collect();
    let mut score = of_factors(factors, rules);
    score.trend = score.value.and_then(|value| trend(records, rules, value, today));
    score
}

/// What ten factors add up to; a trend needs more than that.
pub(super) fn of_factors(mut factors: Vec<FactorScore>, rules: &Rules) -> Score {
    let known: f64 = sum(&factors, |factor| factor.score.map(|_| factor.weight));
    let value = (known > 0.0)
        .then(|| sum(&factors, |factor| factor.score.map(|score| factor.weight * score)) / known);
    for factor in &mut factors {
        let costs = |score: f64| factor.weight / known * (10.0 - score);
        factor.costs = factor.score.filter(|_| known > 0.0).map_or(0.0, costs);
    }
    let used = sum(&factors, |factor| Some(factor.weight));
    let share = |sum: f64, without: f64| if used > 0.0 { sum / used } else { without };
    let at = |end: f64| {
        let points = |factor: &FactorScore| {
            Some(factor.weight * factor.score.filter(|_| factor.fresh).unwrap_or(end))
        };
        share(sum(&factors, points), end)
    };
    let fresh = share(sum(&factors, |factor| factor.fresh.then_some(factor.weight)), 0.0);
    let enough =
        !few(&factors, rules) && print::to_billionth(fresh) >= rules.share(Limit::KnownAtLeast);
    Score {
        value,
        low: at(1.0),
        high: at(10.0),
        known: fresh,
        band: value.filter(|_| enough).map(|value| band(value, rules)),
        ways_back: value.map_or_else(Vec::new, |value| {
            ways_back(value, known, &factors, rules.limit(Limit::RiskBelow))
        }),
        trend: None,
        factors,
    }
}

fn sum(factors: &[FactorScore], part: impl Fn(&FactorScore) -> Option<f64>) -> f64 {
    // The sum of nothing is −0.0, which would be printed.
    factors.iter().filter_map(part).fold(0.0, |sum, part| sum + part)
}

/// One factor: the user's own digit while it is fresh, else the measure, else what is left of the
/// digit, stale.
fn factor(spec: &Spec, case: &Case, in_use: &[Factor]) -> FactorScore {
    let measure = (spec.measure)(case);
    let own = case
        .records
        .own_scores
        .iter()
        .filter(|own| own.factor == spec.factor && own.on_date <= case.today)
        .max_by_key(|own| (own.on_date, own.id));
    let holds = own.is_some() || measure.is_some();
    let in_use = holds || in_use.contains(&spec.factor);
    let own_fresh = own.is_some_and(|own| case.age(own.on_date) <= (spec.own_for)(case));
    let measured = measure.as_ref().map(|measure| measure.value);
    let (source, score, evidence_on, fresh) = match (own, &measure) {
        (Some(own), _) if own_fresh => {
            (Source::Mine, Some(digit(own.points)), Some(own.on_date), true)
        }
        (_, Some(Measure { value, on_date, fresh, .. })) => {
            (Source::Measured, Some(*value), *on_date, *fresh)
        }
        (Some(own), None) => (Source::Mine, Some(digit(own.points)), Some(own.on_date), false),
        (None, None) => (Source::Unknown, None, None, false),
    };
    let mut lines = measure.map_or_else(Vec::new, |measure| measure.evidence);
    if let Some(own) = own {
        let reason = own.reason.as_deref().map_or_else(String::new, |why| format!(": {why}"));
        let expired = if own_fresh { "" } else { ", expired" };
        let text = format!("my score {}{expired}{reason}", own.points);
        lines.insert(0, evidence(Some(("own_score", own.id)), Some(own.on_date), text));
    }
    FactorScore {
        factor: spec.factor,
        in_use,
        source,
        score,
        measured,
        evidence_on,
        fresh,
        own_expired_on: own.filter(|_| !own_fresh).map(|own| own.on_date),
        weight: if in_use {
            case.rules.weight(spec.factor, case.records.account.approach)
        } else {
            0.0
        },
        costs: 0.0,
        evidence: lines,
    }
}

fn digit(points: i64) -> f64 {
    points.clamp(1, 10) as f64
}

#[cfg(test)]
mod tests;
