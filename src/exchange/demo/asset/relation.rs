//! The part of an account that tells of the relationship with it.

use super::Word;
use crate::domain::account::risk_review::RootCause;
use crate::domain::revenue::ask::AskKind;
use crate::domain::revenue::forecast::Outcome;
use crate::domain::revenue::value_item::ValueResult;
use crate::domain::revenue::whitespace::WhitespaceState;
use crate::exchange::demo::day::Day;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Colleague {
    pub name: String,
    pub function: Option<String>,
}

/// `[account.relation]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Relation {
    /// (colleague, part; empty: none).
    pub team: Vec<(String, String)>,
    pub sponsors: Vec<Sponsor>,
    pub closings: Vec<Closing>,
    pub risk_reviews: Vec<RiskReview>,
    pub loyalty: Vec<Claim>,
    pub discovery: Vec<Discovery>,
    pub qualified: Vec<Verdict>,
    pub values: Vec<Value>,
    pub forecasts: Vec<Forecast>,
    pub asks: Vec<Ask>,
    pub units: Vec<Unit>,
    /// How the account is dealt with.
    pub channels: Option<String>,
    pub agenda: Option<String>,
    /// The feedback agreement, and when the results were last shared.
    pub agreed: Option<Day>,
    pub shared: Option<Day>,
    /// Own intervals, days.
    pub strategic_every: Option<i64>,
    pub qbr_every: Option<i64>,
    pub lost: Option<Lost>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lost {
    pub day: Day,
    pub reason: String,
    pub avoidable: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sponsor {
    pub theirs: String,
    pub ours: Option<String>,
    pub senior: Option<bool>,
    pub stake: Option<bool>,
    pub respected: Option<bool>,
    pub has_time: Option<bool>,
    pub since: Day,
    pub ended: Option<Day>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closing {
    pub day: Day,
    pub code: String,
    pub who: Option<String>,
    pub reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RiskReview {
    pub opened: Day,
    pub cause: Option<Word<RootCause>>,
    pub exit: Option<String>,
    pub checkpoints: Option<String>,
    pub sponsor: Option<String>,
    pub closed: Option<Day>,
    pub reason: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    pub day: Day,
    pub step: i64,
    pub evidence: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Discovery {
    pub day: Day,
    pub success: Option<String>,
    pub obstacles: Option<String>,
    pub measured: Option<String>,
    pub worked: Option<String>,
    pub frustrated: Option<String>,
    pub objectives: Option<String>,
    pub pain_points: Option<String>,
    pub success_metrics: Option<String>,
    pub asked_for: Option<String>,
    pub real_need: Option<String>,
    #[serde(default)]
    pub workshop: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    pub day: Day,
    pub realistic: bool,
    pub why: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Value {
    pub day: Day,
    pub result: Word<ValueResult>,
    pub amount: Option<f64>,
    pub unit: Option<String>,
    pub source: Option<String>,
    /// Who confirmed it, and when.
    pub by: Option<String>,
    pub confirmed: Option<Day>,
    pub note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forecast {
    pub day: Day,
    pub ends: Day,
    pub outcome: Word<Outcome>,
    pub probability: i64,
    pub amount: Option<i64>,
    pub note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    pub day: Day,
    pub who: Option<String>,
    pub kind: Word<AskKind>,
    pub granted: Option<bool>,
    pub note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    pub name: String,
    /// (offering, state, opportunity; empty: none).
    pub buys: Vec<(String, Word<WhitespaceState>, String)>,
}
