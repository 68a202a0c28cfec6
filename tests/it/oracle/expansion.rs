//! Expansion of a quarter by stage, the target and what is missing to it.

use super::fact::{Fact, WORTH, book, bounds, currency, rules, standings, today};
use proptest::prelude::*;
use std::collections::HashMap;
use trellis::domain::forecast::outlook::{Outlook, Tally};
use trellis::domain::forecast::quarter::Quarter;
use trellis::domain::money::Money;
use trellis::domain::revenue::opportunity::OpportunityStage::{
    self, Idea, Proposed, Validated, Won,
};

/// How many, what they are worth, how many of them without a figure in euros.
type Sums = (usize, i64, usize);

fn outlook(facts: &[Fact], target: Option<Money>) -> Outlook {
    let rules = rules();
    let (records, standings, _) = standings(facts, &rules);
    let contracts = facts.iter().filter_map(Fact::contract).collect();
    let mut tally = Tally::over(Quarter::of(today()), today(), contracts);
    for (records, standing) in records.iter().zip(&standings) {
        tally.add(records, standing, &rules);
    }
    tally.finish(target, &rules)
}

/// By stage: open ones by the day on which they are to close, won ones by the day they were won,
/// where nobody wrote that down by the other. How many open ones have no day.
fn by_stage(facts: &[Fact]) -> (HashMap<OpportunityStage, Sums>, usize) {
    let (from, to) = bounds(today());
    let (mut stages, mut undated): (HashMap<_, Sums>, usize) = (HashMap::new(), 0);
    for offer in facts.iter().filter(|fact| fact.counts()).flat_map(|fact| &fact.offers) {
        let day = match offer.stage {
            Won if offer.closed_on.is_some() => offer.closed_on,
            Won => offer.close_on,
            Idea | Validated | Proposed => {
                undated += usize::from(offer.close_on.is_none());
                offer.close_on
            }
            _ => continue,
        };
        if day.is_none_or(|day| day < from || day > to) {
            continue;
        }
        let euros = match (offer.amount, WORTH[offer.currency.unwrap_or(0)]) {
            (Some(amount), Some(worth)) => Some(amount * worth),
            _ => None,
        };
        let sums = stages.entry(offer.stage).or_default();
        sums.0 += 1;
        sums.1 += euros.unwrap_or(0);
        sums.2 += usize::from(euros.is_none());
    }
    (stages, undated)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn each_stage_is_what_closes_in_the_quarter(facts in book(12)) {
        let found = outlook(&facts, None);
        let (stages, undated) = by_stage(&facts);
        prop_assert_eq!(found.undated, undated);
        prop_assert_eq!(found.target, None);
        for stage in [Won, Proposed, Validated, Idea] {
            let told = found.stage(stage).expect("each stage has its line");
            let wanted = stages.get(&stage).copied().unwrap_or_default();
            prop_assert_eq!((told.count, told.amount, told.without_amount), wanted, "{}", stage);
        }
        prop_assert_eq!(found.expansion.len(), 4, "lost and parked ones are in no line");
    }

    #[test]
    fn the_gap_is_what_neither_renewals_nor_won_expansion_bring(
        facts in book(12),
        target in 1_i64..2_000_000,
        place in 0_usize..3,
    ) {
        let set = Money { minor: target, currency: currency(place) };
        let found = outlook(&facts, Some(set));
        let won = by_stage(&facts).0.get(&Won).map_or(0, |sums| sums.1);
        let told = found.target.expect("one was set");
        let wanted = WORTH[place].map(|worth| target * worth);
        prop_assert_eq!((told.set, told.amount), (set, wanted));
        prop_assert_eq!(told.gap, wanted.map(|wanted| wanted - found.expected.amount - won));
    }
}

#[test]
fn an_empty_book_brings_nothing_and_misses_the_whole_target() {
    let set = Money { minor: 500, currency: currency(0) };
    let found = outlook(&[], Some(set));
    assert_eq!(found.target.and_then(|target| target.gap), Some(500));
    assert!(found.expansion.iter().all(|one| (one.count, one.amount) == (0, 0)));
    assert_eq!((found.due.count, found.expected.amount, found.hit.is_none()), (0, 0, true));
}
