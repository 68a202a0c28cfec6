//! `trellis why ACCOUNT`: what its score and its place in the list are made of.

use super::account::Named;
use super::page::{Page, Side};
use super::{Answer, Common, figure, json};
use crate::domain::book::row::Dossier;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::print::{tenth, tenth_to_reach};
use crate::domain::score::since::{Cause, Since};
use crate::domain::score::{Evidence, FactorScore, Score};
use crate::error::Result;
use crate::text;
use chrono::NaiveDate;

pub fn run(asked: &Named, common: &Common) -> Result<Answer> {
    let today = common.clock().now().today;
    let reading = common.reading()?;
    let (dossier, since) = reading.compared(asked.find(&reading)?, today)?;
    let changed = match &since {
        Some(since) => reading.rule_changes(since.then.on, today)?,
        None => Vec::new(),
    };
    if common.json {
        return json::print(&json::why(
            &dossier,
            since.as_ref(),
            &changed,
            reading.rules(),
            today,
        )?);
    }
    let mut said = page(&dossier, since.as_ref(), reading.rules(), today);
    for change in &changed {
        let when = figure::day(change.on_date, today);
        said.put(format!("  Rules changed {when}: {}\n", change.sentence));
    }
    Ok(said.into())
}

/// `Score 5.2 risk ▼0.8 [4.9-6.1] · known 92 %`.
pub fn headline(score: &Score) -> String {
    let mut said = Page::default();
    said.put(format!("Score {}", figure::score(score.value, score.band.is_some())));
    match score.band {
        Some(band) => said.put(format!(" {band}")),
        None => said.put(" too little known"),
    }
    for piece in [figure::trend(score.trend), figure::range(score).unwrap_or_default()] {
        if !piece.is_empty() {
            said.put(format!(" {piece}"));
        }
    }
    said.put(format!(" · known {}", figure::percent(score.known)));
    said.into()
}

fn page(dossier: &Dossier, since: Option<&Since>, rules: &Rules, today: NaiveDate) -> Page {
    let score = &dossier.standing.score;
    let name = text::shown(&dossier.records.account.name);
    let mut said = Page::default();
    said.put(format!("{name} · {}\n\n", headline(score)));
    let mut rows = vec![
        ["factor", "score", "costs", "weight", "from", "rests on"].map(str::to_owned).to_vec(),
    ];
    for factor in score.factors.iter().filter(|factor| factor.in_use) {
        rows.extend(factor_rows(factor, today));
    }
    let columns = [
        (Side::Left, 10),
        (Side::Right, 5),
        (Side::Right, 5),
        (Side::Right, 6),
        (Side::Left, 24),
        (Side::Left, 80),
    ];
    if rows.len() > 1 {
        said.table(&columns, &rows);
    }
    let unused: Vec<&str> = score
        .factors
        .iter()
        .filter(|factor| !factor.in_use)
        .map(|factor| factor.factor.word())
        .collect();
    if !unused.is_empty() {
        said.put(format!("  not in use: {}\n", unused.join(", ")));
    }
    if let Some(value) = score.value {
        let costs: f64 = score.factors.iter().map(|factor| factor.costs).sum();
        said.put(format!("\n  The costs sum to {costs:.2}: 10 − {value:.2}.\n"));
    }
    said.put(since.map(|since| moved(since, score, today)).unwrap_or_default());
    for way in &score.ways_back {
        said.put(format!(
            "  Back to {}: {} from {} to {}: {}\n",
            tenth(rules.limit(Limit::RiskBelow)),
            way.factor,
            tenth(way.from),
            tenth_to_reach(way.to),
            way.act
        ));
    }
    said.put(place(dossier, rules));
    said
}

