//! The weekly review as it stands, the whole book gone through for it, and its minutes.

use super::Reading;
use super::judge::{Detail, Judged};
use crate::domain::account::Account;
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::cell::Id;
use crate::domain::day::shift;
use crate::domain::mask;
use crate::domain::plan::step::Step;
use crate::domain::records::Records;
use crate::domain::review::Review;
use crate::domain::review::commitment::Commitment;
use crate::domain::review::minutes::noted;
use crate::domain::review::queue::{Queued, consider, queue};
use crate::domain::review::ritual::{EVERY, Last, Ritual, kept, order};
use crate::domain::review::since::Since;
use crate::domain::review::survey::Survey;
use crate::domain::rules::Rules;
use crate::domain::standing::{Group, Ranked, Standing};
use crate::error::Result;
use crate::store::{Tx, read};
use chrono::NaiveDate;
use std::collections::HashMap;

/// How the accounts stand in the list, and what the book is around each.
struct Listed {
    rows: Vec<Ranked>,
    around: Around,
}

impl Reading {
    /// The review as it stands: the running one, the one before, and who would be in the next. The
    /// book is gone through only where none runs.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn ritual(&self, today: NaiveDate) -> Result<Ritual> {
        self.gone_through(false, false, today)
    }

    /// The review with the whole book gone through: what changed, what is left over, what could
    /// grow, the minutes so far.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn surveyed(&self, today: NaiveDate) -> Result<Ritual> {
        self.gone_through(true, false, today)
    }

    /// The same with names, money and free text hidden; the whole book is gone through where that
    /// is asked for.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn masked_ritual(&self, survey: bool, today: NaiveDate) -> Result<Ritual> {
        self.gone_through(survey, true, today)
    }

    fn gone_through(&self, survey: bool, masked: bool, today: NaiveDate) -> Result<Ritual> {
        self.store.read(|tx| {
            let mut rules = self.rules_in(tx)?;
            let mut ritual = standing(tx, today)?;
            if ritual.review.is_some() && !survey {
                if masked {
                    mask::ritual(&mut ritual);
                }
                return Ok(ritual);
            }
            let listed = Self::listed(tx, &rules, today)?;
            if masked {
                mask::ritual(&mut ritual);
                mask::rules(&mut rules);
            }
            let through = Through { tx, listed: &listed, rules: &rules, masked, today };
            if ritual.review.is_none() {
                (ritual.queue, ritual.rest) = through.queued()?;
            }
            if survey {
                ritual.survey = Some(through.survey(&ritual)?);
            }
            Ok(ritual)
        })
    }

    /// The list as it was kept, where it was judged for this day; else judged now.
    fn listed(tx: &Tx, rules: &Rules, today: NaiveDate) -> Result<Listed> {
        let mark = Self::mark(tx)?;
        if mark.current(today, rules, read::last_step(tx.connection())?) {
            let kept = read::standing::kept(tx.connection())?;
            let rows = kept.into_iter().map(|kept| kept.ranked).collect();
            return Ok(Listed { rows, around: mark.around });
        }
        let judged = Judged::all(tx, rules, today, &mark.around, Detail::Lean)?;
        Ok(Listed { rows: judged.ranking.rows, around: judged.around })
    }
}

/// The step of the journal with which the running review began.
fn start(tx: &Tx, running: Option<&Review>) -> Result<Option<i64>> {
    running.map_or(Ok(None), |review| read::review::began(tx.connection(), review.id))
}

/// All but the queue and the survey.
fn standing(tx: &Tx, today: NaiveDate) -> Result<Ritual> {
    let connection = tx.connection();
    let (review, closed) = read::review::reviews(connection)?;
    let mut ritual = Ritual { today, ..Ritual::default() };
    if let Some(review) = &review {
        ritual.visits = read::naming(connection, "review_id", review.id)?;
        order(&mut ritual.visits);
        ritual.commitments = promised(tx, review)?;
        let began = start(tx, Some(review))?;
        for visit in ritual.visits.iter().filter(|visit| visit.queued) {
            if let Some(account) = read::by_id::<Account>(connection, visit.account_id)? {
                let since = read::review::since(connection, &account, began)?;
                ritual.since.push((account.id, since));
            }
        }
    }
    if let Some(review) = closed.first() {
        let mut commitments = Vec::new();
        for one in promised(tx, review)? {
            let step: Option<Step> = match one.step_id {
                Some(step) => read::by_id(connection, step)?,
                None => None,
            };
            commitments.push(kept(one, step.as_ref(), today));
        }
        ritual.last = Some(Last { review: review.clone(), commitments });
    }
    ritual.steps = read::review::steps(connection)?;
    Ok(Ritual { review, closed, ..ritual })
}

