//! The rows of a step in words.

use super::words::{self, QUIET, YES_NO};
use super::{Changed, Did, FieldChange, Image, Names, Row, Written};
use crate::domain::cell::{self, Id, Value};
use crate::domain::day::{day, signed};
use crate::domain::money::{Currency, Money};
use crate::domain::signal::table;
use chrono::NaiveDate;

/// Letters of a text that are told.
const LETTERS: usize = 90;

/// Columns told in words of their own, or that say by themselves what they are.
const BARE: &[&str] = &[
    "title",
    "level",
    "kind",
    "tier",
    "status",
    "owner",
    "owner_name",
    "amount",
    "on_date",
    "scale",
    "state",
    "quote",
];

/// What happened to each record; who took part in a talk that came is told with it.
pub(super) fn changes(written: &Written, names: &Names, today: NaiveDate) -> Vec<Changed> {
    let rows = &written.rows;
    let with = |row: &Row| -> Option<(&'static str, i64)> {
        let parent = match row.table {
            "talk_person" => "talk",
            "step_person" => "step",
            _ => return None,
        };
        let image = row.after.as_ref().or(row.before.as_ref())?;
        Some((parent, number(image.get(&format!("{parent}_id"))?)?))
    };
    let told_there = |row: &Row| {
        let same = |one: &Row, of: (&str, i64)| {
            (one.table, one.key) == of && one.did == row.did && row.did != Did::Edited
        };
        with(row).is_some_and(|of| rows.iter().any(|one| same(one, of)))
    };
    let mut all = Vec::new();
    for row in rows.iter().filter(|row| !told_there(row)) {
        let Some(mut changed) = changed(row, names, today) else { continue };
        let people: Vec<String> = rows
            .iter()
            .filter(|one| with(one) == Some((row.table, row.key)) && told_there(one))
            .filter_map(|one| one.after.as_ref().or(one.before.as_ref()))
            .filter_map(|image| said("contact_id", image, names, today, false))
            .collect();
        if !people.is_empty() {
            let after = Some(people.join(" and "));
            changed.fields.push(FieldChange { field: "with".to_owned(), before: None, after });
        }
        all.push(changed);
    }
    all
}

fn changed(row: &Row, names: &Names, today: NaiveDate) -> Option<Changed> {
    let told = words::row(row.table)?;
    let image = row.after.as_ref().or(row.before.as_ref())?;
    let mut fields = Vec::new();
    match (row.did, &row.before, &row.after) {
        (Did::Edited, Some(before), Some(after)) => {
            for (column, new) in after {
                let old = before.get(column);
                let unit = unit_of(column);
                let other = |unit: &str| before.get(unit) != after.get(unit);
                if old == Some(new) && !unit.is_some_and(other) || QUIET.contains(&column.as_str())
                {
                    continue;
                }
                let told = |exact: bool| {
                    let side = |image| said(column, image, names, today, exact);
                    (side(before), side(after))
                };
                let (mut before, mut after) = told(false);
                if before == after {
                    (before, after) = told(true);
                }
                fields.push(FieldChange { field: words::column(column), before, after });
            }
            if fields.is_empty() {
                return None;
            }
        }
        _ => {
            for column in told.facts {
                let Some(value) = said(column, image, names, today, false) else { continue };
                let field = match *column {
                    column if BARE.contains(&column) => String::new(),
                    column => words::column(column),
                };
                let side = |did| (row.did == did).then(|| value.clone());
                let (before, after) = (side(Did::Removed), side(Did::Added));
                fields.push(FieldChange { field, before, after });
            }
        }
    }
    let name = (!told.name.is_empty()).then(|| said(told.name, image, names, today, false));
    Some(Changed {
        did: row.did,
        record: told.word.to_owned(),
        table: told.table,
        id: Id(row.key),
        name: name.flatten(),
        fields,
    })
}

/// The column that says in what another one is counted.
fn unit_of(column: &str) -> Option<&'static str> {
    match column {
        "amount" | "new_amount" => Some("currency"),
        "turnover" => Some("turnover_currency"),
        "notice_count" => Some("notice_unit"),
        _ => None,
    }
}

fn number(value: &Value) -> Option<i64> {
    match value {
        Value::Int(number) | Value::Ref(number) => Some(*number),
        _ => None,
    }
}

/// What a column holds, as a person would say it; none: nothing. `exact`: an amount to the cent.
fn said(
    column: &str,
    image: &Image,
    names: &Names,
    today: NaiveDate,
    exact: bool,
) -> Option<String> {
    let value = image.get(column)?;
    let unit = unit_of(column).and_then(|unit| match image.get(unit) {
        Some(Value::Text(unit)) => Some(unit.as_str()),
        _ => None,
    });
    Some(match value {
        Value::Null => return None,
        Value::Int(number) | Value::Ref(number) => {
            if let Some(table) = words::refers_to(column) {
                let name = names.get(&(table, *number)).cloned();
                return Some(name.unwrap_or_else(|| format!("{table} {number}")));
            }
            match (unit, unit.and_then(Currency::from_code)) {
                (Some(_), Some(currency)) => money(*number, currency, exact),
                (Some(unit), None) => format!("{number} {unit}"),
                _ if YES_NO.contains(&column) => if *number == 1 { "yes" } else { "no" }.to_owned(),
                _ if column == "mood" => signed(*number),
                _ if column == "probability" => format!("{number} %"),
                _ => number.to_string(),
            }
        }
        Value::Real(number) => number.to_string(),
        Value::Text(text) => match cell::day(text.as_bytes()) {
            Some(date) => day(date, today),
            None if matches!(column, "code" | "signal") => {
                table::rule(text).map_or_else(|| text.clone(), |rule| rule.title.to_owned())
            }
            None if text.trim().is_empty() => return None,
            None if column == "quote" => format!("“{}”", short(text)),
            None => short(text),
        },
    })
}

fn money(minor: i64, currency: Currency, exact: bool) -> String {
    let money = Money { minor, currency };
    if exact {
        return format!("{}{}", currency.sign(), money.units());
    }
    money.signed_short()
}

fn short(text: &str) -> String {
    let line: Vec<&str> = text.split_whitespace().collect();
    let line = line.join(" ");
    if line.chars().count() <= LETTERS {
        return line;
    }
    let kept: String = line.chars().take(LETTERS - 1).collect();
    format!("{}…", kept.trim_end())
}

/// `added: 1 account, 7 contacts; changed: 2 steps`.
pub(super) fn counted(rows: &[Row]) -> String {
    let mut parts = Vec::new();
    for (did, word) in
        [(Did::Added, "added"), (Did::Edited, "changed"), (Did::Removed, "taken out")]
    {
        let of: Vec<String> = words::TABLES
            .iter()
            // Who took part comes with the talk.
            .filter(|told| !matches!(told.table, "talk_person" | "step_person"))
            .filter_map(|told| {
                let rows = rows.iter().filter(|row| row.did == did && row.table == told.table);
                let count = rows.count();
                (count > 0).then(|| words::counted(count, told.word))
            })
            .collect();
        if !of.is_empty() {
            parts.push(format!("{word}: {}", of.join(", ")));
        }
    }
    parts.join("; ")
}
