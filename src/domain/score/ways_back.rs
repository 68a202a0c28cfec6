//! Ways back: each single factor that could lift a risk score to the edge of *watch* alone.

use super::factor::FACTORS;
use super::{FactorScore, WayBack, print};

/// `whole` is the weight of the known factors; none of the ways is open where each would have to
/// pass 10.
pub(super) fn ways_back(
    value: f64,
    whole: f64,
    factors: &[FactorScore],
    risk_below: f64,
) -> Vec<WayBack> {
    if print::to_billionth(value) >= risk_below {
        return Vec::new();
    }
    let way = |factor: &FactorScore| {
        let act = FACTORS.iter().find(|spec| spec.factor == factor.factor)?.act?;
        let from = factor.score.filter(|_| factor.weight > 0.0)?;
        let to = from + (risk_below - value) * whole / factor.weight;
        (print::to_billionth(to) <= 10.0).then_some(WayBack {
            factor: factor.factor,
            from,
            to,
            act,
        })
    };
    factors.iter().filter_map(way).collect()
}
