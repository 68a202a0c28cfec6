//! `trellis find WORDS`: what holds all the words, the newest first.

use super::account::Named;
use super::page::{Page, Side};
use super::{Answer, Common, JSON_VERSION, figure, json};
use crate::domain::book::hit::{Hit, Hits, MOST};
use crate::error::Result;
use chrono::NaiveDate;
use serde_json::json as object;

#[derive(Debug, clap::Args)]
pub struct Asked {
    /// Beginnings of words, two letters at least: all of them stand in what is found
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
    /// Only what belongs to this account
    #[arg(long, value_name = "ACCOUNT")]
    account: Option<String>,
}

pub fn run(asked: &Asked, common: &Common) -> Result<Answer> {
    let today = common.clock().now().today;
    let reading = common.reading()?;
    let account = match &asked.account {
        Some(name) => Some(Named::called(name).find(&reading)?),
        None => None,
    };
    let sought = asked.words.join(" ");
    let found = reading.search(&sought, account)?;
    if common.json {
        return json::print(&object!({
            "version": JSON_VERSION,
            "sought": sought,
            "more": found.more,
            "hits": found.hits,
        }));
    }
    Ok(page(&found, today).into())
}

/// Columns of a line, and how many of them stand before the first hit where it is cut.
const LINE: usize = 90;
const BEFORE: usize = 20;

fn page(found: &Hits, today: NaiveDate) -> Page {
    let mut said = Page::default();
    if found.hits.is_empty() {
        said.put("Nothing holds all of these words.\n");
        return said;
    }
    let rows: Vec<Vec<String>> = found
        .hits
        .iter()
        .map(|hit| {
            let account = hit.account.as_ref().map_or(figure::NOTHING, |(_, name)| name.as_str());
            vec![
                account.to_owned(),
                hit.on_date.map_or_else(String::new, |on| figure::day(on, today)),
                hit.kind.to_owned(),
                excerpt(hit),
            ]
        })
        .collect();
    let columns = [(Side::Left, 28), (Side::Right, 12), (Side::Left, 14), (Side::Left, LINE)];
    said.table(&columns, &rows);
    if found.more {
        said.put(format!("\nThe newest {MOST}; one word more finds less.\n"));
    }
    said
}

/// The line from shortly before its first hit, where that would not be seen otherwise.
fn excerpt(hit: &Hit) -> String {
    match hit.marks.first() {
        Some((first, _)) if *first > LINE / 2 => {
            let rest: String = hit.line.chars().skip(first.saturating_sub(BEFORE)).collect();
            format!("…{rest}")
        }
        _ => hit.line.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cell::Id;

    #[test]
    fn a_hit_far_to_the_right_is_brought_into_sight() {
        let mut hit = Hit {
            kind: "talk",
            record: ("talk", Id(1)),
            account: None,
            on_date: None,
            field: "note",
            line: format!("{}budget{}", "a ".repeat(60), " b".repeat(60)),
            marks: vec![(120, 126)],
        };
        assert!(excerpt(&hit).starts_with("…a a a a a a a a a a budget b"), "{}", excerpt(&hit));
        hit.marks = vec![(4, 5)];
        assert_eq!(excerpt(&hit), hit.line);
    }
}
