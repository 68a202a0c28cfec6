//! Their goals: how far each is, and how much of its time is over.

use super::capital;
use crate::domain::day::{day, day_ahead};
use crate::domain::growth::success::{Course, GoalLine};
use crate::domain::page::{Case, Cell, Entry, Ground, Kind, Line, Link, Proof, Span, Tone};
use crate::domain::score::factor::plain;
use crate::domain::score::print::percent;
use crate::domain::signal::sentence::all;

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let plan = &case.picture.growth.success_plan;
    let figure = if plan.goals.is_empty() {
        vec![Span::watch("none written down")]
    } else {
        vec![Span::text(plan.says.trim_end_matches('.').to_owned())]
    };
    let ground = Ground::new("Their goals", "goal")
        .say(plan.says.clone())
        .say(plan.light.clone().unwrap_or_default())
        .on(plan.goals.iter().map(proof));
    let title = Line::part("Their goals", figure).with(Entry::figure("goals", ground));
    let mut lines = vec![title];
    for goal in &plan.goals {
        lines.push(line(case, goal));
        let mut lacks = Vec::new();
        lacks.extend(goal.old.then(|| {
            format!("its figure is of {}: take it again", day(goal.measured_on, case.today))
        }));
        if !goal.missing.is_empty() {
            lacks.push(format!("lacks {}", all(&goal.missing)));
        }
        if !lacks.is_empty() {
            lines.push(Line::prose(format!("→ {}", lacks.join("; "))));
        }
    }
    lines.push(Line::offer("a goal of theirs", Link::new(Kind::Goal), "goal"));
    lines
}

const fn tone(course: Course) -> Tone {
    match course {
        Course::OnSchedule | Course::Reached => Tone::Healthy,
        Course::Behind => Tone::Watch,
        Course::Overdue => Tone::Risk,
        Course::Dropped | Course::NoFigures => Tone::Dim,
    }
}

/// `40 of 75`.
fn way(goal: &GoalLine) -> String {
    format!("{} of {}", plain(goal.now), plain(goal.target))
}

fn proof(goal: &GoalLine) -> Proof {
    let text = format!("“{}”: {}, {}", goal.title, way(goal), goal.course);
    Proof::of(text, goal.measured_on, Link::to(Kind::Goal, goal.id))
}

fn line(case: &Case<'_>, goal: &GoalLine) -> Line {
    let shares = match (goal.progress, goal.progress_due) {
        (Some(done), Some(due)) => format!("{}, due {}", percent(done), percent(due)),
        _ => "–".to_owned(),
    };
    let cells = vec![
        Cell::left(12, vec![Span::new(goal.course.word(), tone(goal.course))]),
        Cell::rest(vec![Span::text(goal.title.clone())]),
        Cell::left(11, vec![Span::dim(way(goal))]).from(70),
        Cell::right(15, vec![Span::text(shares)]),
        Cell::right(11, vec![Span::dim(day_ahead(goal.due_on, case.today))]),
    ];
    let metric = goal.metric.as_deref().map(|metric| format!("Told by: {metric}."));
    let relationship =
        goal.relationship_metric.as_deref().map(|one| format!("For the relationship: {one}."));
    let offering = goal.offering.as_deref().map(|one| format!("Served by: {one}."));
    let ground = Ground::new(goal.title.clone(), "goal")
        .say(capital(&goal.says))
        .say(format!(
            "From {} to {}, now {}.",
            plain(goal.start),
            plain(goal.target),
            plain(goal.now)
        ))
        .say(metric.unwrap_or_default())
        .say(relationship.unwrap_or_default())
        .say(offering.unwrap_or_default())
        .on([proof(goal)]);
    Line::row(cells).with(Entry::record(Link::to(Kind::Goal, goal.id), ground))
}
