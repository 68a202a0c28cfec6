//! The whole book gone through once, each account with its records and how it stands.

use super::Reading;
use super::judge::{Detail, Judged};
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::mask;
use crate::domain::rank::rank;
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::standing::{Ranking, Standing};
use crate::error::Result;
use crate::store::read;
use chrono::NaiveDate;

/// For which day, and for whose eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    pub today: NaiveDate,
    /// Names, money and free text are hidden before anything is made of them.
    pub mask: bool,
}

/// How all accounts stand, once the last was seen.
#[derive(Clone, Debug)]
pub struct Swept {
    /// By account number.
    pub standings: Vec<Standing>,
    pub around: Around,
    pub rules: Rules,
}

impl Swept {
    /// The order of the list; few pages ask for it.
    #[must_use]
    pub fn ranking(&self, today: NaiveDate) -> Ranking {
        rank(&self.standings, &self.rules, today)
    }
}

impl Reading {
    /// Goes through the whole book by account number and hands on each account.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn sweep(
        &self,
        ask: Ask,
        mut each: impl FnMut(Records, &Standing, &Rules),
    ) -> Result<Swept> {
        let today = ask.today;
        self.store.read(|tx| {
            let mut rules = self.rules_in(tx)?;
            let mark = Self::mark(tx)?;
            let step = read::last_step(tx.connection())?;
            let around = if mark.current(today, &rules, step) {
                mark.around
            } else {
                Judged::all(tx, &rules, today, &mark.around, Detail::Lean)?.around
            };
            if ask.mask {
                mask::rules(&mut rules);
            }
            let mut standings = Vec::new();
            read::stream(tx.connection(), today, |mut records| {
                if ask.mask {
                    mask::records(&mut records);
                }
                let standing = assess(&records, &around, &rules, today);
                each(records, &standing, &rules);
                standings.push(standing);
                Ok(())
            })?;
            Ok(Swept { standings, around, rules })
        })
    }
}
