//! The health score: ten factors, what is known of them, and what each costs.

pub mod assemble;
pub mod factor;
pub mod holding;
pub mod in_use;
pub mod print;
pub mod reason;
pub mod since;
mod trend;
mod ways_back;
pub mod what_if;

pub(crate) mod contact;
mod coverage;
pub(crate) mod feedback;
pub(crate) mod goals;
pub(crate) mod payment;
mod pulse;
mod revenue;
mod support;
pub(crate) mod usage;
pub(crate) mod value;

#[cfg(test)]
pub(crate) mod sample;

use super::account::own_score::Factor;
use super::cell::Id;
use super::rules::Rules;
use super::rules::limit::Limit;
use super::word::words;
use chrono::NaiveDate;

words! {
    /// Where a factor's value comes from.
    Source { Measured = "measured", Mine = "mine", Unknown = "unknown", }
}

words! {
    /// The verdict on a score.
    Band { Risk = "risk", Watch = "watch", Healthy = "healthy", }
}

/// A record that a number rests on: which, of what day, and what it says.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Evidence {
    /// Table and number of the record, where there is one.
    pub record: Option<(&'static str, Id)>,
    pub on_date: Option<NaiveDate>,
    /// One short line: `seats active 40 of 75`.
    pub text: String,
}

/// One factor of an account on a day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct FactorScore {
    pub factor: Factor,
    /// Counts for this account: in use in the book, or held by the account itself.
    pub in_use: bool,
    pub source: Source,
    /// 1-10, unrounded; none: unknown.
    pub score: Option<f64>,
    /// What the records say, also where *mine* stands above it.
    pub measured: Option<f64>,
    /// The day of the evidence in force.
    pub evidence_on: Option<NaiveDate>,
    /// False for unknown ones, too.
    pub fresh: bool,
    /// An own score that expired, with its day: the measure is back, or it stays as stale.
    pub own_expired_on: Option<NaiveDate>,
    /// As set by the approach; 0 when not in use.
    pub weight: f64,
    /// Points it takes off the full 10; 0 for unknown ones.
    pub costs: f64,
    pub evidence: Vec<Evidence>,
}

/// The value one factor must reach to lift the whole score to 6.0, and the act that would do it.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct WayBack {
    pub factor: Factor,
    pub from: f64,
    pub to: f64,
    pub act: &'static str,
}

/// The score of an account on a day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Score {
    /// 1-10, unrounded; none: no factor known.
    pub value: Option<f64>,
    /// With each unknown or stale factor at 1 and at 10.
    pub low: f64,
    pub high: f64,
    /// Share of the weight in use that is known and fresh, 0-1; 0 with no factor in use.
    pub known: f64,
    /// None: too little known, or no value.
    pub band: Option<Band>,
    /// All ten, in the order of [`Factor::ALL`].
    pub factors: Vec<FactorScore>,
    /// Factors that alone could lift a risk score to 6.0; empty above it.
    pub ways_back: Vec<WayBack>,
    /// Now against the last own review, else against the last day at least 28 d ago; a difference
    /// of printed tenths.
    pub trend: Option<f64>,
}

fn few(factors: &[FactorScore], rules: &Rules) -> bool {
    let used = factors.iter().filter(|factor| factor.in_use).count();
    used < rules.count(Limit::FactorsAtLeast)
}

impl Score {
    /// The one factor.
    #[must_use]
    pub fn factor(&self, factor: Factor) -> Option<&FactorScore> {
        self.factors.iter().find(|one| one.factor == factor)
    }

    /// Fewer factors in use than a verdict needs, however well they are known.
    #[must_use]
    pub fn too_few(&self, rules: &Rules) -> bool {
        few(&self.factors, rules)
    }

    /// The factors in use, the dearest first, unknown ones last.
    #[must_use]
    pub fn by_costs(&self) -> Vec<&FactorScore> {
        let mut factors: Vec<&FactorScore> =
            self.factors.iter().filter(|factor| factor.in_use).collect();
        factors.sort_by(|a, b| {
            a.score.is_none().cmp(&b.score.is_none()).then(b.costs.total_cmp(&a.costs))
        });
        factors
    }

    /// What one point more in a known factor adds to the whole.
    #[must_use]
    pub fn point(&self, factor: &FactorScore) -> f64 {
        let known = self.factors.iter().filter(|one| one.score.is_some());
        let whole = known.map(|one| one.weight).fold(0.0, |sum, weight| sum + weight);
        if whole > 0.0 && factor.score.is_some() { factor.weight / whole } else { 0.0 }
    }

    /// Lowest and highest the score may be, to be shown: only around a value, and only when they
    /// lie more than 1 apart.
    #[must_use]
    pub fn range(&self) -> Option<(f64, f64)> {
        let wide = print::to_billionth(self.high - self.low) > 1.0;
        (wide && self.value.is_some()).then_some((self.low, self.high))
    }
}

/// The verdict on a value, which is first rounded to a billionth: *risk* under 6, *watch* under 8.
#[must_use]
pub fn band(value: f64, rules: &Rules) -> Band {
    let value = print::to_billionth(value);
    if value < rules.limit(Limit::RiskBelow) {
        Band::Risk
    } else if value < rules.limit(Limit::WatchBelow) {
        Band::Watch
    } else {
        Band::Healthy
    }
}
