//! The quadrant of the book: what clients say against what they pay. Model: CustomerGauge's
//! Account Success process.

use super::around::Around;
use super::cell::Id;
use super::standing::Standing;
use super::word::words;

words! {
    /// Right and left of an NPS of 0, above and under the smallest key account. Who gave no answer
    /// stands in a lane of its own, as does who is of unknown ARR.
    Quadrant {
        /// Large and content: an advocate, to be asked for something.
        Magic = "magic",
        /// Large and not content.
        Rescue = "rescue",
        /// Small and content.
        Nurture = "nurture",
        /// Small and not content.
        Question = "question",
        NoAnswer = "no answer",
        NoArr = "ARR unknown",
    }
}

/// One account in its place.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Spot {
    pub account: Id,
    pub name: String,
    pub quadrant: Quadrant,
    /// −100 … 100.
    pub nps: Option<i64>,
    /// Promoters, passives, detractors, asked and silent.
    pub answers: [usize; 4],
    /// Minor units of the base currency.
    pub arr: Option<i64>,
}

/// Where an account stands by its NPS and its ARR (minor units of the base currency).
#[must_use]
pub fn quadrant(nps: Option<i64>, arr: Option<i64>, around: &Around) -> Quadrant {
    match (nps, arr) {
        (None, _) => Quadrant::NoAnswer,
        (_, None) => Quadrant::NoArr,
        (Some(0..), arr) if around.key(arr) => Quadrant::Magic,
        (Some(_), arr) if around.key(arr) => Quadrant::Rescue,
        (Some(0..), _) => Quadrant::Nurture,
        (Some(_), _) => Quadrant::Question,
    }
}

/// The accounts in the book, quadrant by quadrant, the largest first.
#[must_use]
pub fn spots(standings: &[Standing], around: &Around) -> Vec<Spot> {
    let spot = |standing: &Standing| {
        let arr = standing.arr.map(|arr| arr.minor);
        Spot {
            account: standing.account,
            name: standing.name.clone(),
            quadrant: quadrant(standing.map.nps, arr, around),
            nps: standing.map.nps,
            answers: standing.map.answers,
            arr,
        }
    };
    let mut spots: Vec<Spot> =
        standings.iter().filter(|standing| standing.in_book).map(spot).collect();
    spots.sort_by(|a, b| {
        (a.quadrant, b.arr, &a.name, a.account).cmp(&(b.quadrant, a.arr, &b.name, b.account))
    });
    spots
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::assess::assess;
    use crate::domain::money::{Currency, Money};
    use crate::domain::records::Records;
    use crate::domain::rules::Rules;
    use crate::domain::signal::trial::today;

    #[test]
    fn nought_is_right_and_the_smallest_key_account_is_above() {
        let around = Around { key_floor: Some(500), ..Around::default() };
        let at = |nps, arr| quadrant(nps, arr, &around);
        assert_eq!(at(Some(0), Some(500)), Quadrant::Magic);
        assert_eq!(at(Some(-1), Some(500)), Quadrant::Rescue);
        assert_eq!(at(Some(0), Some(499)), Quadrant::Nurture);
        assert_eq!(at(Some(-100), Some(0)), Quadrant::Question);
        assert_eq!(at(None, Some(500)), Quadrant::NoAnswer);
        assert_eq!(at(None, None), Quadrant::NoAnswer);
        assert_eq!(at(Some(90), None), Quadrant::NoArr);
        assert_eq!(quadrant(Some(1), Some(9), &Around::default()), Quadrant::Nurture);
    }

    #[test]
    fn the_largest_come_first_in_their_quadrant_and_only_the_book_counts() {
        let standing = |id: i64, nps, euros: i64| {
            let mut account = Account::named(&format!("A{id}"), today());
            account.id = Id(id);
            let records = Records::bare(account);
            let mut one = assess(&records, &Around::default(), &Rules::default(), today());
            one.arr = Some(Money { minor: euros, currency: Currency::EUR });
            one.map.nps = nps;
            one
        };
        let mut book = vec![
            standing(1, None, 90),
            standing(2, Some(10), 300),
            standing(3, Some(-50), 200),
            standing(4, Some(10), 400),
            standing(5, Some(10), 9_000),
        ];
        book[4].in_book = false;
        let around = Around::of(&book, &Rules::default());
        let found: Vec<(i64, Quadrant)> =
            spots(&book, &around).iter().map(|one| (one.account.0, one.quadrant)).collect();
        // 400, 300 and 200 of 990 are needed for four fifths.
        let expected = [
            (4, Quadrant::Magic),
            (2, Quadrant::Magic),
            (3, Quadrant::Rescue),
            (1, Quadrant::NoAnswer),
        ];
        assert_eq!(found, expected);
    }
}
