//! What a search found: a record in whose texts all the words stand.

use crate::domain::cell::Id;
use chrono::NaiveDate;

/// Hits at most: nobody reads on.
pub const MOST: usize = 200;

/// One record that holds all words sought.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Hit {
    /// What it is, as `talk`, `person`.
    pub kind: &'static str,
    /// Table and number of the record.
    pub record: (&'static str, Id),
    /// Whose it is; none: the book's, or nobody's.
    pub account: Option<(Id, String)>,
    /// The day of it; none: it has none, as a person.
    pub on_date: Option<NaiveDate>,
    /// The field with the hit, as `quote`.
    pub field: &'static str,
    /// The line of it that holds most of the words.
    pub line: String,
    /// Where the words stand in it: (first, one past the last), counted in characters.
    pub marks: Vec<(usize, usize)>,
}

/// What a search found, the newest first; who and what is called so stands before all days.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Hits {
    pub hits: Vec<Hit>,
    /// There are more than [`MOST`].
    pub more: bool,
}
