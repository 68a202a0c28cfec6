//! What the rules of one account need to know of the book around it.

use super::account::Tier;
use super::account::own_score::Factor;
use super::cell::Id;
use super::rules::Rules;
use super::rules::limit::Limit;
use super::score::in_use::book_in_use;
use super::standing::Standing;
use super::tier;
use std::cmp::Reverse;

/// The least that makes an account one of the largest of the book.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Floor {
    /// Minor units of the base currency.
    pub arr: i64,
    /// Accounts of that very ARR that stand behind the last of the largest, by number.
    pub behind: Vec<Id>,
}

impl Floor {
    /// Whether an account of this ARR (minor units of the base currency) is one of the largest.
    #[must_use]
    pub fn reached_by(&self, account: Id, arr: i64) -> bool {
        arr > self.arr || arr == self.arr && self.behind.binary_search(&account).is_err()
    }
}

/// The book as a whole, as far as it bears on one account. It follows from what the accounts hold
/// and not from how they are judged by it: judged by a guess they tell the truth.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Around {
    /// Factors that count for the whole book.
    pub in_use: Vec<Factor>,
    /// ARR of the smallest key account, minor units of the base currency; none: no key account.
    pub key_floor: Option<i64>,
    /// Of the accounts whose ARR suggests Strategic; none: no account of known ARR.
    pub strategic_floor: Option<Floor>,
    /// Of the accounts whose ARR suggests Growth or more.
    pub growth_floor: Option<Floor>,
    /// The accounts without a running cycle that are asked for one, by number: at most three.
    pub ask_plan: Vec<Id>,
}

impl Around {
    /// What the standings of all accounts say of the book.
    #[must_use]
    pub fn of(standings: &[Standing], rules: &Rules) -> Self {
        let in_book = || standings.iter().filter(|standing| standing.in_book);
        let floors = tier::floors(standings, rules);
        let mut wanting: Vec<&Standing> = in_book().filter(|one| one.wants_plan).collect();
        wanting.sort_by_key(|one| (Reverse(one.arr.map(|arr| arr.minor)), &one.name, one.account));
        let mut ask_plan: Vec<Id> = wanting
            .into_iter()
            .take(rules.count(Limit::PlansAsked))
            .map(|standing| standing.account)
            .collect();
        ask_plan.sort_unstable();
        Self {
            in_use: book_in_use(in_book().map(|standing| standing.holds.as_slice()), rules),
            key_floor: floors.key,
            strategic_floor: floors.strategic,
            growth_floor: floors.growth,
            ask_plan,
        }
    }

    /// Among the accounts that make four fifths of the book's ARR.
    #[must_use]
    pub fn key(&self, arr: Option<i64>) -> bool {
        arr.zip(self.key_floor).is_some_and(|(arr, floor)| arr >= floor)
    }

    /// The tier that the ARR and the open expansion of an account suggest, minor units of the base
    /// currency.
    #[must_use]
    pub fn suggested(&self, account: Id, arr: i64, expansion: i64, rules: &Rules) -> Tier {
        let reaches =
            |floor: &Option<Floor>| floor.as_ref().is_some_and(|it| it.reached_by(account, arr));
        if reaches(&self.strategic_floor) {
            Tier::Strategic
        } else if tier::grows(arr, expansion, rules) || reaches(&self.growth_floor) {
            Tier::Growth
        } else {
            Tier::Maintenance
        }
    }

    /// Whether an account is asked for a plan.
    #[must_use]
    pub fn asks_plan(&self, account: Id) -> bool {
        self.ask_plan.binary_search(&account).is_ok()
    }

