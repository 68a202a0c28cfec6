//! `trellis backup`: a verified copy of the book.

use super::{Answer, Common, JSON_VERSION, json};
use crate::error::Result;
use crate::text;
use serde_json::json as object;

pub fn run(common: &Common) -> Result<Answer> {
    let made = common.desk()?.backup(common.clock().now().at)?;
    let file = common.place()?.backups.join(&made.name).display().to_string();
    if common.json {
        return json::print(&object!({ "version": JSON_VERSION, "file": file, "backup": made }));
    }
    let said =
        format!("{} · {} bytes, read back and found whole\n", text::shown(&file), made.bytes);
    Ok(said.into())
}
