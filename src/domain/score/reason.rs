//! Whether a word is wanted on an own digit.

use super::print;

/// The border between *risk* and what is better.
const RISK: f64 = 6.0;

/// So far from the measure an own score wants a word.
const FAR: f64 = 2.0;

/// Why a word on this digit is wanted: it crosses 6, or the figures say otherwise. None: it is
/// not. `before` is what stood there, measured or mine.
#[must_use]
pub fn asks(measured: Option<f64>, before: Option<f64>, points: i64) -> Option<String> {
    let points = points as f64;
    if let Some(measure) = measured
        && (measure - points).abs() >= FAR
    {
        let measure = print::tenth(measure);
        return Some(format!("The records say {measure}, you say {points}. What do you know?"));
    }
    let before = before?;
    ((before < RISK) != (points < RISK)).then(|| {
        let before = print::tenth(before);
        let way = if points < RISK { "falls under 6" } else { "comes back to 6 or more" };
        format!("It was {before} and {way}: what has changed?")
    })
}
