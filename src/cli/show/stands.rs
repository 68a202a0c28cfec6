//! Where an account stands in all that is reckoned beside its score: a line each.

use crate::cli::figure;
use crate::cli::page::Page;
use crate::domain::account::Tier;
use crate::domain::picture::Picture;
use crate::text;
use chrono::NaiveDate;

/// Columns of a line behind its word.
const WIDTH: usize = 100;
/// Columns of the words before the lines.
const WORDS: usize = 11;

/// One line an aspect; what has more to tell goes on under its word.
pub fn stands(picture: &Picture, today: NaiveDate) -> Page {
    let mut said = Page::default();
    said.put("\nWhere it stands\n");
    for (word, told) in lines(picture, today) {
        for (place, line) in text::wrap(&told, WIDTH).iter().enumerate() {
            let word = if place == 0 { word } else { "" };
            said.put(format!("  {}  {line}\n", text::pad_right(word, WORDS)));
        }
    }
    said
}

fn lines(picture: &Picture, today: NaiveDate) -> Vec<(&'static str, String)> {
    let Picture { feedback, growth, expansion, renewal, forecast, our_side, .. } = picture;
    let mut lines = vec![
        ("place", place(picture)),
        ("feedback", format!("{} {}", full(&feedback.text), full(&feedback.response.text))),
        ("revenue", full(&feedback.revenue.text)),
        ("value felt", full(&feedback.perceived.text)),
        ("ladder", growth.ladder.says.clone()),
        ("growth", growth.steps.says.clone()),
        ("discovery", growth.understanding.says.clone()),
        ("expansion", expansion.says.clone()),
        ("renewal", full(&renewal.text)),
    ];
    match (&forecast.loss, &forecast.ask, &forecast.current) {
        (Some(loss), _, _) => lines.push(("lost", full(&loss.text))),
        (_, Some(ask), _) => lines.push(("forecast", full(&ask.text))),
        (_, _, Some(current)) => lines.push((
            "forecast",
            format!(
                "{}, {} %, said {}.",
                current.outcome,
                current.probability,
                figure::day(current.on_date, today)
            ),
        )),
        _ => {}
    }
    if picture.risk_review.open {
        lines.push(("risk", full(&picture.risk_review.text)));
    }
    let ours = ours(picture);
    if !ours.is_empty() {
        lines.push(("our side", ours));
    }
    lines.extend(our_side.sponsors.first().map(|pair| ("sponsor", full(&pair.text))));
    lines.push(("record", record(picture)));
    lines.retain(|(_, told)| !told.trim().is_empty());
    lines
}

/// The sentence with its full stop.
fn full(sentence: &str) -> String {
    let said = text::capital(sentence.trim());
    if said.is_empty() || said.ends_with(['.', '?', '!']) { said } else { format!("{said}.") }
}

/// `Magic, a key account. The figures suggest growth.`
fn place(picture: &Picture) -> String {
    let key = if picture.tier.key_account { ", a key account" } else { "" };
    let quadrant = text::capital(picture.quadrant.word());
    let chosen = picture.tier.chosen.unwrap_or(Tier::Maintenance);
    match picture.tier.suggested.filter(|suggested| *suggested != chosen) {
        Some(suggested) => format!("{quadrant}{key}. The figures suggest {suggested}."),
        None => format!("{quadrant}{key}."),
    }
}

fn ours(picture: &Picture) -> String {
    let team = picture.our_side.team.iter().map(|member| {
        let part = member.part.as_ref().or(member.function.as_ref());
        part.map_or_else(|| member.name.clone(), |part| format!("{} ({part})", member.name))
    });
    team.collect::<Vec<_>>().join(", ")
}

/// `11 of 14 filled in; stage, discovery and notice are not.`
fn record(picture: &Picture) -> String {
    let complete = &picture.completeness;
    let missing: Vec<&str> = complete.missing.iter().map(|missing| missing.what).collect();
    if missing.is_empty() {
        return format!("Complete: {} of {}.", complete.filled, complete.of);
    }
    format!("{} of {} filled in; missing: {}.", complete.filled, complete.of, missing.join(", "))
}
