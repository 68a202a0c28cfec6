//! Forms of plain records: each is a table of its fields; one engine fills them in and reads them
//! back.

use super::facts::Facts;
use super::spec::Spec;
use super::subject::Subject;
use super::values::Values;
use crate::desk::Commit;

pub(super) const fn spec(_subject: &Subject, _facts: &Facts) -> Option<Spec> {
    None
}

pub(super) const fn save(
    _subject: &Subject,
    _facts: &Facts,
    _values: &Values<'_>,
) -> Option<Commit> {
    None
}
