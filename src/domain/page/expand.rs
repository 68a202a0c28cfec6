//! The tab Expand.

use super::{Case, Page};

#[must_use]
pub fn page(_case: &Case<'_>) -> Page {
    Page::default()
}
