//! `trellis keys`: every act with its place, its keys and its name in the config file.

use super::page::{Page, Side};
use super::{Answer, Common, JSON_VERSION, Keys, json};
use crate::config::KeyRow;
use crate::error::Result;
use serde_json::json as object;

pub fn run(common: &Common, keys: Keys) -> Result<Answer> {
    let table = keys(&common.config.keys);
    if common.json {
        return json::print(&object!({ "version": JSON_VERSION, "keys": table.rows }));
    }
    let mut said = Page::default();
    said.put("As set in the config file; trellis config default shows how.\n");
    for rows in table.rows.chunk_by(|one, other| one.place == other.place) {
        let Some(first) = rows.first() else { continue };
        said.put(format!("\n{}\n", first.place));
        let rows: Vec<Vec<String>> = rows.iter().map(row).collect();
        said.table(&[(Side::Left, 24), (Side::Left, 40), (Side::Left, 20)], &rows);
    }
    Ok(said.into())
}

fn row(row: &KeyRow) -> Vec<String> {
    vec![row.keys.join(" "), row.does.clone(), row.action.clone()]
}
