//! Every default of the method that a person may want to change, in one place.

use super::account::own_score::Factor;
use super::account::{Account, Tier};
use super::ours::tier_silence::TierSilence;
use super::records::Exchange;
use chrono::NaiveDate;

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

/// The rules as they stand for this book: the defaults and what the config file changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules {
    pub exchange: Exchange,
    pub cadences: [Cadence; 3],
    /// Weight of decision makers, influencers and users in coverage and feedback; sums to 1.
    pub level_weights: [f64; 3],
    /// Under this the score is *risk*.
    pub risk_below: f64,
    /// Under this, and not risk, the score is *watch*.
    pub watch_below: f64,
    /// Known under this share: too little known (0-1).
    pub known_at_least: f64,
    /// At most this many NOW shown.
    pub now_shown: usize,
    /// The user's own absences, as the book has them: first and last day.
    pub away: Vec<(NaiveDate, NaiveDate)>,
    /// What the book switches off for all accounts of a tier.
    pub tier_silences: Vec<TierSilence>,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            exchange: Exchange::default(),
            cadences: CADENCES,
            level_weights: [0.45, 0.35, 0.20],
            risk_below: 6.0,
            watch_below: 8.0,
            known_at_least: 0.5,
            now_shown: 5,
            away: Vec::new(),
            tier_silences: Vec::new(),
        }
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
}
