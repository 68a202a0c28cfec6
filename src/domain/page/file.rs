//! The tab File: what is written down of the account and what is missing, where growth stands and
//! why, who works for it on our side, and what was told to rest.
//!
//! ```text
//! Record  9 of 15 filled in
//!    notice          whether the contract renews by itself, and the notice before that
//! Growth steps  3 of 6 lit
//!    ● 1 understand            Discovery of 3 Mar: 5 of 5 questions answered.
//!    ○ 2 qualify               Nobody said whether growth is realistic.
//! ```

mod discovery;
mod goals;
mod growth;
mod history;
mod ladder;
mod ours;
mod own;
mod record;
mod resting;
mod rhythm;
mod risk;
mod value;

use super::{Case, Kind, Line, Link, Page};

/// All of it, what asks for something first.
#[must_use]
pub fn page(case: &Case<'_>) -> Page {
    let found = &case.picture.completeness;
    let open = case.picture.risk_review.open;
    let parts = [
        if open { risk::lines(case) } else { Vec::new() },
        record::lines(case),
        growth::lines(case),
        goals::lines(case),
        value::lines(case),
        discovery::lines(case),
        ladder::lines(case),
        ours::lines(case),
        if open { Vec::new() } else { risk::lines(case) },
        rhythm::lines(case),
        own::lines(case),
        resting::lines(case),
        history::lines(case),
    ];
    let mut lines = Vec::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !lines.is_empty() {
            lines.push(Line::gap());
        }
        lines.extend(part);
    }
    Page { figure: format!("{}/{}", found.filled, found.of), lines }
}

/// The account's own form.
const fn account(case: &Case<'_>) -> Link {
    Link::to(Kind::Account, case.records.account.id)
}

/// With a capital letter first.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|one| one.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

#[cfg(test)]
mod tests;
