//! A factor of the health score as the user feels it: one digit, with its day.

use crate::domain::cell::Id;
use crate::domain::change::{self, Expected};
use crate::domain::record::record;
use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    /// The ten factors of the health score.
    Factor {
        Payment = "Payment", Revenue = "Revenue", Pulse = "Pulse", Feedback = "Feedback",
        Coverage = "Coverage", Usage = "Usage", Support = "Support", Contact = "Contact",
        Goals = "Goals", Value = "Value",
    }
}

record! {
    /// The newest one of a factor is in force; older ones are its history.
    OwnScore in "own_score" {
        AccountId account_id: Id,
        Factor factor: Factor,
        /// 1-10.
        Points points: i64,
        OnDate on_date: NaiveDate,
        Reason reason: Option<String>,
    }
}

/// What writes a score for its day: a new one, or that of the same day once more where `held` is
/// one. None: it stands so already.
#[must_use]
pub fn written(held: Option<&OwnScore>, new: OwnScore) -> (Option<change::Change>, Vec<Expected>) {
    let Some(held) = held.filter(|held| held.on_date == new.on_date) else {
        return (Some(Change::Added(new).into()), Vec::new());
    };
    let fields = new.fields_changed_from(held);
    let expected = held.expects(&fields);
    let change = (!fields.is_empty()).then(|| Change::Edited { id: held.id, fields }.into());
    (change, expected)
}
