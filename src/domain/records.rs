//! Everything the rules need to know about one account: the facts that go into a [`Standing`].
//!
//! [`Standing`]: super::standing::Standing

use super::account::contract::Contract;
use super::account::goal::Goal;
use super::account::metric::{Metric, MetricKind};
use super::account::own_score::OwnScore;
use super::account::risk_review::RiskReview;
use super::account::silence::Silence;
use super::account::{Account, Status};
use super::cell::Id;
use super::contact::Contact;
use super::feedback::{Answer, closing::Closing, invitation::Invitation};
use super::growth::{discovery::Discovery, loyalty::Loyalty, qualification::Qualification};
use super::money::Currency;
use super::ours::{colleague::Colleague, sponsor_pair::SponsorPair, team_member::TeamMember};
use super::plan::cycle::Plan;
use super::plan::priority::Priority;
use super::plan::step::{MeetingType, Step};
use super::revenue::opportunity::Opportunity;
use super::revenue::{
    self, Revenue, ask::Ask, forecast::Forecast, offering::Offering, unit::Unit,
    value_item::ValueItem, whitespace::Whitespace,
};
use super::talk::{Side, TalkKind, Topic};
use super::word::WordSet;
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
    pub topics: WordSet<Topic>,
    /// The opportunity it was about.
    pub opportunity_id: Option<Id>,
}

impl TalkFact {
    /// A talk that took place, with nobody and nothing recorded yet.
    #[must_use]
    pub fn on(on_date: NaiveDate, kind: TalkKind) -> Self {
        Self {
            id: Id(0),
            on_date,
            kind,
            two_way: true,
            missed: false,
            started_by: None,
            mood: None,
            people: Vec::new(),
            topics: WordSet::default(),
            opportunity_id: None,
        }
    }
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

/// Something that was written down: a step of the journal.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Written {
    pub on_date: NaiveDate,
    pub label: String,
}

/// A day of the score history: printed tenth and what stood behind it.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct ScorePoint {
    pub on_date: NaiveDate,
    /// Unrounded, 1-10; none: nothing known.
    pub score: Option<f64>,
    /// 0-1.
    pub known: f64,
    /// From this day on it is made by other rules than the day before.
    pub rules_changed: bool,
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
    /// The newest talk about each opportunity that was ever talked about, however old.
    pub last_talk_about: Vec<(Id, NaiveDate)>,
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
    /// The newest meeting held of each type, over all cycles.
    pub held: Vec<(MeetingType, NaiveDate)>,
    /// Those who pair with its executives, by name alone; for panes also those who work for the
    /// account or keep its contacts, with all that is known.
    pub colleagues: Vec<Colleague>,
    pub team: Vec<TeamMember>,
    pub sponsors: Vec<SponsorPair>,
    /// Newest first, as all that follow where they have a day.
    pub closings: Vec<Closing>,
    pub risk_reviews: Vec<RiskReview>,
    pub loyalty: Vec<Loyalty>,
    /// Their texts are only read for panes.
    pub discoveries: Vec<Discovery>,
    pub qualifications: Vec<Qualification>,
    pub values: Vec<ValueItem>,
    pub forecasts: Vec<Forecast>,
    pub asks: Vec<Ask>,
    pub units: Vec<Unit>,
    pub whitespace: Vec<Whitespace>,
    /// All that we sell; only read for panes.
    pub offerings: Vec<Offering>,
    /// What was written down lately, the newest first; only read for panes.
    pub written: Vec<Written>,
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

    /// Where the business stands on a day: an active account whose revenue ends on a day ahead has
    /// given notice, whatever was written down.
    #[must_use]
    pub fn status(&self, today: NaiveDate) -> Status {
        match self.account.status {
            Status::Active if revenue::ends_on(&self.revenue, today).is_some() => Status::Notified,
            recorded => recorded,
        }
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
            last_talk_about: Vec::new(),
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
            held: Vec::new(),
            colleagues: Vec::new(),
            team: Vec::new(),
            sponsors: Vec::new(),
            closings: Vec::new(),
            risk_reviews: Vec::new(),
            loyalty: Vec::new(),
            discoveries: Vec::new(),
            qualifications: Vec::new(),
            values: Vec::new(),
            forecasts: Vec::new(),
            asks: Vec::new(),
            units: Vec::new(),
            whitespace: Vec::new(),
            offerings: Vec::new(),
            written: Vec::new(),
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
