//! `trellis demo`: the book of made-up accounts.

use super::{Answer, Common, First, JSON_VERSION, Reply, json};
use crate::error::Result;
use crate::exchange::demo;
use serde_json::json as object;

#[derive(Debug, clap::Args)]
pub struct Asked {
    /// Make it anew, even where you have changed it
    #[arg(long)]
    fresh: bool,
    /// Only make it and say where it is, for other commands to use with --db
    #[arg(long)]
    path: bool,
}

/// Stands over the screen as long as the demo is open.
pub(super) const BANNER: &str = "Demo book: made-up accounts, kept apart from yours";

pub(super) fn run(asked: &Asked, common: &Common) -> Result<Reply> {
    let place = common.demo_place()?;
    let state = demo::prepare(&place, asked.fresh, common.rules(), common.clock().now())?;
    if common.json {
        return Ok(Reply::Say(json::print(&object!({
            "version": JSON_VERSION,
            "book": place.book,
            "state": state,
        }))?));
    }
    if asked.path {
        return Ok(Reply::Say(Answer::from(format!("{}\n", place.book.display()))));
    }
    Ok(Reply::Open(place, common.clock(), First::Demo))
}
