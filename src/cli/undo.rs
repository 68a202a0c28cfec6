//! `trellis undo` and `trellis redo`.

use super::page::Page;
use super::{Answer, Common, JSON_VERSION, json};
use crate::desk::Receipt;
use crate::error::Result;
use crate::text;
use serde_json::json as object;

#[derive(Debug, clap::Args)]
pub struct Asked {
    /// The change to take back, by its number in the history; else the newest
    #[arg(value_name = "NUMBER", value_parser = number)]
    step: Option<i64>,
}

fn number(text: &str) -> std::result::Result<i64, String> {
    text.parse().map_err(|_| "a number, as trellis history tells it".to_owned())
}

pub fn undo(asked: &Asked, common: &Common) -> Result<Answer> {
    let receipt = common.desk()?.undo(asked.step, common.clock().now())?;
    answer(&receipt, "Undone", common.json)
}

pub fn redo(common: &Common) -> Result<Answer> {
    let receipt = common.desk()?.redo(common.clock().now())?;
    answer(&receipt, "Done again", common.json)
}

/// `Undone: ROI sheet moved to 24 Nov. 5.6 → 5.2.`
fn answer(receipt: &Receipt, did: &str, as_json: bool) -> Result<Answer> {
    if as_json {
        return json::print(&object!({ "version": JSON_VERSION, "receipt": receipt }));
    }
    let mut said = Page::default();
    said.put(format!("{did}: {}.", text::shown(&receipt.label)));
    if let Some(effect) = receipt.effect() {
        said.put(format!(" {}.", text::shown(&effect)));
    }
    said.put("\n");
    Ok(said.into())
}
