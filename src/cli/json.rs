//! The JSON of the command line: everything computed, unrounded beside printed.

use super::{Answer, JSON_VERSION, figure};
use crate::desk::Appraisal;
use crate::domain::book::row::Dossier;
use crate::domain::map::{Map, Seat, getting_old, proposed_level, warmth};
use crate::domain::metrics::Metrics;
use crate::domain::picture::Picture;
use crate::domain::rank;
use crate::domain::records::Records;
use crate::domain::rules::RuleChange;
use crate::domain::rules::Rules;
use crate::domain::score::factor::FACTORS;
use crate::domain::score::print::{tenth, to_billionth};
use crate::domain::score::since::Since;
use crate::domain::score::{FactorScore, Score};
use crate::domain::signal::Signal;
use crate::domain::signal::table;
use crate::domain::standing::{Ranked, Standing};
use crate::error::{Error, Kind, Result};
use crate::text;
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Map as Object, Value, json};
use std::fmt::Write;

/// The text of a JSON answer, a line break at its end. What could drive a terminal stands in it
/// by its number: the reader gets the very text, a terminal nothing but signs.
///
/// # Errors
/// None that a person could bring about.
pub fn print(value: &Value) -> Result<Answer> {
    let text = serde_json::to_string_pretty(value).map_err(|error| unwritable(&error))?;
    let mut safe = String::with_capacity(text.len() + 1);
    for c in text.chars() {
        if c == '\n' || !text::drives(c) {
            safe.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing into a text cannot fail.
                let _ = write!(safe, "\\u{unit:04x}");
            }
        }
    }
    safe.push('\n');
    Ok(safe.into())
}

fn unwritable(error: &serde_json::Error) -> Error {
    Error::new(Kind::System, format!("the answer cannot be written as JSON: {error}"))
}

/// The fields of a record, to which printed ones are added.
///
/// # Errors
/// None that a person could bring about.
pub fn fields(of: &impl Serialize) -> Result<Object<String, Value>> {
    match serde_json::to_value(of).map_err(|error| unwritable(&error))? {
        Value::Object(fields) => Ok(fields),
        other => Ok(Object::from_iter([("value".to_owned(), other)])),
    }
}

fn value(of: &impl Serialize) -> Result<Value> {
    serde_json::to_value(of).map_err(|error| unwritable(&error))
}

/// The whole list with its order.
///
/// # Errors
/// None that a person could bring about.
pub fn attention(appraisal: &Appraisal, rules: &Rules) -> Result<Value> {
    let shared: Vec<&str> = appraisal.ranking.lines.iter().map(|line| line.code).collect();
    let mut rows = Vec::new();
    for (place, ranked) in (1..).zip(&appraisal.ranking.rows) {
        let standing = appraisal.standings.iter().find(|one| one.account == ranked.account);
        let Some(standing) = standing else { continue };
        rows.push(json!({
            "place": place,
            "account": standing.account,
            "name": standing.name,
            "status": standing.status,
            "tier": standing.tier,
            "group": ranked.group,
            "why": ranked.why,
            "order": order(ranked),
            "counted": rank::counted(standing, &shared)
                .iter()
                .map(|one| json!({ "code": one.code, "worth": rank::worth(one.severity, rules) }))
                .collect::<Vec<Value>>(),
            "arr": standing.arr,
            "arr_recorded": standing.arr_recorded,
            "act_by": act_by(standing, appraisal.today),
            "score": standing.score.value,
            "score_printed": figure::score(standing.score.value, standing.score.band.is_some()),
            "band": standing.score.band,
            "known": standing.score.known,
            "trend": standing.score.trend,
            "last_two_way_on": standing.last_two_way_on,
            "next_step": standing.next_step,
            "signals": signals(standing)?,
        }));
    }
    Ok(json!({
        "version": JSON_VERSION,
        "today": appraisal.today,
        "book": {
            "accounts": appraisal.book.accounts,
            "arr_total": appraisal.book.arr_total,
            "now_total": appraisal.ranking.now_total,
            "unlinked_contacts": appraisal.book.unlinked_contacts,
            "unlinked_steps": appraisal.book.unlinked_steps,
            "factors_in_use": appraisal.around.in_use,
        },
        "lines": appraisal.ranking.lines,
        "rows": rows,
    }))
}

