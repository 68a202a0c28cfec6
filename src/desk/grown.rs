//! What could grow in the whole book.

use super::{Ask, Reading};
use crate::domain::expansion::book::qbr::{Qbr, stands_in};
use crate::domain::expansion::book::{Grown, Tally};
use crate::domain::mask;
use crate::domain::plan::step::Step;
use crate::domain::revenue::offering::Offering;
use crate::domain::revenue::opportunity::Opportunity;
use crate::error::Result;
use crate::store::{Tx, read};

impl Reading {
    /// All open opportunities, the QBRs ahead, what they don't buy yet, the tiers suggested.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn grown(&self, ask: Ask) -> Result<Grown> {
        let mut offerings: Vec<Offering> = self.every()?;
        if ask.mask {
            offerings.iter_mut().for_each(mask::offering);
        }
        let mut tally = Tally::on(ask.today, offerings);
        let swept =
            self.sweep(ask, |records, standing, rules| tally.add(records, standing, rules))?;
        let mut grown = tally.finish(&swept.standings, &swept.rules);
        self.store.read(|tx| {
            for qbr in &mut grown.qbrs.coming {
                agenda(tx, qbr, ask.mask)?;
            }
            Ok(())
        })?;
        Ok(grown)
    }
}

/// What stands in the agenda of a meeting already, whether or not it may be shown.
fn agenda(tx: &Tx, qbr: &mut Qbr, masked: bool) -> Result<()> {
    let Some(meeting) = &mut qbr.meeting else { return Ok(()) };
    let step: Option<Step> = read::by_id(tx.connection(), meeting.id)?;
    let Some(agenda) = step.and_then(|step| step.agenda) else { return Ok(()) };
    for case in &mut qbr.cases {
        let named: Option<Opportunity> = read::by_id(tx.connection(), case.opportunity)?;
        let title = named.map(|one| one.title).filter(|title| !title.trim().is_empty());
        case.brought = title.is_some_and(|title| stands_in(&agenda, &title));
    }
    if !masked {
        meeting.agenda = Some(agenda);
    }
    Ok(())
}
