//! `trellis history`: the changes made to the book, or to one account, newest first.

use super::account::Named;
use super::page::{Page, Side};
use super::{Answer, Common, JSON_VERSION, json};
use crate::desk::Reading;
use crate::domain::account::Account;
use crate::domain::day::typed;
use crate::domain::history::{Changed, Entry};
use crate::error::Result;
use crate::text;
use chrono::NaiveDate;
use serde_json::json as object;

/// Columns of a line behind the day.
const WIDTH: usize = 90;

#[derive(Debug, clap::Args)]
pub struct Asked {
    /// What was changed of one account, field by field: its name, its beginning, or #12
    #[arg(value_name = "ACCOUNT")]
    account: Option<String>,
    /// At most so many
    #[arg(long, value_name = "COUNT", default_value_t = 20, value_parser = count)]
    #[arg(allow_negative_numbers = true)]
    limit: u32,
}

fn count(text: &str) -> std::result::Result<u32, String> {
    match text.parse() {
        Ok(0) | Err(_) => Err("a whole number from 1".to_owned()),
        Ok(count) => Ok(count),
    }
}

pub fn run(asked: &Asked, common: &Common) -> Result<Answer> {
    let reading = common.reading()?;
    if let Some(named) = &asked.account {
        return of_account(&Named::by(named), asked.limit as usize, &reading, common);
    }
    let steps = reading.history(asked.limit as usize)?;
    if common.json {
        return json::print(&object!({ "version": JSON_VERSION, "steps": steps }));
    }
    if steps.is_empty() {
        return Ok("Nothing was changed yet.\n".to_owned().into());
    }
    let rows: Vec<Vec<String>> = steps
        .iter()
        .map(|step| {
            let undone = step.undone_by.map_or_else(String::new, |by| format!("undone by {by}"));
            let label = if step.undoes.is_some() {
                format!("{}: {}", step.kind, step.label)
            } else {
                step.label.clone()
            };
            vec![step.id.to_string(), step.on.to_string(), label, undone]
        })
        .collect();
    let mut said = Page::default();
    let columns = [(Side::Right, 8), (Side::Left, 10), (Side::Left, 70), (Side::Left, 20)];
    said.table(&columns, &rows);
    Ok(said.into())
}

/// What was written of one account, record by record.
fn of_account(named: &Named, limit: usize, reading: &Reading, common: &Common) -> Result<Answer> {
    let account = named.find(reading)?;
    let today = common.clock().now().today;
    let history = reading.history_of(account, limit, today)?;
    if common.json {
        let mut all = json::fields(&history)?;
        all.insert("version".into(), JSON_VERSION.into());
        return json::print(&all.into());
    }
    let mut said = Page::default();
    let name = reading.record::<Account>(account)?.name;
    let shown = history.entries.len();
    let count = match (shown, history.total) {
        (0, _) => "nothing was written in its journal".to_owned(),
        (1, 1) => "1 change".to_owned(),
        (shown, total) if shown == total => format!("{total} changes"),
        (shown, total) => format!("the newest {shown} of {total} changes"),
    };
    said.put(format!("{} · {count}", text::shown(&name)));
    if let Some(begins) = history.begins {
        said.put(format!(" · the journal begins on {}", typed(begins)));
    }
    said.put("\n");
    for entry in &history.entries {
        put(&mut said, entry, today);
    }
    Ok(said.into())
}

fn put(said: &mut Page, entry: &Entry, today: NaiveDate) {
    let undone = entry.undone(today).map_or_else(String::new, |told| format!(" ({told})"));
    let lead = format!("{:>8}  {:>11}  ", entry.step, typed(entry.on));
    said.put(format!("{lead}{}{undone}\n", text::shown(&entry.title())));
    let inset = " ".repeat(text::width(&lead));
    for told in entry.changes.iter().map(Changed::told).chain(entry.counted.clone()) {
        for (place, line) in text::wrap(&text::shown(&told), WIDTH).iter().enumerate() {
            let further = if place == 0 { "" } else { "  " };
            said.put(format!("{inset}  {further}{line}\n"));
        }
    }
}
