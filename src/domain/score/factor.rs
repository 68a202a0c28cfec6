//! The one table of the ten factors: how each is measured, how long an own score of it holds, and
//! what act moves it.

use super::{
    Evidence, contact, coverage, feedback, goals, payment, pulse, revenue, support, usage, value,
};
use crate::domain::account::own_score::Factor;
use crate::domain::cell::Id;
use crate::domain::map::Map;
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::word::words;
use chrono::NaiveDate;

/// What a factor is measured from.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    pub records: &'a Records,
    pub map: &'a Map,
    pub rules: &'a Rules,
    pub today: NaiveDate,
}

impl Case<'_> {
    /// Age of a day, days.
    pub(super) fn age(&self, day: NaiveDate) -> i64 {
        (self.today - day).num_days()
    }
}

/// What the records say of a factor.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// 1-10.
    pub value: f64,
    /// The day of the evidence; of a factor in two parts the older of each part's newest.
    pub on_date: Option<NaiveDate>,
    pub fresh: bool,
    pub evidence: Vec<Evidence>,
}

words! {
    /// What a factor tells of. Source: the consultant's guide.
    Dimension {
        Financial = "financial", Relationship = "relationship", Operational = "operational",
        Strategic = "strategic",
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    pub factor: Factor,
    /// None: the records say nothing.
    pub measure: fn(&Case) -> Option<Measure>,
    /// What makes a 1 and what a 10, in one sentence.
    pub rule: &'static str,
    pub dimension: Dimension,
    /// How it is reckoned; empty: the digit as given.
    pub formula: &'static str,
    /// How long its evidence is fresh.
    pub fresh: &'static str,
    /// Days an own score overrides the measure.
    pub own_for: fn(&Case) -> i64,
    /// The act that would raise it; none: the user cannot move it.
    pub act: Option<&'static str>,
}

/// Own scores of factors whose measure never goes stale hold as long as an NPS answer (this
/// project's own decision).
fn own_for(case: &Case) -> i64 {
    case.rules.days(Limit::OwnScoreHolds)
}

/// The ten factors. Source: the consultant's guide (dimensions), this project's own decision
/// (scales).
pub const FACTORS: [Spec; 10] = [
    Spec {
        factor: Factor::Payment,
        measure: payment::measure,
        rule: "Mean days late of the last {payment-invoices} invoices: 0 is 10, {payment-worst} and more is 1.",
        dimension: Dimension::Financial,
        formula: "10 − 9 × mean days late ÷ {payment-worst}, at least 1; paid early is not late",
        fresh: "{payment-fresh}",
        own_for: |case| case.rules.days(Limit::PaymentFresh),
        act: None,
    },
    Spec {
        factor: Factor::Revenue,
        measure: revenue::measure,
        rule: "ARR against a year ago, without price: +{revenue-move} is 10, 0 is 5, −{revenue-move} is 1.",
        dimension: Dimension::Financial,
        formula: "straight lines from −{revenue-move} (1) over 0 (5) to +{revenue-move} (10)",
        fresh: "always",
        own_for,
        act: None,
    },
    Spec {
        factor: Factor::Pulse,
        measure: pulse::measure,
        rule: "Your own feeling about the account, one digit.",
        dimension: Dimension::Relationship,
        formula: "",
        fresh: "the interval of own reviews + {pulse-beyond-review}, at least {pulse-at-least}",
        own_for: pulse::fresh_for,
        act: Some("a listening session, then score again how it feels"),
    },
    Spec {
        factor: Factor::Feedback,
        measure: feedback::measure,
        rule: "NPS by level, {nps-part}; the rest is the mood of {mood-days} of talks.",
        dimension: Dimension::Relationship,
        formula: "NPS −100 is 1, +100 is 10, of the levels with answers {deciders} decision makers + {influencers} influencers + {users} users; mean mood −2 is 1, +2 is 10; one alone counts whole",
        fresh: "NPS {nps-fresh}, mood {mood-days}",
        own_for,
        act: Some("close the loop with detractors and ask again"),
    },
    Spec {
        factor: Factor::Coverage,
        measure: coverage::measure,
        rule: "The wanted seats that are filled with fresh records: all is 10.",
        dimension: Dimension::Relationship,
        formula: "1 + 9 × coverage",
        fresh: "always",
        own_for,
        act: Some("fill empty seats and verify who is there"),
    },
    Spec {
        factor: Factor::Usage,
        measure: usage::measure,
        rule: "Core features used, {features-part}; the rest is active seats.",
        dimension: Dimension::Operational,
        formula: "1 + 9 × share used; one part alone counts whole; fewer than {few-features} core features used: {few-features-cap} at most; active seats down by more than {usage-fall} against the last figure {usage-fall-back} old or older: {usage-fall-costs} off",
        fresh: "{usage-fresh}",
        own_for: |case| case.rules.days(Limit::UsageFresh),
        act: Some("a usage campaign for unused seats and features"),
    },
    Spec {
        factor: Factor::Support,
        measure: support::measure,
        rule: "Open tickets by severity, and response time against the norm, half each.",
        dimension: Dimension::Operational,
        formula: "severity 1, 2, 3 as 3, 2, 1 points: none is 10, {tickets-worst} is 1; response within the norm is 10, {response-worst} the norm is 1; one alone counts whole",
        fresh: "{support-fresh}",
        own_for: |case| case.rules.days(Limit::SupportFresh),
        act: Some("get open tickets closed, the severe ones first"),
    },
    Spec {
        factor: Factor::Contact,
        measure: contact::measure,
        rule: "The last two-way talk: within the interval is 10, {contact-worst} the interval is 1.",
        dimension: Dimension::Operational,
        formula: "within the interval 10, {contact-worst} the interval 1, a straight line between; 1 off for each meeting missed in {missed-days}, at least 1",
        fresh: "always",
        own_for,
        act: Some("a call or meeting"),
    },
    Spec {
        factor: Factor::Goals,
        measure: goals::measure,
        rule: "Progress of their running goals against the schedule: on it is 10.",
        dimension: Dimension::Strategic,
        formula: "1 + 9 × min(1, Σ progress ÷ Σ progress due)",
        fresh: "{goals-fresh}",
        own_for: |case| case.rules.days(Limit::GoalsFresh),
        act: Some("bring their goals back on schedule"),
    },
    Spec {
        factor: Factor::Value,
        measure: value::measure,
        rule: "The value they say they get, 1 to 10: the latest answer.",
        dimension: Dimension::Strategic,
        formula: "",
        fresh: "{value-fresh}",
        own_for: |case| case.rules.days(Limit::ValueFresh),
        act: Some("show the value delivered and ask again"),
    },
];

/// 1 at one end, 10 at the other, a straight line between, flat beyond.
pub(super) fn scale(amount: f64, at_one: f64, at_ten: f64) -> f64 {
    1.0 + 9.0 * ((amount - at_one) / (at_ten - at_one)).clamp(0.0, 1.0)
}

/// Two parts by weight; one alone counts whole.
pub(super) fn blend(one: Option<(f64, f64)>, two: Option<(f64, f64)>) -> Option<f64> {
    match (one, two) {
        (Some((a, weight_a)), Some((b, weight_b))) => {
            Some((a * weight_a + b * weight_b) / (weight_a + weight_b))
        }
        (Some((alone, _)), None) | (None, Some((alone, _))) => Some(alone),
        (None, None) => None,
    }
}

/// The older of two days that are there.
pub(super) fn older(one: Option<NaiveDate>, two: Option<NaiveDate>) -> Option<NaiveDate> {
    match (one, two) {
        (Some(one), Some(two)) => Some(one.min(two)),
        _ => one.or(two),
    }
}

pub(crate) fn evidence(
    record: Option<(&'static str, Id)>,
    on_date: Option<NaiveDate>,
    text: String,
) -> Evidence {
    Evidence { record, on_date, text }
}

/// With a proper minus sign: `−40`.
pub(crate) fn signed(number: i64) -> String {
    if number < 0 { format!("−{}", number.unsigned_abs()) } else { number.to_string() }
}

/// At most one decimal: `40`, `2.5`.
pub(crate) fn plain(amount: f64) -> String {
    // A sum of nothing is −0 and would be printed so.
    let tenths = (amount * 10.0).round() / 10.0 + 0.0;
    if tenths.fract() == 0.0 { format!("{tenths:.0}") } else { format!("{tenths:.1}") }
}