/// Everything computed about one account, and the records behind it.
///
/// # Errors
/// None that a person could bring about.
pub fn account(
    dossier: &Dossier,
    picture: &Picture,
    since: Option<&Since>,
    rules: &Rules,
    today: NaiveDate,
) -> Result<Value> {
    let Dossier { records, standing, ranked, .. } = dossier;
    let mut all = json!({
        "version": JSON_VERSION,
        "today": today,
        "account": value(&records.account)?,
        "in_book": standing.in_book,
        "arr": standing.arr,
        "arr_recorded": standing.arr_recorded,
        "act_by": act_by(standing, today),
        "score": score(&standing.score, rules, today)?,
        "since": since,
        "map": map(&standing.map, records, rules, today)?,
        "plan": {
            "day": standing.progress.day,
            "steps": standing.progress.steps,
            "done": standing.progress.done,
            "late": standing.progress.late,
            "completion": standing.progress.completion,
            "on_time": standing.progress.on_time.0,
            "due_or_done": standing.progress.on_time.1,
            "promises_kept": standing.progress.promises_kept,
            "next_step": standing.next_step,
        },
        "signals": signals(standing)?,
        "group": ranked.group,
        "why": ranked.why,
        "order": order(ranked),
        "holds": standing.holds,
        "last_two_way_on": standing.last_two_way_on,
        "last_talk": records.last_talk,
        "records": value(records)?,
    });
    if let Some(all) = all.as_object_mut() {
        all.extend(fields(picture)?);
    }
    hide_money(&mut all);
    Ok(all)
}

/// Takes the amounts out of what is told in a hidden currency.
fn hide_money(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            let hidden = ["currency", "turnover_currency"].iter().any(|key| {
                let code = fields.get(*key).and_then(Value::as_str);
                code.is_some_and(|code| code.starts_with(char::is_lowercase))
            });
            for (key, value) in fields {
                let amount = ["minor", "amount", "new_amount", "turnover"].contains(&key.as_str());
                if hidden && amount {
                    *value = Value::Null;
                }
                hide_money(value);
            }
        }
        Value::Array(values) => values.iter_mut().for_each(hide_money),
        _ => {}
    }
}

/// What stands for money on the pages of the whole book.
const AMOUNTS: [&str; 15] = [
    "arr",
    "minor",
    "amount",
    "new_amount",
    "heard",
    "floor",
    "budget_from",
    "budget_to",
    "act_arr",
    "end_arr",
    "then",
    "gap",
    "sum",
    "expansion",
    "value",
];

/// Takes the amounts out of a page of the whole book, wherever they are.
pub fn hide_amounts(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                if AMOUNTS.contains(&name.as_str()) && value.is_number() {
                    *value = Value::Null;
                }
                hide_amounts(value);
            }
        }
        Value::Array(values) => values.iter_mut().for_each(hide_amounts),
        _ => {}
    }
}

/// The book in figures.
///
/// # Errors
/// None that a person could bring about.
pub fn metrics(metrics: &Metrics, today: NaiveDate) -> Result<Value> {
    figures(metrics, today)
}

/// A page of the whole book, as it was read.
///
/// # Errors
/// None that a person could bring about.
pub fn figures(of: &impl Serialize, today: NaiveDate) -> Result<Value> {
    let mut all = fields(of)?;
    all.insert("version".into(), JSON_VERSION.into());
    all.insert("today".into(), value(&today)?);
    Ok(all.into())
}

/// What the score and the place are made of.
///
/// # Errors
/// None that a person could bring about.
pub fn why(
    dossier: &Dossier,
    since: Option<&Since>,
    changed: &[RuleChange],
    rules: &Rules,
    today: NaiveDate,
) -> Result<Value> {
    let Dossier { records, standing, ranked, .. } = dossier;
    Ok(json!({
        "version": JSON_VERSION,
        "today": today,
        "account": { "id": records.account.id, "name": records.account.name },
        "score": score(&standing.score, rules, today)?,
        "since": since,
        "signals": signals(standing)?,
        "group": ranked.group,
        "order": order(ranked),
        "rules_changed": changed,
    }))
}

fn order(ranked: &Ranked) -> Value {
    json!({
        "pushed": ranked.pushed,
        "strongest": ranked.strongest,
        "rest": ranked.rest,
        "arr_percentile": ranked.arr_percentile,
        "weight": ranked.weight,
    })
}

fn act_by(standing: &Standing, today: NaiveDate) -> Value {
    standing.act_by.map_or(Value::Null, |act| {
        json!({
            "act_by": act.act_by,
            "ends_on": act.ends_on,
            "days": (act.act_by - today).num_days(),
        })
    })
}

