//! `trellis story`: what moved in a week, the three biggest things to do, what comes next.

use super::{Answer, Common, JSON_VERSION, json, lines};
use crate::desk::Ask;
use crate::domain::page::whole;
use crate::error::Result;
use serde_json::Value;

pub fn run(common: &Common) -> Result<Answer> {
    let ask = Ask { today: common.clock().now().today, mask: common.mask };
    let story = common.reading()?.story(ask)?;
    if common.json {
        let mut told = json::fields(&story)?;
        told.insert("version".to_owned(), Value::from(JSON_VERSION));
        return json::print(&Value::Object(told));
    }
    let page = whole::story::page(&story, &|_| None);
    Ok(lines::under("The week", &page).into())
}
