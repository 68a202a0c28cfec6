//! `trellis forecast`: what a quarter may bring, its target, five lines for a mail.

use super::page::Page;
use super::{Answer, Common, json, lines};
use crate::desk::{Act, Ask};
use crate::domain::forecast::quarter::Quarter;
use crate::domain::forecast::{five, target};
use crate::domain::money::Money;
use crate::domain::page::whole::forecast;
use crate::error::{Error, Kind, Result};
use crate::text;

#[derive(Debug, clap::Args)]
pub struct Asked {
    /// The quarter, as 2026-Q4, q4, this, next or last; else the one that runs
    #[arg(long, value_name = "QUARTER")]
    quarter: Option<String>,
    /// Set what it is to bring, as 1.2m; none takes the target away
    #[arg(long, value_name = "AMOUNT")]
    target: Option<String>,
    /// Only the five lines for a mail
    #[arg(long, conflicts_with_all = ["json", "target"])]
    lines: bool,
}

pub fn run(asked: &Asked, common: &Common) -> Result<Answer> {
    let now = common.clock().now();
    let today = now.today;
    let quarter = match &asked.quarter {
        None => Quarter::of(today),
        Some(text) => Quarter::typed(text, today).ok_or_else(|| {
            Error::new(Kind::Usage, format!("“{}” is no quarter", text::shown(text)))
                .hint("a quarter is written as 2026-Q4, q4, this, next or last")
        })?,
    };
    if let Some(text) = &asked.target {
        set(text, quarter, common)?;
    }
    let reading = common.reading()?;
    let rules = reading.rules();
    let outlook = reading.quarter(Ask { today, mask: common.mask }, quarter)?;
    if common.json {
        let mut all = json::figures(&outlook, today)?;
        if common.mask {
            json::hide_amounts(&mut all);
        }
        return json::print(&all);
    }
    let five = five::lines(&outlook, rules);
    let mut said = Page::default();
    if !asked.lines {
        said = lines::under("Forecast", &forecast::page(&outlook, rules));
        said.put("\nFor a mail\n");
    }
    let indent = if asked.lines { "" } else { "  " };
    for line in &five {
        said.put(format!("{indent}{}\n", text::shown(line)));
    }
    Ok(said.into())
}

/// One step of the journal; nothing where the target is this one already.
fn set(typed: &str, quarter: Quarter, common: &Common) -> Result<()> {
    let mut desk = common.desk()?;
    let reading = common.reading()?;
    let base = reading.rules().exchange.base;
    let wanted = match typed.trim() {
        "none" => None,
        typed => Some(Money::typed(typed, base).filter(|set| set.minor > 0).ok_or_else(|| {
            Error::new(Kind::Usage, format!("“{}” is no amount", text::shown(typed)))
                .hint("an amount is written as 1200000, 940k or 1.2m USD; none takes it away")
        })?),
    };
    let (changes, _) = target::written(reading.target(quarter)?.as_ref(), quarter, wanted);
    if !changes.is_empty() {
        let act = Act::edit(target::label(quarter, wanted), None);
        desk.commit(&act, &changes, common.clock().now())?;
    }
    Ok(())
}
