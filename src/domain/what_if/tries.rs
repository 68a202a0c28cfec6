//! What is tried at this moment, one thing after the other, each to be taken back by itself.

use super::Real;
use super::lever::{Lever, renewing};
use crate::domain::account::Approach;
use crate::domain::account::own_score::Factor;
use crate::domain::cell::Id;
use crate::domain::revenue::forecast::Outcome;
use crate::domain::rules::Rules;

/// One thing that is tried. Amounts are minor units of the base currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Try {
    /// Every account is scored by the weights of this approach.
    Preset(Approach),
    /// The factor weighs so much for every account.
    Weight(Factor, f64),
    /// The account leaves today.
    Lost(Id),
    /// A prospect signs, or a lost account comes back, today; none: for nobody knows how much.
    Won(Id, Option<i64>),
    /// My forecast for the contract that ends next; an amount is the ARR after the renewal.
    Renewal { account: Id, outcome: Outcome, probability: i64, amount: Option<i64> },
    /// The opportunity is won today, for so much a year.
    Opportunity { account: Id, opportunity: Id, amount: i64 },
}

impl Try {
    /// Which of the levers it is.
    #[must_use]
    pub const fn lever(&self) -> Lever {
        match *self {
            Self::Preset(_) => Lever::Preset,
            Self::Weight(factor, _) => Lever::Weight(factor),
            Self::Lost(account) | Self::Renewal { account, .. } => Lever::Account(account),
            Self::Won(account, _) => Lever::Comes(account),
            Self::Opportunity { account, opportunity, .. } => {
                Lever::Opportunity { account, opportunity }
            }
        }
    }

    /// The account that it is about; none: all of them.
    #[must_use]
    pub const fn account(&self) -> Option<Id> {
        match *self {
            Self::Preset(_) | Self::Weight(..) => None,
            Self::Lost(account)
            | Self::Won(account, _)
            | Self::Renewal { account, .. }
            | Self::Opportunity { account, .. } => Some(account),
        }
    }
}

/// All that is tried, in the order in which it was.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tries(Vec<Try>);

impl Tries {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Try> {
        self.0.iter()
    }

    /// What is tried on a lever.
    #[must_use]
    pub fn on(&self, lever: Lever) -> Option<&Try> {
        self.0.iter().find(|one| one.lever() == lever)
    }

    /// Tries it, in the place of what was tried on the same lever. Who leaves buys nothing, and
    /// another preset begins with its own weights.
    pub fn put(&mut self, one: Try) {
        match one {
            Try::Lost(account) => self
                .0
                .retain(|other| other.lever() == one.lever() || other.account() != Some(account)),
            Try::Opportunity { account, .. } => self.0.retain(|other| *other != Try::Lost(account)),
            Try::Preset(_) => self.0.retain(|other| !matches!(other, Try::Weight(..))),
            _ => {}
        }
        match self.0.iter_mut().find(|other| other.lever() == one.lever()) {
            Some(held) => *held = one,
            None => self.0.push(one),
        }
    }

    /// Takes back what is tried on a lever; false: nothing was.
    pub fn take_back(&mut self, lever: Lever) -> bool {
        let before = self.0.len();
        self.0.retain(|one| one.lever() != lever);
        self.0.len() < before
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Leaves out what is no longer there to be tried: the lever is gone, or the renewal is decided.
    pub fn keep(&mut self, real: &Real) {
        let open = |account| {
            let renewing = real.records(account).and_then(|one| renewing(one, real.today));
            renewing.is_some_and(|found| found.known.is_none())
        };
        self.0.retain(|one| {
            let decided = matches!(one, Try::Renewal { account, .. } if !open(*account));
            real.levers.contains(&one.lever()) && !decided
        });
    }

    /// What is tried on one account.
    pub fn of(&self, account: Id) -> impl Iterator<Item = &Try> {
        self.0.iter().filter(move |one| one.account() == Some(account))
    }

    /// The rules with the weights that are tried.
    #[must_use]
    pub fn rules(&self, real: &Rules) -> Rules {
        let mut rules = real.clone();
        for one in &self.0 {
            match *one {
                Try::Preset(approach) => {
                    for (factor, weights) in &mut rules.weights {
                        *weights = [real.weight(*factor, Some(approach)); 4];
                    }
                }
                Try::Weight(tried, weight) => {
                    let row = rules.weights.iter_mut().find(|(factor, _)| *factor == tried);
                    if let Some((_, weights)) = row {
                        *weights = [weight; 4];
                    }
                }
                _ => {}
            }
        }
        rules
    }
}
