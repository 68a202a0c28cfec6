//! Which factors count: those that enough accounts hold, so that a new book is not drowned in
//! unknowns.

use super::{Score, Source};
use crate::domain::account::own_score::Factor;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;

/// Factors that the account's records measure, however old, or that the user has scored.
#[must_use]
pub fn holds(score: &Score) -> Vec<Factor> {
    let known = score.factors.iter().filter(|factor| factor.source != Source::Unknown);
    known.map(|factor| factor.factor).collect()
}

/// Factors in use for the whole book, from what each account in it holds: so many accounts, or a
/// quarter of the book, make a factor count for all (this project's own decision).
#[must_use]
pub fn book_in_use<'a>(holds: impl Iterator<Item = &'a [Factor]>, rules: &Rules) -> Vec<Factor> {
    let mut accounts = 0_usize;
    let mut counts = [0_usize; Factor::ALL.len()];
    for held in holds {
        accounts += 1;
        for factor in held {
            counts[*factor as usize] += 1;
        }
    }
    let part = rules.share(Limit::InUseShare) * accounts as f64;
    let enough =
        |count: usize| count >= rules.count(Limit::InUseAccounts) || count as f64 >= part - 1e-9;
    let counted = Factor::ALL.iter().zip(counts);
    counted.filter(|(_, count)| *count > 0 && enough(*count)).map(|(factor, _)| *factor).collect()
}

#[cfg(test)]
mod tests {
    use super::super::assemble::score;
    use super::super::sample::{Sample, today};
    use super::*;
    use crate::domain::account::metric::MetricKind;
    use crate::domain::rules::Rules;
    use Factor::{Contact, Pulse, Support};

    fn held(sample: &Sample) -> Vec<Factor> {
        holds(&score(&sample.records, &sample.map(), &[], &Rules::default(), today()))
    }

    #[test]
    fn an_account_holds_what_was_measured_or_scored_however_old() {
        let sample =
            Sample::new().own(Pulse, 900, 7, None).metric(MetricKind::TicketsMinor, 900, 1.0);
        assert_eq!(held(&sample), [Pulse, Support]);
        assert_eq!(held(&Sample::new()), []);
    }

    #[test]
    fn five_accounts_or_a_quarter_bring_a_factor_into_use() {
        let book = |with: usize, of: usize| {
            let held: Vec<Vec<Factor>> =
                (0..of).map(|i| if i < with { vec![Contact] } else { vec![] }).collect();
            book_in_use(held.iter().map(Vec::as_slice), &Rules::default())
        };
        assert_eq!(book(5, 200), [Contact]);
        assert_eq!(book(4, 200), []);
        assert_eq!(book(4, 16), [Contact]);
        assert_eq!(book(4, 17), []);
        assert_eq!(book(1, 1), [Contact]);
        assert_eq!(book(0, 3), []);
        assert_eq!(book(0, 0), []);
    }
}
