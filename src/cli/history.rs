//! `trellis history`: the changes made to the book, newest first.

use super::page::{Page, Side};
use super::{Answer, Common, JSON_VERSION, json};
use crate::error::Result;
use serde_json::json as object;

#[derive(Debug, clap::Args)]
pub struct Asked {
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
    let steps = common.reading()?.history(asked.limit as usize)?;
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
