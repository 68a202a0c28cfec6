//! The next talk about an opportunity, planned with one key.

use super::super::Doing;
use crate::domain::plan::step::{self, Step};

/// Plans this talk at an account of that name.
pub(in crate::domain::page) fn doing(step: Step, account: &str, title: &str) -> Doing {
    let on = step.due_on.map(|due| due.format(" on %a %-d %b").to_string()).unwrap_or_default();
    Doing {
        says: "plan a talk",
        label: format!("{account}: talk about “{title}”{on}"),
        changes: vec![step::Change::Added(step).into()],
        expected: Vec::new(),
    }
}
