//! What the client was asked about where they want to go.

use crate::domain::cell::Id;
use crate::domain::record::record;
use chrono::NaiveDate;

record! {
    /// One discovery: five questions and what came of them. Sources: the Loyalty Ladder, the consultant's guide.
    Discovery in "discovery" {
        AccountId account_id: Id,
        OnDate on_date: NaiveDate,
        /// What success looks like in 12 months.
        Success success: Option<String>,
        Obstacles obstacles: Option<String>,
        /// How they measure it.
        Measured measured: Option<String>,
        /// What worked before.
        Worked worked: Option<String>,
        /// What frustrated them.
        Frustrated frustrated: Option<String>,
        Objectives objectives: Option<String>,
        PainPoints pain_points: Option<String>,
        SuccessMetrics success_metrics: Option<String>,
        AskedFor asked_for: Option<String>,
        /// What they need, where it is something else than what they asked for.
        RealNeed real_need: Option<String>,
        /// Held as a workshop with both sides.
        Workshop workshop: bool,
        Note note: Option<String>,
    }
}

impl Discovery {
    /// A discovery of which only the day is known.
    #[must_use]
    pub const fn on(account_id: Id, on_date: NaiveDate) -> Self {
        Self {
            id: Id(0),
            account_id,
            on_date,
            success: None,
            obstacles: None,
            measured: None,
            worked: None,
            frustrated: None,
            objectives: None,
            pain_points: None,
            success_metrics: None,
            asked_for: None,
            real_need: None,
            workshop: false,
            note: None,
        }
    }
}
