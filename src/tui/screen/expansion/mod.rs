//! The Expansion: what could grow, and where.

mod not_bought;
mod opportunities;
mod qbrs;
mod tiers;

use super::leaves::Leaves;

/// Its pages.
#[must_use]
pub fn expansion() -> Leaves {
    Leaves::of(vec![
        Box::new(opportunities::Opportunities::default()),
        Box::new(qbrs::Qbrs::default()),
        Box::new(not_bought::NotBought::default()),
        Box::new(tiers::Tiers::default()),
    ])
}
