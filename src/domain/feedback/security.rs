//! Whether the revenue of an account is safe: nobody knows where nobody was heard. Source: the
//! field's standard practice (revenue coverage).

use super::Answer;
use crate::domain::day::day;
use crate::domain::money::Money;
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::Score;
use crate::domain::score::print::{tenth, to_billionth, whole};
use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    /// What feedback and score say about the revenue.
    RevenueState { Safe = "safe", AtRisk = "at risk", Unknown = "unknown", }
}

/// The revenue of an account, and whether it was heard from.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Security {
    pub state: RevenueState,
    /// The latest answer of somebody still there, or an anonymous one.
    pub heard_on: Option<NaiveDate>,
    /// That answer is young enough.
    pub heard: bool,
    /// In the base currency; none: unknown.
    pub arr: Option<Money>,
    /// Share of its ARR that was heard from, 1 or 0; none while ARR is unknown or nothing.
    pub coverage: Option<f64>,
    /// Why it stands so.
    pub text: String,
}

/// The latest answer, on whatever scale, of somebody still there or of nobody named.
#[must_use]
pub fn heard_on(records: &Records, today: NaiveDate) -> Option<NaiveDate> {
    let gone = |answer: &Answer| {
        records
            .contacts
            .iter()
            .any(|one| Some(one.id) == answer.contact_id && !one.active_on(today))
    };
    let said = records.answers.iter().filter(|answer| answer.on_date <= today && !gone(answer));
    said.map(|answer| answer.on_date).max()
}

/// An answer that young is a revenue heard from.
#[must_use]
pub fn heard(heard_on: Option<NaiveDate>, rules: &Rules, today: NaiveDate) -> bool {
    heard_on.is_some_and(|day| (today - day).num_days() <= rules.days(Limit::HeardDays))
}

/// The revenue of an account on a day, by its NPS and its score.
#[must_use]
pub fn security(
    records: &Records,
    nps: Option<i64>,
    score: &Score,
    arr: Option<Money>,
    rules: &Rules,
    today: NaiveDate,
) -> Security {
    let heard_on = heard_on(records, today);
    let heard = heard(heard_on, rules, today);
    let disliked = nps.filter(|nps| *nps < 0);
    let weak = score.value.filter(|value| to_billionth(*value) < rules.limit(Limit::RiskBelow));
    let state = match (heard, disliked.is_some() || weak.is_some()) {
        (false, _) => RevenueState::Unknown,
        (true, true) => RevenueState::AtRisk,
        (true, false) => RevenueState::Safe,
    };
    let text = match (state, heard_on) {
        (RevenueState::Unknown, Some(on)) => {
            format!("unknown: last answer {}", day(on, today))
        }
        (RevenueState::Unknown, None) => "unknown: nobody ever answered".to_owned(),
        (RevenueState::AtRisk, _) => {
            let disliked = disliked.map(|nps| format!("NPS {}", whole(nps as f64)));
            let weak = weak.map(|value| format!("score {}", tenth(value)));
            let why: Vec<String> = disliked.into_iter().chain(weak).collect();
            format!("at risk: {}", why.join(", "))
        }
        (RevenueState::Safe, on) => {
            let on = on.map_or_else(String::new, |on| format!(", last answer {}", day(on, today)));
            let score = score
                .value
                .map_or_else(|| "no score".to_owned(), |value| format!("score {}", tenth(value)));
            match nps {
                Some(nps) => format!("safe: NPS {}, {score}{on}", whole(nps as f64)),
                None => format!("safe: {score}{on}"),
            }
        }
    };
    let coverage = arr.filter(|arr| arr.minor > 0).map(|_| if heard { 1.0 } else { 0.0 });
    Security { state, heard_on, heard, arr, coverage, text }
}

#[cfg(test)]
mod tests;
