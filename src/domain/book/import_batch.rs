//! One call of the import: which files came in, and what became of their rows.

use crate::domain::record::record;
use chrono::NaiveDate;

record! {
    ImportBatch in "import_batch" {
        OnDate on_date: NaiveDate,
        /// File names, one a line.
        Files files: String,
        /// JSON: new, changed, same, unclear, refused by kind.
        Counts counts: String,
    }
}
