//! A client firm and what the user has decided about it.

pub mod contract;
pub mod goal;
pub mod metric;
pub mod own_score;
pub mod risk_review;
pub mod silence;

use super::money::Currency;
use super::record::record;
use super::word::words;
use chrono::NaiveDate;

words! {
    /// Where the business with the firm stands. Only *active* and *notified* count in the book.
    Status { Prospect = "prospect", Active = "active", Notified = "notified", Lost = "lost", }
}

impl Status {
    /// Counts in the book's sums, lists and signals.
    #[must_use]
    pub const fn counts(self) -> bool {
        matches!(self, Self::Active | Self::Notified)
    }
}

words! {
    /// The stage of the client's life.
    Stage {
        Onboarding = "onboarding", Adopting = "adopting", Established = "established",
        Renewing = "renewing", NoticeGiven = "notice given",
    }
}

words! {
    /// How much of the user's time the account is meant to get; the user's choice.
    Tier { Strategic = "strategic", Growth = "growth", Maintenance = "maintenance", }
}

impl Tier {
    /// One letter for a list: S, G or M.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Strategic => "S",
            Self::Growth => "G",
            Self::Maintenance => "M",
        }
    }
}

words! {
    /// What the work with this account leans on; picks the weights of the score.
    Approach {
        CustomerSuccess = "customer success",
        AccountBasedGrowth = "account-based growth",
        ValueRealisation = "value realisation",
        Blend = "blend",
    }
}

record! {
    /// One account. Its ARR is no field: that is the revenue history's figure for a day.
    Account in "account" {
        Name name: String,
        Status status: Status,
        Stage stage: Option<Stage>,
        /// None is judged as Maintenance and shown `–`.
        Tier tier: Option<Tier>,
        /// None: blend.
        Approach approach: Option<Approach>,
        CustomerSince customer_since: Option<NaiveDate>,
        /// The day it leaves, once it gave notice.
        LeavesOn leaves_on: Option<NaiveDate>,
        /// Own interval between talks, days; none: the tier's.
        TalkEvery talk_every: Option<i64>,
        /// Own interval between own reviews, days; none: the tier's.
        ReviewEvery review_every: Option<i64>,
        /// The user's last own review.
        ReviewedOn reviewed_on: Option<NaiveDate>,
        Industry industry: Option<String>,
        Website website: Option<String>,
        Phone phone: Option<String>,
        City city: Option<String>,
        Country country: Option<String>,
        Employees employees: Option<i64>,
        /// The client's own yearly turnover, minor units: never ARR.
        Turnover turnover: Option<i64>,
        TurnoverCurrency turnover_currency: Option<Currency>,
        /// Who owns it in the CRM, as the CRM writes it.
        OwnerName owner_name: Option<String>,
        Note note: Option<String>,
        CreatedOn created_on: NaiveDate,
        ArchivedOn archived_on: Option<NaiveDate>,
        /// Own interval between strategic reviews with the client, days; none: the tier's.
        StrategicEvery strategic_every: Option<i64>,
        /// Own interval between QBRs, days; none: the tier's.
        QbrEvery qbr_every: Option<i64>,
        /// How they like to be talked to, as `Teams, no calls on Mondays`.
        Channels channels: Option<String>,
        /// What every regular meeting goes through.
        StandingAgenda standing_agenda: Option<String>,
        /// The day on which they agreed to be asked for feedback.
        FeedbackAgreedOn feedback_agreed_on: Option<NaiveDate>,
        /// The day on which they were last shown the results.
        ResultsSharedOn results_shared_on: Option<NaiveDate>,
        LostOn lost_on: Option<NaiveDate>,
        LostReason lost_reason: Option<String>,
        /// Whether we could have kept them.
        LostAvoidable lost_avoidable: Option<bool>,
    }
}

impl Account {
    /// A new active account with nothing known but its name.
    #[must_use]
    pub fn named(name: &str, created_on: NaiveDate) -> Self {
        Self {
            id: super::cell::Id(0),
            name: name.to_owned(),
            status: Status::Active,
            stage: None,
            tier: None,
            approach: None,
            customer_since: None,
            leaves_on: None,
            talk_every: None,
            review_every: None,
            reviewed_on: None,
            industry: None,
            website: None,
            phone: None,
            city: None,
            country: None,
            employees: None,
            turnover: None,
            turnover_currency: None,
            owner_name: None,
            note: None,
            created_on,
            archived_on: None,
            strategic_every: None,
            qbr_every: None,
            channels: None,
            standing_agenda: None,
            feedback_agreed_on: None,
            results_shared_on: None,
            lost_on: None,
            lost_reason: None,
            lost_avoidable: None,
        }
    }

    /// Counts in the book: active or notified, and not archived.
    #[must_use]
    pub const fn in_book(&self) -> bool {
        self.status.counts() && self.archived_on.is_none()
    }
}
