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
    }
}
