//! The five opportunities that come first: by verdict, then by value and ease. What the state of
//! the account or a *no* holds back is counted, not listed.

use crate::domain::cell::Id;
use crate::domain::expansion::OpportunityLine;
use crate::domain::expansion::verdict::Verdict;
use crate::domain::money::Money;
use crate::domain::revenue::opportunity::OpportunityStage;
use chrono::NaiveDate;
use std::cmp::Reverse;

/// So many are gone through in a review.
pub const SHOWN: usize = 5;

/// One open opportunity.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Growing {
    pub account: Id,
    pub name: String,
    pub opportunity: Id,
    pub title: String,
    pub stage: OpportunityStage,
    pub verdict: Verdict,
    /// Value × ease / 5, base currency; none while either is unknown.
    pub rank: Option<Money>,
    pub value: Option<Money>,
    /// What the verdict rests on: `Validate: not asked yet about the right time.`
    pub says: String,
    pub last_talk_on: Option<NaiveDate>,
    pub next_talk_on: Option<NaiveDate>,
}

/// What could grow.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Growth {
    /// The first five to pursue or to validate.
    pub top: Vec<Growing>,
    /// Open ones to pursue or to validate beyond those five.
    pub more: usize,
    /// Held back by a *no*.
    pub waiting: usize,
    /// Held back because the account is at risk.
    pub repair: usize,
}

impl Growth {
    /// Takes an opportunity of an account.
    pub fn add(&mut self, account: Id, name: &str, line: &OpportunityLine) {
        let Some(judged) = &line.judged else { return };
        match judged.verdict {
            Verdict::Wait => self.waiting += 1,
            Verdict::RepairFirst => self.repair += 1,
            Verdict::Pursue | Verdict::Validate => self.top.push(Growing {
                account,
                name: name.to_owned(),
                opportunity: line.id,
                title: line.title.clone(),
                stage: line.stage,
                verdict: judged.verdict,
                rank: line.rank,
                value: line.value,
                says: judged.says.clone(),
                last_talk_on: line.last_talk_on,
                next_talk_on: line.next_talk_on,
            }),
        }
    }

    /// Leaves the first five.
    pub(super) fn sort(&mut self) {
        let minor = |one: &Growing| one.rank.map(|rank| rank.minor);
        self.top.sort_by(|one, two| {
            (one.verdict, Reverse(minor(one)), &one.name, one.opportunity).cmp(&(
                two.verdict,
                Reverse(minor(two)),
                &two.name,
                two.opportunity,
            ))
        });
        self.more += self.top.len().saturating_sub(SHOWN);
        self.top.truncate(SHOWN);
    }
}
