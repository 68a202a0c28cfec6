//! How the book is spread: scores by tier, ARR over few or many, the key accounts.

use super::Share;
use crate::domain::account::Tier;
use crate::domain::around::Around;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::Band;
use crate::domain::score::print::{percent, to_billionth};
use crate::domain::standing::Standing;
use crate::domain::tier::{hours_of, key_accounts};

/// The scores of the accounts of a tier.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct TierScore {
    /// None: all tiers together where `whole`, else accounts without a tier.
    pub tier: Option<Tier>,
    pub whole: bool,
    pub accounts: usize,
    /// Minor units of the base currency, as far as known.
    pub arr: i64,
    /// Accounts of unknown ARR.
    pub arr_unknown: usize,
    /// Mean weighted by ARR of the accounts with a verdict; none: no such account with ARR.
    pub score: Option<f64>,
    /// How it moved since the last reviews, else since four weeks ago, weighted alike.
    pub trend: Option<f64>,
    pub risk: usize,
    pub watch: usize,
    pub healthy: usize,
    /// Accounts of which too little is known.
    pub unknown: usize,
}

/// How much of the known ARR the largest accounts make.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Concentration {
    /// Accounts of known ARR.
    pub accounts: usize,
    pub arr: i64,
    /// 0-1; none without ARR.
    pub top_1: Option<f64>,
    pub top_5: Option<f64>,
    /// The largest fifth of the accounts, rounded up.
    pub top_fifth: Option<f64>,
}

/// The key accounts and what keeping and growing them may cost in a year. Source: the
/// account-management guide.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct KeyAccounts {
    pub accounts: usize,
    pub arr: i64,
    /// ARR of the smallest of them.
    pub floor: Option<i64>,
    pub budget_from: i64,
    pub budget_to: i64,
}

/// The spread of the book on a day, amounts in minor units of the base currency.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Spread {
    /// All together first, then Strategic, Growth, Maintenance, without tier.
    pub tiers: Vec<TierScore>,
    /// Healthy accounts of those with a verdict.
    pub healthy: Share,
    /// So many are healthy that it is a warning in itself.
    pub warning: Option<String>,
    pub concentration: Concentration,
    pub key: KeyAccounts,
    /// Hours a week that the tiers ask for; unset is judged as Maintenance.
    pub hours_a_week: f64,
}

#[must_use]
pub fn spread(standings: &[Standing], around: &Around, rules: &Rules) -> Spread {
    let book: Vec<&Standing> = standings.iter().filter(|standing| standing.in_book).collect();
    let of = |tier: Option<Tier>| -> Vec<&Standing> {
        book.iter().copied().filter(|standing| standing.tier == tier).collect()
    };
    let mut tiers = vec![tier_score(None, true, &book)];
    let groups = Tier::ALL.iter().copied().map(Some).chain([None]);
    tiers.extend(
        groups.map(|tier| tier_score(tier, false, &of(tier))).filter(|one| one.accounts > 0),
    );
    let healthy = book.iter().filter(|one| one.score.band == Some(Band::Healthy)).count();
    let judged = book.iter().filter(|one| one.score.band.is_some()).count();
    let healthy = Share::of(healthy, judged);
    Spread {
        tiers,
        warning: warning(healthy, rules),
        healthy,
        concentration: concentration(&book),
        key: key(standings, around, rules),
        hours_a_week: hours_of(
            book.iter().map(|standing| standing.tier.unwrap_or(Tier::Maintenance)),
            rules,
        ),
    }
}

fn warning(healthy: Share, rules: &Rules) -> Option<String> {
    let share = healthy.share?;
    (to_billionth(share - rules.share(Limit::HealthyMost)) > 0.0).then(|| {
        format!(
            "{} of {} judged accounts are healthy ({}): is anybody asked who would complain?",
            healthy.part,
            healthy.whole,
            percent(share)
        )
    })
}

/// Σ weight × figure / Σ weight; none where nothing weighs.
fn weighted(figures: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    let (sum, weight) = figures
        .fold((0.0, 0.0), |(sum, all), (weight, figure)| (sum + weight * figure, all + weight));
    (weight > 0.0).then(|| sum / weight)
}

fn tier_score(tier: Option<Tier>, whole: bool, accounts: &[&Standing]) -> TierScore {
    let weight = |one: &Standing| one.arr.map_or(0.0, |arr| arr.minor.max(0) as f64);
    let judged = || accounts.iter().filter(|one| one.score.band.is_some());
    let band = |band| accounts.iter().filter(|one| one.score.band == band).count();
    let arr = accounts.iter().filter_map(|one| one.arr);
    TierScore {
        tier,
        whole,
        accounts: accounts.len(),
        arr: arr.fold(0, |sum: i64, arr| sum.saturating_add(arr.minor)),
        arr_unknown: accounts.iter().filter(|one| one.arr.is_none()).count(),
        score: weighted(judged().filter_map(|one| Some((weight(one), one.score.value?)))),
        trend: weighted(judged().filter_map(|one| Some((weight(one), one.score.trend?)))),
        risk: band(Some(Band::Risk)),
        watch: band(Some(Band::Watch)),
        healthy: band(Some(Band::Healthy)),
        unknown: band(None),
    }
}

fn concentration(book: &[&Standing]) -> Concentration {
    let mut amounts: Vec<i64> =
        book.iter().filter_map(|one| one.arr).map(|arr| arr.minor.max(0)).collect();
    amounts.sort_unstable_by(|a, b| b.cmp(a));
    let whole: f64 = amounts.iter().map(|minor| *minor as f64).sum();
    let top = |count: usize| {
        let part: f64 = amounts.iter().take(count).map(|minor| *minor as f64).sum();
        (whole > 0.0).then(|| part / whole)
    };
    Concentration {
        accounts: amounts.len(),
        arr: amounts.iter().fold(0, |sum: i64, minor| sum.saturating_add(*minor)),
        top_1: top(1),
        top_5: top(5),
        top_fifth: top(amounts.len().div_ceil(5)),
    }
}

fn key(standings: &[Standing], around: &Around, rules: &Rules) -> KeyAccounts {
    let keys = key_accounts(standings, rules);
    let theirs = standings.iter().filter(|one| keys.contains(&one.account));
    let arr =
        theirs.filter_map(|one| one.arr).fold(0, |sum: i64, arr| sum.saturating_add(arr.minor));
    let part = |limit| (arr as f64 * rules.share(limit)).round() as i64;
    KeyAccounts {
        accounts: keys.len(),
        arr,
        floor: around.key_floor,
        budget_from: part(Limit::BudgetLeast),
        budget_to: part(Limit::BudgetMost),
    }
}
