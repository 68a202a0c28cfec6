//! Goals: progress of the client's running goals against the progress due by now.

use super::factor::{Case, Measure, evidence};
use super::print::whole;
use crate::domain::account::goal::{Goal, GoalStatus};
use crate::domain::rules::limit::Limit;
use chrono::NaiveDate;

pub(super) fn measure(case: &Case) -> Option<Measure> {
    let running = || case.records.goals.iter().filter(|goal| counts(goal));
    let reached: f64 = running().map(progress).sum();
    let due: f64 = running().map(|goal| progress_due(goal, case.today)).sum();
    if due <= 0.0 {
        return None;
    }
    // As with a factor in two parts: the goal looked at longest ago dates them all.
    let on_date = running().map(|goal| goal.measured_on).min();
    let lines = running().map(|goal| {
        let text = format!(
            "{}: {} % reached, {} % due",
            goal.title,
            whole(100.0 * progress(goal)),
            whole(100.0 * progress_due(goal, case.today))
        );
        evidence(Some(("goal", goal.id)), Some(goal.measured_on), text)
    });
    Some(Measure {
        value: 1.0 + 9.0 * (reached / due).min(1.0),
        on_date,
        fresh: on_date.is_some_and(|day| case.age(day) <= case.rules.days(Limit::GoalsFresh)),
        evidence: lines.collect(),
    })
}

/// Running, and told in numbers.
pub(crate) fn counts(goal: &Goal) -> bool {
    goal.status == GoalStatus::Running
        && [goal.start_value, goal.now_value, goal.target_value].iter().all(|one| one.is_finite())
}

/// Share of the way from start to target, 0-1; targets may lie below the start.
pub(crate) fn progress(goal: &Goal) -> f64 {
    // In halves, so that the widest way is still a number.
    let way = goal.target_value / 2.0 - goal.start_value / 2.0;
    if way == 0.0 {
        return if goal.now_value >= goal.target_value { 1.0 } else { 0.0 };
    }
    ((goal.now_value / 2.0 - goal.start_value / 2.0) / way).clamp(0.0, 1.0)
}

/// Elapsed share of the time, 0-1.
pub(crate) fn progress_due(goal: &Goal, today: NaiveDate) -> f64 {
    let time = (goal.due_on - goal.starts_on).num_days();
    if time <= 0 {
        return if today >= goal.due_on { 1.0 } else { 0.0 };
    }
    ((today - goal.starts_on).num_days() as f64 / time as f64).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, ago, near};
    use super::*;

    #[test]
    fn goals_by_hand() {
        // 40 → 75, now 50: 10/35; half the time gone. Response 24 h → 8 h, now 12: 12/16;
        // all of it due. (0.285714 + 0.75) / 1.5 = 0.690476 → 7.214286.
        let sample = Sample::new().goal([40.0, 50.0, 75.0], [50, -50], 5).goal(
            [24.0, 12.0, 8.0],
            [200, 10],
            30,
        );
        let found = sample.with(measure).expect("known");
        near(found.value, 1.0 + 9.0 * (10.0 / 35.0 + 0.75) / 1.5);
        assert_eq!((found.on_date, found.fresh), (Some(ago(30)), true));
        assert_eq!(found.evidence[0].text, "their goal: 29 % reached, 50 % due");
    }

    #[test]
    fn ahead_is_ten_backwards_is_one() {
        let ahead = Sample::new().goal([0.0, 90.0, 100.0], [50, -50], 5);
        near(ahead.with(measure).expect("known").value, 10.0);
        let back = Sample::new().goal([50.0, 20.0, 100.0], [50, -50], 100);
        let found = back.with(measure).expect("known");
        near(found.value, 1.0);
        assert!(found.fresh);
        assert!(
            !Sample::new().goal([0.0, 0.0, 1.0], [150, 0], 101).with(measure).expect("k").fresh
        );
    }

    #[test]
    fn unknown_without_running_goals_or_before_anything_is_due() {
        assert_eq!(Sample::new().with(measure), None);
        assert_eq!(Sample::new().goal([0.0, 0.0, 1.0], [0, -90], 0).with(measure), None);
        let mut sample = Sample::new().goal([0.0, 0.0, 1.0], [90, -90], 0);
        sample.records.goals[0].status = GoalStatus::Reached;
        assert_eq!(sample.with(measure), None);
    }
}
