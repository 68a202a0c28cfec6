//! The client's own goals: what they want to reach, by when, and how far they are.

use crate::domain::cell::Id;
use crate::domain::record::record;
use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    GoalStatus { Running = "running", Reached = "reached", Dropped = "dropped", }
}

record! {
    /// A client's goal with its metric.
    Goal in "goal" {
        AccountId account_id: Id,
        Title title: String,
        Metric metric: Option<String>,
        StartValue start_value: f64,
        NowValue now_value: f64,
        TargetValue target_value: f64,
        StartsOn starts_on: NaiveDate,
        DueOn due_on: NaiveDate,
        /// The day `now_value` was last taken.
        MeasuredOn measured_on: NaiveDate,
        Status status: GoalStatus,
        /// What we sell that serves it.
        OfferingId offering_id: Option<Id>,
        /// What would show that the relationship grows with it.
        RelationshipMetric relationship_metric: Option<String>,
    }
}

impl Goal {
    /// A running goal that begins at 0 and is to reach 1.
    #[must_use]
    pub fn titled(account_id: Id, title: &str, starts_on: NaiveDate, due_on: NaiveDate) -> Self {
        Self {
            id: Id(0),
            account_id,
            title: title.to_owned(),
            metric: None,
            start_value: 0.0,
            now_value: 0.0,
            target_value: 1.0,
            starts_on,
            due_on,
            measured_on: starts_on,
            status: GoalStatus::Running,
            offering_id: None,
            relationship_metric: None,
        }
    }
}
