//! Concentration, key accounts, quadrants, and what of the revenue is safe.

use super::fact::{Fact, book, rules, standings, today};
use chrono::Duration;
use proptest::prelude::*;
use std::collections::HashMap;
use trellis::domain::cell::Id;
use trellis::domain::feedback::Scale;
use trellis::domain::feedback::security::RevenueState;
use trellis::domain::portfolio::{Portfolio, Tally};
use trellis::domain::quadrant::{Quadrant, chart};
use trellis::domain::tier::key_accounts;

/// ARR of today, where it is known.
fn arr(fact: &Fact) -> Option<i64> {
    fact.arr(today()).ok().flatten()
}

/// Those in the book with known ARR: ARR, then name, then number.
fn by_arr(facts: &[Fact]) -> Vec<(i64, String, i64)> {
    let mut all: Vec<(i64, String, i64)> = Vec::new();
    for fact in facts.iter().filter(|one| one.counts()) {
        if let Some(arr) = arr(fact) {
            all.push((-arr, fact.name(), fact.id));
        }
    }
    all.sort();
    all.into_iter().map(|(minus, name, id)| (-minus, name, id)).collect()
}

/// The smallest number of the largest that make four fifths.
fn keys(ordered: &[(i64, String, i64)]) -> Vec<i64> {
    let whole: i64 = ordered.iter().map(|(arr, ..)| arr).sum();
    let (mut keys, mut sum) = (Vec::new(), 0);
    for (arr, _, id) in ordered {
        if sum * 5 >= whole * 4 {
            break;
        }
        sum += arr;
        keys.push(*id);
    }
    keys
}

/// round(100 (P − D) / n) over the latest answer of a year of everybody still there; each answer
/// of nobody named counts as one.
fn nps(fact: &Fact) -> Option<i64> {
    let year = today() - Duration::days(365);
    let mut latest: HashMap<usize, (chrono::NaiveDate, i64)> = HashMap::new();
    let mut votes = Vec::new();
    for said in &fact.said {
        if said.scale != Scale::Nps || said.on < year || said.on > today() {
            continue;
        }
        match said.who {
            None => votes.push(said.points),
            Some(who) if fact.people[who].is_none_or(|left| left > today()) => {
                // Of one day the one written down last.
                let newest = latest.get(&who).is_none_or(|(on, _)| *on <= said.on);
                if newest {
                    latest.insert(who, (said.on, said.points));
                }
            }
            Some(_) => {}
        }
    }
    votes.extend(latest.values().map(|(_, points)| *points));
    if votes.is_empty() {
        return None;
    }
    let promoters = votes.iter().filter(|points| **points >= 9).count() as f64;
    let detractors = votes.iter().filter(|points| **points <= 6).count() as f64;
    Some((100.0 * (promoters - detractors) / votes.len() as f64).round() as i64)
}

fn heard(fact: &Fact) -> bool {
    let since = today() - Duration::days(182);
    fact.said.iter().any(|said| {
        let here = said.who.is_none_or(|who| fact.people[who].is_none_or(|left| left > today()));
        here && said.on >= since && said.on <= today()
    })
}

