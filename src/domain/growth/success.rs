//! The success plan: what the client wants to reach, by when, how far they are, and what of ours
//! serves it. Sources: the consultant's guide, the B2B account-management strategy article (one
//! metric for them and one for the relationship).

use crate::domain::account::goal::{Goal, GoalStatus};
use crate::domain::cell::Id;
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::goals::{counts, progress, progress_due};
use crate::domain::score::print::percent;
use crate::domain::signal::facts::TINY;
use crate::domain::signal::sentence::{all, count, day};
use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    /// How a goal goes.
    Course {
        OnSchedule = "on schedule", Behind = "behind", Overdue = "overdue", Reached = "reached",
        Dropped = "dropped",
        /// Its figures make no way from start to target.
        NoFigures = "no figures",
    }
}

/// One goal of the client.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct GoalLine {
    pub id: Id,
    pub title: String,
    /// The figure that tells them.
    pub metric: Option<String>,
    pub start: f64,
    pub now: f64,
    pub target: f64,
    pub starts_on: NaiveDate,
    pub due_on: NaiveDate,
    pub measured_on: NaiveDate,
    /// Share of the way, 0-1.
    pub progress: Option<f64>,
    /// Share of the time that is over, 0-1.
    pub progress_due: Option<f64>,
    pub course: Course,
    /// The figure was taken too long ago to count.
    pub old: bool,
    /// What we sell that serves it.
    pub offering: Option<String>,
    /// What would show that the relationship grows with it.
    pub relationship_metric: Option<String>,
    pub says: String,
    /// What is missing for the plan to be whole, as `a metric`.
    pub missing: Vec<&'static str>,
}

/// All goals of an account on a day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct SuccessPlan {
    /// Running ones by due day, then reached, then dropped.
    pub goals: Vec<GoalLine>,
    pub running: usize,
    pub reached: usize,
    pub dropped: usize,
    /// Running ones that are behind or overdue.
    pub behind: usize,
    pub says: String,
    /// What is to be done; none where nothing is missing.
    pub light: Option<String>,
}

/// The success plan on a day.
#[must_use]
pub fn success_plan(records: &Records, rules: &Rules, today: NaiveDate) -> SuccessPlan {
    let mut goals: Vec<&Goal> = records.goals.iter().collect();
    let place = |goal: &Goal| match goal.status {
        GoalStatus::Running => 0,
        GoalStatus::Reached => 1,
        GoalStatus::Dropped => 2,
    };
    goals.sort_by_key(|goal| (place(goal), goal.due_on, goal.id));
    let with = |status| records.goals.iter().filter(|goal| goal.status == status).count();
    let (running, reached) = (with(GoalStatus::Running), with(GoalStatus::Reached));
    let goals: Vec<GoalLine> =
        goals.into_iter().map(|goal| line(goal, records, rules, today)).collect();
    let late = |goal: &&GoalLine| matches!(goal.course, Course::Behind | Course::Overdue);
    let behind = goals.iter().filter(late).count();
    let old = goals.iter().filter(|goal| goal.old).count();
    let light = if running == 0 {
        Some("Write down one goal of theirs, with its figure and its day.".to_owned())
    } else if old > 0 {
        Some(format!("Take the figures of {} again.", count(old, "goal")))
    } else {
        let first = goals.iter().find(|goal| !goal.missing.is_empty());
        first.map(|goal| format!("“{}” lacks {}.", goal.title, all(&goal.missing)))
    };
    let says = if running == 0 {
        "No goal of theirs is running.".to_owned()
    } else {
        format!("{} running, {behind} behind, {reached} reached.", count(running, "goal"))
    };
    SuccessPlan { running, reached, dropped: with(GoalStatus::Dropped), behind, goals, says, light }
}

fn line(goal: &Goal, records: &Records, rules: &Rules, today: NaiveDate) -> GoalLine {
    let told = counts(goal);
    let (done, due) = (progress(goal), progress_due(goal, today));
    let course = match goal.status {
        GoalStatus::Reached => Course::Reached,
        GoalStatus::Dropped => Course::Dropped,
        GoalStatus::Running if !told => Course::NoFigures,
        GoalStatus::Running if done < 1.0 && today > goal.due_on => Course::Overdue,
        GoalStatus::Running if done < due - TINY => Course::Behind,
        GoalStatus::Running => Course::OnSchedule,
    };
    let running = goal.status == GoalStatus::Running;
    let fresh_for = rules.days(Limit::GoalsFresh);
    let offering = records.offerings.iter().find(|one| Some(one.id) == goal.offering_id);
    let missing = [
        (goal.metric.is_none(), "a figure that tells them"),
        (goal.relationship_metric.is_none(), "one for the relationship"),
        (goal.offering_id.is_none(), "what of ours serves it"),
    ];
    let says = if told {
        let when = day(goal.due_on, today);
        format!("{} of the way, {} of the time to {when}: {course}.", percent(done), percent(due))
    } else {
        format!("{course}, due {}.", day(goal.due_on, today))
    };
    GoalLine {
        id: goal.id,
        title: goal.title.clone(),
        metric: goal.metric.clone(),
        start: goal.start_value,
        now: goal.now_value,
        target: goal.target_value,
        starts_on: goal.starts_on,
        due_on: goal.due_on,
        measured_on: goal.measured_on,
        progress: told.then_some(done),
        progress_due: told.then_some(due),
        course,
        old: running && (today - goal.measured_on).num_days() > fresh_for,
        offering: offering.map(|one| one.name.clone()),
        relationship_metric: goal.relationship_metric.clone(),
        says,
        missing: missing
            .into_iter()
            .filter(|(lacks, _)| running && *lacks)
            .map(|(_, what)| what)
            .collect(),
    }
}
