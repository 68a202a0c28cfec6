//! That a copy which is judged again as far as it must be is the copy judged from the beginning,
//! for any book and anything that is tried on it.

use super::{any_records, record_of};
use crate::domain::what_if::sample::real;
use crate::domain::what_if::{Lever, Stroke, Trial, Tries, stroke};
use proptest::prelude::*;

const STROKES: [Stroke; 7] = [
    Stroke::Flip,
    Stroke::Less,
    Stroke::More,
    Stroke::Minus,
    Stroke::Plus,
    Stroke::Turn,
    Stroke::Back,
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_judged_again_is_what_would_be_judged_from_the_beginning(
        accounts in proptest::collection::vec(any_records(), 0..9),
        keys in proptest::collection::vec((0_usize..60, 0_usize..7), 1..8),
    ) {
        let records: Vec<_> =
            accounts.into_iter().zip(1..).map(|(facts, id)| record_of(facts, id)).collect();
        let real = real(records);
        let mut trial = Trial::of(&real);
        for (lever, key) in keys {
            let lever: Lever = real.levers[lever % real.levers.len()];
            let Ok(next) = stroke(STROKES[key], lever, &trial.tries, &real) else { continue };
            trial.turn_to(next.clone(), &real);
            let mut fresh = Trial::of(&real);
            fresh.turn_to(next, &real);
            prop_assert_eq!(&trial, &fresh);
            let answer = &trial.answer;
            let total = &answer.retention.total;
            prop_assert!(answer.bands.iter().sum::<usize>() == answer.accounts);
            prop_assert!(total.nrr.is_none_or(|nrr| nrr.is_finite() && nrr >= 0.0));
            prop_assert!(answer.ahead.accounts.iter().all(|one| one.then >= 0));
            let sum: i64 = answer.ahead.accounts.iter().map(|one| one.then).sum();
            prop_assert_eq!(sum, answer.ahead.then);
        }
        trial.turn_to(Tries::default(), &real);
        prop_assert_eq!(&trial, &Trial::of(&real));
    }
}
