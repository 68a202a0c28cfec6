//! Left.

use crate::desk::Commit;
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::Spec;
use crate::tui::form::subject::Subject;
use crate::tui::form::values::Values;

pub(super) fn spec(_subject: &Subject, _facts: &Facts) -> Option<Spec> {
    None
}

pub(super) fn save(_subject: &Subject, _facts: &Facts, _values: &Values<'_>) -> Option<Commit> {
    None
}