fn portfolio(facts: &[Fact]) -> (Portfolio, HashMap<i64, Option<f64>>) {
    let rules = rules();
    let (records, standings, around) = standings(facts, &rules);
    let mut tally = Tally::on(today());
    for (records, standing) in records.iter().zip(&standings) {
        tally.add(records, standing, &rules);
    }
    let scores = standings.iter().map(|one| (one.account.0, one.score.value)).collect();
    (tally.finish(&standings, &around, &rules, &[]), scores)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(384))]

    #[test]
    fn the_largest_make_their_share_and_the_key_accounts_four_fifths(facts in book(24)) {
        let (found, _) = portfolio(&facts);
        let ordered = by_arr(&facts);
        let whole: i64 = ordered.iter().map(|(arr, ..)| arr).sum();
        let top = |count: usize| {
            let part: i64 = ordered.iter().take(count).map(|(arr, ..)| arr).sum();
            if whole == 0 { None } else { Some(part as f64 / whole as f64) }
        };
        let fifth = ordered.len().div_ceil(5);
        let told = found.spread.concentration;
        prop_assert_eq!((told.accounts, told.arr), (ordered.len(), whole));
        for (found, wanted) in [(told.top_1, top(1)), (told.top_5, top(5)), (told.top_fifth, top(fifth))] {
            prop_assert_eq!(found.is_some(), wanted.is_some());
            let apart = found.zip(wanted).map_or(0.0, |(found, wanted)| (found - wanted).abs());
            prop_assert!(apart < 1e-12);
        }
        let keys = keys(&ordered);
        let (_, standings, _) = standings(&facts, &rules());
        let named: Vec<i64> = key_accounts(&standings, &rules()).iter().map(|id: &Id| id.0).collect();
        prop_assert_eq!(&named, &keys);
        let key = found.spread.key;
        let sum: i64 = ordered.iter().take(keys.len()).map(|(arr, ..)| arr).sum();
        prop_assert_eq!((key.accounts, key.arr), (keys.len(), sum));
        let tenth = (sum as f64 * 0.1).round() as i64;
        let more = (sum as f64 * 0.15).round() as i64;
        prop_assert_eq!((key.budget_from, key.budget_to), (tenth, more));
        let mut left_out: Vec<i64> = found.left_out.iter().map(|one| one.account.0).collect();
        left_out.sort_unstable();
        let no_rate = facts.iter().filter(|one| one.counts() && one.arr(today()).is_err());
        prop_assert_eq!(left_out, no_rate.map(|one| one.id).collect::<Vec<_>>());
    }

    #[test]
    fn each_account_stands_in_its_quadrant(facts in book(24)) {
        let rules = rules();
        let (_, standings, around) = standings(&facts, &rules);
        let found = chart(&standings, &around, &rules);
        let ordered = by_arr(&facts);
        let count = keys(&ordered).len();
        let floor = count.checked_sub(1).map(|last| ordered[last].0);
        prop_assert_eq!((found.floor, found.smallest_key.is_some()), (floor, floor.is_some()));
        let in_book: Vec<&Fact> = facts.iter().filter(|one| one.counts()).collect();
        prop_assert_eq!(found.spots.len(), in_book.len());
        let mut corners: HashMap<Quadrant, (usize, i64, usize)> = HashMap::new();
        for fact in in_book {
            let spot = found.spots.iter().find(|one| one.account.0 == fact.id);
            let spot = spot.expect("each account of the book has its place");
            let (nps, arr) = (nps(fact), arr(fact));
            prop_assert_eq!((spot.nps, spot.arr), (nps, arr));
            let wanted = match (nps, arr) {
                (None, _) => Quadrant::NoAnswer,
                (Some(_), None) => Quadrant::NoArr,
                (Some(nps), Some(arr)) => {
                    let above = floor.is_some_and(|floor| arr >= floor);
                    match (above, nps >= 0) {
                        (true, true) => Quadrant::Magic,
                        (true, false) => Quadrant::Rescue,
                        (false, true) => Quadrant::Nurture,
                        (false, false) => Quadrant::Question,
                    }
                }
            };
            prop_assert_eq!(spot.quadrant, wanted);
            let corner = corners.entry(wanted).or_default();
            corner.0 += 1;
            corner.1 += arr.unwrap_or(0);
            corner.2 += usize::from(arr.is_none());
        }
        prop_assert_eq!(found.corners.len(), Quadrant::ALL.len());
        for told in &found.corners {
            let wanted = corners.get(&told.quadrant).copied().unwrap_or_default();
            prop_assert_eq!((told.accounts, told.arr, told.arr_unknown), wanted);
        }
    }

    #[test]
    fn revenue_is_safe_at_risk_or_unknown(facts in book(16)) {
        let (found, scores) = portfolio(&facts);
        let mut sums = HashMap::new();
        let (mut whole, mut heard_from) = (0, 0);
        for fact in facts.iter().filter(|one| one.counts()) {
            let score = scores[&fact.id];
            let at_risk = nps(fact).is_some_and(|nps| nps < 0)
                || score.is_some_and(|score| (score * 1e9).round() / 1e9 < 6.0);
            let state = match (heard(fact), at_risk) {
                (false, _) => RevenueState::Unknown,
                (true, true) => RevenueState::AtRisk,
                (true, false) => RevenueState::Safe,
            };
            let sum: &mut (usize, i64) = sums.entry(state).or_default();
            sum.0 += 1;
            sum.1 += arr(fact).unwrap_or(0);
            whole += arr(fact).unwrap_or(0);
            heard_from += if heard(fact) { arr(fact).unwrap_or(0) } else { 0 };
        }
        for state in RevenueState::ALL {
            let told = found.secured.iter().find(|one| one.state == *state).expect("each state");
            let (accounts, arr) = sums.get(state).copied().unwrap_or_default();
            prop_assert_eq!((told.accounts, told.arr), (accounts, arr), "{}", state);
            prop_assert_eq!(told.share.is_some(), whole > 0);
        }
        prop_assert_eq!((found.coverage.heard, found.coverage.arr), (heard_from, whole));
        prop_assert_eq!(found.coverage.share.is_some(), whole > 0);
    }
}
