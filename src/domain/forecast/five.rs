//! The quarter in five lines, to be pasted into a mail.

use super::due::Due;
use super::outlook::{Outlook, Sum};
use crate::domain::day::day;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::print::{percent, tenth};

/// Accounts that are named on a line; the rest is a number.
const NAMED: usize = 4;

/// What is due and signed; what can be counted on; what is at risk; what nobody said anything of;
/// expansion and target.
#[must_use]
pub fn lines(outlook: &Outlook, rules: &Rules) -> [String; 5] {
    [
        due(outlook),
        counted_on(outlook, rules),
        at_risk(outlook),
        no_forecast(outlook),
        format!("{}; {}", expansion(outlook), target(outlook)),
    ]
}

/// `3 (€640k)`, `1 (ARR unknown)`, `3 (€640k, 1 of unknown ARR)`; `none`.
#[must_use]
pub fn sum(sum: Sum, outlook: &Outlook) -> String {
    match sum {
        Sum { count: 0, .. } => "none".to_owned(),
        Sum { count, without_amount, .. } if count == without_amount => {
            format!("{count} (ARR unknown)")
        }
        Sum { count, amount, without_amount: 0 } => format!("{count} ({})", short(amount, outlook)),
        Sum { count, amount, without_amount } => {
            let unknown = format!("{without_amount} of unknown ARR");
            format!("{count} ({}, {unknown})", short(amount, outlook))
        }
    }
}

fn short(minor: i64, outlook: &Outlook) -> String {
    outlook.money(minor).signed_short()
}

fn due(outlook: &Outlook) -> String {
    let on = day(outlook.today, outlook.today);
    let lost = match outlook.lost.count {
        0 => String::new(),
        _ => format!(", lost {}", sum(outlook.lost, outlook)),
    };
    let left: Vec<String> = outlook
        .left_out()
        .map(|(_, name, codes)| format!("{name} (no rate for {codes})"))
        .collect();
    let left =
        if left.is_empty() { String::new() } else { format!("; left out {}", left.join(", ")) };
    format!(
        "{} as of {on}: renewals due {}, signed {}{lost}{left}",
        outlook.quarter.title(),
        sum(outlook.due, outlook),
        sum(outlook.signed, outlook)
    )
}

fn counted_on(outlook: &Outlook, rules: &Rules) -> String {
    let sure = percent(rules.share(Limit::ForecastCommit));
    let expected = match (outlook.foreseen(), outlook.expected.count) {
        (None, _) => "–".to_owned(),
        (Some(amount), 0) => short(amount, outlook),
        (Some(amount), count) => format!("{} from {count}", short(amount, outlook)),
    };
    format!("Commit ({sure} or surer) {}; expected {expected}", sum(outlook.commit, outlook))
}

fn at_risk(outlook: &Outlook) -> String {
    let named = outlook.renewals.iter().filter(|one| one.at_risk()).map(|one| {
        let worth = one.arr.map(|arr| short(arr, outlook));
        let said = one.forecast.as_ref();
        let said = said.map(|said| format!("{} {} %", said.outcome, said.probability));
        let score = one.score.map(|score| format!("score {}", tenth(score)));
        let facts: Vec<String> = worth.into_iter().chain(said).chain(score).collect();
        format!("{} ({})", one.name, facts.join(", "))
    });
    format!("At risk {}{}", sum(outlook.at_risk, outlook), first(named.collect()))
}

fn no_forecast(outlook: &Outlook) -> String {
    let unsaid = |one: &&Due| one.percent().is_none();
    let named = outlook.renewals.iter().filter(unsaid).map(|one| one.name.clone()).collect();
    format!("No forecast yet {}{}", sum(outlook.no_forecast, outlook), first(named))
}

/// `: Contoso, Fabrikam, +3`.
fn first(names: Vec<String>) -> String {
    if names.is_empty() {
        return String::new();
    }
    let rest = names.len().saturating_sub(NAMED);
    let mut told: Vec<String> = names.into_iter().take(NAMED).collect();
    told.extend((rest > 0).then(|| format!("+{rest}")));
    format!(": {}", told.join(", "))
}

fn expansion(outlook: &Outlook) -> String {
    let stages = outlook.expansion.iter().filter(|one| one.count > 0);
    let told: Vec<String> = stages
        .map(|one| {
            if one.count == one.without_amount {
                format!("{} {} (no value yet)", one.stage, one.count)
            } else {
                format!("{} {} ({})", one.stage, short(one.amount, outlook), one.count)
            }
        })
        .collect();
    let told = if told.is_empty() { "none to close".to_owned() } else { told.join(", ") };
    format!("Expansion: {told}")
}

/// `target €2.00M, gap €340k`; `no target`.
#[must_use]
pub fn target(outlook: &Outlook) -> String {
    let Some(target) = outlook.target else { return "no target set".to_owned() };
    let set = target.set.signed_short();
    match target.gap {
        None => format!("target {set}, no rate for {}", target.set.currency),
        Some(gap) if gap > 0 => format!("target {set}, gap {}", short(gap, outlook)),
        Some(gap) => format!("target {set}, reached with {} over", short(-gap, outlook)),
    }
}