    /// Whether an account may be judged otherwise in a book that is around it like this one, not
    /// like `other`.
    #[must_use]
    pub fn differs_for(&self, other: &Self, standing: &Standing, rules: &Rules) -> bool {
        let account = standing.account;
        let seen = |around: &Self| {
            standing.arr.map(|arr| {
                (around.key(Some(arr.minor)), around.suggested(account, arr.minor, 0, rules))
            })
        };
        self.in_use != other.in_use
            || self.asks_plan(account) != other.asks_plan(account)
            || seen(self) != seen(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::account::silence::{Silence, SilenceKind};
    use crate::domain::assess::assess;
    use crate::domain::money::{Currency, Money};
    use crate::domain::plan::cycle::Plan;
    use crate::domain::records::Records;
    use crate::domain::rules::Rules;
    use crate::domain::signal::trial::{ago, today};

    fn strategic(id: i64, created: u64) -> Records {
        let mut account = Account::named(&format!("A{id}"), ago(created));
        account.id = Id(id);
        account.tier = Some(Tier::Strategic);
        Records::bare(account)
    }

    fn standing(records: &Records, euros: Option<i64>) -> Standing {
        let mut standing = assess(records, &Around::default(), &Rules::default(), today());
        standing.arr = euros.map(|n| Money { minor: n * 100, currency: Currency::EUR });
        standing
    }

    #[test]
    fn an_empty_book_asks_for_nothing() {
        assert_eq!(Around::of(&[], &Rules::default()), Around::default());
        assert!(!Around::default().key(Some(i64::MAX)));
        assert_eq!(
            Around::default().suggested(Id(1), i64::MAX, 0, &Rules::default()),
            Tier::Maintenance
        );
    }

    #[test]
    fn three_accounts_are_asked_for_a_plan_the_largest_first() {
        let book: Vec<Standing> = [None, Some(10), Some(90), Some(50), Some(70)]
            .into_iter()
            .zip(1..)
            .map(|(arr, id)| standing(&strategic(id, 28), arr))
            .collect();
        assert_eq!(Around::of(&book, &Rules::default()).ask_plan, [Id(3), Id(4), Id(5)]);
        // Of unknown ARR last, equals by name.
        assert_eq!(Around::of(&book[..2], &Rules::default()).ask_plan, [Id(1), Id(2)]);
    }

    #[test]
    fn who_has_a_plan_is_new_smaller_or_told_to_rest_is_not_asked() {
        let asked = |change: fn(&mut Records)| {
            let mut records = strategic(1, 28);
            change(&mut records);
            !Around::of(&[standing(&records, Some(1))], &Rules::default()).ask_plan.is_empty()
        };
        assert!(asked(|_| {}));
        assert!(!asked(|one| one.account.created_on = ago(27)));
        assert!(!asked(|one| one.account.tier = Some(Tier::Maintenance)));
        assert!(!asked(|one| one.account.archived_on = Some(ago(1))));
        assert!(!asked(|one| {
            one.plan =
                Some(Plan { id: Id(9), account_id: Id(1), starts_on: ago(3), ended_on: None });
        }));
        assert!(!asked(|one| {
            one.silences.push(Silence {
                id: Id(8),
                account_id: Id(1),
                kind: SilenceKind::NotHere,
                code: "no-plan".to_owned(),
                since_on: ago(4),
                until_on: None,
                reason: None,
            });
        }));
    }

    #[test]
    fn equals_at_the_floor_are_told_apart_as_in_the_list_of_suggestions() {
        // 50 of 100: two of four equals are Strategic, the first by name; one is the top fifth.
        let book: Vec<Standing> = (1..=4).map(|id| standing(&strategic(id, 1), Some(25))).collect();
        let around = Around::of(&book, &Rules::default());
        let found: Vec<Tier> =
            (1..=4).map(|id| around.suggested(Id(id), 2_500, 0, &Rules::default())).collect();
        let listed: Vec<Tier> = tier::suggestions(&book, |_| 0, &Rules::default())
            .into_iter()
            .map(|one| one.tier)
            .collect();
        assert_eq!(found, listed);
        assert_eq!(found[..2], [Tier::Strategic; 2]);
        assert_eq!(around.key_floor, Some(2_500));
        assert_eq!(
            around.suggested(Id(3), 2_500, 500, &Rules::default()),
            Tier::Growth,
            "a fifth is open"
        );
        assert_eq!(around.suggested(Id(3), 2_500, 499, &Rules::default()), Tier::Maintenance);
    }

    #[test]
    fn only_those_near_a_floor_that_moved_are_judged_again() {
        let of = |arrs: &[i64]| -> Vec<Standing> {
            let arrs = arrs.iter().zip(1..);
            arrs.map(|(arr, id)| standing(&strategic(id, 1), Some(*arr))).collect()
        };
        let before = of(&[110, 80, 61, 40, 20]);
        let old = Around::of(&before, &Rules::default());
        let after = of(&[110, 80, 61, 41, 20]);
        let new = Around::of(&after, &Rules::default());
        assert!(
            after.iter().all(|one| !new.differs_for(&old, one, &Rules::default())),
            "the same places"
        );
        let grown = of(&[110, 80, 500, 40, 20]);
        let new = Around::of(&grown, &Rules::default());
        let again: Vec<i64> = grown
            .iter()
            .filter(|one| new.differs_for(&old, one, &Rules::default()))
            .map(|one| one.account.0)
            .collect();
        // 500 of 750 are half, with 110 four fifths: 1 is Strategic no more, nor is 2 key.
        assert_eq!(again, [1, 2]);
        let mut other = old.clone();
        other.in_use.push(Factor::Value);
        assert!(before.iter().all(|one| other.differs_for(&old, one, &Rules::default())));
    }
}
