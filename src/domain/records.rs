//! Everything the rules need to know about one account: the facts that go into a [`Standing`].
//!
//! [`Standing`]: super::standing::Standing

use super::account::Account;
use super::account::contract::Contract;
use super::account::goal::Goal;
use super::account::metric::{Metric, MetricKind};
use super::account::own_score::OwnScore;
use super::account::silence::Silence;
use super::cell::Id;
use super::contact::Contact;
use super::feedback::{Answer, invitation::Invitation};
use super::money::Currency;
use super::plan::cycle::Plan;
use super::plan::priority::Priority;
use super::plan::step::Step;
use super::revenue::Revenue;
use super::revenue::opportunity::Opportunity;
use super::talk::Side;
use super::talk::TalkKind;
use chrono::NaiveDate;

/// A talk without its texts: what the rules look at.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct TalkFact {
    pub id: Id,
    pub on_date: NaiveDate,
    pub kind: TalkKind,
    pub two_way: bool,
    pub missed: bool,
    pub started_by: Option<Side>,
    pub mood: Option<i64>,
    /// The contacts who took part.
    pub people: Vec<Id>,
}

/// The newest talk with its words, for the head of the account.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct LastTalk {
    pub id: Id,
    pub on_date: NaiveDate,
    pub kind: TalkKind,
    pub mood: Option<i64>,
    pub summary: String,
    pub quote: Option<String>,
    /// Names of the contacts who took part.
    pub people: Vec<String>,
}

/// A day of the score history: printed tenth and what stood behind it.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct ScorePoint {
    pub on_date: NaiveDate,
    /// Unrounded, 1-10; none: nothing known.
    pub score: Option<f64>,
    /// 0-1.
    pub known: f64,
}

/// The facts of one account, for a given day: nothing in it lies after that day but plans.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Records {
    pub account: Account,
    /// The one that ends last.
    pub contract: Option<Contract>,
    pub contacts: Vec<Contact>,
    /// All of the last [`TALK_WINDOW_DAYS`] days, newest first, notes and later ones left out.
    pub talks: Vec<TalkFact>,
    /// The newest two-way talk with each contact, however old: (contact, day).
    pub last_two_way_with: Vec<(Id, NaiveDate)>,
    /// The newest two-way talk with anybody, however old.
    pub last_two_way_on: Option<NaiveDate>,
    /// The newest talk with its words.
    pub last_talk: Option<LastTalk>,
    pub revenue: Vec<Revenue>,
    pub opportunities: Vec<Opportunity>,
    /// The running cycle.
    pub plan: Option<Plan>,
    /// Of the running cycle, by place.
    pub priorities: Vec<Priority>,
    /// Of the running cycle, the loose ones still open, and the old tasks; by due day.
    pub steps: Vec<Step>,
    /// Newest first.
    pub own_scores: Vec<OwnScore>,
    /// Newest first.
    pub metrics: Vec<Metric>,
    /// Newest first.
    pub answers: Vec<Answer>,
    /// Newest first.
    pub invitations: Vec<Invitation>,
    pub goals: Vec<Goal>,
    pub silences: Vec<Silence>,
    /// Oldest first.
    pub history: Vec<ScorePoint>,
}

/// How far back the talks of [`Records`] reach, days.
pub const TALK_WINDOW_DAYS: i64 = 365;

impl Records {
    /// The newest figure of a kind on or before a day; what is no number counts as not recorded.
    #[must_use]
    pub fn newest_metric(&self, kind: MetricKind, day: NaiveDate) -> Option<&Metric> {
        self.metrics
            .iter()
            .filter(|metric| metric.kind == kind && metric.on_date <= day)
            .filter(|metric| metric.amount.is_finite())
            .max_by_key(|metric| (metric.on_date, metric.id))
    }

    /// An account about which nothing else is recorded.
    #[must_use]
    pub const fn bare(account: Account) -> Self {
        Self {
            account,
            contract: None,
            contacts: Vec::new(),
            talks: Vec::new(),
            last_two_way_with: Vec::new(),
            last_two_way_on: None,
            last_talk: None,
            revenue: Vec::new(),
            opportunities: Vec::new(),
            plan: None,
            priorities: Vec::new(),
            steps: Vec::new(),
            own_scores: Vec::new(),
            metrics: Vec::new(),
            answers: Vec::new(),
            invitations: Vec::new(),
            goals: Vec::new(),
            silences: Vec::new(),
            history: Vec::new(),
        }
    }
}

/// The money side of the book that the rules need: its base currency and the rates into it.
#[derive(Clone, Debug, PartialEq)]
pub struct Exchange {
    pub base: Currency,
    /// How many units of the base one unit of the currency is worth.
    pub rates: Vec<(Currency, f64)>,
}

impl Default for Exchange {
    fn default() -> Self {
        Self { base: Currency::EUR, rates: Vec::new() }
    }
}
