//! The one sentence of risk of an account: what could go wrong first.

use crate::domain::cell::Id;
use crate::domain::day::{day, days, weekday};
use crate::domain::records::Records;
use crate::domain::renewal;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::print::{costs, tenth};
use crate::domain::score::{Band, FactorScore};
use crate::domain::signal::{Severity, Signal};
use crate::domain::standing::Standing;
use chrono::NaiveDate;

/// The sentence, and what it rests on.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Risk {
    pub text: String,
    /// The signal that says so.
    pub code: Option<&'static str>,
    /// The record it is about.
    pub about: Option<(&'static str, Id)>,
    /// Something speaks of risk.
    pub alarm: bool,
}

/// What asks for attention, else what is in hand, else the score, else the next end of a contract;
/// where too little is known for any of them it says that.
#[must_use]
pub fn risk(records: &Records, standing: &Standing, rules: &Rules, today: NaiveDate) -> Risk {
    let weighty = |one: &&Signal| one.severity != Severity::Note && !one.gap && !one.silenced;
    let found = || standing.signals.iter().filter(weighty);
    if let Some(live) = found().find(|one| one.live()) {
        return of_signal(live, live.text.clone());
    }
    if let Some(held) = found().find(|one| one.in_hand.is_some()) {
        let until = held.in_hand.and_then(|(_, due)| due);
        let until = until.map_or_else(String::new, |due| format!(", {}", weekday(due, today)));
        return of_signal(held, format!("{}. In hand{until}.", held.text.trim_end_matches('.')));
    }
    let calm = |text: String, alarm: bool| Risk { text, code: None, about: None, alarm };
    let score = &standing.score;
    if let (Some(value), Some(verdict @ (Band::Risk | Band::Watch))) = (score.value, score.band) {
        let dearest = score.by_costs().into_iter().find(|one| one.costs > 0.0);
        let dearest = dearest.map_or_else(String::new, |one| format!(": {}", costly(one)));
        return calm(format!("Score {}, {verdict}{dearest}.", tenth(value)), true);
    }
    let view = renewal::view(records, rules, today);
    let ahead = rules.days(Limit::RenewalOpen);
    if let (Some(act), Some(_)) = (view.act_by, view.clock) {
        let left = (act.act_by - today).num_days();
        if (0..=ahead).contains(&left) {
            let text =
                format!("Notice by {} ({}). {}", day(act.act_by, today), days(left), view.text);
            let about = records.contract.as_ref().map(|contract| ("contract", contract.id));
            return Risk { about, ..calm(text, false) };
        }
    }
    match (score.value, score.band) {
        (Some(value), Some(_)) => calm(format!("No risk in sight: score {}.", tenth(value)), false),
        _ => calm("Too little is known to tell a risk.".to_owned(), false),
    }
}

fn of_signal(signal: &Signal, text: String) -> Risk {
    Risk { text, code: Some(signal.code), about: signal.about, alarm: true }
}

fn costly(factor: &FactorScore) -> String {
    format!("{} costs most, {}", factor.factor, costs(factor.costs))
}

#[cfg(test)]
mod tests;
