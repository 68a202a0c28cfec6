//! `trellis config`: where the configuration lies.

use super::{Answer, Common, JSON_VERSION, json};
use crate::error::Result;
use crate::paths::config_file;
use clap::Subcommand;
use serde_json::json as object;

#[derive(Debug, Subcommand)]
pub enum Asked {
    /// Where the config file and the book are looked for
    Path,
}

pub fn run(asked: &Asked, common: &Common) -> Result<Answer> {
    match asked {
        Asked::Path => {
            let (config, place) = (config_file()?, common.place()?);
            if common.json {
                return json::print(&object!({
                    "version": JSON_VERSION,
                    "config": config,
                    "book": place.book,
                    "backups": place.backups,
                    "drafts": place.drafts,
                }));
            }
            let said = format!(
                "config   {}\nbook     {}\nbackups  {}\n",
                config.display(),
                place.book.display(),
                place.backups.display()
            );
            Ok(said.into())
        }
    }
}
