//! Key accounts, suggested tiers, and the hours a week that tiers cost.

use super::account::Tier;
use super::around::Floor;
use super::cell::Id;
use super::day::days_between;
use super::money::Money;
use super::records::Exchange;
use super::revenue::in_base;
use super::revenue::opportunity::{Opportunity, OpportunityStage};
use super::rules::limit::Limit;
use super::rules::{Cadence, Rules};
use super::standing::Standing;
use super::word::words;
use chrono::NaiveDate;
use std::cmp::Reverse;

/// The smallest prefix of the accounts by ARR that reaches 80 % of the book's ARR, largest first.
/// Accounts of unknown ARR are in no prefix. Source: CustomerGauge's Account Success process.
#[must_use]
pub fn key_accounts(standings: &[Standing], rules: &Rules) -> Vec<Id> {
    let ordered = by_arr(standings);
    let count = prefix(&ordered, rules.share(Limit::KeyShare));
    ordered.into_iter().take(count).map(|(_, standing)| standing.account).collect()
}

words! {
    /// Why the figures suggest a tier.
    Reason {
        /// Among the largest, which make half of the ARR.
        Half = "half of the ARR",
        /// Among the five largest of a large book.
        Largest = "one of the five largest",
        /// Open expansion of a fifth of the ARR.
        Expansion = "open expansion",
        Fifth = "largest fifth by ARR",
        Rest = "smaller ARR",
        Unknown = "ARR unknown",
    }
}

/// A tier that the figures suggest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub account: Id,
    pub tier: Tier,
    pub reason: Reason,
}

/// The tier that the figures suggest for each account in the book, largest ARR first.
/// `expansion` gives an account's validated and proposed expansion in minor units of the base
/// currency. Sources: the B2B account-management strategy article (how many are Strategic), this
/// project's own decision (shares).
#[must_use]
pub fn suggestions(
    standings: &[Standing],
    expansion: impl Fn(Id) -> i64,
    rules: &Rules,
) -> Vec<Suggestion> {
    let ordered = by_arr(standings);
    let Largest { half, strategic, top } = largest(standings, &ordered, rules);
    let known = ordered.iter().enumerate().map(|(place, (arr, standing))| {
        let grows = grows(*arr, expansion(standing.account), rules);
        let (tier, reason) = if place < strategic {
            (Tier::Strategic, if place < half { Reason::Half } else { Reason::Largest })
        } else if grows {
            (Tier::Growth, Reason::Expansion)
        } else if place < top {
            (Tier::Growth, Reason::Fifth)
        } else {
            (Tier::Maintenance, Reason::Rest)
        };
        Suggestion { account: standing.account, tier, reason }
    });
    let unknown = standings.iter().filter(|standing| standing.in_book && standing.arr.is_none());
    let unknown = unknown.map(|standing| Suggestion {
        account: standing.account,
        tier: Tier::Maintenance,
        reason: Reason::Unknown,
    });
    known.chain(unknown).collect()
}

/// How many of the accounts, largest first, reach what their ARR alone suggests.
struct Largest {
    /// Half of the ARR.
    half: usize,
    strategic: usize,
    /// Growth or more.
    top: usize,
}

fn largest(standings: &[Standing], ordered: &[(i64, &Standing)], rules: &Rules) -> Largest {
    let count = standings.iter().filter(|standing| standing.in_book).count();
    let large = count >= rules.count(Limit::LargeBook);
    let least = if large { rules.count(Limit::StrategicLeast) } else { 0 };
    let half = prefix(ordered, rules.share(Limit::StrategicShare));
    let top = (rules.share(Limit::GrowthTop) * count as f64 - 1e-9).ceil() as usize;
    Largest { half, strategic: half.max(least).min(rules.count(Limit::StrategicMost)), top }
}

/// Open expansion of a fifth of the ARR, minor units of one currency.
#[must_use]
pub fn grows(arr: i64, expansion: i64, rules: &Rules) -> bool {
    expansion > 0 && expansion as f64 >= rules.share(Limit::GrowthShare) * arr as f64
}

/// Tiers are gone over once a year, in the weeks after the account's day in the book (this
/// project's own decision): for so many days by now; none outside those weeks.
#[must_use]
pub fn asked_for(created_on: NaiveDate, rules: &Rules, today: NaiveDate) -> Option<i64> {
    let age = days_between(created_on, today);
    let every = rules.days(Limit::TierEvery).max(1);
    (age >= every && age % every <= rules.days(Limit::TierAsked)).then_some(age % every)
}

