//! The rules as they stand for this book: every default that a person may want to change, in one
//! place.

mod figure;
pub mod limit;
mod settings;
mod wording;

pub use settings::{RuleChange, Setting, changes};
pub use wording::Wording;

use super::account::own_score::Factor;
use super::account::{Account, Approach, Tier};
use super::money::Money;
use super::ours::tier_silence::TierSilence;
use super::records::Exchange;
use chrono::NaiveDate;
use std::sync::Arc;

/// What a tier asks for, days. `None`: not asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cadence {
    pub tier: Tier,
    pub talk_every: i64,
    pub review_every: i64,
    pub strategic_every: Option<i64>,
    pub qbr_every: Option<i64>,
}

/// Source: the B2B account-management strategy article and the consultant's guide.
pub const CADENCES: [Cadence; 3] = [
    Cadence {
        tier: Tier::Strategic,
        talk_every: 7,
        review_every: 7,
        strategic_every: Some(30),
        qbr_every: Some(91),
    },
    Cadence {
        tier: Tier::Growth,
        talk_every: 30,
        review_every: 30,
        strategic_every: Some(91),
        qbr_every: Some(182),
    },
    Cadence {
        tier: Tier::Maintenance,
        talk_every: 91,
        review_every: 91,
        strategic_every: None,
        qbr_every: None,
    },
];

/// Weight of each factor under the approaches customer success, account-based growth, value
/// realisation and blend, in that order. Source: this project's own decision.
pub const WEIGHTS: [(Factor, [f64; 4]); 10] = [
    (Factor::Payment, [5.0, 5.0, 5.0, 10.0]),
    (Factor::Revenue, [5.0, 20.0, 10.0, 10.0]),
    (Factor::Pulse, [15.0, 15.0, 15.0, 15.0]),
    (Factor::Feedback, [15.0, 10.0, 10.0, 15.0]),
    (Factor::Coverage, [10.0, 25.0, 15.0, 15.0]),
    (Factor::Usage, [25.0, 10.0, 10.0, 20.0]),
    (Factor::Support, [15.0, 5.0, 5.0, 10.0]),
    (Factor::Contact, [15.0, 10.0, 10.0, 10.0]),
    (Factor::Goals, [10.0, 10.0, 25.0, 10.0]),
    (Factor::Value, [5.0, 10.0, 25.0, 10.0]),
];

/// Contacts wanted on each level of the map. Source: CustomerGauge's Account Success process (three
/// for a million-dollar account), the steps around it this project's own decision.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Targets {
    /// ARR in whole units of the base currency: under the first one contact is wanted on a level,
    /// under the second two, and so on; from the last on one more.
    pub arr: [f64; 4],
    /// Where the ARR is unknown: Strategic, Growth, Maintenance.
    pub by_tier: [usize; 3],
}

/// Weight of decision makers, influencers and users in coverage and feedback. The bias upward is
/// from CustomerGauge's Account Success process, the weights are this project's own decision.
pub const LEVEL_WEIGHTS: [f64; 3] = [0.45, 0.35, 0.20];

pub const TARGETS: Targets =
    Targets { arr: [100_000.0, 500_000.0, 2_000_000.0, 5_000_000.0], by_tier: [3, 2, 1] };

/// The rules as they stand for this book: the defaults and what the config file changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules {
    pub exchange: Exchange,
    pub cadences: [Cadence; 3],
    /// As [`WEIGHTS`].
    pub weights: [(Factor, [f64; 4]); 10],
    /// Of decision makers, influencers and users; sums to 1.
    pub level_weights: [f64; 3],
    pub targets: Targets,
    /// The user's own absences, as the book has them: first and last day.
    pub away: Vec<(NaiveDate, NaiveDate)>,
    /// What the book switches off for all accounts of a tier.
    pub tier_silences: Vec<TierSilence>,
    wording: Arc<Wording>,
    /// In the order of [`limit::LIMITS`].
    limits: [f64; limit::LIMITS.len()],
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            exchange: Exchange::default(),
            cadences: CADENCES,
            weights: WEIGHTS,
            level_weights: LEVEL_WEIGHTS,
            targets: TARGETS,
            away: Vec::new(),
            tier_silences: Vec::new(),
            wording: Arc::default(),
            limits: limit::DEFAULTS,
        }
    }
}

/// Where the weights of an approach stand in each row of [`WEIGHTS`]; none is a blend.
#[must_use]
pub const fn column(approach: Option<Approach>) -> usize {
    match approach {
        Some(Approach::CustomerSuccess) => 0,
        Some(Approach::AccountBasedGrowth) => 1,
        Some(Approach::ValueRealisation) => 2,
        Some(Approach::Blend) | None => 3,
    }
}

impl Rules {
    /// The cadence of a tier; unset is judged as Maintenance.
    #[must_use]
    pub fn cadence(&self, tier: Option<Tier>) -> Cadence {
        let tier = tier.unwrap_or(Tier::Maintenance);
        self.cadences.iter().copied().find(|cadence| cadence.tier == tier).unwrap_or(CADENCES[2])
    }

    /// Days between talks that this account is meant to get: its own, else its tier's.
    #[must_use]
    pub fn talk_every(&self, account: &Account) -> i64 {
        account.talk_every.unwrap_or(self.cadence(account.tier).talk_every).max(1)
    }

    /// Days between own reviews of this account: its own, else its tier's.
    #[must_use]
    pub fn review_every(&self, account: &Account) -> i64 {
        account.review_every.unwrap_or(self.cadence(account.tier).review_every).max(1)
    }

    /// What a factor weighs under an approach.
    #[must_use]
    pub fn weight(&self, factor: Factor, approach: Option<Approach>) -> f64 {
        let row = self.weights.iter().find(|(one, _)| *one == factor);
        row.map_or(0.0, |(_, weights)| weights[column(approach)])
    }

    /// Contacts wanted on a level of the map: by ARR, and where that is unknown by tier.
    #[must_use]
    pub fn target(&self, arr: Option<Money>, tier: Option<Tier>) -> usize {
        match (arr.map(Money::units), tier) {
            (Some(units), _) => 1 + self.targets.arr.iter().filter(|step| units >= **step).count(),
            (None, Some(Tier::Strategic)) => self.targets.by_tier[0],
            (None, Some(Tier::Growth)) => self.targets.by_tier[1],
            (None, Some(Tier::Maintenance) | None) => self.targets.by_tier[2],
        }
    }
}
