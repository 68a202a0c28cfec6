//! What falls due over the whole book, and the brief of one account.

use super::Reading;
use crate::domain::agenda::{self, Agenda, Due};
use crate::domain::brief::{self, Brief};
use crate::domain::cell::Id;
use crate::domain::mask;
use crate::domain::ours::away::Away;
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::error::{Kind, Result};
use crate::store::read;
use chrono::NaiveDate;

/// What an agenda is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ahead {
    pub today: NaiveDate,
    /// The last day of it.
    pub until: NaiveDate,
    /// Names, money and free text are hidden.
    pub mask: bool,
}

impl Reading {
    /// What falls due up to a day, that of no account included.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn agenda(&self, today: NaiveDate, until: NaiveDate) -> Result<Agenda> {
        self.agenda_for(Ahead { today, until, mask: false })
    }

    /// The same, as it may be shown.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn agenda_for(&self, ahead: Ahead) -> Result<Agenda> {
        let (dues, rules) = self.dues(None, ahead)?;
        Ok(agenda::agenda(dues, &rules, ahead.today, ahead.until))
    }

    /// An agenda once these accounts were changed: nothing else is read again but what no account
    /// claims.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn agenda_again(&self, held: Agenda, touched: &[Id], mask: bool) -> Result<Agenda> {
        let ahead = Ahead { today: held.today, until: held.until, mask };
        let (dues, rules) = self.dues(Some(touched), ahead)?;
        Ok(held.renewed(Some(touched), dues, &rules))
    }

    fn dues(&self, touched: Option<&[Id]>, ahead: Ahead) -> Result<(Vec<Due>, Rules)> {
        let Ahead { today, until, mask } = ahead;
        let mut unlinked = self.unlinked_all()?.steps;
        let mut absences = self.every::<Away>()?;
        if mask {
            for step in &mut unlinked {
                mask::step(step, &[]);
            }
            for away in &mut absences {
                away.note = None;
            }
        }
        let mut dues: Vec<Due> =
            unlinked.iter().filter_map(|step| agenda::unlinked(step, today, until)).collect();
        dues.extend(absences.iter().filter_map(|away| agenda::absence(away, today, until)));
        self.store.read(|tx| {
            let rules = self.rules_in(tx)?;
            let mut take = |mut records: Records| {
                if mask {
                    mask::records(&mut records);
                }
                dues.extend(agenda::of(&records, &rules, today, until));
            };
            match touched {
                None => read::stream(tx.connection(), today, |records| {
                    take(records);
                    Ok(())
                })?,
                Some(accounts) => {
                    for account in accounts {
                        match read::one(tx.connection(), *account, today) {
                            Ok(records) => take(records),
                            // It is no more, and with it all that fell due on it.
                            Err(error) if error.kind == Kind::NotFound => {}
                            Err(error) => return Err(error),
                        }
                    }
                }
            }
            Ok((dues, rules))
        })
    }

    /// What to have at hand before a talk.
    ///
    /// # Errors
    /// There is no such account, or the book cannot be read.
    pub fn brief(&self, account: Id, today: NaiveDate) -> Result<Brief> {
        let dossier = self.dossier_on(account, today)?;
        let log = self.log(account, 0, today)?;
        let rules = self.store.read(|tx| self.rules_in(tx))?;
        Ok(brief::brief(&dossier, &log.entries, &rules, today))
    }
}
