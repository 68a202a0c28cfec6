//! The Expansion: what could grow in the whole book, the QBRs ahead, what they don't buy yet, the
//! tiers that the figures suggest.

use super::book::Sight;
use super::leaves::{Leaf, Leaves};
use super::whole::Want;
use crate::domain::expansion::book::Grown;
use crate::domain::page::Page;
use crate::domain::page::whole::{not_bought, opportunities, qbrs, tiers};
use crate::domain::rules::Rules;

/// One page, which is made of what was read alone.
#[derive(Debug)]
struct Sheet {
    name: &'static str,
    page: fn(&Grown, &Rules) -> Page,
    concept: &'static str,
}

impl Leaf for Sheet {
    fn name(&self) -> &'static str {
        self.name
    }

    fn wants(&self, _sight: &Sight<'_>) -> Want {
        Want::Expansion
    }

    fn page(&self, sight: &Sight<'_>) -> Option<Page> {
        let grown = sight.beside.whole.expansion.as_ref()?;
        Some((self.page)(grown, sight.rules))
    }

    fn concept(&self) -> &'static str {
        self.concept
    }
}

/// Its pages.
#[must_use]
pub fn expansion() -> Leaves {
    let sheet = |name, page: fn(&Grown, &Rules) -> Page, concept| {
        Box::new(Sheet { name, page, concept }) as Box<dyn Leaf>
    };
    Leaves::of(vec![
        sheet("Opportunities", opportunities::page, "opportunity"),
        sheet("QBRs", qbrs::page, "qbr"),
        sheet("Not bought", |grown, _| not_bought::page(grown), "whitespace"),
        sheet("Tiers", tiers::page, "suggested tier"),
    ])
}