/// Validated and proposed expansion of one account, in minor units of the base currency; what
/// has no amount or no rate adds nothing.
#[must_use]
pub fn open_expansion(opportunities: &[Opportunity], exchange: &Exchange) -> i64 {
    let open = opportunities.iter().filter(|one| {
        matches!(one.stage, OpportunityStage::Validated | OpportunityStage::Proposed)
    });
    let amounts = open.filter_map(|one| {
        let currency = one.currency.unwrap_or(exchange.base);
        in_base(Some(Money { minor: one.amount?, currency }), exchange)
    });
    amounts.fold(0, |sum: i64, amount| sum.saturating_add(amount.minor))
}

/// The least ARR among the key accounts, and among those whose ARR suggests a tier.
pub(super) struct Floors {
    pub(super) key: Option<i64>,
    pub(super) strategic: Option<Floor>,
    pub(super) growth: Option<Floor>,
}

pub(super) fn floors(standings: &[Standing], rules: &Rules) -> Floors {
    let ordered = by_arr(standings);
    let Largest { strategic, top, .. } = largest(standings, &ordered, rules);
    let last = |count: usize| ordered.get(count.min(ordered.len()).checked_sub(1)?);
    let floor = |count: usize| {
        let (arr, _) = last(count)?;
        let behind = ordered.iter().skip(count).take_while(|(equal, _)| equal == arr);
        let mut behind: Vec<Id> = behind.map(|(_, standing)| standing.account).collect();
        behind.sort_unstable();
        Some(Floor { arr: *arr, behind })
    };
    Floors {
        key: last(prefix(&ordered, rules.share(Limit::KeyShare))).map(|(arr, _)| *arr),
        strategic: floor(strategic),
        growth: floor(top),
    }
}

/// Hours that a talk takes, with what comes before and after it (this project's own decision).
pub const TALK_HOURS: f64 = 1.0;