/// What a review promised, by place.
fn promised(tx: &Tx, review: &Review) -> Result<Vec<Commitment>> {
    let mut promised: Vec<Commitment> = read::naming(tx.connection(), "review_id", review.id)?;
    promised.sort_by_key(|one| (one.place, one.id));
    Ok(promised)
}

/// The whole book on its way through a review.
struct Through<'a> {
    tx: &'a Tx<'a>,
    listed: &'a Listed,
    rules: &'a Rules,
    masked: bool,
    today: NaiveDate,
}

impl Through<'_> {
    /// Calls `take` with every account and how it stands.
    fn each(&self, mut take: impl FnMut(Records, Standing) -> Result<()>) -> Result<()> {
        read::stream(self.tx.connection(), self.today, |mut records| {
            if self.masked {
                mask::records(&mut records);
            }
            let standing = assess(&records, &self.listed.around, self.rules, self.today);
            take(records, standing)
        })
    }

    fn hidden(&self, since: &mut Since) {
        if self.masked {
            mask::since(since);
        }
    }

    /// Who is to be looked at, and the unchanged rest.
    fn queued(&self) -> Result<(Vec<Queued>, Vec<Queued>)> {
        let rows = &self.listed.rows;
        let places: HashMap<Id, &Ranked> = rows.iter().map(|row| (row.account, row)).collect();
        let mut considered = Vec::new();
        self.each(|records, standing| {
            if !standing.in_book {
                return Ok(());
            }
            let not_yet = Ranked::not_yet(standing.account);
            let ranked = places.get(&standing.account).copied().unwrap_or(&not_yet);
            let mut since = read::review::since(self.tx.connection(), &records.account, None)?;
            self.hidden(&mut since);
            let Self { rules, today, .. } = *self;
            considered.extend(consider(&records, &standing, ranked, &since, rules, today));
            Ok(())
        })?;
        Ok(queue(considered, rows))
    }

    fn survey(&self, ritual: &Ritual) -> Result<Survey> {
        let (connection, today) = (self.tx.connection(), self.today);
        let groups: HashMap<Id, Group> =
            self.listed.rows.iter().map(|row| (row.account, row.group)).collect();
        let last = ritual.last.as_ref().map(|last| &last.review);
        let from = last.map_or_else(|| shift(today, -EVERY), |review| review.opened_on);
        let began = start(self.tx, last)?;
        let steps_before = ritual.review.as_ref().map(|review| review.steps_before);
        let mut survey = Survey::begin(from, today);
        let mut names = Vec::new();
        self.each(|records, standing| {
            let group = groups.get(&standing.account).copied().unwrap_or(Group::Fine);
            let mut since = read::review::since_review(connection, &records.account, from, began)?;
            self.hidden(&mut since);
            survey.add(&records, &standing, group, &since, steps_before, self.rules);
            if let Some(review) = &ritual.review {
                let mut notes =
                    read::review::notes(connection, standing.account, review.opened_on)?;
                if self.masked {
                    notes.iter_mut().for_each(mask::talk);
                }
                survey.noted.extend(noted(&records, &since.closed, &notes, review));
            }
            names.push((standing.account, standing.name));
            Ok(())
        })?;
        for mut step in Reading::unlinked_in(self.tx)?.steps {
            if self.masked {
                mask::step(&mut step, &[]);
            }
            survey.add_unlinked(&step);
        }
        Ok(survey.finish(ritual, &names))
    }
}

#[cfg(test)]
mod tests;
