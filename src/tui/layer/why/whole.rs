//! The score as a whole in words: how it is put together, what moved it, the ways back.

use super::score::Case;
use super::sheet::Text;
use super::table::{moved, points};
use crate::domain::score::since::{self, Cause};
use crate::domain::score::{Score, print};
use crate::tui::widget::phrase;
use std::fmt::Write;

/// Tells it, the most telling first.
pub(super) fn tell(text: &mut Text, case: &Case<'_>) {
    let theme = case.sight.theme;
    let score = case.shown;
    let Some(value) = score.value else {
        text.say("Nothing is known yet.", theme.text);
        text.say("A Pulse digit, levels on the map and a talk are the quickest.", theme.dim);
        return idle(text, case);
    };
    if case.tried.is_empty() {
        since(text, case);
        text.gap();
    } else {
        tried(text, case);
        text.gap();
    }
    ways_back(text, case);
    text.gap();
    let lacks = 10.0 - value;
    text.say(
        &format!(
            "A factor costs what it lacks to 10, by its share of the weight. Together they cost \
             {lacks:.2}: 10 − {value:.2}."
        ),
        theme.dim,
    );
    known(text, score, case);
    idle(text, case);
}

fn tried(text: &mut Text, case: &Case<'_>) {
    let theme = case.sight.theme;
    let told: Vec<String> = case
        .tried
        .iter()
        .map(|(factor, value)| format!("{factor} were {}", print::tenth(*value)))
        .collect();
    let of = |score: &Score| {
        let figure = phrase::score(score.value, score.band.is_some());
        let word = score.band.map_or("too little known", |band| band.word());
        format!("{figure}, {word}")
    };
    let then = of(case.shown);
    let now = of(case.real);
    text.say(&format!("If {}: {then}. It is {now}.", told.join(" and ")), theme.text);
    text.say("This is tried on a copy; nothing is kept.", theme.dim);
}

fn since(text: &mut Text, case: &Case<'_>) {
    let theme = case.sight.theme;
    let today = case.sight.today;
    let Some(before) = case.before else {
        text.say("There is no score of four weeks ago or of a review to compare with.", theme.dim);
        return;
    };
    let day = phrase::day(before.then.on, today);
    let what = if before.then.reviewed { "your review" } else { "four weeks ago" };
    let whole = moved(before.score.value, case.real.value);
    text.words(vec![(format!("Since {what}, {day}: "), theme.text), (whole, theme.strong)]);
    let by_factor = since::moves(&before.score, case.real);
    if by_factor.is_empty() {
        text.indented(2, "no factor moved", theme.dim);
    }
    let small = |one: &&since::Move| points(one.points).is_empty() && one.cause == Cause::Share;
    for one in by_factor.iter().filter(|one| !small(one)) {
        let mut told = format!("{:<9} {:>4}", one.factor.word(), points(one.points));
        if one.cause != Cause::Share {
            _ = write!(told, "  {}", moved(one.then, one.now));
        }
        text.words(vec![
            (format!("  {told}"), theme.text),
            (format!("  {}", one.cause.word()), theme.dim),
        ]);
    }
    let stood = print::tenth(before.then.stood);
    if before.score.value.map(print::tenth).as_ref() != Some(&stood) {
        let judged = before.score.value.map_or_else(|| "?".to_owned(), print::tenth);
        let told = format!("That day it showed {stood}; by what is known today it was {judged}.");
        text.indented(2, &told, theme.dim);
    }
}

fn ways_back(text: &mut Text, case: &Case<'_>) {
    let theme = case.sight.theme;
    let score = case.shown;
    if score.ways_back.is_empty() {
        if score.band == Some(crate::domain::score::Band::Risk) {
            text.say("No single factor brings it back to 6.0; it takes several.", theme.text);
        }
        return;
    }
    text.say("Back to 6.0, each by itself:", theme.text);
    let mut ways: Vec<_> = score.ways_back.iter().collect();
    ways.sort_by(|a, b| (a.to - a.from).total_cmp(&(b.to - b.from)));
    for way in ways {
        let (from, to) = (print::tenth(way.from), print::tenth_to_reach(way.to));
        text.words(vec![
            (format!("  {:<9} {from} → {to}", way.factor.word()), theme.text),
            (format!("  {}", way.act), theme.dim),
        ]);
    }
}

fn known(text: &mut Text, score: &Score, case: &Case<'_>) {
    let theme = case.sight.theme;
    let lacking = |old: bool| {
        let lacking = score.factors.iter().filter(|one| one.in_use && !one.fresh);
        let names = lacking.filter(|one| one.score.is_some() == old);
        names.map(|one| one.factor.word()).collect::<Vec<_>>().join(", ")
    };
    let mut told = format!("Known {}", phrase::percent(score.known));
    for (word, names) in [("unknown", lacking(false)), ("old", lacking(true))] {
        if !names.is_empty() {
            _ = write!(told, "; {word}: {names}");
        }
    }
    told.push('.');
    if score.too_few(case.sight.rules) {
        told.push_str(" Fewer than three factors are in use: too few for a verdict.");
    }
    if let Some((low, high)) = score.range() {
        let (low, high) = (print::tenth(low), print::tenth(high));
        _ = write!(told, " With those at 1 and at 10 it may be {low} to {high}.");
    }
    text.say(&told, theme.dim);
}

fn idle(text: &mut Text, case: &Case<'_>) {
    let idle: Vec<&str> = case
        .real
        .factors
        .iter()
        .filter(|factor| !factor.in_use)
        .map(|factor| factor.factor.word())
        .collect();
    if !idle.is_empty() {
        let told = format!("Not in use, as too few accounts hold any: {}.", idle.join(", "));
        text.say(&told, case.sight.theme.dim);
    }
}
