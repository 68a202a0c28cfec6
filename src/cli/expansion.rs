//! `trellis expansion`: what could grow in the whole book, as the screen has it.

use super::page::Page;
use super::{Answer, Common, JSON_VERSION, json, lines};
use crate::desk::Ask;
use crate::domain::expansion::book::Grown;
use crate::domain::mask;
use crate::domain::page;
use crate::domain::page::whole::{not_bought, opportunities, qbrs, tiers};
use crate::domain::rules::Rules;
use crate::error::Result;
use serde_json::Value;

/// One of its pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Sheet {
    /// What is open, ranked and gated, and the sums by stage
    Opportunities,
    /// The QBRs of the next quarter and what to bring
    Qbrs,
    /// What they don't buy yet
    NotBought,
    /// The tiers that the figures suggest
    Tiers,
}

/// With its title and what makes it.
type Made = (Sheet, &'static str, fn(&Grown, &Rules) -> page::Page);

const SHEETS: [Made; 4] = [
    (Sheet::Opportunities, "Opportunities", opportunities::page),
    (Sheet::Qbrs, "QBRs", qbrs::page),
    (Sheet::NotBought, "Not bought", |grown, _| not_bought::page(grown)),
    (Sheet::Tiers, "Tiers", tiers::page),
];

#[derive(Debug, clap::Args)]
pub struct Asked {
    /// One page alone
    #[arg(long, value_name = "NAME", conflicts_with = "json")]
    page: Option<Sheet>,
}

pub fn run(asked: &Asked, common: &Common) -> Result<Answer> {
    let reading = common.reading()?;
    let ask = Ask { today: common.clock().now().today, mask: common.mask };
    let grown = reading.grown(ask)?;
    if common.json {
        let mut all = json::fields(&grown)?;
        all.insert("version".into(), JSON_VERSION.into());
        let mut all = Value::from(all);
        if common.mask {
            json::hide_amounts(&mut all);
        }
        return json::print(&all);
    }
    let mut rules = reading.rules_now()?;
    if common.mask {
        mask::rules(&mut rules);
    }
    let mut said = Page::default();
    for (sheet, title, page) in SHEETS {
        if asked.page.is_some_and(|one| one != sheet) {
            continue;
        }
        if !said.as_ref().is_empty() {
            said.put("\n\n");
        }
        said.put(lines::under(title, &page(&grown, &rules)));
    }
    Ok(said.into())
}
