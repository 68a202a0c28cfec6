//! Business that could grow out of an account.

use crate::domain::cell::Id;
use crate::domain::money::Currency;
use crate::domain::record::record;
use crate::domain::word::{WordSet, words};
use chrono::NaiveDate;

words! {
    OpportunityKind {
        Upsell = "upsell", CrossSell = "cross-sell", NewUseCase = "new use case",
        NewDepartment = "new department", PremiumTier = "premium tier", Seats = "seats",
    }
}

words! {
    OpportunityStage {
        Idea = "idea", Validated = "validated", Proposed = "proposed", Won = "won",
        Lost = "lost", Parked = "parked",
    }
}

words! {
    /// What was heard that speaks for it; what the figures say is computed. Source: the
    /// account-management guide.
    Hint {
        AskedFor = "asked for", NewFunding = "new funding", NewLeadership = "new leadership",
        NewMarket = "new market",
    }
}

record! {
    Opportunity in "opportunity" {
        AccountId account_id: Option<Id>,
        Title title: String,
        Kind kind: Option<OpportunityKind>,
        /// Yearly value, minor units.
        Amount amount: Option<i64>,
        Currency currency: Option<Currency>,
        /// 1 (hard) … 5 (easy).
        Ease ease: Option<i64>,
        Stage stage: OpportunityStage,
        /// The stage in the CRM's own words.
        CrmStage crm_stage: Option<String>,
        /// The CRM's figure, percent.
        Probability probability: Option<i64>,
        CloseOn close_on: Option<NaiveDate>,
        /// The client's budget month, 1-12.
        BudgetMonth budget_month: Option<i64>,
        ChampionId champion_id: Option<Id>,
        Note note: Option<String>,
        CreatedOn created_on: NaiveDate,
        /// First of three questions: does it solve a real problem of theirs? None: not
        /// asked yet. Source: the consultant's guide.
        SolvesProblem solves_problem: Option<bool>,
        /// They voiced interest or frustration.
        VoicedInterest voiced_interest: Option<bool>,
        /// The timing is right.
        TimingRight timing_right: Option<bool>,
        /// First of six checks: it fits their goals. Source: the account-management guide.
        FitsGoals fits_goals: Option<bool>,
        /// There is a case with figures.
        MeasurableCase measurable_case: Option<bool>,
        /// Somebody inside is for it.
        ChampionInside champion_inside: Option<bool>,
        /// It can be delivered without hurting today's service.
        Deliverable deliverable: Option<bool>,
        /// It falls into their budget's time.
        BudgetTiming budget_timing: Option<bool>,
        /// A pilot or a proof was made.
        Pilot pilot: Option<bool>,
        /// The case in words.
        CaseText case_text: Option<String>,
        Hints hints: WordSet<Hint>,
        NextTalkOn next_talk_on: Option<NaiveDate>,
        /// The last day on which it was looked at again, as at a QBR.
        RevisitedOn revisited_on: Option<NaiveDate>,
        /// The day on which it was won, lost or parked.
        ClosedOn closed_on: Option<NaiveDate>,
        LostReason lost_reason: Option<String>,
    }
}

impl Opportunity {
    /// An idea with nothing known but its title.
    #[must_use]
    pub fn titled(title: &str, account_id: Option<Id>, created_on: NaiveDate) -> Self {
        Self {
            id: Id(0),
            account_id,
            title: title.to_owned(),
            kind: None,
            amount: None,
            currency: None,
            ease: None,
            stage: OpportunityStage::Idea,
            crm_stage: None,
            probability: None,
            close_on: None,
            budget_month: None,
            champion_id: None,
            note: None,
            created_on,
            solves_problem: None,
            voiced_interest: None,
            timing_right: None,
            fits_goals: None,
            measurable_case: None,
            champion_inside: None,
            deliverable: None,
            budget_timing: None,
            pilot: None,
            case_text: None,
            hints: WordSet::default(),
            next_talk_on: None,
            revisited_on: None,
            closed_on: None,
            lost_reason: None,
        }
    }
}
