//! What one factor stands on: its rule, its records, what would move it.

use super::score::Case;
use super::sheet::{Line, Text};
use super::table::{moved, points};
use crate::domain::score::factor::FACTORS;
use crate::domain::score::since::{self, Cause};
use crate::domain::score::{Evidence, FactorScore, Source, print};
use crate::text;
use crate::tui::widget::phrase;
use std::fmt::Write;

/// Tells it: rule, records, what has moved it, what would.
pub(super) fn tell(text: &mut Text, factor: &FactorScore, case: &Case<'_>) {
    let theme = case.sight.theme;
    let spec = FACTORS.iter().find(|spec| spec.factor == factor.factor);
    if let Some(spec) = spec {
        text.say(&case.sight.rules.told(spec.rule), theme.dim);
    }
    let real = case.real.factor(factor.factor).unwrap_or(factor);
    for (place, evidence) in real.evidence.iter().enumerate() {
        record(text, place, evidence, case);
    }
    if real.evidence.is_empty() {
        text.indented(2, "Nothing on record. Enter gives it your own score.", theme.text);
    }
    state(text, real, case);
    moves(text, real, case);
    let point = case.shown.point(factor);
    let act = spec.and_then(|spec| spec.act);
    let full = factor.score.is_some_and(|score| score >= 10.0);
    let mut told = match act {
        _ if full => "It cannot be higher.".to_owned(),
        Some(act) => format!("What would raise it: {act}."),
        None => {
            "It follows the client's own figures; no act of yours moves it directly.".to_owned()
        }
    };
    if point > 0.0 {
        _ = write!(told, " One point here moves the score by {point:.2}.");
    }
    text.say(&told, theme.text);
    if let Some(way) = case.shown.ways_back.iter().find(|way| way.factor == factor.factor) {
        let to = print::tenth_to_reach(way.to);
        text.say(&format!("At {to} the score is back at 6.0."), theme.text);
    }
}

fn record(text: &mut Text, place: usize, evidence: &Evidence, case: &Case<'_>) {
    let theme = case.sight.theme;
    let mut words = vec![(format!("  {}", text::shown(&evidence.text)), theme.text)];
    if let Some(day) = evidence.on_date {
        let age = phrase::span(phrase::days_between(day, case.sight.today));
        words.push((format!(" · {}, {age}", phrase::day(day, case.sight.today)), theme.dim));
    }
    text.lines.push(Line { words, record: Some(place) });
}

/// Own digit and measure beside each other, and what has grown old.
fn state(text: &mut Text, real: &FactorScore, case: &Case<'_>) {
    let theme = case.sight.theme;
    match (real.source, real.measured, real.own_expired_on) {
        (Source::Mine, Some(measured), _) if real.fresh => {
            let told = format!("Yours stands above the measured {}.", print::tenth(measured));
            text.say(&told, theme.text);
        }
        (Source::Measured, _, Some(day)) => {
            let day = phrase::day(day, case.sight.today);
            let told = format!("Your own score of {day} has expired; the measure is back.");
            text.say(&told, theme.text);
        }
        _ if real.score.is_some() && !real.fresh => {
            let told = "It has grown old: the value stays, but no longer counts as known.";
            text.say(told, theme.state_watch);
        }
        _ => {}
    }
}

fn moves(text: &mut Text, real: &FactorScore, case: &Case<'_>) {
    let Some(before) = case.before else { return };
    let moves = since::moves(&before.score, case.real);
    let Some(one) = moves.iter().find(|one| one.factor == real.factor) else { return };
    let points = points(one.points);
    if points.is_empty() && one.cause == Cause::Share {
        return;
    }
    let day = phrase::day(before.then.on, case.sight.today);
    let mut told = format!("Since {day}: {}", moved(one.then, one.now));
    if !points.is_empty() {
        _ = write!(told, ", {points} to the score");
    }
    _ = write!(told, " ({}).", one.cause.word());
    text.say(&told, case.sight.theme.text);
}
