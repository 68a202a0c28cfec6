//! Business that could grow out of an account.

use crate::domain::cell::Id;
use crate::domain::money::Currency;
use crate::domain::record::record;
use crate::domain::word::words;
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
    }
}
