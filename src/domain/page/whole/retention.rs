//! What became of the book's revenue over a period: the way from its start to its end, what was
//! kept of it, what leads, and each account that moved.
//!
//! ```text
//!  The last 365 days  23 Nov 2025 to 22 Nov · all accounts
//!    start              9.20M ████████████████████████
//!    + expansion        +600k                        █▌ of which price 120k
//!    − churn            −300k                        ▊
//!    = end              9.50M ████████████████████████▊
//!  Kept
//!    NRR                103 %  9.50M of 9.20M
//! ```

mod accounts;
mod bridge;
mod kept;
mod leads;

use super::super::{Cell, Entry, Ground, Line, Page, Proof, Span};
use crate::domain::account::Tier;
use crate::domain::day::day;
use crate::domain::metrics::Metrics;
use crate::domain::metrics::leading::Led;
use crate::domain::money::{Currency, Money};
use crate::domain::retention::period::{Period, Stretch};
use crate::domain::retention::{LeftOut, Line as Sums, Moved};
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::print::percent;
use chrono::NaiveDate;

/// Which accounts the page is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    #[default]
    All,
    /// Those of a tier, or without one.
    Tier(Option<Tier>),
}

/// What the page is made of.
#[derive(Clone, Copy, Debug)]
pub struct Retained<'a> {
    pub metrics: &'a Metrics,
    pub period: Period,
    pub scope: Scope,
    pub rules: &'a Rules,
    pub today: NaiveDate,
    /// Every account has its line, the ones that pay the same as well.
    pub each: bool,
}

/// Columns of what a figure is called, and of the figure.
const LABEL: u16 = 18;
const FIGURE: u16 = 8;

#[must_use]
pub fn page(of: &Retained<'_>) -> Page {
    let mut lines = vec![heading(of)];
    let Some(sums) = of.sums() else {
        lines.push(Line::prose(EMPTY));
        lines.extend(leads::lines(of));
        lines.extend(accounts::left_out(of));
        return Page { figure: String::new(), lines };
    };
    lines.extend(bridge::lines(of, sums));
    lines.push(Line::gap());
    lines.extend(kept::lines(of, sums));
    lines.extend(kept::tiers(of));
    lines.extend(leads::lines(of));
    lines.extend(accounts::lines(of));
    lines.extend(accounts::left_out(of));
    let counts = match sums.accounts {
        whole if of.few(whole) => format!(" ({} of {whole})", whole - sums.lost),
        _ => String::new(),
    };
    let figure = sums.nrr.map_or_else(String::new, |nrr| format!("NRR {}{counts}", percent(nrr)));
    Page { figure, lines }
}

const EMPTY: &str = "No account paid anything in this period, as far as is recorded. Each change of \
    ARR in an account's revenue history moves these figures.";

/// The scopes that a book has, all accounts first.
#[must_use]
pub fn scopes(metrics: &Metrics) -> Vec<Scope> {
    let tiers = Tier::ALL.iter().copied().map(Some).chain([None]);
    let known = |tier: &Option<Tier>| {
        metrics.led.iter().any(|one| one.tier == *tier)
            || metrics.retention.tiers.iter().any(|one| one.tier == *tier)
    };
    std::iter::once(Scope::All).chain(tiers.filter(known).map(Scope::Tier)).collect()
}

impl Scope {
    #[must_use]
    pub fn called(self) -> &'static str {
        match self {
            Self::All => "all accounts",
            Self::Tier(None) => "without tier",
            Self::Tier(Some(tier)) => tier.word(),
        }
    }

    /// The key of its line on the page of all accounts.
    #[must_use]
    pub fn key(self) -> String {
        format!("tier {}", self.called())
    }

    fn holds(self, tier: Option<Tier>) -> bool {
        self == Self::All || self == Self::Tier(tier)
    }
}