fn score(score: &Score, rules: &Rules, today: NaiveDate) -> Result<Value> {
    let mut all = fields(score)?;
    all.insert("printed".into(), figure::score(score.value, score.band.is_some()).into());
    all.insert("range_printed".into(), figure::range(score).into());
    all.insert("known_printed".into(), figure::percent(score.known).into());
    all.insert(
        "costs_sum".into(),
        score.factors.iter().fold(0.0, |sum, one| sum + one.costs).into(),
    );
    let factors: Result<Vec<Value>> =
        score.factors.iter().map(|factor| factor_of(factor, rules, today)).collect();
    all.insert("factors".into(), factors?.into());
    Ok(all.into())
}

fn factor_of(factor: &FactorScore, rules: &Rules, today: NaiveDate) -> Result<Value> {
    let mut all = fields(factor)?;
    all.insert("printed".into(), factor.score.map(tenth).into());
    all.insert("costs_printed".into(), figure::signed(-factor.costs).into());
    let age = factor.evidence_on.map(|day| (today - day).num_days());
    all.insert("evidence_age_days".into(), age.into());
    let spec = FACTORS.iter().find(|spec| spec.factor == factor.factor);
    all.insert("dimension".into(), value(&spec.map(|spec| spec.dimension))?);
    all.insert("rule".into(), spec.map(|spec| rules.told(spec.rule)).into());
    let line = factor.score.and_then(|score| rules.rubric(factor.factor, digit(score)));
    all.insert("rubric".into(), line.into());
    Ok(all.into())
}

/// The whole digit whose line of the rubric is told: rounded down, as scores round toward the alarm.
fn digit(score: f64) -> i64 {
    to_billionth(score).floor() as i64
}

fn map(map: &Map, records: &Records, rules: &Rules, today: NaiveDate) -> Result<Value> {
    let mut all = fields(map)?;
    let mut rows = Vec::new();
    for row in &map.rows {
        let mut of = fields(row)?;
        of.insert("coverage_printed".into(), row.coverage.map(figure::percent).into());
        of.insert("seats".into(), seats(&row.seats, records, rules, today)?);
        rows.push(Value::from(of));
    }
    all.insert("rows".into(), rows.into());
    all.insert("not_placed".into(), seats(&map.not_placed, records, rules, today)?);
    all.insert("coverage_printed".into(), map.coverage.map(figure::percent).into());
    let [promoters, passives, detractors, silent] = map.answers;
    all.insert(
        "answers".into(),
        json!({
            "promoters": promoters, "passives": passives,
            "detractors": detractors, "silent": silent,
        }),
    );
    Ok(all.into())
}

fn seats(seats: &[Seat], records: &Records, rules: &Rules, today: NaiveDate) -> Result<Value> {
    let mut all = Vec::new();
    for seat in seats {
        let mut of = fields(seat)?;
        of.insert("getting_old".into(), getting_old(seat.verified_on, rules, today).into());
        of.insert("warmth".into(), value(&warmth(seat.last_two_way_on, today))?);
        if let Some(contact) = records.contacts.iter().find(|one| one.id == seat.contact) {
            of.insert("name".into(), contact.name.clone().into());
            of.insert("title".into(), contact.title.clone().into());
            of.insert("roles".into(), value(&contact.roles)?);
            of.insert("left_on".into(), value(&contact.left_on)?);
            of.insert("influence".into(), value(&contact.influence)?);
            of.insert("stance".into(), value(&contact.stance)?);
            of.insert("reports_to".into(), value(&contact.reports_to)?);
            let proposed = contact.title.as_deref().and_then(proposed_level);
            of.insert("level_proposed".into(), value(&proposed)?);
        }
        all.push(Value::from(of));
    }
    Ok(all.into())
}

fn signals(standing: &Standing) -> Result<Value> {
    let all: Result<Vec<Value>> = standing.signals.iter().map(signal).collect();
    Ok(all?.into())
}

fn signal(signal: &Signal) -> Result<Value> {
    let mut all = fields(signal)?;
    all.insert("live".into(), signal.live().into());
    let rule = table::rule(signal.code);
    all.insert("playbook".into(), rule.and_then(|rule| rule.playbook).into());
    Ok(all.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_drives_a_terminal_is_told_by_number_and_read_back_whole() {
        let name = "a\u{1b}[2J\u{9b}31m\u{7f}\u{202e}\u{200b}\u{e0041}\nb";
        let said = print(&json!({ "name": name })).expect("written").text;
        assert_eq!(said.chars().find(|c| *c != '\n' && text::drives(*c)), None, "{said}");
        assert!(said.contains("\\u009b31m\\u007f\\u202e\\u200b\\udb40\\udc41"), "{said}");
        let read: Value = serde_json::from_str(&said).expect("JSON");
        assert_eq!(read["name"], name);
    }
}