/// `Since your review, 12 Nov, at 6.1:` and what moved it.
fn moved(since: &Since, now: &Score, today: NaiveDate) -> Page {
    let mut said = Page::default();
    let then = &since.then;
    let what = if then.reviewed { "your review" } else { "the last score four weeks old" };
    let day = figure::day(then.on, today);
    let (stood, stands) = (tenth(then.stood), now.value.map_or_else(|| "?".to_owned(), tenth));
    said.put(format!("\n  Since {what}, {day}: {stood} → {stands}\n"));
    let rows: Vec<Vec<String>> = since
        .moves
        .iter()
        .filter(|one| one.cause != Cause::Share || one.points.abs() >= 0.05)
        .map(|one| {
            let points = |score: Option<f64>| score.map_or_else(|| "?".to_owned(), tenth);
            vec![
                one.factor.word().to_owned(),
                figure::signed(one.points),
                format!("{} → {}", points(one.then), points(one.now)),
                one.cause.word().to_owned(),
            ]
        })
        .collect();
    said.table(&[(Side::Left, 12), (Side::Right, 5), (Side::Left, 12), (Side::Left, 40)], &rows);
    let judged = since.judged.map(tenth);
    if let Some(judged) = judged.filter(|judged| *judged != stood) {
        said.put(format!("  By what is known today it was {judged} on that day.\n"));
    }
    said.put("\n");
    said
}

fn factor_rows(factor: &FactorScore, today: NaiveDate) -> Vec<Vec<String>> {
    let age = factor.evidence_on.map(|day| figure::days_between(day, today));
    let stale = (factor.score.is_some() && !factor.fresh).then(|| "stale".to_owned());
    let source = factor.source.word().to_owned();
    let from = [Some(source), age, stale].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let mut evidence: Vec<String> = factor.evidence.iter().map(|one| record(one, today)).collect();
    if let Some(day) = factor.own_expired_on {
        evidence.push(format!("own score expired {}", figure::day(day, today)));
    }
    let known = factor.score.is_some();
    let mut rows = vec![vec![
        factor.factor.word().to_owned(),
        factor.score.map_or_else(|| "?".to_owned(), tenth),
        if known { figure::signed(-factor.costs) } else { figure::NOTHING.to_owned() },
        format!("{}", factor.weight),
        from,
        evidence.first().cloned().unwrap_or_default(),
    ]];
    rows.extend(evidence.into_iter().skip(1).map(|text| {
        let mut row = vec![String::new(); 5];
        row.push(text);
        row
    }));
    rows
}

/// `K. Ott answered 4 · 17 Oct`: what a record says, and of what day it is.
fn record(evidence: &Evidence, today: NaiveDate) -> String {
    match evidence.on_date {
        Some(on) if on != today => format!("{} · {}", evidence.text, figure::day(on, today)),
        _ => evidence.text.clone(),
    }
}

fn place(dossier: &Dossier, rules: &Rules) -> Page {
    let ranked = &dossier.ranked;
    let pull = rules.limit(Limit::ArrPull);
    let mut said = Page::default();
    said.put(format!("\n  In the list: {}", ranked.group));
    if ranked.weight > 0.0 {
        said.put(format!(
            " with a weight of {}: ({} for its strongest signal + {} for the rest) × {}",
            figure::tenths(ranked.weight),
            ranked.strongest,
            ranked.rest,
            figure::tenths(1.0 + pull * ranked.arr_percentile)
        ));
        said.put(match dossier.standing.arr {
            Some(_) => {
                let share = figure::percent(ranked.arr_percentile);
                format!(" for its ARR (1 + {pull} × {share}, its rank in the book)")
            }
            None => " for an ARR that is not known".to_owned(),
        });
    }
    said.put("\n");
    let live: Vec<_> = dossier.standing.signals.iter().filter(|signal| signal.live()).collect();
    for signal in live {
        said.put(format!("    {} · {}\n", signal.severity, text::shown(&signal.text)));
        for (_, swallowed) in &signal.swallowed {
            said.put(format!("        and {}\n", text::shown(swallowed)));
        }
    }
    said
}
