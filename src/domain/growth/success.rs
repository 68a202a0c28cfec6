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
        (goal.relationship_metric.is_none(), "a figure for how we work together"),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::revenue::offering::Offering;
    use crate::domain::signal::trial::{ago, ahead, today};

    fn goal(id: i64, now: f64, edit: impl FnOnce(&mut Goal)) -> Goal {
        // Half the time is over.
        let mut goal = Goal::titled(Id(1), "No paper", ago(50), ahead(50));
        goal.id = Id(id);
        goal.target_value = 100.0;
        goal.now_value = now;
        goal.measured_on = ago(5);
        edit(&mut goal);
        goal
    }

    fn on(goals: Vec<Goal>) -> SuccessPlan {
        let mut records = Records::bare(Account::named("Contoso", ago(900)));
        records.offerings = vec![Offering { id: Id(3), name: "Scan".into(), archived_on: None }];
        records.goals = goals;
        success_plan(&records, &Rules::default(), today())
    }

    #[test]
    fn a_goal_is_on_schedule_behind_or_overdue() {
        for (now, due, wanted) in [
            (50.0, ahead(50), Course::OnSchedule),
            (49.0, ahead(50), Course::Behind),
            (99.0, ago(1), Course::Overdue),
            (100.0, ago(1), Course::OnSchedule),
            (99.0, ago(0), Course::Behind),
            (f64::NAN, ahead(50), Course::NoFigures),
        ] {
            let found = on(vec![goal(1, now, |goal| goal.due_on = due)]);
            assert_eq!(found.goals[0].course, wanted, "{now} {due}");
        }
        let found = on(vec![goal(1, 49.0, |_| {})]);
        assert_eq!(
            found.goals[0].says,
            "49 % of the way, 50 % of the time to 11 Jan 2027: behind."
        );
        assert_eq!((found.running, found.behind), (1, 1));
        assert_eq!(found.says, "1 goal running, 1 behind, 0 reached.");
    }

    #[test]
    fn a_whole_plan_names_both_metrics_and_the_offering() {
        let found = on(vec![goal(1, 50.0, |goal| goal.metric = Some("pages".to_owned()))]);
        assert_eq!(
            found.goals[0].missing,
            ["a figure for how we work together", "what of ours serves it"]
        );
        assert_eq!(
            found.light.as_deref(),
            Some("“No paper” lacks a figure for how we work together and what of ours serves it.")
        );
        let whole = |goal: &mut Goal| {
            goal.metric = Some("pages".to_owned());
            goal.relationship_metric = Some("asked first".to_owned());
            goal.offering_id = Some(Id(3));
        };
        let found = on(vec![goal(1, 50.0, whole)]);
        assert_eq!((found.goals[0].offering.as_deref(), found.light), (Some("Scan"), None));
    }

    #[test]
    fn old_figures_are_taken_again_and_ended_goals_stand_last() {
        let found = on(vec![
            goal(1, 100.0, |goal| goal.status = GoalStatus::Reached),
            goal(2, 50.0, |goal| goal.measured_on = ago(101)),
            goal(3, 50.0, |goal| goal.measured_on = ago(100)),
        ]);
        assert_eq!(found.goals.iter().map(|one| one.id.0).collect::<Vec<_>>(), [2, 3, 1]);
        assert_eq!(found.light.as_deref(), Some("Take the figures of 1 goal again."));
        assert_eq!(on(Vec::new()).says, "No goal of theirs is running.");
    }
}
