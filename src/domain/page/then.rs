//! An account as it was at the end of a day gone by, beside what it is now: figures, signals, whom
//! we knew, the plan.

use super::{Case, Cell, Line, Page, Span, Tone};
use crate::domain::day::{day, day_ahead, weekday};
use crate::domain::money::Money;
use crate::domain::plan::step::{Step, StepOwner};
use crate::domain::score::Score;
use crate::domain::score::print::{percent, tenth};
use crate::domain::standing::Standing;

/// The card and the plan of that day; `now` is the account of today, where it still is there.
#[must_use]
pub fn page(case: &Case<'_>, now: Option<&Standing>) -> Page {
    let mut lines = figures(case, now);
    for part in [factors(case, now), signals(case), people(case), plan(case)] {
        if !part.is_empty() {
            lines.push(Line::gap());
            lines.extend(part);
        }
    }
    Page { figure: String::new(), lines }
}

/// What it was, and after it what it is where that is something else.
fn moved(was: String, is: Option<String>) -> Vec<Span> {
    let told = is.filter(|is| *is != was).map(|is| Span::next(&format!("now {is}"), Tone::Dim));
    let mut spans = vec![Span::text(was)];
    spans.extend(told);
    spans
}

fn score(score: &Score) -> String {
    match (score.value, score.band) {
        (Some(value), Some(band)) => format!("{} {band}", tenth(value)),
        (Some(value), None) => format!("{}? too little known", tenth(value)),
        (None, _) => "? nothing known".to_owned(),
    }
}

fn figures(case: &Case<'_>, now: Option<&Standing>) -> Vec<Line> {
    let standing = case.standing;
    let today = case.today;
    let unknown = || "–".to_owned();
    let tier = case.records.account.tier.map_or_else(unknown, |tier| tier.word().to_owned());
    let mut lines = vec![
        Line::fact("score", moved(score(&standing.score), now.map(|now| score(&now.score)))),
        Line::fact(
            "ARR",
            moved(
                standing.arr.map_or_else(unknown, Money::signed_short),
                now.map(|now| now.arr.map_or_else(unknown, Money::signed_short)),
            ),
        ),
        Line::fact("tier", vec![Span::text(tier), Span::next(standing.status.word(), Tone::Text)]),
    ];
    if let Some(act) = standing.act_by {
        let told =
            format!("{}, ends {}", day_ahead(act.act_by, today), day_ahead(act.ends_on, today));
        lines.push(Line::fact("act by", vec![Span::text(told)]));
    }
    if let Some(talk) = &case.records.last_talk {
        let said =
            talk.quote.as_ref().map_or_else(|| talk.summary.clone(), |quote| format!("“{quote}”"));
        let told = format!("{}, {} {said}", day(talk.on_date, today), talk.kind);
        lines.push(Line::fact("last talk", vec![Span::text(told)]));
    }
    lines
}

fn factors(case: &Case<'_>, now: Option<&Standing>) -> Vec<Line> {
    let value = |score: Option<f64>| score.map_or_else(|| "?".to_owned(), tenth);
    let in_use = case.standing.score.factors.iter().filter(|factor| factor.in_use);
    let mut lines = vec![Line::part(
        "Score",
        vec![Span::dim(format!("known {}", percent(case.standing.score.known)))],
    )];
    lines.extend(in_use.map(|factor| {
        let is = now.and_then(|now| now.score.factor(factor.factor)).map(|one| value(one.score));
        let was = value(factor.score);
        let told = is.filter(|is| *is != was).map_or_else(String::new, |is| format!("now {is}"));
        Line::row(vec![
            Cell::left(12, vec![Span::text(format!("  {}", factor.factor))]),
            Cell::right(5, vec![Span::text(was)]),
            Cell::left(11, vec![Span::dim(format!("  {}", factor.source))]),
            Cell::rest(vec![Span::dim(told)]),
        ])
    }));
    lines
}

fn signals(case: &Case<'_>) -> Vec<Line> {
    let told: Vec<_> = case.standing.signals.iter().filter(|one| !one.silenced).collect();
    if told.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Line::part("Signals", vec![Span::dim(told.len().to_string())])];
    lines.extend(told.into_iter().map(|signal| {
        let word = if signal.in_hand.is_some() { "in hand" } else { signal.severity.word() };
        Line::row(vec![
            Cell::left(10, vec![Span::dim(format!("  {word}"))]),
            Cell::rest(vec![Span::text(signal.text.clone())]),
        ])
    }));
    lines
}

fn people(case: &Case<'_>) -> Vec<Line> {
    let map = &case.standing.map;
    let name = |id| {
        let contact = case.records.contacts.iter().find(|one| one.id == id)?;
        let left = if contact.left_on.is_some() { "✕ " } else { "" };
        Some(format!("{left}{}", contact.name))
    };
    let figure = format!("{} of {} seats", map.filled, map.wanted);
    let mut lines = vec![Line::part("Who we know", vec![Span::dim(figure)])];
    let rows = map.rows.iter().map(|row| (format!("{}s", row.level), &row.seats));
    for (word, seats) in rows.chain([("not placed".to_owned(), &map.not_placed)]) {
        let names: Vec<String> = seats.iter().filter_map(|seat| name(seat.contact)).collect();
        if !names.is_empty() {
            lines.push(Line::row(vec![
                Cell::left(18, vec![Span::dim(format!("  {word}"))]),
                Cell::rest(vec![Span::text(names.join(", "))]),
            ]));
        }
    }
    lines
}

fn plan(case: &Case<'_>) -> Vec<Line> {
    let (records, progress) = (case.records, &case.standing.progress);
    let figure = match progress.day {
        Some(day) => format!(
            "day {day} of 90, {} of {} done, {} late",
            progress.done, progress.steps, progress.late
        ),
        None if records.steps.is_empty() => "none, and no steps".to_owned(),
        None => "none: loose steps".to_owned(),
    };
    let mut lines = vec![Line::part("Plan", vec![Span::dim(figure)])];
    for priority in &records.priorities {
        let told = format!("  P{} {}", priority.place, priority.title);
        lines.push(Line::row(vec![Cell::rest(vec![Span::strong(told)])]));
        let serves = records.steps.iter().filter(|step| step.priority_id == Some(priority.id));
        lines.extend(serves.map(|one| step(one, case)));
    }
    let loose = |step: &&Step| {
        !records.priorities.iter().any(|priority| step.priority_id == Some(priority.id))
    };
    lines.extend(records.steps.iter().filter(loose).map(|one| step(one, case)));
    lines
}

fn step(step: &Step, case: &Case<'_>) -> Line {
    let sign = step.status.sign();
    let who = match (step.owner, &step.owner_name) {
        (StepOwner::Me, _) => "me".to_owned(),
        (_, Some(name)) => name.clone(),
        (owner, None) => owner.word().to_owned(),
    };
    let late = step.status.open() && step.due_on.is_some_and(|due| due < case.today);
    let due = step.due_on.map_or_else(|| "–".to_owned(), |due| weekday(due, case.today));
    let (due, tone) = if late { (format!("{due} late"), Tone::Risk) } else { (due, Tone::Dim) };
    Line::row(vec![
        Cell::left(5, vec![Span::text(format!("   {sign}"))]),
        Cell::rest(vec![Span::text(step.title.clone())]),
        Cell::left(12, vec![Span::dim(who)]),
        Cell::left(16, vec![Span::new(due, tone)]),
    ])
}
