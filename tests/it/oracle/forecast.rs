//! The lines of a quarter: due, signed, commit, expected, at risk, no forecast yet.

use super::fact::{Fact, Guess, book, bounds, rules, standings, today};
use proptest::prelude::*;
use trellis::domain::account::Status;
use trellis::domain::account::contract::Renewal;
use trellis::domain::forecast::outlook::{Sum, Tally};
use trellis::domain::forecast::quarter::Quarter;
use trellis::domain::revenue::forecast::Outcome;

/// Accounts, and what they are worth together in hundredths of cents.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Lines {
    count: usize,
    hundredths: i64,
}

impl Lines {
    fn add(&mut self, amount: Option<i64>, percent: i64) {
        self.count += 1;
        self.hundredths += amount.unwrap_or(0) * percent;
    }

    fn is(self, sum: Sum) -> bool {
        // Halves away from nothing, once for the sum.
        let amount = (self.hundredths + 50).div_euclid(100);
        sum.count == self.count && sum.amount == amount
    }
}

/// The newest of what was said of this end; of one day the one written down last.
fn newest(fact: &Fact) -> Option<Guess> {
    let mut newest: Option<Guess> = None;
    for guess in fact.guesses.iter().filter(|one| !one.other && one.on <= today()) {
        if newest.is_none_or(|one| guess.on >= one.on) {
            newest = Some(*guess);
        }
    }
    newest
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn each_line_of_a_quarter_is_what_its_definition_says(facts in book(16), ahead in 0_u32..2) {
        let rules = rules();
        // Who pays nothing has nothing to renew.
        let pays = |fact: &Fact| fact.arr(today()).is_err() || fact.arr(today()) > Ok(Some(0));
        let facts: Vec<Fact> = facts
            .into_iter()
            .map(|fact| if pays(&fact) { fact } else { Fact { ends_on: None, ..fact } })
            .filter(|fact| fact.status != Status::Lost)
            .map(|fact| Fact { offers: Vec::new(), ..fact })
            .collect();
        let (records, standings, _) = standings(&facts, &rules);
        let mut quarter = Quarter::of(today());
        let (mut from, mut to) = bounds(today());
        if ahead == 1 {
            quarter = quarter.next();
            (from, to) = bounds(to.succ_opt().expect("a day"));
        }
        let contracts = facts.iter().filter_map(Fact::contract).collect();
        let mut tally = Tally::over(quarter, today(), contracts);
        for (records, standing) in records.iter().zip(&standings) {
            tally.add(records, standing, &rules);
        }
        let found = tally.finish(None, &rules);
        prop_assert_eq!((found.from, found.to), (from, to));
        let [mut due, mut signed, mut commit, mut expected, mut at_risk, mut unsaid, mut lost] =
            [Lines::default(); 7];
        for (fact, standing) in facts.iter().zip(&standings) {
            let client = !fact.archived && fact.status != Status::Prospect;
            let Some(_) = fact.ends_on.filter(|end| client && *end >= from && *end <= to) else {
                continue;
            };
            let arr = fact.arr(today()).ok().flatten();
            due.add(arr, 100);
            if fact.renewal == Renewal::Lost || fact.renewal != Renewal::Signed && fact.status == Status::Notified {
                lost.add(arr, 100);
                continue;
            }
            if fact.renewal == Renewal::Signed {
                signed.add(arr, 100);
                expected.add(arr, 100);
                continue;
            }
            let said = newest(fact);
            let chance = said.map(|said| match said.outcome {
                Outcome::Lost => 100 - said.percent,
                Outcome::Full | Outcome::Shrink => said.percent,
            });
            let then = match said {
                Some(Guess { outcome: Outcome::Shrink, amount: Some(amount), .. }) => Some(amount),
                _ => arr,
            };
            match chance {
                None => unsaid.add(arr, 100),
                Some(chance) => {
                    expected.add(then, chance);
                    if chance >= 90 {
                        commit.add(then, 100);
                    }
                }
            }
            let weak = standing.score.value.is_some_and(|score| (score * 1e9).round() / 1e9 < 6.0);
            if weak || chance.is_some_and(|chance| chance < 50) {
                at_risk.add(arr, 100);
            }
        }
        for (what, lines, sum) in [
            ("due", due, found.due),
            ("signed", signed, found.signed),
            ("commit", commit, found.commit),
            ("expected", expected, found.expected),
            ("at risk", at_risk, found.at_risk),
            ("no forecast", unsaid, found.no_forecast),
            ("lost", lost, found.lost),
        ] {
            prop_assert!(lines.is(sum), "{what}: {lines:?} against {sum:?}");
        }
        let no_rate: Vec<i64> = facts
            .iter()
            .filter(|one| !one.archived && one.status != Status::Prospect)
            .filter(|one| one.ends_on.is_some_and(|end| end >= from && end <= to))
            .filter(|one| one.arr(today()).is_err())
            .map(|one| one.id)
            .collect();
        let mut named: Vec<i64> = found.left_out().map(|(account, ..)| account.0).collect();
        named.sort_unstable();
        prop_assert_eq!(named, no_rate, "what has no rate is named");
    }
}