/// Hours a week that an account of this tier takes: an hour a talk, a quarter of an hour an own
/// review, two hours a strategic review, eight a QBR with its preparation (this project's own
/// decision).
#[must_use]
pub fn hours_a_week(cadence: &Cadence) -> f64 {
    let weekly = |hours: f64, every: i64| hours * 7.0 / every.max(1) as f64;
    weekly(TALK_HOURS, cadence.talk_every)
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
    let whole: i128 = ordered.iter().map(|(arr, _)| i128::from(*arr)).sum();
    let wanted = share * whole as f64 - 1e-6;
    let mut sum: i128 = 0;
    ordered
        .iter()
        .take_while(|(arr, _)| {
            let short = (sum as f64) < wanted;
            sum += i128::from(*arr);
            short
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::{Account, Status};
    use crate::domain::map::map;
    use crate::domain::money::Currency;
    use crate::domain::records::Records;
    use crate::domain::score::assemble::score;
    use crate::domain::standing::Progress;

    fn standing(id: i64, name: &str, arr: Option<i64>) -> Standing {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date");
        let rules = Rules::default();
        let records = Records::bare(Account::named(name, today));
        let map = map(&records, None, &rules, today);
        let score = score(&records, &map, &[], &rules, today);
        let arr = arr.map(|minor| Money { minor, currency: Currency::EUR });
        Standing {
            account: Id(id),
            name: name.to_owned(),
            status: Status::Active,
            in_book: true,
            archived: false,
            tier: None,
            created_on: today,
            arr,
            arr_recorded: arr,
            act_by: None,
            map,
            score,
            progress: Progress::default(),
            next_step: None,
            last_two_way_on: None,
            signals: Vec::new(),
            wants_plan: false,
            holds: Vec::new(),
        }
    }

    fn book(amounts: &[i64]) -> Vec<Standing> {
        let amounts = amounts.iter().zip(1..);
        amounts.map(|(arr, id)| standing(id, &format!("{id:03}"), Some(*arr))).collect()
    }

    fn found(book: &[Standing], open: impl Fn(Id) -> i64) -> Vec<(i64, Tier, Reason)> {
        let found = suggestions(book, open, &Rules::default()).into_iter();
        found.map(|one| (one.account.0, one.tier, one.reason)).collect()
    }

    fn ids(found: Vec<Id>) -> Vec<i64> {
        found.into_iter().map(|id| id.0).collect()
    }

    #[test]
    fn key_accounts_are_the_smallest_prefix_of_four_fifths() {
        assert_eq!(ids(key_accounts(&book(&[10, 50, 30, 10]), &Rules::default())), [2, 3]);
        assert_eq!(ids(key_accounts(&book(&[10, 50, 29, 11]), &Rules::default())), [2, 3, 4]);
        assert!(key_accounts(&book(&[0, 0]), &Rules::default()).is_empty());
        let mut mixed = book(&[50, 50]);
        mixed.push(standing(3, "unknown", None));
        mixed.push(Standing { in_book: false, ..standing(4, "prospect", Some(900)) });
        assert_eq!(ids(key_accounts(&mixed, &Rules::default())), [1, 2]);
    }

    #[test]
    fn equal_arr_goes_by_name_then_id() {
        let accounts = [
            standing(3, "Beta", Some(20)),
            standing(2, "Alpha", Some(20)),
            standing(1, "Beta", Some(20)),
        ];
        assert_eq!(ids(key_accounts(&accounts, &Rules::default())), [2, 1, 3]);
    }

    #[test]
    fn tiers_follow_arr_and_open_expansion() {
        use Tier::{Growth, Maintenance, Strategic};
        // Half of 100 is reached by 1 and 2; the top fifth of six is two, both Strategic already;
        // 4 has 20 % of its ARR open, 5 a hair less.
        let mut accounts = book(&[30, 25, 20, 10, 15]);
        accounts.push(standing(6, "unknown", None));
        let open = |id: Id| match id.0 {
            4 | 5 => 2,
            6 => 99,
            _ => 0,
        };
        assert_eq!(
            found(&accounts, open),
            [
                (1, Strategic, Reason::Half),
                (2, Strategic, Reason::Half),
                (3, Maintenance, Reason::Rest),
                (5, Maintenance, Reason::Rest),
                (4, Growth, Reason::Expansion),
                (6, Maintenance, Reason::Unknown),
            ]
        );
    }

    #[test]
    fn a_book_of_25_has_at_least_five_strategic_accounts_and_never_more_than_20() {
        let count = |amounts: &[i64]| {
            let found = found(&book(amounts), |_| 0);
            let tier = |wanted| found.iter().filter(|(_, tier, _)| *tier == wanted).count();
            (tier(Tier::Strategic), tier(Tier::Growth))
        };
        let one_giant = |of: usize| {
            let mut amounts = vec![1; of];
            amounts[0] = 1_000;
            amounts
        };
        assert_eq!(count(&one_giant(24)), (1, 4));
        assert_eq!(count(&one_giant(25)), (5, 0));
        assert_eq!(count(&[7; 100]), (20, 0));
        assert_eq!(count(&[7; 38]), (19, 0));
        let mut amounts = [1; 25];
        amounts[0] = 1_000;
        let reasons: Vec<Reason> =
            found(&book(&amounts), |_| 0).into_iter().take(6).map(|(_, _, why)| why).collect();
        let (half, five, rest) = (Reason::Half, Reason::Largest, Reason::Rest);
        assert_eq!(reasons, [half, five, five, five, five, rest]);
    }

    #[test]
    fn hours_by_hand() {
        let rules = Rules::default();
        // Growth: 7/30 + 0.25 × 7/30 + 2 × 7/91 + 8 × 7/182.
        let growth = 7.0 / 30.0 * 1.25 + 14.0 / 91.0 + 56.0 / 182.0;
        assert!((hours_of([Tier::Growth], &rules) - growth).abs() < 1e-12);
        let three = hours_of([Tier::Maintenance; 3], &rules);
        assert!((three - 3.0 * 1.25 * 7.0 / 91.0).abs() < 1e-12);
    }

    #[test]
    fn open_expansion_is_what_was_validated_or_proposed_and_has_a_rate() {
        use OpportunityStage::{Idea, Lost, Parked, Proposed, Validated, Won};
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date");
        let dollar = Currency::from_code("USD").expect("a code");
        let krona = Currency::from_code("SEK").expect("a code");
        let open = |stage, amount, currency| Opportunity {
            amount,
            currency,
            stage,
            ..Opportunity::titled("seats", Some(Id(1)), today)
        };
        let exchange = Exchange { base: Currency::EUR, rates: vec![(dollar, 0.5)] };
        let all = [
            open(Validated, Some(100), None),
            open(Proposed, Some(1_000), Some(dollar)),
            open(Proposed, Some(9_999), Some(krona)),
            open(Proposed, None, None),
        ];
        assert_eq!(open_expansion(&all, &exchange), 600);
        let closed = [Idea, Won, Lost, Parked].map(|stage| open(stage, Some(100), None));
        assert_eq!(open_expansion(&closed, &exchange), 0);
    }

    proptest::proptest! {
        #[test]
        fn key_accounts_reach_four_fifths_and_with_one_less_they_do_not(
            amounts in proptest::collection::vec(0_i64..1_000_000, 0..40),
        ) {
            let book = book(&amounts);
            let keys = key_accounts(&book, &Rules::default());
            let whole: i64 = amounts.iter().sum();
            let of = |ids: &[Id]| -> i64 {
                ids.iter().map(|id| amounts[usize::try_from(id.0).expect("a place") - 1]).sum()
            };
            proptest::prop_assert!(of(&keys) * 5 >= whole * 4);
            if let Some((last, before)) = keys.split_last() {
                proptest::prop_assert!(of(before) * 5 < whole * 4);
                let least = of(&[*last]);
                let others = amounts.iter().filter(|amount| **amount > least).count();
                proptest::prop_assert!(others < keys.len(), "none larger is left out");
            }
        }
    }
}
