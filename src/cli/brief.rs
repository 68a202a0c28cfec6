//! `trellis brief ACCOUNT`: what to have at hand before a talk, on one screen.

use super::account::Named;
use super::page::Page;
use super::{Answer, Common, JSON_VERSION, json};
use crate::domain::brief::{Brief, LINES};
use crate::error::Result;
use crate::text;
use serde_json::json as object;

/// Columns of a line.
const WIDE: usize = 110;

/// Columns of the word in front of a part.
const LEAD: usize = 10;

pub fn run(asked: &Named, common: &Common) -> Result<Answer> {
    let today = common.clock().now().today;
    let reading = common.reading()?;
    let brief = reading.brief(asked.find(&reading)?, today)?;
    if common.json {
        return json::print(&object!({
            "version": JSON_VERSION,
            "today": today,
            "brief": brief,
        }));
    }
    Ok(page(&brief).into())
}

fn page(brief: &Brief) -> Page {
    let mut all = vec![format!("{} · {}", text::shown(&brief.name), brief.head)];
    for section in &brief.sections {
        let (shown, more) = section.shown();
        for (nth, line) in shown.iter().enumerate() {
            let lead = if nth == 0 { section.part.word() } else { "" };
            let last = nth + 1 == shown.len() && more > 0;
            let rest = if last { format!(" +{more}") } else { String::new() };
            let room = WIDE - LEAD - text::width(&rest);
            let told = text::fit(&line.text, room);
            all.push(format!("{}{told}{rest}", text::pad_right(lead, LEAD)));
        }
    }
    let mut said = Page::default();
    for line in all.iter().take(LINES) {
        said.put(line);
        said.put("\n");
    }
    said
}
