//! The tab Expand: opportunities with their verdict and what is missing, what hints at more, what
//! they don't buy yet, what an advocate was asked for.
//!
//! ```text
//!  Opportunities  1 open · €120k validated
//!  Dock planning for Logistics      120k  3/5  validate    talk 27 Nov
//!    asks: Does it solve a real problem of theirs? · 8 more
//!  Not bought yet  ● won ◐ open ○ possible ✕ blocked ? unknown
//!                 Appointments  Training   Workplace
//!  Branches       ● won         ○ possible ◐ open
//! ```

mod advocate;
pub(super) mod grid;
mod hint;
pub(super) mod opportunity;
pub(super) mod talk;

use super::{Case, Page};

#[must_use]
pub fn page(case: &Case<'_>) -> Page {
    let mut lines = opportunity::lines(case);
    lines.extend(hint::lines(case));
    lines.extend(grid::lines(case));
    lines.extend(advocate::lines(case));
    lines.extend(opportunity::closed(case));
    Page { figure: figure(case), lines }
}

/// `2 open, 1 to pursue`.
fn figure(case: &Case<'_>) -> String {
    let expansion = &case.picture.expansion;
    match (expansion.open, expansion.pursue) {
        (0, _) => String::new(),
        (open, 0) => format!("{open} open"),
        (open, pursue) => format!("{open} open, {pursue} to pursue"),
    }
}

#[cfg(test)]
mod tests;
