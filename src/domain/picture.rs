//! The whole picture of one account: every concept of the trade as it stands on a day, each with
//! its evidence and its sentences. Made on demand, for whoever looks at one account; the list needs
//! none of it.

use super::account::{Approach, Tier};
use super::around::Around;
use super::completeness::{Completeness, completeness};
use super::expansion::{Expansion, expansion};
use super::feedback::view::{Feedback, feedback};
use super::forecast::{self, ForecastView};
use super::growth::{Growth, growth};
use super::map::{Complete, complete};
use super::ours::tier_silence::TierSilence;
use super::ours::{self, OursView};
use super::quadrant::{Quadrant, quadrant};
use super::records::Records;
use super::renewal::{self, RenewalView};
use super::revenue::history::{RevenueLine, history};
use super::risk::{self, RiskView};
use super::rules::Rules;
use super::score::factor::Case;
use super::score::holding::{Holding, holding};
use super::signal::rest::{Resting, resting};
use super::standing::Standing;
use super::tier::open_expansion;
use chrono::NaiveDate;

/// What the figures say of the tier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct TierView {
    /// As the user chose it.
    pub chosen: Option<Tier>,
    /// None while the ARR is unknown.
    pub suggested: Option<Tier>,
    /// Among the largest, which make four fifths of the book's ARR.
    pub key_account: bool,
}

/// Whether the map is complete.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct CompleteMap {
    #[serde(flatten)]
    pub has: Complete,
    pub complete: bool,
    /// In words.
    pub missing: Vec<&'static str>,
}

/// Everything that is to be told of one account on a day beside its standing.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Picture {
    pub tier: TierView,
    /// The one in force: it picks the weights.
    pub approach: Approach,
    /// What makes the map complete, and what is missing.
    pub complete_map: CompleteMap,
    /// Signals that are switched off for the whole tier.
    pub not_here_for_tier: Vec<TierSilence>,
    /// Days on which the user is not there: from, to.
    pub away: Vec<(NaiveDate, NaiveDate)>,
    pub quadrant: Quadrant,
    /// Newest first.
    pub revenue_history: Vec<RevenueLine>,
    pub feedback: Feedback,
    pub growth: Growth,
    pub expansion: Expansion,
    pub renewal: RenewalView,
    pub forecast: ForecastView,
    pub risk_review: RiskView,
    pub our_side: OursView,
    /// The user's own digits and until when they hold.
    pub own_scores: Vec<Holding>,
    /// Signals told to rest and until when, newest first.
    pub resting: Vec<Resting>,
    pub completeness: Completeness,
}

#[must_use]
pub fn picture(
    records: &Records,
    standing: &Standing,
    around: &Around,
    rules: &Rules,
    today: NaiveDate,
) -> Picture {
    let arr = standing.arr.map(|arr| arr.minor);
    let open = open_expansion(&records.opportunities, &rules.exchange);
    let has = complete(records, &standing.map, today);
    let case = Case { records, map: &standing.map, rules, today };
    Picture {
        tier: TierView {
            chosen: standing.tier,
            suggested: arr.map(|arr| around.suggested(standing.account, arr, open, rules)),
            key_account: around.key(arr),
        },
        approach: records.account.approach.unwrap_or(Approach::Blend),
        complete_map: CompleteMap { has, complete: has.whole(), missing: has.missing() },
        not_here_for_tier: rules
            .tier_silences
            .iter()
            .filter(|one| one.tier == standing.tier.unwrap_or(Tier::Maintenance))
            .filter(|one| one.since_on <= today)
            .cloned()
            .collect(),
        away: rules.away.clone(),
        quadrant: quadrant(standing.map.nps, arr, around),
        revenue_history: history(&records.revenue, today),
        feedback: feedback(records, standing, rules, today),
        growth: growth(records, standing, rules, today),
        expansion: expansion(records, standing, rules, today),
        renewal: renewal::view(records, rules, today),
        forecast: forecast::view(records, rules, today),
        risk_review: risk::view(records, &standing.score, rules, today),
        our_side: ours::view(records, rules, today),
        own_scores: holding(&case),
        resting: resting(records, rules, today),
        completeness: completeness(records, today),
    }
}
