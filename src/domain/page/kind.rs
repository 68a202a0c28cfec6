//! The records that a form can write, by the name of their table; parts of an account by their own.

use crate::domain::word::words;

words! {
    /// A kind of record.
    Kind {
        Account = "account",
        /// Of the account: how the two sides talk with each other.
        Communication = "communication",
        /// Of the account: that they are asked for feedback, and see what comes of it.
        Agreement = "agreement",
        /// Of the account: when and why it was lost.
        Loss = "loss",
        Contact = "contact",
        Talk = "talk",
        Step = "step",
        Plan = "plan",
        Priority = "priority",
        Contract = "contract",
        /// What became of the contract: renewed or lost.
        Outcome = "outcome",
        Revenue = "revenue",
        OwnScore = "own_score",
        Answer = "answer",
        /// An answer: what they say it is worth to them.
        Perceived = "perceived_value",
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

impl Kind {
    /// It is no record of its own but a part of the account.
    #[must_use]
    pub const fn is_part_of_account(self) -> bool {
        matches!(self, Self::Communication | Self::Agreement | Self::Loss)
    }

    /// It belongs to the whole book and to no account.
    #[must_use]
    pub const fn is_of_book(self) -> bool {
        matches!(self, Self::Colleague | Self::Away | Self::TierSilence | Self::Offering)
    }
}
