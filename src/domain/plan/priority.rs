//! What a cycle is for.

use crate::domain::cell::Id;
use crate::domain::record::record;
use crate::domain::word::words;

/// Priorities that a cycle has at most; fewer are better.
pub const MOST: i64 = 3;

words! {
    PriorityKind {
        Renewal = "renewal", Upsell = "upsell", CrossSell = "cross-sell", Executive = "executive",
        Adoption = "adoption", Repair = "repair", Goal = "goal",
    }
}

record! {
    Priority in "priority" {
        PlanId plan_id: Id,
        /// 1-3.
        Place place: i64,
        Kind kind: PriorityKind,
        Title title: String,
        /// How success will be seen.
        Metric metric: Option<String>,
    }
}
