//! `trellis config`: where the configuration lies, what can be set in it, whether it can be read.

use super::{Answer, Common, JSON_VERSION, Keys, json};
use crate::config::playbooks::Shelf;
use crate::config::{self, Config, Fault};
use crate::error::{Error, Kind, Result};
use crate::paths::{config_file, playbook_directory};
use crate::text::shown;
use clap::Subcommand;
use serde_json::json as object;
use std::process::Command;

#[derive(Debug, Subcommand)]
pub enum Asked {
    /// Where the config file and the book are looked for
    Path,
    /// A config file with everything that can be set, each line with what holds without it
    Default,
    /// Whether the config file can be read, and what in it cannot
    Check,
    /// Open the config file in your editor; it is made where there is none
    Edit,
}

pub fn run(asked: &Asked, common: &Common, keys: Keys) -> Result<Answer> {
    match asked {
        Asked::Path => path(common),
        Asked::Default => {
            let text = config::default_text(&keys(&[]));
            if common.json {
                return json::print(&object!({ "version": JSON_VERSION, "text": text }));
            }
            Ok(text.into())
        }
        Asked::Check => check(common, keys),
        Asked::Edit => {
            edit(&config::make_file(&config::default_text(&keys(&[])))?)?;
            check(common, keys)
        }
    }
}

fn path(common: &Common) -> Result<Answer> {
    let (config, place) = (config_file()?, common.place()?);
    if common.json {
        return json::print(&object!({
            "version": JSON_VERSION,
            "config": config,
            "playbooks": playbook_directory()?,
            "book": place.book,
            "backups": place.backups,
            "drafts": place.drafts,
        }));
    }
    let said = format!(
        "config     {}\nplaybooks  {}\nbook       {}\nbackups    {}\n",
        config.display(),
        playbook_directory()?.display(),
        place.book.display(),
        place.backups.display()
    );
    Ok(said.into())
}

fn check(common: &Common, keys: Keys) -> Result<Answer> {
    let path = config_file()?;
    let config = Config::of_user();
    let mut faults = keys(&config.keys).faults;
    faults.extend(config.faults);
    faults.extend(Shelf::of_user().faults);
    faults.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
    let code = if faults.is_empty() { 0 } else { Kind::Usage.exit_code() };
    if common.json {
        let told = |fault: &Fault| object!({ "file": fault.file(), "line": fault.line, "message": fault.message });
        let told: Vec<_> = faults.iter().map(told).collect();
        let said = object!({ "version": JSON_VERSION, "config": path, "faults": told });
        return Ok(Answer { code, ..json::print(&said)? });
    }
    let mut text = String::new();
    for fault in &faults {
        text.push_str(&shown(&fault.sentence()));
        text.push('\n');
    }
    if faults.is_empty() {
        text = if path.exists() {
            format!("Everything in {} can be read.\n", path.display())
        } else {
            format!("There is no {}: nothing is set.\n", path.display())
        };
    }
    Ok(Answer { text, code })
}

/// Opens the file in the editor that the environment names.
fn edit(path: &std::path::Path) -> Result<()> {
    let named = ["VISUAL", "EDITOR"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|editor| !editor.trim().is_empty()));
    let editor = named.unwrap_or_else(|| "vi".to_owned());
    let mut words = editor.split_whitespace();
    let failed = |error: std::io::Error| {
        Error::system(format!("the editor {editor} did not start"), &error)
            .hint("name another one in the variable EDITOR")
    };
    let mut command = Command::new(words.next().unwrap_or("vi"));
    let ended = command.args(words).arg(path).status().map_err(failed)?;
    if ended.success() {
        return Ok(());
    }
    Err(Error::new(Kind::System, format!("the editor {editor} ended with an error")))
}
