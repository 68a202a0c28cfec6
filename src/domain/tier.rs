//! Key accounts, suggested tiers, and the hours a week that tiers cost.

use super::account::Tier;
use super::cell::Id;
use super::rules::{Cadence, Rules};
use super::standing::Standing;
use std::cmp::Reverse;

/// Share of the book's ARR that the key accounts reach. Source: CustomerGauge's Account Success
/// process.
const KEY_SHARE: f64 = 0.8;
/// Share of the book's ARR that Strategic accounts reach (this project's own decision).
const STRATEGIC_SHARE: f64 = 0.5;
/// At least so many Strategic accounts in a book of [`LARGE_BOOK`], never more than the second.
/// Source: the B2B account-management strategy article.
const STRATEGIC_COUNT: (usize, usize) = (5, 20);
const LARGE_BOOK: usize = 25;
/// Open expansion of this share of ARR makes a Growth account, as does a place in the top fifth.
const GROWTH_SHARE: f64 = 0.2;

/// The smallest prefix of the accounts by ARR that reaches 80 % of the book's ARR, largest first.
/// Accounts of unknown ARR are in no prefix.
#[must_use]
pub fn key_accounts(standings: &[Standing]) -> Vec<Id> {
    let ordered = by_arr(standings);
    let count = prefix(&ordered, KEY_SHARE);
    ordered.into_iter().take(count).map(|(_, standing)| standing.account).collect()
}

/// The tier that the figures suggest for each account in the book, largest ARR first.
/// `expansion` gives an account's validated and proposed expansion in minor units of the base
/// currency.
#[must_use]
pub fn suggested(standings: &[Standing], expansion: impl Fn(Id) -> i64) -> Vec<(Id, Tier)> {
    let ordered = by_arr(standings);
    let count = standings.iter().filter(|standing| standing.in_book).count();
    let least = if count >= LARGE_BOOK { STRATEGIC_COUNT.0 } else { 0 };
    let strategic = prefix(&ordered, STRATEGIC_SHARE).max(least).min(STRATEGIC_COUNT.1);
    let top = count.div_ceil(5);
    let known = ordered.iter().enumerate().map(|(place, (arr, standing))| {
        let open = expansion(standing.account);
        let grows = open > 0 && open as f64 >= GROWTH_SHARE * *arr as f64;
        let tier = if place < strategic {
            Tier::Strategic
        } else if grows || place < top {
            Tier::Growth
        } else {
            Tier::Maintenance
        };
        (standing.account, tier)
    });
    let unknown = standings
        .iter()
        .filter(|standing| standing.in_book && standing.arr.is_none())
        .map(|standing| (standing.account, Tier::Maintenance));
    known.chain(unknown).collect()
}

/// Hours a week that an account of this tier takes: an hour a talk, a quarter of an hour an own
/// review, two hours a strategic review, eight a QBR with its preparation (this project's own
/// decision).
#[must_use]
pub fn hours_a_week(cadence: &Cadence) -> f64 {
    let weekly = |hours: f64, every: i64| hours * 7.0 / every.max(1) as f64;
    weekly(1.0, cadence.talk_every)
        + weekly(0.25, cadence.review_every)
        + cadence.strategic_every.map_or(0.0, |every| weekly(2.0, every))
        + cadence.qbr_every.map_or(0.0, |every| weekly(8.0, every))
}

/// Hours a week that these tiers cost together.
#[must_use]
pub fn hours_of(tiers: impl IntoIterator<Item = Tier>, rules: &Rules) -> f64 {
    tiers.into_iter().map(|tier| hours_a_week(&rules.cadence(Some(tier)))).sum()
}

/// Accounts in the book with known ARR: ARR, then name, then id.
fn by_arr(standings: &[Standing]) -> Vec<(i64, &Standing)> {
    let mut ordered: Vec<(i64, &Standing)> = standings
        .iter()
        .filter(|standing| standing.in_book)
        .filter_map(|standing| standing.arr.map(|arr| (arr.minor, standing)))
        .collect();
    ordered.sort_by(|(a, one), (b, two)| {
        (Reverse(a), &one.name, one.account).cmp(&(Reverse(b), &two.name, two.account))
    });
    ordered
}

/// Length of the smallest prefix whose sum reaches the share of the whole.
fn prefix(ordered: &[(i64, &Standing)], share: f64) -> usize {
    let whole: i64 = ordered.iter().map(|(arr, _)| arr).sum();
    let wanted = share * whole as f64 - 1e-6;
    let mut sum = 0;
    ordered
        .iter()
        .take_while(|(arr, _)| {
            let short = (sum as f64) < wanted;
            sum += arr;
            short
        })
        .count()
}
