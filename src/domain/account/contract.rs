//! The contract of an account: when it ends and how long before that notice must be given.

use crate::domain::cell::Id;
use crate::domain::record::record;
use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    /// The unit of a notice period; months are clamped to the month's end.
    NoticeUnit { Days = "days", Weeks = "weeks", Months = "months", }
}

words! {
    /// Who may give notice.
    NoticeBy { Either = "either", Client = "client", Us = "us", }
}

words! {
    /// How far the renewal has come.
    Renewal {
        NotStarted = "not started", InTalks = "in talks", VerbalYes = "verbal yes",
        Signed = "signed", Lost = "lost",
    }
}

record! {
    /// One contract; an account's current one is the one that ends last.
    Contract in "contract" {
        AccountId account_id: Id,
        StartsOn starts_on: Option<NaiveDate>,
        EndsOn ends_on: Option<NaiveDate>,
        /// Length of notice, in `notice_unit`s; none: no notice clause.
        NoticeCount notice_count: Option<i64>,
        NoticeUnit notice_unit: Option<NoticeUnit>,
        AutoRenews auto_renews: Option<bool>,
        TermMonths term_months: Option<i64>,
        Renewal renewal: Renewal,
        Note note: Option<String>,
        /// Who may give notice; none: not known.
        NoticeBy notice_by: Option<NoticeBy>,
        /// The day on which its outcome was known.
        OutcomeOn outcome_on: Option<NaiveDate>,
        LostReason lost_reason: Option<String>,
    }
}

impl Contract {
    /// A contract of which nothing is known yet.
    #[must_use]
    pub const fn of(account_id: Id) -> Self {
        Self {
            id: Id(0),
            account_id,
            starts_on: None,
            ends_on: None,
            notice_count: None,
            notice_unit: None,
            auto_renews: None,
            term_months: None,
            renewal: Renewal::NotStarted,
            note: None,
            notice_by: None,
            outcome_on: None,
            lost_reason: None,
        }
    }
}
