//! The records that a form can write, by the name of their table.

use crate::domain::word::words;

words! {
    /// A kind of record.
    Kind {
        Account = "account",
        Contact = "contact",
        Talk = "talk",
        Step = "step",
        Plan = "plan",
        Priority = "priority",
        Contract = "contract",
        Revenue = "revenue",
        OwnScore = "own_score",
        Answer = "answer",
        Invitation = "invitation",
        Closing = "closing",
        Goal = "goal",
        Metric = "metric",
        ValueItem = "value_item",
        Discovery = "discovery",
        Loyalty = "loyalty",
        Qualification = "qualification",
        Opportunity = "opportunity",
        Offering = "offering",
        Unit = "unit",
        Whitespace = "whitespace",
        Forecast = "forecast",
        RiskReview = "risk_review",
        Ask = "ask",
        Colleague = "colleague",
        TeamMember = "team_member",
        SponsorPair = "sponsor_pair",
        Away = "away",
        TierSilence = "tier_silence",
        Silence = "silence",
    }
}