impl<'a> Retained<'a> {
    fn sums(&self) -> Option<&'a Sums> {
        let retention = &self.metrics.retention;
        let tier = |tier| retention.tiers.iter().find(|one| one.tier == tier).map(|one| &one.line);
        match self.scope {
            Scope::All => Some(&retention.total).filter(|_| !retention.accounts.is_empty()),
            Scope::Tier(one) => tier(one),
        }
    }

    fn moved(&self) -> impl Iterator<Item = &'a Moved> {
        let scope = self.scope;
        self.metrics.retention.accounts.iter().filter(move |one| scope.holds(one.tier))
    }

    fn led(&self) -> impl Iterator<Item = &'a Led> {
        let scope = self.scope;
        self.metrics.led.iter().filter(move |one| scope.holds(one.tier))
    }

    const fn currency(&self) -> Currency {
        self.metrics.retention.currency
    }

    fn money(&self, minor: i64) -> String {
        Money { minor, currency: self.currency() }.short()
    }

    fn change(&self, minor: i64) -> String {
        Money { minor, currency: self.currency() }.moved()
    }

    /// So few that their number belongs beside a percentage.
    fn few(&self, accounts: usize) -> bool {
        accounts < self.rules.count(Limit::FewAccounts)
    }

    /// `23 Nov 2025 to 22 Nov`, or since when.
    fn dates(&self) -> String {
        match (self.period.stretch, self.metrics.first) {
            (Stretch::All, None) => "nothing recorded yet".to_owned(),
            (Stretch::All, Some(first)) => format!("since {}", day(first, self.today)),
            _ => self.period.dates(self.today),
        }
    }

    /// `Contoso: 940k → 700k`.
    fn told(&self, one: &Moved) -> Proof {
        let text = if one.start == 0 {
            format!("{}: {} {}", one.name, self.change(one.end), came(one))
        } else {
            let end = self.money(one.kept);
            let note = if one.price == 0 {
                String::new()
            } else {
                format!(", of which price {}", self.change(one.price))
            };
            format!("{}: {} → {end}{note}", one.name, self.money(one.start))
        };
        Proof::account(one.account, text)
    }

    /// The accounts that no sum holds, named.
    fn without(&self) -> String {
        let left = &self.metrics.retention.left_out;
        let names: Vec<String> = left.iter().map(why).collect();
        if names.is_empty() { String::new() } else { format!("Left out: {}.", names.join("; ")) }
    }
}

/// How an account came in.
fn came(one: &Moved) -> &'static str {
    match one {
        Moved { reactivated: 1.., .. } => "reactivated",
        Moved { opening: 1.., .. } => "opening",
        _ => "new",
    }
}

/// `Fabrikam, no rate for SEK`.
fn why(one: &LeftOut) -> String {
    let codes = one.currencies.join(", ").to_ascii_uppercase();
    let codes = if codes.is_empty() { codes } else { format!(" for {codes}") };
    format!("{}, {}{codes}", one.name, one.why)
}

/// Who pays less first, then the largest change, then the larger account.
fn by_change(moved: &mut [&Moved]) {
    let change = |one: &Moved| one.kept.abs_diff(one.start).max(one.end.abs_diff(one.start));
    moved.sort_by_key(|one| (one.kept >= one.start, std::cmp::Reverse(change(one))));
}

fn heading(of: &Retained<'_>) -> Line {
    let period = of.period.called(of.today);
    let days = match of.period.stretch {
        Stretch::Days365 | Stretch::All | Stretch::Own => String::new(),
        _ => format!(" ({} d)", of.period.days()),
    };
    let dates = format!("{}{days} · {}", of.dates(), of.scope.called());
    Line::part(period, vec![Span::dim(dates)])
}

/// A figure with what is said beside it.
fn figure(label: &str, value: Vec<Span>, note: Vec<Span>, key: &str, ground: Ground) -> Line {
    let cells = vec![
        Cell::left(LABEL, vec![Span::dim(label)]),
        Cell::right(FIGURE, value),
        Cell::rest(std::iter::once(Span::text(" ")).chain(note).collect()),
    ];
    Line::row(cells).with(Entry::figure(key, ground))
}

#[cfg(test)]
mod tests;
