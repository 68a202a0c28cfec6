//! The tab Money: the contract and by when to act on it, what the user thinks will become of it,
//! what the account is worth a year and how that came about.
//!
//! ```text
//!  contract    notice by 30 Jan (69 d) · ends 31 Mar · in talks
//!  talks       late since 1 Nov · critical from 31 Dec
//!  forecast    shrink at 55 % → €700k · said 2 Oct · score 5.2 risk
//!  ARR         €940k a year now · +2 % in a year
//!  22 Nov 2025    920k ███████████████████████▌
//!  + expansion    +20k                        ▌
//!  = today        940k ████████████████████████
//! ```

mod contract;
mod forecast;
mod history;
mod paid;
mod worth;

pub(super) use contract::further;
pub(super) use history::short;

use super::{Case, Kind, Line, Link, Page};
use crate::domain::account::Status;
use crate::domain::growth::movement;
use crate::domain::score::print::whole;

#[must_use]
pub fn page(case: &Case<'_>) -> Page {
    let mut lines = forecast::lost(case);
    lines.extend(contract::lines(case));
    lines.extend(forecast::lines(case));
    if case.records.revenue.is_empty() {
        lines.push(Line::gap());
        lines.push(Line::prose(EMPTY));
        lines.push(Line::offer("first entry", Link::new(Kind::Revenue), "revenue history"));
    } else {
        lines.extend(worth::lines(case));
    }
    lines.push(Line::gap());
    lines.extend(paid::lines(case));
    lines.extend(contract::terms(case));
    lines.extend(forecast::said(case));
    lines.extend(history::lines(case));
    Page { figure: figure(case), lines }
}

const EMPTY: &str = "No revenue on record yet. What the account is worth a year, and each change \
    of it, stand here: growth, renewals and whom to see first are counted from them.";

/// `+2 % in a year`.
fn figure(case: &Case<'_>) -> String {
    let year = movement::over_years(&case.records.revenue, 1, case.today);
    match year.filter(|_| case.records.account.status != Status::Lost) {
        Some(year) => format!("{} in a year", share(year.share)),
        None => String::new(),
    }
}

/// `+2 %`, `−10 %`, `0 %`.
fn share(share: f64) -> String {
    let text = whole(share * 100.0);
    let sign = if share > 0.0 && text != "0" { "+" } else { "" };
    let text = if text == "−0" { "0" } else { &text };
    format!("{sign}{text} %")
}

#[cfg(test)]
mod tests;
