//! A factor of the health score as the user feels it: one digit, with its day.

use crate::domain::cell::Id;
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
