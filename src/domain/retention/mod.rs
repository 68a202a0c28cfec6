//! What became of the book's revenue over a period: kept, grown, shrunk, lost. The field's standard
//! practice, told so that two people compute the same number.
//!
//! *Start* is the end of the day before the period. The *cohort* is every account with ARR then;
//! what came in by entries *new*, *reactivation* and *opening* stands on lines of its own.

mod account;
pub mod period;

pub use account::{Kept, Ledger, LeftOut, Moved, Why, moved};

use super::account::Tier;
use super::records::Exchange;
use super::word::words;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Days of a period for which lifetime value is told.
pub const YEAR_DAYS: i64 = 365;

words! {
    /// How ARR outside the cohort came in.
    Came { New = "new", Reactivated = "reactivated", Opening = "opening", }
}

/// Sums over some accounts, minor units of the base currency, and the figures made of them.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Line {
    /// Accounts of the cohort: those with ARR at the start.
    pub accounts: usize,
    /// ARR of the cohort at the start.
    pub start: i64,
    /// ARR at the end, of the cohort and of what came in.
    pub end: i64,
    /// What the cohort still pays at the end.
    pub kept: i64,
    pub expansion: i64,
    /// Of the expansion, what dearer prices made.
    pub price: i64,
    pub contraction: i64,
    pub churn: i64,
    pub new: i64,
    pub reactivated: i64,
    pub opening: i64,
    /// Accounts of the cohort that grew, shrank, left.
    pub grown: usize,
    pub shrunk: usize,
    pub lost: usize,
    /// Accounts that came in: new, reactivated, opened.
    pub came: [usize; 3],
    /// Net revenue retention: what the cohort pays at the end / at the start; none without a start.
    pub nrr: Option<f64>,
    /// Gross revenue retention: the same, growth left out.
    pub grr: Option<f64>,
    /// Accounts of the cohort that still pay / all of it.
    pub logo_retention: Option<f64>,
    /// (churn + contraction) / start.
    pub revenue_churn: Option<f64>,
    /// Expansion for one month.
    pub expansion_mrr: f64,
    /// Mean ARR of the cohort × margin / revenue churn; for 365 days only, and where margin and
    /// churn are known and not 0.
    pub lifetime_value: Option<f64>,
}

/// The whole of it.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Retention {
    /// First and last day of the period.
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// Code of the base currency, in whose minor units all amounts are.
    pub currency: super::money::Currency,
    /// Gross margin that lifetime value is told by, 0-1; none: not known.
    pub margin: Option<f64>,
    pub total: Line,
    /// The same by the tier that accounts have now; without tier first.
    pub tiers: Vec<TierLine>,
    /// Every account with ARR at the start or the end, largest at the start first.
    pub accounts: Vec<Moved>,
    /// Accounts in no sum, and why.
    pub left_out: Vec<LeftOut>,
}

#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct TierLine {
    pub tier: Option<Tier>,
    #[serde(flatten)]
    pub line: Line,
}

/// What became of the revenue of these accounts from the first to the last day of a period.
/// `margin` is the gross margin, 0-1; none: unknown.
#[must_use]
pub fn retention<'a>(
    ledgers: impl IntoIterator<Item = Ledger<'a>>,
    from: NaiveDate,
    to: NaiveDate,
    exchange: &Exchange,
    margin: Option<f64>,
) -> Retention {
    let (mut accounts, mut left_out) = (Vec::new(), Vec::new());
    let mut total = Line::default();
    let mut tiers: BTreeMap<Option<Tier>, Line> = BTreeMap::new();
    for ledger in ledgers {
        match moved(ledger, from, to, exchange) {
            Ok(Some(one)) => {
                total.add(&one);
                tiers.entry(ledger.account.tier).or_default().add(&one);
                accounts.push(one);
            }
            Ok(None) => {}
            Err(one) => left_out.push(one),
        }
    }
    // Both days belong to the period.
    let year = (to - from).num_days() + 1 == YEAR_DAYS;
    let told = margin.filter(|_| year);
    total.finish(told);
    let tiers = tiers.into_iter().map(|(tier, mut line)| {
        line.finish(told);
        TierLine { tier, line }
    });
    let tiers = tiers.collect();
    accounts.sort_by(|a, b| {
        (b.start, b.end, &a.name, a.account).cmp(&(a.start, a.end, &b.name, b.account))
    });
    left_out.sort_by(|a, b| (&a.name, a.account).cmp(&(&b.name, b.account)));
    Retention { from, to, currency: exchange.base, margin, total, tiers, accounts, left_out }
}

fn ratio(part: i64, whole: i64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

fn plus(sum: &mut i64, amount: i64) {
    *sum = sum.saturating_add(amount);
}

impl Line {
    fn add(&mut self, one: &Moved) {
        plus(&mut self.end, one.end);
        plus(&mut self.new, one.new);
        plus(&mut self.reactivated, one.reactivated);
        plus(&mut self.opening, one.opening);
        let came = [one.new, one.reactivated, one.opening];
        for (count, amount) in self.came.iter_mut().zip(came) {
            *count += usize::from(amount != 0);
        }
        if one.start == 0 {
            return;
        }
        self.accounts += 1;
        plus(&mut self.start, one.start);
        plus(&mut self.kept, one.kept);
        plus(&mut self.price, one.price);
        let lost = one.start.saturating_sub(one.kept);
        match one.verdict {
            Kept::Grown => {
                self.grown += 1;
                plus(&mut self.expansion, one.kept.saturating_sub(one.start));
            }
            Kept::Shrunk => {
                self.shrunk += 1;
                plus(&mut self.contraction, lost);
            }
            Kept::Lost => {
                self.lost += 1;
                plus(&mut self.churn, lost);
            }
            Kept::Same | Kept::Came => {}
        }
    }

    fn finish(&mut self, margin: Option<f64>) {
        self.nrr = ratio(self.kept, self.start);
        self.grr = ratio(self.kept.saturating_sub(self.expansion), self.start);
        let here = self.accounts - self.lost;
        self.logo_retention = (self.accounts > 0).then(|| here as f64 / self.accounts as f64);
        self.revenue_churn = ratio(self.churn.saturating_add(self.contraction), self.start);
        self.expansion_mrr = self.expansion as f64 / 12.0;
        self.lifetime_value = self
            .revenue_churn
            .filter(|churn| *churn > 0.0)
            .zip(margin.filter(|margin| *margin > 0.0))
            .map(|(churn, margin)| self.start as f64 / self.accounts as f64 * margin / churn);
    }
}

#[cfg(test)]
mod tests;
